// Judging a replay by playing it. The answer is always a verdict, and never takes more steps than the plan allows.

import { hashText, sameHash, type Hash } from '../math/hash.ts';
import { LevelError } from '../network/level.ts';
import { ASSIST_RANGE, ASSISTS, type Action, type Assist } from '../run/actions.ts';
import type { Content } from '../run/content.ts';
import { begin, step } from '../run/step.ts';
import { hashWorld, runOutcome, type World } from '../run/world.ts';
import { decode, decodeHeader } from './codec.ts';
import { Inputs } from './inputs.ts';
import { foreign, unplayable, type Allowed, type Foreign } from './playable.ts';
import { actionsAt } from './playback.ts';
import { HASH_EVERY, type Replay } from './replay.ts';
import { timeOf } from './time.ts';

/** Why a replay is not what it says. */
export const REJECTIONS = [
  'noSuchPlan',
  'noSuchNetwork', // this seed makes none
  'tooLong', // than any run of its plan, or than was asked
  'tooManyTries',
  'tooMuchWork', // tries and acts beyond what its plan could need
  'hashMismatch',
  'standsStill', // paused, and never goes on
  'endsEarly', // the run is over before its ticks are
  'runsOn', // its last actions move the clock past its ticks
  'badLog', // actions at no tick that was played
  'flagsMismatch',
] as const;
export type Rejection = (typeof REJECTIONS)[number];

export type SimulationVerdict = 'verified' | `rejected:${Rejection}` | Foreign;

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
  /** The assists that were on at any time, and not only at the end, which is all that the World tells. */
  readonly assists: readonly Assist[];
}

/** Told every 600 ticks how far it is. */
export type OnTick = (tick: number) => void;

/** Judges a file. Of another build nothing but the header is read: its log may say what this build has no words for. */
export function simulateFile(content: Content, bytes: Uint8Array, allowed: Allowed = {}, onTick?: OnTick): Simulated {
  const other = foreign(content, decodeHeader(bytes), allowed.build);
  return other === null ? simulate(content, decode(bytes), allowed, onTick) : unplayed(other);
}

export function simulate(content: Content, replay: Replay, allowed: Allowed = {}, onTick?: OnTick): Simulated {
  const no = unplayable(content, replay, allowed);
  if (no !== null) return unplayed(no);
  try {
    return play(content, replay, onTick);
  } catch (error) {
    if (error instanceof LevelError) return unplayed('rejected:noSuchNetwork');
    throw error;
  }
}

function play(content: Content, replay: Replay, onTick?: OnTick): Simulated {
  const { log, ticks, hashes } = replay;
  const world = begin(content, replay.plan, replay.seed);
  const inputs = new Inputs(replay.plan, replay.seed);
  const assists = new Set<Assist>();
  let next = 0;
  let paused = false;
  const stepOnce = (): void => {
    const { tick } = world;
    const actions = actionsAt(log, next, tick);
    const answers = step(content, world, actions);
    for (let i = 0; i < actions.length; i++) {
      if (answers[i] !== null) continue;
      if (actions[i].act === 'pause') paused = true;
      if (isAssisting(actions[i])) assists.add(ASSISTS[actions[i].a]);
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
    assists: [...assists],
  });

  while (world.tick < ticks) {
    const before = world.tick;
    stepOnce();
    if (world.tick === before) return end(world.mode === 'over' ? 'rejected:endsEarly' : 'rejected:standsStill');
    if (world.tick % HASH_EVERY !== 0) continue;
    onTick?.(world.tick);
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

function isAssisting({ act, a, b }: Action): boolean {
  return act === 'assist' && b !== ASSIST_RANGE[ASSISTS[a]][2];
}

function unplayed(verdict: SimulationVerdict): Simulated {
  const nothing = { at: null, ticks: 0, time: 0, hash: '', world: null, inputs: null, assists: [] };
  return { verdict, outcome: 'unfinished', ...nothing };
}
