// What a person means by the folder or the files they typed: which scripts belong together, and by which rules.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { CAST } from '../../core/run/cast.ts';
import { gameLibrary, isGameLibrary } from '../../core/run/library.ts';
import type { Level } from '../../core/network/level.ts';
import { checkLevel } from '../../core/network/level-check.ts';
import type { CompileOptions, Source } from '../../core/yarn/compile.ts';
import { STANDARD_LIBRARY, type Library } from '../../core/yarn/library.ts';
import { BadInput } from '../cli.ts';
import { readLevels, ROOT } from '../files.ts';
import { libraryFrom } from './definitions.ts';
import { findFiles, matchesAny } from './glob.ts';
import { knownSeverities, parseProjectFile, type ProjectFile } from './project-file.ts';

export interface Project {
  /** The project file's folder, or the folder named; absolute. */
  readonly root: string;
  readonly name: string;
  /** The project file, absolute, or null where none is needed. */
  readonly file: string | null;
  /** Named as seen from the working directory. */
  readonly sources: readonly Source[];
  /** Of the sources, those that were asked for; the rest is there because it belongs to them. */
  readonly asked: ReadonlySet<string>;
  readonly library: Library;
  /** For the compiler, the library among them. */
  readonly options: CompileOptions;
  readonly baseLanguage: string;
  /** Tables of strings by language, absolute; a table may not be there yet. */
  readonly localeFiles: Readonly<Record<string, string>>;
  readonly definitions: readonly string[];
  /** The cast; null where nobody has named one. */
  readonly characters: readonly string[] | null;
}

/** The game's own definitions file: made from the library that is in core, so that library is taken and the file is not. */
export const GAME_DEFINITIONS = 'syntony.ysls.json';
const WHAT_TO_NAME = 'name scripts or a folder of them, or nothing for the game’s own';
export const DIALOGUE = join(ROOT, 'dialogue');

/** One project from a folder or files as typed (none: the game's own). */
export function loadProject(paths: readonly string[]): Project {
  const [first, second] = loadProjects(paths);
  if (second !== undefined) {
    throw new BadInput(`these belong to two projects, ${first.name} and ${second.name}: name the files of one`);
  }
  return first;
}

/** As many projects as the paths belong to. Files that belong to none make one together. */
export function loadProjects(paths: readonly string[]): Project[] {
  const asked = new Map<string, Set<string>>();
  const loose = new Set<string>();
  let looseRoot: string | null = null;
  for (const word of paths.length === 0 ? [DIALOGUE] : paths) {
    const path = resolve(word);
    const is = statSync(path, { throwIfNoEntry: false });
    if (is === undefined) throw new BadInput(`there is no file or folder “${word}”: ${WHAT_TO_NAME}`);
    const file = extname(path) === '.yarnproject' ? path : projectOver(path, is.isDirectory());
    if (file !== null) {
      const files = asked.get(file) ?? new Set();
      asked.set(file, files);
      for (const one of is.isDirectory() || path === file ? inProject(file, path) : [path]) files.add(one);
      continue;
    }
    looseRoot ??= is.isDirectory() ? path : dirname(path);
    const inside = is.isDirectory() ? findFiles(path, ['**/*.yarn'], []) : [path];
    if (inside.length === 0) throw new BadInput(`there are no .yarn files in “${word}”: ${WHAT_TO_NAME}`);
    for (const one of inside) loose.add(one);
  }
  const projects = [...asked].map(([file, files]) => projectOf(file, files));
  if (looseRoot !== null) projects.push(projectWithout(looseRoot, loose));
  return projects;
}

/** The project file in this folder, or above it or above this file, which takes it in. */
function projectOver(path: string, isFolder: boolean): string | null {
  for (let folder = isFolder ? path : dirname(path); ; folder = dirname(folder)) {
    for (const file of projectFilesIn(folder)) {
      if (folder === path) return file;
      const { sourceFiles, excludeFiles } = parseProjectFile(readText(file), nameOf(file));
      // a folder belongs where a script in it would
      const probe = isFolder ? join(path, 'any.yarn') : path;
      if (matchesAny(folder, sourceFiles, probe) && !matchesAny(folder, excludeFiles, probe)) return file;
    }
    if (folder === dirname(folder)) return null;
  }
}

