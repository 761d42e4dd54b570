// Whether one run is another with a few presses moved: what is left when a stolen run was changed until its inputs sum to
// something new. It accuses nobody: such a run is hidden until a person has looked at both.

import { TOOLS } from '../network/tools/table.ts';
import { RUN_CODES, type Action } from '../run/actions.ts';
import type { Logged } from '../replay/replay.ts';

/** Presses at the same tick, give or take this: an eighth of a second is far more than two people agree in by chance, again and again. */
const NEAR_TICKS = 15;
/** So many of the shorter run's presses are the other's too. */
const SHARE = 0.85;
/** A hand that presses everything all the time has everybody's run in it. */
const LEAST_SHARE = 0.2;
/** Of fewer, anybody may have done the same. */
const LEAST = 8;

export interface Press {
  readonly tick: number;
  readonly what: string;
}

export function pressesOf(log: readonly Logged[]): readonly Press[] {
  return log.flatMap(({ tick, action }) => {
    const what = nameOf(action);
    return what === null ? [] : [{ tick, what }];
  });
}

/** Of tools the hand and the place, and not by how much: an angle a hair off is the cheapest change there is. */
function nameOf(action: Action): string | null {
  if (action.act === 'tool') return `t${TOOLS[action.tool].code},${action.a}`;
  if (action.act === 'pause' || action.act === 'resume' || action.act === 'menu' || action.act === 'assist')
    return null;
  return `r${RUN_CODES[action.act]},${action.a}`;
}

/**
 * Of the shorter run, how much is in the longer: presses that were refused, put in to make a copy long, do not hide it, and
 * presses left out of it do not either.
 */
export function isLike(mine: readonly Press[], theirs: readonly Press[]): boolean {
  const [shorter, longer] = mine.length < theirs.length ? [mine, theirs] : [theirs, mine];
  if (shorter.length < LEAST || shorter.length < longer.length * LEAST_SHARE) return false;
  let same = 0;
  let from = 0;
  for (const { tick, what } of shorter) {
    while (from < longer.length && longer[from].tick < tick - NEAR_TICKS) from++;
    for (let i = from; i < longer.length && longer[i].tick <= tick + NEAR_TICKS; i++) {
      if (longer[i].what !== what) continue;
      same++;
      break;
    }
  }
  return same >= shorter.length * SHARE;
}
