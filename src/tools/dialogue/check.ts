// npm run dialogue -- check: everything the compiler has to say, to a person or to another program.

import { compile, type Compiled } from '../../core/yarn/compile.ts';
import { hasErrors, type Diagnostic } from '../../core/yarn/diagnostics.ts';
import { EXIT, print, printJson, type Command, type Given } from '../cli.ts';
import { lookOf, printed } from './frame.ts';
import { loadProjects, type Project } from './project.ts';

export const checkCommand: Command = {
  usage: 'dialogue -- check [FOLDER|FILE…] [--quiet] [--json]',
  doc: 'Every problem of every script, with its place, a frame and a suggestion (the game’s own dialogue unless named).',
  options: { quiet: { type: 'boolean' } },
  help: { quiet: 'errors only, and one line each' },
  run: check,
};

/** What other programs read. Lines and columns count from 1, the end is exclusive. */
export interface DiagnosticRow {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly suggestion?: string;
}

function check({ words, flags, json }: Given): number {
  const projects = loadProjects(words);
  const results = projects.map((project) => ({
    project,
    found: askedFor(project, compile(project.sources, project.options)),
  }));
  const found = results.flatMap((one) => one.found);
  if (json) printJson(found.map(rowOf));
  else {
    for (const { project, found: own } of results) tell(project, own, flags['quiet'] === true);
    print(
      summary(
        found,
        projects.reduce((sum, { asked }) => sum + asked.size, 0),
      ),
    );
  }
  return hasErrors(found) ? EXIT.no : EXIT.ok;
}

/** Of what was found, what lies in the files that were named, or in none at all. */
export function askedFor({ sources, asked }: Project, { diagnostics }: Pick<Compiled, 'diagnostics'>): Diagnostic[] {
  const files = new Set(sources.map(({ file }) => file));
  return diagnostics.filter(({ file, severity }) => severity !== 'none' && (asked.has(file) || !files.has(file)));
}

/** Prints them, with frames unless `quiet`, which also keeps to errors. */
export function tell({ sources }: Project, found: readonly Diagnostic[], quiet: boolean): void {
  const look = lookOf(process.stdout);
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  for (const one of found) {
    if (quiet && one.severity !== 'error') continue;
    print(printed(one, quiet ? undefined : texts.get(one.file), look) + (quiet ? '' : '\n'));
  }
}

export function rowOf({ file, range, severity, code, message, suggestion }: Diagnostic): DiagnosticRow {
  return {
    file,
    line: range.start.line + 1,
    column: range.start.column + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.column + 1,
    severity,
    code,
    message,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

export function summary(found: readonly Diagnostic[], files: number): string {
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const warnings = found.filter(({ severity }) => severity === 'warning').length;
  return `${count(errors, 'error')}, ${count(warnings, 'warning')} in ${count(files, 'file')}`;
}

export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
