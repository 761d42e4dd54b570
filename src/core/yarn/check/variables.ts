// Variables: declared ones, those that are only used, and smart ones, whose value is an expression evaluated each time.

import type { VariableInfo } from '../compile.ts';
import type { Value } from '../program.ts';
import type { Expression, Statement } from '../tree.ts';
import { constantOf, defaultOf } from './enums.ts';
import { infer, settleMembers } from './expressions.ts';
import type { Place } from './project.ts';
import type { Scope, Variable } from './scope.ts';
import { dependenciesIn, findLoops } from './smart.ts';
import { BASIC, nameOfType, resolve } from './types.ts';
import type { Known, Type } from './types.ts';

type Declare = Extract<Statement, { kind: 'declare' }>;

/** All declarations of all files, before anything else is looked at: one may stand after its use, or in another file. */
export function declareAll(scope: Scope): void {
  const first = new Map<string, { readonly statement: Declare; readonly place: Place }>();
  const told = new Set<string>();
  for (const place of scope.project.places) {
    for (const statement of place.statements.declare) {
      const name = statement.variable.text;
      const before = first.get(name);
      if (!before && !scope.variables.get(name)?.declared) {
        first.set(name, { statement, place });
        continue;
      }
      if (before && !told.has(name)) redeclared(before.statement, before.place);
      told.add(name);
      redeclared(statement, place);
    }
  }
  for (const { statement } of first.values()) scope.declared.add(statement.variable.text);
  // A type that is written, or is plain from the value, is there before any expression asks for it.
  for (const { statement, place } of first.values()) declare(statement, place, scope);
  for (const { statement, place } of first.values()) inferValue(statement, place, scope);
}

function redeclared(statement: Declare, place: Place): void {
  place.report('YS0039', statement.range, `Redeclaration of existing variable ${statement.variable.text}`);
}

function declare(statement: Declare, place: Place, scope: Scope): void {
  const { variable, value, doc } = statement;
  const written = statement.type === null ? null : writtenType(statement, place, scope);
  const initial = constantOf(value);
  const type: Type = written ?? (initial === null ? scope.solver.open() : typeOfValue(initial));
  const smart = initial === null && value.kind !== 'member';
  const { text: name, range } = variable;
  scope.variables.set(name, { name, type, declared: true, place, range, value, smart, initial, doc, uses: 0 });
}

function typeOfValue(value: Value): Known {
  if (typeof value === 'number') return BASIC.Number;
  return typeof value === 'string' ? BASIC.String : BASIC.Bool;
}

const WRITTEN: Readonly<Record<string, Known>> = {
  number: BASIC.Number,
  string: BASIC.String,
  bool: BASIC.Bool,
  Number: BASIC.Number,
  String: BASIC.String,
  Bool: BASIC.Bool,
};

function writtenType({ type }: Declare, place: Place, scope: Scope): Known | null {
  if (type === null) return null;
  const found = Object.hasOwn(WRITTEN, type.text) ? WRITTEN[type.text] : scope.enums.get(type.text);
  if (found) return found;
  const names = new Set([...Object.keys(WRITTEN), ...scope.enums.keys()]);
  const suggestion = scope.project.suggestions.of('type', type.text, names);
  place.report('YS0050', type.range, `No type called ${type.text} could be found`, suggestion);
  return null;
}

function inferValue(statement: Declare, place: Place, scope: Scope): void {
  const { variable, value } = statement;
  const declared = scope.variables.get(variable.text);
  if (!declared) return;
  const given = infer(value, place, scope);
  if (!scope.solver.equal(given, declared.type)) {
    const types = [nameOfType(declared.type), nameOfType(given)];
    const what = `${variable.text} is declared to be a ${types[0]}`;
    const written = place.textOf(value.range);
    place.report('YS0053', statement.range, `${what}, but its initial value '${written}' is a ${types[1]}`);
  }
  settleMembers(scope);
}

/** Unknown types, undeclared and unused variables, and what may not be set. */
export function reportVariables(scope: Scope): void {
  for (const variable of scope.variables.values()) {
    const { name, place, range } = variable;
    if (place === null || scope.project.lost.has(name)) continue;
    const isOpen = resolve(variable.type).kind === 'open';
    const meant = variable.declared ? undefined : scope.project.suggestions.of('variable', name, scope.declared);
    if (isOpen) {
      const message = `Can't determine type of ${name} given its usage. Manually specify its type with a declare statement.`;
      place.report('YS0028', range, message, meant ?? `<<declare ${name} = (initial value)>>`);
    }
    if (!variable.declared) {
      const message = `Variable '${name}' is used but not declared. Declare it with: <<declare ${name} = value>>`;
      place.report('YS0003', range, message, meant);
    } else if (variable.uses === 0) {
      place.report('YS0010', range, `Variable '${name}' is declared but never used`);
    }
  }
  reportSettingSmart(scope);
  findLoops(scope);
}

function reportSettingSmart(scope: Scope): void {
  for (const place of scope.project.places) {
    for (const { variable: name } of place.statements.set) {
      const variable = scope.variables.get(name.text);
      if (!variable?.smart || variable.value === null || variable.place === null) continue;
      const always = variable.place.textOf(variable.value.range);
      const reason = `it's a smart variable and is always equal to ${always}`;
      place.report('YS0030', name.range, `${name.text} cannot be modified (${reason})`);
    }
  }
}

export function variableInfos(scope: Scope, members: ReadonlyMap<Expression, Value>): VariableInfo[] {
  const dependencies = dependenciesIn(scope);
  return [...scope.variables.values()].map((variable) => ({
    name: variable.name,
    type: nameOfType(variable.type),
    initial: initialOf(variable, members),
    description: variable.doc,
    file: variable.place?.file ?? '',
    range: variable.range,
    declared: variable.declared,
    smart: variable.smart,
    get dependsOn() {
      return dependencies.of(variable.name);
    },
    get dependents() {
      return dependencies.on(variable.name);
    },
  }));
}

function initialOf(variable: Variable, members: ReadonlyMap<Expression, Value>): Value | null {
  if (variable.smart) return null;
  if (variable.initial !== null) return variable.initial;
  const found = variable.value === null ? undefined : members.get(variable.value);
  if (found !== undefined) return found;
  const type = resolve(variable.type);
  return type.kind === 'open' || type.kind === 'broken' ? null : defaultOf(type);
}
