// What a new name changes in a table of translations. Only the cells concerned are touched: the rest of a table stays as
// some other program wrote it.

import type { Compiled } from '../../core/yarn/compile.ts';
import type { Edit } from './opened.ts';
import { lockOf } from './table.ts';
import { speakerOf } from './walk.ts';

interface Cell {
  readonly from: number;
  readonly to: number;
  readonly value: string;
}

/** With or without `line:`, as the table has them. */
export function idEdits(text: string, from: string, to: string): Edit[] {
  const table = tableOf(text);
  return table.rows.flatMap(({ id }) => {
    if (id?.value === from) return [put(table, id, to)];
    return id?.value === `line:${from}` ? [put(table, id, `line:${to}`)] : [];
  });
}

/**
 * The name in its own column, and before the colon of text and source. The lock is made anew where it held: a name alone
 * is no reason to translate a line again.
 */
export function characterEdits(text: string, from: string, to: string, { strings }: Pick<Compiled, 'strings'>): Edit[] {
  const table = tableOf(text);
  const renamed = (said: string): string => {
    const speaker = speakerOf(said);
    return speaker?.name === from ? said.slice(0, speaker.at) + to + said.slice(speaker.at + from.length) : said;
  };
  return table.rows.flatMap(({ id, text: said, character, comment, lock }) => {
    const source = strings.get(id?.value ?? '')?.text ?? null;
    const edits: Edit[] = [];
    const change = (cell: Cell | undefined, value: string): void => {
      if (cell !== undefined && cell.value !== value) edits.push(put(table, cell, value));
    };
    if (character?.value === from) change(character, to);
    if (said !== undefined) change(said, renamed(said.value));
    if (comment !== undefined) {
      change(
        comment,
        comment.value.replace(/^(source: )(.*)$/gm, (_, mark: string, line: string) => mark + renamed(line)),
      );
    }
    if (source !== null && lock?.value === lockOf(source)) change(lock, lockOf(renamed(source)));
    return edits;
  });
}

interface Table {
  readonly separator: string;
  readonly rows: readonly Readonly<Record<string, Cell | undefined>>[];
}

function tableOf(text: string): Table {
  const [head] = text.split(/[\r\n]/, 1);
  const separator = [',', ';', '\t'].reduce((a, b) => (head.split(b).length > head.split(a).length ? b : a));
  const form = new RegExp(`("(?:[^"]|"")*"|[^"${separator}\\r\\n]*)(${separator}|\\r\\n|\\n|\\r|$)`, 'g');
  const records: Cell[][] = [];
  let record: Cell[] = [];
  for (const found of text.matchAll(form)) {
    const [whole, cell, end] = found;
    if (whole === '' && record.length === 0) continue;
    const value = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    record.push({ from: found.index, to: found.index + cell.length, value });
    if (end === separator) continue;
    records.push(record);
    record = [];
  }
  const [names, ...body] = records;
  const columns = (names ?? []).map(({ value }) => value.trim().toLowerCase());
  return { separator, rows: body.map((cells) => Object.fromEntries(columns.map((name, k) => [name, cells[k]]))) };
}

function put({ separator }: Table, { from, to }: Cell, value: string): Edit {
  const isPlain = !/["\r\n]/.test(value) && !value.includes(separator);
  return { from, to, text: isPlain ? value : `"${value.replaceAll('"', '""')}"` };
}
