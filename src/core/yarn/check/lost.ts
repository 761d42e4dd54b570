// What could not be parsed may have declared, set or used something. What only seems to be missing because of that is not
// reported: the writer has a fault to mend there already.

import type { Diagnostic } from '../diagnostics.ts';
import type { FileTree, NodeTree } from '../tree.ts';

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
    // Outside of any body whole nodes may be missing.
    const { bodyRange } = parsed.tree.nodes[lastAt(range.start.line, parsed.tree.nodes, startOf)] ?? {};
    if (!bodyRange || bodyRange.start.line >= range.start.line || bodyRange.end.line < range.start.line) isAll = true;
    const all = split.get(file) ?? parsed.text.split('\n');
    split.set(file, all);
    for (const line of all.slice(range.start.line, range.end.line + 1)) {
      for (const [name] of line.matchAll(NAMES)) names.add(name);
    }
  }
  for (const list of lines.values()) list.sort((a, b) => a - b);
  return {
    has: (name) => isAll || names.has(name),
    isIn: (file, from, to) => {
      const list = lines.get(file) ?? [];
      return (list[lastAt(to, list, (line) => line)] ?? -1) >= from;
    },
  };
}

function startOf({ bodyRange }: NodeTree): number {
  return bodyRange.start.line;
}

/** In a sorted list: the last that is not behind that line, or -1. */
function lastAt<T>(line: number, list: readonly T[], lineOf: (one: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lineOf(list[middle]) <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
