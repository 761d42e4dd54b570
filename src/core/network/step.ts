// One tick of a network. The order below is the order of the world; moving a line moves every replay.

import { SINE, SINE_SHIFT } from '../math/sine.ts';
import { judge } from './judge.ts';
import { HAZARD_CARRY, HAZARD_RATE, OUTCOME, RANDOM, TICK } from './layout.ts';
import { measure } from './measure.ts';
import type { Network } from './network.ts';
import { endTimers, refillEnergy, wearLoad } from './timers.ts';
import type { Heard } from './vocabulary.ts';

const imul = Math.imul;

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
  pullBonds(net);
  turnNodes(net);
  measure(net);
  judge(net, heard);
}

function runTools(net: Network, heard: Heard): void {
  for (const tool of net.rules.tools) tool.row.tick?.(net, tool, heard);
}

/** Hazards keep a clock of their own, so that the assist can slow them without touching the run's time. */
function runHazards(net: Network, heard: Heard): void {
  const { s } = net;
  for (const hazard of net.rules.hazards) hazard.row.always?.(net, hazard, heard);
  s[HAZARD_CARRY] += s[HAZARD_RATE];
  if (s[HAZARD_CARRY] < 100) return;
  s[HAZARD_CARRY] -= 100;
  for (const hazard of net.rules.hazards) hazard.row.tick?.(net, hazard, heard);
}

function runKinds(net: Network, heard: Heard): void {
  for (const placed of net.rules.kinds) placed.row.tick?.(net, placed, heard);
}

/** Scratch, not state: zeroed at the start of every use. Grown to the largest network met. */
let forces = new Int32Array(64);

/**
 * Every bond pulls both its ends and learns from how far they agree: one sine and one cosine a bond, linear in bonds.
 * This loop and the next are the whole cost of a tick, which is why they read columns and not helpers.
 *
 * Formats: trust and sine Q30, force on a node Q25 (so that degree × emission stays below 63), growth Q15 a tick.
 */
function pullBonds(net: Network): void {
  const { s } = net;
  const { layout } = net.rules;
  const { nodes, bonds, phase, emit, agitation, from, to, pull, interval, trust, floor, grow, fade } = layout;
  if (forces.length < nodes) forces = new Int32Array(nodes);
  const force = forces;
  force.fill(0, 0, nodes);
  const table = SINE;
  for (let e = 0; e < bonds; e++) {
    const sign = s[pull + e];
    if (sign === 0) continue;
    const a = s[from + e];
    const b = s[to + e];
    const apart = (s[phase + b] - s[phase + a] - s[interval + e]) | 0;
    const fine = (apart >>> 10) & 1023;
    const step = apart >>> SINE_SHIFT;
    const low = table[step];
    const sine = low + (imul(table[step + 1] - low, fine) >> 10);
    const stepC = (step + 1024) & 4095;
    const lowC = table[stepC];
    const cosine = lowC + (imul(table[stepC + 1] - lowC, fine) >> 10);
    const held = s[trust + e];
    const f = imul(sign, imul(held >> 15, sine >> 15) >> 10);
    force[a] += imul(f, s[emit + b]);
    force[b] -= imul(f, s[emit + a]);

    // Toward 2cosΔ - 1: grows where the two agree (less where either is agitated), fades where they do not.
    const want = (cosine >> 14) - 32768 - (held >> 15);
    let next: number;
    if (want > 0) {
      const agiA = s[agitation + a];
      const agiB = s[agitation + b];
      const calm = 32768 - (agiA > agiB ? agiA : agiB);
      next = held + imul(imul(want, calm) >> 15, s[grow + e]);
    } else {
      next = held + imul(want, s[fade + e]);
    }
    const least = s[floor + e];
    if (next < least) next = least;
    else if (next > 0x4000_0000) next = 0x4000_0000;
    s[trust + e] = next;
  }
}

/** Every node turns by its rhythm, the pull it feels and its noise. One draw a node, also when held, so that dice never shift. */
function turnNodes(net: Network): void {
  const { s } = net;
  const { layout, pull: gain, noise, ease, calm } = net.rules;
  const { nodes, phase, speed, rhythm, base, feel, agitation, holder } = layout;
  const force = forces;
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

    const agi = s[agitation + i];
    if (s[holder + i] === 0) {
      // Half an LSB before each shift, or all hands would drift together.
      const pulled = (imul((force[i] + 2048) >> 12, imul(gain, s[feel + i]) >> 5) + 2) >> 2;
      const own = s[rhythm + i];
      const turned = (own + pulled + (imul(draw >> 17, agi + noise) >> 3)) | 0;
      s[phase + i] += turned;
      s[speed + i] = turned;
      s[rhythm + i] = own + ((s[base + i] - own + half) >> ease);
    } else {
      s[speed + i] = 0;
    }
    if (agi > 0) s[agitation + i] = agi - (agi >> calm) - 1;
  }
  s[RANDOM] = r0;
  s[RANDOM + 1] = r1;
  s[RANDOM + 2] = r2;
  s[RANDOM + 3] = r3;
}
