// Where a script goes round without an end, it is stopped and named before it fills the stack, the memory or the day.

import type { Value } from '../yarn/program.ts';
import type { Fail } from './functions.ts';

/** Further in, detours lead to one another and never return. */
export const DEEPEST_DETOUR = 10_000;

/** Smart variables and functions that ask for one another. */
const DEEPEST = 500;
/** All that one smart variable asks for, and they again. */
const MOST = 1_000_000;

/** Does what a smart variable or function asks for, which may ask for others in turn. */
export function bounded(fail: Fail): (name: string, work: () => Value) => Value {
  let depth = 0;
  let asked = 0;
  let asker = '';
  return (name, work) => {
    if (depth === 0) [asked, asker] = [0, name];
    if (depth >= DEEPEST) return fail(`${name} asks for itself, or for more than ${DEEPEST} others in a row`);
    if (asked++ >= MOST) return fail(`${asker} takes more than ${MOST} evaluations`);
    depth += 1;
    try {
      return work();
    } finally {
      depth -= 1;
    }
  };
}
