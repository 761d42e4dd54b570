// A sitting that was kept by another build: it goes on by this one, as near as can be to where it stood. Content moves under
// a save in three ways: the plan's steps (its number in the list is another), the script (see `retell`), and the rules of the
// network that is open (then it is opened anew). Its replay will not verify, and it says so.

import { run } from '../run/actions.ts';
import type { Content, PlanStep } from '../run/content.ts';
import { NEW_GAME } from '../run/game.ts';
import { begin } from '../run/step.ts';
import type { World } from '../run/world.ts';
import type { Restored } from '../story/story.ts';
import type { Mark } from './marks.ts';
import { Recorder, type Sitting } from './record.ts';

export interface MadeWith {
  /** The step of the plan it stood at, as it was; null at the plan's end. */
  readonly step: PlanStep | null;
  /** Were the open network's rules, and those of the core, the same as here? */
  readonly sameRules: boolean;
}

export type Mended =
  | {
      readonly as: 'mended';
      readonly recorder: Recorder;
      readonly restored: Restored;
      readonly reopened: boolean;
      /** The open network is no more: it goes on from the last place before. */
      readonly wentBackTo: Mark | null;
    }
  /** Nothing here could tell it: the save stays as it is. */
  | { readonly as: 'planGone' };

export function mendSitting(content: Content, sitting: Sitting, made: MadeWith): Mended {
  const { plan, seed } = sitting.world;
  if (!Object.hasOwn(content.plans, plan)) return { as: 'planGone' };
  const { steps } = content.plans[plan];
  // What this build has in a World, and that one had not, is as it is when a run begins.
  const fresh = begin(content, plan, seed);
  const mendWorld = (old: World, step: PlanStep | null): World =>
    placed({ ...fresh, ...old, game: { ...NEW_GAME, ...old.game } }, steps, step);
  const world = mendWorld(sitting.world, made.step);
  const lacks = isOpen(world) && lacksLevel(content, world);
  const reopened = isOpen(world) && !lacks && !made.sameRules;
  const acts = [isWon(world) ? run('proceed') : run('retry')];
  if (reopened) setAside(world);
  // A mark's own step is not known; those of this step are mended as it is, and of the others what is in the plan still.
  const mendMark = (mark: Mark): Mark => {
    const isHere = mark.world.at === sitting.world.at;
    return { ...mark, world: isHere ? mendWorld(mark.world, made.step) : clamped({ ...fresh, ...mark.world }, steps) };
  };
  const marks = sitting.marks.map(mendMark);
  const wentBackTo = lacks ? (marks.at(-1) ?? null) : null;
  if (lacks && wentBackTo === null) return { as: 'planGone' };
  const mended = { ...sitting, world, marks };
  const recorder = Recorder.resume(content, wentBackTo === null ? mended : cutAt(mended, wentBackTo));
  const restored = recorder.goOnBy(content);
  if (reopened) recorder.tick(recorder.world.paused ? [run('resume'), ...acts] : acts);
  return { as: 'mended', recorder, restored, reopened, wentBackTo };
}

/** As it stood at the last of its marks. */
function cutAt(sitting: Sitting, { world, logged, hashed, paused }: Mark): Sitting {
  const { log, hashes, rewound } = sitting;
  return {
    ...sitting,
    world,
    paused,
    rewound: rewound + 1,
    log: log.slice(0, logged),
    hashes: hashes.slice(0, hashed),
  };
}

function isOpen({ mode, network }: World): boolean {
  return network !== null && (mode === 'network' || mode === 'result');
}

function lacksLevel(content: Content, { level }: World): boolean {
  return level !== null && !Object.hasOwn(content.levels, level);
}

function isWon({ mode, splits }: World): boolean {
  return mode === 'result' && splits.at(-1)?.outcome === 'won';
}

/** Numbers of other rules mean nothing here. As from a result: not to be able to play on is nobody's loss. */
function setAside(world: World): void {
  world.network = null;
  world.mode = 'result';
}

/** Where the plan has that step now: the same one nearest to where it was, or one that is much the same. */
function placed(world: World, steps: readonly PlanStep[], step: PlanStep | null): World {
  if (step === null || world.at >= steps.length) return clamped(world, steps);
  let best = -1;
  let bestLikeness = 0;
  steps.forEach((one, at) => {
    const likeness = likenessOf(one, step) - Math.abs(at - world.at) / 1000;
    if (likeness > bestLikeness) [best, bestLikeness] = [at, likeness];
  });
  if (best < 0) return clamped(world, steps);
  return remapped({ ...world, at: best }, step, steps[best]);
}

function clamped(world: World, steps: readonly PlanStep[]): World {
  return { ...world, at: Math.min(world.at, Math.max(steps.length - 1, 0)) };
}

/** From 0, another thing, to 1, the same. */
function likenessOf(one: PlanStep, other: PlanStep): number {
  if (one.kind === 'scene' && other.kind === 'scene') return one.scene === other.scene ? 1 : 0;
  if (one.kind === 'network' && other.kind === 'network') return one.level === other.level ? 1 : 0;
  if (one.kind === 'round' && other.kind === 'round') {
    const common = one.visits.filter((visit) => other.visits.includes(visit)).length;
    return common / Math.max(one.visits.length, other.visits.length, 1);
  }
  return one.kind === other.kind ? 0.9 : 0;
}

/** Visits are kept by number: the same places by their numbers now. */
function remapped(world: World, was: PlanStep, is: PlanStep): World {
  if (was.kind !== 'round' || is.kind !== 'round') return world;
  const now = (visit: number): number => is.visits.indexOf(was.visits[visit]);
  return { ...world, visits: world.visits.map(now).filter((one) => one >= 0), visiting: now(world.visiting) };
}
