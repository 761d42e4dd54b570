// A network is its level's compiled rules (which never change) and one Int32Array (which only a step changes).
// Copy the array and you have copied the network.

import { angleOf, cosine, sine } from '../math/sine.ts';
import { BOND, HOLDER, NEXT_TIMER, OUTCOME, TICK } from './layout.ts';
import type { Rules } from './rules.ts';
import { OUTCOMES, type Outcome } from './vocabulary.ts';

export interface Network {
  readonly rules: Rules;
  readonly s: Int32Array;
}

export function copyNetwork(net: Network): Network {
  return { rules: net.rules, s: net.s.slice() };
}

export function outcome(net: Network): Outcome {
  return OUTCOMES[net.s[OUTCOME]];
}

export function isOver(net: Network): boolean {
  return net.s[OUTCOME] !== 0;
}

export function isNode(net: Network, i: number): boolean {
  return i >= 0 && i < net.rules.layout.nodes;
}

export function isBond(net: Network, e: number): boolean {
  const { layout } = net.rules;
  return e >= 0 && e < layout.bonds && (net.s[layout.state + e] & BOND.free) === 0;
}

/** A hidden bond is not there for anyone who plays; only rules and the oracle bot may look. */
export function isSeenBond(net: Network, e: number): boolean {
  return isBond(net, e) && (net.s[net.rules.layout.state + e] & BOND.hidden) === 0 && !isAwaited(net, e);
}

/** Still on the way: not counted, not pulled, nobody to point at. */
export function isLate(net: Network, i: number): boolean {
  return net.s[net.rules.layout.arrives + i] !== 0;
}

/** A bond with somebody who is still on the way. */
function isAwaited(net: Network, e: number): boolean {
  const { from, to } = net.rules.layout;
  return isLate(net, net.s[from + e]) || isLate(net, net.s[to + e]);
}

export function isShielded(net: Network, i: number): boolean {
  return net.s[net.rules.layout.shieldedUntil + i] > net.s[TICK];
}

export function isHeld(net: Network, i: number): boolean {
  return net.s[net.rules.layout.holder + i] !== HOLDER.nobody;
}

/**
 * `emit` is what a voice comes to by its score: call after changing `voice`, `score`, `lensUntil` or `gatheredBy`. Written here, when it
 * changes, so that the loop over bonds reads one column as it always did.
 */
export function refreshVoice(net: Network, i: number): void {
  const { s, rules } = net;
  const { voice, emit, score } = rules.layout;
  const given = s[score + i];
  if (rules.scores === null || rules.scores.mode === 'hidden' || given < 0 || isHeardInFull(net, i)) {
    s[emit + i] = s[voice + i];
    return;
  }
  const { quiet } = rules.scores;
  const share = quiet + (((32768 - quiet) * given) >> 15);
  s[emit + i] = (s[voice + i] * share + 16384) >> 15;
}

/** Under the lens, or at a workshop’s table: there nobody is heard by their number. */
function isHeardInFull(net: Network, i: number): boolean {
  return isSeenAsTheyAre(net, i) || net.s[net.rules.layout.gatheredBy + i] !== 0;
}

/** Under the lens: heard at full voice, whatever the number says. */
export function isSeenAsTheyAre(net: Network, i: number): boolean {
  return net.s[net.rules.layout.lensUntil + i] > net.s[TICK];
}

/** `pull` is what a bond's state, both ends' shields and both ends' being here come to; call after changing any of them. */
export function refreshBond(net: Network, e: number): void {
  const { s } = net;
  const { layout } = net.rules;
  const state = s[layout.state + e];
  if (
    (state & (BOND.free | BOND.cut | BOND.shut)) !== 0 ||
    isShielded(net, s[layout.from + e]) ||
    isShielded(net, s[layout.to + e]) ||
    isAwaited(net, e)
  ) {
    s[layout.pull + e] = 0;
  } else {
    s[layout.pull + e] = (state & BOND.flipped) === 0 ? 1 : -1;
  }
}

export function refreshBondsOf(net: Network, i: number): void {
  const { s } = net;
  const { from, to, bonds, state } = net.rules.layout;
  for (let e = 0; e < bonds; e++) {
    if ((s[state + e] & BOND.free) === 0 && (s[from + e] === i || s[to + e] === i)) refreshBond(net, e);
  }
}

/** Somebody set a timer that ends at `tick`. */
export function noteTimer(net: Network, tick: number): void {
  if (tick < net.s[NEXT_TIMER]) net.s[NEXT_TIMER] = tick;
}

export function endOf(net: Network, e: number, i: number): number {
  const { layout } = net.rules;
  const a = net.s[layout.from + e];
  return a === i ? net.s[layout.to + e] : a;
}

export function touches(net: Network, e: number, i: number): boolean {
  const { layout } = net.rules;
  return (net.s[layout.state + e] & BOND.free) === 0 && (net.s[layout.from + e] === i || net.s[layout.to + e] === i);
}

