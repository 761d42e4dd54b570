// What each statement asks of the types in it, and at the end of all: what is still not known, and is it needed?

import type { Range } from '../diagnostics.ts';
import type { Value } from '../program.ts';
import type { Expression, Statement } from '../tree.ts';
import { infer, settleMembers, typeOf } from './expressions.ts';
import { eachExpression, eachExpressionOf, eachText, partsOf } from './project.ts';
import type { Place } from './project.ts';
import { mustFit, variableOf } from './scope.ts';
import type { MemberUse, Scope } from './scope.ts';
import { BOOL, BROKEN, NUMBER, STRING, nameOfType, resolve } from './types.ts';
import type { Type } from './types.ts';

export function inferPlace(place: Place, scope: Scope): void {
  for (const { when } of place.tree.nodes) {
    for (const { condition } of when) {
      if (condition) mustBeBool(condition, "'when' header expressions must be a Bool or 'always'", place, scope);
    }
  }
  settleMembers(scope);
  for (const statement of place.statements.all) {
    inferStatement(statement, place, scope);
    settleMembers(scope);
  }
}

function inferStatement(statement: Statement, place: Place, scope: Scope): void {
  switch (statement.kind) {
    case 'line':
    case 'options':
    case 'group':
      eachText(statement, ({ values, condition }) => {
        for (const value of values) infer(value, place, scope);
        if (!condition?.expression) return;
        mustBeBool(condition.expression, "line condition's expression must be a Bool", place, scope);
      });
      return;
    case 'command':
      for (const value of statement.command.values) infer(value, place, scope);
      return;
    case 'set':
      inferSet(statement, place, scope);
      return;
    case 'call':
      infer(statement.call, place, scope);
      return;
    case 'if':
      statement.arms.forEach(({ condition }, index) => {
        const name = index === 0 ? 'if' : 'else if';
        if (condition) mustBeBool(condition, `${name} statement's expression must be a Bool`, place, scope);
      });
      return;
    case 'once':
      if (statement.condition) {
        mustBeBool(statement.condition, "once statement's expression must be a Bool", place, scope);
      }
      return;
    case 'jump':
    case 'detour':
      if (statement.to.kind === 'expression') inferDestination(statement.kind, statement.to.expression, place, scope);
      return;
    case 'declare':
    case 'enum':
    case 'return':
    case 'stop':
      return;
  }
}

function mustBeBool(expression: Expression, rule: string, place: Place, scope: Scope): void {
  const type = infer(expression, place, scope);
  if (scope.solver.equal(type, BOOL)) return;
  place.report('YS0050', expression.range, `${rule}, not a ${nameOfType(type)}`);
}

function inferDestination(kind: 'jump' | 'detour', expression: Expression, place: Place, scope: Scope): void {
  const type = infer(expression, place, scope);
  mustFit(type, STRING, scope, () => {
    const rule = `${kind} statement's expression must be convertible to String`;
    place.report('YS0050', expression.range, `${rule}, but ${nameOfType(type)} is not`);
  });
}

function inferSet(statement: Extract<Statement, { kind: 'set' }>, place: Place, scope: Scope): void {
  const { variable: name, operator, value, range } = statement;
  const variable = variableOf(name.text, name.range, place, scope);
  const type = infer(value, place, scope);
  const cannotBe = (): void => {
    const what = `${name.text} (${nameOfType(variable.type)})`;
    place.report('YS0050', range, `${what} cannot be assigned a ${nameOfType(type)}`);
  };
  if (operator !== '=' && !takesOperator(statement, variable.type, place, scope)) return;
  mustFit(type, variable.type, scope, cannotBe);
}

/** Is there such an operator for the variable's type? What is not known yet is a number, but for `+=`. */
function takesOperator(
  { operator, range }: Extract<Statement, { kind: 'set' }>,
  type: Type,
  place: Place,
  scope: Scope,
): boolean {
  const allowed = operator === '+=' ? [NUMBER, STRING] : [NUMBER];
  const refuse = (): boolean => {
    place.report('YS0050', range, `Operation '${operator}' can't be used with a value of type ${nameOfType(type)}`);
    return false;
  };
  if (operator !== '+=') return scope.solver.equal(type, NUMBER) || refuse();
  let isFine = true;
  scope.solver.later([type], () => {
    const found = resolve(type);
    if (found.kind === 'open') return false;
    isFine = found.kind === 'broken' || allowed.some((one) => one === found) || refuse();
    return true;
  });
  if (resolve(type).kind === 'open') scope.sums.push(type);
  return isFine;
}

