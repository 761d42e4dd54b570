// The beat is a clock at the city's tempo, not the mean hand: that hardly turns while the network is out of tune, and jumps.

import { TICK } from './layout.ts';
import type { Network } from './network.ts';

/** An eighth of a bar either side. In phase, never in milliseconds, so that a slower game has a wider window. */
const WINDOW = 0x2000_0000;

/** Where the bar stands, as an angle: 0 is the beat. */
export function beatAngle(net: Network): number {
  return Math.imul(net.s[TICK] % net.rules.bar, net.rules.beatStep) | 0;
}

export function isOnBeat(net: Network): boolean {
  const angle = beatAngle(net);
  return -WINDOW <= angle && angle <= WINDOW;
}
