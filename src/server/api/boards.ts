// The boards: who is first, who is near, how many are how fast.

import { z } from 'zod';
import { percentile } from '../../core/board/rank.ts';
import { timeOf } from '../../core/replay/time.ts';
import type { Service } from '../service.ts';
import { countryList, liveList, type Cursor, type Placed } from '../store/lists.ts';
import { ApiError } from './errors.ts';
import { route, type Route } from './route.ts';
import { BoardId, Filter, placed, Place, PlayerId, wholeIn } from './shapes.ts';
import { boardOf } from './tickets.ts';

const BoardAnswer = z.object({
  id: z.string(),
  title: z.string(),
  values: z.object({ seed: z.string(), text: z.string(), play: z.string() }),
  runs: z.int().describe('how many players have a verified run'),
});
const Page = z.object({
  board: z.string(),
  filter: z.string(),
  total: z.int(),
  entries: z.array(Place),
  next: z.string().nullable(),
});
const filter = Filter.optional().describe('all, live, or a country as FI');
const BARS_MOST = 200;

export const boards: readonly Route[] = [
  route({
    id: 'boards',
    method: 'GET',
    path: '/api/boards',
    doc: 'All boards that can be played now, and how many stand on each.',
    who: 'nobody',
    limit: 'read',
    cache: 'public, max-age=10',
    query: z.object({ plan: z.string().max(80).optional() }),
    answer: { status: 200, type: 'application/json', schema: z.object({ boards: z.array(BoardAnswer) }) },
    errors: [],
    async handle({ service, query, now }) {
      const rows = service.boards.all(now).filter(({ board }) => query.plan === undefined || board.plan === query.plan);
      const sizes = new Map(
        (await service.store.lists.sizesOf(rows.map(({ id }) => id))).map(({ list, n }) => [list, n]),
      );
      const all = rows.map(({ id, title, board: { seed, text, play } }) => ({
        id,
        title,
        values: { seed, text, play },
        runs: sizes.get(id) ?? 0,
      }));
      return { json: { boards: all } };
    },
  }),
  route({
    id: 'board',
    method: 'GET',
    path: '/api/boards/{board}',
    doc: 'A board from the top, or on from a cursor: `next` of the page before.',
    who: 'nobody',
    limit: 'read',
    cache: 'public, max-age=2',
    params: z.object({ board: BoardId }),
    query: z.object({ filter, after: z.string().max(80).optional(), limit: wholeIn(1, 100).optional() }),
    answer: { status: 200, type: 'application/json', schema: Page },
    errors: ['noSuchBoard'],
    handle: async ({ service, params, query }) => ({ json: await boardPage(service, params.board, query) }),
  }),
  route({
    id: 'around',
    method: 'GET',
    path: '/api/boards/{board}/around/{player}',
    doc: 'A player’s place, and who stands next to them.',
    who: 'nobody',
    limit: 'read',
    params: z.object({ board: BoardId, player: PlayerId }),
    query: z.object({ filter, limit: wholeIn(1, 25).optional() }),
    answer: {
      status: 200,
      type: 'application/json',
      schema: z.object({
        board: z.string(),
        filter: z.string(),
        total: z.int(),
        percentile: z.int(),
        entries: z.array(Place),
      }),
    },
    errors: ['noSuchBoard', 'noSuchPlayer'],
    async handle({ service, params, query }) {
      const found = await around(service, params.board, params.player, query);
      if (found === null) throw new ApiError('noSuchPlayer', 'That player does not stand on this board.');
      return { json: found };
    },
  }),
  route({
    id: 'rank',
    method: 'GET',
    path: '/api/boards/{board}/rank',
    doc: 'The place that a time has, or would have.',
    who: 'nobody',
    limit: 'read',
    params: z.object({ board: BoardId }),
    query: z.object({ filter, ticks: wholeIn(0, 10_000_000) }),
    answer: {
      status: 200,
      type: 'application/json',
      schema: z.object({ place: z.int(), total: z.int(), percentile: z.int(), time: z.number() }),
    },
    errors: ['noSuchBoard'],
    async handle({ service, params, query }) {
      const list = listOf(boardOf(service, params.board).id, query.filter);
      const [faster, total] = await Promise.all([
        service.store.lists.faster(list, query.ticks),
        service.store.lists.size(list),
      ]);
      return { json: { place: faster + 1, total, percentile: percentile(faster, total), time: timeOf(query.ticks) } };
    },
  }),
  route({
    id: 'histogram',
    method: 'GET',
    path: '/api/boards/{board}/histogram',
    doc: 'How many are how fast, in bars of equal width.',
    who: 'nobody',
    limit: 'read',
    cache: 'public, max-age=5',
    params: z.object({ board: BoardId }),
    query: z.object({ filter, bars: wholeIn(1, BARS_MOST).optional() }),
    answer: {
      status: 200,
      type: 'application/json',
      schema: z.object({
        total: z.int(),
        bars: z.array(z.object({ from: z.number(), to: z.number(), n: z.int() })),
      }),
    },
    errors: ['noSuchBoard'],
    handle: async ({ service, params, query }) => ({
      json: await histogram(service, listOf(boardOf(service, params.board).id, query.filter), query.bars ?? 40),
    }),
  }),
];

