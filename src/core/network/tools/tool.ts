// What a tool is. One file a tool, one row in table.ts; see ../README.md for how to add one.

import type { Fields } from '../fields.ts';
import type { Network } from '../network.ts';
import type { OfferedTool } from '../rules.ts';
import type { Heard, Refusal, Target } from '../vocabulary.ts';

/** The arguments of one use; those a tool does not take are 0. */
export interface Aim {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export interface ToolRow {
  /** Its number in replays. Never change one, never use one again. */
  readonly code: number;
  readonly doc: string;
  /** What a, b and c point at, in order. */
  readonly takes: readonly Target[];
  readonly cost: number; // energy points
  readonly cooldown: number; // seconds
  /** How long what it does lasts, for those that last. */
  readonly seconds?: number;
  /** Works on nodes that are out of reach of hands. */
  readonly reachesFar?: true;
  /** How many times louder it makes a node while it lasts; loudness.ts keeps room for it. */
  readonly louder?: number;
  /** Cannot be echoed, and is not remembered. */
  readonly unechoed?: true;
  /** How many bonds it may add: that many slots are kept for them. */
  readonly ties?: number;
  /** Makes another tool's act happen again: alone on offer it has nothing to do. */
  readonly repeats?: true;
  /** Words of its own in the network's array, and what it does with them each tick. */
  readonly words?: number;
  readonly tick?: (net: Network, tool: OfferedTool, heard: Heard) => void;
  /** Why not, beyond what every tool is asked (see acts.ts). */
  readonly refuse?: (net: Network, tool: OfferedTool, aim: Aim) => Refusal | null;
  readonly apply: (net: Network, tool: OfferedTool, aim: Aim, heard: Heard) => void;
}

/** A level may change these of a tool it offers. */
export const TOOL_FIELDS = {
  cost: { unit: 'energy', least: 0, most: 100, doc: 'energy it takes' },
  cooldown: { unit: 'seconds', least: 0, most: 60, doc: 'seconds before it can be used again' },
  seconds: { unit: 'seconds', least: 0, most: 60, doc: 'how long its effect lasts' },
} as const satisfies Fields;
