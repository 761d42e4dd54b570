// Looks ahead by cloning: every 0.4 seconds each idea is played out by two policies (sense without delay or tremble; the
// same without mending), with the world's dice thrown anew, and the best begins. Without the second policy it would spend
// its energy on every break; without the sensible act among its ideas it would miss the obvious.

import { nextRandom, seedRandom } from '../math/random.ts';
import { act, refusal } from '../network/acts.ts';
import { AUTHENTICITY, ENERGY, HELD_FOR, OUTCOME, RANDOM, TICK } from '../network/layout.ts';
import { coherence } from '../network/measure.ts';
import { copyNetwork, type Network } from '../network/network.ts';
import { stepNetwork } from '../network/step.ts';
import { unheard } from '../network/vocabulary.ts';
import type { Bot, Use } from './bot.ts';
import { copyMemory, newMemory, remember, WAIT, type Memory } from './habits/habit.ts';
import { firstUrge } from './habits/table.ts';
import { ideas } from './ideas.ts';
import { groupStands } from './senses.ts';

const THINKS_EVERY = 48;
const LOOKS_AHEAD = 720;
const POLICY_ACTS_EVERY = 24;

/** What it costs to have spent all the authenticity that the goal lets go; with its square, so that the first tunes are cheap. */
const PRICE_OF_FORCE = 12;

const steady = (): number => 0;

export function planner(seed: number): Bot {
  const dice = new Int32Array(4);
  seedRandom(dice, 0, seed ^ 0x71a7);
  let memory: Memory | null = null;
  /** What the best way of doing nothing now does soon. Without it, waiting always looks as good as acting. */
  let later: Line['next'] = null;
  return {
    act(net) {
      memory ??= newMemory(net);
      const now = net.s[TICK];
      let chosen: Use | null = null;
      if (now % THINKS_EVERY === 0) {
        const best = choose(net, memory, nextRandom(dice, 0));
        chosen = best.first;
        later = chosen === null && best.next !== null ? { use: best.next.use, at: best.next.at + now } : null;
      } else if (later !== null && now >= later.at) {
        chosen = later.use;
        later = null;
      }
      if (chosen === null || refusal(net, chosen.tool, chosen) !== null) return null;
      remember(net, memory, chosen);
      return chosen;
    },
  };
}

/** A way to go on: what it begins with, what it does next by itself, and how well it goes. */
interface Line {
  readonly first: Use | null;
  readonly next: { readonly use: Use; readonly at: number } | null;
  readonly worth: number;
}

function choose(net: Network, memory: Memory, thrown: number): Line {
  const candidates: (Use | null)[] = [null, ...ideas(net)];
  const sense = firstUrge(net, { memory, tremble: steady, mends: true });
  if (sense !== null && sense !== WAIT && !candidates.some((one) => one !== null && same(one, sense))) {
    candidates.push(sense);
  }
  let best: Line = { first: null, next: null, worth: Number.NEGATIVE_INFINITY };
  for (const candidate of candidates) {
    for (const mends of [true, false]) {
      const line = playOut(net, memory, candidate, thrown, mends);
      if (line.worth > best.worth) best = line;
    }
  }
  return best;
}

function same(x: Use, y: Use): boolean {
  return x.tool === y.tool && x.a === y.a && x.b === y.b;
}

/** How well it goes: a win is worth more the sooner; short of one, how far together and how long held. */
function playOut(net: Network, memory: Memory, first: Use | null, thrown: number, mends: boolean): Line {
  let next: Line['next'] = null;
  const copy = copyNetwork(net);
  const mood = { memory: copyMemory(memory), tremble: steady, mends };
  seedRandom(copy.s, RANDOM, thrown);
  if (first !== null) {
    act(copy, first.tool, first, unheard);
    remember(copy, mood.memory, first);
  }
  let together = 0;
  for (let t = 1; t <= LOOKS_AHEAD; t++) {
    stepNetwork(copy, unheard);
    if (copy.s[OUTCOME] !== 0) {
      return { first, next, worth: copy.s[OUTCOME] === 1 ? 100 - t / 60 : -100 };
    }
    if (t > LOOKS_AHEAD - 120) together += standing(copy);
    if (t % POLICY_ACTS_EVERY !== 0) continue;
    const urge = firstUrge(copy, mood);
    if (urge === null || urge === WAIT) continue;
    if (act(copy, urge.tool, urge, unheard) !== null) continue;
    remember(copy, mood.memory, urge);
    next ??= { use: urge, at: t };
  }
  const { rules, s } = copy;
  const spent = (32768 - s[AUTHENTICITY]) / (32768 - rules.authenticity);
  const worth =
    (together / 120) * 10 +
    (s[HELD_FOR] / rules.hold) * 20 +
    s[ENERGY] / rules.energyMost +
    wholeness(copy) * 3 -
    spent * spent * PRICE_OF_FORCE;
  return { first, next, worth };
}

function standing(net: Network): number {
  if (net.rules.level.goal.kind !== 'groups') return coherence(net);
  const { groups } = net.rules.layout;
  let sum = 0;
  for (let g = 0; g < groups; g++) sum += groupStands(net, g).squared;
  return sum / groups;
}

/** Trust over the bonds that carry, against what it could be: what lasts past the horizon. */
function wholeness(net: Network): number {
  const { s } = net;
  const { bonds, pull, trust } = net.rules.layout;
  let sum = 0;
  for (let e = 0; e < bonds; e++) if (s[pull + e] === 1) sum += s[trust + e] / 0x4000_0000;
  return sum / bonds;
}