type FilterName = z.infer<typeof Filter>;

export function listOf(board: string, named: FilterName | undefined): string {
  if (named === undefined || named === 'all') return board;
  return named === 'live' ? liveList(board) : countryList(board, named);
}

export async function boardPage(
  service: Service,
  board: string,
  query: {
    readonly filter?: FilterName | undefined;
    readonly after?: string | undefined;
    readonly limit?: number | undefined;
  },
): Promise<z.infer<typeof Page>> {
  const { lists } = service.store;
  const limit = query.limit ?? 50;
  const list = listOf(boardOf(service, board).id, query.filter);
  const from = query.after === undefined ? null : readCursor(query.after);
  const rows = from === null ? await lists.top(list, limit) : await lists.after(list, from, limit);
  const last = rows.at(-1);
  const entries = await inOrder(service.store, list, rows);
  const next = last === undefined || rows.length < limit ? null : writeCursor(last);
  return { board, filter: query.filter ?? 'all', total: await lists.size(list), entries, next };
}

export async function around(
  service: Service,
  board: string,
  player: string,
  query: { readonly filter?: FilterName | undefined; readonly limit?: number | undefined },
) {
  const { lists } = service.store;
  const side = query.limit ?? 5;
  const list = listOf(boardOf(service, board).id, query.filter);
  const own = await lists.of(list, player);
  if (own === undefined) return null;
  const [before, after, total, fasterThanOwn] = await Promise.all([
    lists.before(list, own, side),
    lists.after(list, own, side),
    lists.size(list),
    lists.faster(list, own.ticks),
  ]);
  const rows = [...[...before].reverse(), own, ...after];
  const entries = await inOrder(service.store, list, rows);
  return { board, filter: query.filter ?? 'all', total, percentile: percentile(fasterThanOwn, total), entries };
}

/**
 * Equals share a place, also with those whom this page does not show. Asked of the counts and not of the page before: others
 * may have come in between.
 */
async function inOrder(
  { lists }: Service['store'],
  list: string,
  rows: readonly Placed[],
): Promise<z.infer<typeof Place>[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const next = rows.findIndex(({ ticks }) => ticks !== first.ticks);
  const slower = rows[next];
  const [faster, before] = await Promise.all([
    lists.faster(list, first.ticks),
    slower === undefined ? 0 : lists.faster(list, slower.ticks),
  ]);
  let place = faster + 1;
  return rows.map((row, i) => {
    // after the equals of the first, the page shows everybody
    if (i > 0 && row.ticks !== rows[i - 1]?.ticks) place = before - next + i + 1;
    return placed(row, place);
  });
}

async function histogram(service: Service, list: string, bars: number) {
  const blocks = await service.store.lists.blocks(list);
  const first = blocks[0]?.block ?? 0;
  const last = blocks.at(-1)?.block ?? 0;
  const width = Math.max(1, Math.ceil((last - first + 1) / bars));
  const counts = Array.from({ length: Math.ceil((last - first + 1) / width) }, () => 0);
  for (const { block, n } of blocks) {
    const at = Math.floor((block - first) / width);
    counts[at] = (counts[at] ?? 0) + n;
  }
  const edge = (k: number): number => timeOf((first + k * width) * 128);
  return {
    total: blocks.reduce((sum, { n }) => sum + n, 0),
    bars: blocks.length === 0 ? [] : counts.map((n, k) => ({ from: edge(k), to: edge(k + 1), n })),
  };
}

export { histogram };

function writeCursor({ ticks, verified, player }: Placed): string {
  return `${ticks}.${verified}.${player}`;
}

function readCursor(text: string): Cursor {
  const [, ticks, verified, player] = /^(\d{1,9})\.(\d{1,15})\.([\w-]{22})$/.exec(text) ?? [];
  if (ticks === undefined || verified === undefined || player === undefined)
    throw new ApiError('badRequest', '`after` is the `next` of the page before.', { field: 'after' });
  return { ticks: Number(ticks), verified: Number(verified), player };
}
