// Where a project is, and what lies inside it.

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project file of a folder, or the folder itself where there is none. */
export function projectIn(folder: string): string {
  const file = join(folder, 'syntony.yarnproject');
  return existsSync(file) ? file : folder;
}

/** Whatever is below this folder may be part of the project. */
export function folderOf(path: string): string {
  return /\.yarn(?:project)?$/.test(path) ? dirname(path) : path;
}
