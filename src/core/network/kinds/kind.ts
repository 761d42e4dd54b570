// What kind of person or place a node is. One file a kind, one row in table.ts; see ../README.md for how to add one.

import type { Network } from '../network.ts';
import type { PlacedKind } from '../rules.ts';
import type { Heard } from '../vocabulary.ts';

export interface KindRow {
  /** Its number in the state. Never change one, never use one again. */
  readonly code: number;
  readonly doc: string;
  /** Asked for by the goal. */
  readonly counted: boolean;
  /** Hands can touch it; tools that reach far need not ask. */
  readonly touchable: boolean;
  /** Not in the room: nobody sees it until a bond of its is revealed. */
  readonly offMap?: true;
  readonly emit: number; // Q5: 32 is one
  readonly feel: number; // Q5
  readonly words?: number;
  readonly begin?: (net: Network, placed: PlacedKind) => void;
  /** Each tick, before the bonds pull. */
  readonly tick?: (net: Network, placed: PlacedKind, heard: Heard) => void;
  /** After any act on a node: `at` is the node touched. */
  readonly onAct?: (net: Network, placed: PlacedKind, at: number, heard: Heard) => void;
}
