// What a player sees of a network, as the picture draws it: hands, breaks, named victims, the chord sheet. Hidden bonds and
// the future are not here.

import { angleOf, cosine, sine } from '../math/sine.ts';
import { hertz, size, turnFrom } from '../math/turn.ts';
import { kindOf } from '../network/acts.ts';
import { DUE, NAMED } from '../network/hazards/hazard.ts';
import { BOND, ENERGY, HOLDER, TICK } from '../network/layout.ts';
import { chordAngle, isHeld, isSeenBond, isShielded, type Network } from '../network/network.ts';
import type { PlacedHazard } from '../network/rules.ts';

export const SIXTH = Math.floor(0x1_0000_0000 / 6);
export const TWELFTH = Math.floor(0x1_0000_0000 / 12);

export function canAfford(net: Network, tool: string, times = 1): boolean {
  const slot = net.rules.slots[tool];
  return slot !== undefined && net.s[ENERGY] >= net.rules.tools[slot].cost * times;
}

export function isReady(net: Network, tool: string): boolean {
  const slot = net.rules.slots[tool];
  return slot !== undefined && net.s[net.rules.layout.ready + slot] <= net.s[TICK];
}

export function isCounted(net: Network, i: number): boolean {
  return net.s[net.rules.layout.counted + i] === 1;
}

/** Whether a hand can turn it now. */
export function isFree(net: Network, i: number): boolean {
  return isCounted(net, i) && kindOf(net, i).touchable && !isHeld(net, i);
}

/** Where the hands point that a person would look at for reference, and how far each is from it. */
export interface Bearing {
  /** The angle to bring node i to, as a chord angle. */
  readonly to: (i: number) => number;
  /** How far it is from there, without sign. */
  readonly off: (i: number) => number;
}

/** The held hand while one is held; one's own room while rooms are apart; else everybody. */
export function bearing(net: Network): Bearing {
  const { s } = net;
  const { nodes, holder, group, groups } = net.rules.layout;
  let held = -1;
  for (let i = 0; i < nodes; i++) if (s[holder + i] === HOLDER.anchor) held = i;
  const apart = areApart(net);
  const rooms = apart ? groups : 1;
  const x = new Float64Array(rooms);
  const y = new Float64Array(rooms);
  for (let i = 0; i < nodes; i++) {
    if (!isCounted(net, i) || s[holder + i] === HOLDER.enforcer || isShielded(net, i)) continue;
    const g = apart ? s[group + i] : 0;
    const angle = chordAngle(net, i);
    x[g] += cosine(angle) >> 16;
    y[g] += sine(angle) >> 16;
  }
  const means = Array.from({ length: rooms }, (_, g) => angleOf(x[g], y[g]));
  const to = (i: number): number => (held >= 0 ? chordAngle(net, held) : means[apart ? s[group + i] : 0]);
  return { to, off: (i) => size(turnFrom(to(i), chordAngle(net, i))) };
}

/** Nothing that carries joins one group to another, or the goal does not ask for it. */
function areApart(net: Network): boolean {
  const { s } = net;
  const { groups, bonds, pull, from, to, group, state } = net.rules.layout;
  if (groups < 2) return false;
  if (net.rules.level.goal.kind === 'groups') return true;
  for (let e = 0; e < bonds; e++) {
    if (s[pull + e] !== 1 || (s[state + e] & (BOND.hidden | BOND.foreign)) !== 0) continue;
    if (s[group + s[from + e]] !== s[group + s[to + e]]) return false;
  }
  return true;
}

/** How far one group is together, 0 to 1 squared, and where it points. */
export function groupStands(net: Network, g: number): { squared: number; angle: number } {
  const { s } = net;
  const { sums } = net.rules.layout;
  const x = s[sums + g * 3];
  const y = s[sums + g * 3 + 1];
  const n = s[sums + g * 3 + 2] * 16384;
  return { squared: n > 0 ? (x * x + y * y) / (n * n) : 0, angle: angleOf(x, y) };
}

/** Bonds that anybody can see are broken, or foreign and found. */
export function brokenBonds(net: Network): number[] {
  const { s } = net;
  const { bonds, state } = net.rules.layout;
  const out: number[] = [];
  for (let e = 0; e < bonds; e++) {
    if ((s[state + e] & (BOND.cut | BOND.flipped | BOND.foreign)) !== 0 && isSeenBond(net, e)) out.push(e);
  }
  return out;
}

/** Bonds set otherwise than the chord sheet says, by more than a hand's tremble. */
export function wrongBonds(net: Network): number[] {
  const { s } = net;
  const { bonds, state, interval } = net.rules.layout;
  const out: number[] = [];
  for (let e = 0; e < bonds; e++) {
    if (!isSeenBond(net, e) || (s[state + e] & BOND.foreign) !== 0) continue;
    if (size(turnFrom(rightInterval(net, e), s[interval + e])) > 4 << 24) out.push(e);
  }
  return out;
}

export function rightInterval(net: Network, e: number): number {
  const { part, from, to } = net.rules.layout;
  return (net.s[part + net.s[to + e]] - net.s[part + net.s[from + e]]) | 0;
}

/** Nodes that a hazard has named, and how soon it strikes. */
export function namedNodes(net: Network): { node: number; left: number; hazard: PlacedHazard }[] {
  const out = [];
  for (const hazard of net.rules.hazards) {
    if (hazard.row.names !== 'node') continue;
    const node = net.s[hazard.block + NAMED] - 1;
    if (node >= 0) out.push({ node, left: net.s[hazard.block + DUE], hazard });
  }
  return out;
}

export function pinnedNodes(net: Network): number[] {
  const { nodes, holder } = net.rules.layout;
  return Array.from({ length: nodes }, (_, i) => i).filter((i) => net.s[holder + i] === HOLDER.enforcer);
}

/** Agitation of a node and its neighbours, in persons fully agitated. */
export function stirAround(net: Network): Float64Array {
  const { s } = net;
  const { nodes, bonds, from, to, agitation } = net.rules.layout;
  const out = new Float64Array(nodes);
  for (let i = 0; i < nodes; i++) out[i] = s[agitation + i] / 32768;
  const own = out.slice();
  for (let e = 0; e < bonds; e++) {
    if (!isSeenBond(net, e)) continue;
    out[s[from + e]] += own[s[to + e]];
    out[s[to + e]] += own[s[from + e]];
  }
  return out;
}

export function isStirred(net: Network, i: number): boolean {
  return net.s[net.rules.layout.agitation + i] > 12_000;
}

export function degreeOf(net: Network, i: number): number {
  const { s } = net;
  const { bonds, from, to } = net.rules.layout;
  let n = 0;
  for (let e = 0; e < bonds; e++) if (isSeenBond(net, e) && (s[from + e] === i || s[to + e] === i)) n++;
  return n;
}

/** Somebody in the middle who turns faster than those around can hold. */
export function runaway(net: Network): number {
  const { s } = net;
  const { nodes, base } = net.rules.layout;
  const fast = hertz(0.4);
  for (let i = 0; i < nodes; i++) {
    if (isFree(net, i) && size(s[base + i]) > fast && degreeOf(net, i) >= 6) return i;
  }
  return -1;
}
