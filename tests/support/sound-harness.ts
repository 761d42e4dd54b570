// What tests/e2e/sound.spec.ts puts into a page: the game's own sound, rendered by an OfflineAudioContext and measured there.

import { Howler } from 'howler';
import { Band } from '../../src/client/audio/band.ts';
import { CITY_ROWS } from '../../src/client/audio/cities.ts';
import { Conductor } from '../../src/client/audio/conductor.ts';
import { EVERYTHING, openMixer, type Bus, type Mixer, type SoundSettings } from '../../src/client/audio/mixer.ts';
import { Orchestra, type Struck } from '../../src/client/audio/orchestra.ts';
import { hertzOf } from '../../src/client/audio/pitch.ts';
import { readScore } from '../../src/client/audio/score.ts';
import { openSound } from '../../src/client/audio/sound.ts';
import { drawEffect, EFFECT_IDS, secondsOf, type EffectId } from '../../src/client/audio/synth/effects.ts';
import { BOTS } from '../../src/core/bots/table.ts';
import { act } from '../../src/core/network/acts.ts';
import { buildNetwork } from '../../src/core/network/build.ts';
import { compileLevel } from '../../src/core/network/compile.ts';
import type { Level } from '../../src/core/network/level.ts';
import { isOver, type Network } from '../../src/core/network/network.ts';
import { stepNetwork } from '../../src/core/network/step.ts';
import { unheard } from '../../src/core/network/vocabulary.ts';
import type { City } from '../../src/core/run/cast.ts';
import { integrated, momentary, RATE, toneAt, truePeak } from './loudness.ts';

interface Figures {
  readonly lufs: number;
  /** The loudest 400 ms. */
  readonly momentary: number;
  /** dBTP. */
  readonly peak: number;
  /** Samples that are no number. */
  readonly broken: number;
  /** Notes that lost their place to another. */
  readonly stolen: number;
  /** How many sounded at most at once. */
  readonly most: number;
  /** Amplitude of each pitch class, C to B, over octaves 3 to 5. */
  readonly classes: readonly number[];
  /** How much of it is not the same on both sides, 0 to 1. */
  readonly width: number;
  /** Loudness of each second, dB: what a drawing of it needs. */
  readonly seconds: readonly number[];
  /** A WAV file in base64, where it was asked for. */
  readonly wav: string;
}

interface Hall {
  readonly ctx: OfflineAudioContext;
  readonly mixer: Mixer;
  readonly orchestra: Orchestra;
}

function hall(seconds: number, settings: Partial<SoundSettings> = {}): Hall {
  const ctx = new OfflineAudioContext(2, Math.round(seconds * RATE), RATE);
  const mixer = openMixer(ctx, ctx.destination);
  if (Object.keys(settings).length > 0) mixer.set({ ...EVERYTHING, ...settings });
  return { ctx, mixer, orchestra: new Orchestra(ctx, mixer) };
}

/** Renders; `each` is called every so many seconds of it, as a frame or a timer would be. */
async function render({ ctx, orchestra }: Hall, every = 0, each: (now: number) => void = () => {}) {
  let most = 0;
  const frame = (): void => {
    each(ctx.currentTime);
    orchestra.pool.sweep(ctx.currentTime);
    most = Math.max(most, orchestra.pool.at(ctx.currentTime + 0.001).length);
  };
  if (every > 0) {
    frame();
    for (let at = every; at < ctx.length / RATE - every; at += every)
      void ctx.suspend(at).then(() => {
        frame();
        return ctx.resume();
      });
  }
  const buffer = await ctx.startRendering();
  return { sides: [buffer.getChannelData(0), buffer.getChannelData(1)] as const, most };
}

function figures(
  sides: readonly [Float32Array, Float32Array],
  of: Hall,
  most: number,
  wants: { wav?: boolean | undefined },
): Figures {
  const [left, right] = sides;
  let broken = 0;
  let apart = 0;
  let all = 0;
  for (let n = 0; n < left.length; n++) {
    if (!Number.isFinite(left[n]) || !Number.isFinite(right[n])) broken++;
    apart += (left[n] - right[n]) ** 2;
    all += (left[n] + right[n]) ** 2;
  }
  const middle = left.map((x, n) => (x + right[n]) / 2);
  return {
    lufs: integrated(sides),
    momentary: momentary(sides),
    peak: truePeak(sides),
    broken,
    stolen: of.orchestra.pool.stolen,
    most,
    classes: classesIn(middle),
    width: all === 0 ? 0 : apart / (apart + all),
    seconds: Array.from({ length: Math.floor(left.length / RATE) }, (_, k) => {
      const part = middle.subarray(k * RATE, (k + 1) * RATE);
      return 10 * Math.log10(part.reduce((sum, x) => sum + x * x, 0) / RATE + 1e-12);
    }),
    wav: wants.wav === true ? wavOf(sides) : '',
  };
}

