// A diagnostic as a person reads it: where, what, the lines of source around it with the place underlined, and what to
// write instead. Positions are shown counted from 1.

import type { Diagnostic, Severity } from '../../core/yarn/diagnostics.ts';
import { helpFor } from './help.ts';

export interface Look {
  readonly colours: boolean;
  /** Columns a line of source may take. */
  readonly width: number;
}

export const PLAIN: Look = { colours: false, width: 100 };

export function lookOf(stream: { readonly isTTY?: boolean; readonly columns?: number }): Look {
  if (stream.isTTY !== true || process.env['NO_COLOR'] !== undefined) return PLAIN;
  return { colours: true, width: Math.max(40, (stream.columns ?? 100) - GUTTER) };
}

/** Kept free for line numbers. */
const GUTTER = 8;
const LINES_BEFORE = 2;
const TAB = 4;
const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;
export type Colour = keyof typeof CODES;

export function paint(look: Look, colour: Colour, text: string): string {
  return look.colours && text !== '' ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text;
}

const OF_SEVERITY: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow', info: 'blue', none: 'dim' };

/** `source` is the whole text of the diagnostic's file; without it there is no frame. */
export function printed(found: Diagnostic, source: string | undefined, look: Look = PLAIN): string {
  const { file, range, severity, code, message, suggestion } = found;
  const colour = OF_SEVERITY[severity];
  const place = `${file}:${range.start.line + 1}:${range.start.column + 1}`;
  const head = `${paint(look, 'bold', place)}: ${paint(look, colour, severity)}: ${code}: ${shown(message)}`;
  const frame = source === undefined ? [] : frameOf(found, source, look);
  const help = suggestion === undefined ? [] : [`${paint(look, 'green', 'help')}: ${shown(helpFor(suggestion))}`];
  return [head, ...frame, ...help].join('\n');
}

export function frameOf(
  { range, severity }: Pick<Diagnostic, 'range' | 'severity'>,
  source: string,
  look: Look,
): string[] {
  const lines = source.split(/\r\n|\n|\r/);
  const at = Math.min(range.start.line, lines.length - 1);
  const first = Math.max(0, at - LINES_BEFORE);
  const digits = String(at + 1).length;
  const gutter = (number: string): string => paint(look, 'dim', `${number.padStart(digits)} | `);
  const cells = cellsOf(lines[at]);
  const from = range.start.column;
  // what goes on in further lines is underlined to the end of this one
  const to = range.end.line > at ? lines[at].length : range.end.column;
  const before = widthOf(cells.filter((cell) => cell.at < from));
  const under = widthOf(cells.filter((cell) => cell.at >= from && cell.at < to));
  // a place past the end of the line stands right behind it
  const cut = windowOf(widthOf(cells), before, Math.max(1, under), look.width);
  const rows = lines.slice(first, at + 1).map((text, k) => gutter(String(first + k + 1)) + cutTo(cellsOf(text), cut));
  const carets = '^'.repeat(Math.max(1, Math.min(under, cut.to - before)));
  rows.push(`${gutter('')}${' '.repeat(before - cut.from)}${paint(look, OF_SEVERITY[severity], carets)}`);
  return rows;
}

/** What of a line is shown, in columns of the screen. */
interface Window {
  readonly from: number;
  readonly to: number;
}

function windowOf(length: number, before: number, under: number, width: number): Window {
  if (Math.max(length, before + under) <= width) return { from: 0, to: width };
  const wanted = Math.min(under, Math.floor(width / 2));
  const from = Math.max(0, before - Math.floor((width - wanted) / 2));
  return { from, to: from + width };
}

/** One column at an end is given to the mark that says something was cut off there. */
function cutTo(cells: readonly Cell[], cut: Window): string {
  const isLong = widthOf(cells) > cut.to;
  const from = cut.from > 0 ? cut.from + 1 : 0;
  const to = isLong ? cut.to - 1 : cut.to;
  let text = '';
  let column = 0;
  for (const cell of cells) {
    const next = column + cell.width;
    // of a wide character only half would fit: its place is kept
    if (column >= from && next <= to) text += cell.text;
    else if (next > from && column < to) text += ' '.repeat(Math.min(next, to) - Math.max(column, from));
    column = next;
  }
  const begun = from > 0 && column > from ? `…${text}` : text;
  return isLong ? `${begun}…` : begun.trimEnd();
}

interface Cell {
  /** Where it begins, in UTF-16 units as the compiler counts. */
  readonly at: number;
  readonly text: string;
  /** Columns of the screen. */
  readonly width: number;
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of characters.segment(line)) {
    const width = segment === '\t' ? TAB - (column % TAB) : columnsOf(segment);
    cells.push({ at: index, text: segment === '\t' ? ' '.repeat(width) : shown(segment), width });
    column += width;
  }
  return cells;
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

/** Han, kana, Hangul and full-width forms take two columns, as pictures do. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f1e6}-\u{1f1ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}|\ufe0f/u;
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

function columnsOf(segment: string): number {
  const visible = shown(segment);
  if (visible !== segment) return visible.length;
  if (NO_WIDTH.test(segment)) return 0;
  return WIDE.test(segment) ? 2 : 1;
}

/** What would move the cursor, ring, colour the terminal or turn the direction round is made visible instead. */
function shown(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
