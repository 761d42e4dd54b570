// What the game's scripts may call: the language's own functions and the game's, and the game's commands.

import { STANDARD_LIBRARY, type Library } from '../yarn/library.ts';
import { COMMANDS } from './commands.ts';
import { FUNCTIONS } from './functions.ts';

export const GAME_LIBRARY: Library = {
  functions: [...STANDARD_LIBRARY.functions, ...FUNCTIONS],
  commands: COMMANDS,
  unknownFunctions: 'report',
};
