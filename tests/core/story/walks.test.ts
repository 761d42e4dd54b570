// Two sequencers over the same host, one of them yarn-bound's: whatever way is taken, they come to the same.
import { describe, expect, it } from 'vitest';
import { createSequencer } from '../../../src/core/story/sequencer.ts';
import { allDialogues } from '../../support/dialogues.ts';
import { createOracle } from '../../support/oracle.ts';
import { walker } from '../../support/walk.ts';

const WALKS = 200;
const STEPS = 40;

const dialogues = allDialogues();

describe('yarn-bound and the oracle agree', () => {
  it('has dialogues to walk through', () => expect(dialogues.length).toBeGreaterThan(25));

  it.each(dialogues.map((one) => [one.name, one] as const))('%s', (_, { program, host }) => {
    const [left, right] = [host(), host()];
    const [bound, oracle] = [createSequencer(left), createOracle(right)];
    const nothing = bound.snapshot();
    for (let seed = 1; seed <= WALKS; seed++) {
      for (const one of [left, right]) {
        one.recall(nothing);
        one.seed(seed);
      }
      const [a, b] = [walker(bound, program, seed), walker(oracle, program, seed)];
      for (let step = 0; step < STEPS; step++) {
        const goesOn = a.step();
        expect(b.step()).toBe(goesOn);
        if (JSON.stringify(a.view()) !== JSON.stringify(b.view())) expect(a.view()).toEqual(b.view());
        if (!goesOn) break;
      }
      // a fault leaves them where they were, each in its own way
      if (typeof a.view() !== 'string') expect(bound.snapshot()).toEqual(oracle.snapshot());
    }
  });
});
