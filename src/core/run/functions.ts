// Every function of the game that a script may call, beside the language's own. Each reads the Game and changes nothing.

import type { StoryFunction } from '../story/story.ts';
import type { BasicType, FunctionSignature } from '../yarn/library.ts';
import type { Value } from '../yarn/program.ts';
import { TOOL_IDS } from '../network/tools/table.ts';
import { CAST_IDS, CITIES } from './cast.ts';
import { pairOf, type Game, type Result } from './game.ts';
import { ENDINGS } from './cues.ts';
import { SYSTEM_IDS } from './systems.ts';

export interface FunctionRow extends FunctionSignature {
  readonly doc: string;
  readonly parameterNames: readonly string[];
  readonly parameters: readonly BasicType[];
  readonly returns: BasicType;
  readonly example: string;
  readonly answer: (game: Game, args: readonly Value[]) => Value;
}

const EXAMPLES: Readonly<Record<string, string>> = { person: 'Ode', tool: 'mend' };

/** Of how a network ended; `otherwise` when it was never played. */
function ofResult(
  name: string,
  returns: BasicType,
  doc: string,
  otherwise: Value,
  read: (result: Result, args: readonly Value[]) => Value,
  more: readonly string[] = [],
): FunctionRow {
  const parameterNames = ['level', ...more];
  return {
    name,
    parameters: parameterNames.map(() => 'String'),
    parameterNames,
    returns,
    doc,
    oneOf: parameterNames.map((one) => (one === 'tool' ? TOOL_IDS : null)),
    example: `{${name}("prologue/01"${more.map((one) => `, "${EXAMPLES[one]}"`).join('')})}`,
    answer(game, args) {
      const level = String(args[0]);
      return Object.hasOwn(game.results, level) ? read(game.results[level], args) : otherwise;
    },
  };
}

export const FUNCTIONS: readonly FunctionRow[] = [
  ofResult('won', 'Bool', 'Was the network won?', false, (one) => one.outcome === 'won'),
  ofResult('skipped', 'Bool', 'Was the network left undone?', false, (one) => one.outcome === 'skipped'),
  ofResult('coherence', 'Number', 'How much together they were at the end, in percent.', 0, (one) => one.coherence),
  ofResult(
    'authenticity',
    'Number',
    'How much they were still themselves at the end, in percent.',
    0,
    (one) => one.authenticity,
  ),
  ofResult('seconds', 'Number', 'How long the network took, in whole seconds.', 0, (one) =>
    Math.floor(one.ticks / 120),
  ),
  ofResult('attempts', 'Number', 'At which try it ended.', 0, (one) => one.attempts),
  ofResult('bonds_kept', 'Number', 'How many bonds were whole at the end.', 0, (one) => one.kept),
  ofResult('bonds_lost', 'Number', 'How many bonds were cut at the end.', 0, (one) => one.lost),
  ofResult(
    'was_cut',
    'Bool',
    'Was the bond between these two cut at the end?',
    false,
    (one, [, a, b]) => one.cut.some(([x, y]) => (x === a && y === b) || (x === b && y === a)),
    ['person', 'person'],
  ),
  ofResult(
    'used',
    'Number',
    'How often a tool was used in the last try.',
    0,
    (one, [, tool]) => (Object.hasOwn(one.used, String(tool)) ? one.used[String(tool)] : 0),
    ['tool'],
  ),
  {
    name: 'relation',
    parameters: ['String', 'String'],
    parameterNames: ['a', 'b'],
    oneOf: [CAST_IDS, CAST_IDS],
    returns: 'Number',
    doc: 'How close two people of the cast are; 0 to begin with.',
    example: '<<if relation("jin", "you") > 0>>',
    answer: (game, [a, b]) => game.relations[pairOf(String(a), String(b))] ?? 0,
  },
  {
    name: 'flag',
    parameters: ['String', 'String'],
    parameterNames: ['city', 'name'],
    oneOf: [CITIES, null],
    returns: 'Bool',
    doc: 'Is the flag raised?',
    example: '<<if flag("sphere", "signed_in")>>',
    answer: (game, [city, name]) => game.flags[`${city}.${name}`] ?? false,
  },
  {
    name: 'ended',
    parameters: ['String', 'String'],
    parameterNames: ['city', 'ending'],
    oneOf: [CITIES, ENDINGS],
    returns: 'Bool',
    doc: 'Did this city end like this?',
    example: '<<if ended("coves", "concord")>>',
    answer: (game, [city, ending]) => game.endings[String(city)] === ending,
  },
  {
    name: 'codex_open',
    parameters: ['String'],
    parameterNames: ['system'],
    oneOf: [SYSTEM_IDS],
    returns: 'Bool',
    doc: 'Has this system’s codex entry been opened?',
    example: '<<if codex_open("neo.record")>>',
    answer: (game, [id]) => game.codex.includes(String(id)),
  },
  {
    name: 'on_stage',
    parameters: ['String'],
    parameterNames: ['who'],
    oneOf: [CAST_IDS],
    returns: 'Bool',
    doc: 'Does this person stand on stage?',
    example: '<<if on_stage("jin")>>',
    answer: (game, [who]) => Object.hasOwn(game.cast, String(who)),
  },
];

/** As the story calls them: the context is the Game. */
export const STORY_FUNCTIONS: Readonly<Record<string, StoryFunction>> = Object.fromEntries(
  FUNCTIONS.map((row): [string, StoryFunction] => [row.name, (args, context) => row.answer(context as Game, args)]),
);
