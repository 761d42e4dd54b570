// Checkpoints: while a run is played, the server may be told what was done so far without being shown it. Every 600 ticks the
// log since the last such place is summed up together with the sum before, so nobody can say at tick 6000 what they will only
// decide later. The sum is a real one (SHA-256, which client and server each have at hand); here is only what is summed.

import { TOOLS } from '../network/tools/table.ts';
import { RUN_CODES } from '../run/actions.ts';
import { HASH_EVERY, type Logged } from '../replay/replay.ts';

export const CHECKPOINT_EVERY = HASH_EVERY;

/** What is summed for the stretch that ends at `to`: the sum before it, and all that was logged from `from` on, before `to`. */
export function linkText(before: string, log: readonly Logged[], from: number, to: number): string {
  const done = log
    .filter(({ tick }) => tick >= from && tick < to)
    .map(({ tick, action }) =>
      action.act === 'tool'
        ? `${tick},t${TOOLS[action.tool].code},${action.a},${action.b},${action.c}`
        : `${tick},r${RUN_CODES[action.act]},${action.a},${action.b}`,
    );
  return `${before}|${to}|${done.join(';')}`;
}

/** The sums at these ticks, each on the grid of 600 or the last tick of the run; null for a place that has none. */
export function chainAt(
  log: readonly Logged[],
  ticks: number,
  wanted: readonly number[],
  sum: (text: string) => string,
): readonly (string | null)[] {
  const places = new Set(wanted);
  const found = new Map<number, string>();
  let before = sum('');
  let next = 0;
  found.set(0, before);
  for (let from = 0; from < ticks; from += CHECKPOINT_EVERY) {
    const to = from + CHECKPOINT_EVERY < ticks ? from + CHECKPOINT_EVERY : ticks;
    const first = next;
    while (next < log.length && log[next].tick < to) next++;
    before = sum(linkText(before, log.slice(first, next), from, to));
    if (places.has(to)) found.set(to, before);
  }
  return wanted.map((tick) => found.get(tick) ?? null);
}