export function bondBetween(net: Network, a: number, b: number): number {
  const { s } = net;
  const { from, to, bonds, state } = net.rules.layout;
  for (let e = 0; e < bonds; e++) {
    if ((s[state + e] & BOND.free) !== 0) continue;
    if ((s[from + e] === a && s[to + e] === b) || (s[from + e] === b && s[to + e] === a)) return e;
  }
  return -1;
}

/** A slot for one more bond, or -1. */
export function freeBond(net: Network): number {
  const { s } = net;
  const { state, bonds } = net.rules.layout;
  for (let e = 0; e < bonds; e++) if ((s[state + e] & BOND.free) !== 0) return e;
  return -1;
}

export function releaseBond(net: Network, e: number): void {
  const { s } = net;
  const { layout } = net.rules;
  s[layout.state + e] = BOND.free;
  s[layout.pull + e] = 0;
  s[layout.promisedUntil + e] = 0;
  s[layout.trust + e] = 0;
}

export interface NewBond {
  interval: number;
  trust: number;
  floor: number;
  grow: number;
  fade: number;
  state: number;
  door: number;
}

export function placeBond(net: Network, e: number, a: number, b: number, bond: NewBond): void {
  const { s } = net;
  const { layout } = net.rules;
  s[layout.from + e] = a;
  s[layout.to + e] = b;
  s[layout.interval + e] = bond.interval;
  s[layout.trust + e] = bond.trust;
  s[layout.floor + e] = bond.floor;
  s[layout.grow + e] = bond.grow;
  s[layout.fade + e] = bond.fade;
  s[layout.state + e] = bond.state;
  s[layout.door + e] = bond.door;
  s[layout.promisedUntil + e] = 0;
  refreshBond(net, e);
}

/** The hand's angle once the node's own part in the chord is taken off: equal for all when the chord stands. */
export function chordAngle(net: Network, i: number): number {
  const { layout } = net.rules;
  return (net.s[layout.phase + i] - net.s[layout.part + i]) | 0;
}

/** Mean chord angle of the counted nodes that `belongs` picks, and their coherence squared as x, y, n (Q14 sums). */
export function gather(
  net: Network,
  belongs: (i: number) => boolean,
): { x: number; y: number; n: number; angle: number } {
  const { nodes } = net.rules.layout;
  let x = 0;
  let y = 0;
  let n = 0;
  for (let i = 0; i < nodes; i++) {
    if (!belongs(i)) continue;
    const angle = chordAngle(net, i);
    x += cosine(angle) >> 16;
    y += sine(angle) >> 16;
    n++;
  }
  return { x, y, n, angle: angleOf(x, y) };
}

/**
 * The next node on a shortest road from a to b over bonds that carry (whole, open, seen), or -1; of two roads as short, by
 * the earlier bond. Linear in bonds.
 */
export function nextOnRoad(net: Network, a: number, b: number): number {
  const { s } = net;
  const { bonds, from, to } = net.rules.layout;
  const away = stepsTo(net, b);
  let best = -1;
  for (let e = 0; e < bonds; e++) {
    if (!carries(net, e) || (s[from + e] !== a && s[to + e] !== a)) continue;
    const next = endOf(net, e, a);
    if (away[next] >= 0 && (best < 0 || away[next] < away[best])) best = next;
  }
  return best;
}

function carries(net: Network, e: number): boolean {
  const { pull, state } = net.rules.layout;
  return net.s[pull + e] === 1 && (net.s[state + e] & (BOND.hidden | BOND.foreign)) === 0;
}

/** How many bonds each node is from b, -1 where no road leads: breadth first, over neighbours listed once. */
function stepsTo(net: Network, b: number): Int32Array {
  const { s } = net;
  const { nodes, bonds, from, to } = net.rules.layout;
  const begins = new Int32Array(nodes + 1);
  for (let e = 0; e < bonds; e++) {
    if (!carries(net, e)) continue;
    begins[s[from + e] + 1]++;
    begins[s[to + e] + 1]++;
  }
  for (let i = 0; i < nodes; i++) begins[i + 1] += begins[i];
  const next = begins.slice();
  const near = new Int32Array(begins[nodes]);
  for (let e = 0; e < bonds; e++) {
    if (!carries(net, e)) continue;
    near[next[s[from + e]]++] = s[to + e];
    near[next[s[to + e]]++] = s[from + e];
  }
  const away = new Int32Array(nodes).fill(-1);
  const queue = new Int32Array(nodes);
  away[b] = 0;
  queue[0] = b;
  for (let head = 0, tail = 1; head < tail; head++) {
    const here = queue[head];
    for (let k = begins[here]; k < begins[here + 1]; k++) {
      if (away[near[k]] >= 0) continue;
      away[near[k]] = away[here] + 1;
      queue[tail++] = near[k];
    }
  }
  return away;
}
