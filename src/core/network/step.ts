// One tick of a network. The order below is the order of the world; moving a line moves every replay.

import { SINE, SINE_SHIFT } from '../math/sine.ts';
import { breathe } from './breath.ts';
import { judge } from './judge.ts';
import { HAZARD_CARRY, HAZARD_RATE, OUTCOME, RANDOM, TICK } from './layout.ts';
import { measure } from './measure.ts';
import type { Network } from './network.ts';
import { moveScores } from './scores.ts';
import type { OfferedTool, PlacedHazard, PlacedKind, Rules } from './rules.ts';
import { endTimers, refillEnergy, wearLoad } from './timers.ts';
import type { Heard } from './vocabulary.ts';

const imul = Math.imul;
// The module's own constants are constants to the compiled loops; imported ones are read anew at every use.
const TABLE = SINE;
const SHIFT = SINE_SHIFT;

/** Acts come before the tick, through acts.ts. A network that is over stands still. */
export function stepNetwork(net: Network, heard: Heard): void {
  if (net.s[OUTCOME] !== 0) return;
  net.s[TICK]++;
  refillEnergy(net);
  wearLoad(net);
  endTimers(net, heard);
  runTools(net, heard);
  runHazards(net, heard);
  runKinds(net, heard);
  moveScores(net, heard);
  breathe(net);
  pullBonds(net);
  turnNodes(net);
  measure(net);
  judge(net, heard);
}

function runTools(net: Network, heard: Heard): void {
  for (const { rule, placed } of rulesOf(net.rules).tools) rule(net, placed, heard);
}

/** Hazards keep a clock of their own, so that the assist can slow them without touching the run's time. */
function runHazards(net: Network, heard: Heard): void {
  const { s } = net;
  const { always, hazards } = rulesOf(net.rules);
  for (const { rule, placed } of always) rule(net, placed, heard);
  s[HAZARD_CARRY] += s[HAZARD_RATE];
  if (s[HAZARD_CARRY] < 100) return;
  s[HAZARD_CARRY] -= 100;
  for (const { rule, placed } of hazards) rule(net, placed, heard);
}

function runKinds(net: Network, heard: Heard): void {
  for (const { rule, placed } of rulesOf(net.rules).kinds) rule(net, placed, heard);
}

type Rule<T> = (net: Network, placed: T, heard: Heard) => void;
type InPlace<T> = readonly { readonly rule: Rule<T>; readonly placed: T }[];

interface TickRules {
  readonly tools: InPlace<OfferedTool>;
  readonly always: InPlace<PlacedHazard>;
  readonly hazards: InPlace<PlacedHazard>;
  readonly kinds: InPlace<PlacedKind>;
}

/**
 * Who has something to do in a tick, found once for a level: most tools have nothing, and no two rows are built alike, so
 * asking each of them for its rule every tick is a slow look-up each. Follows from rules alone, so it is no state.
 */
const TICK_RULES = new WeakMap<Rules, TickRules>();

function rulesOf(rules: Rules): TickRules {
  let found = TICK_RULES.get(rules);
  if (found === undefined) {
    found = {
      tools: inPlace(rules.tools, (one) => one.row.tick),
      always: inPlace(rules.hazards, (one) => one.row.always),
      hazards: inPlace(rules.hazards, (one) => one.row.tick),
      kinds: inPlace(rules.kinds, (one) => one.row.tick),
    };
    TICK_RULES.set(rules, found);
  }
  return found;
}

function inPlace<T>(all: readonly T[], ruleOf: (placed: T) => Rule<T> | undefined): InPlace<T> {
  return all.flatMap((placed) => {
    const rule = ruleOf(placed);
    return rule === undefined ? [] : [{ rule, placed }];
  });
}

/**
 * Pull felt by each node in this tick. Scratch, not state: zeroed at the start of every use. A constant with room for more
 * nodes than a level may have, because a constant's place in memory is known to the compiled loops.
 */
const FORCES = new Int32Array(8192);

/**
 * Every bond pulls both its ends and learns from how far they agree: one sine and one cosine a bond, linear in bonds.
 * This loop and the next are the whole cost of a tick, which is why they read columns and not helpers, and why indices end
 * in `| 0`: it says that the sum wraps, and spares a test for overflow at each of a dozen reads a bond.
 *
 * Formats: trust and sine Q30, force on a node Q25 (so that degree × emission stays below 63), growth Q15 a tick.
 */
