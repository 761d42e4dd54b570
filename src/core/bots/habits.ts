// What somebody does who has been taught the level's verb and plays it with sense: one habit a line of play, first that
// answers wins. A habit answers with an act, with WAIT (it wants that act and has not the energy, or the beat, yet), or null.

import { cosine } from '../math/sine.ts';
import { hertz, size, toByte, turnFrom } from '../math/turn.ts';
import { refusal, kindOf } from '../network/acts.ts';
import { beatAngle, isOnBeat } from '../network/beat.ts';
import { NAMED } from '../network/hazards/hazard.ts';
import { BOND, LAST_TOOL, TICK } from '../network/layout.ts';
import { isCoherent } from '../network/measure.ts';
import { bondBetween, chordAngle, gather, isHeld, isShielded, nextOnRoad, type Network } from '../network/network.ts';
import { use, type Use } from './bot.ts';
import {
  bearing,
  brokenBonds,
  canAfford,
  groupStands,
  isCounted,
  isFree,
  isReady,
  isStirred,
  namedNodes,
  pinnedNodes,
  rightInterval,
  runaway,
  SIXTH,
  stirAround,
  TWELFTH,
  wrongBonds,
} from './senses.ts';

export const WAIT = 'wait';
export type Urge = Use | typeof WAIT | null;

export interface Memory {
  /** When each node was last tuned, and by whose eyes it was looked behind. */
  readonly tunedAt: Int32Array;
  readonly lookedAt: Int32Array;
}

export function newMemory(net: Network): Memory {
  const { nodes } = net.rules.layout;
  return { tunedAt: new Int32Array(nodes).fill(-9999), lookedAt: new Int32Array(nodes).fill(-9999) };
}

export function copyMemory(memory: Memory): Memory {
  return { tunedAt: memory.tunedAt.slice(), lookedAt: memory.lookedAt.slice() };
}

export interface Mood {
  readonly memory: Memory;
  /** A tremble added to every aimed angle, in 1/256 turn. */
  readonly tremble: () => number;
  readonly mends: boolean;
}

type Habit = (net: Network, mood: Mood) => Urge;

/** Do it when it can be done; wait for the energy or the hand; let go when it cannot be done at all. */
function want(net: Network, act: Use): Urge {
  const no = refusal(net, act.tool, act);
  if (no === null) return act;
  return no === 'notEnoughEnergy' || no === 'coolingDown' ? WAIT : null;
}

const shieldTheNamed: Habit = (net) => {
  const slot = net.rules.slots['shield'];
  if (slot === undefined) return null;
  for (const i of pinnedNodes(net)) return want(net, use('shield', i));
  for (const { node, left, hazard } of namedNodes(net)) {
    if (hazard.id === 'drift' || isShielded(net, node)) continue;
    if (left < net.rules.tools[slot].ticks - 10) return want(net, use('shield', node));
  }
  return null;
};

/** For a goal that asks for some behind closed doors: once the others stand, close it on those who stand worst. */
const shieldForTheGoal: Habit = (net) => {
  const { goal, layout, target } = net.rules;
  if (net.rules.level.goal.kind !== 'shielded' || net.rules.slots['shield'] === undefined) return null;
  const { off } = bearing(net);
  const outside: number[] = [];
  let behind = 0;
  for (let i = 0; i < layout.nodes; i++) {
    if (!isCounted(net, i)) continue;
    if (isShielded(net, i)) behind++;
    else outside.push(i);
  }
  if (behind >= goal.values.behind) return null;
  outside.sort((a, b) => off(b) - off(a) || a - b);
  const rest = outside.slice(goal.values.behind - behind);
  if (!standTogether(net, rest, target)) return null;
  if (behind === 0 && !canAfford(net, 'shield', goal.values.behind)) return WAIT;
  return want(net, use('shield', outside[0]));
};

function standTogether(net: Network, who: readonly number[], target: number): boolean {
  const { to } = bearing(net);
  let sum = 0;
  for (const i of who) sum += cosine((chordAngle(net, i) - to(i)) | 0) >> 16;
  return sum >= target * who.length;
}

