// How a conversation can go on from a moment, and walks through it by dice that a seed decides.

import type { Result } from '../../core/run/game.ts';
import { below, seedRandom } from '../../core/math/random.ts';
import type { View } from '../../core/story/story.ts';
import type { Program } from '../../core/yarn/program.ts';
import type { Beginning, Moment, Telling } from './telling.ts';

export type Way =
  | { readonly kind: 'on' }
  | { readonly kind: 'option'; readonly option: number }
  | { readonly kind: 'network'; readonly name: string; readonly result: Result };

export const ON: Way = { kind: 'on' };

export const ENDINGS = ['won', 'flat', 'hard', 'lost', 'skipped'] as const;
export type Ending = (typeof ENDINGS)[number];

/**
 * How a network can end that a scene may want to speak of. `won`: at once. `flat`: won, and nobody is themselves any more.
 * `hard`: won at the third try, with every tool used and every bond cut that the script asks about.
 */
export function endingsOf(program: Program): Endings {
  let endings = known.get(program);
  if (endings === undefined) known.set(program, (endings = findEndings(program)));
  return endings;
}

type Endings = Readonly<Record<Ending, Result>>;
const known = new WeakMap<Program, Endings>();

function findEndings(program: Program): Endings {
  const script = JSON.stringify(program.blocks);
  const asked = (name: string): string[][] =>
    [...script.matchAll(new RegExp(String.raw`\["call","${name}"((?:,"(?:[^"\\]|\\.)*")+)\]`, 'g'))].map(
      ([, args]) => JSON.parse(`[${args.slice(1)}]`) as string[],
    );
  const cut = asked('was_cut').map(([, a, b]) => [a, b] as const);
  const used = Object.fromEntries(asked('used').map(([, tool]) => [tool, 2]));
  return {
    won: { ...ending('won', 95, 97), ticks: 2400 },
    flat: { ...ending('won', 98, 45), used },
    hard: { ...ending('won', 91, 95), attempts: 3, lost: Math.max(1, cut.length), cut, used },
    lost: { ...ending('outOfTime', 40, 80), attempts: 2, used },
    skipped: { ...ending('skipped', 35, 75), attempts: 4 },
  };
}

function ending(outcome: Result['outcome'], coherence: number, authenticity: number): Result {
  return { outcome, coherence, authenticity, ticks: 7200, attempts: 1, kept: 8, lost: 0, cut: [], used: {} };
}

export function waysFrom(telling: Telling, moment: Moment, view: View = telling.view(moment)): readonly Way[] {
  switch (view.kind) {
    case 'end':
      return [];
    case 'options': {
      const open = view.options.flatMap((one, option): Way[] => (one.open ? [{ kind: 'option', option }] : []));
      return open.length === 0 ? [ON] : open;
    }
    case 'line':
      return [ON];
    case 'command':
      if (telling.asks(moment)?.kind !== 'network') return [ON];
      return Object.entries(endingsOf(telling.program)).map(([name, result]) => ({ kind: 'network', name, result }));
  }
}

export function take(telling: Telling, moment: Moment, way: Way): Moment {
  if (way.kind === 'network') return telling.advanceWith(moment, way.result);
  return telling.advance(moment, way.kind === 'option' ? way.option : undefined);
}

export interface Stop {
  readonly moment: Moment;
  readonly view: View;
  /** How it goes on from here; null at the end, and where the walk was long enough. */
  readonly way: Way | null;
}

export interface WalkOptions extends Omit<Beginning, 'seed'> {
  /** Decides the story's dice and the walker's, each its own. */
  readonly seed: number;
  /** How many things are shown at most. */
  readonly most?: number;
  /** Ways that are not taken though they are open. */
  readonly isWorthIt?: (moment: Moment, way: Way) => boolean;
  /** Instead of `take`, for whoever looks on. */
  readonly go?: (moment: Moment, view: View, way: Way) => Moment;
}

/** Each thing that is shown on a walk which the seed decides; at every choice all open ways are as likely. */
export function* walk(telling: Telling, node: string, options: WalkOptions): Generator<Stop> {
  const { most = 2000, isWorthIt = () => true, go = (at, _, way) => take(telling, at, way), ...beginning } = options;
  const dice = new Int32Array(4);
  seedRandom(dice, 0, beginning.seed ^ 0x5eed);
  let moment = telling.begin(node, beginning);
  for (let shown = 1; ; shown++) {
    const at = moment;
    const view = telling.view(at);
    const ways = shown === most ? [] : waysFrom(telling, at, view).filter((one) => isWorthIt(at, one));
    const way = ways.length === 0 ? null : ways[below(dice, 0, ways.length)];
    yield { moment, view, way };
    if (way === null) return;
    moment = go(at, view, way);
  }
}
