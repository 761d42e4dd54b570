// npm run dialogue -- strings: the lines of a project in other languages. One file a language, dialogue/locale/<lang>.csv,
// which is both what the game reads and what a translator fills in.

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { compile } from '../../core/yarn/compile.ts';
import { hasErrors } from '../../core/yarn/diagnostics.ts';
import { nearest } from '../../core/yarn/nearest.ts';
import { BadInput, EXIT, needed, print, printJson, type Command, type Given } from '../cli.ts';
import { count } from './check.ts';
import { writeAll } from './opened.ts';
import { loadProject, nameOf, type Project } from './project.ts';
import { isPseudo, pseudo } from './pseudo.ts';
import {
  lockOf,
  mergedRows,
  readTable,
  settleAll,
  settled,
  sourceLines,
  STATES,
  writeTable,
  type LocaleRow,
  type LocaleTable,
  type Settled,
  type SourceLine,
  type State,
} from './table.ts';
import { faultsOf } from './translation.ts';

export const strings: Command = {
  usage: 'dialogue -- strings export|import FILE|status [FOLDER|FILE…] --locale L [--out FILE] [--prune] [--json]',
  doc: [
    'The lines in other languages, in dialogue/locale/<lang>.csv.',
    'export  brings the file up to date: new lines, what has changed, what is gone (kept, and marked).',
    'import  checks a translator’s file and takes it in, all of it or nothing.',
    'status  how far a language is; every language unless one is named.',
    'A translator overwrites the text and leaves the rest. A text left as the source is not translated; where both are',
    'to be the same, “same” goes into lock. Where the source has changed, an emptied lock says that the text is good again.',
    'The languages qps and qps-mirror are nobody’s: long, accented, and from right to left. They are never stored.',
  ].join('\n'),
  words: [1, Infinity],
  options: {
    locale: { type: 'string' },
    out: { type: 'string' },
    prune: { type: 'boolean' },
    check: { type: 'boolean' },
  },
  help: {
    locale: 'which language, as in de or pt-BR',
    out: 'export: into this file, or - for standard output',
    prune: 'export: drops the rows whose line is gone',
    check: 'status: exit code 1 unless all is translated and up to date',
  },
  run: ({ words, ...given }) => {
    const [verb, ...rest] = words;
    if (verb === 'export') return exportStrings({ words: rest, ...given });
    if (verb === 'import') return importStrings({ words: rest, ...given });
    if (verb === 'status') return status({ words: rest, ...given });
    throw new BadInput(`strings has export, import and status, and no “${verb}”`);
  },
};

interface Lines {
  readonly project: Project;
  readonly lines: readonly SourceLine[];
}

/** With an error in a script lines would seem to be gone that are not. */
export function linesOf(words: readonly string[]): Lines {
  const project = loadProject(words);
  const compiled = compile(project.sources, project.options);
  if (hasErrors(compiled.diagnostics)) {
    throw new BadInput(`${project.name} has errors; npm run dialogue -- check shows them`);
  }
  return { project, lines: sourceLines(project.sources, compiled) };
}

/** A language's file names scripts from the project's folder, wherever it was made. */
function homeLinesOf(words: readonly string[]): Lines {
  const { project, lines } = linesOf(words);
  const home = (file: string): string => relative(project.root, resolve(file)).split(sep).join('/');
  return { project, lines: lines.map((line) => ({ ...line, file: home(line.file) })) };
}

function localeOf(given: Given): string {
  const said = needed(given, 'locale');
  if (isPseudo(said)) return said;
  try {
    return Intl.getCanonicalLocales(said)[0];
  } catch {
    throw new BadInput(`“${said}” is not the name of a language; de, pt-BR and zh-Hans are`);
  }
}

/** Where the project file says, or where there will be one. */
export function localeFile({ root, localeFiles }: Project, locale: string): string {
  return localeFiles[locale] ?? join(root, 'locale', `${locale}.csv`);
}

function readStored(file: string): LocaleTable {
  if (!existsSync(file)) return { rows: [], faults: [] };
  const table = readTable(readFileSync(file, 'utf8'));
  if (table.faults.length > 0) {
    const [{ line, message }] = table.faults;
    throw new BadInput(`${nameOf(file)}:${line}: ${message}`);
  }
  return table;
}

