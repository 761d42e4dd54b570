// Whether a replay may be played here at all: asked by everyone who plays one, be it to judge, to watch or to compare, before
// a single tick is spent. What is asked of the header comes first, for the log of another build may be in words not known here.

import { hashFor, type Content } from '../run/content.ts';
import { BUILD } from './build.ts';
import type { Header, Replay } from './replay.ts';

/** Why nothing can be said: it is another core's, or of other content. Old or new, perhaps; not wrong. */
export const UNVERIFIABLE = ['build', 'content'] as const;
export type Foreign = `unverifiable:${(typeof UNVERIFIABLE)[number]}`;

export type Unplayable = Foreign | `rejected:${'noSuchPlan' | 'tooLong' | 'tooManyTries' | 'tooMuchWork'}`;

export interface Allowed {
  /** The build of the core that judges; this one's own, unless somebody knows better. */
  readonly build?: string;
  readonly maxTicks?: number;
}

/** Nobody needs this many in one run. */
const TRIES_MOST = 4096;
/** A try builds a network anew, which costs as much as about so many ticks. */
const TRY_COSTS = 64;
/** What a run's tries and acts may cost, in ticks, over the longest run of its plan. */
const WORK_OVER = 100_000;

export class UnplayableError extends Error {
  override readonly name = 'UnplayableError';
  readonly verdict: Unplayable;

  constructor(verdict: Unplayable) {
    super(verdict);
    this.verdict = verdict;
  }
}

export function foreign(content: Content, { build, content: of, plan }: Header, judge: string = BUILD): Foreign | null {
  if (build !== judge) return 'unverifiable:build';
  return of === hashFor(content, plan) ? null : 'unverifiable:content';
}

export function unplayable(content: Content, replay: Replay, { build, maxTicks }: Allowed = {}): Unplayable | null {
  const other = foreign(content, replay, build);
  if (other !== null) return other;
  if (!Object.hasOwn(content.plans, replay.plan)) return 'rejected:noSuchPlan';
  const { most } = content.plans[replay.plan];
  const { ticks, log } = replay;
  if (ticks > most || ticks > (maxTicks ?? most)) return 'rejected:tooLong';
  const tries = log.filter(({ action }) => action.act === 'retry').length;
  if (tries > TRIES_MOST) return 'rejected:tooManyTries';
  return ticks + tries * TRY_COSTS + log.length > most + WORK_OVER ? 'rejected:tooMuchWork' : null;
}
