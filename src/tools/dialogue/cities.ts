// Cities are not played from one node: an opening, some visits in any order, a network that ends in some way, an after-scene,
// and so on to the city's end. A walk through one goes as a player would, by dice.

import type { CityFile } from '../../core/run/cities.ts';
import type { Result } from '../../core/run/game.ts';
import { below, seedRandom } from '../../core/math/random.ts';
import { walkAndNote, type Found } from './search.ts';
import type { Moment, Telling } from './telling.ts';
import { endingsOf } from './ways.ts';

/** What a scene may ask about a result, besides how it ended: on both sides of every line that scripts draw. */
const AUTHENTICITY = [45, 68, 77, 81, 84, 90, 97];
const TICKS = [1800, 4800, 9600, 16_800];

/** Through the whole city by dice; what is met is noted. */
export function walkCity(telling: Telling, { acts, returns }: CityFile, seed: number, found: Found): void {
  const dice = new Int32Array(4);
  seedRandom(dice, 0, seed ^ 0xc17);
  let after: Moment | null = null;
  let nth = 0;
  const tell = (node: string): boolean => {
    const start: Parameters<typeof walkAndNote>[1] = {
      node,
      seed: seed * 97 + nth++,
      ...(after === null ? {} : { after }),
    };
    after = walkAndNote(telling, start, found);
    return after !== null;
  };
  for (const act of acts) {
    const visits = [...act.visits];
    const made = Array.from({ length: act.needs }, () => visits.splice(below(dice, 0, visits.length), 1)[0]);
    for (const scene of [act.opens, ...made]) if (!tell(scene)) return;
    after = decided(after, act.level, resultBy(telling, dice));
    if (!tell(act.after)) return;
  }
  if (returns !== undefined) tell(returns);
}

function decided(moment: Moment | null, level: string, result: Result): Moment | null {
  if (moment === null) return null;
  const { story, game } = moment;
  return { story, game: { ...game, tunings: [], results: { ...game.results, [level]: result } } };
}

function resultBy(telling: Telling, dice: Int32Array): Result {
  const known = endingsOf(telling.program);
  const all = Object.values(known);
  const how = all[below(dice, 0, all.length)];
  const pick = <T>(from: readonly T[]): T => from[below(dice, 0, from.length)];
  return {
    ...how,
    authenticity: pick(AUTHENTICITY),
    ticks: pick(TICKS),
    attempts: 1 + below(dice, 0, 4),
    cut: known.hard.cut.filter(() => below(dice, 0, 3) === 0),
  };
}