/** Nothing more will be learnt: what was to fit is the same, a `.Case` is of the only enum that has it, a sum is a number. */
export function settleAll(scope: Scope): void {
  scope.solver.joinWhatIsLeft(scope.pairs);
  for (const use of scope.members) {
    if (resolve(use.type).kind === 'open') settleOpenMember(use, scope);
  }
  for (const type of scope.sums) {
    if (resolve(type).kind === 'open') scope.solver.equal(type, NUMBER);
  }
}

function settleOpenMember({ place, expression, type }: MemberUse, scope: Scope): void {
  const name = expression.member.text;
  const candidates = scope.enumsByCase.get(name) ?? [];
  if (candidates.length === 1) {
    scope.solver.equal(type, candidates[0]);
    return;
  }
  if (candidates.length === 0) {
    const suggestion = scope.project.suggestions.of('case', name, scope.enumsByCase);
    place.report(
      'YS0038',
      expression.range,
      `No type containing a member named ${name} could be found`,
      dotted(suggestion),
    );
  } else {
    const which = candidates.slice(0, 3).map((one) => `${one.name}.${name}`);
    const more = candidates.length > 3 ? ' or another' : '';
    const message = `Can't tell which type .${name} belongs to: it could be ${which.join(' or ')}${more}`;
    place.report('YS0038', expression.range, message, which[0]);
  }
  scope.solver.equal(type, BROKEN);
}

function dotted(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `.${name}`;
}

/** The raw value of every member; those that their type does not have are reported. */
export function memberValues(scope: Scope): Map<Expression, Value> {
  const values = new Map<Expression, Value>();
  for (const { place, expression, type } of scope.members) {
    const found = resolve(type);
    const name = expression.member.text;
    if (found.kind === 'enum') {
      const value = found.cases.get(name);
      if (value !== undefined) {
        values.set(expression, value);
        continue;
      }
      const suggestion = scope.project.suggestions.of(`case of ${found.name}`, name, found.cases);
      place.report('YS0038', expression.range, `${found.name} doesn't have a member named ${name}`, suggestion);
    } else if (found.kind === 'basic') {
      const message = `Type ${found.name} does not have a member named ${name}`;
      place.report('YS0038', expression.range, message);
    }
  }
  return values;
}

/** YS0029, for the outermost part of each expression whose type is not known. */
export function reportUndetermined(scope: Scope): void {
  if (scope.solver.isSolved()) return;
  for (const place of scope.project.places) {
    const see = (expression: Expression): void => outermostOpen(expression, place, scope);
    for (const { when } of place.tree.nodes) for (const { condition } of when) if (condition) see(condition);
    for (const statement of place.statements.all) {
      if (statement.kind === 'set') {
        const { text: name, range } = statement.variable;
        const variable = scope.variables.get(name);
        if (variable && resolve(variable.type).kind === 'open' && !scope.project.lost.has(name)) {
          undetermined(range, place, meant('variable', name, scope.declared, scope));
        }
      }
      eachExpressionOf(statement, see);
    }
  }
}

function outermostOpen(root: Expression, place: Place, scope: Scope): void {
  const left: Expression[] = [root];
  for (let one = left.pop(); one; one = left.pop()) {
    if (typeOf(one, scope).kind !== 'open') left.push(...partsOf(one));
    else if (!namesLost(one, scope)) undetermined(one.range, place, whatWasMeant(one, scope));
  }
}

function namesLost(root: Expression, scope: Scope): boolean {
  let isLost = false;
  eachExpression(root, (one) => {
    if (one.kind === 'variable' && scope.project.lost.has(one.name)) isLost = true;
    if (one.kind === 'call' && scope.project.lost.has(one.name.text)) isLost = true;
  });
  return isLost;
}

/** Who cannot tell a type may be looking at a misspelt name. */
function whatWasMeant(expression: Expression, scope: Scope): string | undefined {
  if (expression.kind === 'variable') return meant('variable', expression.name, scope.declared, scope);
  if (expression.kind === 'call') return meant('function', expression.name.text, scope.known, scope);
  return undefined;
}

function meant(
  list: string,
  name: string,
  known: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  scope: Scope,
): string | undefined {
  return known.has(name) ? undefined : scope.project.suggestions.of(list, name, known);
}

function undetermined(range: Range, place: Place, suggestion?: string): void {
  place.report('YS0029', range, `Can't determine the type of the expression ${place.textOf(range)}.`, suggestion);
}
