// Where the parser is in a file, and how the lines of a body are laid out. Nothing in this language spans two lines but
// blocks, so all reading is done within one line, and only `newline` goes to the next.

import type { Position, Range, Report } from '../diagnostics.ts';

/** What indentation says between two lines: a body under an option begins or ends, or an empty line ends its group. */
type Layout = 'indent' | 'dedent' | 'gap';

/** A block that is open; `line` is where it began, counted from 1. */
export interface Scope {
  readonly kind: 'if' | 'once' | 'indent';
  readonly line: number;
}

export interface Cursor {
  readonly text: string;
  readonly report: Report;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  pos: number;
  line: number;
  lineStart: number;
  lineEnd: number;
  /** Not yet seen by the parser. */
  readonly layout: Layout[];
  /** How far options' bodies are indented. */
  readonly indents: number[];
  lastIndent: number;
  /** This line has an arrow, so the next one may begin a body. */
  arrow: boolean;
  /** The line after the last arrow or body; -1 once an empty line was seen. */
  tracked: number;
  /** `///` above what comes next. */
  docs: string[];
  readonly open: Scope[];
  /** Nested too deeply: the rest of the node is passed over. */
  abandoned: boolean;
  /** Operators of the expression being read. */
  operators: number;
  /** The line of the last plain command, and what it said. */
  commandLine: number;
  command: string;
}

export function makeCursor(text: string, report: Report): Cursor {
  const starts: number[] = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  const ends: number[] = [];
  for (let i = starts[0]; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 10 && code !== 13) continue;
    ends.push(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    starts.push(i + 1);
  }
  ends.push(text.length);
  return {
    text,
    report,
    starts,
    ends,
    pos: starts[0],
    line: 0,
    lineStart: starts[0],
    lineEnd: ends[0],
    layout: [],
    indents: [],
    lastIndent: 0,
    arrow: false,
    tracked: -1,
    docs: [],
    open: [],
    abandoned: false,
    operators: 0,
    commandLine: -1,
    command: '',
  };
}

export function atLastLine(c: Cursor): boolean {
  return c.line >= c.starts.length - 1;
}

export function atFileEnd(c: Cursor): boolean {
  return c.pos >= c.lineEnd && atLastLine(c);
}

export function place(c: Cursor, offset: number): Position {
  return { line: c.line, column: offset - c.lineStart };
}

export function here(c: Cursor): Position {
  return place(c, c.pos);
}

/** Both on the line that is read now. */
export function span(c: Cursor, start: number, end: number): Range {
  return { start: place(c, start), end: place(c, end) };
}

export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

export function skipBlanks(c: Cursor): void {
  while (c.pos < c.lineEnd && isBlank(c.text.charCodeAt(c.pos))) c.pos++;
}

export function startsWith(c: Cursor, what: string): boolean {
  return c.pos + what.length <= c.lineEnd && c.text.startsWith(what, c.pos);
}

export function toLine(c: Cursor, line: number): void {
  c.line = line;
  c.lineStart = c.starts[line]!;
  c.lineEnd = c.ends[line]!;
  c.pos = c.lineStart;
}

function indentOf(c: Cursor): number {
  let width = 0;
  for (let i = c.lineStart; i < c.lineEnd; i++) {
    const code = c.text.charCodeAt(i);
    if (code === 32) width++;
    else if (code === 9) width += 8;
    else break;
  }
  return width;
}

function onlyBlanks(c: Cursor): boolean {
  for (let i = c.lineStart; i < c.lineEnd; i++) if (!isBlank(c.text.charCodeAt(i))) return false;
  return true;
}

/** Goes to the next line of a body. A line of blanks alone counts with its indentation, as upstream has it. */
export function newline(c: Cursor): void {
  const empty = onlyBlanks(c);
  if (atLastLine(c)) {
    c.pos = c.lineEnd;
    return;
  }
  toLine(c, c.line + 1);
  const indent = indentOf(c);
  if (c.tracked !== -1 && empty) {
    if (c.line - c.tracked === 1) c.layout.push('gap');
    c.tracked = -1;
  }
  if (c.arrow) {
    if (indent > c.lastIndent) {
      c.indents.push(indent);
      c.layout.push('indent');
    }
    c.arrow = false;
    c.tracked = c.line;
  }
  while (c.indents.length > 0 && indent < c.indents.at(-1)!) {
    c.layout.push('dedent');
    c.indents.pop();
    if (c.indents.length === 0) c.tracked = c.line;
  }
  c.lastIndent = indent;
}

export function forgetLayout(c: Cursor): void {
  c.layout.length = 0;
  c.indents.length = 0;
  c.lastIndent = 0;
  c.arrow = false;
  c.tracked = -1;
  c.docs = [];
}

/** Goes on to where the next statement or layout is, collecting doc comments. */
export function settle(c: Cursor): void {
  while (c.layout.length === 0) {
    skipBlanks(c);
    if (startsWith(c, '//')) {
      if (startsWith(c, '///') && isFirst(c)) c.docs.push(c.text.slice(c.pos, c.lineEnd).replaceAll('///', '').trim());
      c.pos = c.lineEnd;
    }
    if (c.pos < c.lineEnd) return;
    if (!atLastLine(c)) {
      newline(c);
      continue;
    }
    if (c.indents.length === 0) return;
    for (const _ of c.indents) c.layout.push('dedent');
    c.indents.length = 0;
  }
}

function isFirst(c: Cursor): boolean {
  for (let i = c.lineStart; i < c.pos; i++) if (!isBlank(c.text.charCodeAt(i))) return false;
  return true;
}

/** The doc comment of what ends here: one behind it on its line, or those above it. */
export function docBehind(c: Cursor, above: readonly string[]): string | null {
  let i = c.pos;
  while (i < c.lineEnd && isBlank(c.text.charCodeAt(i))) i++;
  if (c.text.startsWith('///', i) && i + 3 <= c.lineEnd) return c.text.slice(i, c.lineEnd).replaceAll('///', '').trim();
  return above.length > 0 ? above.join(' ') : null;
}
