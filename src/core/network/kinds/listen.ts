import { angleOf, cosine, sine } from '../../math/sine.ts';
import { endOf, type Network } from '../network.ts';

/** What reaches a node over whole bonds, by trust: the mean angle, each taken at its bond's interval; nothing when it is silent. */
export function listen(net: Network, i: number): number | null {
  const { s } = net;
  const { from, to, pull, bonds, phase, interval, trust } = net.rules.layout;
  let x = 0;
  let y = 0;
  for (let e = 0; e < bonds; e++) {
    if (s[pull + e] !== 1 || (s[from + e] !== i && s[to + e] !== i)) continue;
    const apart = s[from + e] === i ? s[interval + e] : -s[interval + e];
    const angle = (s[phase + endOf(net, e, i)] - apart) | 0;
    x += (cosine(angle) >> 15) * (s[trust + e] >> 20);
    y += (sine(angle) >> 15) * (s[trust + e] >> 20);
  }
  return x === 0 && y === 0 ? null : angleOf(x, y);
}
