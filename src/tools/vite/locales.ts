// The words of other languages, from the tables that translators fill in.

import { existsSync, readFileSync } from 'node:fs';
import type { Strings } from '../../core/story/dialogue.ts';
import type { Project } from '../dialogue/project.ts';

/** By language: lines that are translated, of those that the project has. A table that is not there yet is an empty one. */
export function readLocales({ localeFiles, baseLanguage }: Project, base: Strings): Record<string, Strings> {
  const tables = Object.entries(localeFiles).filter(([locale]) => locale !== baseLanguage);
  return Object.fromEntries(tables.map(([locale, path]) => [locale, existsSync(path) ? tableOf(path, base) : {}]));
}

function tableOf(path: string, base: Strings): Strings {
  const [head = [], ...rows] = cellsOf(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  const [id, text] = [head.indexOf('id'), head.indexOf('text')];
  if (id < 0 || text < 0) return {};
  const translated = rows.filter((row) => row[text] !== undefined && row[text] !== '' && Object.hasOwn(base, row[id]));
  return Object.fromEntries(translated.map((row) => [row[id], row[text]]));
}

/** RFC 4180: a cell in double quotes may hold commas and line ends, and a quote that is written twice. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}