function pullBonds(net: Network): void {
  const { s } = net;
  const { layout } = net.rules;
  const { nodes, bonds, phase, emit, agitation, from, to, pull, interval, trust, floor, grow, fade } = layout;
  if (nodes > FORCES.length) throw new RangeError(`${nodes} nodes are more than a step has room for`);
  FORCES.fill(0, 0, nodes);
  for (let e = 0; e < bonds; e++) {
    const sign = s[(pull + e) | 0];
    if (sign === 0) continue;
    const a = s[(from + e) | 0];
    const b = s[(to + e) | 0];
    const apart = (s[(phase + b) | 0] - s[(phase + a) | 0] - s[(interval + e) | 0]) | 0;
    const fine = (apart >>> 10) & 1023;
    const step = apart >>> SHIFT;
    const low = TABLE[step];
    const sine = (low + (imul(TABLE[step + 1] - low, fine) >> 10)) | 0;
    // Trust needs no finer cosine than the table's step; a force does, or hands that agree would sit in steps.
    const cosine = TABLE[(step + 1024) & 4095];
    const held = s[(trust + e) | 0];
    const f = imul(sign, imul(held >> 15, sine >> 15) >> 10);
    FORCES[a] += imul(f, s[(emit + b) | 0]);
    FORCES[b] -= imul(f, s[(emit + a) | 0]);

    // Toward 2cosΔ - 1: grows where the two agree (less where either is agitated), fades where they do not. The branch
    // stays: doing both and masking one, which cannot be mispredicted, was measured to cost more.
    const want = (cosine >> 14) - 32768 - (held >> 15);
    let next: number;
    if (want > 0) {
      const agiA = s[(agitation + a) | 0];
      const agiB = s[(agitation + b) | 0];
      const calm = 32768 - (agiA > agiB ? agiA : agiB);
      next = (held + imul(imul(want, calm) >> 15, s[(grow + e) | 0])) | 0;
    } else {
      next = (held + imul(want, s[(fade + e) | 0])) | 0;
    }
    const least = s[(floor + e) | 0];
    if (next < least) next = least;
    else if (next > 0x4000_0000) next = 0x4000_0000;
    s[(trust + e) | 0] = next;
  }
}

/** Every node turns by its rhythm, the pull it feels and its noise. One draw a node, also when held, so that dice never shift. */
function turnNodes(net: Network): void {
  const { s } = net;
  const { layout, pull: gain, noise, ease, calm } = net.rules;
  const { nodes, phase, speed, rhythm, base, feel, agitation, holder } = layout;
  const half = (1 << ease) >> 1;
  // xoshiro128** unrolled into locals; random.ts is the readable form and a test holds the two together.
  let r0 = s[RANDOM];
  let r1 = s[RANDOM + 1];
  let r2 = s[RANDOM + 2];
  let r3 = s[RANDOM + 3];
  for (let i = 0; i < nodes; i++) {
    const x = imul(r1, 5);
    const draw = imul((x << 7) | (x >>> 25), 9);
    const m2 = r2 ^ r0;
    const m3 = r3 ^ r1;
    const shifted = r1 << 9;
    r1 ^= m2;
    r0 ^= m3;
    r2 = m2 ^ shifted;
    r3 = (m3 << 11) | (m3 >>> 21);

    const agi = s[(agitation + i) | 0];
    if (s[(holder + i) | 0] === 0) {
      // Half an LSB before each shift, or all hands would drift together.
      const pulled = (imul((FORCES[i] + 2048) >> 12, imul(gain, s[(feel + i) | 0]) >> 5) + 2) >> 2;
      const own = s[(rhythm + i) | 0];
      const turned = (own + pulled + (imul(draw >> 17, agi + noise) >> 3)) | 0;
      s[(phase + i) | 0] += turned;
      s[(speed + i) | 0] = turned;
      s[(rhythm + i) | 0] = own + ((s[(base + i) | 0] - own + half) >> ease);
    } else {
      s[(speed + i) | 0] = 0;
    }
    if (agi > 0) s[(agitation + i) | 0] = agi - (agi >> calm) - 1;
  }
  s[RANDOM] = r0;
  s[RANDOM + 1] = r1;
  s[RANDOM + 2] = r2;
  s[RANDOM + 3] = r3;
}
