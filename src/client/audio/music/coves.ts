// Eight pieces for the Trust Coves, all of one theme. Slow and thin, so that one can read over them for an hour: bars without
// a melody are as many as bars with one.

import { pitchesOf, pitchOf } from '../pitch.ts';
import type { VoiceId } from '../synth/voices.ts';
import { THEME, UNDER, type Tone } from './theme.ts';
import type { Dice, Hold, Piece, Ring, Written } from './write.ts';

const COVE = { tempo: 60, beats: 4 } as const;
const C = 0;
const F4 = pitchOf('F4');

/** The bar of the theme that is due: the theme takes eight bars of a round, and the rest of the round is left to itself. */
function due(n: number, round: number, from: number): number {
  const k = (n % round) - from;
  return k >= 0 && k < THEME.length ? k : -1;
}

function pad(pitches: readonly number[], loud: number, beats = 4): Hold[] {
  return pitches.map((pitch, k) => ({
    at: 0,
    beats: beats + 1.6,
    pitch,
    pad: 'air',
    // the low one carries, and all of them lie under what is sung
    loud: loud * (k === 0 ? 0.72 : 0.46),
    pan: [0, -0.35, 0.35][k % 3],
  }));
}

function sing(tones: readonly Tone[], voice: VoiceId, loud: number, pan: number, dice: Dice, moved = 0): Ring[] {
  return tones.map(({ at, pitch }, k) => ({
    // people are never quite on the beat
    at: Math.max(0, at + 0.02 * dice.around()),
    pitch: pitch + moved,
    voice,
    loud: loud * (k === 0 ? 1 : 0.82) * (1 + 0.12 * dice.around()),
    pan,
  }));
}

/** Now and then a single glass, far off. */
function drop(pitches: readonly number[], percent: number, loud: number, dice: Dice): Ring[] {
  if (!dice.falls(percent)) return [];
  const at = dice.of(7) / 2;
  return [{ at, pitch: dice.pick(pitches), voice: 'glass', loud, pan: 0.7 * dice.around() }];
}

function isC(pitch: number): boolean {
  return pitch % 12 === C;
}

const HIGH = pitchesOf('F5 G5 A5 C6');
const LOW = pitchesOf('F3 C4 G4 A4');

/** As in a mirror laid on the A: what rose falls, in the same five pitches. */
const ROW = pitchesOf('C3 D3 F3 G3 A3 C4 D4 F4 G4 A4 C5 D5 F5 G5 A5 C6 D6 F6');
const AXIS = ROW.indexOf(pitchOf('A4'));
function mirrored(pitch: number): number {
  return ROW[Math.min(ROW.length - 1, Math.max(0, 2 * AXIS - ROW.indexOf(pitch)))];
}

const morning: Piece = {
  ...COVE,
  caption: 'slow and open',
  trim: 1.48,
  bar(n, dice) {
    const k = due(n, 16, 4);
    const under = UNDER[n % 8];
    const out: Written[] = pad(under, 0.34);
    if (k < 0) return [...out, ...drop(HIGH, 55, 0.3, dice), ...drop(LOW, 35, 0.35, dice)];
    // every second time round it is left to the listener to finish
    const skips = n % 32 > 15 && k % 4 === 3;
    return skips ? out : [...out, ...sing(THEME[k], 'glass', 0.62, -0.15, dice)];
  },
};

const whispers: Piece = {
  ...COVE,
  caption: 'the same tune, a note short',
  trim: 1.66,
  bar(n, dice) {
    const k = due(n, 16, 2);
    const out: Written[] = pad(
      UNDER[n % 8].filter((pitch) => !isC(pitch)),
      0.34,
    );
    const whisper: Ring[] = dice.falls(30)
      ? [{ at: 1 + dice.of(3), pitch: pitchOf('F5'), voice: 'breath', loud: 0.16, pan: 0.8 * dice.around() }]
      : [];
    if (k < 0) return [...out, ...whisper];
    // where the C was, nothing
    const tones = THEME[k].filter((tone) => !isC(tone.pitch));
    return [...out, ...whisper, ...sing(tones, 'glass', 0.5, 0.2, dice, k > 3 ? -12 : 0)];
  },
};

const court: Piece = {
  ...COVE,
  caption: 'loud: the tune and its mirror, many feet',
  trim: 1.88,
  bar(n, dice) {
    const k = n % 8;
    const out: Written[] = pad([pitchOf('F2'), ...UNDER[k].slice(0, 2)], 0.36);
    for (let beat = 0; beat < 4; beat += 0.5) {
      const strong = beat % 2 === 0;
      if (!strong && !dice.falls(72)) continue;
      out.push({ at: beat, pitch: pitchOf('F3'), voice: 'drum', loud: strong ? 0.3 : 0.13, pan: 0.6 * dice.around() });
    }
    const tones = THEME[k];
    out.push(...sing(tones, 'bright', 0.5, -0.55, dice));
    // the mirror is half a beat late, and louder
    const back = tones.map(({ at, pitch }) => ({ at: at + 0.5, pitch: mirrored(pitch) }));
    out.push(...sing(back, 'hollow', 0.34, 0.55, dice));
    return out;
  },
};

