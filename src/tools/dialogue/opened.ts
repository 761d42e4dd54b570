// A project as the tools that look into scripts need it: compiled, each tree beside its text, every name in one index.

import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { compile, type Compiled } from '../../core/yarn/compile.ts';
import type { Code, Diagnostic } from '../../core/yarn/diagnostics.ts';
import { BadInput } from '../cli.ts';
import { loadProject, type Project } from './project.ts';
import { symbolsOf, type Symbols } from './symbols.ts';
import type { Script } from './walk.ts';

export interface Opened {
  readonly project: Project;
  readonly compiled: Compiled;
  readonly scripts: readonly Script[];
  readonly symbols: Symbols;
}

export function openProject(words: readonly string[]): Opened {
  return opened(loadProject(words));
}

function opened(project: Project): Opened {
  const compiled = compile(project.sources, project.options);
  const texts = new Map(project.sources.map(({ file, text }) => [file, text]));
  const scripts = compiled.trees.map((tree) => ({ file: tree.file, text: texts.get(tree.file) ?? '', tree }));
  return { project, compiled, scripts, symbols: symbolsOf(scripts, project.library, compiled.variables) };
}

/** After one of these the tree of a file is a guess: good enough to point at, not to edit by. */
const OF_SYNTAX: ReadonlySet<Code> = new Set(['YS0004', 'YS0005', 'YS0006', 'YS0007', 'YS0020', 'YS0051', 'YS0052']);

export function syntaxErrors({ diagnostics }: Compiled): Diagnostic[] {
  return diagnostics.filter(({ code, severity }) => severity === 'error' && OF_SYNTAX.has(code));
}

export function placeOf({ file, range }: Pick<Diagnostic, 'file' | 'range'>): string {
  return `${file}:${range.start.line + 1}:${range.start.column + 1}`;
}

export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Edits do not overlap, in any order; two at one place are put in as given. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const { from, to, text: put } of [...edits].sort((a, b) => a.from - b.from)) {
    result += text.slice(done, from) + put;
    done = to;
  }
  return result + text.slice(done);
}

/** The file's new text, every other byte as it was; `text` is what the compiler read, without a byte order mark. */
export function rewritten(file: string, text: string, edits: readonly Edit[]): string {
  const bytes = readFileSync(resolve(file));
  const now = bytes.toString('utf8');
  if (!Buffer.from(now, 'utf8').equals(bytes)) throw new BadInput(`${file}: is not UTF-8; save it as UTF-8 first`);
  const mark = now.startsWith('\uFEFF') ? '\uFEFF' : '';
  if (now.slice(mark.length) !== text) throw new BadInput(`${file}: was changed meanwhile; try again`);
  return mark + edited(text, edits);
}

/** All of them or none: everything is written beside first, then put in place. A link stays one, and a file keeps its mode. */
export function writeAll(files: ReadonlyMap<string, string>): void {
  const beside = [...files].map(([file, text]) => {
    const named = resolve(file);
    const path = existsSync(named) ? realpathSync(named) : named;
    return { path, draft: `${path}.new`, text };
  });
  try {
    for (const { path, draft, text } of beside) {
      mkdirSync(dirname(path), { recursive: true });
      const before = statSync(path, { throwIfNoEntry: false });
      writeFileSync(draft, text, before === undefined ? {} : { mode: before.mode });
    }
  } catch (error) {
    for (const { draft } of beside) rmSync(draft, { force: true });
    throw new BadInput(`nothing was written: ${(error as Error).message}`);
  }
  for (const { path, draft } of beside) renameSync(draft, path);
}
