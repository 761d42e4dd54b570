// The network is the score: from where hands stand and how fast they turn, who rings when, at what pitch, how loud and where.
// Pure: numbers in, notes out. Nothing here decides anything, so it may use floats.
//
// Hands that are in tune hardly turn, and on the mean not at all. What brings them past zero is the bar: a hand rings where
// it meets the bar's own hand, about once a bar, early or late by as much as it is off.

import { beatAngle } from '../../core/network/beat.ts';
import { isSeenNode } from '../../core/network/acts.ts';
import { kindName } from '../../core/network/kinds/table.ts';
import { HELD_FOR } from '../../core/network/layout.ts';
import { authenticity } from '../../core/network/measure.ts';
import { isSeenBond, isShielded, type Network } from '../../core/network/network.ts';
import type { City } from '../../core/run/cast.ts';
import { namedByHazards, standing } from '../reading.ts';
import { CITY_ROWS, pitchesIn } from './cities.ts';
import { degreeOver } from './pitch.ts';
import type { PadId, VoiceId } from './synth/voices.ts';

const TURN = 0x1_0000_0000;

// ------------------------------------------------------------------------------------------------ harmony

/** Below the first, onsets are free; then half pulled to the mean tick; from the second on, together. */
const PULLED_FROM = 0.6;
const SNAPPED_FROM = 0.85;
/** Seconds from the lowest to the highest of a chord. More than 30 ms is no longer heard as one. */
const STRUM = 0.012;
/** Cents by which the farthest are off while nothing agrees. */
const DETUNE = 38;
const TUNED_FROM = 0.45;
const PAD_FROM = 0.9;
const PAD_WHOLE = 0.98;

/** Semitones over the root that are in the chord, by coherence: what is open, then what makes it sweet, then the rest. */
const STEPS: readonly { readonly from: number; readonly degrees: readonly number[] }[] = [
  { from: 0, degrees: [0, 7] },
  { from: 0.4, degrees: [3, 4] },
  { from: 0.6, degrees: [1, 2, 10, 11] },
  { from: PAD_FROM, degrees: [5, 6, 8, 9] },
];

export interface Harmony {
  /** Degrees over the root that may sound. */
  readonly degrees: readonly number[];
  /** Cents, for the one who is most off. */
  readonly detune: number;
  /** 0 free, 1/2 half pulled, 1 together. */
  readonly together: number;
  /** 0 to 1. */
  readonly pad: number;
}

/** All that is heard of how far they agree. Each part of it only ever goes one way: that is what makes progress audible. */
export function harmonyOf(coherence: number): Harmony {
  return {
    degrees: STEPS.filter((one) => coherence >= one.from).flatMap((one) => one.degrees),
    detune: DETUNE * Math.min(1, Math.max(0, 1 - coherence / TUNED_FROM)),
    together: coherence >= SNAPPED_FROM ? 1 : coherence >= PULLED_FROM ? 0.5 : 0,
    pad: Math.min(1, Math.max(0, (coherence - PAD_FROM) / (PAD_WHOLE - PAD_FROM))),
  };
}

/** The pitch nearest to somebody's own that the chord has room for: of the row's, in any octave that the row reaches. */
export function pitchInChord(own: number, root: number, row: readonly number[], degrees: readonly number[]): number {
  const classes = new Set(row.map((pitch) => degreeOver(root, pitch)).filter((one) => degrees.includes(one)));
  let best = root;
  for (let pitch = row[0]; pitch <= row[row.length - 1]; pitch++) {
    if (classes.has(degreeOver(root, pitch)) && Math.abs(pitch - own) < Math.abs(best - own)) best = pitch;
  }
  return best;
}

// ------------------------------------------------------------------------------------------------ people

/** One who sounds. */
interface Singer {
  readonly node: number;
  /** Turns, 0 to 1, to go until the bar's hand and theirs meet at zero; and turns a tick. */
  readonly ahead: number;
  readonly speed: number;
  /** The same, if they stood with the others. */
  readonly meanAhead: number;
  readonly meanSpeed: number;
  readonly together: number;
  readonly pitch: number;
  readonly voice: VoiceId;
  /** 0 to 1. */
  readonly loud: number;
  /** -1 to 1. */
  readonly pan: number;
  /** -1 to 1: which way and how far they are detuned. */
  readonly off: number;
  readonly detune: number;
}

