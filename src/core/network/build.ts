// A network for a seed: who is there, who knows whom, what is already broken. The seed's dice go on inside the network.

import { below, seedRandom, within } from '../math/random.ts';
import { cosine, sine } from '../math/sine.ts';
import { fromByte, hertz, q30 } from '../math/turn.ts';
import { kindOf } from './acts.ts';
import { compile } from './fields.ts';
import { KINDS, type KindId } from './kinds/table.ts';
import { BOND, ENERGY, ENERGY_UNIT, HAZARD_RATE, NEVER, NEXT_TIMER, RANDOM } from './layout.ts';
import { kindOfPerson, LevelError, namesIn, peopleIn, scoreOfPerson, type Between, type Group } from './level.ts';
import { refuseOverflow } from './loudness.ts';
import { measure } from './measure.ts';
import {
  bondBetween,
  isBond,
  isSeenBond,
  placeBond,
  refreshBond,
  refreshVoice,
  releaseBond,
  type Network,
} from './network.ts';
import { roomTerms } from './rooms.ts';
import type { Rules } from './rules.ts';
import { firstMemory } from './scores.ts';

/** Behind a door trust has its own floor: at the common one a door's bonds would be too weak ever to bring two rooms together. */
const DOOR_FLOOR = q30(0.25);
/** Nobody is drawn into more bonds than this: more is hard to read, and soon too loud (see loudness.ts). */
const DEGREE_MOST = 16;

export { LevelError };

export interface NodePlan {
  x: number;
  y: number;
  rhythm: number;
  group?: number;
  part?: number;
  /** 0 to 99; absent for nobody's. */
  score?: number;
}

/** What a hazard may do while the network is being built. */
export class Builder {
  readonly s: Int32Array;
  private readonly net: Network;
  private nodes = 0;
  private bonds = 0;

  constructor(net: Network) {
    this.net = net;
    this.s = net.s;
    for (let e = 0; e < net.rules.layout.bonds; e++) releaseBond(net, e);
  }

  addNode(id: KindId, plan: NodePlan & { name?: string }): number {
    const { s } = this;
    const { layout } = this.net.rules;
    const i = this.nodes++;
    const kind = KINDS[id];
    s[layout.x + i] = plan.x;
    s[layout.y + i] = plan.y;
    s[layout.phase + i] = fromByte(below(s, RANDOM, 256)) + below(s, RANDOM, 0x100_0000);
    s[layout.rhythm + i] = plan.rhythm;
    s[layout.group + i] = plan.group ?? 0;
    s[layout.part + i] = plan.part ?? 0;
    s[layout.kind + i] = kind.code;
    s[layout.counted + i] = kind.counted ? 1 : 0;
    s[layout.voice + i] = kind.emit;
    s[layout.score + i] = plan.score === undefined ? -1 : compile('points', plan.score);
    s[layout.memory + i] = firstMemory(this.net, i);
    refreshVoice(this.net, i);
    s[layout.feel + i] = kind.feel;
    return i;
  }

  addBond(a: number, b: number, differs: Partial<Parameters<typeof placeBond>[4]> = {}): number {
    const { s } = this;
    const { rules } = this.net;
    const { part } = rules.layout;
    const e = this.bonds++;
    // Who is off the map is bonded to by what nobody sees, and what can be cut once it is seen.
    const offMap = kindOf(this.net, a).offMap === true || kindOf(this.net, b).offMap === true;
    placeBond(this.net, e, a, b, {
      interval: (s[part + b] - s[part + a]) | 0,
      ...roomTerms(rules, s[rules.layout.group + a], s[rules.layout.group + b]),
      state: 0,
      door: 0,
      ...differs,
    });
    if (offMap) s[rules.layout.state + e] |= BOND.hidden | BOND.foreign;
    return e;
  }

  /** Everybody placed so far who counts. */
  people(): number[] {
    const { counted } = this.net.rules.layout;
    return Array.from({ length: this.nodes }, (_, i) => i).filter((i) => this.s[counted + i] === 1);
  }

  /** The first k of a shuffled list. */
  draw(from: readonly number[], k: number): number[] {
    const left = [...from];
    for (let i = 0; i < k && i < left.length; i++) {
      const j = i + below(this.s, RANDOM, left.length - i);
      [left[i], left[j]] = [left[j], left[i]];
    }
    return left.slice(0, k);
  }
}

