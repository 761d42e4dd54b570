import { angleOf, cosine, sine } from '../../math/sine.ts';
import type { Network } from '../network.ts';

/** What reaches a node over whole bonds, by trust: the mean angle, each taken at its bond's interval; nothing when it is silent. */
export function listen(net: Network, i: number): number | null {
  const { s } = net;
  const { from, to, pull, bonds, phase, interval, trust } = net.rules.layout;
  let x = 0;
  let y = 0;
  for (let e = 0; e < bonds; e++) {
    if (s[(pull + e) | 0] !== 1) continue;
    const a = s[(from + e) | 0];
    const b = s[(to + e) | 0];
    if (a !== i && b !== i) continue;
    const angle = (a === i ? s[phase + b] - s[interval + e] : s[phase + a] + s[interval + e]) | 0;
    const firm = s[trust + e] >> 20;
    x += (cosine(angle) >> 15) * firm;
    y += (sine(angle) >> 15) * firm;
  }
  return x === 0 && y === 0 ? null : angleOf(x, y);
}
