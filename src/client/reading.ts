// What can be read off a network without knowing how it is shown: who stands how, what is broken, what is about to happen.
// The picture, the words and the hands all read here, so that they never say different things of one state. Pure.

import { angleOf } from '../core/math/sine.ts';
import { fromByte, toByte, turnFrom } from '../core/math/turn.ts';
import { isSeenNode } from '../core/network/acts.ts';
import { DUE, NAMED } from '../core/network/hazards/hazard.ts';
import { sitsAt } from '../core/network/hazards/phage.ts';
import type { HazardId } from '../core/network/hazards/table.ts';
import { peopleIn } from '../core/network/level.ts';
import { BOND, ENERGY, ENERGY_UNIT, HELD_FOR, HOLDER, TICK } from '../core/network/layout.ts';
import { authenticity, coherenceOf } from '../core/network/measure.ts';
import { gather, isBond, isSeenBond, isShielded, type Network } from '../core/network/network.ts';

export type Target = { readonly kind: 'node' | 'bond' | 'door'; readonly id: number };

export function isSame(a: Target | null, b: Target | null): boolean {
  return a === b || (a !== null && b !== null && a.kind === b.kind && a.id === b.id);
}

/** Degrees, -180 to 180, for people. */
export function degrees(angle: number): number {
  return Math.round((angle / 0x1_0000_0000) * 360);
}

// ------------------------------------------------------------------------------------------------ together

export interface Standing {
  /** For each group: where it is measured together with others, their mean chord angle and how far they agree, 0 to 1. */
  readonly angle: readonly number[];
  readonly coherence: readonly number[];
}

export function standing(net: Network): Standing {
  const { s, rules } = net;
  const { layout } = rules;
  const byGroup = rules.level.goal.kind === 'groups';
  const outside = rules.level.goal.kind === 'shielded';
  const angle: number[] = [];
  const coherence: number[] = [];
  for (let g = 0; g < layout.groups; g++) {
    if (g > 0 && !byGroup) {
      angle.push(angle[0]);
      coherence.push(coherence[0]);
      continue;
    }
    const all = gather(
      net,
      (i) => s[layout.counted + i] === 1 && (!byGroup || s[layout.group + i] === g) && !(outside && isShielded(net, i)),
    );
    angle.push(all.angle);
    coherence.push(coherenceOf(all.x, all.y, all.n));
  }
  return { angle, coherence };
}

/** Where a hand would stand if it stood with the others. */
export function wantedAngle(net: Network, stands: Standing, i: number): number {
  const { group, part } = net.rules.layout;
  return ((stands.angle[net.s[group + i]] ?? 0) + net.s[part + i]) | 0;
}

/** The same, asked of the others alone: what tune offers before anybody turns it. */
export function anglesOfOthers(net: Network, i: number): number {
  const { s, rules } = net;
  const { group, counted, part } = rules.layout;
  const byGroup = rules.level.goal.kind === 'groups';
  const { x, y } = gather(net, (j) => j !== i && s[counted + j] === 1 && (!byGroup || s[group + j] === s[group + i]));
  return (angleOf(x, y) + s[part + i]) | 0;
}

/** A bond as its two ends stand now. */
export function intervalNow(net: Network, e: number): number {
  const { s } = net;
  const { phase, from, to } = net.rules.layout;
  return fromByte(toByte((s[phase + s[to + e]] - s[phase + s[from + e]]) | 0));
}

// ------------------------------------------------------------------------------------------------ people

const NODE_STATES = ['free', 'partial', 'fractured', 'inTune'] as const;
export type NodeState = (typeof NODE_STATES)[number];

const IN_TUNE = 30;
const NEARLY = 75;

export function nodeState(net: Network, stands: Standing, i: number): NodeState {
  const { s } = net;
  const { layout } = net.rules;
  if (s[layout.holder + i] === HOLDER.enforcer) return 'fractured';
  const off = Math.abs(offBy(net, stands, i));
  const together = stands.coherence[s[layout.group + i]] ?? 0;
  if (together >= 0.6 && off <= IN_TUNE) return 'inTune';
  if (isMostlyBroken(net, i)) return 'fractured';
  return together >= 0.3 && off <= NEARLY ? 'partial' : 'free';
}

