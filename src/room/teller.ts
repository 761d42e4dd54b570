// Who tells the script: the game's own teller with the game's own functions, one for each program that was compiled.

import { STORY_FUNCTIONS } from '../core/run/functions.ts';
import type { Game } from '../core/run/game.ts';
import { createHost } from '../core/story/host.ts';
import type { Snapshot } from '../core/story/story.ts';
import { createTeller, type Teller } from '../core/story/tell.ts';
import type { Program, Value } from '../core/yarn/program.ts';

const tellers = new WeakMap<Program, Teller>();

export function tellerOf(program: Program): Teller {
  const known = tellers.get(program) ?? createTeller(program, STORY_FUNCTIONS);
  tellers.set(program, known);
  return known;
}

/** Where nothing was told yet, but for the variables that a writer wants. */
export function blank(program: Program, variables: Readonly<Record<string, Value>>): Snapshot {
  return {
    program: program.hash,
    at: null,
    node: '',
    start: '',
    stack: [],
    variables,
    visits: {},
    views: {},
    once: [],
    strategy: 'best_least_recently_seen',
    random: [0, 0, 0, 0],
  };
}

export function hasNode({ nodes, groups }: Program, name: string): boolean {
  return Object.hasOwn(nodes, name) || Object.hasOwn(groups, name);
}

/** What a smart variable comes to, or null when it cannot be worked out here. */
export function smartValue(program: Program, snapshot: Snapshot, name: string, game: Game): Value | null {
  const host = createHost(program, STORY_FUNCTIONS);
  host.context = game;
  try {
    host.recall(snapshot);
    return host.evaluate(['$', name]);
  } catch {
    return null;
  }
}