const mindTheDoors: Habit = (net) => {
  if (net.rules.slots['door'] === undefined) return null;
  const { s, rules } = net;
  const { bonds, door, state } = rules.layout;
  for (let d = 0; d < rules.doors.length; d++) {
    let shut = false;
    for (let e = 0; e < bonds; e++) if (s[door + e] === d + 1 && (s[state + e] & BOND.shut) !== 0) shut = true;
    const storm = rules.hazards.some((one) => one.id === 'storm' && s[one.block + NAMED] !== 0);
    if (storm) {
      if (!shut) return want(net, use('door', d));
      continue;
    }
    if (!shut) continue;
    const [one, other] = [groupStands(net, 0), groupStands(net, 1)];
    const settled = one.squared > 0.72 && other.squared > 0.72;
    if (settled && size(turnFrom(one.angle, other.angle)) < SIXTH) return want(net, use('door', d));
  }
  return null;
};

const pulseTheThickest: Habit = (net) => {
  if (net.rules.slots['pulse'] === undefined) return null;
  const stir = stirAround(net);
  let best = -1;
  for (let i = 0; i < stir.length; i++) if (isFree(net, i) && (best < 0 || stir[i] > stir[best])) best = i;
  if (best < 0 || stir[best] < 1.6) return null;
  if (isOnBeat(net)) return want(net, use('pulse', best));
  // Near enough to wait for: the quarter bar before the window.
  return beatAngle(net) < -0x2000_0000 && beatAngle(net) > -0x6000_0000 ? WAIT : null;
};

const cutTheForeign: Habit = (net, { mends }) => {
  if (!mends && net.rules.slots['reveal'] === undefined) return null;
  const { state } = net.rules.layout;
  for (const e of brokenBonds(net)) if ((net.s[state + e] & BOND.foreign) !== 0) return want(net, use('mend', e));
  return null;
};

const mendTheFirst: Habit = (net, { mends }) => {
  if (!mends) return null;
  for (const e of brokenBonds(net)) {
    const urge = want(net, use('mend', e));
    if (urge !== null) return urge;
  }
  return null;
};

