// Every command of the game that a script may give: its words, what it is for, and what it does. One table: the compiler's
// check, the editor's file, the writers' reference page and the run itself all read this one. A new command is a row.

import type { CommandParameter, CommandSignature } from '../yarn/library.ts';
import { wordsOf } from '../yarn/words.ts';
import { CAST_IDS, CITIES, FACES, PLACES_ON_STAGE } from './cast.ts';
import { pairOf, type Game, type Result } from './game.ts';
import { ENDINGS, MUSIC_IDS, SOUND_IDS, type Ending } from './cues.ts';
import { PLACE_IDS } from './places.ts';
import { SYSTEM_IDS } from './systems.ts';
import { SUBJECT_IDS } from './tuning.ts';

/** What the scene has to wait for. */
export type Pause =
  | { readonly kind: 'wait'; readonly ticks: number }
  | { readonly kind: 'network'; readonly level: string };

export interface Done {
  readonly game: Game;
  readonly pause?: Pause;
}

export interface CommandRow extends CommandSignature {
  readonly example: string;
  readonly effect: (game: Game, words: readonly string[]) => Done;
}

/** Half a minute: longer is not a pause, it is a mistake. */
const LONGEST_WAIT = 3600;

function word(name: string, doc: string): CommandParameter {
  return { name, kind: 'string', doc };
}
function oneOf(name: string, list: readonly string[], doc: string): CommandParameter {
  return { name, kind: 'oneOf', oneOf: list, doc };
}
function optional(one: CommandParameter): CommandParameter {
  return { ...one, optional: true };
}
const WHO = oneOf('who', CAST_IDS, 'an id of the cast');