function projectFilesIn(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return []; // a folder above that may not be read has nothing to say
  }
  return names.filter((name) => name.endsWith('.yarnproject')).map((name) => join(folder, name));
}

/** Those of a project's files that lie in the folder named (or all of them, by the project file). */
function inProject(file: string, path: string): string[] {
  const { sourceFiles, excludeFiles } = parseProjectFile(readText(file), nameOf(file));
  const all = findFiles(dirname(file), sourceFiles, excludeFiles);
  const inside = path === file || path === dirname(file) ? all : all.filter((one) => one.startsWith(path + sep));
  if (inside.length === 0) throw new BadInput(`${nameOf(file)}: it takes in no file of “${nameOf(path) || '.'}”`);
  return inside;
}

function projectOf(file: string, asked: ReadonlySet<string>): Project {
  const root = dirname(file);
  const read = parseProjectFile(readText(file), nameOf(file));
  const definitions = read.definitions.map((one) => resolve(root, one));
  const library = libraryOf(read, definitions, file);
  const tables = Object.entries(read.localisation).flatMap(([language, { strings }]) =>
    strings === null ? [] : [[language, resolve(root, strings)] as const],
  );
  return {
    root,
    name: basename(file, '.yarnproject'),
    file,
    sources: sourcesOf([...new Set([...findFiles(root, read.sourceFiles, read.excludeFiles), ...asked])]),
    asked: new Set([...asked].map(nameOf)),
    library,
    options: {
      library,
      languageVersion: read.projectFileVersion,
      severities: knownSeverities(read),
      unreachable: true,
    },
    baseLanguage: read.baseLanguage,
    localeFiles: Object.fromEntries(tables),
    definitions,
    characters: read.characters ?? (isGameLibrary(library) ? CAST.map(({ name }) => name) : null),
  };
}

/** A level with a mistake is told of by those who read levels; a script cannot play it. */
function soundLevels(): Level[] {
  return Object.values(readLevels().files).filter((one) => checkLevel(one).length === 0) as Level[];
}

function libraryOf(read: ProjectFile, definitions: readonly string[], file: string): Library {
  if (definitions.some((one) => basename(one) === GAME_DEFINITIONS)) return gameLibrary(soundLevels());
  if (read.definitions.length === 0) return STANDARD_LIBRARY;
  const files = definitions.map((one) => {
    if (!existsSync(one)) throw new BadInput(`${nameOf(file)}: its definitions “${nameOf(one)}” are not there`);
    return { name: nameOf(one), text: readText(one) };
  });
  return libraryFrom(files);
}

function projectWithout(root: string, files: ReadonlySet<string>): Project {
  const library = STANDARD_LIBRARY;
  const sources = sourcesOf([...files]);
  return {
    root,
    name: basename(root),
    file: null,
    sources,
    asked: new Set(sources.map(({ file }) => file)),
    library,
    options: { library, unreachable: true },
    baseLanguage: 'en',
    localeFiles: {},
    definitions: [],
    characters: null,
  };
}

function sourcesOf(paths: readonly string[]): Source[] {
  return paths.map((path) => ({ file: nameOf(path), text: readText(path) }));
}

/** As seen from the working directory, with forward slashes; in full where that is shorter. */
export function nameOf(path: string): string {
  const near = relative(process.cwd(), path);
  return (near.length > path.length ? path : near).split(sep).join('/');
}

const kept = new Map<string, { readonly stamp: string; readonly text: string }>();

/** Who watches a project loads it again and again: only what has changed since is read. */
function readText(path: string): string {
  const { mtimeMs, size } = statSync(path);
  const stamp = `${mtimeMs} ${size}`;
  const before = kept.get(path);
  if (before?.stamp === stamp) return before.text;
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  kept.set(path, { stamp, text });
  return text;
}
