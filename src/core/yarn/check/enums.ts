// Enums: their cases and raw values. All are known before anything is inferred, wherever they are declared.

import type { Value } from '../program.ts';
import type { EnumCase, Expression, Statement } from '../tree.ts';
import type { Place, Project } from './project.ts';
import { STRING } from './types.ts';
import type { EnumType, Known } from './types.ts';

type EnumStatement = Extract<Statement, { kind: 'enum' }>;

/** By name. A faulty enum is there too, with what could be understood of it, or each use of it would be a fault again. */
export type Enums = Map<string, EnumType>;

const TAKEN = new Set(['Number', 'String', 'Bool', 'Any', 'number', 'string', 'bool']);

export function findEnums(project: Project): Enums {
  const enums: Enums = new Map();
  for (const { name, raw, cases } of project.options.externalEnums ?? []) {
    enums.set(name, { kind: 'enum', name, raw, cases: new Map(Object.entries(cases)) });
  }
  for (const place of project.places) {
    for (const statement of place.statements.enum) declareEnum(statement, place, enums);
  }
  return enums;
}

function declareEnum(statement: EnumStatement, place: Place, enums: Enums): void {
  const { name, cases, range } = statement;
  if (enums.has(name.text) || TAKEN.has(name.text)) {
    place.report('YS0040', range, `Can't create a new type ${name.text}: a type with this name already exists`);
    return;
  }
  checkNames(cases, place);
  const values = cases.map((one) => rawValue(one, statement, place));
  const raw = checkValues(statement, values, place);
  const known = new Map<string, Value>();
  cases.forEach((one, index) => {
    if (!known.has(one.name.text))
      known.set(one.name.text, values[index] ?? (raw === 'String' ? one.name.text : index));
  });
  enums.set(name.text, { kind: 'enum', name: name.text, raw, cases: known });
}

function checkNames(cases: readonly EnumCase[], place: Place): void {
  const seen = new Set<string>();
  for (const { name, range } of cases) {
    if (seen.has(name.text)) place.report('YS0035', range, `Enum case ${name.text} must have a unique name.`);
    seen.add(name.text);
  }
}

/** Null: none is written, or it is not one. */
function rawValue(one: EnumCase, statement: EnumStatement, place: Place): Value | null {
  if (one.value === null) return null;
  const value = constantOf(one.value);
  if (value === null) place.report('YS0037', statement.range, 'Expected a constant type');
  return value;
}

/** Of a literal, or of a number with a minus before it; null of all else. */
export function constantOf(expression: Expression): Value | null {
  if (expression.kind === 'number' || expression.kind === 'string' || expression.kind === 'bool')
    return expression.value;
  const isMinus = expression.kind === 'unary' && expression.operator === '-';
  return isMinus && expression.operand.kind === 'number' ? -expression.operand.value : null;
}

function checkValues(statement: EnumStatement, values: readonly (Value | null)[], place: Place): 'Number' | 'String' {
  const { cases } = statement;
  if (cases.every((one) => one.value === null)) return 'Number';
  const types = [...new Set(values.flatMap((value) => (value === null ? [] : [typeName(value)])))];
  const raw = types[0] === 'String' ? 'String' : 'Number';
  if (types.length > 1) {
    const mixed = types.join(' and ');
    const message = `Enum member raw values may only be of a single type (they can't be a combination of ${mixed})`;
    place.report('YS0035', statement.name.range, message);
    return raw;
  }
  if (types[0] === 'Bool') {
    place.report('YS0035', statement.range, 'Enum raw values must be String or Number, not Bool');
    return raw;
  }
  for (const one of cases) {
    if (one.value !== null) continue;
    const reason = 'must also have a raw value (if any cases have a value, then they all must have one)';
    place.report('YS0035', one.range, `Enum case ${one.name.text} ${reason}`);
  }
  checkUnique(cases, values, place);
  values.forEach((value, index) => {
    if (typeof value !== 'number' || Number.isInteger(value)) return;
    place.report('YS0035', cases[index].range, 'Number raw values on enum cases must be integers');
  });
  return raw;
}

function checkUnique(cases: readonly EnumCase[], values: readonly (Value | null)[], place: Place): void {
  const counts = new Map<Value, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  cases.forEach(({ name, range }, index) => {
    const value = values[index];
    const count = value === null ? 0 : (counts.get(value) ?? 0);
    if (value === null || count < 2) return;
    const others = `${String(value)} is used by ${count - 1} other case(s).`;
    place.report('YS0035', range, `Enum case ${name.text} must have a unique raw value (${others})`);
  });
}

function typeName(value: Value): 'Number' | 'String' | 'Bool' {
  if (typeof value === 'number') return 'Number';
  return typeof value === 'string' ? 'String' : 'Bool';
}

/** What an implicit variable of a type begins as. */
export function defaultOf(type: Known): Value {
  if (type.kind === 'enum') {
    const [first] = type.cases.values();
    return first ?? (type.raw === 'String' ? '' : 0);
  }
  if (type === STRING) return '';
  return type.name === 'Bool' ? false : 0;
}

/** Which enums have a case of that name: asked for every `.Case`, so counted once. */
export function enumsByCase(enums: Enums): ReadonlyMap<string, readonly EnumType[]> {
  const byCase = new Map<string, EnumType[]>();
  for (const type of enums.values()) {
    for (const name of type.cases.keys()) {
      const list = byCase.get(name);
      if (list) list.push(type);
      else byCase.set(name, [type]);
    }
  }
  return byCase;
}