export function buildNetwork(rules: Rules, seed: number): Network {
  const net: Network = { rules, s: new Int32Array(rules.layout.size) };
  const { s } = net;
  const { level } = rules;
  seedRandom(s, RANDOM, seed);
  s[ENERGY] = Math.floor((level.energy?.start ?? 30) * ENERGY_UNIT);
  s[HAZARD_RATE] = 100;
  s[NEXT_TIMER] = NEVER;

  const builder = new Builder(net);
  const firsts: number[] = [];
  level.groups.forEach((group, g) => firsts.push(placeGroup(net, builder, group, g, level.groups.length)));
  level.groups.forEach((group, g) => bindGroup(net, builder, group, firsts[g]));
  for (const between of level.between ?? []) bindBetween(net, builder, between, firsts);
  settleRhythms(net, firsts);
  exchange(net, builder, firsts, level.exchanged ?? 0);
  cutBonds(net, level.cut ?? []);
  hurtBonds(net, builder, level.hurt ?? 0, level.wrong ?? 0);
  for (const hazard of rules.hazards) hazard.row.build?.(builder, hazard);
  refuseOverflow(net);

  const { nodes, rhythm, base, birth } = rules.layout;
  for (let i = 0; i < nodes; i++) s[base + i] = s[birth + i] = s[rhythm + i];
  for (const hazard of rules.hazards) hazard.row.begin?.(net, hazard);
  for (const placed of rules.kinds) placed.row.begin?.(net, placed);
  rules.goal.row.begin?.(net);
  measure(net);
  return net;
}

/** People of a group around its place: a ring, or the first in the middle of a star. */
function placeGroup(net: Network, builder: Builder, group: Group, g: number, groups: number): number {
  const { s } = net;
  const size = peopleIn(group);
  const spread = hertz(group.rhythm?.spread ?? 0.3);
  const part = compile('turns', group.part ?? 0);
  const [cx, cy, reach] = placeOf(g, groups);
  let first = -1;
  for (let i = 0; i < size; i++) {
    const who = typeof group.people === 'number' ? undefined : group.people[i];
    const middle = group.shape === 'star' && i === 0;
    const around = group.shape === 'star' ? size - 1 : size;
    const angle = Math.floor((i * 0x1_0000_0000) / around) | 0;
    const far = middle ? 0 : reach - below(s, RANDOM, reach >> 2);
    const drawn = within(s, RANDOM, spread);
    const hub = group.rhythm?.hub;
    const score = scoreOfPerson(group, i);
    const hubs = hub !== undefined && i === 0 ? hertz(hub) * (below(s, RANDOM, 2) * 2 - 1) : drawn;
    const node = builder.addNode(kindOfPerson(group, i), {
      x: who?.at?.[0] ?? cx + Math.floor(((cosine(angle) >> 15) * far) / 32768),
      y: who?.at?.[1] ?? cy + Math.floor(((sine(angle) >> 15) * far) / 32768),
      rhythm: who?.rhythm === undefined ? hubs : hertz(who.rhythm),
      group: g,
      part,
      ...(score === undefined ? {} : { score }),
    });
    if (i === 0) first = node;
  }
  return first;
}

/** Middle and reach of the g-th of n groups on the 4096 square. */
function placeOf(g: number, n: number): [x: number, y: number, reach: number] {
  if (n === 1) return [2048, 2048, 1700];
  const angle = Math.floor((g * 0x1_0000_0000) / n - 0x8000_0000) | 0;
  const reach = n === 2 ? 870 : 780;
  return [2048 + Math.floor((cosine(angle) >> 15) / 28), 2048 + Math.floor((sine(angle) >> 15) / 28), reach];
}

function bindGroup(net: Network, builder: Builder, group: Group, first: number): void {
  const size = peopleIn(group);
  if (typeof group.bonds !== 'number') {
    const names = namesIn(group);
    for (const [a, b] of group.bonds) builder.addBond(first + names.indexOf(a), first + names.indexOf(b));
    return;
  }
  let left = group.bonds;
  const add = (a: number, b: number): void => {
    builder.addBond(first + a, first + b);
    left--;
  };
  const star = group.shape === 'star';
  if (star) {
    for (let i = 1; i < size && left > 0; i++) add(0, i);
    // The rim: neighbours around, every second gap first, so that a thin rim is spread out.
    for (const start of [1, 2]) {
      for (let i = start; i < size && left > 0; i += 2) {
        const next = i === size - 1 ? 1 : i + 1;
        if (next !== i && bondBetween(net, first + i, first + next) < 0) add(i, next);
      }
    }
  } else {
    for (let i = 0; i < size && left > 0 && size > 1; i++) if (size > 2 || i === 0) add(i, (i + 1) % size);
  }
  const people = Array.from({ length: size }, (_, i) => first + i);
  drawPairs(net, builder, left, people, people);
}

function bindBetween(net: Network, builder: Builder, between: Between, firsts: readonly number[]): void {
  const { rules } = net;
  const [g, h] = between.groups.map((name) => rules.level.groups.findIndex((one) => one.name === name));
  const [ones, others] = [g, h].map((one) =>
    Array.from({ length: peopleIn(rules.level.groups[one]) }, (_, i) => firsts[one] + i),
  );
  const door = between.door === undefined ? 0 : rules.doors.indexOf(between.door) + 1;
  const floor = door > 0 ? DOOR_FLOOR : rules.trust;
  const trust = between.trust === undefined ? floor : q30(between.trust);
  const state = between.shut === true ? BOND.shut : 0;
  drawPairs(net, builder, between.bonds, ones, others, { trust: trust < floor ? floor : trust, floor, door, state });
}

