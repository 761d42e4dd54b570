// How the network stands: coherence as two sums, authenticity as one share. No square root decides anything.

import { SINE, SINE_SHIFT } from '../math/sine.ts';
import { AUTHENTICITY, COUNTED, LOAD, SUM_X, SUM_Y } from './layout.ts';
import type { Network } from './network.ts';

/** A tenth of a hertz away from one's own rhythm weighs about 0.05 of that person. */
const AWAY_SHIFT = 11;

// Own constants, for the reason told in step.ts.
const TABLE = SINE;
const SHIFT = SINE_SHIFT;

export function measure(net: Network): void {
  const { s } = net;
  const { nodes, groups, sums, phase, part, group, counted, loss, base, birth } = net.rules.layout;
  s.fill(0, sums, sums + groups * 3);
  let lost = 0;
  // People of a group mostly stand together in the columns, so a group's sums are kept in hand until the next begins.
  let g = 0;
  let x = 0;
  let y = 0;
  let n = 0;
  for (let i = 0; i < nodes; i++) {
    if (s[(counted + i) | 0] === 0) continue;
    const its = s[(group + i) | 0];
    if (its !== g) {
      addSums(s, sums + g * 3, x, y, n);
      x = y = n = 0;
      g = its;
    }
    // Q14 needs no interpolation: a step of the table is finer than a node's noise.
    const step = ((s[(phase + i) | 0] - s[(part + i) | 0]) | 0) >>> SHIFT;
    x = (x + (TABLE[(step + 1024) & 4095] >> 16)) | 0;
    y = (y + (TABLE[step] >> 16)) | 0;
    n++;
    const away = (s[(base + i) | 0] - s[(birth + i) | 0]) >> AWAY_SHIFT;
    lost += s[(loss + i) | 0] + (away < 0 ? -away : away);
  }
  addSums(s, sums + g * 3, x, y, n);
  x = y = n = 0;
  for (let at = sums; at < sums + groups * 3; at += 3) {
    x += s[at];
    y += s[at + 1];
    n += s[at + 2];
  }
  s[SUM_X] = x;
  s[SUM_Y] = y;
  s[COUNTED] = n;
  const own = n > 0 ? Math.floor(lost / n) : 0;
  const left = 32768 - own - (s[LOAD] >> 9);
  s[AUTHENTICITY] = left < 0 ? 0 : left;
}

function addSums(s: Int32Array, at: number, x: number, y: number, n: number): void {
  s[at] += x;
  s[at + 1] += y;
  s[at + 2] += n;
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