/** Each pitch class over octaves 3 to 5, second by second, so that a short note counts as one. */
function classesIn(data: Float32Array, step = RATE): number[] {
  return Array.from({ length: 12 }, (_, k) => {
    let sum = 0;
    for (let from = 0; from + step <= data.length; from += step) {
      for (let octave = 4; octave <= 6; octave++)
        sum += toneAt(data, hertzOf(octave * 12 + k), RATE, from, from + step) ** 2;
    }
    return Math.sqrt(sum);
  });
}

// ------------------------------------------------------------------------------------------------ what is rendered

async function piece(
  id: string,
  seconds: number,
  options: {
    wav?: boolean;
    settings?: Partial<SoundSettings>;
    bar?: number;
    duck?: readonly [at: number, seconds: number];
  } = {},
): Promise<Figures> {
  const of = hall(seconds, options.settings);
  const band = new Band(of.ctx, of.orchestra, of.mixer.input('music'));
  band.play(id, 0, options.bar ?? 0);
  if (options.duck !== undefined) of.mixer.duck(...options.duck);
  const { sides, most } = await render(of, 0.04, (now) => band.ahead(now, now + 0.2));
  return figures(sides, of, most, options);
}

/** A piece, rendered twice: how far apart the two are, at most, and how loud they get. */
async function twice(id: string, seconds: number): Promise<{ apart: number; most: number }> {
  const once = async (): Promise<readonly [Float32Array, Float32Array]> => {
    const of = hall(seconds);
    const band = new Band(of.ctx, of.orchestra, of.mixer.input('music'));
    band.play(id, 0);
    return (await render(of, 0.04, (now) => band.ahead(now, now + 0.2))).sides;
  };
  const [one, other] = [await once(), await once()];
  return { apart: highest(one[0].map((x, n) => x - other[0][n])), most: highest(one[0]) };
}

/** One piece, then another, at a moment. */
async function crossfade(a: string, b: string, at: number, seconds: number): Promise<Figures> {
  const of = hall(seconds);
  const band = new Band(of.ctx, of.orchestra, of.mixer.input('music'));
  band.play(a, 0);
  let changed = false;
  const { sides, most } = await render(of, 0.04, (now) => {
    if (!changed && now >= at) band.play(b, now);
    changed = changed || now >= at;
    band.ahead(now, now + 0.2);
  });
  return figures(sides, of, most, {});
}

async function effect(id: EffectId, city: City, bus: Bus = 'effects', wav = false): Promise<Figures> {
  const of = hall(secondsOf(id) + 2.5);
  of.orchestra.once(drawEffect(id, CITY_ROWS[city]), id, 1, 0, 0.1, bus);
  const { sides, most } = await render(of);
  return figures(sides, of, most, { wav });
}

/** Notes at given times, and when each of them is first heard: a twentieth of its loudest. */
async function onsets(notes: readonly (Struck & { readonly at: number })[], seconds: number): Promise<number[]> {
  const of = hall(seconds);
  for (const note of notes) of.orchestra.strike(note, note.at, 'interface');
  const { sides } = await render(of);
  const data = sides[0].map((x, n) => x + sides[1][n]);
  return notes.map(({ at }, k) => {
    const from = Math.round((at - 0.05) * RATE);
    const to = Math.round((notes[k + 1]?.at ?? seconds) * RATE) - Math.round(0.05 * RATE);
    const before = highest(data.subarray(from, from + Math.round(0.045 * RATE)));
    const most = highest(data.subarray(from, to));
    let n = from;
    while (n < to && Math.abs(data[n]) < before + (most - before) * 0.05) n++;
    return n / RATE;
  });
}

function highest(data: Float32Array): number {
  return data.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
}

interface Played extends Figures {
  /** Coherence, in each second. */
  readonly coherence: readonly number[];
  readonly outcome: number;
}