/** Degrees from where it would stand with the others. */
export function offBy(net: Network, stands: Standing, i: number): number {
  return degrees(turnFrom(wantedAngle(net, stands, i), net.s[net.rules.layout.phase + i]));
}

function isMostlyBroken(net: Network, i: number): boolean {
  const { s } = net;
  const { bonds, from, to, state } = net.rules.layout;
  let broken = 0;
  let all = 0;
  for (let e = 0; e < bonds; e++) {
    if (!isSeenBond(net, e) || (s[from + e] !== i && s[to + e] !== i)) continue;
    all++;
    if ((s[state + e] & (BOND.cut | BOND.flipped)) !== 0) broken++;
  }
  return all > 0 && broken * 2 >= all;
}

/** Ticks left of a shield, an anchor or a raid, and of how many. */
export interface Remaining {
  readonly left: number;
  readonly of: number;
}

export function shieldOf(net: Network, i: number): Remaining | null {
  const left = net.s[net.rules.layout.shieldedUntil + i] - net.s[TICK];
  return left > 0 ? { left, of: lasting(net, 'shield', left) } : null;
}

export function holdOf(net: Network, i: number): (Remaining & { readonly by: 'anchor' | 'enforcer' }) | null {
  const { s, rules } = net;
  const { holder, heldUntil } = rules.layout;
  if (s[holder + i] === HOLDER.nobody) return null;
  const left = Math.max(0, s[heldUntil + i] - s[TICK]);
  if (s[holder + i] === HOLDER.anchor) return { by: 'anchor', left, of: lasting(net, 'anchor', left) };
  const raid = rules.hazards.find((one) => one.id === 'enforcer');
  return { by: 'enforcer', left, of: Math.max(left, raid?.values.lasts ?? left) };
}

function lasting(net: Network, tool: string, left: number): number {
  return Math.max(left, net.rules.tools[net.rules.slots[tool] ?? -1]?.ticks ?? left);
}

export function seenNodes(net: Network): number[] {
  return Array.from({ length: net.rules.layout.nodes }, (_, i) => i).filter((i) => isSeenNode(net, i));
}

/** The people of each group, where there are several; those whom a rule brought in belong to none. */
export function groupsShown(net: Network): number[][] {
  const { groups } = net.rules.level;
  if (groups.length < 2) return [];
  let next = 0;
  return groups.map((group) => Array.from({ length: peopleIn(group) }, () => next++));
}

/** So long a name still stands beside a ring. */
const NAME_MOST = 9;

/** A short name, for the picture and the lists: their own, or the number in the group, after as much of its name as it takes. */
export function tagOf(net: Network, i: number): string {
  const { groups } = net.rules.level;
  let first = 0;
  for (const group of groups) {
    const people = peopleIn(group);
    const named = typeof group.people === 'number' ? undefined : group.people[i - first]?.name;
    if (named !== undefined && named.length <= NAME_MOST) return named;
    if (i < first + people) return `${groups.length > 1 ? initialOf(group.name, groups) : ''}${i - first + 1}`;
    first += people;
  }
  return '?';
}

function initialOf(name: string, groups: readonly { readonly name: string }[]): string {
  let length = 1;
  while (length < name.length && groups.some((one) => one.name !== name && one.name.startsWith(name.slice(0, length))))
    length++;
  return name.slice(0, 1).toUpperCase() + name.slice(1, length);
}

// ------------------------------------------------------------------------------------------------ bonds

const BOND_STATES = ['whole', 'inverted', 'cut', 'shut', 'foreign', 'tied'] as const;
export type BondState = (typeof BOND_STATES)[number];

export function bondState(net: Network, e: number): BondState {
  const bits = net.s[net.rules.layout.state + e];
  if ((bits & BOND.foreign) !== 0) return 'foreign';
  if ((bits & BOND.cut) !== 0) return 'cut';
  if ((bits & BOND.flipped) !== 0) return 'inverted';
  if ((bits & BOND.shut) !== 0) return 'shut';
  return (bits & BOND.tied) !== 0 ? 'tied' : 'whole';
}

