// The type of an expression, and what it asks of the types of its parts.

import type { Expression } from '../tree.ts';
import { inferCall } from './calls.ts';
import type { Place } from './project.ts';
import { variableOf } from './scope.ts';
import type { Scope } from './scope.ts';
import { BOOL, BROKEN, NUMBER, STRING, nameOfType, resolve } from './types.ts';
import type { Known, Type } from './types.ts';

type BinaryExpression = Extract<Expression, { kind: 'binary' }>;
type MemberExpression = Extract<Expression, { kind: 'member' }>;

export function infer(expression: Expression, place: Place, scope: Scope): Type {
  switch (expression.kind) {
    case 'number':
      return NUMBER;
    case 'string':
      return STRING;
    case 'bool':
      return BOOL;
    case 'brackets':
      return infer(expression.inner, place, scope);
    case 'variable':
      return keep(expression, variableOf(expression.name, expression.range, place, scope).type, scope);
    case 'call':
      return keep(expression, inferCall(expression, place, scope), scope);
    case 'member':
      return keep(expression, inferMember(expression, place, scope), scope);
    case 'unary':
      return inferUnary(expression, place, scope);
    case 'binary':
      return inferBinary(expression, place, scope);
  }
}

function keep(expression: Expression, type: Type, scope: Scope): Type {
  scope.types.set(expression, type);
  return type;
}

/** The type that `infer` gave an expression. */
export function typeOf(expression: Expression, scope: Scope): Type {
  switch (expression.kind) {
    case 'number':
      return NUMBER;
    case 'string':
      return STRING;
    case 'bool':
      return BOOL;
    case 'brackets':
      return typeOf(expression.inner, scope);
    case 'unary':
      return expression.operator === 'not' ? BOOL : NUMBER;
    case 'variable':
    case 'call':
    case 'member':
    case 'binary':
      return resolve(scope.types.get(expression) ?? BROKEN);
  }
}

function inferUnary(expression: Extract<Expression, { kind: 'unary' }>, place: Place, scope: Scope): Type {
  const asked = expression.operator === 'not' ? BOOL : NUMBER;
  const given = infer(expression.operand, place, scope);
  if (!scope.solver.equal(given, asked)) {
    const written = place.textOf(expression.range).startsWith('!') ? '!' : expression.operator;
    place.report('YS0050', expression.range, `${written} operand must be ${asked.name}, not ${nameOfType(given)}`);
  }
  return asked;
}

function inferBinary(root: BinaryExpression, place: Place, scope: Scope): Type {
  // A long sum leans to the left as far as it is long: its spine is walked, not called.
  const spine: BinaryExpression[] = [];
  let left: Expression = root;
  while (left.kind === 'binary') {
    spine.push(left);
    left = left.left;
  }
  let type = infer(left, place, scope);
  for (let one = spine.pop(); one; one = spine.pop()) {
    type = keep(one, inferOperator(one, type, infer(one.right, place, scope), place, scope), scope);
  }
  return type;
}

function inferOperator(expression: BinaryExpression, left: Type, right: Type, place: Place, scope: Scope): Type {
  switch (expression.operator) {
    case '+':
      return inferSum(expression, left, right, place, scope);
    case '-':
    case '*':
    case '/':
    case '%':
      arithmetic(expression, left, right, place, scope);
      return NUMBER;
    case '==':
    case '!=':
      sameType(expression, left, right, place, scope);
      return BOOL;
    case '<':
    case '<=':
    case '>':
    case '>=':
      if (sameType(expression, left, right, place, scope)) {
        onlyWith([NUMBER], left, expression, place, scope);
      }
      return BOOL;
    case 'and':
    case 'or':
    case 'xor':
      logic(expression, left, right, place, scope);
      return BOOL;
  }
}

function inferSum(expression: BinaryExpression, left: Type, right: Type, place: Place, scope: Scope): Type {
  if (!sameType(expression, left, right, place, scope)) return BROKEN;
  if (!onlyWith([NUMBER, STRING], left, expression, place, scope)) return BROKEN;
  if (resolve(left).kind === 'open') scope.sums.push(left);
  return left;
}

function arithmetic(expression: BinaryExpression, left: Type, right: Type, place: Place, scope: Scope): void {
  if (!scope.solver.equal(left, NUMBER)) cannotBeUsed(expression, left, place);
  else if (!scope.solver.equal(right, NUMBER)) differ(expression, left, right, place);
}

function logic(expression: BinaryExpression, left: Type, right: Type, place: Place, scope: Scope): void {
  for (const side of [left, right]) {
    if (scope.solver.equal(side, BOOL)) continue;
    const written = place.textOf(expression.operatorRange);
    place.report('YS0050', expression.range, `${written} operands must be Bool, not ${nameOfType(side)}`);
    return;
  }
}

function sameType(expression: BinaryExpression, left: Type, right: Type, place: Place, scope: Scope): boolean {
  if (scope.solver.equal(left, right)) return true;
  differ(expression, left, right, place);
  return false;
}

function differ(expression: BinaryExpression, left: Type, right: Type, place: Place): void {
  const written = place.textOf(expression.operatorRange);
  const types = `${nameOfType(left)} and ${nameOfType(right)}`;
  place.report('YS0050', expression.range, `Operation '${written}'s values must both be the same type, not ${types}`);
}

function cannotBeUsed(expression: BinaryExpression, type: Type, place: Place): void {
  const written = place.textOf(expression.operatorRange);
  place.report(
    'YS0050',
    expression.range,
    `Operation '${written}' can't be used with a value of type ${nameOfType(type)}`,
  );
}

/** False when it is already known to be another. Looked at again when it becomes known. */
function onlyWith(
  types: readonly Known[],
  type: Type,
  expression: BinaryExpression,
  place: Place,
  scope: Scope,
): boolean {
  let isFine = true;
  scope.solver.later([type], () => {
    const found = resolve(type);
    if (found.kind === 'open') return false;
    isFine = found.kind === 'broken' || types.includes(found);
    if (!isFine) cannotBeUsed(expression, type, place);
    return true;
  });
  return isFine;
}

function inferMember(expression: MemberExpression, place: Place, scope: Scope): Type {
  if (expression.type === null) {
    const use = { place, expression, type: scope.solver.open() };
    scope.members.push(use);
    scope.fresh.push(use);
    return use.type;
  }
  const name = expression.type.text;
  const type = scope.enums.get(name);
  if (!type) {
    const suggestion = scope.project.suggestions.of('enum', name, scope.enums);
    place.report('YS0038', expression.range, `No type called ${name} could be found`, suggestion);
    return BROKEN;
  }
  scope.members.push({ place, expression, type });
  return type;
}

/** After each statement: a `.Case` that only one enum has, and whose type nothing else said, is that enum's. */
export function settleMembers(scope: Scope): void {
  for (const { expression, type } of scope.fresh) {
    if (resolve(type).kind !== 'open') continue;
    const candidates = scope.enumsByCase.get(expression.member.text) ?? [];
    if (candidates.length === 1) scope.solver.equal(type, candidates[0]);
  }
  scope.fresh.length = 0;
}
