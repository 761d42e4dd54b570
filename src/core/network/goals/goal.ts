// What winning asks. One file a goal, one row in table.ts; see ../README.md for how to add one.

import type { Fields } from '../fields.ts';
import type { Problem } from '../shape.ts';
import type { Network } from '../network.ts';
import type { Heard } from '../vocabulary.ts';

/** A goal as a level file says it. */
type Said = Readonly<Record<string, number | string | readonly string[]>>;

export interface GoalRow {
  readonly doc: string;
  readonly fields: Fields;
  /** It may name people: what for. */
  readonly who?: string;
  /** What a level asks of it that cannot be: `asked` is how many people it asks for. */
  readonly problem?: (said: Said, asked: number) => Problem | null;
  readonly words?: number;
  /** How many times louder it makes one who counts, at a time; loudness.ts keeps room for it. */
  readonly louder?: number;
  readonly begin?: (net: Network) => void;
  /** Whether what is asked holds in this tick, coherence and all but authenticity. */
  readonly isMet: (net: Network) => boolean;
  /** Called when it has been held long enough: true when the network is won, false when there is more to do. */
  readonly held?: (net: Network, heard: Heard) => boolean;
}

/** Every goal says these. */
export const GOAL_FIELDS = {
  target: { unit: 'share', least: 0.5, most: 0.99, otherwise: 0.88, doc: 'coherence asked for' },
  hold: { unit: 'seconds', least: 0.5, most: 60, otherwise: 5, doc: 'how long it must hold' },
  authenticity: { unit: 'share', least: 0, most: 1, otherwise: 0.85, doc: 'authenticity asked for' },
} as const satisfies Fields;
