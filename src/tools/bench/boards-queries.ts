// What is asked of a board, through the store as the service asks it: on a short and a long board by turns, so that whatever
// else the machine does falls on both.

import { below, seedRandom } from '../../core/math/random.ts';
import type { Cursor } from '../../server/store/lists.ts';
import { pendingRun, type Run } from '../../server/store/runs.ts';
import { sql } from '../../server/store/sql.ts';
import type { Store } from '../../server/store/store.ts';
import { median, quantile, short } from '../load/figures.ts';
import { BOARD } from '../load/traffic.ts';
import { FASTEST, playerId, SLOWEST } from './boards-fill.ts';

export interface Filled {
  readonly store: Store;
  readonly rows: number;
}

export interface QueryFigures {
  readonly query: string;
  readonly rows: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** What one comes to in the middle batch of 40. */
  readonly batch: number;
}

type Dice = (most: number) => number;
type Query = (filled: Filled, dice: Dice) => Promise<unknown>;

const PAGE = 50;
const SIDE = 5;
const BATCH = 40;
const ROUNDS = 25;

const QUERIES: Readonly<Record<string, Query>> = {
  top: ({ store }) => store.lists.top(BOARD, PAGE),
  rank: ({ store }, dice) => store.lists.faster(BOARD, ticksBy(dice)),
  around: async ({ store, rows }, dice) => {
    const own = await store.lists.of(BOARD, playerId(dice(rows)));
    if (own === undefined) throw new Error('the board that was put in has holes');
    return Promise.all([store.lists.before(BOARD, own, SIDE), store.lists.after(BOARD, own, SIDE)]);
  },
  page: ({ store, rows }, dice) => store.lists.after(BOARD, cursorBy(rows, dice), PAGE),
};

function ticksBy(dice: Dice): number {
  return FASTEST + dice(SLOWEST - FASTEST);
}

function cursorBy(rows: number, dice: Dice): Cursor {
  return { ticks: ticksBy(dice), verified: 1_700_000_000_000, player: playerId(dice(rows)) };
}

export async function measureQueries(all: readonly Filled[]): Promise<readonly QueryFigures[]> {
  const state = new Int32Array(4);
  seedRandom(state, 0, 1);
  const dice: Dice = (most) => below(state, 0, most);
  const took = new Map<
    string,
    { readonly query: string; readonly rows: number; readonly ms: number[]; readonly batches: number[] }
  >();
  for (let round = -1; round < ROUNDS; round++) {
    for (const [query, ask] of Object.entries(QUERIES)) {
      for (const filled of all) {
        const ms = await timed(BATCH, () => ask(filled, dice));
        // the first of all is to warm up
        if (round < 0) continue;
        const key = `${query} ${filled.rows}`;
        const one = took.get(key) ?? { query, rows: filled.rows, ms: [], batches: [] };
        took.set(key, one);
        one.ms.push(...ms);
        one.batches.push(ms.reduce((sum, each) => sum + each, 0) / BATCH);
      }
    }
  }
  return [...took.values()].map(({ query, rows, ms, batches }) => ({
    query,
    rows,
    p50: at(ms, 0.5),
    p99: at(ms, 0.99),
    batch: short(median(batches) ?? 0),
  }));
}

export interface CountFigures {
  readonly rows: number;
  readonly count: number;
  /** The same rank from the sums. */
  readonly sums: number;
  readonly ratio: number;
}

/** The middle of the board: by counting whoever is before it, and by its sums, turn by turn. */
export async function measureCount({ store, rows }: Filled, rounds = 9): Promise<CountFigures> {
  const [middle] = await store.lists.after(BOARD, await middleOf({ store, rows }), 1);
  const ticks = middle?.ticks ?? 0;
  const counts: number[] = [];
  const sums: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const counted = sql`select count(*) as n from best where list = ${BOARD} and ticks < ${ticks}`;
    counts.push(...(await timed(1, () => store.db.one(counted))));
    sums.push(...(await timed(5, () => store.lists.faster(BOARD, ticks))));
    const both = [(await store.db.one<{ n: number }>(counted))?.n, await store.lists.faster(BOARD, ticks)];
    if (Number(both[0]) !== both[1]) throw new Error(`counted ${both[0]}, and the sums say ${both[1]}`);
  }
  const [count, sum] = [median(counts) ?? 0, median(sums) ?? 0];
  return { rows, count: short(count), sums: short(sum), ratio: short(count / sum) };
}

/** Where half of the board is faster, found by its sums. */
async function middleOf({ store, rows }: Filled): Promise<Cursor> {
  let [low, high] = [FASTEST, SLOWEST];
  while (low < high) {
    const ticks = (low + high) >> 1;
    if ((await store.lists.faster(BOARD, ticks)) < rows / 2) low = ticks + 1;
    else high = ticks;
  }
  return { ticks: low, verified: 0, player: '' };
}

export interface AcceptFigures {
  readonly rows: number;
  readonly taken: number;
  readonly kept: number;
  readonly keptP99: number;
}

/** A better run of somebody who stands there: taken, and its verdict kept with all that follows. One in each transaction. */
export async function measureAccept({ store, rows }: Filled, runs = 100): Promise<AcceptFigures> {
  const [taking, keeping]: number[][] = [[], []];
  for (let i = 0; i < runs; i++) {
    const run = betterRun(i, Math.floor((i * rows) / runs));
    const now = Date.now();
    taking.push(
      ...(await timed(1, async () => {
        const { how } = await store.submissions.take({ run, bytes: Buffer.from('echo'), cost: 1, burst: 1e9 });
        if (how !== 'accepted') throw new Error(`a run was not accepted but ${how}`);
      })),
    );
    const judged = { run, state: 'verified', verdict: 'verified', ticks: run.ticks, inputs: run.log_inputs } as const;
    keeping.push(
      ...(await timed(1, () =>
        store.runs.keep([{ ...judged, live: false, paused: false, assists: [], suspect: null }], now),
      )),
    );
  }
  return { rows, taken: at(taking, 0.5), kept: at(keeping, 0.5), keptP99: at(keeping, 0.99) };
}

function at(all: readonly number[], share: number): number {
  return short(quantile(all, share) ?? 0);
}

function betterRun(nth: number, player: number): Run {
  const id = `better_________${String(1_000_000 + nth)}`;
  return pendingRun({
    id,
    player: playerId(player),
    board: BOARD,
    seed: 1,
    content: 'content',
    build: 'build',
    ticks: FASTEST - 1 - nth,
    log_inputs: id,
    submitted: Date.now(),
    size: 4,
  });
}

async function timed(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) {
    const began = performance.now();
    await work();
    all.push(performance.now() - began);
  }
  return all;
}
