// A conversation that was put away as plain data goes on as if it had not been.
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../src/core/math/hash.ts';
import { createSequencer } from '../../../src/core/story/sequencer.ts';
import type { Snapshot } from '../../../src/core/story/story.ts';
import { allDialogues } from '../../support/dialogues.ts';
import { walker } from '../../support/walk.ts';

const EACH = 12;
const LONGEST = 25;
const AFTER = 15;

const dialogues = allDialogues();

describe('a snapshot', () => {
  it('goes on in a fresh instance as it would have', () => {
    let count = 0;
    let bytes = 0;
    let most = 0;
    for (const { name, program, host } of dialogues) {
      for (let seed = 1; seed <= EACH; seed++) {
        const own = host();
        own.seed(seed);
        const before = createSequencer(own);
        const walk = walker(before, program, seed);
        const length = 1 + ((seed * 7) % LONGEST);
        for (let step = 0; step < length && walk.step(); step++);
        if (typeof walk.view() === 'string') continue;

        const text = JSON.stringify(before.snapshot());
        const snapshot = JSON.parse(text) as Snapshot;
        expect(hashOf(snapshot)).toEqual(hashOf(before.snapshot()));
        count += 1;
        bytes += text.length;
        most = Math.max(most, text.length);

        const after = createSequencer(host());
        expect(after.restore(snapshot)).toEqual({ at: 'same' });
        expect(after.view(), `${name} ${seed}`).toEqual(before.view());
        expect(after.snapshot()).toEqual(before.snapshot());
        const [a, b] = [walker(before, program, seed + 99, true), walker(after, program, seed + 99, true)];
        for (let step = 0; step < AFTER; step++) {
          const goesOn = a.step();
          expect(b.step()).toBe(goesOn);
          if (JSON.stringify(a.view()) !== JSON.stringify(b.view()))
            expect(b.view(), `${name} ${seed}`).toEqual(a.view());
          if (!goesOn) break;
        }
        expect(JSON.stringify(after.snapshot())).toBe(JSON.stringify(before.snapshot()));
      }
    }
    console.log(`${count} snapshots, ${Math.round(bytes / count)} bytes each, ${most} at most`);
    expect(count).toBeGreaterThanOrEqual(dialogues.length > 50 ? 500 : 200);
  });
});