const quiet: Piece = {
  ...COVE,
  caption: 'hardly anything: single notes',
  trim: 2.35,
  bar(n, dice) {
    const k = due(n, 20, 2);
    const out: Written[] = n % 2 === 0 ? pad([UNDER[(n / 2) % 8][0], UNDER[(n / 2) % 8][1]], 0.3, 8) : [];
    // of each bar only the note that it was going to
    if (k >= 0 && k % 2 === 1) out.push(...sing(THEME[k].slice(-1), 'low', 0.34, 0, dice));
    return [...out, ...drop(LOW, 30, 0.28, dice)];
  },
};

const assembly: Piece = {
  ...COVE,
  caption: 'the tune, whole',
  trim: 1.44,
  bar(n, dice) {
    const k = due(n, 12, 2);
    const under = UNDER[n % 8];
    const out: Written[] = pad(under, 0.34);
    out.push({ at: 0, pitch: under[0], voice: 'low', loud: 0.42, pan: 0 });
    if (k < 0) return [...out, ...drop(HIGH, 60, 0.28, dice)];
    out.push(...sing(THEME[k], 'glass', 0.6, -0.2, dice));
    // somebody answers into the long note
    if (k % 2 === 1) out.push({ at: 3, pitch: dice.pick(under.slice(1)) + 12, voice: 'bright', loud: 0.24, pan: 0.5 });
    return out;
  },
};

const unison: Piece = {
  ...COVE,
  caption: 'one note, and nothing else',
  trim: 1.41,
  bar(n, dice) {
    const out: Written[] = [
      { at: 0, beats: 6.5, pitch: F4, pad: 'air', loud: 0.42, pan: 0 },
      { at: 2, beats: 5, pitch: F4, pad: 'air', loud: 0.2, pan: n % 2 === 0 ? 0.6 : -0.6 },
    ];
    for (const at of [0, 2]) out.push({ at, pitch: F4, voice: 'glass', loud: 0.4 + 0.12 * dice.around(), pan: 0 });
    if (n % 4 === 3) out.push({ at: 3, pitch: F4, voice: 'choir', loud: 0.18, pan: 0 });
    return out;
  },
};

const concord: Piece = {
  ...COVE,
  caption: 'the tune with all its voices',
  trim: 1.61,
  bar(n, dice) {
    const k = n % 8;
    const under = UNDER[k];
    const out: Written[] = pad(under, 0.3);
    out.push({ at: 0, pitch: under[0], voice: 'low', loud: 0.36, pan: 0 });
    const round = n % 24;
    if (round < 20) out.push(...sing(THEME[k], 'glass', 0.5, -0.35, dice));
    // the second comes in where the first is at home already: two bars later, an octave below
    if (round >= 2) out.push(...sing(THEME[(k + 6) % 8].slice(0, 2), 'string', 0.3, 0.4, dice, -12));
    if (round >= 6 && k % 2 === 0) out.push(...sing(THEME[(k + 4) % 8].slice(-1), 'choir', 0.3, 0, dice));
    if (round >= 10) out.push(...drop(HIGH, 70, 0.22, dice));
    return out;
  },
};

/** What nobody has heard before: it steps outside the five pitches, and is the only thing here that keeps its time. */
const NEW = [
  { at: 0, pitch: pitchOf('F4') },
  { at: 1, pitch: pitchOf('B♭4') },
  { at: 2, pitch: pitchOf('A4') },
];

const fracture: Piece = {
  ...COVE,
  caption: 'the tune in pieces, one of them new',
  trim: 2.09,
  bar(n, dice) {
    const out: Written[] = n % 4 < 2 ? pad([pitchOf('D3'), pitchOf('A3')], 0.3) : [];
    if (n % 4 === 2) return [...out, ...sing(NEW, 'string', 0.5, 0.1, dice), ...pad([pitchOf('B♭2'), F4], 0.3, 6)];
    if (!dice.falls(75)) return out;
    const from = THEME[dice.of(8)];
    const begins = dice.of(2);
    const piece = from.slice(begins, begins + 1 + dice.of(2));
    const late = dice.of(4) / 4;
    const moved = dice.pick([-12, 0, 0, 12]);
    const broken = piece.map(({ at, pitch }) => ({ at: at + late, pitch: pitch + 0.14 * dice.around() }));
    return [...out, ...sing(broken, 'glass', 0.5, 0.7 * dice.around(), dice, moved)];
  },
};

export const COVES_PIECES = {
  coves_morning: morning,
  coves_whispers: whispers,
  coves_court: court,
  coves_quiet: quiet,
  coves_assembly: assembly,
  coves_unison: unison,
  coves_concord: concord,
  coves_fracture: fracture,
} as const;
