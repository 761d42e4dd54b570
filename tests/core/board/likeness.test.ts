// When one run is taken for a changed copy of another, and when it is not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLike, pressesOf, type Press } from '../../../src/core/board/likeness.ts';
import type { Logged } from '../../../src/core/replay/replay.ts';
import { run, useTool } from '../../../src/core/run/actions.ts';

const TOOLS = ['tune', 'mend', 'anchor'] as const;
const press = fc.record({ gap: fc.integer({ min: 40, max: 400 }), tool: fc.constantFrom(...TOOLS), a: fc.nat(9) });
const logs = fc.array(press, { minLength: 10, maxLength: 40 }).map((all): readonly Logged[] => {
  let tick = 0;
  return all.map(({ gap, tool, a }) => {
    tick += gap;
    return { tick, action: useTool(tool, a, 100, 200) };
  });
});
const like = (one: readonly Logged[], two: readonly Logged[]): boolean => isLike(pressesOf(one), pressesOf(two));

describe('a copy', () => {
  it('is like itself, and either way round', () => {
    fc.assert(
      fc.property(logs, (log) => {
        expect(like(log, log)).toBe(true);
      }),
    );
  });

  it('is like it with presses moved by up to an eighth of a second', () => {
    fc.assert(
      fc.property(logs, fc.array(fc.integer({ min: -15, max: 15 }), { minLength: 40, maxLength: 40 }), (log, by) => {
        const moved = log.map(({ tick, action }, i) => ({ tick: tick + by[i], action }));
        expect([like(log, moved), like(moved, log)]).toEqual([true, true]);
      }),
    );
  });

  it('is like it with every angle a hair off, with one press left out, and with pauses put in', () => {
    fc.assert(
      fc.property(logs, fc.nat(9), (log, at) => {
        const angled = log.map(({ tick, action }): Logged => ({ tick, action: { ...action, b: action.b + 1 } }));
        const short = log.filter((_, i) => i !== at);
        const paused = log.flatMap((one): Logged[] => [one, { tick: one.tick, action: run('pause') }]);
        expect([angled, short, paused].map((one) => like(one, log))).toEqual([true, true, true]);
      }),
    );
  });
});

const every = (n: number, from: number, gap: number, what = 'x'): Press[] =>
  Array.from({ length: n }, (_, i) => ({ tick: from + i * gap, what }));

describe('a stolen run', () => {
  it('is known under presses that were put in to make it long, between its own or after them', () => {
    const stolen = every(20, 0, 100);
    const padded = [...stolen, ...every(20, 50, 100, 'y')].sort((x, y) => x.tick - y.tick);
    const goneOn = [...stolen, ...every(10, 2000, 100, 'z')];
    for (const copy of [padded, goneOn]) expect([isLike(copy, stolen), isLike(stolen, copy)]).toEqual([true, true]);
  });
});

describe('a run of one’s own', () => {
  it('is not like another that presses the same at other times', () => {
    expect(isLike(every(20, 0, 100), every(20, 16, 100))).toBe(false);
    expect(isLike(every(20, 0, 100), every(20, 15, 100))).toBe(true);
  });

  it('is not like another that presses something else', () => {
    expect(isLike(every(20, 0, 100), every(20, 0, 100, 'y'))).toBe(false);
  });

  it('may share the beginning with another, as a route is everybody’s', () => {
    const mine = [...every(16, 0, 100), ...every(4, 1600, 100, 'y')];
    expect(isLike(mine, every(20, 0, 100))).toBe(false);
  });

  it('of seven presses may be anybody’s', () => {
    expect(isLike(every(7, 0, 100), every(7, 0, 100))).toBe(false);
    expect(isLike([], [])).toBe(false);
  });

  it('has everybody’s run in it, where it presses everything all the time', () => {
    expect(isLike(every(200, 0, 10), every(20, 0, 100))).toBe(false);
    expect(isLike(every(20, 0, 100), every(200, 0, 10))).toBe(false);
  });
});
