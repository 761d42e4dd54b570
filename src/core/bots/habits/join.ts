// Joining what is apart: ties between groups, and people who sit at the wrong table.

import { hertz, size, turnFrom } from '../../math/turn.ts';
import { BOND } from '../../network/layout.ts';
import { bondBetween, chordAngle, type Network } from '../../network/network.ts';
import { use } from '../bot.ts';
import { canAfford, groupStands, isFree, SIXTH, TWELFTH } from '../senses.ts';
import { WAIT, want, type Habit } from './habit.ts';

export const tieTheAgreed: Habit = (net) => {
  if (net.rules.slots['bond'] === undefined || net.rules.layout.groups < 2) return null;
  const [one, other] = [groupStands(net, 0), groupStands(net, 1)];
  if (one.squared < 0.7 || other.squared < 0.7) return null;
  if (size(turnFrom(one.angle, other.angle)) > SIXTH - TWELFTH / 2) return null;
  const ties = countTies(net);
  if (ties >= 6) return null;
  if (ties === 0 && !canAfford(net, 'bond', 2)) return WAIT;
  const pair = bestTie(net, 1)[0];
  return pair === undefined ? null : want(net, use('bond', pair[0], pair[1]));
};

function countTies(net: Network): number {
  const { bonds, state } = net.rules.layout;
  let n = 0;
  for (let e = 0; e < bonds; e++) if ((net.s[state + e] & BOND.tied) !== 0) n++;
  return n;
}

/** Pairs of the two first groups that agree best and know each other least. */
export function bestTie(net: Network, most: number): [number, number][] {
  const { s } = net;
  const { nodes, group, state, bonds, from, to } = net.rules.layout;
  const ties = new Int32Array(nodes);
  for (let e = 0; e < bonds; e++) {
    if ((s[state + e] & BOND.tied) === 0) continue;
    ties[s[from + e]]++;
    ties[s[to + e]]++;
  }
  const pairs: { a: number; b: number; cost: number }[] = [];
  for (let a = 0; a < nodes; a++) {
    if (s[group + a] !== 0 || !isFree(net, a)) continue;
    for (let b = 0; b < nodes; b++) {
      if (s[group + b] !== 1 || !isFree(net, b) || bondBetween(net, a, b) >= 0) continue;
      const off = size(turnFrom(chordAngle(net, a), chordAngle(net, b)));
      if (off < SIXTH) pairs.push({ a, b, cost: off + (ties[a] + ties[b]) * TWELFTH });
    }
  }
  pairs.sort((p, q) => p.cost - q.cost || p.a - q.a || p.b - q.b);
  return pairs.slice(0, most).map(({ a, b }) => [a, b]);
}

export const swapTheMisfits: Habit = (net) => {
  if (net.rules.slots['swap'] === undefined || net.rules.layout.groups < 2) return null;
  const pair = misfits(net, 1)[0];
  return pair === undefined ? null : want(net, use('swap', pair[0], pair[1]));
};

/** Who turns with the other table: the ones furthest on the wrong side of the two tables' medians, paired. */
export function misfits(net: Network, most: number): [number, number][] {
  const { s } = net;
  const { nodes, group, base } = net.rules.layout;
  const of = (g: number): number[] => {
    const out: number[] = [];
    for (let i = 0; i < nodes; i++) if (s[group + i] === g && isFree(net, i)) out.push(i);
    return out.sort((a, b) => s[base + a] - s[base + b] || a - b);
  };
  const [one, other] = [of(0), of(1)];
  if (one.length === 0 || other.length === 0) return [];
  const median = (who: readonly number[]): number => s[base + who[who.length >> 1]];
  const [low, high] = median(one) < median(other) ? [one, other] : [other, one];
  const out: [number, number][] = [];
  const clear = hertz(0.25);
  for (let k = 0; k < Math.min(low.length, high.length) && out.length < most; k++) {
    const fast = low[low.length - 1 - k];
    const slow = high[k];
    if (s[base + fast] - s[base + slow] < clear) break;
    out.push([fast, slow]);
  }
  return out;
}
