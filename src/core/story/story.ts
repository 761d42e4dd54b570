// The words that whoever tells a story and whoever hears it have in common.

import type { LineId, Value } from '../yarn/program.ts';

export interface ShownLine {
  readonly line: LineId;
  /** What goes into `{0}`, `{1}`… already as text, numbers as upstream prints them. */
  readonly values: readonly string[];
}

export interface ShownOption extends ShownLine {
  readonly open: boolean;
}

export type View =
  | ({ readonly kind: 'line' } & ShownLine)
  | { readonly kind: 'options'; readonly options: readonly ShownOption[] }
  /** After substitution; the words are split by `wordsOf`. */
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'end' };

export const STRATEGIES = ['first', 'best', 'best_least_recently_seen'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/**
 * All that decides how a conversation goes on, as plain data, as it was *before* the shown content was evaluated: who
 * restores it evaluates that again and sees the same. What is not there is as in the program. Replaced, never changed.
 */
export type Snapshot = {
  /** Of the program it was made with. */
  readonly program: string;
  /** The block shown; null when the conversation is over. */
  readonly at: string | null;
  /** The node it is in, and the one the conversation began with. */
  readonly node: string;
  readonly start: string;
  /** What detours will return to, innermost last. */
  readonly stack: readonly (readonly [node: string, next: string | null])[];
  readonly variables: Readonly<Record<string, Value>>;
  /** Written lately, where there are many: in that order over `variables` (see variables.ts). */
  readonly recent?: readonly (readonly [name: string, value: Value])[];
  readonly visits: Readonly<Record<string, number>>;
  readonly views: Readonly<Record<string, number>>;
  readonly once: readonly string[];
  readonly strategy: Strategy;
  readonly random: readonly number[];
};

/** What became of a snapshot that was made with another edit of the script. */
export type Restored =
  | { readonly at: 'same' }
  | { readonly at: 'nodeStart' | 'earlierNode' | 'start' | 'end'; readonly node: string; readonly missing: string };

export interface Sequencer {
  /** Begins a node or node group over what is remembered: variables, visits, once and views stay. */
  readonly start: (node: string) => void;
  /** On from a line or a command (no option) or by an open option. */
  readonly advance: (option?: number) => void;
  readonly view: () => View;
  readonly snapshot: () => Snapshot;
  readonly restore: (snapshot: Snapshot) => Restored;
}

/** Why what is shown does not go on this way, or null. Asked before anything changes. */
export function whyRefused(view: View, option: number | undefined): string | null {
  if (view.kind === 'end') return 'the conversation is over';
  if (view.kind !== 'options') return option === undefined ? null : 'there is nothing to choose from';
  if (option === undefined) return view.options.some(({ open }) => open) ? 'one of the options is to be chosen' : null;
  if (view.options[option] === undefined) return `there is no option ${option}`;
  return view.options[option].open ? null : `option ${option} cannot be chosen`;
}

/** What a function of the library does. `context` is whatever the story's owner brings: the game's own state. */
export type StoryFunction = (args: readonly Value[], context: unknown) => Value;

/** A fault in a running script that the compiler could not see. Names the block, so that tools can name the line. */
export class StoryError extends Error {
  override readonly name = 'StoryError';
  readonly block: string;
  constructor(message: string, block: string) {
    super(message);
    this.block = block;
  }
}
