// The lines of a project as those see them who translate and record: in the order written, each with who says it, where
// it stands, and what its author noted; and the file that holds them in another language.

import { createHash } from 'node:crypto';
import type { Compiled, Source, TableLine } from '../../core/yarn/compile.ts';
import type { LineId } from '../../core/yarn/program.ts';
import type { Text } from '../../core/yarn/tree.ts';
import { textsBefore } from './before.ts';
import { readCsv, writeCsv } from './csv.ts';
import { lineAt, pageOf, speakerOf, spokenIn, written, type Page } from './walk.ts';

export interface SourceLine {
  readonly id: LineId;
  /** As the table of strings has it: `{0}` where a value stands, the name before the colon. */
  readonly text: string;
  /** Null where nobody is named. */
  readonly character: string | null;
  readonly file: string;
  readonly node: string;
  /** The node as its author knows it: one of a group by its conditions. */
  readonly scene: string;
  /** What may be said right before it, in the same node; null where nothing is. */
  readonly before: LineId | null;
  /** From 1. */
  readonly line: number;
  readonly kind: TableLine['kind'];
  /** The id was made from the place, and changes with it. */
  readonly implicit: boolean;
  /** From the `//` lines right above, and behind it. */
  readonly direction: string;
  /** What is written for `{0}`, `{1}`… */
  readonly values: readonly string[];
}

/** Without shadow lines, which are said in their source's words. */
export function sourceLines(sources: readonly Source[], compiled: Pick<Compiled, 'strings' | 'trees'>): SourceLine[] {
  const files = new Map(sources.map(({ file }, index) => [file, index]));
  const pages = new Map(sources.map(({ file, text }) => [file, pageOf(text)]));
  const values = valuesOf(compiled, pages);
  const before = beforeOf(compiled);
  const scenes = scenesOf(compiled);
  const lines = [...compiled.strings.values()].filter(({ text }) => text !== null);
  lines.sort(
    (a, b) =>
      files.get(a.file)! - files.get(b.file)! ||
      a.range.start.line - b.range.start.line ||
      a.range.start.column - b.range.start.column,
  );
  return lines.map(({ id, text, file, node, range, kind, implicit }) => ({
    id,
    text: text!,
    character: speakerOf(text!)?.name ?? null,
    file,
    node,
    scene: scenes.get(placeKey(file, range)) ?? node,
    before: before.get(placeKey(file, range)) ?? null,
    line: range.start.line + 1,
    kind,
    implicit,
    direction: directionAt(pages.get(file)!, range.start.line),
    values: values.get(placeKey(file, range)) ?? [],
  }));
}

function placeKey(file: string, { start }: Text['range']): string {
  return `${start.line}:${start.column}:${file}`;
}

function valuesOf({ trees }: Pick<Compiled, 'trees'>, pages: ReadonlyMap<string, Page>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const tree of trees) {
    for (const { text } of spokenIn(tree)) {
      if (text.values.length === 0) continue;
      const page = pages.get(tree.file)!;
      found.set(
        placeKey(tree.file, text.range),
        text.values.map(({ range }) => written(page, range)),
      );
    }
  }
  return found;
}

/** By place, of those whose name the compiler made longer than its title. */
function scenesOf({ trees }: Pick<Compiled, 'trees'>): Map<string, string> {
  const found = new Map<string, string>();
  for (const tree of trees) {
    for (const { text, node } of spokenIn(tree)) {
      if (node.title === null || node.subtitle !== null || node.when.length === 0) continue;
      const when = node.headers.filter(({ key }) => key === 'when').map(({ value }) => value);
      found.set(placeKey(tree.file, text.range), `${node.title.text}, when ${when.join(', when ')}`);
    }
  }
  return found;
}

/** By place. A shadow line stands for the line whose words it says. */
function beforeOf({ trees, strings }: Pick<Compiled, 'strings' | 'trees'>): Map<string, LineId> {
  const ids = new Map([...strings.values()].map((one) => [placeKey(one.file, one.range), one.shadowOf ?? one.id]));
  const found = new Map<string, LineId>();
  for (const tree of trees) {
    for (const [text, before] of textsBefore(tree)) {
      const id = before === null ? undefined : ids.get(placeKey(tree.file, before.range));
      if (id !== undefined) found.set(placeKey(tree.file, text.range), id);
    }
  }
  return found;
}

