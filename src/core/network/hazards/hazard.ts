// What a hazard is. One file a hazard, one row in table.ts; see ../README.md for how to add one.

import type { Fields } from '../fields.ts';
import type { Builder } from '../build.ts';
import type { Network } from '../network.ts';
import type { PlacedHazard } from '../rules.ts';
import type { Heard } from '../vocabulary.ts';

export interface HazardRow {
  readonly doc: string;
  readonly fields: Fields;
  /** Words of its own. Where it has a clock, the first two are how long until it strikes, and whom it has named (index + 1). */
  readonly words: number;
  /** How many times louder it may make those who count; loudness.ts keeps room for it. */
  readonly louder?: number;
  /** Nodes and hidden bonds it brings with it, by its compiled values. */
  readonly brings?: (values: Readonly<Record<string, number>>) => { nodes: number; bonds: number };
  readonly build?: (builder: Builder, hazard: PlacedHazard) => void;
  readonly begin?: (net: Network, hazard: PlacedHazard) => void;
  /** Each tick of the hazards' own clock, which an assist may slow or stop. */
  readonly tick?: (net: Network, hazard: PlacedHazard, heard: Heard) => void;
  /** Each tick of the run, also when the assist has stopped the hazards: what was begun has to end. */
  readonly always?: (net: Network, hazard: PlacedHazard, heard: Heard) => void;
  /** After any act on a node: `at` is the node touched. */
  readonly onAct?: (net: Network, hazard: PlacedHazard, at: number, heard: Heard) => void;
  /** What it has named, so that the screen, the bots and the DOM twin can show it. */
  readonly names?: 'node' | 'bond' | 'group';
}

/** Offsets into a hazard's block. */
export const DUE = 0;
export const NAMED = 1;
