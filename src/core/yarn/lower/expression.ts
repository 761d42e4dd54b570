// Expressions of the tree as the program has them: names resolved, brackets gone, numbers as the 32-bit floats they are.

import type { Checked } from '../checked.ts';
import type { Expr, Value } from '../program.ts';
import type { Expression } from '../tree.ts';

export function lowerExpression(checked: Checked, one: Expression): Expr {
  const lower = (inner: Expression): Expr => lowerExpression(checked, inner);
  switch (one.kind) {
    case 'number':
      return number(one.value);
    case 'string':
    case 'bool':
      return one.value;
    case 'variable':
      return ['$', one.name];
    case 'call':
      return ['call', one.name.text, ...one.args.map(lower)];
    case 'member':
      return member(checked, one);
    case 'unary': {
      const operand = lower(one.operand);
      if (one.operator === 'not') return ['not', operand];
      // JSON has no -0
      return typeof operand === 'number' && operand !== 0 ? -operand : ['neg', operand];
    }
    case 'binary':
      return [one.operator, lower(one.left), lower(one.right)];
    case 'brackets':
      return lower(one.inner);
  }
}

/** A literal beyond what 32 bits hold is infinite, and JSON has no word for that. */
function number(value: number): Expr {
  const float = Math.fround(value);
  return Number.isFinite(float) ? float : ['/', float < 0 ? -1 : 1, 0];
}

function member({ members }: Checked, one: Expression): Value {
  const value = members.get(one);
  if (value === undefined) throw new Error('a case of an enum without a value reached the lowering');
  return value;
}

/**
 * How much a condition says, by which saliency ranks: one for being there, and one for each `and`, `or` and `xor` in it.
 */
export function complexity(one: Expression): number {
  return 1 + operators(one);
}

function operators(one: Expression): number {
  if (one.kind === 'unary') return operators(one.operand);
  if (one.kind === 'brackets') return operators(one.inner);
  if (one.kind === 'call') return one.args.reduce((sum, arg) => sum + operators(arg), 0);
  if (one.kind !== 'binary') return 0;
  const own = one.operator === 'and' || one.operator === 'or' || one.operator === 'xor' ? 1 : 0;
  return own + operators(one.left) + operators(one.right);
}
