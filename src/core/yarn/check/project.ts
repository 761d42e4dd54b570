// What every part of the check looks at: the files, what is known from outside, and where faults are reported.

import type { CompileOptions } from '../compile.ts';
import { reporter } from '../diagnostics.ts';
import type { Diagnostic, Range, Report } from '../diagnostics.ts';
import type { Library } from '../library.ts';
import type { Suggestions } from '../nearest.ts';
import type { Lost } from './lost.ts';
import type { Arm, Choice, Expression, FileTree, NodeTree, Statement, Text } from '../tree.ts';

/** One file, and how a fault in it is reported. */
export interface Place {
  readonly file: string;
  readonly tree: FileTree;
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
  return { file, tree, report: reporter(file, found), textOf };
}

/** The bodies inside a statement. */
export function bodiesOf(statement: Statement): (readonly Statement[])[] {
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
      return [];
  }
}

/** Every statement, in source order, however deep. */
export function eachStatement(body: readonly Statement[], visit: (statement: Statement) => void): void {
  for (const statement of body) {
    visit(statement);
    for (const inner of bodiesOf(statement)) eachStatement(inner, visit);
  }
}

/** The texts of a statement itself, and what they are. */
export function textsOf(
  statement: Statement,
): readonly { readonly text: Text; readonly kind: 'line' | 'option' | 'item' }[] {
  switch (statement.kind) {
    case 'line':
      return [{ text: statement.text, kind: 'line' }];
    case 'options':
      return statement.options.map(({ text }: Choice) => ({ text, kind: 'option' }));
    case 'group':
      return statement.items.map(({ text }: Choice) => ({ text, kind: 'item' }));
    case 'if':
    case 'once':
    case 'command':
    case 'set':
    case 'call':
    case 'declare':
    case 'jump':
    case 'detour':
    case 'return':
    case 'stop':
    case 'enum':
      return [];
  }
}

/** The expressions of a statement itself, not of what is inside it; nor those of a `declare` or an `enum`. */
export function expressionsOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'line':
    case 'options':
    case 'group':
      return textsOf(statement).flatMap(({ text }) => [
        ...text.values,
        ...(text.condition?.expression ? [text.condition.expression] : []),
      ]);
    case 'command':
      return statement.command.values;
    case 'set':
      return [statement.value];
    case 'call':
      return [statement.call];
    case 'if':
      return statement.arms.flatMap(({ condition }: Arm) => (condition ? [condition] : []));
    case 'once':
      return statement.condition ? [statement.condition] : [];
    case 'jump':
    case 'detour':
      return statement.to.kind === 'expression' ? [statement.to.expression] : [];
    case 'declare':
    case 'enum':
    case 'return':
    case 'stop':
      return [];
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
