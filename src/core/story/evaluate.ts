// The worth of an expression. Every operand is evaluated, as upstream does it, whatever the first one says; numbers are
// 32-bit floats after every step.

import type { Expr, Value } from '../yarn/program.ts';
import { bool, number, text, type Fail } from './functions.ts';
import { rounded, truncated } from './numbers.ts';

export interface Known {
  readonly variable: (name: string) => Value;
  readonly call: (name: string, args: readonly Value[]) => Value;
  readonly isSeen: (once: string) => boolean;
  readonly fail: Fail;
}

export function evaluate(expr: Expr, known: Known): Value {
  if (typeof expr !== 'object') return expr;
  const [op, first, second] = expr;
  if (op === '$') return known.variable(first as string);
  if (op === 'once') return !known.isSeen(first as string);
  if (op === 'call') {
    const args = expr.slice(2).map((arg) => evaluate(arg, known));
    return known.call(first as string, args);
  }
  const { fail } = known;
  const a = evaluate(first, known);
  if (op === 'not') return !bool(a, fail);
  if (op === 'neg') return -number(a, fail);
  const b = evaluate(second, known);
  if (op === '==') return a === b;
  if (op === '!=') return a !== b;
  if (op === 'and') return bool(a, fail) && bool(b, fail);
  if (op === 'or') return bool(a, fail) || bool(b, fail);
  if (op === 'xor') return bool(a, fail) !== bool(b, fail);
  if (op === '+' && (typeof a === 'string' || typeof b === 'string')) return text(a) + text(b);
  if (op === '%') return remainder(whole(a, fail), whole(b, fail), fail);
  return reckon(op, number(a, fail), number(b, fail));
}

function reckon(op: string, a: number, b: number): Value {
  if (op === '<') return a < b;
  if (op === '<=') return a <= b;
  if (op === '>') return a > b;
  if (op === '>=') return a >= b;
  if (op === '+') return Math.fround(a + b);
  if (op === '-') return Math.fround(a - b);
  if (op === '*') return Math.fround(a * b);
  return Math.fround(a / b);
}

/** Upstream takes remainders of 32-bit whole numbers, rounded as it rounds, and has none by zero. */
function remainder(a: number, b: number, fail: Fail): number {
  if (b === 0) return fail('there is no remainder of a division by 0');
  // never -0
  return Math.fround(a % b) + 0;
}

function whole(value: Value, fail: Fail): number {
  const near = rounded(number(value, fail));
  return truncated(near) === near ? near : fail(`${text(value)} is too great for a remainder`);
}
