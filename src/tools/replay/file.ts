// Replay files and the content they were played with, as a command line names them.

import { readFileSync, writeFileSync } from 'node:fs';
import { ContentError, makeContent } from '../../content.ts';
import { ReplayError } from '../../core/replay/bytes.ts';
import { decode, encode } from '../../core/replay/codec.ts';
import type { Replay } from '../../core/replay/replay.ts';
import type { Content } from '../../core/run/content.ts';
import { BadInput, type Given } from '../cli.ts';
import { readContent, readLevels } from '../files.ts';

/** Every command takes other levels than the game's. */
export const LEVELS_OPTION = { levels: { type: 'string' } } as const;
export const LEVELS_HELP = { levels: 'a folder of levels to play with, instead of levels/' } as const;

export function contentOf(given: Given): Content {
  const folder = given.flags['levels'];
  return typeof folder === 'string' ? contentIn(folder) : readContent();
}

export function contentIn(folder: string): Content {
  try {
    const { files, problems } = readLevels(folder);
    if (problems.length > 0) throw new ContentError(problems);
    return makeContent(files);
  } catch (error) {
    if (error instanceof ContentError) throw new BadInput(error.message);
    throw new BadInput(`${folder} cannot be read: ${(error as Error).message}`);
  }
}

export function readReplay(path: string | undefined): { replay: Replay; bytes: Uint8Array } {
  if (path === undefined) throw new BadInput('which file? (see --help)');
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new BadInput(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
  try {
    return { replay: decode(bytes), bytes };
  } catch (error) {
    if (error instanceof ReplayError) throw new BadInput(`${path} is no replay that can be read: ${error.message}`);
    throw error;
  }
}

/** How many bytes it came to. */
export function writeReplay(path: string, replay: Replay): number {
  const bytes = encode(replay);
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    throw new BadInput(`${path} cannot be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
  return bytes.length;
}
