// A conversation that was kept while a writer went on writing: where it goes on in the script as it is now.

import type { Next, Program } from '../yarn/program.ts';
import type { Restored, Snapshot } from './story.ts';
import { variablesOf, withVariables } from './variables.ts';

export interface Mended {
  readonly snapshot: Snapshot;
  readonly restored: Restored;
}

type Stack = Snapshot['stack'];

export function mend(program: Program, old: Snapshot): Mended {
  if (old.program === program.hash) return { snapshot: old, restored: { at: 'same' } };
  const snapshot: Snapshot = {
    ...withVariables(old, {}),
    program: program.hash,
    stack: old.stack.flatMap(([node, next]) => {
      if (!isThere(program, node)) return [];
      return [[node, next === null || isBlock(program, next) ? next : startOf(program, node)] as const];
    }),
    variables: fitting(program, variablesOf(old)),
  };
  return placed(program, snapshot, old);
}

function placed(program: Program, snapshot: Snapshot, old: Snapshot): Mended {
  const { at, node } = old;
  if (at === null) return { snapshot, restored: { at: 'same' } };
  if (isBlock(program, at)) {
    return { snapshot: { ...snapshot, node: program.homes[at] }, restored: { at: 'same' } };
  }
  const missing = at;
  const begin = (where: string, what: 'nodeStart' | 'earlierNode' | 'start', stack: Stack): Mended | null => {
    const start = Object.hasOwn(program.nodes, where) ? program.nodes[where].start : null;
    if (start === null) return null;
    return { snapshot: { ...snapshot, at: start, node: where, stack }, restored: { at: what, node: where, missing } };
  };
  const found =
    begin(node, 'nodeStart', snapshot.stack) ?? earlier(program, snapshot, missing) ?? begin(old.start, 'start', []);
  if (found !== null) return found;
  return { snapshot: { ...snapshot, at: null, stack: [] }, restored: { at: 'end', node, missing } };
}

/** Where the innermost detour that is still there would have returned to. */
function earlier(program: Program, snapshot: Snapshot, missing: string): Mended | null {
  for (let i = snapshot.stack.length - 1; i >= 0; i--) {
    const [node, next] = snapshot.stack[i];
    if (next === null) continue;
    return {
      snapshot: { ...snapshot, at: next, node, stack: snapshot.stack.slice(0, i) },
      restored: { at: 'earlierNode', node, missing },
    };
  }
  return null;
}

/** A variable that became another type begins anew; one that is gone is kept, in case it comes back. */
function fitting(program: Program, variables: Snapshot['variables']): Snapshot['variables'] {
  const kept = Object.entries(variables).filter(([name, value]) => {
    if (!Object.hasOwn(program.variables, name)) return true;
    const initial = program.variables[name];
    const isOddNumber = typeof initial === 'number' && /^(NaN|-?Infinity|-0)$/.test(String(value));
    return typeof value === typeof initial || isOddNumber;
  });
  return Object.fromEntries(kept);
}

function isBlock(program: Program, next: Next): next is string {
  return next !== null && Object.hasOwn(program.blocks, next);
}

function isThere(program: Program, node: string): boolean {
  return Object.hasOwn(program.nodes, node) || Object.hasOwn(program.groups, node);
}

function startOf(program: Program, node: string): Next {
  return Object.hasOwn(program.nodes, node) ? program.nodes[node].start : null;
}
