// A project, or one file of it, read from the disk and compiled: what is shipped of it, or everything that is wrong.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { About } from '../../core/story/dialogue.ts';
import { compile, type Compiled, type TableLine } from '../../core/yarn/compile.ts';
import { hasErrors, type Diagnostic, type Range } from '../../core/yarn/diagnostics.ts';
import { PROGRAM_VERSION, type Program } from '../../core/yarn/program.ts';
import { frameOf, PLAIN } from '../dialogue/frame.ts';
import { loadProject, type Project } from '../dialogue/project.ts';
import { pseudoLocales, readLocales } from './locales.ts';
import type { Fault, Fresh } from './words.ts';

export interface Reading {
  /** Null when there is an error. */
  readonly fresh: Fresh | null;
  /** Errors and warnings, in the order of files and lines. */
  readonly faults: readonly Fault[];
  /** Absolute: all that it was made of. */
  readonly files: readonly string[];
}

/** `path` is a project file, a folder, or a script that is to be read alone. `writes`: with all that only a writer wants. */
export function read(path: string, writes: boolean): Reading {
  try {
    return readOrThrow(path, writes);
  } catch (error) {
    // a project file that is no JSON, a folder without a script, a file that went away while it was read
    return {
      fresh: null,
      faults: [faultOfProject(path, error instanceof Error ? error.message : String(error))],
      files: existsSync(path) ? [path] : [],
    };
  }
}

/** What a page is given while nothing has compiled yet. */
export const NOTHING: Fresh = {
  program: emptyProgram(),
  language: 'en',
  strings: {},
  tags: {},
  locales: {},
  about: { folder: process.cwd(), lines: {}, variables: [], enums: [] },
};

function readOrThrow(path: string, writes: boolean): Reading {
  const project = loadProject([path]);
  const isAlone = path.endsWith('.yarn');
  const sources = isAlone ? project.sources.filter(({ file }) => project.asked.has(file)) : project.sources;
  const compiled = compile(sources, project.options);
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  const told = compiled.diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return {
    fresh:
      compiled.program === null || hasErrors(compiled.diagnostics)
        ? null
        : freshOf(project, compiled, compiled.program, writes),
    faults: told.map((one) => faultOf(one, texts.get(one.file))),
    files: [
      ...sources.map(({ file }) => resolve(file)),
      ...(project.file === null ? [] : [project.file]),
      ...project.definitions,
      ...Object.values(project.localeFiles),
    ],
  };
}

function freshOf(project: Project, compiled: Compiled, program: Program, writes: boolean): Fresh {
  const strings: Record<string, string> = {};
  const tags: Record<string, readonly string[]> = {};
  for (const [id, line] of compiled.strings) {
    strings[id] = textOf(compiled, line);
    const own = line.tags.filter((tag) => !/^(?:line|shadow):/.test(tag));
    if (own.length > 0) tags[id] = own;
  }
  return {
    program,
    language: project.baseLanguage,
    strings,
    tags,
    locales: { ...readLocales(project, strings), ...(writes ? pseudoLocales(strings) : {}) },
    about: writes ? aboutOf(compiled) : null,
  };
}

/** A shadow line has no words but its source's. */
function textOf({ strings }: Compiled, line: TableLine): string {
  return line.text ?? (line.shadowOf === null ? '' : (strings.get(line.shadowOf)?.text ?? ''));
}

function aboutOf({ strings, variables, enums }: Compiled): About {
  return {
    folder: process.cwd(),
    lines: Object.fromEntries([...strings].map(([id, { file, range }]) => [id, placeOf(file, range)])),
    variables: variables.map(({ name, type, initial, smart, description, file, range }) => ({
      name,
      type,
      initial,
      smart,
      doc: description ?? '',
      place: placeOf(file, range),
    })),
    enums,
  };
}

function placeOf(file: string, { start }: Range): { file: string; line: number; column: number } {
  return { file, line: start.line + 1, column: start.column + 1 };
}

function faultOf(found: Diagnostic, source: string | undefined): Fault {
  const { file, range, severity, code, message, suggestion } = found;
  return {
    ...placeOf(file, range),
    path: resolve(file),
    severity: severity === 'error' ? 'error' : 'warning',
    code,
    message,
    frame: source === undefined ? '' : frameOf(found, source, PLAIN).join('\n'),
    suggestion: suggestion ?? null,
  };
}

function faultOfProject(path: string, message: string): Fault {
  return {
    file: path,
    path,
    line: 1,
    column: 1,
    severity: 'error',
    code: 'project',
    message,
    frame: '',
    suggestion: null,
  };
}

function emptyProgram(): Program {
  return {
    version: PROGRAM_VERSION,
    hash: '',
    nodes: {},
    groups: {},
    trackedGroups: [],
    blocks: {},
    homes: {},
    variables: {},
    smart: {},
  };
}