function exportStrings(given: Given): number {
  const { words, flags, json } = given;
  const locale = localeOf(given);
  const { project, lines } = homeLinesOf(words);
  const file = localeFile(project, locale);
  const pseudoRows = isPseudo(locale) ? lines.map((line) => pseudoRow(line, pseudo(line.text, locale))) : null;
  const isBase = locale === project.baseLanguage;
  const all = settleAll(pseudoRows ?? (isBase ? lines.map(baseRow) : readStored(file).rows), lines);
  const kept = all.filter(({ state }) => flags['prune'] !== true || state !== 'obsolete');
  const csv = writeTable(kept.map(({ row }) => row));

  const out = typeof flags['out'] === 'string' ? flags['out'] : pseudoRows === null ? file : '-';
  if (out === '-') {
    if (json) printJson(kept.map(jsonRow));
    else process.stdout.write(csv);
    return EXIT.ok;
  }
  write(resolve(out), csv);
  const counts = countsOf(kept);
  const notes = notesOn(project, lines, locale);
  if (json) printJson({ locale, file: nameOf(resolve(out)), ...counts, notes });
  else for (const note of [`${nameOf(resolve(out))}: ${countsText(counts)}`, ...notes]) print(note);
  return EXIT.ok;
}

function baseRow(line: SourceLine): LocaleRow {
  return { ...emptyRow(line), lock: lockOf(line.text) };
}

function pseudoRow(line: SourceLine, text: string): LocaleRow {
  return { ...emptyRow(line), text, lock: lockOf(line.text) };
}

function emptyRow({ id, text, character, file, line }: SourceLine): LocaleRow {
  return { id, text, character: character ?? '', file, line: String(line), comment: '', lock: '', at: 0 };
}

/** What a writer should know before a file is sent to a translator. */
function notesOn({ file, localeFiles, baseLanguage }: Project, lines: readonly SourceLine[], locale: string): string[] {
  const notes: string[] = [];
  const loose = lines.filter(({ implicit }) => implicit).length;
  if (loose > 0) {
    notes.push(
      `${count(loose, 'line')} without an id of their own would lose their translation when a line is put before them: npm run dialogue -- tag`,
    );
  }
  if (file !== null && locale !== baseLanguage && localeFiles[locale] === undefined) {
    notes.push(
      `${nameOf(file)} does not name it yet: "localisation": { "${locale}": { "strings": "locale/${locale}.csv" } }`,
    );
  }
  return notes;
}

export interface ImportFault {
  readonly file: string;
  readonly line: number;
  readonly id: string | null;
  readonly message: string;
}

/** Everything wrong with a translator's file. */
export function checkImport(
  file: string,
  { rows, faults }: LocaleTable,
  stored: readonly LocaleRow[],
  lines: readonly SourceLine[],
  locale: string,
): ImportFault[] {
  const sources = new Map(lines.map((line) => [line.id, line]));
  const known = new Map(stored.map((row) => [row.id, row.text]));
  const found: ImportFault[] = faults.map((one) => ({ file, id: null, ...one }));
  for (const row of rows) {
    const { id, at: line, text } = row;
    const source = sources.get(id);
    if (source === undefined) {
      if (known.has(id)) continue;
      const near = nearest(id, sources.keys());
      const guess = near === undefined ? '' : `; did you mean ${near}?`;
      found.push({ file, line, id, message: `no line has the id ${id}${guess}` });
      continue;
    }
    const { state } = settled(row, source);
    // What waits for its update may lack what its source has got since.
    if (state === 'translated' || (state === 'needsUpdate' && known.get(id) !== text)) {
      for (const message of faultsOf(text, source.text, locale)) {
        found.push({ file, line, id, message: `${id}: ${message}` });
      }
    }
  }
  return found.sort((a, b) => a.line - b.line);
}

