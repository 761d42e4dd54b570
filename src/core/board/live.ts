// The second badge. Simulation says that these inputs reach the end in these ticks; only clocks say that somebody did so at
// the speed of the game. Slow motion plays back perfectly, and this is what catches it.

import { TICKS_PER_SECOND } from '../math/turn.ts';
import { CHECKPOINT_EVERY } from './chain.ts';

/** That the run had come to this tick was known at this time: milliseconds by the server's clock. */
export interface Point {
  readonly tick: number;
  readonly at: number;
}

/** How far clock and ticks may be apart, for lines that stutter. */
const APART_MS = 3500;
const RATIO = [0.75, 1.25] as const;
/** Between two points that are known. One lost on the way is nothing; a silent minute may hide anything. */
const GAP_TICKS = 3 * CHECKPOINT_EVERY;

/**
 * `started`: when the server saw it begin. `points`: the checkpoints whose sums are right. The end counts from a checkpoint of
 * the last tick, or from when the run came in.
 */
export function isLiveTimed(ticks: number, started: number, points: readonly Point[], arrived: number): boolean {
  const begin = points.find(({ tick }) => tick === 0)?.at ?? started;
  const known = points.filter(({ tick }) => tick > 0 && tick < ticks).sort((x, y) => x.tick - y.tick);
  const end = points.find(({ tick }) => tick === ticks)?.at ?? arrived;
  let last = 0;
  for (const { tick, at } of [...known, { tick: ticks, at: end }]) {
    if (tick - last > GAP_TICKS || away(tick, at - begin) > APART_MS) return false;
    last = tick;
  }
  const ratio = (end - begin) / milliseconds(ticks);
  return ticks > 0 && ratio >= RATIO[0] && ratio <= RATIO[1];
}

function away(tick: number, elapsed: number): number {
  const apart = elapsed - milliseconds(tick);
  return apart < 0 ? -apart : apart;
}

function milliseconds(tick: number): number {
  return (tick * 1000) / TICKS_PER_SECOND;
}
