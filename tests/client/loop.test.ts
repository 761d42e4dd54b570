import { describe, expect, it } from 'vitest';
import { LONGEST_GAP_MS, Pace } from '../../src/client/loop.ts';

const ticksOf = (pace: Pace, gaps: readonly number[]): number =>
  gaps.reduce((sum, gap) => sum + pace.advance(gap).ticks, 0);

describe('Pace', () => {
  it('makes 120 ticks of a second at any frame rate', () => {
    for (const hz of [7, 30, 59.94, 60, 75, 144, 240]) {
      const gaps = Array.from({ length: Math.round(hz * 10) }, () => 1000 / hz);
      expect(Math.abs(ticksOf(new Pace(), gaps) - 1200), `${hz} Hz`).toBeLessThanOrEqual(2);
    }
  });

  it('keeps alpha from 0 to below 1, growing through a tick', () => {
    const pace = new Pace();
    expect(pace.advance(4)).toEqual({ ticks: 0, alpha: 0.48 });
    expect(pace.advance(4)).toEqual({ ticks: 0, alpha: 0.96 });
    const third = pace.advance(4);
    expect(third.ticks).toBe(1);
    expect(third.alpha).toBeCloseTo(0.44, 9);
  });

  it('does not play a gap that nobody saw', () => {
    const pace = new Pace();
    expect(pace.advance(60_000).ticks).toBe((LONGEST_GAP_MS * 120) / 1000);
    expect(pace.advance(10_000).ticks).toBe((LONGEST_GAP_MS * 120) / 1000);
  });

  it('takes a clock that runs backwards for one that stood still', () => {
    expect(new Pace().advance(-5)).toEqual({ ticks: 0, alpha: 0 });
  });
});