export interface Score {
  readonly singers: readonly Singer[];
  /** The lowest and the highest pitch that sounds. */
  readonly low: number;
  readonly high: number;
  readonly coherence: number;
  /** The degrees that sound now, by the chord that the whole network has reached. */
  readonly harmony: Harmony;
  readonly pad: {
    readonly id: PadId;
    readonly pitches: readonly number[];
    readonly level: number;
    readonly open: number;
  };
  readonly pedal: { readonly pitch: number; readonly level: number };
  /** Ticks until the next beat of the bar, and ticks a bar: where a tool listens to it; otherwise null. */
  readonly beat: { readonly due: number; readonly every: number } | null;
}

export function readScore(net: Network, city: City): Score {
  const row = CITY_ROWS[city];
  const { s, rules } = net;
  const { layout } = rules;
  const pitches = pitchesIn(city, rules.slots['echo'] !== undefined);
  const stands = standing(net);
  const coherence = Math.min(...stands.coherence);
  const danger = dangerIn(net);
  const whole = harmonyOf(coherence);
  const beat = beatAngle(net);
  const step = rules.beatStep / TURN;
  const heard = ranked(net);
  const speeds = meanSpeeds(net, layout.groups);
  // more people are not louder than few
  const share = Math.min(1, Math.sqrt(8 / Math.max(1, heard.length)));

  const singers = heard.map(({ node, trust }, rank): Singer => {
    const group = s[layout.group + node];
    const harmony = harmonyOf(stands.coherence[group] ?? 0);
    const own = pitches[Math.min(pitches.length - 1, Math.floor((rank * pitches.length) / Math.max(heard.length, 1)))];
    const kind = kindName(s[layout.kind + node]);
    const mean = ((stands.angle[group] ?? 0) + s[layout.part + node]) | 0;
    return {
      node,
      ahead: 1 - ((s[layout.phase + node] + beat) >>> 0) / TURN,
      speed: s[layout.speed + node] / TURN + step,
      meanAhead: 1 - ((mean + beat) >>> 0) / TURN,
      meanSpeed: speeds[group] / TURN + step,
      together: harmony.together,
      pitch: pitchInChord(own, row.root, pitches, harmony.degrees),
      voice: row.kinds[kind] ?? row.voice,
      loud: share * (0.3 + 0.7 * trust) * (isShielded(net, node) ? 0.45 : 1) * (1 - 0.3 * danger),
      // people who are not themselves any more have no place of their own either
      pan: ((s[layout.x + node] - 2048) / 2048) * 0.75 * Math.min(1, authenticity(net)),
      off: heard.length < 2 ? 0 : (((rank * 5) % heard.length) / (heard.length - 1)) * 2 - 1,
      detune: harmony.detune,
    };
  });
  const chord = pitches.slice(0, 6).filter((pitch) => [0, 7, 3, 4, 2, 9].includes(degreeOver(row.root, pitch)));
  const sung = singers.map((one) => one.pitch);
  return {
    singers,
    low: Math.min(...sung),
    high: Math.max(...sung),
    coherence,
    harmony: whole,
    pad: {
      id: row.pad,
      pitches: chord.slice(0, 4),
      level: whole.pad * (1 - 0.3 * danger),
      open: Math.min(1, s[HELD_FOR] / Math.max(1, rules.hold)),
    },
    pedal: { pitch: row.pedal, level: danger },
    beat:
      rules.slots['pulse'] === undefined
        ? null
        : { due: ((TURN - (beat >>> 0)) % TURN) / rules.beatStep, every: rules.bar },
  };
}

