// What the game's scripts may call: the language's own functions and the game's, and the game's commands.

import { STANDARD_LIBRARY, type CommandSignature, type Library } from '../yarn/library.ts';
import { COMMANDS } from './commands.ts';
import { FUNCTIONS } from './functions.ts';

export const GAME_LIBRARY: Library = {
  functions: [...STANDARD_LIBRARY.functions, ...FUNCTIONS],
  commands: COMMANDS,
  unknownFunctions: 'report',
};

/** With the levels there are, so that a script that plays one that is not there is found out. */
export function gameLibrary(levels: readonly string[]): Library {
  const commands = COMMANDS.map((row): CommandSignature =>
    row.name === 'network'
      ? { ...row, parameters: row.parameters.map((one) => ({ ...one, kind: 'oneOf', oneOf: levels })) }
      : row,
  );
  return { ...GAME_LIBRARY, commands };
}
