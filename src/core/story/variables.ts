// Variables that differ from what they begin as. Every snapshot shares these tables with the next one until something is
// written, and then a table is copied. Of a large one a copy at every step would be most of what the step costs, so what was
// written lately stands in a short list over it, and is put with the rest now and then.

import type { Value } from '../yarn/program.ts';
import { get } from './get.ts';
import type { Snapshot } from './story.ts';

type Table = Record<string, Value>;
export type Kept = Pick<Snapshot, 'variables' | 'recent'>;
type Recent = NonNullable<Kept['recent']>;

/** A table of so many is copied as a whole. */
const FEW = 32;
/** So many may have been written lately. */
const LATELY = 24;

const NONE: Recent = [];

export interface Variables {
  readonly get: (name: string) => Value | undefined;
  readonly set: (name: string, value: Value) => void;
  /** Both tables as they are; whoever has them may keep them. */
  readonly settled: () => Kept['variables'];
  readonly recent: () => Recent;
  readonly recall: (kept: Kept) => void;
}

export function createVariables(initial: Readonly<Record<string, Value>>): Variables {
  let settled: Table = {};
  let size = 0;
  /** In the order written: the last of a name counts. */
  let recent: Recent = NONE;
  /** Nobody else has `settled`. */
  let isOwn = false;

  function now(name: string): Value | undefined {
    for (let i = recent.length - 1; i >= 0; i--) if (recent[i][0] === name) return recent[i][1];
    return get(settled, name);
  }

  function write(name: string, value: Value): void {
    if (recent.length > 0 || size > FEW) {
      recent = [...recent, [name, value]];
      if (recent.length > LATELY) settle();
      return;
    }
    if (!isOwn) settled = { ...settled };
    isOwn = true;
    if (get(settled, name) === undefined) size++;
    settled[name] = value;
    if (get(initial, name) !== value) return;
    delete settled[name];
    size--;
  }

  function settle(): void {
    settled = { ...settled };
    isOwn = true;
    for (const [name, value] of recent) {
      settled[name] = value;
      if (get(initial, name) === value) delete settled[name];
    }
    size = Object.keys(settled).length;
    recent = NONE;
  }

  return {
    get: now,
    set: (name, value) => {
      if ((now(name) ?? get(initial, name)) !== value) write(name, value);
    },
    settled: () => {
      isOwn = false;
      return settled;
    },
    recent: () => recent,
    recall: (kept) => {
      settled = kept.variables;
      recent = kept.recent ?? NONE;
      size = Object.keys(settled).length;
      isOwn = false;
    },
  };
}

/** All of a snapshot's, in one table. */
export function variablesOf({ variables, recent }: Kept): Readonly<Record<string, Value>> {
  return recent === undefined ? variables : { ...variables, ...Object.fromEntries(recent) };
}

/** The same moment, with some of them changed. */
export function withVariables(
  { recent = NONE, ...snapshot }: Snapshot,
  changes: Readonly<Record<string, Value>>,
): Snapshot {
  return { ...snapshot, variables: { ...snapshot.variables, ...Object.fromEntries(recent), ...changes } };
}
