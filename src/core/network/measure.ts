// How the network stands: coherence as two sums, authenticity as one share. No square root decides anything.

import { SINE, SINE_SHIFT } from '../math/sine.ts';
import { AUTHENTICITY, COUNTED, LOAD, SUM_X, SUM_Y } from './layout.ts';
import type { Network } from './network.ts';

/** A tenth of a hertz away from one's own rhythm weighs about 0.05 of that person. */
const AWAY_SHIFT = 11;

export function measure(net: Network): void {
  const { s } = net;
  const { nodes, groups, sums, phase, part, group, counted, loss, base, birth } = net.rules.layout;
  const table = SINE;
  for (let k = 0; k < groups * 3; k++) s[sums + k] = 0;
  let lost = 0;
  let n = 0;
  for (let i = 0; i < nodes; i++) {
    if (s[counted + i] === 0) continue;
    // Q14 needs no interpolation: a step of the table is finer than a node's noise.
    const step = ((s[phase + i] - s[part + i]) | 0) >>> SINE_SHIFT;
    const at = sums + s[group + i] * 3;
    s[at] += table[(step + 1024) & 4095] >> 16;
    s[at + 1] += table[step] >> 16;
    s[at + 2]++;
    const away = (s[base + i] - s[birth + i]) >> AWAY_SHIFT;
    lost += s[loss + i] + (away < 0 ? -away : away);
    n++;
  }
  let x = 0;
  let y = 0;
  for (let g = 0; g < groups; g++) {
    x += s[sums + g * 3];
    y += s[sums + g * 3 + 1];
  }
  s[SUM_X] = x;
  s[SUM_Y] = y;
  s[COUNTED] = n;
  const own = n > 0 ? Math.floor(lost / n) : 0;
  const left = 32768 - own - (s[LOAD] >> 9);
  s[AUTHENTICITY] = left < 0 ? 0 : left;
}

/** What is left without the load that wears off: below the goal, nothing can be done any more. */
export function authenticityAtBest(net: Network): number {
  const { s } = net;
  if (s[AUTHENTICITY] > 0) return s[AUTHENTICITY] + (s[LOAD] >> 9);
  // Under a load so heavy that nothing seems left, only counting again tells what the load hides.
  const { nodes, counted, loss, base, birth } = net.rules.layout;
  let lost = 0;
  for (let i = 0; i < nodes; i++) {
    if (s[counted + i] === 0) continue;
    const away = (s[base + i] - s[birth + i]) >> AWAY_SHIFT;
    lost += s[loss + i] + (away < 0 ? -away : away);
  }
  return 32768 - (s[COUNTED] > 0 ? Math.floor(lost / s[COUNTED]) : 0);
}

/** Whether |(x, y)| / n >= target (Q14), in integers below 2^53. */
export function isCoherent(x: number, y: number, n: number, target: number): boolean {
  return n > 0 && x * x + y * y >= target * target * n * n;
}

/** For people: 0 to 1. Math.sqrt is exact in IEEE, and nothing is decided by it. */
export function coherence(net: Network): number {
  return coherenceOf(net.s[SUM_X], net.s[SUM_Y], net.s[COUNTED]);
}

export function coherenceOf(x: number, y: number, n: number): number {
  return n > 0 ? Math.sqrt(x * x + y * y) / (n * 16384) : 0;
}

export function authenticity(net: Network): number {
  return net.s[AUTHENTICITY] / 32768;
}
