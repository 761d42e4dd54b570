// What a compiled project is to whoever plays it: the program, the words of the language it was written in, and a way to
// the words of every other.

import type { LineId, Program, Value } from '../yarn/program.ts';

export interface Place {
  /** As the compiler was given it: from `About.folder`, or whole. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

export interface VariableAbout {
  readonly name: string;
  /** `Number`, `String`, `Bool`, or an enum of the project. */
  readonly type: string;
  readonly initial: Value | null;
  readonly smart: boolean;
  readonly doc: string;
  readonly place: Place;
}

/** What only those who write want to know. */
export interface About {
  /** Where files are looked for, as the machine that compiled it names it. */
  readonly folder: string;
  readonly lines: Readonly<Record<LineId, Place>>;
  readonly variables: readonly VariableAbout[];
  readonly enums: readonly { readonly name: string; readonly cases: Readonly<Record<string, Value>> }[];
}

export type Strings = Readonly<Record<LineId, string>>;

export interface Dialogue {
  readonly program: Program;
  /** The language it was written in. */
  readonly language: string;
  readonly strings: Strings;
  /** Of the lines that have any: hashtags without #, besides the line's own id. */
  readonly tags: Readonly<Record<LineId, readonly string[]>>;
  /** By locale. A line that is not translated is not in it. */
  readonly loaders: Readonly<Record<string, () => Promise<Strings>>>;
  /** Null in what ships. */
  readonly about: About | null;
}
