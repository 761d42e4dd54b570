// Ways through a tree for the tools that only read it, and the places in its source.

import type { Position, Range } from '../../core/yarn/diagnostics.ts';
import type { FileTree, NodeTree, Statement, Text } from '../../core/yarn/tree.ts';

/** One file of a project: what was written, and what was made of it. */
export interface Script {
  readonly file: string;
  readonly text: string;
  readonly tree: FileTree;
}

export interface Spoken {
  readonly text: Text;
  readonly as: 'line' | 'option' | 'item';
  readonly node: NodeTree;
}

/** The bodies inside a statement, in order. */
export function bodiesOf(statement: Statement): readonly (readonly Statement[])[] {
  const { kind } = statement;
  if (kind === 'options') return statement.options.map(({ body }) => body);
  if (kind === 'group') return statement.items.map(({ body }) => body);
  if (kind === 'if') return statement.arms.map(({ body }) => body);
  return kind === 'once' ? [statement.body, statement.otherwise] : [];
}

export function* statementsOf(body: readonly Statement[]): Generator<Statement> {
  for (const statement of body) {
    yield statement;
    for (const inside of bodiesOf(statement)) yield* statementsOf(inside);
  }
}

/** Every text that a player may read, in the order written. */
export function* spokenIn({ nodes }: FileTree): Generator<Spoken> {
  for (const node of nodes) yield* spokenUnder(node.body, node);
}

function* spokenUnder(body: readonly Statement[], node: NodeTree): Generator<Spoken> {
  for (const statement of body) {
    if (statement.kind === 'line') yield { text: statement.text, as: 'line', node };
    else if (statement.kind === 'options' || statement.kind === 'group') {
      const as = statement.kind === 'options' ? 'option' : 'item';
      for (const { text, body: inside } of statement.kind === 'options' ? statement.options : statement.items) {
        yield { text, as, node };
        yield* spokenUnder(inside, node);
      }
    } else for (const inside of bodiesOf(statement)) yield* spokenUnder(inside, node);
  }
}

/** A text whose places can be looked up by line and column. */
export interface Page {
  readonly text: string;
  /** Where each line begins. */
  readonly starts: readonly number[];
}

export function pageOf(text: string): Page {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return { text, starts };
}

/** A place past the end of a line or of the file is its end. */
export function offsetOf({ text, starts }: Page, { line, column }: Position): number {
  if (line >= starts.length) return text.length;
  return Math.min(starts[line] + column, line + 1 < starts.length ? starts[line + 1] : text.length);
}

export function positionAt({ starts }: Page, offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, column: offset - starts[low] };
}

export function rangeAt(page: Page, from: number, to: number): Range {
  return { start: positionAt(page, from), end: positionAt(page, to) };
}

export function written(page: Page, range: Range): string {
  return page.text.slice(offsetOf(page, range.start), offsetOf(page, range.end));
}

/** Where the raw text begins: a range may begin with what introduces it. */
export function startOfRaw(page: Page, range: Range, raw: string): number {
  const from = offsetOf(page, range.start);
  const found = page.text.indexOf(raw, from);
  return found < 0 || positionAt(page, found).line > range.end.line ? from : found;
}

/** The whole line, without its end. */
export function lineAt({ text, starts }: Page, line: number): string {
  if (line >= starts.length) return '';
  return text.slice(starts[line], line + 1 < starts.length ? starts[line + 1] : text.length).replace(/[\r\n]+$/, '');
}

/** Who says it: what stands before the first colon that is not escaped. Null where nobody is named in plain letters. */
export function speakerOf(raw: string): { readonly name: string; readonly at: number; readonly speech: number } | null {
  const found = /^(\s*)((?:[^:\\]|\\.)*?)\s*:\s*/.exec(raw);
  if (found === null || found[2] === '' || /[{[\\]/.test(found[2])) return null;
  return { name: found[2], at: found[1].length, speech: found[0].length };
}

/** The line id that the author wrote, or the one that a shadow line takes its text from; without its `line:`. */
export function taggedId({ tags }: Text, as: 'line' | 'shadow'): string | null {
  const tag = tags.find(({ text }) => text.startsWith(`${as}:`));
  return tag === undefined ? null : tag.text.slice(as.length + 1);
}

interface Word {
  readonly text: string;
  /** In the raw text, behind an opening quote. */
  readonly at: number;
}

/** The words of a command as written; what is in braces belongs to the word it stands in. */
export function wordsIn(raw: string): Word[] {
  const words: Word[] = [];
  for (const found of raw.matchAll(/"((?:[^"\\]|\\.)*)"|(?:\{[^}]*\}|[^\s"{])+/g)) {
    words.push(found[1] === undefined ? { text: found[0], at: found.index } : { text: found[1], at: found.index + 1 });
  }
  return words;
}
