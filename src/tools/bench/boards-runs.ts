// A run's way through the service, twice: how many are accepted over HTTP in a second, and how many one thread judges, beside
// the bare simulation of the same replays.

import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inputHash } from '../../core/board/submission.ts';
import { encode } from '../../core/replay/codec.ts';
import type { Replay } from '../../core/replay/replay.ts';
import { simulate } from '../../core/replay/simulate.ts';
import { NO_CITIES } from '../../core/run/cities.ts';
import type { Content } from '../../core/run/content.ts';
import { Pool } from '../../server/judge/pool.ts';
import { Worker } from '../../server/judge/worker.ts';
import { logTo } from '../../server/log.ts';
import { pendingRun } from '../../server/store/runs.ts';
import type { Store } from '../../server/store/store.ts';
import { progress } from '../cli.ts';
import { readLevels } from '../files.ts';
import { median, short } from '../load/figures.ts';
import { BOARD, submission } from '../load/traffic.ts';
import { loopback, Wire } from '../load/wire.ts';
import { Player } from '../service/player.ts';
import { startService } from '../service/process.ts';
import { playerId } from './boards-fill.ts';

const CONNECTIONS = 8;
const PLAYERS = 40;
/** Sent together; the figure is the middle one of these. */
const TOGETHER = 100;
/** Runs of 20 to 35 seconds, as short as most boards have them: what is done for each of them besides counts for more there. */
export const JUDGED_BOARD = 'training/03:set:skip:tas';
/** Judged between two looks at the bare simulation. */
const BATCH = 150;
const BATCHES = 4;
const WARM = 1200;

export interface SubmitFigures {
  readonly accepted: number;
  readonly perSecond: number;
  /** The slowest and the fastest hundred. */
  readonly least: number;
  readonly most: number;
}

