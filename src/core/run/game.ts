// What the story has done to the world besides its own variables: who stands where, what was opened, how networks ended.
// Plain data inside World; replaced, never changed, so that a copy of a World may share it.

import { BOND, COUNTED, SUM_X, SUM_Y, TICK } from '../network/layout.ts';
import { authenticity, coherenceOf } from '../network/measure.ts';
import { isSeenBond, outcome, type Network } from '../network/network.ts';
import type { Outcome } from '../network/vocabulary.ts';
import type { Ending } from './cues.ts';
import type { Tuning } from './tuning.ts';

/** How a network stood when it was decided, for scenes that read it. */
export interface Result {
  readonly outcome: Outcome | 'skipped';
  /** Percent. */
  readonly coherence: number;
  readonly authenticity: number;
  readonly ticks: number;
  readonly attempts: number;
  /** Bonds whole at the end, and bonds not. */
  readonly kept: number;
  readonly lost: number;
  /** Pairs of names whose bond was not whole. */
  readonly cut: readonly (readonly [string, string])[];
  readonly used: Readonly<Record<string, number>>;
}

export interface Game {
  readonly stage: string;
  readonly music: string;
  /** The last sound cue and how many there were: each one is heard once. */
  readonly sound: readonly [cue: string, nth: number];
  readonly cast: Readonly<Record<string, { readonly at: string; readonly face: string }>>;
  /** System ids, in the order they were met. */
  readonly codex: readonly string[];
  /** By `pairOf`. */
  readonly relations: Readonly<Record<string, number>>;
  /** `city.name`. */
  readonly flags: Readonly<Record<string, boolean>>;
  readonly results: Readonly<Record<string, Result>>;
  /** How the cities ended, by city. */
  readonly endings: Readonly<Record<string, Ending>>;
  /** What the next network will be opened with. */
  readonly tunings: readonly Tuning[];
}

export const NEW_GAME: Game = {
  stage: '',
  music: '',
  sound: ['', 0],
  cast: {},
  codex: [],
  relations: {},
  flags: {},
  results: {},
  endings: {},
  tunings: [],
};

/** Two people, whoever is named first. */
export function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** How a network that was decided (or left) stands. */
export function resultOf(
  net: Network,
  attempts: number,
  used: Readonly<Record<string, number>>,
  skipped: boolean,
): Result {
  const { s, rules } = net;
  const { layout, names } = rules;
  const cut: [string, string][] = [];
  let kept = 0;
  for (let e = 0; e < layout.bonds; e++) {
    if (!isSeenBond(net, e) || (s[layout.state + e] & BOND.foreign) !== 0) continue;
    if ((s[layout.state + e] & BOND.cut) === 0) kept++;
    else cut.push([names[s[layout.from + e]], names[s[layout.to + e]]]);
  }
  return {
    outcome: skipped ? 'skipped' : outcome(net),
    coherence: Math.round(coherenceOf(s[SUM_X], s[SUM_Y], s[COUNTED]) * 100),
    authenticity: Math.round(authenticity(net) * 100),
    ticks: s[TICK],
    attempts,
    kept,
    lost: cut.length,
    cut,
    used,
  };
}
