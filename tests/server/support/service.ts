// The service in this process, with a clock that a test sets, and real judges where it asks for them.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { makeContent } from '../../../src/content.ts';
import type { CitiesFile } from '../../../src/core/run/cities.ts';
import type { Replay } from '../../../src/core/replay/replay.ts';
import type { Program } from '../../../src/core/yarn/program.ts';
import { Limits } from '../../../src/server/api/limits.ts';
import { Boards } from '../../../src/server/boards.ts';
import { Feed } from '../../../src/server/feed.ts';
import { Pool } from '../../../src/server/judge/pool.ts';
import type { ContentFile } from '../../../src/server/judge/words.ts';
import { Worker } from '../../../src/server/judge/worker.ts';
import { logTo, type Log } from '../../../src/server/log.ts';
import { Metrics } from '../../../src/server/metrics.ts';
import { routes } from '../../../src/server/routes.ts';
import type { Service } from '../../../src/server/service.ts';
import { openStore, type Store } from '../../../src/server/store/store.ts';
import { contentFile as contentText } from '../../../src/tools/content-file.ts';
import { Player, type Fetch } from '../../../src/tools/service/player.ts';
import { until } from './until.ts';

export const contentFile = JSON.parse(contentText()) as ContentFile;
export const content = makeContent(
  contentFile.levels,
  contentFile.program as Program,
  contentFile.cities as CitiesFile,
);

export const MODERATOR = 'a-token-of-a-moderator';

interface Clock {
  /** Milliseconds; stands still until a test moves it. */
  at: number;
}

export interface Run {
  readonly id: string;
  readonly verdict: string;
  readonly state: string;
  readonly hidden: boolean;
  readonly why: string | null;
  readonly badges: readonly string[];
  readonly paused: boolean;
  readonly assists: readonly string[];
  readonly attempts: number;
  readonly times: { readonly primary: number; readonly realtime: number | null; readonly ticks: number };
}

export interface Stage {
  readonly service: Service;
  readonly app: Hono;
  readonly store: Store;
  readonly clock: Clock;
  /** The folder of its database. */
  readonly folder: string;
  readonly log: readonly string[];
  readonly fetch: Fetch;
  readonly player: (name?: string) => Promise<Player>;
  readonly moderate: (method: string, path: string, body?: object) => Promise<Response>;
  readonly json: <T>(path: string) => Promise<T>;
  /** That somebody played it at `speed` times the speed of the game, and said so all along. */
  readonly playLive: (player: Player, replay: Replay, ticket: string, speed?: number) => Promise<void>;
  /** Sent, and judged by now. */
  readonly verdictOn: (player: Player, bytes: Uint8Array) => Promise<Run>;
  readonly close: () => Promise<void>;
}

export interface StageOptions {
  readonly judges?: boolean;
  readonly limits?: boolean;
  readonly distDir?: string;
  /** Of another database than a file. */
  readonly url?: string;
  readonly addressOf?: Service['addressOf'];
  readonly budgetMs?: (ticks: number) => number;
}

export async function stage(options: StageOptions = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'syntony-stage-'));
  const store = await openStore({ url: options.url ?? '', file: join(folder, 'boards.db'), connections: 5 });
  const clock: Clock = { at: Date.parse('2026-11-21T12:00:00Z') };
  const now = (): number => clock.at;
  const lines: string[] = [];
  const log: Log = logTo((line) => lines.push(line), 'debug');
  const metrics = new Metrics();
  const feed = new Feed(store, log);
  const { judges = false, budgetMs = () => 60_000 } = options;
  const pool = judges ? new Pool({ content: contentFile, archive: {}, threads: 1, budgetMs }) : null;
  const worker =
    pool === null ? null : new Worker({ store, pool, log, now, onVerdict: (said, ms) => metrics.verdict(said, ms) });
  const service: Service = {
    store,
    boards: new Boards(content, []),
    log,
    metrics,
    limits: new Limits(now, options.limits ?? false),
    now,
    moderators: new Map([['mo', MODERATOR]]),
    addressOf: options.addressOf ?? (() => '192.0.2.1'),
    nudge: () => worker?.nudge(),
    feed,
  };
  const app = routes(options.distDir ?? folder, service);
  const fetch: Fetch = async (path, init) => app.request(path, init);
  const json = async <T>(path: string): Promise<T> => {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  return {
    service,
    app,
    store,
    clock,
    folder,
    log: lines,
    fetch,
    json,
    player: (name) => Player.registered(fetch, name, now),
    moderate: (method, path, body) =>
      fetch(path, {
        method,
        headers: { Authorization: `Bearer ${MODERATOR}`, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    async playLive(player, replay, ticket, speed = 1) {
      const began = clock.at;
      for (const { tick, chain } of Player.checkpoints(replay)) {
        clock.at = began + Math.round((tick * 1000) / 120 / speed);
        const answer = await player.post(`/api/tickets/${ticket}/checkpoints`, { tick, chain });
        if (!answer.ok) throw new Error(await answer.text());
      }
    },
    async verdictOn(player, bytes) {
      const answer = await player.send(bytes);
      const said = (await answer.json()) as Run & { error?: { message: string } };
      if (!answer.ok) throw new Error(said.error?.message);
      return until('a verdict', async () => {
        const run = await json<Run>(`/api/runs/${said.id}`);
        return run.state === 'pending' ? undefined : run;
      });
    },
    async close() {
      feed.stop();
      await worker?.stop();
      await pool?.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