const tieTheAgreed: Habit = (net) => {
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

const swapTheMisfits: Habit = (net) => {
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

const setTheWrong: Habit = (net) => {
  if (net.rules.slots['interval'] === undefined) return null;
  for (const e of wrongBonds(net)) {
    const urge = want(net, use('interval', e, toByte(rightInterval(net, e))));
    if (urge !== null) return urge;
  }
  return null;
};

const lookBehindTheSlipping: Habit = (net, mood) => {
  if (net.rules.slots['reveal'] === undefined) return null;
  const i = slipping(net, mood.memory, 1)[0];
  return i === undefined ? null : want(net, use('reveal', i));
};

/** Who was tuned a moment ago and has gone again, and was not looked behind yet. */
function slipping(net: Network, memory: Memory, most: number): number[] {
  const { off } = bearing(net);
  const now = net.s[TICK];
  const out: number[] = [];
  for (let i = 0; i < net.rules.layout.nodes; i++) {
    const since = now - memory.tunedAt[i];
    if (since < 60 || since > 1200 || memory.lookedAt[i] > -9999 || isStirred(net, i)) continue;
    if (isFree(net, i) && off(i) > TWELFTH) out.push(i);
  }
  return out.sort((a, b) => off(b) - off(a) || a - b).slice(0, most);
}

const echoTheHold: Habit = (net) => {
  const slot = net.rules.slots['echo'];
  if (slot === undefined || net.s[LAST_TOOL] === 0) return null;
  const last = net.rules.tools[net.s[LAST_TOOL] - 1].id;
  return last === 'anchor' || last === 'pulse' ? want(net, use('echo')) : null;
};

/** Gather the others first; then catch the one in the middle as they come by. */
const holdTheRunaway: Habit = (net) => {
  if (net.rules.slots['anchor'] === undefined || !isReady(net, 'anchor')) return null;
  const i = runaway(net);
  if (i < 0) return null;
  const { nodes } = net.rules.layout;
  const { angle, x, y, n } = gather(net, (k) => k !== i && isCounted(net, k));
  if (nodes > 2 && !isCoherent(x, y, n, GATHERED)) return null;
  if (
    isCoherent(x, y, n, net.rules.target) &&
    size(turnFrom(angle, chordAngle(net, i))) < TWELFTH / 2 &&
    isSlow(net, i)
  ) {
    return null;
  }
  if (!canAfford(net, 'anchor')) return WAIT;
  return size(turnFrom(angle, chordAngle(net, i))) < SIXTH ? want(net, use('anchor', i)) : WAIT;
};

/** How far together the others should be before the middle is held, Q14. */
const GATHERED = 9000;

/** Hardly turning: it is held by those around already. */
function isSlow(net: Network, i: number): boolean {
  return size(net.s[net.rules.layout.speed + i]) < hertz(0.15);
}

const bringBack: Habit = (net, mood) => {
  if (!net.rules.hazards.some((one) => one.id === 'drift')) return null;
  const { base, birth, nodes } = net.rules.layout;
  const { to } = bearing(net);
  let worst = -1;
  let most = hertz(0.12);
  for (let i = 0; i < nodes; i++) {
    const gone = size((net.s[base + i] - net.s[birth + i]) | 0);
    if (gone > most && isFree(net, i)) {
      most = gone;
      worst = i;
    }
  }
  return worst < 0 ? null : want(net, tuneTo(net, worst, to(worst), mood));
};

const sendABead: Habit = (net) => {
  if (net.rules.slots['bead'] === undefined) return null;
  const roads = beadRoads(net, 1);
  return roads.length === 0 ? null : want(net, use('bead', roads[0][0], roads[0][1]));
};

/** For those out of reach who stand wrong: a neighbour who stands right, and a road between. */
export function beadRoads(net: Network, most: number): [number, number][] {
  const { nodes } = net.rules.layout;
  const { off } = bearing(net);
  const far: number[] = [];
  for (let i = 0; i < nodes; i++) if (isCounted(net, i) && !kindOf(net, i).touchable && off(i) > TWELFTH) far.push(i);
  far.sort((a, b) => off(b) - off(a) || a - b);
  const out: [number, number][] = [];
  for (const there of far) {
    if (out.length >= most) break;
    let best = -1;
    let least = TWELFTH;
    for (let i = 0; i < nodes; i++) {
      if (!isFree(net, i) || off(i) >= least || nextOnRoad(net, i, there) < 0) continue;
      least = off(i);
      best = i;
    }
    if (best >= 0) out.push([best, there]);
  }
  return out;
}

const tuneTheWorst: Habit = (net, mood) => {
  const { to } = bearing(net);
  const i = stragglers(net, 1)[0];
  return i === undefined ? null : want(net, tuneTo(net, i, to(i), mood));
};

/** Free hands that stand clearly off, the calm ones before the stirred, the furthest first. */
export function stragglers(net: Network, most: number): number[] {
  const { off } = bearing(net);
  const out: number[] = [];
  for (let i = 0; i < net.rules.layout.nodes; i++) {
    if (isFree(net, i) && !isShielded(net, i) && !isHeld(net, i) && off(i) > TWELFTH * 0.8) out.push(i);
  }
  const rank = (i: number): number => off(i) - (isStirred(net, i) ? 0x8000_0000 : 0);
  return out.sort((a, b) => rank(b) - rank(a) || a - b).slice(0, most);
}

function tuneTo(net: Network, i: number, chord: number, mood: Mood): Use {
  const angle = (chord + net.s[net.rules.layout.part + i]) | 0;
  return use('tune', i, (toByte(angle) + mood.tremble()) & 255);
}

/** In the order in which a person's eye goes. */
const HABITS: readonly Habit[] = [
  shieldTheNamed,
  mindTheDoors,
  pulseTheThickest,
  echoTheHold,
  cutTheForeign,
  mendTheFirst,
  tieTheAgreed,
  swapTheMisfits,
  setTheWrong,
  lookBehindTheSlipping,
  bringBack,
  holdTheRunaway,
  shieldForTheGoal,
  sendABead,
  tuneTheWorst,
];

export function firstUrge(net: Network, mood: Mood): Urge {
  for (const habit of HABITS) {
    const urge = habit(net, mood);
    if (urge !== null) return urge;
  }
  return null;
}

/** What was done is remembered: who was tuned, who was looked behind. */
export function remember(net: Network, memory: Memory, act: Use): void {
  if (act.tool === 'tune') memory.tunedAt[act.a] = net.s[TICK];
  if (act.tool === 'reveal') memory.lookedAt[act.a] = net.s[TICK];
}
