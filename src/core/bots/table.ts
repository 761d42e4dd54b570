// Every bot there is, and how one plays a network to its end.

import { act } from '../network/acts.ts';
import { buildNetwork } from '../network/build.ts';
import { TICK } from '../network/layout.ts';
import { isOver, outcome } from '../network/network.ts';
import type { Rules } from '../network/rules.ts';
import { stepNetwork } from '../network/step.ts';
import { unheard, type Outcome } from '../network/vocabulary.ts';
import type { Bot } from './bot.ts';
import { planner } from './planner.ts';
import { sensible } from './sensible.ts';
import { greedy, idle, random } from './simple.ts';

export const BOTS = {
  idle: () => idle(),
  random: (_rules, seed) => random(seed),
  greedy: () => greedy(),
  sensible: (_rules, seed) => sensible(seed),
  planner: (_rules, seed) => planner(seed),
} as const satisfies Record<string, (rules: Rules, seed: number) => Bot>;

export type BotId = keyof typeof BOTS;
export const BOT_IDS = Object.keys(BOTS) as readonly BotId[];

export function isBot(id: string): id is BotId {
  return Object.hasOwn(BOTS, id);
}

export interface Played {
  readonly outcome: Outcome;
  readonly ticks: number;
  readonly acts: number;
}

export function playNetwork(rules: Rules, id: BotId, seed: number): Played {
  const net = buildNetwork(rules, seed);
  const bot = BOTS[id](rules, seed);
  let acts = 0;
  while (!isOver(net)) {
    const use = bot.act(net);
    if (use !== null && act(net, use.tool, use, unheard) === null) acts++;
    stepNetwork(net, unheard);
  }
  return { outcome: outcome(net), ticks: net.s[TICK], acts };
}
