// The voices that notes are played with: struck ones, which ring and are gone, and pads, which are held. Each is drawn once
// for every few semitones and then played a little faster or slower.

import { EDGE, Wave, type Mode, type Samples } from './wave.ts';

interface VoiceRow {
  /** How long a note rings. */
  readonly seconds: number;
  /** When it is as loud as it gets; what follows a hand must not be late, so never long. */
  readonly attack: number;
  readonly draw: (wave: Wave, hertz: number) => void;
}

/** A high string or glass is gone sooner than a low one. */
function shorter(seconds: number, hertz: number): number {
  return seconds * Math.min(1.2, Math.max(0.45, (262 / hertz) ** 0.4));
}

const GLASS_ATTACK = 0.035;

function glass(hertz: number, seconds: number, over: number): Mode[] {
  const t = shorter(seconds, hertz);
  return [
    [1, 1, t],
    // a second string of the same glass, a hair away: the two beat
    [1.0016, 0.35, t * 0.9],
    [2.76, 0.2 * over, t * 0.42],
    [5.4, 0.07 * over, t * 0.2],
  ];
}

/** Harmonics up to where nobody hears them, each a share of the one before it by `slope`. */
function harmonics(hertz: number, most: number, seconds: number, share: (h: number) => number): Mode[] {
  const count = Math.min(most, Math.floor(6000 / hertz));
  return Array.from({ length: Math.max(1, count) }, (_, k): Mode => {
    const h = k + 1;
    return [h, share(h), seconds / (1 + 0.35 * k)];
  });
}

/** An open vowel: what of a harmonic at this pitch comes through. */
function vowel(hz: number): number {
  const peak = (at: number, width: number): number => 1 / (1 + ((hz - at) / width) ** 2);
  return peak(620, 140) + 0.55 * peak(1080, 160) + 0.16 * peak(2400, 300) + 0.05;
}

const VOICES = {
  /** The Coves: a sine with partials at 2.76 and 5.4, slow to begin. */
  glass: {
    seconds: 3.2,
    attack: GLASS_ATTACK,
    draw: (wave, hz) => void wave.strike(0, hz, 1, glass(hz, 2.8, 1), GLASS_ATTACK),
  },
  bright: {
    seconds: 3,
    attack: 0.015,
    draw: (wave, hz) => void wave.strike(0, hz, 1, glass(hz, 2.6, 2.2), 0.015),
  },
  /** An elder: the same glass, an octave of it below, slower. */
  low: {
    seconds: 4,
    attack: 0.05,
    draw(wave, hz) {
      wave.strike(0, hz, 0.7, glass(hz, 3.2, 0.5), 0.05);
      wave.strike(0, hz / 2, 0.75, [[1, 1, shorter(3.6, hz / 2)]], 0.05);
    },
  },
  /** A mirror: what reached it, and again, and again, fainter. */
  returned: {
    seconds: 3.4,
    attack: GLASS_ATTACK,
    draw(wave, hz) {
      for (const [at, loud] of [
        [0, 0.8],
        [0.26, 0.4],
        [0.52, 0.2],
      ])
        wave.strike(at, hz, loud, glass(hz, 2, 0.6), GLASS_ATTACK);
    },
  },
  /** From off the map: only the odd harmonics, nothing in them. */
  hollow: {
    seconds: 1.6,
    attack: 0.012,
    draw: (wave, hz) =>
      void wave.strike(
        0,
        hz,
        0.7,
        harmonics(hz, 7, 1.3, (h) => (h % 2 === 1 ? 1 / h : 0)),
        0.012,
      ),
  },
  /** FM, as a sum: the sidebands of a modulator at 1.4, soon gone. */
  bell: {
    seconds: 3,
    attack: EDGE,
    draw(wave, hz) {
      const t = shorter(2.6, hz);
      wave.strike(0, hz, 1, [
        [1, 1, t],
        [2.4, 0.28, t * 0.5],
        [0.4, 0.12, t * 0.7],
        [3.8, 0.16, t * 0.3],
        [5.2, 0.06, t * 0.16],
      ]);
    },
  },
  string: { seconds: 2.4, attack: EDGE, draw: (wave, hz) => void wave.pluck(0, hz, 0.5, shorter(2.3, hz), 0.2) },
  lute: { seconds: 1.9, attack: EDGE, draw: (wave, hz) => void wave.pluck(0, hz, 0.5, shorter(1.8, hz), 0.75) },
  wood: {
    seconds: 1.2,
    attack: EDGE,
    draw(wave, hz) {
      const t = shorter(1, hz);
      wave.strike(0, hz, 1, [
        [1, 1, t],
        [3.93, 0.3, t * 0.28],
        [9.2, 0.08, t * 0.1],
      ]);
    },
  },
  breath: {
    seconds: 1.8,
    attack: 0.09,
    draw(wave, hz) {
      wave.hiss(0, 1.7, hz, hz * 0.995, 1.6, 0.06, 0.09);
      wave.slide(0, 1.7, hz, hz, 0.35, 0, 0.12);
    },
  },
  pulse: {
    seconds: 1.3,
    attack: EDGE,
    // a quarter of the time up: every fourth harmonic is missing
    draw: (wave, hz) =>
      void wave.strike(
        0,
        hz,
        0.6,
        harmonics(hz, 14, 1.1, (h) => (Math.sin((Math.PI * h) / 4) * 1.4) / h),
      ),
  },
  choir: {
    seconds: 2.4,
    attack: 0.08,
    draw(wave, hz) {
      const sung = harmonics(hz, 16, 2.2, (h) => vowel(h * hz) / h ** 0.3);
      for (const away of [0.998, 1, 1.0024]) wave.strike(0, hz * away, 0.34, sung, 0.08);
    },
  },
  drum: {
    seconds: 0.6,
    attack: EDGE,
    draw(wave, hz) {
      const low = Math.min(hz, 180) / 2;
      wave.strike(0, low, 1, [
        [1, 1, 0.5],
        [1.59, 0.5, 0.3],
        [2.14, 0.3, 0.2],
      ]);
      wave.hiss(0, 0.08, 900, 500, 0.4, 1.2, EDGE);
    },
  },
  brass: {
    seconds: 1.6,
    attack: 0.05,
    draw(wave, hz) {
      wave.strike(
        0,
        hz,
        0.5,
        harmonics(hz, 4, 1.5, (h) => 1 / h),
        0.05,
      );
      // brightness comes after loudness
      wave.strike(
        0.03,
        hz,
        0.3,
        harmonics(hz, 12, 1, (h) => (h < 3 ? 0 : 0.8 / h)),
        0.1,
      );
    },
  },
} as const satisfies Readonly<Record<string, VoiceRow>>;

