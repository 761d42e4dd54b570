// The second badge: clocks that agree with the ticks, all the way through.
import { expect, it } from 'vitest';
import { isLiveTimed, type Point } from '../../../src/core/board/live.ts';

const TICKS = 7200;
const START = 1_000_000;

/** A checkpoint every 600 ticks from `from` on, at `speed` times the speed of the game. */
function told(speed: number, from = 0, more: (tick: number) => number = () => 0): Point[] {
  const points: Point[] = [];
  for (let tick = from; tick <= TICKS; tick += 600)
    points.push({ tick, at: START + (tick * 1000) / 120 / speed + more(tick) });
  return points;
}
const live = (points: readonly Point[], arrived = START + 60_000): boolean =>
  isLiveTimed(TICKS, START, points, arrived);

const without = (...gone: number[]) => told(1).filter(({ tick }) => !gone.includes(tick));

it('is given for the speed of the game', () => {
  expect(live(told(1))).toBe(true);
  expect(live(told(1).reverse())).toBe(true);
  expect(live(told(1, 600, (tick) => (tick % 1800 === 0 ? 3400 : -3400)))).toBe(true);
});

it.each([0.1, 0.5, 0.9, 1.1, 2, 100])('is not given at %f times that', (speed) => {
  expect(live(told(speed))).toBe(false);
});

it('is not given for one stretch that stood still, even when the rest makes up for it', () => {
  expect(live(told(1, 0, (tick) => (tick === 3000 ? 4000 : 0)))).toBe(false);
  expect(live(told(1, 0, (tick) => (tick >= 3000 ? 4000 : 0)))).toBe(false);
});

it('counts from the checkpoint of tick 0 where there is one, and from the ticket where not', () => {
  const late = told(1).map(({ tick, at }) => ({ tick, at: at + 20_000 }));
  expect(live(late)).toBe(true);
  expect(live(late.slice(1))).toBe(false);
  expect(live(told(1, 600))).toBe(true);
});

it('counts to the checkpoint of the last tick, and to the arrival where there is none', () => {
  const open = told(1).slice(0, -1);
  expect(live(open, START + 61_000)).toBe(true);
  expect(live(open, START + 90_000)).toBe(false);
  expect(live(told(1), START + 9_000_000)).toBe(true);
});

it('forgives two that were lost, and not three', () => {
  expect(live(without(1200, 1800))).toBe(true);
  expect(live(without(1200, 1800, 2400))).toBe(false);
  expect(live([])).toBe(false);
});

it('is of the whole of a short run too: half or twice its time is not its time', () => {
  const short = (ms: number): boolean => isLiveTimed(600, START, [], START + ms);
  expect([short(5000), short(4000), short(6200), short(3500), short(6500)]).toEqual([true, true, true, false, false]);
  expect(isLiveTimed(0, START, [], START)).toBe(false);
});
