// Judging a replay by playing it. The answer is always a verdict, and never takes more steps than the plan allows.

import { hashText, sameHash, type Hash } from '../math/hash.ts';
import { LevelError } from '../network/level.ts';
import type { Content } from '../run/content.ts';
import { begin, step } from '../run/step.ts';
import { hashWorld, runOutcome, type World } from '../run/world.ts';
import { BUILD } from './build.ts';
import { Inputs } from './inputs.ts';
import { actionsAt } from './playback.ts';
import { HASH_EVERY, type Replay } from './replay.ts';
import { timeOf } from './time.ts';

/** Why a replay is not what it says. */
export const REJECTIONS = [
  'noSuchPlan',
  'noSuchNetwork', // this seed makes none
  'tooLong', // than any run of its plan, or than was asked
  'tooManyTries',
  'hashMismatch',
  'standsStill', // paused, and never goes on
  'endsEarly', // the run is over before its ticks are
  'runsOn', // its last actions move the clock past its ticks
  'badLog', // actions at no tick that was played
  'flagsMismatch',
] as const;
export type Rejection = (typeof REJECTIONS)[number];

/** Why nothing can be said: it is another core's, or of other content. Old, perhaps; not wrong. */
export const UNVERIFIABLE = ['build', 'content'] as const;

export type SimulationVerdict = 'verified' | `rejected:${Rejection}` | `unverifiable:${(typeof UNVERIFIABLE)[number]}`;

export interface Simulated {
  readonly verdict: SimulationVerdict;
  /** The tick at which it was seen that it is not so. */
  readonly at: number | null;
  /** As this simulation counted them: the number that ranks. */
  readonly ticks: number;
  readonly time: number; // seconds
  /** Of the World where the simulation ended; '' where there was none. */
  readonly hash: string;
  readonly outcome: ReturnType<typeof runOutcome>;
  readonly world: World | null;
  /** Over all actions that were taken and decide something. */
  readonly inputs: Hash | null;
}

export interface Allowed {
  /** The build of the core that judges; this one's own, unless somebody knows better. */
  readonly build?: string;
  readonly maxTicks?: number;
}

/** A retry builds a network anew, which costs as much as many ticks; nobody needs this many in one run. */
const TRIES_MOST = 4096;

export function simulate(content: Content, replay: Replay, { build = BUILD, maxTicks }: Allowed = {}): Simulated {
  if (replay.build !== build) return unplayed('unverifiable:build');
  if (replay.content !== content.hash) return unplayed('unverifiable:content');
  if (!Object.hasOwn(content.plans, replay.plan)) return unplayed('rejected:noSuchPlan');
  const { most } = content.plans[replay.plan];
  if (replay.ticks > most || replay.ticks > (maxTicks ?? most)) return unplayed('rejected:tooLong');
  if (replay.log.filter(({ action }) => action.act === 'retry').length > TRIES_MOST) {
    return unplayed('rejected:tooManyTries');
  }
  try {
    return play(content, replay);
  } catch (error) {
    if (error instanceof LevelError) return unplayed('rejected:noSuchNetwork');
    throw error;
  }
}

function play(content: Content, replay: Replay): Simulated {
  const { log, ticks, hashes } = replay;
  const world = begin(content, replay.plan, replay.seed);
  const inputs = new Inputs(replay.plan, replay.seed);
  let next = 0;
  let paused = false;
  const stepOnce = (): void => {
    const { tick } = world;
    const actions = actionsAt(log, next, tick);
    const answers = step(content, world, actions);
    for (let i = 0; i < actions.length; i++) {
      if (answers[i] !== null) continue;
      if (actions[i].act === 'pause') paused = true;
      inputs.add(tick, actions[i]);
    }
    next += actions.length;
  };
  const end = (verdict: SimulationVerdict, at: number | null = world.tick): Simulated => ({
    verdict,
    at,
    ticks: world.tick,
    time: timeOf(world.tick),
    hash: hashText(hashWorld(world)),
    outcome: runOutcome(world),
    world,
    inputs: inputs.done(),
  });

  while (world.tick < ticks) {
    const before = world.tick;
    stepOnce();
    if (world.tick === before) return end(world.mode === 'over' ? 'rejected:endsEarly' : 'rejected:standsStill');
    if (world.tick % HASH_EVERY !== 0) continue;
    const said = hashes[world.tick / HASH_EVERY - 1];
    if (said === undefined || !sameHash(said, hashWorld(world))) return end('rejected:hashMismatch');
  }
  if (next < log.length && log[next].tick === ticks) stepOnce();
  if (world.tick !== ticks) return end('rejected:runsOn');
  if (next < log.length) return end('rejected:badLog');
  if (!sameHash(replay.final, hashWorld(world))) return end('rejected:hashMismatch');
  if (replay.flags.assisted !== world.assisted || replay.flags.paused !== paused) return end('rejected:flagsMismatch');
  return end('verified', null);
}

function unplayed(verdict: SimulationVerdict): Simulated {
  return { verdict, at: null, ticks: 0, time: 0, hash: '', outcome: 'unfinished', world: null, inputs: null };
}