export const COMMANDS: readonly CommandRow[] = [
  {
    name: 'stage',
    parameters: [oneOf('place', PLACE_IDS, 'the place’s id')],
    doc: 'Moves the scene to a place.',
    example: '<<stage record_room>>',
    effect: (game, [place]) => ({ game: { ...game, stage: place } }),
  },
  {
    name: 'music',
    parameters: [oneOf('cue', MUSIC_IDS, 'the cue’s id, or none')],
    doc: 'Changes the music, or ends it.',
    example: '<<music coves_morning>>',
    effect: (game, [cue]) => ({ game: { ...game, music: cue === 'none' ? '' : cue } }),
  },
  {
    name: 'sound',
    parameters: [oneOf('cue', SOUND_IDS, 'the cue’s id')],
    doc: 'Lets a sound be heard once.',
    example: '<<sound stamp>>',
    effect: (game, [cue]) => ({ game: { ...game, sound: [cue, game.sound[1] + 1] } }),
  },
  {
    name: 'enter',
    parameters: [WHO, optional(oneOf('place', PLACES_ON_STAGE, 'where they stand; centre unless said'))],
    doc: 'Somebody comes on stage, or moves.',
    example: '<<enter jin left>>',
    effect: (game, [who, at = 'centre']) => ({
      game: { ...game, cast: { ...game.cast, [who]: { at, face: game.cast[who]?.face ?? 'calm' } } },
    }),
  },
  {
    name: 'leave',
    parameters: [WHO],
    doc: 'Somebody leaves the stage.',
    example: '<<leave jin>>',
    effect: (game, [who]) => {
      const { [who]: _gone, ...cast } = game.cast;
      return { game: { ...game, cast } };
    },
  },
  {
    name: 'face',
    parameters: [WHO, oneOf('expression', FACES, 'how they look')],
    doc: 'Changes how somebody looks; brings them on stage if they are not there.',
    example: '<<face jin wry>>',
    effect: (game, [who, face]) => ({
      game: { ...game, cast: { ...game.cast, [who]: { at: game.cast[who]?.at ?? 'centre', face } } },
    }),
  },
  {
    name: 'wait',
    parameters: [{ name: 'ticks', kind: 'number', doc: `120 to the second, ${LONGEST_WAIT} at most` }],
    doc: 'Holds the scene for a while.',
    example: '<<wait 60>>',
    effect(game, [ticks]) {
      const asked = Math.floor(Number(ticks));
      const some = asked >= 1 ? Math.min(asked, LONGEST_WAIT) : 1;
      return { game, pause: { kind: 'wait', ticks: some } };
    },
  },
  {
    name: 'codex',
    parameters: [oneOf('system', SYSTEM_IDS, 'the system’s id')],
    doc: 'Opens the codex entry of a system, if it is not open yet.',
    example: '<<codex neo.record>>',
    effect: (game, [id]) => ({ game: game.codex.includes(id) ? game : { ...game, codex: [...game.codex, id] } }),
  },
  {
    name: 'relation',
    parameters: [
      oneOf('a', CAST_IDS, 'one of the two'),
      oneOf('b', CAST_IDS, 'the other'),
      { name: 'change', kind: 'number', doc: 'how much closer they are now; less than 0 is further apart' },
    ],
    doc: 'Brings two people closer, or further apart.',
    example: '<<relation jin you 1>>',
    effect(game, [a, b, change]) {
      const key = pairOf(a, b);
      const now = (game.relations[key] ?? 0) + Math.trunc(Number(change));
      return { game: { ...game, relations: { ...game.relations, [key]: Number.isFinite(now) ? now : 0 } } };
    },
  },
  {
    name: 'flag',
    parameters: [
      oneOf('city', CITIES, 'whose flag'),
      word('name', 'the flag’s name'),
      { name: 'value', kind: 'bool', optional: true, doc: 'true unless said' },
    ],
    doc: 'Raises a flag that other scenes and cities can see, or takes it down.',
    example: '<<flag sphere signed_in true>>',
    effect: (game, [city, name, value]) => ({
      game: { ...game, flags: { ...game.flags, [`${city}.${name}`]: value?.toLowerCase() !== 'false' } },
    }),
  },
  {
    name: 'ending',
    parameters: [oneOf('city', CITIES, 'whose ending'), oneOf('ending', ENDINGS, 'which')],
    doc: 'Says how a city has ended. Said once, at the end of its last scene; the Sphere shows it from then on.',
    example: '<<ending coves concord>>',
    effect: (game, [city, ending]) => ({
      game: { ...game, endings: { ...game.endings, [city]: ending as Ending } },
    }),
  },
  {
    name: 'tune',
    parameters: [
      oneOf('subject', SUBJECT_IDS, 'what is changed'),
      word('a', 'what of it, or the value'),
      optional(word('b', 'how')),
      optional(word('c', 'how much')),
      optional(word('d', 'and what more')),
    ],
    doc: 'Changes the network that the next <<network>> opens. Several add up.',
    example: '<<tune door garden open>>',
    effect: (game, words) => ({ game: { ...game, tunings: [...game.tunings, [...words]] } }),
  },
  {
    name: 'network',
    parameters: [word('level', 'the level’s id, as in levels/')],
    doc: 'Plays a network, tuned by what stood before. The script goes on when it is over, however it ended.',
    example: '<<network prologue/01>>',
    effect: (game, [level]) => ({ game, pause: { kind: 'network', level } }),
  },
  {
    name: 'result',
    parameters: [
      word('level', 'the level’s id'),
      oneOf('outcome', ['won', 'outOfTime', 'skipped'], 'how it is to have ended'),
      optional({ name: 'coherence', kind: 'number', doc: 'percent; 100 for a win unless said, otherwise 0' }),
      optional({ name: 'authenticity', kind: 'number', doc: 'percent; 100 unless said' }),
    ],
    doc: 'Sets how a network ended that is not played, for whoever asks later: what others did off stage, or long ago.',
    example: '<<result prologue/01 won 94 71>>',
    effect(game, [level, outcome, coherence = outcome === 'won' ? '100' : '0', authenticity = '100']) {
      const result: Result = {
        ...UNPLAYED,
        outcome: outcome as Result['outcome'],
        coherence: percent(coherence),
        authenticity: percent(authenticity),
      };
      return { game: { ...game, results: { ...game.results, [level]: result } } };
    },
  },
];

const UNPLAYED: Omit<Result, 'outcome' | 'coherence' | 'authenticity'> = {
  ticks: 0,
  attempts: 0,
  kept: 0,
  lost: 0,
  cut: [],
  used: {},
};

function percent(text: string): number {
  const asked = Math.round(Number(text));
  return asked >= 0 && asked <= 100 ? asked : 0;
}

const BY_NAME: ReadonlyMap<string, CommandRow> = new Map(COMMANDS.map((row) => [row.name, row]));

/** What a command comes to. One that nobody knows, or that lacks a word, does nothing: the check of the script has said so. */
export function obey(game: Game, text: string): Done {
  const [name = '', ...words] = wordsOf(text);
  const row = BY_NAME.get(name);
  if (row === undefined) return { game };
  const needed = row.parameters.filter((one) => one.optional !== true).length;
  return words.length < needed ? { game } : row.effect(game, words);
}
