// Names and their types while a project is checked: variables, functions, enums, and what each expression came to.

import type { Value } from '../program.ts';
import type { FunctionSignature } from '../library.ts';
import type { Range } from '../diagnostics.ts';
import type { Expression } from '../tree.ts';
import { enumsByCase } from './enums.ts';
import type { Enums } from './enums.ts';
import type { Place, Project } from './project.ts';
import { BASIC, Solver, resolve } from './types.ts';
import type { EnumType, Type } from './types.ts';

export interface Variable {
  readonly name: string;
  readonly type: Type;
  readonly declared: boolean;
  /** Null: known from outside. */
  readonly place: Place | null;
  /** Of the name where it is declared, or first used. */
  readonly range: Range;
  /** What it is declared to be. */
  readonly value: Expression | null;
  readonly smart: boolean;
  readonly initial: Value | null;
  readonly doc: string | null;
  uses: number;
}

/** A function that no library lists is known by how it is used. */
export interface Called {
  readonly name: string;
  readonly parameters: readonly Type[];
  readonly rest: Type | null;
  /** Null: each call has a type of its own. */
  readonly returns: Type | null;
  readonly isInferred: boolean;
}

/** `.Case` or `Type.Case`, to be found in its type once that is known. */
export interface MemberUse {
  readonly place: Place;
  readonly expression: Extract<Expression, { kind: 'member' }>;
  readonly type: Type;
}

export interface Scope {
  readonly project: Project;
  readonly solver: Solver;
  readonly enums: Enums;
  readonly enumsByCase: ReadonlyMap<string, readonly EnumType[]>;
  readonly variables: Map<string, Variable>;
  /** Names of those that are declared: what an undeclared one may have meant. */
  readonly declared: Set<string>;
  readonly functions: Map<string, Called>;
  readonly known: ReadonlyMap<string, FunctionSignature>;
  /** Of variables, calls, members and sums: the type of all else is plain from what it is. */
  readonly types: Map<Expression, Type>;
  readonly members: MemberUse[];
  /** Members of the statement at hand that do not name their type. */
  readonly fresh: MemberUse[];
  /** Nodes whose visits a script asks about. */
  readonly askedAbout: Set<string>;
  /** Sums whose type nothing decided yet. */
  readonly sums: Type[];
  /** What is to fit something else, and neither is known: joined at the end. */
  readonly pairs: (readonly [Type, Type])[];
}

const NOWHERE: Range = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };

export function newScope(project: Project, enums: Enums): Scope {
  const scope: Scope = {
    project,
    solver: new Solver(),
    enums,
    enumsByCase: enumsByCase(enums),
    variables: new Map(),
    declared: new Set(),
    functions: new Map(),
    known: new Map(project.library.functions.map((one) => [one.name, one])),
    types: new Map(),
    members: [],
    fresh: [],
    askedAbout: new Set(),
    sums: [],
    pairs: [],
  };
  for (const { name, type, initial } of project.options.externalVariables ?? []) {
    const outside = { name, type: BASIC[type], declared: true, place: null, range: NOWHERE };
    scope.variables.set(name, { ...outside, value: null, smart: false, initial, doc: null, uses: 0 });
    scope.declared.add(name);
  }
  return scope;
}

export function variableOf(name: string, range: Range, place: Place, scope: Scope): Variable {
  const known = scope.variables.get(name);
  if (known) {
    known.uses++;
    return known;
  }
  const type = scope.solver.open();
  const variable = {
    name,
    type,
    declared: false,
    place,
    range,
    value: null,
    smart: false,
    initial: null,
    doc: null,
    uses: 1,
  };
  scope.variables.set(name, variable);
  return variable;
}

/** As `Solver.convertible`, and remembered while both types are open. */
export function mustFit(from: Type, to: Type, scope: Scope, fail: () => void): void {
  scope.solver.convertible(from, to, fail);
  if (resolve(from).kind === 'open' && resolve(to).kind === 'open') scope.pairs.push([from, to]);
}
