// The service put together from its settings: for main, and for whoever tests or measures the whole of it.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from '@hono/node-server';
import type { Context } from 'hono';
import type { Content } from '../core/run/content.ts';
import { Limits } from './api/limits.ts';
import { Boards } from './boards.ts';
import { Feed } from './feed.ts';
import { Pool } from './judge/pool.ts';
import type { ContentFile } from './judge/words.ts';
import { Worker } from './judge/worker.ts';
import { logTo, type Log } from './log.ts';
import { Metrics } from './metrics.ts';
import { routes } from './routes.ts';
import type { Service } from './service.ts';
import type { Settings } from './settings.ts';
import { AwayError } from './store/sql.ts';
import { openStore, type Store } from './store/store.ts';
import { sendWebhooks } from './webhooks.ts';

/** What a run of so many ticks may cost to judge: many times what it does. */
const BUDGET_MS = 10_000;
const BUDGET_MS_PER_TICK = 1 / 20;
const HOUSEKEEPING_MS = 60_000;
const EVENTS_KEPT_MS = 30 * 24 * 3600 * 1000;
/** Who sends their headers or body so slowly is let go. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
/** How long a request under way may take to finish after Ctrl-C. */
const PATIENCE_MS = 2000;
const RETRY_MS = 1000;

export interface Running {
  readonly url: string;
  readonly store: Store;
  /** What is under way is finished. */
  readonly stop: () => Promise<void>;
}

export interface RunOptions {
  readonly settings: Settings;
  readonly content: Content;
  readonly contentFile: ContentFile;
  readonly log?: Log;
  readonly mayCallHome?: boolean;
}

/** Runs of builds that went before are judged by their own code, which a release leaves in this folder. */
function readArchive(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder)) {
    const manifest = join(folder, name, 'manifest.json');
    if (!existsSync(manifest)) continue;
    const { build, contents } = JSON.parse(readFileSync(manifest, 'utf8')) as { build: string; contents: string[] };
    for (const content of contents) found[`${build} ${content}`] = pathToFileURL(join(folder, name, 'judge.mjs')).href;
  }
  return found;
}

export async function run({
  settings,
  content,
  contentFile,
  log: given,
  mayCallHome = false,
}: RunOptions): Promise<Running> {
  const log = given ?? logTo((line) => process.stdout.write(`${line}\n`), settings.logLevel);
  const { now } = Date;
  const archive = readArchive(settings.archiveDir);
  const store = await opened(settings, log);
  const metrics = new Metrics();
  const feed = new Feed(store, log);
  const stops: (() => Promise<void>)[] = [];
  let judging: Worker | null = null;
  if (settings.role !== 'web') {
    const pool = new Pool({
      content: contentFile,
      archive,
      threads: settings.threads,
      budgetMs: (ticks) => BUDGET_MS + ticks * BUDGET_MS_PER_TICK,
    });
    const worker = new Worker({ store, pool, log, now, onVerdict: (verdict, ms) => metrics.verdict(verdict, ms) });
    judging = worker;
    const stopWebhooks = sendWebhooks({ store, log, now, mayCallHome });
    const housekeeping = setInterval(() => void keepHouse(store, log), HOUSEKEEPING_MS);
    stops.push(async () => {
      clearInterval(housekeeping);
      await stopWebhooks();
      await worker.stop();
      await pool.close();
    });
  }
  const service: Service = {
    store,
    boards: new Boards(content, Object.keys(archive)),
    log,
    metrics,
    limits: new Limits(now, settings.limits),
    now,
    moderators: settings.moderators,
    addressOf: (c) => addressOf(c, settings.proxies),
    nudge: () => judging?.nudge(),
    feed,
  };
  const url = settings.role === 'worker' ? '' : await listen(settings, service, stops);
  return {
    url,
    store,
    async stop() {
      feed.stop();
      for (const stop of [...stops].reverse()) await stop();
      await store.close();
    },
  };
}

/** A database that is not there yet is waited for: who starts both at once need not say which comes first. */
async function opened({ databaseUrl, dataDir, connections }: Settings, log: Log): Promise<Store> {
  for (;;) {
    try {
      return await openStore({ url: databaseUrl, file: join(dataDir, 'boards.db'), connections });
    } catch (error) {
      if (!(error instanceof AwayError)) throw error;
      log.warn('waiting for the database', { error: error.message });
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

async function keepHouse(store: Store, log: Log): Promise<void> {
  try {
    await store.tickets.forgetOld(Date.now());
    await store.events.forgetOld(Date.now() - EVENTS_KEPT_MS);
  } catch (error) {
    log.warn('old tickets and events could not be put away', { error: String(error) });
  }
}

function listen({ port, distDir }: Settings, service: Service, stops: (() => Promise<void>)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: routes(distDir, service).fetch,
        port,
        serverOptions: { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS },
      },
      (address: AddressInfo) => resolve(`http://localhost:${address.port}`),
    );
    server.on('error', reject);
    stops.push(
      () =>
        new Promise((done) => {
          server.close(() => done());
          if ('closeIdleConnections' in server) server.closeIdleConnections();
          setTimeout(() => {
            if ('closeAllConnections' in server) server.closeAllConnections();
          }, PATIENCE_MS).unref();
        }),
    );
  });
}

/** The last address that a proxy of ours did not write itself. */
function addressOf(c: Context, proxies: number): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  const direct = incoming?.socket?.remoteAddress ?? 'nowhere';
  if (proxies === 0) return direct;
  const said = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim());
  return said[said.length - proxies] || direct;
}