function importStrings(given: Given): number {
  const { words, json } = given;
  const [word, ...paths] = words;
  if (word === undefined) throw new BadInput('which file? npm run dialogue -- strings import FILE --locale L');
  const path = resolve(word);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) throw new BadInput(`there is no file “${word}”`);
  const locale = localeOf(given);
  if (isPseudo(locale)) throw new BadInput(`${locale} is made anew each time; there is nothing to import`);
  const { project, lines } = homeLinesOf(paths);
  if (locale === project.baseLanguage) throw new BadInput(`${locale} is what the scripts are written in: mend those`);
  const target = localeFile(project, locale);
  const stored = path === target ? [] : readStored(target).rows;
  const sent = readTable(readFileSync(path, 'utf8'));
  const faults = checkImport(nameOf(path), sent, path === target ? sent.rows : stored, lines, locale);

  if (faults.length > 0) {
    if (json) printJson({ taken: 0, faults });
    else {
      for (const { file, line, message } of faults) print(`${file}:${line}: ${message}`);
      print(`${count(faults.length, 'fault')}: nothing was taken in`);
    }
    return EXIT.no;
  }
  const before = countsOf(settleAll(stored, lines));
  const all = settleAll(path === target ? sent.rows : mergedRows(stored, sent.rows, lines), lines);
  write(target, writeTable(all.map(({ row }) => row)));
  const now = countsOf(all);
  if (json) printJson({ taken: now.translated - before.translated, ...now, faults });
  else print(`${nameOf(target)}: ${countsText(now)}`);
  return EXIT.ok;
}

function status(given: Given): number {
  const { words, flags, json } = given;
  const { project, lines } = homeLinesOf(words);
  const locales = flags['locale'] === undefined ? localesOf(project) : [localeOf(given)];
  const found = locales.map((locale) => {
    const file = localeFile(project, locale);
    const rows = locale === project.baseLanguage ? lines.map(baseRow) : readStored(file).rows;
    const all = settleAll(rows, lines);
    return { locale, file: nameOf(file), total: lines.length, ...countsOf(all), rows: all };
  });
  if (json) {
    printJson(found.map(({ rows, ...one }) => ({ ...one, lines: rows.filter(isOpen).map(jsonRow) })));
  } else {
    if (found.length === 0)
      print(`there is no language but ${project.baseLanguage}: strings export --locale L begins one`);
    for (const one of found) {
      print(`${one.locale}: ${countsText(one)}, of ${count(one.total, 'line')}`);
      // With one language named, the lines that wait are listed.
      if (flags['locale'] !== undefined) for (const row of one.rows.filter(isOpen)) tellRow(project, row);
    }
  }
  const isDone = found.every(({ missing, needsUpdate }) => missing + needsUpdate === 0);
  return flags['check'] === true && !isDone ? EXIT.no : EXIT.ok;
}

function isOpen({ state }: Settled): boolean {
  return state !== 'translated';
}

function tellRow({ root }: Project, { state, row }: Settled): void {
  const place = row.file === '' ? '' : `${nameOf(resolve(root, row.file))}:${row.line}: `;
  print(`  ${place}${WORDS[state]}: ${row.id}: ${row.text}`);
}

const WORDS: Readonly<Record<State, string>> = {
  translated: 'translated',
  missing: 'missing',
  needsUpdate: 'needs update',
  obsolete: 'obsolete',
};

type Counts = Readonly<Record<State, number>>;

export function countsOf(all: readonly Settled[]): Counts {
  const counts: Record<State, number> = { translated: 0, missing: 0, needsUpdate: 0, obsolete: 0 };
  for (const { state } of all) counts[state]++;
  return counts;
}

function countsText(counts: Counts): string {
  return STATES.map((state) => `${counts[state]} ${WORDS[state]}`).join(', ');
}

function jsonRow({ row, state, source }: Settled): Record<string, unknown> {
  const { id, text, character, file, line, comment, lock } = row;
  return { id, state, text, source: source?.text ?? null, character, file, line: Number(line), comment, lock };
}

/** Those that the project file names, and those that have a file where they would be looked for. */
function localesOf(project: Project): string[] {
  const folder = join(project.root, 'locale');
  const there = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.csv')) : [];
  return [...new Set([...Object.keys(project.localeFiles), ...there.map((name) => basename(name, '.csv'))])];
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeAll(new Map([[file, text]]));
}
