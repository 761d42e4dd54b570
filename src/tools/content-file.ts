// The whole content as plain data: what a build leaves for the server, so that runs are judged by exactly what is played.

import { readCities, readLevels } from './files.ts';
import { readProgram } from './content.ts';

export function contentFile(): string {
  const { files: levels } = readLevels();
  return JSON.stringify({ levels, program: readProgram(), cities: readCities() });
}
