// The beat is a clock at the city's tempo, not the mean hand: that hardly turns while the network is out of tune, and jumps.

import { TICK } from './layout.ts';
import type { Network } from './network.ts';

/** One part in so many of a bar, either side. In phase, never in milliseconds, so that a slower game has a wider window. */
export const BEAT_PART = 8;

/** Where the bar stands, as an angle: 0 is the beat. */
export function beatAngle(net: Network): number {
  return Math.imul(net.s[TICK] % net.rules.bar, net.rules.beatStep) | 0;
}

/** Counted in ticks: the angle is rounded down, and a window taken from it is a tick shorter before the beat than after. */
export function isOnBeat(net: Network): boolean {
  const { bar } = net.rules;
  const after = net.s[TICK] % bar;
  return after * BEAT_PART <= bar || (bar - after) * BEAT_PART <= bar;
}
