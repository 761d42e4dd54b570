// What a piece of music is made of. A piece is written bar by bar, without end, and bar 7 is the same whenever it is asked
// for: its dice begin anew in every bar, from the piece's name and the number of the bar.

import { hashOf } from '../../../core/math/hash.ts';
import { below, seedRandom } from '../../../core/math/random.ts';
import type { PadId, VoiceId } from '../synth/voices.ts';

/** A struck note. `at` and `beats` are in beats of the bar. */
export interface Ring {
  readonly at: number;
  readonly pitch: number;
  readonly voice: VoiceId;
  /** 0 to 1. */
  readonly loud: number;
  readonly pan: number;
}

/** A held note: comes and goes by a share of its own length. */
export interface Hold {
  readonly at: number;
  readonly beats: number;
  readonly pitch: number;
  readonly pad: PadId;
  readonly loud: number;
  readonly pan: number;
}

export type Written = Ring | Hold;

export function isHold(one: Written): one is Hold {
  return 'pad' in one;
}

export interface Piece {
  /** For who plays without hearing it. */
  readonly caption: string;
  /** Beats a minute, beats a bar. */
  readonly tempo: number;
  readonly beats: number;
  /** What brings it to the loudness of the others: found by measuring. */
  readonly trim: number;
  readonly bar: (n: number, dice: Dice) => readonly Written[];
}

export class Dice {
  private readonly words = new Int32Array(4);

  constructor(seed: number) {
    seedRandom(this.words, 0, seed);
  }

  /** 0 to n - 1. */
  of(n: number): number {
    return below(this.words, 0, n);
  }

  /** -1 to 1. */
  around(): number {
    return below(this.words, 0, 2001) / 1000 - 1;
  }

  /** True in so many of a hundred. */
  falls(percent: number): boolean {
    return below(this.words, 0, 100) < percent;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.of(from.length)];
  }
}

/** One bar of a piece, in order. */
export function barOf(id: string, piece: Piece, n: number): readonly Written[] {
  const dice = new Dice((hashOf(id)[0] ^ Math.imul(n, 0x9e37_79b9)) | 0);
  return [...piece.bar(n, dice)].sort((a, b) => a.at - b.at || a.pitch - b.pitch);
}
