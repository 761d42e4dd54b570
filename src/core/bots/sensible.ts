// A fair stand-in for a first-time player who was taught the level's verb: looks a moment, then at most one act per 0.9
// seconds, with a hand that trembles. Sees what is drawn; knows nothing of hidden bonds or of the future.

import { seedRandom, within } from '../math/random.ts';
import { ticks } from '../math/turn.ts';
import { TICK } from '../network/layout.ts';
import type { Bot } from './bot.ts';
import { newMemory, remember, WAIT, type Memory } from './habits/habit.ts';
import { firstUrge } from './habits/table.ts';

const LOOKS_FIRST = ticks(1.5);
const BETWEEN_ACTS = ticks(0.9);
/** How often it looks again while it waits for something. */
const LOOKS_AGAIN = 6;
const TREMBLE = 12;

export function sensible(seed: number): Bot {
  const dice = new Int32Array(4);
  seedRandom(dice, 0, seed ^ 0x5e_5e);
  let memory: Memory | null = null;
  let next = LOOKS_FIRST;
  return {
    act(net) {
      const now = net.s[TICK];
      if (now < next) return null;
      memory ??= newMemory(net);
      const urge = firstUrge(net, { memory, tremble: () => within(dice, 0, TREMBLE), mends: true });
      if (urge === null || urge === WAIT) {
        next = now + LOOKS_AGAIN;
        return null;
      }
      next = now + BETWEEN_ACTS;
      remember(net, memory, urge);
      return urge;
    },
  };
}
