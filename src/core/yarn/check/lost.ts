// What could not be parsed may have declared, set or used something. What only seems to be missing because of that is not
// reported: the writer has a fault to mend there already.

import type { Diagnostic } from '../diagnostics.ts';
import type { FileTree } from '../tree.ts';

export interface Lost {
  /** Was it named where something could not be parsed, or could it have been? */
  readonly has: (name: string) => boolean;
  /** Is there a fault of parsing between these lines of a file? */
  readonly isIn: (file: string, from: number, to: number) => boolean;
}

/** Variables with their $, and names of functions. */
const NAMES = /\$?[\p{L}_][\p{L}\p{N}_]*/gu;

interface Parsed {
  readonly text: string;
  readonly tree: FileTree;
}

export function findLost(errors: readonly Diagnostic[], files: ReadonlyMap<string, Parsed>): Lost {
  const names = new Set<string>();
  const lines = new Map<string, number[]>();
  const split = new Map<string, string[]>();
  let isAll = false;
  for (const { file, range } of errors) {
    const parsed = files.get(file);
    if (!parsed) continue;
    const places = lines.get(file) ?? [];
    lines.set(file, places);
    places.push(range.start.line);
    const inBody = parsed.tree.nodes.some(({ bodyRange: { start, end } }) => {
      return start.line < range.start.line && range.start.line < end.line;
    });
    // Outside of any body whole nodes may be missing.
    if (!inBody) isAll = true;
    const all = split.get(file) ?? parsed.text.split('\n');
    split.set(file, all);
    for (const line of all.slice(range.start.line, range.end.line + 1)) {
      for (const [name] of line.matchAll(NAMES)) names.add(name);
    }
  }
  return {
    has: (name) => isAll || names.has(name),
    isIn: (file, from, to) => (lines.get(file) ?? []).some((line) => line >= from && line <= to),
  };
}
