// The World: everything that decides the future, as plain data. step.ts is the only thing that changes one.

import { hashOf, type Hash } from '../math/hash.ts';
import { buildNetwork } from '../network/build.ts';
import type { Network } from '../network/network.ts';
import type { Outcome } from '../network/vocabulary.ts';
import type { Assist } from './actions.ts';
import type { Content, Plan, PlanStep } from './content.ts';
import type { Game } from './game.ts';
import type { Plain } from './story.ts';
import { rulesOf, type Tuning } from './tuning.ts';

const MODES = ['scene', 'hub', 'round', 'network', 'result', 'over'] as const;
type Mode = (typeof MODES)[number];

/** Where the clock stood when a part of the run ended. */
export interface Split {
  /** Where in the plan: a level may come twice. */
  readonly at: number;
  readonly what: string; // scene or level
  readonly kind: 'scene' | 'network';
  readonly tick: number;
  readonly outcome: Outcome | 'told' | 'skipped';
}

export interface World {
  readonly plan: string;
  readonly seed: number;
  tick: number;
  paused: boolean;
  /** A screen stands over the game. Decides nothing; it is here because the log says it. */
  menu: number;
  mode: Mode;
  /** Where in the plan. */
  at: number;
  /** Which visits of this round were made, in the order made. */
  visits: readonly number[];
  /** The visit that is being made, or -1. */
  visiting: number;
  story: Plain;
  /** The tick at which the shown line or options appeared. */
  shownAt: number;
  /** Ticks until a scene that waits goes on; 0 when it does not wait. */
  waiting: number;
  /** What the story has done besides its own variables. */
  game: Game;
  /** The level of the network being played or just decided, and how the story tuned it. */
  level: string | null;
  tunings: readonly Tuning[];
  network: Int32Array | null;
  /** Networks that the scenes of this step have opened so far: each has a seed of its own. */
  opened: number;
  /** How often each tool was used in the present try. */
  used: Readonly<Record<string, number>>;
  /** Tries at the present network, this one included, and how many were lost. */
  attempt: number;
  losses: number;
  assists: Readonly<Record<Assist, number>>;
  /** Once assisted, always assisted: the board asks. */
  assisted: boolean;
  splits: readonly Split[];
}

export function stepOf(content: Content, world: World): PlanStep | null {
  return planOf(content, world).steps[world.at] ?? null;
}

export function planOf(content: Content, world: World): Plan {
  return content.plans[world.plan];
}

/** The network being played or just decided, or null. Shares the World's own array: look, do not touch. */
export function networkOf(content: Content, world: World): Network | null {
  if (world.network === null || world.level === null) return null;
  return { rules: rulesOf(content, world.level, world.tunings), s: world.network };
}

/** The network that this step of the plan leads to, as it would open now: the map of a round, before anything is played. */
export function networkAhead(content: Content, world: World): Network | null {
  const { steps } = planOf(content, world);
  for (let at = world.at + 1; at < steps.length; at++) {
    const ahead = steps[at];
    if (ahead.kind !== 'network') continue;
    return buildNetwork(rulesOf(content, ahead.level, world.game.tunings), seedAt(world, at));
  }
  return null;
}

/** The first step plays the run's own seed, so that a single network's board and a bot's table speak of the same networks. */
export function seedAt(world: World, at: number): number {
  return (world.seed ^ Math.imul(at, 0x9e37_79b9)) | 0;
}

/** The seed of the network that is opened now. */
export function networkSeed(world: World): number {
  return (seedAt(world, world.at) + Math.imul(world.opened, 0x85eb_ca6b)) | 0;
}

/** Story state, game and splits are replaced and never changed in place, so a copy may share them. */
export function copyWorld(world: World): World {
  return { ...world, network: world.network === null ? null : world.network.slice() };
}

/** Over the whole World: a hash that leaves something out finds its desyncs years later. */
export function hashWorld(world: World): Hash {
  return hashOf(world);
}

/** How the run stands, for those who verify and rank: won only if no network was left lost or skipped. */
export function runOutcome(world: World): 'unfinished' | 'won' | 'lost' {
  if (world.mode !== 'over') return 'unfinished';
  const last = new Map<string, Split['outcome']>();
  for (const split of world.splits) if (split.kind === 'network') last.set(`${split.at} ${split.what}`, split.outcome);
  return [...last.values()].every((one) => one === 'won') ? 'won' : 'lost';
}
