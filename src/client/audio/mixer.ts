// Four buses into one, and a limiter last:
//
//   music ──┬─ ducked ─┐
//   score ──┘          ├─ master ─ mono? ─ limiter ─ ceiling ─ out
//   effects, interface ┘        (each bus also sends a little to one room)

import { Wave, type Samples } from './synth/wave.ts';

export const BUSES = ['music', 'score', 'effects', 'interface'] as const;
export type Bus = (typeof BUSES)[number];

export interface SoundSettings {
  /** 0 to 100, each. */
  readonly master: number;
  readonly music: number;
  readonly score: number;
  readonly effects: number;
  readonly interface: number;
  readonly mono: boolean;
  readonly captions: boolean;
  readonly muted: boolean;
}

export const EVERYTHING: SoundSettings = {
  master: 100,
  music: 100,
  score: 100,
  effects: 100,
  interface: 100,
  mono: false,
  captions: true,
  muted: false,
};

/** What brings each bus to where it belongs beside the others, at 100: found by measuring (tests/e2e/sound.spec.ts). */
const TRIM: Readonly<Record<Bus, number>> = { music: 1, score: 1, effects: 1.6, interface: 0.7 };
/** How much of each goes into the room. */
const WET: Readonly<Record<Bus, number>> = { music: 0.32, score: 0.26, effects: 0.14, interface: 0 };
const ROOM_SECONDS = 2.2;
/** −6 dB. */
const DUCKED = 0.5;
const RAMP = 0.02;

const LIMIT_DB = -6;
const LIMIT_RATIO = 20;
/** Compressors of the web make up for what they take, by a formula of theirs; here that is taken back. */
const MAKE_UP = (10 ** ((LIMIT_DB * (1 - 1 / LIMIT_RATIO)) / 20)) ** -0.6;
/** Nothing comes past this, whatever the limiter let through: a hard promise of the true peak. */
const CEILING = 0.8;
const STRAIGHT = 0.55;

/** Half as loud to the ear is about a third of the volume's way down. */
function gainOf(volume: number): number {
  return (Math.min(100, Math.max(0, volume)) / 100) ** 2;
}

export interface Mixer {
  readonly input: (bus: Bus) => AudioNode;
  readonly set: (settings: SoundSettings) => void;
  /** Music and score give way to something that must be heard. */
  readonly duck: (at: number, seconds: number) => void;
  /** All of it, away or back. */
  readonly show: (isShown: boolean) => void;
}

export function openMixer(ctx: BaseAudioContext, out: AudioNode): Mixer {
  const master = new GainNode(ctx);
  const shown = new GainNode(ctx);
  const mono = new GainNode(ctx);
  const limiter = new DynamicsCompressorNode(ctx, {
    threshold: LIMIT_DB,
    ratio: LIMIT_RATIO,
    knee: 0,
    attack: 0.002,
    release: 0.2,
  });
  const even = new GainNode(ctx, { gain: 1 / MAKE_UP });
  const ceiling = new WaveShaperNode(ctx, { curve: ceilingCurve(), oversample: '4x' });
  master.connect(shown).connect(mono).connect(limiter).connect(even).connect(ceiling).connect(out);

  const room = new ConvolverNode(ctx, { buffer: roomOf(ctx), disableNormalization: true });
  room.connect(master);
  const ducked = new GainNode(ctx);
  ducked.connect(master);
  const duckedWet = new GainNode(ctx);
  duckedWet.connect(room);

  const faders = Object.fromEntries(
    BUSES.map((bus) => {
      const fader = new GainNode(ctx, { gain: TRIM[bus] });
      const gives = bus === 'music' || bus === 'score';
      fader.connect(gives ? ducked : master);
      if (WET[bus] > 0) fader.connect(new GainNode(ctx, { gain: WET[bus] })).connect(gives ? duckedWet : room);
      return [bus, fader];
    }),
  ) as Record<Bus, GainNode>;

  const toward = (param: AudioParam, value: number): void => {
    param.setTargetAtTime(value, ctx.currentTime, RAMP);
  };
  return {
    input: (bus) => faders[bus],
    set(settings) {
      toward(master.gain, settings.muted ? 0 : gainOf(settings.master));
      for (const bus of BUSES) toward(faders[bus].gain, TRIM[bus] * gainOf(settings[bus]));
      mono.channelCountMode = settings.mono ? 'explicit' : 'max';
      mono.channelCount = settings.mono ? 1 : 2;
    },
    duck(at, seconds) {
      for (const { gain } of [ducked, duckedWet]) {
        gain.cancelScheduledValues(at);
        gain.setTargetAtTime(DUCKED, at, 0.03);
        gain.setTargetAtTime(1, at + seconds, 0.2);
      }
    },
    show: (isShown) => toward(shown.gain, isShown ? 1 : 0),
  };
}

/** Straight up to a point, then bent so that it never comes past the ceiling. */
function ceilingCurve(): Samples {
  const curve = new Float32Array(4097);
  const room = CEILING - STRAIGHT;
  for (let k = 0; k < curve.length; k++) {
    const x = (k / (curve.length - 1)) * 2 - 1;
    const over = Math.max(0, Math.abs(x) - STRAIGHT);
    curve[k] = Math.sign(x) * (Math.min(Math.abs(x), STRAIGHT) + room * Math.tanh(over / room));
  }
  return curve;
}

/** One room for everything: noise that dies away, darker as it goes, from both sides differently. */
function roomOf(ctx: BaseAudioContext): AudioBuffer {
  const rate = ctx.sampleRate;
  const size = Math.round(ROOM_SECONDS * rate);
  const buffer = new AudioBuffer({ length: size, numberOfChannels: 2, sampleRate: rate });
  for (const side of [0, 1]) {
    const dice = new Wave(rate, 0, 11 + side);
    const data = buffer.getChannelData(side);
    let soft = 0;
    let power = 0;
    for (let n = 0; n < size; n++) {
      const share = n / size;
      soft += (0.5 - 0.42 * share) * (dice.noise() - soft);
      data[n] = soft * 10 ** (-3 * share) * Math.min(1, n / (0.012 * rate)) * (1 - share);
      power += data[n] * data[n];
    }
    for (let n = 0; n < size; n++) data[n] /= Math.sqrt(power);
  }
  return buffer;
}