export function seenBonds(net: Network): number[] {
  return Array.from({ length: net.rules.layout.bonds }, (_, e) => e).filter((e) => isSeenBond(net, e));
}

export function bondEnds(net: Network, e: number): [a: number, b: number] {
  const { from, to } = net.rules.layout;
  return [net.s[from + e], net.s[to + e]];
}

/** Broken: what a mend is for. */
export function isBroken(state: BondState): boolean {
  return state === 'cut' || state === 'inverted' || state === 'foreign';
}

/** Degrees that its ends should be apart, as their parts are. */
export function intervalWanted(net: Network, e: number): number {
  const { part } = net.rules.layout;
  const [a, b] = bondEnds(net, e);
  return degrees((net.s[part + b] - net.s[part + a]) | 0);
}

const NEARLY_RIGHT = 20;

/** Only where a tool can set it is an interval anybody's business. */
export function isWrong(net: Network, e: number): boolean {
  if (net.rules.slots['interval'] === undefined) return false;
  const { part, interval } = net.rules.layout;
  const [a, b] = bondEnds(net, e);
  return Math.abs(degrees((net.s[part + b] - net.s[part + a] - net.s[interval + e]) | 0)) > NEARLY_RIGHT;
}

export function isDoorShut(net: Network, door: number): boolean {
  const { state } = net.rules.layout;
  return seenBonds(net).some((e) => doorOf(net, e) === door && (net.s[state + e] & BOND.shut) !== 0);
}

/** 0 to 1. */
export function trustOf(net: Network, e: number): number {
  return net.s[net.rules.layout.trust + e] / 0x4000_0000;
}

export function doorOf(net: Network, e: number): number {
  return isBond(net, e) ? net.s[net.rules.layout.door + e] - 1 : -1;
}

// ------------------------------------------------------------------------------------------------ what comes

export interface Named {
  readonly hazard: HazardId;
  readonly on: 'node' | 'bond' | 'group';
  readonly id: number;
  /** Until it strikes, and how long before that it said so; 0 of something: it has struck and lasts. */
  readonly left: number;
  readonly of: number;
}

export function namedByHazards(net: Network): Named[] {
  const { s } = net;
  const out: Named[] = [];
  for (const { id, row, block, values } of net.rules.hazards) {
    if (row.names === undefined || s[block + NAMED] === 0) continue;
    const of = id === 'phage' ? values.every : values.tell;
    const left = id === 'storm' && s[block + DUE] > of ? 0 : Math.max(0, s[block + DUE]);
    out.push({ hazard: id as HazardId, on: row.names, id: s[block + NAMED] - 1, left: Math.min(left, of), of });
  }
  return out;
}

export function phages(net: Network): number[] {
  return net.rules.hazards
    .filter((one) => one.id === 'phage')
    .map((one) => sitsAt(net, one))
    .filter((node) => node >= 0);
}

// ------------------------------------------------------------------------------------------------ the goal

export interface Meters {
  readonly coherence: number;
  readonly coherenceAsked: number;
  readonly authenticity: number;
  readonly authenticityAsked: number;
  readonly heldTicks: number;
  readonly holdTicks: number;
  readonly energy: number;
  readonly energyMost: number;
  readonly ticksLeft: number;
  readonly limit: number;
}

export function meters(net: Network, stands: Standing): Meters {
  const { s, rules } = net;
  return {
    coherence: Math.min(...stands.coherence),
    coherenceAsked: rules.target / 16384,
    authenticity: authenticity(net),
    authenticityAsked: rules.authenticity / 32768,
    heldTicks: s[HELD_FOR],
    holdTicks: rules.hold,
    energy: s[ENERGY] / ENERGY_UNIT,
    energyMost: rules.energyMost / ENERGY_UNIT,
    limit: rules.limit,
    ticksLeft: Math.max(0, rules.limit - s[TICK]),
  };
}

/** A door that has only a letter is called by what it is, too. */
export function doorName(net: Network, id: number): string {
  const name = net.rules.doors[id] ?? '';
  return name.length > 1 ? name : `door ${name.toUpperCase()}`.trim();
}
