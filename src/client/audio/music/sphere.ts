// The frame: the Sphere of 2146, the Record being read, and a plaza in 2143 with its lights out.

import { pitchesOf, pitchOf } from '../pitch.ts';
import type { Hold, Piece, Ring, Written } from './write.ts';

function held(pitches: readonly number[], pad: Hold['pad'], loud: number, beats: number): Hold[] {
  return pitches.map((pitch, k) => ({
    at: 0,
    beats,
    pitch,
    pad,
    loud: k === 0 ? loud : loud * 0.6,
    pan: [0, -0.4, 0.4][k % 3],
  }));
}

const GATE = ['G3 D4 B4', 'E3 B3 G4', 'C3 G3 D4', 'D3 A3 E4'].map(pitchesOf);
const BELLS = pitchesOf('G4 A4 B4 D5 E5 F♯5 G5');

/** Somebody opens a building: four bells, each morning in another order, and a long time to hear them in. */
const morning: Piece = {
  caption: 'bells, far apart',
  tempo: 66,
  beats: 4,
  trim: 1.9,
  bar(n, dice) {
    const out: Written[] = held(GATE[(n >> 1) % 4], 'air', 0.22, 5.8);
    if (n % 4 === 3) return out;
    const first = dice.of(4);
    const many = 1 + dice.of(3);
    for (let k = 0; k < many; k++) {
      const pitch = BELLS[Math.min(BELLS.length - 1, first + k)];
      out.push({ at: k * 0.75, pitch, voice: 'bell', loud: 0.36 - 0.06 * k, pan: -0.4 + 0.3 * k });
    }
    return out;
  },
};

/** Under each of the four: low enough for a hall. */
const DEEP = pitchesOf('G2 E2 C3 D3');
const WALK = pitchesOf('D4 G4 A4 B4 D5 E5 F♯5 G5 A5');

/** The hall from which all five are seen: one line that wanders, never the same and never far. */
const hub: Piece = {
  caption: 'a wide room, and one line that wanders through it',
  tempo: 66,
  beats: 4,
  trim: 2.02,
  bar(n, dice) {
    const out: Written[] =
      n % 2 === 0 ? held([DEEP[(n >> 2) % 4], ...GATE[(n >> 2) % 4].slice(1)], 'air', 0.22, 9.4) : [];
    let at = WALK.length >> 1;
    for (const beat of [0, 1.5, 3]) {
      at = Math.min(WALK.length - 1, Math.max(0, at + dice.of(5) - 2));
      if (!dice.falls(n % 8 > 5 ? 25 : 70)) continue;
      const voice: Ring['voice'] = dice.falls(25) ? 'glass' : 'bell';
      out.push({ at: beat, pitch: WALK[at], voice, loud: 0.24, pan: 0.5 * dice.around() });
    }
    return out;
  },
};

const LEAVES = ['E3 B3 G4 F♯4', 'C3 G3 E4 D4', 'A2 E3 C4 B3', 'B2 F♯3 D4 A3'].map(pitchesOf);

/** A string, plucked by somebody who is reading at the same time. */
const record: Piece = {
  caption: 'one string, plucked slowly',
  tempo: 54,
  beats: 3,
  trim: 1.88,
  bar(n, dice) {
    const [low, middle, high, last] = LEAVES[(n >> 1) % 4];
    const out: Written[] = [
      ...held([low, middle], 'air', 0.2, 4.4),
      { at: 0, pitch: low, voice: 'string', loud: 0.42, pan: -0.1 },
      { at: 1, pitch: middle, voice: 'string', loud: 0.3, pan: 0.05 },
    ];
    // now and then the reader forgets to play
    const late = 2 + 0.03 * (1 + dice.around());
    if (dice.falls(84)) out.push({ at: late, pitch: n % 2 === 0 ? high : last, voice: 'string', loud: 0.36, pan: 0.2 });
    if (n % 8 === 5) out.push({ at: 2.5, pitch: dice.pick([high, last]) + 12, voice: 'glass', loud: 0.26, pan: 0.5 });
    return out;
  },
};

const PLAZA = pitchesOf('E4 G4 B4 D5 E5');

/** Neoterra, with everything off. What sounds comes back thrice, fainter, as it does from a wall. */
const dark: Piece = {
  caption: 'low and dark, with echoes',
  tempo: 84,
  beats: 4,
  trim: 3.91,
  bar(n, dice) {
    const out: Written[] = n % 2 === 0 ? held(pitchesOf(n % 8 < 6 ? 'E2 B2 E3' : 'C3 G3 E3'), 'vowels', 0.1, 9.6) : [];
    if (n % 2 === 1 || !dice.falls(80)) return out;
    const pitch = dice.pick(PLAZA);
    const begins = dice.of(3) / 2;
    [1, 0.6, 0.35, 0.2].forEach((share, k) => {
      out.push({ at: begins + k * 0.75, pitch, voice: 'pulse', loud: 0.46 * share, pan: k % 2 === 0 ? -0.5 : 0.5 });
    });
    if (n % 8 === 4) out.push({ at: 3, pitch: pitchOf('E4'), voice: 'choir', loud: 0.2, pan: 0 });
    return out;
  },
};

export const SPHERE_PIECES = {
  sphere_morning: morning,
  sphere_hub: hub,
  record,
  plaza_dark: dark,
} as const;
