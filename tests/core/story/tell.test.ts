// Conversations as plain data: each answer depends on what is given and on nothing else.
import { describe, expect, it } from 'vitest';
import { createTeller, type Teller } from '../../../src/core/story/tell.ts';
import { StoryError, type Snapshot } from '../../../src/core/story/story.ts';
import { programOf } from '../../support/yarn.ts';

const SCRIPT = `title: Start
---
<<declare $n = 0>>
Roll {dice(1000)} #line:roll
<<set $n += 1>>
-> Again {dice(1000)} #line:again
    <<jump Start>>
-> Only when it rains <<if raining()>> #line:rain
-> Enough #line:enough
Done {$n} #line:done
===
`;
const functions = { raining: (_: unknown, context: unknown) => context === 'rain' };
const fresh = (): Teller => createTeller(programOf(SCRIPT), functions);

describe('a teller', () => {
  it('answers alike, whoever was asked before, and whatever', () => {
    const one = fresh();
    const path: Snapshot[] = [one.begin(null, 'Start', 7, 'sun')];
    for (let i = 0; i < 12; i++) {
      const last = path[path.length - 1];
      const view = one.view(last, 'sun');
      path.push(one.advance(last, view.kind === 'options' ? 0 : undefined, 'sun'));
    }
    const views = path.map((snapshot) => one.view(snapshot, 'sun'));
    const other = fresh();
    for (let i = path.length - 1; i >= 0; i--) {
      expect(other.view(path[i], 'sun')).toEqual(views[i]);
      if (i + 1 === path.length) continue;
      const next = other.advance(path[i], views[i].kind === 'options' ? 0 : undefined, 'sun');
      expect(next).toEqual(path[i + 1]);
    }
  });

  it('asks the context as it is now', () => {
    const teller = fresh();
    const options = teller.advance(teller.begin(null, 'Start', 1, 'sun'), undefined, 'sun');
    expect(teller.view(options, 'sun')).toMatchObject({ options: [{}, { open: false }, {}] });
    expect(teller.view(options, 'rain')).toMatchObject({ options: [{}, { open: true }, {}] });
    expect(() => teller.advance(options, 1, 'sun')).toThrow(StoryError);
    const done = teller.advance(options, 1, 'rain');
    expect(teller.view(done, 'sun')).toMatchObject({ line: 'line:done', values: ['1'] });
  });

  it('remembers from scene to scene, and rolls other dice for another seed', () => {
    const teller = fresh();
    const first = teller.begin(null, 'Start', 1, null);
    expect(teller.view(first, null)).toEqual(teller.view(teller.begin(null, 'Start', 1, null), null));
    expect(teller.view(first, null)).not.toEqual(teller.view(teller.begin(null, 'Start', 2, null), null));
    const over = teller.advance(teller.advance(teller.advance(first, undefined, null), 2, null), undefined, null);
    expect(teller.view(over, null)).toEqual({ kind: 'end' });
    expect(over.at).toBeNull();
    expect(teller.begin(over, 'Start', 3, null).variables).toEqual({ $n: 1 });
  });

  it('copies nothing on a step that writes nothing', () => {
    const teller = createTeller(programOf('<<set $a = 1>>\nA\nB\nC'));
    const a = teller.begin(null, 'Start', 1, null);
    const b = teller.advance(a, undefined, null);
    expect(b.variables).toBe(a.variables);
    expect(b.visits).toBe(a.visits);
    expect(b.once).toBe(a.once);
  });

  it('mends what another edit left', () => {
    const before = fresh().begin(null, 'Start', 5, null);
    const teller = createTeller(programOf(SCRIPT.replace('Roll', '<<set $n += 5>>\nRolled')), functions);
    const { snapshot, restored } = teller.mend(before, null);
    expect(restored).toEqual({ at: 'same' });
    expect(teller.view(snapshot, null)).toMatchObject({ line: 'line:roll' });
    expect(teller.mend(snapshot, null).snapshot).toBe(snapshot);
  });

  it('goes on after a fault as if that had not been', () => {
    const teller = createTeller(programOf('A #line:a\n{number("x")}'));
    const a = teller.begin(null, 'Start', 1, null);
    for (let i = 0; i < 2; i++) {
      expect(() => teller.advance(a, undefined, null)).toThrow(StoryError);
      expect(teller.view(a, null)).toMatchObject({ line: 'line:a' });
    }
  });
});
