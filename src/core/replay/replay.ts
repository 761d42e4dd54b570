// A run as it is kept, sent and watched: who played what, and every action with its tick. Playing it again on the same
// build and content gives the same Worlds, to the bit; the hashes are there to show where it would not.

import type { Hash } from '../math/hash.ts';
import { TICKS_PER_SECOND } from '../math/turn.ts';
import type { Action } from '../run/actions.ts';

/** Ticks from one state hash to the next; also how far apart a playback keeps its snapshots. Part of the format. */
export const HASH_EVERY = 600;

/** What a replay may be at most. Checked before anything is allocated or played. */
export const CAPS = {
  bytes: 0x10_0000,
  /** Twelve hours. */
  ticks: 12 * 3600 * TICKS_PER_SECOND,
  actions: 100_000,
  /** And no more than one a tick over these, so that what an action costs to judge is paid for in ticks. */
  actionsAtRest: 2000,
  /** Characters of any one text of the header. */
  text: 80,
} as const;

export const FLAGS = ['assisted', 'practice', 'paused'] as const;
export type Flag = (typeof FLAGS)[number];

/** Who and what a run is for. Empty where it is for nobody and nothing: a run at home. */
export interface Sender {
  readonly board: string;
  readonly ticket: string;
  readonly player: string;
}

export interface Header extends Sender {
  /** Of the file's format, see codec.ts. */
  readonly version: number;
  readonly build: string;
  /** Content hash. */
  readonly content: string;
  readonly plan: string;
  readonly seed: number;
  readonly flags: Readonly<Record<Flag, boolean>>;
}

export interface Logged {
  /** Where the World's clock stood when it was done; the tick after it is the first that it could change. */
  readonly tick: number;
  readonly action: Action;
}

export interface Replay extends Header {
  /** Where the World's clock stood at the end. */
  readonly ticks: number;
  readonly log: readonly Logged[];
  /** Of the World as its clock came to 600, 1200 and so on, before anything was done there. */
  readonly hashes: readonly Hash[];
  /** Of the World at the end, after the last action. */
  readonly final: Hash;
}

/** How many actions a run of so many ticks may hold. */
export function actionsMost(ticks: number): number {
  const most = CAPS.actionsAtRest + ticks;
  return most < CAPS.actions ? most : CAPS.actions;
}
