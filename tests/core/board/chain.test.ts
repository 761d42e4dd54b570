// Checkpoints: what is summed, and that nothing before a sum can be changed after it.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chainAt, CHECKPOINT_EVERY, linkText } from '../../../src/core/board/chain.ts';
import type { Logged } from '../../../src/core/replay/replay.ts';
import { run, useTool } from '../../../src/core/run/actions.ts';

const sum = (text: string): string => createHash('sha256').update(text).digest('base64url');
const log: readonly Logged[] = [
  { tick: 0, action: useTool('tune', 1, 2, 3) },
  { tick: 599, action: run('pause') },
  { tick: 600, action: useTool('mend', 4, 5, 6) },
  { tick: 1300, action: run('resume', 1, 2) },
];
const ALL = [0, 600, 1200, 1400];

it('sums up each stretch after the sum before it', () => {
  const first = sum('');
  const second = sum(linkText(first, log, 0, 600));
  const third = sum(linkText(second, log, 600, 1200));
  expect(chainAt(log, 1400, ALL, sum)).toEqual([first, second, third, sum(linkText(third, log, 1200, 1400))]);
  expect(linkText('x', log, 0, 600)).toMatch(/^x\|600\|0,t\d+,1,2,3;599,r\d+,0,0$/);
  expect(linkText('x', log, 1200, 1200)).toBe('x|1200|');
});

it('has sums on its grid and at the end, and nowhere else', () => {
  expect(chainAt(log, 1400, [300, 1400, 1800, -600, 0.5], sum).map((one) => one !== null)).toEqual([
    false,
    true,
    false,
    false,
    false,
  ]);
  expect(chainAt([], 0, [0, 600], sum)).toEqual([sum(''), null]);
  expect(chainAt([], 600, [600], sum)).toEqual([sum(linkText(sum(''), [], 0, 600))]);
});

it('is the same up to where two runs part, and never after', () => {
  const action = fc.record({ tick: fc.nat(2999), a: fc.nat(3) });
  fc.assert(
    fc.property(fc.array(action, { maxLength: 30 }), fc.nat(2999), (actions, at) => {
      const mine = actions
        .map(({ tick, a }): Logged => ({ tick, action: useTool('tune', a, 0, 0) }))
        .sort((x, y) => x.tick - y.tick);
      const other: readonly Logged[] = [...mine, { tick: at, action: useTool('mend', 9, 0, 0) }].sort(
        (x, y) => x.tick - y.tick,
      );
      const places = [0, 600, 1200, 1800, 2400, 3000];
      const [one, two] = [chainAt(mine, 3000, places, sum), chainAt(other, 3000, places, sum)];
      const parted = Math.floor(at / CHECKPOINT_EVERY) + 1;
      places.forEach((_, i) => expect(one[i] === two[i]).toBe(i < parted));
    }),
  );
});
