// Players, tickets, runs and verdicts for the store: as small as they may be, and each a little different.

import { pendingRun, type Judged, type Run } from '../../../src/server/store/runs.ts';
import type { Store } from '../../../src/server/store/store.ts';
import type { Submission } from '../../../src/server/store/submissions.ts';

export const BOARD = 'training/03:set:skip:plain';
let made = 0;

/** Of 22 signs, and nobody else's. */
export function newId(kind: string): string {
  made++;
  return `${kind}${String(made).padStart(8, '0')}`.padEnd(22, '-');
}

export async function newPlayer(
  store: Store,
  more: { readonly name?: string; readonly country?: string } = {},
): Promise<string> {
  const id = newId('p');
  const name = more.name ?? id;
  await store.players.add({ id, key: `key of ${id}`, name, skeleton: name, country: more.country ?? null, at: 5 });
  return id;
}

export async function newTicket(store: Store, player: string, board = BOARD) {
  return store.tickets.issue({
    id: newId('t'),
    player,
    board,
    seed: 7,
    content: 'c',
    build: 'b',
    issued: 10,
    expires: 1000,
  });
}

export function newRun(player: string, more: Partial<Run> = {}): Run {
  const id = newId('r');
  return pendingRun({
    id,
    player,
    board: BOARD,
    seed: 7,
    content: 'c',
    build: 'b',
    ticks: 1000,
    log_inputs: `log of ${id}`,
    submitted: 100,
    size: 3,
    ...more,
  });
}

export function sent(run: Run, more: Partial<Submission> = {}): Submission {
  return { run, bytes: new Uint8Array([1, 2, 3]), cost: 0, burst: 1000, ...more };
}

export function judged(run: Run, more: Partial<Judged> = {}): Judged {
  return {
    run,
    state: 'verified',
    verdict: 'verified',
    ticks: run.ticks,
    inputs: `inputs of ${run.id}`,
    live: false,
    paused: false,
    assists: [],
    suspect: null,
    ...more,
  };
}

/** Sent, judged and kept. */
export async function verifiedRun(store: Store, player: string, more: Partial<Run> = {}, now = 200): Promise<Run> {
  const run = newRun(player, more);
  const taken = await store.submissions.take(sent(run));
  if (taken.how !== 'accepted') throw new Error(taken.how);
  await store.runs.keep([judged(run, { live: run.live === 1 })], now);
  return run;
}
