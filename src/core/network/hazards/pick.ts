// Whom a hazard picks: dice of the world, in index order, so that it is the same everywhere.

import { below } from '../../math/random.ts';
import { BOND, RANDOM } from '../layout.ts';
import type { Network } from '../network.ts';

export function pickNode(net: Network, may: (net: Network, i: number) => boolean): number {
  return pick(net, net.rules.layout.nodes, may);
}

export function pickBond(net: Network, may: (net: Network, e: number) => boolean): number {
  return pick(net, net.rules.layout.bonds, may);
}

export function isCounted(net: Network, i: number): boolean {
  return net.s[net.rules.layout.counted + i] === 1;
}

/** A bond that people see and that is whole and open. */
export function isWholeAndSeen(net: Network, e: number): boolean {
  const state = net.s[net.rules.layout.state + e];
  return (state & (BOND.free | BOND.cut | BOND.flipped | BOND.hidden | BOND.foreign | BOND.shut)) === 0;
}

function pick(net: Network, count: number, may: (net: Network, i: number) => boolean): number {
  let candidates = 0;
  for (let i = 0; i < count; i++) if (may(net, i)) candidates++;
  let left = below(net.s, RANDOM, candidates);
  for (let i = 0; i < count; i++) if (may(net, i) && left-- === 0) return i;
  return -1;
}
