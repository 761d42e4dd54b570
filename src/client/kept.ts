// What is kept between visits, as both those who keep it (save) and those who show it (ui) speak of it.

import type { Mark } from '../core/replay/marks.ts';
import type { LineId } from '../core/yarn/program.ts';

/** A line that was said, or an option that was chosen. Ids and values: words are made when it is shown. */
export interface SaidLine {
  readonly line: LineId;
  readonly values: readonly string[];
  /** An option that the player chose, and not a line. */
  readonly isAnswer: boolean;
  /** The tick at which it was shown, or chosen. */
  readonly at: number;
}

export interface Transcript {
  readonly said: readonly SaidLine[];
  /** The line that is shown; with options it is the one they answer. */
  readonly now: SaidLine | null;
}

export const NOTHING_SAID: Transcript = { said: [], now: null };

/** So much of what was said can be read again. */
export const SAID_KEPT = 200;

/** The transcript as it was at that place: what was said before what is shown there. */
export function transcriptAt({ said, now }: Transcript, { kind, world }: Mark): Transcript {
  const all = now === null ? said : [...said, now];
  // an answer and the line that it brings have the same tick
  const before = all.filter((one) => one.at < world.shownAt || (one.isAnswer && one.at === world.shownAt));
  const last = before.at(-1);
  if (kind !== 'options' || last === undefined) return { said: before, now: null };
  return { said: before.slice(0, -1), now: last };
}

/** Where in the story a save was made, for the list. */
export interface Where {
  /** '' where there is none. */
  readonly city: string;
  /** 0 where there is none. */
  readonly act: number;
  /** A place of `PLACES`, or a level; '' where there is none. */
  readonly place: string;
  /** The line that was shown last; '' where there was none. */
  readonly line: LineId;
}

export const NAMED_SLOTS = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;
export type NamedSlot = (typeof NAMED_SLOTS)[number];

/**
 * auto: after every line. before: the autosave before that one. other: where the sitting stood that was left for the
 * present one. chapter: the start of an act, `chapter:coves:3`. aside: what could not be read, with its bytes as they were.
 */
export type SlotId = 'auto' | 'before' | 'other' | NamedSlot | `chapter:${string}` | `aside:${string}`;
const SLOT_KINDS = ['auto', 'before', 'other', 'named', 'chapter', 'aside'] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];

/** Why a save cannot be read. */
const BROKEN = ['notASave', 'damaged', 'incomplete', 'badRun'] as const;
export type Broken = (typeof BROKEN)[number];

export interface SlotRow {
  readonly id: SlotId;
  readonly kind: SlotKind;
  /** What the player called it; '' where they did not. */
  readonly name: string;
  /** Milliseconds of the epoch. */
  readonly when: number;
  readonly where: Where | null;
  readonly plan: string;
  /** Seconds. */
  readonly played: number;
  readonly bytes: number;
  /** newer: by a build that this one does not know; it stays, and is read when the game is new enough. */
  readonly state: 'whole' | 'broken' | 'newer';
  readonly why: Broken | null;
}

/** What came of writing. Whatever it is not, nothing that was kept before is lost. */
const WRITTEN = ['saved', 'full', 'readOnly', 'failed'] as const;
export type Written = (typeof WRITTEN)[number];

/** What is wrong with keeping things here, for as long as it is. */
const TROUBLES = ['refused', 'full', 'lost', 'readOnly'] as const;
export type Trouble = (typeof TROUBLES)[number];