/** `//` lines right above, not the `///` of a declaration; then what stands behind the line itself. */
function directionAt(page: Page, line: number): string {
  const above: string[] = [];
  for (let at = line - 1; at >= 0; at--) {
    const found = /^\s*\/\/(?!\/)\s*(.*?)\s*$/.exec(lineAt(page, at));
    if (found === null) break;
    above.unshift(found[1]);
  }
  const note = above.filter((one) => one !== '').join(' ');
  // With a space before it, for a line may name an address.
  const behind = /(?:^|\s)\/\/(?!\/)\s*(.*?)\s*$/.exec(lineAt(page, line))?.[1] ?? '';
  return [note, behind].filter((one) => one !== '').join('; ');
}

/** What a translation was made from, in eight digits. */
export function lockOf(text: string): string {
  return createHash('sha256').update(text.normalize()).digest('hex').slice(0, 8);
}

const COLUMNS = ['id', 'text', 'character', 'file', 'line', 'comment', 'lock'] as const;

/** One row of a language's file. */
export interface LocaleRow {
  readonly id: LineId;
  readonly text: string;
  readonly character: string;
  readonly file: string;
  readonly line: string;
  readonly comment: string;
  readonly lock: string;
  /** Where it stands in its own file, from 1. */
  readonly at: number;
}

interface Fault {
  readonly line: number;
  readonly message: string;
}

export interface LocaleTable {
  readonly rows: readonly LocaleRow[];
  readonly faults: readonly Fault[];
}

export function readTable(csv: string): LocaleTable {
  const { records, faults: broken } = readCsv(csv);
  const faults: Fault[] = [...broken];
  if (records.length === 0) return { rows: [], faults };
  const [head, ...body] = records;
  const names = head.cells.map((name) => name.trim().toLowerCase());
  for (const needed of ['id', 'text']) {
    if (!names.includes(needed)) {
      faults.push({ line: head.line, message: `there is no column “${needed}” (there is ${names.join(', ')})` });
    }
  }
  if (faults.length > broken.length) return { rows: [], faults };

  const rows: LocaleRow[] = [];
  const seen = new Map<string, number>();
  for (const { cells, line } of body) {
    const cell = (name: (typeof COLUMNS)[number]): string => cells[names.indexOf(name)] ?? '';
    const id = cell('id').trim();
    const before = seen.get(id);
    if (cells.length > names.length)
      faults.push({ line, message: `has ${cells.length} cells for ${names.length} columns` });
    if (id === '') faults.push({ line, message: 'has no id' });
    else if (before !== undefined) faults.push({ line, message: `${id} is in line ${before} already` });
    else {
      seen.set(id, line);
      rows.push({
        id,
        // What was lifted into several lines by an editor is still one line.
        text: cell('text')
          .replace(/\s*[\r\n]+\s*/g, ' ')
          .trim(),
        character: cell('character'),
        file: cell('file'),
        line: cell('line'),
        comment: cell('comment').replace(/\r\n?/g, '\n'),
        lock: cell('lock').trim(),
        at: line,
      });
    }
  }
  return { rows, faults };
}

export function writeTable(rows: readonly LocaleRow[]): string {
  return writeCsv([COLUMNS, ...rows.map((row) => COLUMNS.map((name) => row[name]))]);
}

/** In a comment: the source's text when the row was written. The one whose table it is decides what language that is. */
const SOURCE = 'source: ';
/** Lines of a comment that are made anew each time; what else stands there is somebody's note, and stays. */
const MADE = /^(?:source: |note from the script: |\{\d+\} is |NEEDS UPDATE|OBSOLETE)/;

function commentFor(line: SourceLine | null, before: string, marks: readonly string[]): string {
  const made: string[] = [...marks];
  if (line !== null) {
    made.push(`${SOURCE}${line.text}`, ...line.values.map((value, index) => `{${index}} is ${value}`));
    if (line.direction !== '') made.push(`note from the script: ${line.direction}`);
  } else made.push(...before.split('\n').filter((one) => one.startsWith(SOURCE)));
  return [...made, ...before.split('\n').filter((one) => one !== '' && !MADE.test(one))].join('\n');
}