/**
 * Bonds from some people to others, none twice, nobody overfull. Dice first; when they run dry, the first pairs in order
 * that fit, so that a level which can be built is built for every seed.
 */
function drawPairs(
  net: Network,
  builder: Builder,
  count: number,
  ones: readonly number[],
  others: readonly number[],
  differs: Parameters<Builder['addBond']>[2] = {},
): void {
  const degree = degrees(net);
  const neighbours = neighboursOf(net);
  let left = count;
  const bind = (a: number, b: number): void => {
    if (a === b || degree[a] >= DEGREE_MOST || degree[b] >= DEGREE_MOST || neighbours[a].has(b)) return;
    builder.addBond(a, b, differs);
    neighbours[a].add(b);
    neighbours[b].add(a);
    degree[a]++;
    degree[b]++;
    left--;
  };
  for (let tries = 64 * count; left > 0 && tries > 0; tries--) {
    const a = ones[below(net.s, RANDOM, ones.length)];
    bind(a, others[below(net.s, RANDOM, others.length)]);
  }
  for (const a of ones) for (const b of others) if (left > 0) bind(a, b);
  if (left > 0) throw new LevelError(`${net.rules.level.id}: tooDense: ${left} of ${count} bonds found no room`);
}

function degrees(net: Network): number[] {
  return neighboursOf(net).map((one) => one.size);
}

function neighboursOf(net: Network): Set<number>[] {
  const { nodes, bonds, from, to } = net.rules.layout;
  const out = Array.from({ length: nodes }, () => new Set<number>());
  for (let e = 0; e < bonds; e++) {
    if (!isBond(net, e)) continue;
    out[net.s[from + e]].add(net.s[to + e]);
    out[net.s[to + e]].add(net.s[from + e]);
  }
  return out;
}

/**
 * Group means are the level's, not the dice's: a draw could cancel or double the drift that the level is about. And nobody
 * is given a rhythm that their bonds, mended and trusted, could not hold: |ω - mean| ≤ 0.45 · pull · degree.
 */
function settleRhythms(net: Network, firsts: readonly number[]): void {
  const { s, rules } = net;
  const { rhythm } = rules.layout;
  const degree = degrees(net);
  rules.level.groups.forEach((group, g) => {
    const size = peopleIn(group);
    const mean = hertz(group.rhythm?.mean ?? 0);
    let sum = 0;
    for (let i = firsts[g]; i < firsts[g] + size; i++) sum += s[rhythm + i];
    const shift = mean - Math.floor(sum / size);
    for (let i = firsts[g]; i < firsts[g] + size; i++) {
      const most = Math.floor(0.45 * degree[i] * rules.pull * 2048);
      const away = s[rhythm + i] + shift - mean;
      if (degree[i] > 0) s[rhythm + i] = mean + (away > most ? most : away < -most ? -most : away);
    }
  });
}

/** Pairs of people who sit in each other's group: rhythms and hands change places, before anybody's identity is taken. */
function exchange(net: Network, builder: Builder, firsts: readonly number[], pairs: number): void {
  if (pairs === 0) return;
  const { s } = net;
  const { rhythm } = net.rules.layout;
  const members = (g: number): number[] =>
    Array.from({ length: peopleIn(net.rules.level.groups[g]) }, (_, i) => firsts[g] + i);
  const here = builder.draw(members(0), pairs);
  const there = builder.draw(members(1), pairs);
  for (let k = 0; k < pairs && k < here.length && k < there.length; k++) {
    const kept = s[rhythm + here[k]];
    s[rhythm + here[k]] = s[rhythm + there[k]];
    s[rhythm + there[k]] = kept;
  }
}

/** Bonds that the level names as broken; dice have no say in these. */
function cutBonds(net: Network, pairs: readonly (readonly [string, string])[]): void {
  const { s, rules } = net;
  const { state, trust, floor } = rules.layout;
  for (const [a, b] of pairs) {
    const e = bondBetween(net, rules.names.indexOf(a), rules.names.indexOf(b));
    s[state + e] |= BOND.cut;
    s[trust + e] = s[floor + e];
    refreshBond(net, e);
  }
}

/** What is broken when the engineers arrive: the even ones inverted, the odd ones cut; then intervals set wrong on others. */
function hurtBonds(net: Network, builder: Builder, hurt: number, wrong: number): void {
  const { s, rules } = net;
  const { bonds, state, interval, trust, floor } = rules.layout;
  const all = Array.from({ length: bonds }, (_, e) => e).filter(
    (e) => isSeenBond(net, e) && (s[state + e] & BOND.cut) === 0,
  );
  const drawn = builder.draw(all, hurt + wrong);
  drawn.forEach((e, k) => {
    if (k < hurt) {
      s[state + e] |= k % 2 === 0 ? BOND.flipped : BOND.cut;
      s[trust + e] = s[floor + e];
    } else {
      s[interval + e] = (s[interval + e] + fromByte(64 + below(s, RANDOM, 129))) | 0;
    }
    refreshBond(net, e);
  });
}