/** Who is heard, hubs first: by bonds, then by who was there first, so that nobody's pitch moves while they play. */
function ranked(net: Network): { node: number; trust: number }[] {
  const { s } = net;
  const { nodes, bonds, from, to, pull, trust, emit } = net.rules.layout;
  const degree = new Float64Array(nodes);
  const held = new Float64Array(nodes);
  for (let e = 0; e < bonds; e++) {
    if (!isSeenBond(net, e)) continue;
    const works = s[pull + e] === 1 ? s[trust + e] / 0x4000_0000 : 0;
    for (const i of [s[from + e], s[to + e]]) {
      degree[i]++;
      held[i] += works;
    }
  }
  const all = Array.from({ length: nodes }, (_, node) => node).filter((node) => isSeenNode(net, node));
  const weight = (i: number): number => degree[i] * s[emit + i];
  all.sort((a, b) => weight(b) - weight(a) || a - b);
  return all.map((node) => ({ node, trust: degree[node] > 0 ? held[node] / degree[node] : 0 }));
}

/** Turn a tick, on the mean of those who count; of everybody, where nobody does. */
function meanSpeeds(net: Network, groups: number): number[] {
  const { s } = net;
  const { nodes, speed, group, counted } = net.rules.layout;
  const byGroup = net.rules.level.goal.kind === 'groups';
  const sums = Array.from({ length: groups }, () => ({ all: 0, n: 0 }));
  for (let i = 0; i < nodes; i++) {
    if (s[counted + i] === 0) continue;
    const sum = sums[byGroup ? s[group + i] : 0];
    sum.all += s[speed + i];
    sum.n++;
  }
  return sums.map((_, g) => {
    const { all, n } = sums[byGroup ? g : 0];
    return n > 0 ? all / n : 0;
  });
}

/** 0 to 1: what is about to strike, and how restless they are. */
function dangerIn(net: Network): number {
  const { s } = net;
  const { nodes, agitation } = net.rules.layout;
  let restless = 0;
  for (let i = 0; i < nodes; i++) restless += s[agitation + i];
  const near = namedByHazards(net).reduce(
    (most, { left, of }) => Math.max(most, of > 0 ? 1 - (0.6 * left) / of : 1),
    0,
  );
  return Math.min(1, 0.7 * near + (1.5 * restless) / (32768 * Math.max(1, nodes)));
}

// ------------------------------------------------------------------------------------------------ onsets

export interface Onset {
  readonly singer: Singer;
  /** Ticks from now. */
  readonly at: number;
}

/** Who turns so slowly against the bar is not heard before the next bar anyway. */
const SLOWEST = 1 / 120 / 20;

/** Every onset from one tick to another, counted from now, as far as can be told from how everybody turns now. */
export function predict(score: Score, from: number, to: number): Onset[] {
  const out: Onset[] = [];
  for (const singer of score.singers) {
    if (Math.abs(singer.speed) < SLOWEST) continue;
    const cycle = 1 / Math.abs(singer.speed);
    const first = singer.speed > 0 ? singer.ahead * cycle : (1 - singer.ahead) * cycle;
    const meanCycle = 1 / Math.max(SLOWEST, Math.abs(singer.meanSpeed));
    const meanFirst = (singer.meanSpeed > 0 ? singer.meanAhead : 1 - singer.meanAhead) * meanCycle;
    // one that was due a moment ago may be pulled to a mean tick that is still to come, and the other way round
    for (let free = first - cycle * 2; free < to + cycle; free += cycle) {
      const mean = meanFirst + Math.round((free - meanFirst) / meanCycle) * meanCycle;
      const at = free + singer.together * (mean - free);
      if (at >= from && at < to) out.push({ singer, at });
    }
  }
  return out.sort((a, b) => a.at - b.at || a.singer.pitch - b.singer.pitch);
}

// ------------------------------------------------------------------------------------------------ notes

export interface Note {
  /** Seconds. */
  readonly at: number;
  readonly pitch: number;
  readonly voice: VoiceId;
  readonly loud: number;
  readonly pan: number;
}

/** What an onset sounds like. Those who ring together are spread a little, low before high: a strum. */
export function noteOf({ singer, at }: Onset, { low, high }: Score, ticksPerSecond: number): Note {
  const strum = singer.together === 1 && high > low ? (STRUM * (singer.pitch - low)) / (high - low) : 0;
  return {
    at: at / ticksPerSecond + strum,
    pitch: singer.pitch + (singer.off * singer.detune) / 100,
    voice: singer.voice,
    // many at once are one chord, not a blow
    loud: singer.loud * (1 - 0.35 * singer.together),
    pan: singer.pan,
  };
}