/** The source as whoever wrote this row saw it. */
function seenBy({ comment }: LocaleRow): string | null {
  return (
    comment
      .split('\n')
      .find((one) => one.startsWith(SOURCE))
      ?.slice(SOURCE.length) ?? null
  );
}

export const STATES = ['translated', 'missing', 'needsUpdate', 'obsolete'] as const;
export type State = (typeof STATES)[number];

export interface Settled {
  readonly row: LocaleRow;
  readonly state: State;
  /** Null when it is gone. */
  readonly source: SourceLine | null;
}

/** Empty, or still a copy of its source: nobody has translated it. */
function isWaiting(row: LocaleRow, source?: string): boolean {
  return row.text === '' || (row.lock === '' && (row.text === source || row.text === seenBy(row)));
}

/** Written into `lock` by who means that the translation is the same as the source, or still good. */
const SAME = 'same';

/**
 * What a row stands for now. A row that still reads as its source did is not translated; an empty lock means translated
 * just now, from the source that its comment shows.
 */
export function settled(row: LocaleRow | undefined, source: SourceLine): Settled {
  if (row === undefined || isWaiting(row, source.text)) {
    return { source, state: 'missing', row: rowFor(source, source.text, '', row, []) };
  }
  const lock =
    row.lock === SAME ? lockOf(source.text) : row.lock === '' ? lockOf(seenBy(row) ?? source.text) : row.lock;
  const isCurrent = lock === lockOf(source.text);
  const marks = isCurrent ? [] : ['NEEDS UPDATE: the source has changed; mend the text and empty the lock'];
  return {
    source,
    state: isCurrent ? 'translated' : 'needsUpdate',
    row: rowFor(source, row.text, lock, row, marks),
  };
}

function rowFor(
  source: SourceLine,
  text: string,
  lock: string,
  before: LocaleRow | undefined,
  marks: readonly string[],
): LocaleRow {
  return {
    id: source.id,
    text,
    character: source.character ?? '',
    file: source.file,
    line: String(source.line),
    comment: commentFor(source, before?.comment ?? '', marks),
    lock,
    at: before?.at ?? 0,
  };
}

/** Every line of the project in the order written, then the rows whose line is gone: none is ever dropped here. */
export function settleAll(rows: readonly LocaleRow[], lines: readonly SourceLine[]): Settled[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const known = new Set(lines.map(({ id }) => id));
  const kept = lines.map((line) => settled(byId.get(line.id), line));
  const gone = rows
    // Of a line that nobody had translated nothing is lost.
    .filter((row) => !known.has(row.id) && !isWaiting(row))
    .map((row): Settled => {
      const comment = commentFor(null, row.comment, ['OBSOLETE: no line has this id now']);
      return { source: null, state: 'obsolete', row: { ...row, comment } };
    });
  return [...kept, ...gone];
}

/** What a translator sent, put over what there was. What is not touched there keeps its lock; nothing is taken away. */
export function mergedRows(
  stored: readonly LocaleRow[],
  sent: readonly LocaleRow[],
  lines: readonly SourceLine[],
): LocaleRow[] {
  const byId = new Map(stored.map((row) => [row.id, row]));
  const sources = new Map(lines.map(({ id, text }) => [id, text]));
  for (const row of sent) {
    const before = byId.get(row.id);
    const seen = seenBy(row);
    if (isWaiting(row, sources.get(row.id))) continue;
    const isNew = before === undefined || before.text !== row.text || before.lock === '';
    const isOld = row.lock !== '' && row.lock !== SAME;
    if (!isNew && isOld) continue;
    // Mended, though the old lock was left in: by the source that was shown beside it.
    byId.set(row.id, isOld && before !== undefined && seen !== null ? { ...row, lock: lockOf(seen) } : row);
  }
  return [...byId.values()];
}

/**
 * For whoever shows the lines, by the texts of the source: only what is translated, and no copy that waits for it. A line
 * that needs an update is better than none.
 */
export function translations(
  rows: readonly LocaleRow[],
  base: Readonly<Record<LineId, string>>,
): Record<LineId, string> {
  const done = rows.filter((row) => Object.hasOwn(base, row.id) && !isWaiting(row, base[row.id]));
  return Object.fromEntries(done.map(({ id, text }) => [id, text]));
}
