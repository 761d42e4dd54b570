import { angleOf, SINE, SINE_SHIFT } from '../../math/sine.ts';
import type { Network } from '../network.ts';

// Own constants, for the reason told in step.ts.
const TABLE = SINE;
const SHIFT = SINE_SHIFT;

/** What reaches a node over whole bonds, by trust: the mean angle, each taken at its bond's interval; nothing when it is silent. */
export function listen(net: Network, i: number): number | null {
  const { s } = net;
  const { from, to, pull, bonds, phase, interval, trust } = net.rules.layout;
  let x = 0;
  let y = 0;
  for (let e = 0; e < bonds; e++) {
    const a = s[(from + e) | 0];
    const b = s[(to + e) | 0];
    if ((a !== i && b !== i) || s[(pull + e) | 0] !== 1) continue;
    const angle = (a === i ? s[phase + b] - s[interval + e] : s[phase + a] + s[interval + e]) | 0;
    const firm = s[trust + e] >> 20;
    // A step of the table is as fine as the answer is.
    const step = angle >>> SHIFT;
    x += (TABLE[(step + 1024) & 4095] >> 15) * firm;
    y += (TABLE[step] >> 15) * firm;
  }
  return x === 0 && y === 0 ? null : angleOf(x, y);
}
