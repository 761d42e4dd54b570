// The bench of the boards: one run, both databases, targets beside what was measured.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { miscounted } from '../../server/store/lists.ts';
import { openStore, type Store } from '../../server/store/store.ts';
import { BadInput, clearProgress, progress } from '../cli.ts';
import { readLevelContent } from '../content.ts';
import { BOARD, distinctRuns } from '../load/traffic.ts';
import { NO_POSTGRES, ownPostgres, postgresBin } from '../service/postgres.ts';
import { fill, fillPostgres, fillSqlite } from './boards-fill.ts';
import {
  measureAccept,
  measureCount,
  measureQueries,
  type AcceptFigures,
  type CountFigures,
  type Filled,
  type QueryFigures,
} from './boards-queries.ts';
import {
  JUDGED,
  JUDGED_BOARD,
  measureJudging,
  measureSubmissions,
  type JudgeFigures,
  type SubmitFigures,
} from './boards-runs.ts';
import { atLeast, atMost, type Target } from './targets.ts';

/** The board that the long ones are compared with. */
export const SHORT = 100_000;
export const TEN_MILLION = 10_000_000;
const SENT = 1600;
/** Below this, what one call takes says more of the clock than of the query: whole batches are compared. */
const FLOOR_MS = 0.02;

interface StoreReport {
  readonly store: Store['kind'];
  readonly queries: readonly QueryFigures[];
  readonly counts: readonly CountFigures[];
  readonly accepts: readonly AcceptFigures[];
  /** Of the short board, after all that was done to it: lists and counts that differ. */
  readonly miscounted: number;
}

export interface BoardsReport {
  readonly sizes: readonly number[];
  readonly stores: readonly StoreReport[];
  readonly submissions: SubmitFigures;
  readonly judging: readonly JudgeFigures[];
  readonly targets: readonly Target[];
}

export interface BoardsOptions {
  /** Lengths of the boards that are compared, the shortest first. */
  readonly sizes: readonly number[];
}

type Where = (name: string) => Promise<{ readonly url: string; readonly file: string }>;

/** Both databases at once, so that what is measured on one is measured on the other in the same minutes. */
export async function benchBoards({ sizes }: BoardsOptions): Promise<BoardsReport> {
  if (postgresBin() === null) throw new BadInput(NO_POSTGRES);
  const folder = mkdtempSync(join(tmpdir(), 'syntony-bench-'));
  const content = readLevelContent();
  const runs = distinctRuns(content, BOARD, {
    count: SENT,
    from: 0,
    onRun: (made) => progress(made, SENT, 'runs made'),
  });
  const judged = distinctRuns(content, JUDGED_BOARD, {
    count: JUDGED,
    from: 0,
    onRun: (made) => progress(made, JUDGED, 'longer runs made'),
  });
  clearProgress();
  const server = await ownPostgres(['-c', 'max_wal_size=8GB']);
  const inSqlite: Where = (name) => {
    mkdirSync(folder, { recursive: true });
    return Promise.resolve({ url: '', file: join(folder, `${name}.db`) });
  };
  const inPostgres: Where = async (name) => {
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    return { url: server.url.replace('/postgres?', `/${name}?`), file: '' };
  };
  try {
    const submissions = await measureSubmissions((await inPostgres('sent')).url, runs);
    const judging: JudgeFigures[] = [];
    const stores: StoreReport[] = [];
    for (const where of [inSqlite, inPostgres]) {
      const store = await opened(await where('judged'));
      judging.push(await measureJudging(store, content, judged).finally(() => store.close()));
      stores.push(await benchStore(where, sizes));
    }
    clearProgress();
    const all = { sizes, stores, submissions, judging };
    return { ...all, targets: targetsOf(all) };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function opened({ url, file }: { readonly url: string; readonly file: string }): Promise<Store> {
  return openStore({ url, file, connections: 8 });
}

async function benchStore(where: Where, sizes: readonly number[]): Promise<StoreReport> {
  const all: Filled[] = [];
  try {
    for (const rows of sizes) {
      const place = await where(`rows${rows}`);
      const store = await opened(place);
      all.push({ store, rows });
      const filler = store.kind === 'sqlite' ? fillSqlite(place.file) : await fillPostgres(place.url);
      await fill(filler, rows).finally(() => filler.close());
    }
    const queries = await measureQueries(all);
    const counts: CountFigures[] = [];
    const accepts: AcceptFigures[] = [];
    for (const one of all) {
      counts.push(await measureCount(one));
      accepts.push(await measureAccept(one));
    }
    const { db, kind } = all[0].store;
    return { store: kind, queries, counts, accepts, miscounted: (await miscounted(db)).length };
  } finally {
    for (const { store } of all) await store.close();
  }
}

function targetsOf({ sizes, stores, submissions, judging }: Omit<BoardsReport, 'targets'>): Target[] {
  const [least] = sizes;
  return [
    ...stores.flatMap(({ store, queries, counts, miscounted: wrong }) => [
      ...queries.map(({ query, rows, p50 }) => atMost(`${store}: ${query} of ${inShort(rows)}, p50 in ms`, 2, p50)),
      ...queries
        .filter(({ rows }) => rows !== least)
        .map((long) => {
          const short = queries.find(({ query, rows }) => query === long.query && rows === least);
          return atMost(
            `${store}: ${long.query} of ${inShort(long.rows)} to ${inShort(least)}`,
            1.5,
            growth(long, short),
          );
        }),
      ...counts
        .filter(({ rows }) => rows !== least || sizes.length === 1)
        .map(({ rows, ratio }) => atLeast(`${store}: COUNT(*) to rank, in the middle of ${inShort(rows)}`, 50, ratio)),
      atMost(`${store}: lists and counts that differ`, 0, wrong),
    ]),
    atLeast('postgres: runs accepted a second over 8 connections', 300, submissions.perSecond),
    ...judging.map(({ store, ratio }) => atLeast(`${store}: judging to bare simulation, a thread each`, 0.7, ratio)),
  ];
}

/** Of what one takes, or of whole batches where that is too little to be told from the clock. */
function growth(long: QueryFigures, short: QueryFigures | undefined): number | null {
  if (short === undefined) return null;
  const isTiny = long.p50 < FLOOR_MS && short.p50 < FLOOR_MS;
  const ratio = isTiny ? long.batch / short.batch : long.p50 / short.p50;
  return Number(ratio.toFixed(2));
}

export function inShort(rows: number): string {
  if (rows % 1_000_000 === 0) return `${rows / 1_000_000} M`;
  return rows % 1000 === 0 ? `${rows / 1000} k` : String(rows);
}