/** A network played by a bot, heard by the conductor at 60 frames a second. The bot lets `after` seconds pass first. */
async function network(
  level: Level,
  options: {
    seed: number;
    seconds: number;
    after: number;
    city: City;
    wav?: boolean;
    settings?: Partial<SoundSettings>;
  },
): Promise<Played> {
  const rules = compileLevel(level);
  const net = buildNetwork(rules, options.seed);
  const bot = BOTS.planner(rules, options.seed);
  const of = hall(options.seconds, options.settings);
  const conductor = new Conductor(of.ctx, of.orchestra, of.mixer, () => {});
  const coherence: number[] = [];
  let ticks = 0;
  const { sides, most } = await render(of, 1 / 60, (now) => {
    for (; ticks < now * 120; ticks++) {
      if (isOver(net)) break;
      const use = ticks < options.after * 120 ? null : bot.act(net);
      if (use !== null && act(net, use.tool, use, unheard) === null) conductor.again(now);
      stepNetwork(net, unheard);
    }
    conductor.conduct(net, options.city, false, now);
    if (coherence.length <= now) coherence.push(readScore(net, options.city).coherence);
  });
  return { ...figures(sides, of, most, options), coherence, outcome: net.s[7] };
}

/** Everybody together, or everybody apart, with or without danger, for some bars: nothing else is different. */
async function standing(
  level: Level,
  options: { together: boolean; danger: number; seconds: number; city: City; wav?: boolean },
): Promise<Figures> {
  const net = buildNetwork(compileLevel(level), 3);
  const of = hall(options.seconds);
  const conductor = new Conductor(of.ctx, of.orchestra, of.mixer, () => {});
  const { sides, most } = await render(of, 1 / 60, (now) => {
    net.s[0] = 1 + Math.round(now * 120);
    pose(net, options);
    conductor.conduct(net, options.city, false, now);
  });
  return figures(sides, of, most, options);
}

/** Over three quarters of a turn: hardly anybody agrees, and nobody is so far out of tune that their pitch cannot be told. */
const APART = 0xc000_0000;

function pose(net: Network, { together, danger }: { together: boolean; danger: number }): void {
  const { s } = net;
  const { nodes, bonds, phase, speed, part, agitation, trust, pull } = net.rules.layout;
  for (let i = 0; i < nodes; i++) {
    s[phase + i] = (s[part + i] + (together ? 0 : Math.floor((i * APART) / nodes))) | 0;
    s[speed + i] = 0;
    s[agitation + i] = Math.round(danger * 32767);
  }
  for (let e = 0; e < bonds; e++) if (s[pull + e] === 1) s[trust + e] = together ? 0x3fff_ffff : 0x0800_0000;
}

function wavOf([left, right]: readonly [Float32Array, Float32Array]): string {
  const bytes = new DataView(new ArrayBuffer(44 + left.length * 4));
  const text = (at: number, words: string): void => {
    for (let k = 0; k < words.length; k++) bytes.setUint8(at + k, words.charCodeAt(k));
  };
  text(0, 'RIFF');
  bytes.setUint32(4, 36 + left.length * 4, true);
  text(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 2, true);
  bytes.setUint32(24, RATE, true);
  bytes.setUint32(28, RATE * 4, true);
  bytes.setUint16(32, 4, true);
  bytes.setUint16(34, 16, true);
  text(36, 'data');
  bytes.setUint32(40, left.length * 4, true);
  for (let n = 0; n < left.length; n++) {
    bytes.setInt16(44 + n * 4, Math.round(Math.max(-1, Math.min(1, left[n])) * 32767), true);
    bytes.setInt16(46 + n * 4, Math.round(Math.max(-1, Math.min(1, right[n])) * 32767), true);
  }
  const all = new Uint8Array(bytes.buffer);
  let out = '';
  for (let n = 0; n < all.length; n += 0x8000) out += String.fromCharCode(...all.subarray(n, n + 0x8000));
  return btoa(out);
}

/** The real thing in the page: how loud what comes out of it is, as the highest sample of the last moment. */
function listen(): () => number {
  const ear = new AnalyserNode(Howler.ctx, { fftSize: 32768 });
  Howler.masterGain.connect(ear);
  const data = new Float32Array(32768);
  return () => {
    ear.getFloatTimeDomainData(data);
    return highest(data);
  };
}

const harness = { piece, twice, crossfade, effect, onsets, network, standing, openSound, listen, EFFECT_IDS };
export type Harness = typeof harness;

declare global {
  interface Window {
    harness: Harness;
  }
}
window.harness = harness;
