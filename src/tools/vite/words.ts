// What the dev server and the page say to each other about scripts.

import type { About, Strings } from '../../core/story/dialogue.ts';
import type { Program } from '../../core/yarn/program.ts';
import { helpFor } from '../dialogue/help.ts';

export const EVENTS = {
  /** Server to page, with a `Fresh`: what was saved compiles. */
  fresh: 'syntony:dialogue',
  /** Server to page, with `Faults`: it does not, or not without a warning. */
  faults: 'syntony:dialogue-error',
  /** Page to server, with nothing: what is wrong now? */
  ask: 'syntony:dialogue-ask',
} as const;

/** A `Dialogue` as it travels: with every language, for one who writes may want any of them. */
export interface Fresh {
  readonly program: Program;
  readonly language: string;
  readonly strings: Strings;
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly locales: Readonly<Record<string, Strings>>;
  readonly about: About | null;
}

export interface Fault {
  /** As a person names it, from the root of the project. */
  readonly file: string;
  /** As the machine does: what an editor is asked to open. */
  readonly path: string;
  /** Counted from 1, as all that is shown. */
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly frame: string;
  readonly suggestion: string | null;
}

export interface Faults {
  readonly faults: readonly Fault[];
  /** Which script plays on: one that compiled earlier, or none since the server was started. */
  readonly plays: 'earlier' | 'nothing';
}

/** As the command line and the log of a build say it. */
export function inWords({ file, line, column, severity, code, message, frame, suggestion }: Fault): string {
  const help = suggestion === null ? [] : [`help: ${helpFor(suggestion)}`];
  return [
    `${file}:${line}:${column}: ${severity}: ${code}: ${message}`,
    ...(frame === '' ? [] : [frame]),
    ...help,
  ].join('\n');
}