/** By a process that only takes runs (`--role web`): judging them is measured by itself, and would have cores of its own. */
export async function measureSubmissions(databaseUrl: string, runs: readonly Replay[]): Promise<SubmitFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'syntony-bench-'));
  const env = {
    DATABASE_URL: databaseUrl,
    DATABASE_CONNECTIONS: String(CONNECTIONS),
    DATA_DIR: dataDir,
    LIMITS: 'off',
  };
  const service = await startService(env, 'web').catch((error: unknown) => {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  });
  const url = loopback(service.url);
  const wire = new Wire(url, CONNECTIONS);
  try {
    const players: Player[] = [];
    for (let i = 0; i < PLAYERS; i++)
      players.push(await Player.registered((path, init) => fetch(new URL(path, url), init)));
    // signed before the clock starts: it is the service that is measured
    const sent = runs.map((replay, i) => submission(players[i % PLAYERS], replay, BOARD));
    const rates: number[] = [];
    for (let from = 0; from < sent.length; from += TOGETHER) {
      const part = sent.slice(from, from + TOGETHER);
      progress(from, sent.length, 'runs sent');
      const began = performance.now();
      await inParallel(CONNECTIONS, part, async (asked) => {
        const { status, text } = await wire.ask(asked);
        if (status !== 202) throw new Error(`a run was not accepted: ${status} ${text}`);
      });
      // the first is to warm up
      if (from > 0) rates.push((part.length * 1000) / (performance.now() - began));
    }
    return {
      accepted: sent.length,
      perSecond: Math.round(median(rates) ?? 0),
      least: Math.round(Math.min(...rates)),
      most: Math.round(Math.max(...rates)),
    };
  } finally {
    wire.close();
    await service.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function inParallel<T>(many: number, all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  let next = 0;
  const line = async (): Promise<void> => {
    while (next < all.length) await work(all[next++]);
  };
  await Promise.all(Array.from({ length: many }, line));
}

export interface JudgeFigures {
  readonly store: Store['kind'];
  readonly runs: number;
  readonly perSecond: number;
  /** The simulation alone. */
  readonly bare: number;
  readonly ratio: number;
}

export async function measureJudging(store: Store, content: Content, runs: readonly Replay[]): Promise<JudgeFigures> {
  const { files: levels } = readLevels();
  const pool = new Pool({
    content: { levels, program: null, cities: NO_CITIES },
    archive: {},
    threads: 1,
    budgetMs: () => 60_000,
  });
  try {
    const figures: { readonly judged: number; readonly bare: number }[] = [];
    await warmUp(pool, content, runs);
    for (let k = 0; k < BATCHES; k++) {
      progress(k, BATCHES, `batches judged on ${store.kind}`);
      const part = runs.slice(k * BATCH, (k + 1) * BATCH);
      const bare = perSecond(part.length, simulated(content, part));
      await put(store, k, part);
      const judged = perSecond(part.length, await judgedAll(store, pool, part.length));
      figures.push({ judged, bare });
    }
    const of = (read: (one: (typeof figures)[number]) => number): number => short(median(figures.map(read)) ?? 0);
    return {
      store: store.kind,
      runs: BATCHES * BATCH,
      perSecond: of(({ judged }) => judged),
      bare: of(({ bare }) => bare),
      ratio: of(({ judged, bare }) => judged / bare),
    };
  } finally {
    await pool.close();
  }
}

export const JUDGED = BATCHES * BATCH;

/** A thread knows the code after a thousand runs or two, and so does this one. */
async function warmUp(pool: Pool, content: Content, runs: readonly Replay[]): Promise<void> {
  const player = playerId(0);
  for (let judged = 0; judged < WARM; judged += JUDGED) {
    progress(judged, WARM, 'runs judged to warm up');
    const part = runs.slice(0, JUDGED);
    simulated(content, part);
    const found = part.map((replay) => {
      const { seed, content: of, build, ticks } = replay;
      const binding = { player, ticket: '', board: JUDGED_BOARD, seed, content: of, build };
      return pool.judge({ bytes: encode({ ...replay, board: JUDGED_BOARD, player }), binding, checkpoints: [] }, ticks);
    });
    await Promise.all(found);
  }
}

function perSecond(runs: number, ms: number): number {
  return (runs * 1000) / ms;
}

function simulated(content: Content, runs: readonly Replay[]): number {
  const began = performance.now();
  for (const replay of runs) {
    const { verdict } = simulate(content, replay);
    if (verdict !== 'verified') throw new Error(`a run of the bench is ${verdict}`);
  }
  return performance.now() - began;
}

/** As if they had been sent, by one who has no best yet that one of them could fall short of. */
async function put(store: Store, nth: number, runs: readonly Replay[]): Promise<void> {
  const player = playerId(nth);
  await store.players.add({
    id: player,
    key: '',
    name: `Runner ${nth}`,
    skeleton: `runner${nth}`,
    country: null,
    at: 0,
  });
  for (const replay of runs) {
    const bytes = encode({ ...replay, board: JUDGED_BOARD, player });
    const id = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    const { how } = await store.submissions.take({
      run: pendingRun({
        id,
        player,
        board: JUDGED_BOARD,
        seed: replay.seed,
        content: replay.content,
        build: replay.build,
        ticks: replay.ticks,
        log_inputs: inputHash(replay),
        submitted: Date.now(),
        size: bytes.length,
      }),
      bytes,
      cost: 1,
      burst: 1e9,
    });
    if (how !== 'accepted') throw new Error(`a run was not accepted but ${how}`);
  }
}

function judgedAll(store: Store, pool: Pool, runs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    let left = runs;
    const worker = new Worker({
      store,
      pool,
      now: () => Date.now(),
      log: logTo((line) => reject(new Error(`the judge says: ${line}`)), 'warn'),
      onVerdict(verdict) {
        if (verdict !== 'verified') reject(new Error(`a run of the bench is ${verdict}`));
        if (--left > 0) return;
        const ms = performance.now() - began;
        void worker.stop().then(() => resolve(ms));
      },
    });
  });
}
