// Plays a whole plan: reads, answers by dice, plays networks as one of the bots does, and goes on whatever came of them.

import { below, seedRandom } from '../math/random.ts';
import { TICK } from '../network/layout.ts';
import { run, type Action } from '../run/actions.ts';
import type { Content } from '../run/content.ts';
import { isShut, refusal, TEXT_TICKS } from '../run/refuse.ts';
import { networkOf, stepOf, type World } from '../run/world.ts';
import type { Bot } from './bot.ts';
import { BOTS, type BotId } from './table.ts';

/** So long a lesson is tried. */
const LESSON_TICKS = 60 * 120;

export interface Reader {
  /** What it does in this tick, or null. */
  readonly act: (content: Content, world: World) => Action | null;
}

/** Nothing is left to read: the run is over, or back in the Sphere with every city told. */
export function isRead(content: Content, world: World): boolean {
  if (world.mode === 'over') return true;
  const here = stepOf(content, world);
  return world.mode === 'hub' && here?.kind === 'hub' && waysLeft(content, world, here.ways.length).length === 0;
}

function waysLeft(content: Content, world: World, ways: number): number[] {
  return Array.from({ length: ways }, (_, k) => k).filter((k) => refusal(content, world, run('visit', k)) === null);
}

/** It reads as fast as the core lets anybody. */
export function reader(seed: number, plays: BotId): Reader {
  const dice = new Int32Array(4);
  seedRandom(dice, 0, seed);
  let bot: Bot | null = null;
  let playing: Int32Array | null = null;
  return {
    act(content, world) {
      switch (world.mode) {
        case 'scene':
          if (world.waiting > 0 || world.tick - world.shownAt < TEXT_TICKS) return null;
          return answer(content, world);
        case 'hub': {
          const here = stepOf(content, world);
          if (here?.kind !== 'hub') return null;
          const left = waysLeft(content, world, here.ways.length);
          return left.length === 0 ? null : run('visit', left[below(dice, 0, left.length)]);
        }
        case 'round': {
          const here = stepOf(content, world);
          if (here?.kind !== 'round') return null;
          const left = here.visits.map((_, k) => k).filter((k) => !world.visits.includes(k));
          return run('visit', left[below(dice, 0, left.length)]);
        }
        case 'network': {
          const net = networkOf(content, world);
          if (net === null) return null;
          if (playing !== world.network) {
            playing = world.network;
            bot = BOTS[plays](net.rules, seed);
          }
          const use = bot?.act(net) ?? null;
          if (use !== null) return { act: 'tool', ...use };
          // who would sit in a lesson for ever leaves it
          const leaves = net.s[TICK] >= LESSON_TICKS && refusal(content, world, run('skip')) === null;
          return leaves ? run('skip') : null;
        }
        case 'result':
          return run('proceed');
        case 'over':
          return null;
      }
    },
  };

  function answer(content: Content, world: World): Action {
    const view = content.story.view(world.story, world.game);
    if (view.kind !== 'options' || isShut(view)) return run('advance');
    const open = view.options.map((_, k) => k).filter((k) => view.options[k].open);
    return run('choose', open[below(dice, 0, open.length)]);
  }
}
