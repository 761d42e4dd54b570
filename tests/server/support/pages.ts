// A service with somebody on its boards, and its pages as a browser without scripts gets them.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { Limits } from '../../../src/server/api/limits.ts';
import { Boards } from '../../../src/server/boards.ts';
import { logTo } from '../../../src/server/log.ts';
import { Metrics } from '../../../src/server/metrics.ts';
import { routes } from '../../../src/server/routes.ts';
import type { Service } from '../../../src/server/service.ts';
import { openStore } from '../../../src/server/store/store.ts';
import { readContent } from '../../../src/tools/content.ts';
import { newPlayer, verifiedRun } from './rows.ts';

export const NOW = Date.parse('2026-11-21T12:00:00Z');
export const BOARD = 'training/01:set:skip:plain';
export const DAILY = 'training/02:daily-2026-11-21:skip:plain';
export const EMPTY = 'training/03:set:skip:plain';
export const STORY = 'coves:set:all:plain';
export const HOSTILE = `<script>alert("1")</script>'&`;

const folder = mkdtempSync(join(tmpdir(), 'syntony-pages-'));
mkdirSync(join(folder, 'dist'));
writeFileSync(join(folder, 'dist/index.html'), '<title>Syntony</title>');
export const service: Service = {
  store: await openStore({ url: '', file: join(folder, 'boards.db'), connections: 1 }),
  boards: new Boards(readContent(), []),
  log: logTo(() => undefined, 'error'),
  metrics: new Metrics(),
  limits: new Limits(() => NOW, false),
  now: () => NOW,
  moderators: new Map(),
  addressOf: () => 'somewhere',
  nudge: () => undefined,
  feed: { watch: () => () => undefined },
};
export const { store } = service;
const dist = join(folder, 'dist');
export const app = routes(dist, service);

/** Who was put in, by name. */
const ids = new Map<string, string>();
export const runs = new Map<string, string>();
export const of = (name: string): string => ids.get(name) ?? '';

async function put(
  name: string,
  ticks: number,
  more: { country?: string; live?: number; board?: string } = {},
): Promise<void> {
  const { country, live = 0, board = BOARD } = more;
  const known = ids.get(name);
  const player = known ?? (await newPlayer(store, { name, ...(country === undefined ? {} : { country }) }));
  ids.set(name, player);
  const run = await verifiedRun(
    store,
    player,
    { board, ticks, live, nth: 1, submitted: NOW - 5000, started: NOW - 60_000 },
    NOW,
  );
  runs.set(`${name} ${board}`, run.id);
}

/** Who is there, and what they did. */
export async function fill(): Promise<void> {
  await put('Aino', 3600, { country: 'FI', live: 1 });
  await put('Bela', 3720, { country: 'HU' });
  await put('Cleo', 3720);
  await put(HOSTILE, 4000, { country: 'FI' });
  for (let i = 0; i < 60; i++) await put(`Runner ${i}`, 5000 + 10 * i);
  await put('Aino', 2400, { board: DAILY });
  await put('Bela', 2400, { board: 'training/02:daily-2026-11-20:skip:plain' });
  await put('Cleo', 90_000, { board: STORY });
}

export async function empty(): Promise<void> {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

/** The same with something in its place. */
export function appWith(other: Partial<Service>): ReturnType<typeof routes> {
  return routes(dist, { ...service, ...other });
}

export async function text(path: string, status = 200): Promise<string> {
  const answer = await app.request(path);
  expect([path, answer.status, answer.headers.get('Content-Type')]).toEqual([path, status, 'text/html; charset=UTF-8']);
  return (await answer.text()).replace(/\s+/g, ' ');
}

/** What is read of it, without its tags. */
export async function words(path: string, status = 200): Promise<string> {
  return (await text(path, status))
    .replace(/<title>.*?<\/title>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

function untagged(cell: string): string {
  return cell
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The cells of each row of the first table. */
export async function table(path: string): Promise<string[][]> {
  const first = /<tbody.*?<\/tbody>/.exec(await text(path))?.[0] ?? '';
  return [...first.matchAll(/<tr.*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<td.*?<\/td>/g)].map(([cell]) => untagged(cell)),
  );
}

export const PAGES = (): readonly string[] => [
  '/boards',
  `/boards/${BOARD}`,
  `/boards/${BOARD}?filter=live`,
  `/boards/${BOARD}?filter=FI`,
  `/boards/${BOARD}?player=${of('Bela')}`,
  `/boards/${DAILY}`,
  `/boards/${STORY}`,
  `/boards/${EMPTY}`,
  `/players/${of('Aino')}`,
  `/players/${of(HOSTILE)}`,
  `/runs/${runs.get(`Aino ${BOARD}`) ?? ''}`,
  `/runs/${runs.get(`${HOSTILE} ${BOARD}`) ?? ''}`,
  '/api',
  `/embed/boards/${BOARD}`,
  `/overlay/${of('Aino')}?board=${BOARD}`,
];
export const WRONG = [
  '/boards/nowhere',
  '/boards/training/01:set:all:plain',
  '/players/nobody',
  '/runs/nothing',
  '/embed/nothing',
];
