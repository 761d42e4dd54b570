// How a conversation can go on from a moment, and walks through it by dice that a seed decides.

import type { Result } from '../../core/run/game.ts';
import { below, seedRandom } from '../../core/math/random.ts';
import type { View } from '../../core/story/story.ts';
import type { Beginning, Moment, Telling } from './telling.ts';

export type Way =
  | { readonly kind: 'on' }
  | { readonly kind: 'option'; readonly option: number }
  | { readonly kind: 'network'; readonly name: string; readonly result: Result };

export const ON: Way = { kind: 'on' };

/** How a network can end that a scene may want to speak of. `flat`: together, and not themselves any more. */
export const ENDINGS = {
  won: ending('won', 90, 85),
  flat: ending('won', 96, 45),
  lost: ending('outOfTime', 40, 80),
  skipped: ending('skipped', 35, 75),
} as const satisfies Readonly<Record<string, Result>>;

export function ending(outcome: Result['outcome'], coherence: number, authenticity: number): Result {
  return { outcome, coherence, authenticity, ticks: 7200, attempts: 1, kept: 0, lost: 0, cut: [], used: {} };
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
      return Object.entries(ENDINGS).map(([name, result]) => ({ kind: 'network', name, result }));
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
}

/** Each thing that is shown on a walk which the seed decides; at every choice all open ways are as likely. */
export function* walk(telling: Telling, node: string, { most = 2000, ...beginning }: WalkOptions): Generator<Stop> {
  const dice = new Int32Array(4);
  seedRandom(dice, 0, beginning.seed ^ 0x5eed);
  let moment = telling.begin(node, beginning);
  for (let shown = 1; ; shown++) {
    const view = telling.view(moment);
    const ways = shown === most ? [] : waysFrom(telling, moment, view);
    const way = ways.length === 0 ? null : ways[below(dice, 0, ways.length)];
    yield { moment, view, way };
    if (way === null) return;
    moment = take(telling, moment, way);
  }
}
