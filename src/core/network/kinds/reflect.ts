// What Kaden's installations share: a node that shows what reached it some time ago. The block is a ring of what it heard,
// one angle a tick, after one word for where the ring stands.

import { cosine } from '../../math/sine.ts';
import type { Network } from '../network.ts';
import type { PlacedKind } from '../rules.ts';
import { listen } from './listen.ts';

export function beginRing(net: Network, { node, block }: PlacedKind, delay: number): void {
  net.s.fill(net.s[net.rules.layout.phase + node], block + 1, block + 1 + delay);
}

export function giveBack(net: Network, { node, block }: PlacedKind, delay: number): void {
  const { s } = net;
  const at = block + 1 + s[block];
  const { phase, rhythm, base } = net.rules.layout;
  const now = listen(net, node);
  s[phase + node] = s[at];
  s[rhythm + node] = 0;
  s[base + node] = 0;
  s[at] = now ?? s[at];
  s[block] = (s[block] + 1) % delay;
}

/** Everybody who looks at it over a bond that carries, with the cosine (Q15) of how they stand to what it shows. */
export function forLookers(net: Network, node: number, does: (i: number, agrees: number) => void): void {
  const { s } = net;
  const { from, to, pull, bonds, phase, interval, counted } = net.rules.layout;
  for (let e = 0; e < bonds; e++) {
    const a = s[(from + e) | 0];
    const b = s[(to + e) | 0];
    if ((a !== node && b !== node) || s[(pull + e) | 0] === 0) continue;
    const i = a === node ? b : a;
    if (s[counted + i] === 0) continue;
    does(i, cosine((s[phase + b] - s[phase + a] - s[interval + e]) | 0) >> 15);
  }
}
