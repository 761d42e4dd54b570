// Replay files and the content they were played with, as a command line names them.

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { ContentError, makeContent } from '../../content.ts';
import { ReplayError } from '../../core/replay/bytes.ts';
import { decode, encode } from '../../core/replay/codec.ts';
import { CAPS, type Replay } from '../../core/replay/replay.ts';
import type { Content } from '../../core/run/content.ts';
import { BadInput, type Given } from '../cli.ts';
import { readContent } from '../content.ts';
import { readLevels } from '../files.ts';

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

/** Asked what it is before it is opened: a device never ends, a pipe never begins, and no replay is as long as some files. */
export function readBytes(path: string): Uint8Array {
  try {
    const found = statSync(path);
    if (!found.isFile()) throw new BadInput(`${path} is no file that could be a replay`);
    if (found.size > CAPS.bytes)
      throw new BadInput(`${path} has ${found.size} bytes, and a replay at most ${CAPS.bytes}`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`);
  }
}

/** What is wrong with a replay, with the name of its file. */
export function named<T>(path: string, job: () => T): T {
  try {
    return job();
  } catch (error) {
    if (error instanceof ReplayError) throw new BadInput(`${path} is no replay that can be read: ${error.message}`);
    throw error;
  }
}

export function readReplay(path: string): { replay: Replay; bytes: Uint8Array } {
  const bytes = readBytes(path);
  return { replay: named(path, () => decode(bytes)), bytes };
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
