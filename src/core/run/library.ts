// What the game's scripts may call: the language's own functions and the game's, and the game's commands. With the levels
// there are, so that a script that plays one that is not there, or tunes one as it cannot be tuned, is found out.

import { namesIn, type Level } from '../network/level.ts';
import {
  STANDARD_LIBRARY,
  type CommandParameter,
  type CommandSignature,
  type FunctionSignature,
  type Library,
} from '../yarn/library.ts';
import { COMMANDS } from './commands.ts';
import { FUNCTIONS } from './functions.ts';
import { tuned } from './tuning.ts';

const NAME = 'syntony';

export const GAME_LIBRARY: Library = {
  name: NAME,
  functions: [...STANDARD_LIBRARY.functions, ...FUNCTIONS],
  commands: COMMANDS,
  unknownFunctions: 'report',
};

export function isGameLibrary({ name }: Library): boolean {
  return name === NAME;
}

export function gameLibrary(levels: readonly Level[]): Library {
  const ids = levels.map(({ id }) => id);
  const people = [...new Set(levels.flatMap(({ groups }) => groups.flatMap(namesIn)))];
  const lists: Readonly<Record<string, readonly string[]>> = { level: ids, person: people };
  return {
    ...GAME_LIBRARY,
    functions: GAME_LIBRARY.functions.map((row): FunctionSignature => {
      const known = (row.parameterNames ?? []).map((name, k) => lists[name] ?? row.oneOf?.[k] ?? null);
      return known.some((list) => list !== null) ? { ...row, oneOf: known } : row;
    }),
    commands: COMMANDS.map((row): CommandSignature => {
      const parameters = row.parameters.map((one): CommandParameter =>
        one.name === 'level' ? { ...one, kind: 'oneOf', oneOf: ids } : one,
      );
      return row.name === 'tune' ? { ...row, fault: (words) => untunable(levels, words) } : { ...row, parameters };
    }),
  };
}

/** Why no level at all can be tuned so. Which of them a script will play is not known where the words stand. */
function untunable(levels: readonly Level[], words: readonly string[]): string | null {
  let why: string | null = null;
  for (const level of levels) {
    const answer = tuned(level, words);
    if (typeof answer !== 'string') return null;
    why ??= answer;
  }
  return why === null ? null : `no network can be tuned so: ${why}`;
}
