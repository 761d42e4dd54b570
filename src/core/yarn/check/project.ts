// What every part of the check looks at: the files, what is known from outside, and where faults are reported.

import type { CompileOptions } from '../compile.ts';
import { reporter } from '../diagnostics.ts';
import type { Diagnostic, Range, Report } from '../diagnostics.ts';
import type { Library } from '../library.ts';
import type { Suggestions } from '../nearest.ts';
import type { Lost } from './lost.ts';
import type { Expression, FileTree, NodeTree, Statement, StatementKind, Text } from '../tree.ts';

/** One file, and how a fault in it is reported. */
export interface Place {
  readonly file: string;
  readonly tree: FileTree;
  readonly statements: Statements;
  readonly report: Report;
  /** What was written there. */
  readonly textOf: (range: Range) => string;
}

export interface Project {
  readonly places: readonly Place[];
  readonly options: CompileOptions;
  readonly library: Library;
  readonly suggestions: Suggestions;
  readonly lost: Lost;
}

export function placeOf(file: string, text: string, tree: FileTree, found: Diagnostic[]): Place {
  let lines: string[] | null = null;
  const textOf = (range: Range): string => {
    lines ??= text.split('\n');
    const { start, end } = range;
    if (start.line === end.line) return (lines[start.line] ?? '').slice(start.column, end.column);
    const inner = lines.slice(start.line + 1, end.line);
    const first = (lines[start.line] ?? '').slice(start.column);
    return [first, ...inner, (lines[end.line] ?? '').slice(0, end.column)].join('\n');
  };
  return { file, tree, statements: statementsOf(tree), report: reporter(file, found), textOf };
}

/** The bodies inside a statement. */
export function bodiesOf(statement: Statement): readonly (readonly Statement[])[] {
  switch (statement.kind) {
    case 'options':
      return statement.options.map((choice) => choice.body);
    case 'group':
      return statement.items.map((choice) => choice.body);
    case 'if':
      return statement.arms.map((arm) => arm.body);
    case 'once':
      return [statement.body, statement.otherwise];
    case 'line':
    case 'command':
    case 'set':
    case 'call':
    case 'declare':
    case 'jump':
    case 'detour':
    case 'return':
    case 'stop':
    case 'enum':
      return NONE;
  }
}

const NONE: readonly never[] = [];

/** Every statement of a file, however deep, in source order; and again by kind, for who asks about one kind only. */
type Statements = { readonly all: readonly Statement[] } & {
  readonly [K in StatementKind]: readonly Extract<Statement, { kind: K }>[];
};

function statementsOf(tree: FileTree): Statements {
  const found: Record<StatementKind | 'all', Statement[]> = {
    all: [],
    line: [],
    options: [],
    group: [],
    command: [],
    set: [],
    call: [],
    declare: [],
    if: [],
    once: [],
    jump: [],
    detour: [],
    return: [],
    stop: [],
    enum: [],
  };
  const see = (body: readonly Statement[]): void => {
    for (const statement of body) {
      found.all.push(statement);
      found[statement.kind].push(statement);
      for (const inner of bodiesOf(statement)) see(inner);
    }
  };
  for (const node of tree.nodes) see(node.body);
  return found as unknown as Statements;
}

/** The texts of a statement itself, not of what is inside it. */
export function eachText(statement: Statement, visit: (text: Text) => void): void {
  if (statement.kind === 'line') visit(statement.text);
  else if (statement.kind === 'options') for (const { text } of statement.options) visit(text);
  else if (statement.kind === 'group') for (const { text } of statement.items) visit(text);
}

/** The expressions of a statement itself, not of what is inside it; nor those of an `enum`. */
export function eachExpressionOf(statement: Statement, visit: (expression: Expression) => void): void {
  switch (statement.kind) {
    case 'line':
    case 'options':
    case 'group':
      eachText(statement, ({ values, condition }) => {
        for (const value of values) visit(value);
        if (condition?.expression) visit(condition.expression);
      });
      return;
    case 'command':
      for (const value of statement.command.values) visit(value);
      return;
    case 'set':
    case 'declare':
      visit(statement.value);
      return;
    case 'call':
      visit(statement.call);
      return;
    case 'if':
      for (const { condition } of statement.arms) if (condition) visit(condition);
      return;
    case 'once':
      if (statement.condition) visit(statement.condition);
      return;
    case 'jump':
    case 'detour':
      if (statement.to.kind === 'expression') visit(statement.to.expression);
      return;
    case 'enum':
    case 'return':
    case 'stop':
      return;
  }
}

/** An expression and all inside it, outermost first. A loop, for a long sum is as deep as it is long. */
export function eachExpression(root: Expression, visit: (expression: Expression) => void): void {
  const open: Expression[] = [root];
  for (let one = open.pop(); one; one = open.pop()) {
    visit(one);
    const parts = partsOf(one);
    for (let i = parts.length - 1; i >= 0; i--) open.push(parts[i]);
  }
}

export function partsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'call':
      return [...expression.args];
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'brackets':
      return [expression.inner];
    case 'number':
    case 'string':
    case 'bool':
    case 'variable':
    case 'member':
      return [];
  }
}

/** The first place in a list; the title of a node, or the node, for what is wrong with it as a whole. */
export function titleRange(node: NodeTree): Range {
  return node.headers.find((header) => header.key === 'title')?.range ?? node.title?.range ?? node.range;
}
