// Where the project's files are, and its levels as they lie there.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileProblem, LevelFiles } from '../content.ts';
import type { CitiesFile } from '../core/run/cities.ts';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const LEVELS = join(ROOT, 'levels');

/** Files under levels/ that are not levels. */
const NOT_LEVELS = new Set(['level.schema.json', 'boards.json', 'engineers.json', 'cities.json']);

/** Every level file, by its path under `folder`; what is no JSON is a problem and not an exception. */
export function readLevels(folder: string = LEVELS): { files: LevelFiles; problems: FileProblem[] } {
  const files: Record<string, unknown> = {};
  const problems: FileProblem[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.json') || NOT_LEVELS.has(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const file = relative(folder, path).split(sep).join('/');
    try {
      files[file] = JSON.parse(readFileSync(path, 'utf8'));
    } catch (error) {
      problems.push({ file, path: '(whole file)', reason: `is not JSON: ${(error as Error).message}` });
    }
  }
  return { files, problems };
}

/** Which cities there are, and their acts. */
export function readCities(): CitiesFile {
  return JSON.parse(readFileSync(join(LEVELS, 'cities.json'), 'utf8')) as CitiesFile;
}
