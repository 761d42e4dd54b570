// A compiled project that can be played from any moment: a moment is plain data, the story's snapshot and the game's state.

import { obey, type Pause } from '../../core/run/commands.ts';
import { STORY_FUNCTIONS } from '../../core/run/functions.ts';
import { NEW_GAME, type Game, type Result } from '../../core/run/game.ts';
import { isGameLibrary } from '../../core/run/library.ts';
import { withVariables } from '../../core/story/variables.ts';
import { createHost, type Functions, type Host } from '../../core/story/host.ts';
import { createSequencer } from '../../core/story/sequencer.ts';
import type { Snapshot, StoryFunction, View } from '../../core/story/story.ts';
import type { Compiled } from '../../core/yarn/compile.ts';
import { RUNTIME_FUNCTIONS, STANDARD_FUNCTIONS, type Library } from '../../core/yarn/library.ts';
import type { BlockId, Program, Value } from '../../core/yarn/program.ts';

export interface Moment {
  readonly story: Snapshot;
  readonly game: Game;
}

export interface Beginning {
  readonly seed: number;
  /** What is remembered; nothing unless given. */
  readonly after?: Moment;
  readonly variables?: Readonly<Record<string, Value>>;
}

export interface Telling {
  readonly program: Program;
  /** Does the script give the game's own commands? */
  readonly isGame: boolean;
  readonly begin: (node: string, beginning: Beginning) => Moment;
  readonly view: (moment: Moment) => View;
  /** Past a line or a command (obeyed, where it is the game's) or by an open option. */
  readonly advance: (moment: Moment, option?: number) => Moment;
  /** Past a command that opens a network, which ended so. */
  readonly advanceWith: (moment: Moment, result: Result) => Moment;
  /** What the shown command asks the run to do besides. */
  readonly asks: (moment: Moment) => Pause | null;
  readonly valueOf: (moment: Moment, variable: string) => Value;
  readonly set: (moment: Moment, variables: Readonly<Record<string, Value>>) => Moment;
}

export interface TellingOptions {
  /** Told of every block that is come to, silent ones too. */
  readonly trace?: (block: BlockId) => void;
  /** Answers for functions that neither the language nor the game has; `type` is what they are taken for. */
  readonly answer?: (name: string, args: readonly Value[], type: string) => Value;
}

export function tellingOf(
  program: Program,
  library: Library,
  inferred: Compiled['inferredFunctions'],
  { trace, answer = answerPlainly }: TellingOptions = {},
): Telling {
  const isGame = isGameLibrary(library);
  const inner = createHost(program, functionsOf(library, inferred, answer));
  const host: Host = trace === undefined ? inner : { ...inner, reach: (id) => (trace(id), inner.reach(id)) };
  const sequencer = createSequencer(host);
  const empty = sequencer.snapshot();
  /** What the sequencer stands at; then nothing needs to be restored. */
  let here: Snapshot | null = empty;

  function stand({ story, game }: Moment): void {
    inner.context = game;
    if (here === story) return;
    here = null;
    sequencer.restore(story);
    here = story;
  }
  function moved(game: Game, move: () => void): Moment {
    inner.context = game;
    // left so by a script that fails on the way
    here = null;
    move();
    here = sequencer.snapshot();
    return { story: here, game };
  }
  function commandAt(moment: Moment): string | null {
    const view = telling.view(moment);
    return view.kind === 'command' ? view.text : null;
  }

  const telling: Telling = {
    program,
    isGame,
    begin(node, { seed, after, variables = {} }) {
      const game = after?.game ?? NEW_GAME;
      return moved(game, () => {
        inner.recall(after?.story ?? empty);
        inner.seed(seed);
        for (const [name, value] of Object.entries(variables)) inner.set(name, value);
        sequencer.start(node);
      });
    },
    view(moment) {
      stand(moment);
      return sequencer.view();
    },
    advance(moment, option) {
      const command = isGame ? commandAt(moment) : null;
      stand(moment);
      const game = command === null ? moment.game : obey(moment.game, command).game;
      return moved(game, () => sequencer.advance(option));
    },
    advanceWith(moment, result) {
      const then = telling.asks(moment);
      const game = obey(moment.game, commandAt(moment) ?? '').game;
      const level = then?.kind === 'network' ? then.level : '';
      stand(moment);
      const after = { ...game, tunings: [], results: { ...game.results, [level]: result } };
      return moved(after, () => sequencer.advance());
    },
    asks(moment) {
      const command = isGame ? commandAt(moment) : null;
      return command === null ? null : (obey(moment.game, command).pause ?? null);
    },
    valueOf(moment, name) {
      stand(moment);
      return inner.evaluate(['$', name]);
    },
    set: ({ story, game }, variables) => ({
      story: withVariables(story, variables),
      game,
    }),
  };
  return telling;
}

function functionsOf(
  library: Library,
  inferred: Compiled['inferredFunctions'],
  answer: NonNullable<TellingOptions['answer']>,
): Functions {
  const foreign = new Map<string, StoryFunction>();
  const own = new Set([...STANDARD_FUNCTIONS, ...RUNTIME_FUNCTIONS].map(({ name }) => name));
  const add = (name: string, type: string): void => {
    if (!own.has(name)) foreign.set(name, (args) => answer(name, args, type));
  };
  if (isGameLibrary(library)) return STORY_FUNCTIONS;
  for (const { name, returns } of library.functions) add(name, returns);
  for (const [name, type] of inferred) add(name, type);
  return Object.fromEntries(foreign);
}

export function answerPlainly(_name: string, _args: readonly Value[], type: string): Value {
  if (type.endsWith('Bool')) return false;
  return type.endsWith('Number') ? 0 : '';
}