export type VoiceId = keyof typeof VOICES;
export const VOICE_IDS = Object.keys(VOICES) as readonly VoiceId[];

/** How loud a voice is drawn, as root mean square of its loudest tenth of a second. */
const VOICE_LEVEL = 0.2;

export function drawVoice(id: VoiceId, hertz: number, rate: number): Samples {
  const { seconds, draw }: VoiceRow = VOICES[id];
  const wave = new Wave(rate, seconds, Math.round(hertz));
  draw(wave, hertz);
  return wave.finish(VOICE_LEVEL, 0.6);
}

export function attackOf(id: VoiceId): number {
  return VOICES[id].attack;
}

// ------------------------------------------------------------------------------------------------ held

/** How strong the h-th harmonic of a held note is. */
const PADS = {
  /** Hardly more than sines. */
  air: (h, hz) => ([1, 0.3, 0.16, 0.05, 0.04, 0.015][h - 1] ?? 0) / (1 + (h * hz) / 3000),
  vowels: (h, hz) => vowel(h * hz) / h ** 1.1,
  saws: (h, hz) => 1 / (h * (1 + ((h * hz) / 1400) ** 2)),
  deep: (h) => [1, 0.4, 0.05, 0.03][h - 1] ?? 0,
  'low brass': (h, hz) => 1 / (h ** 0.7 * (1 + ((h * hz) / 900) ** 2)),
} as const satisfies Readonly<Record<string, (h: number, hz: number) => number>>;

export type PadId = keyof typeof PADS;
export const PAD_IDS = Object.keys(PADS) as readonly PadId[];

/** A held note goes round in this: every part turns a whole number of times in it, so there is no seam. */
const LOOP_SECONDS = 4;
/** Pads are low and soft: half the rate is enough, and half the memory. */
export const LOOP_RATE = 22_050;

/** Left and right: the same parts from other places, three of each a quarter of a hertz apart, so that it is never still. */
export function drawPad(id: PadId, hertz: number): [Samples, Samples] {
  const size = LOOP_SECONDS * LOOP_RATE;
  const row = PADS[id];
  const sides: [Samples, Samples] = [new Float32Array(size), new Float32Array(size)];
  const dice = new Wave(LOOP_RATE, 0, Math.round(hertz * 7));
  let power = 0;
  for (let h = 1; h * hertz < 5000; h++) {
    const share = row(h, hertz);
    if (share < 0.002) continue;
    for (const away of [-1, 0, 1]) {
      const turns = Math.round(h * hertz * LOOP_SECONDS) + away;
      const loud = share * (away === 0 ? 1 : 0.27);
      power += loud * loud;
      const c = Math.cos((2 * Math.PI * turns) / size);
      const s = Math.sin((2 * Math.PI * turns) / size);
      for (const side of sides) {
        const begins = Math.PI * dice.noise();
        let x = loud * Math.cos(begins);
        let y = loud * Math.sin(begins);
        for (let n = 0; n < size; n++) {
          side[n] += y;
          const next = x * c - y * s;
          y = x * s + y * c;
          x = next;
        }
      }
    }
  }
  const gain = VOICE_LEVEL / Math.sqrt(power / 2);
  for (const side of sides) for (let n = 0; n < size; n++) side[n] *= gain;
  return sides;
}
