// Who stands where. A list is a board, or a board with one condition: `coves/01:set:skip:plain`, the same with `|live`, with
// `|FI`. Each list has the best run of each player, and counts of times by tick and by 128 ticks, kept in the transaction
// that changes it: a rank is a sum over two short ranges, whatever the length of the list.

import { dayOf, parseBoard } from '../../core/board/category.ts';
import { among, inParts, limitOf, listed, rowsOf, sql, type Query, type Sql, type Tx } from './sql.ts';

/** Ticks in a block of the coarse counts. */
const BLOCK = 128;

export interface Placed {
  readonly player: string;
  readonly name: string;
  readonly country: string | null;
  readonly run: string;
  readonly ticks: number;
  readonly verified: number;
  readonly live: number;
  readonly paused: number;
  readonly nth: number;
  readonly submitted: number;
  readonly started: number | null;
}

export interface Head {
  readonly list: string;
  readonly n: number;
  readonly ticks: number;
}

/** Where a page of a list goes on. */
export interface Cursor {
  readonly ticks: number;
  readonly verified: number;
  readonly player: string;
}

export function liveList(board: string): string {
  return `${board}|live`;
}

export function countryList(board: string, country: string): string {
  return `${board}|${country}`;
}

interface Counted {
  readonly ticks: number;
  readonly verified: number;
  readonly run: string;
}

/** Changes of counts, gathered while a transaction lasts and written in one order at its end. */
export class Tally {
  private readonly h0 = new Map<string, number>();
  private readonly h1 = new Map<string, number>();
  private readonly sizes = new Map<string, number>();

  add(list: string, ticks: number, n: 1 | -1): void {
    bump(this.h0, `${list}\n${ticks}`, n);
    bump(this.h1, `${list}\n${Math.floor(ticks / BLOCK)}`, n);
    bump(this.sizes, list, n);
  }

  async keep(tx: Tx): Promise<void> {
    for (const rows of changed(this.h0))
      await tx.run(sql`insert into h0 (list, tick, n) select list, place, n from ${rowsOf(tx.kind, COUNTS, rows)} c where true
        on conflict (list, tick) do update set n = h0.n + excluded.n`);
    for (const rows of changed(this.h1))
      await tx.run(sql`insert into h1 (list, block, n) select list, place, n from ${rowsOf(tx.kind, COUNTS, rows)} c where true
        on conflict (list, block) do update set n = h1.n + excluded.n`);
    for (const rows of changed(this.sizes))
      await tx.run(sql`insert into sizes (list, n) select list, n from ${rowsOf(tx.kind, COUNTS, rows)} c where true
        on conflict (list) do update set n = sizes.n + excluded.n`);
  }
}

const COUNTS = { list: 'text', place: 'integer', n: 'integer' } as const;

function bump(counts: Map<string, number>, key: string, n: number): void {
  counts.set(key, (counts.get(key) ?? 0) + n);
}

/** In one order, so that two who write the same never wait for each other. */
function* changed(counts: ReadonlyMap<string, number>): Generator<readonly (readonly (string | number)[])[]> {
  const all = [...counts].filter(([, n]) => n !== 0).sort(([x], [y]) => (x < y ? -1 : 1));
  for (const part of inParts(all)) {
    yield part.map(([key, n]) => {
      const [list, place] = key.split('\n');
      return [list, Number(place ?? 0), n];
    });
  }
}

/** Somebody on a board. */
export interface Standing {
  readonly board: string;
  readonly player: string;
}

/**
 * Puts a player's best into every list of a board, from the runs as they now stand. Whatever changed (a verdict, a run that
 * is hidden or shown again, a country), this is how the lists hear of it; the board is locked by whoever calls.
 */
export function relist(tx: Tx, board: string, player: string, tally: Tally): Promise<void> {
  return relistAll(tx, [{ board, player }], tally);
}

/** The same for many at once: a few statements for all of them together. */
export async function relistAll(tx: Tx, standings: readonly Standing[], tally: Tally): Promise<void> {
  const each = new Map(standings.map((one) => [placeOf(one.board, one.player), one]));
  for (const part of inParts([...each.values()])) await relistPart(tx, part, tally);
}

const LISTED = {
  list: 'text',
  player: 'text',
  board: 'text',
  ticks: 'integer',
  verified: 'bigint',
  run: 'text',
} as const;

interface Listed extends Counted, Standing {
  readonly list: string;
}

async function relistPart(tx: Tx, part: readonly Standing[], tally: Tally): Promise<void> {
  const wanted = await wantedOf(tx, part);
  const had = await tx.all<Listed>(sql`select b.list, b.board, b.player, b.ticks, b.verified, b.run
    from ${rowsOf(
      tx.kind,
      { board: 'text', player: 'text' },
      part.map(({ board, player }) => [board, player]),
    )} v
    cross join best b where b.player = v.player and b.board = v.board ${among(tx.kind, sql`b.player`, playersOf(part))}`);
  for (const { list, player, ticks, run } of had) {
    const key = placeOf(list, player);
    const now = wanted.get(key);
    if (now?.run === run) {
      wanted.delete(key);
      continue;
    }
    tally.add(list, ticks, -1);
    if (now === undefined) await tx.run(sql`delete from best where list = ${list} and player = ${player}`);
  }
  for (const rows of inParts([...wanted.values()])) {
    for (const { list, ticks } of rows) tally.add(list, ticks, 1);
    const values = rows.map(({ list, player, board, ticks, verified, run }) => [
      list,
      player,
      board,
      ticks,
      verified,
      run,
    ]);
    await tx.run(sql`insert into best (list, player, board, ticks, verified, run)
      select list, player, board, ticks, verified, run from ${rowsOf(tx.kind, LISTED, values)} v where true
      on conflict (list, player) do update set ticks = excluded.ticks, verified = excluded.verified, run = excluded.run`);
  }
}

function playersOf(part: readonly Standing[]): Query {
  return listed([...new Set(part.map(({ player }) => player))]);
}

/** Where each of them should stand, and with what. */
async function wantedOf(tx: Tx, part: readonly Standing[]): Promise<Map<string, Listed>> {
  const found = await tx.all<{ id: string; country: string | null }>(
    sql`select id, country from players where hidden = 0 and id in ${playersOf(part)}`,
  );
  const countries = new Map(found.map(({ id, country }) => [id, country]));
  const shown = part.filter(({ player }) => countries.has(player));
  const best = await bestOf(tx, shown, sql``);
  const slower = best.filter(({ live }) => live === 0);
  const live = [...best.filter((one) => one.live === 1), ...(await bestOf(tx, slower, sql`and x.live = 1`))];
  const wanted = new Map<string, Listed>();
  const want = (list: string, { board, player, ticks, verified, run }: Best): void =>
    void wanted.set(placeOf(list, player), { list, board, player, ticks, verified, run });
  for (const one of best) {
    want(one.board, one);
    const country = countries.get(one.player) ?? null;
    if (country !== null) want(countryList(one.board, country), one);
  }
  for (const one of live) want(liveList(one.board), one);
  return wanted;
}

interface Best extends Counted, Standing {
  readonly live: number;
}

async function bestOf(tx: Tx, standings: readonly Standing[], more: Query): Promise<readonly Best[]> {
  if (standings.length === 0) return [];
  const rows = standings.map(({ board, player }) => {
    const parsed = parseBoard(board);
    // of a day's attempts only the first is ranked
    return [board, player, parsed !== null && dayOf(parsed) !== null ? 'first' : 'any'];
  });
  return tx.all(sql`select r.board, r.player, r.id as run, r.ticks, r.verified, r.live
    from ${rowsOf(tx.kind, { board: 'text', player: 'text', which: 'text' }, rows)} v cross join runs r
    where r.id = (select x.id from runs x
      where x.player = v.player and x.board = v.board and x.state = 'verified' and x.hidden = 0
        and (v.which = 'any' or x.nth = 1) ${more}
      order by x.ticks, x.verified, x.id limit 1)`);
}

function placeOf(list: string, player: string): string {
  return `${list}\n${player}`;
}

const PLACED = sql`b.player, p.name, p.country, b.run, b.ticks, b.verified, r.live, r.paused, r.nth, r.submitted, r.started
  from best b join players p on p.id = b.player join runs r on r.id = b.run`;

export function lists(db: Sql) {
  const faster = async (list: string, ticks: number): Promise<number> => {
    const block = Math.floor(ticks / BLOCK);
    const found = await db.one<{ n: number }>(sql`select
      coalesce((select sum(n) from h1 where list = ${list} and block < ${block}), 0) +
      coalesce((select sum(n) from h0 where list = ${list} and tick >= ${block * BLOCK} and tick < ${ticks}), 0) as n`);
    return found?.n ?? 0;
  };
  const after = (list: string, { ticks, verified, player }: Cursor, limit: number): Promise<readonly Placed[]> =>
    db.all(sql`select ${PLACED} where b.list = ${list} and (b.ticks, b.verified, b.player) > (${ticks}, ${verified}, ${player})
      order by b.ticks, b.verified, b.player ${limitOf(limit)}`);
  return {
    size: async (list: string): Promise<number> =>
      (await db.one<{ n: number }>(sql`select n from sizes where list = ${list}`))?.n ?? 0,
    /** How many are faster than this. */
    faster,
    top: (list: string, limit: number): Promise<readonly Placed[]> =>
      after(list, { ticks: -1, verified: 0, player: '' }, limit),
    after,
    /** The nearest before, the last of them first. */
    before: (list: string, { ticks, verified, player }: Cursor, limit: number): Promise<readonly Placed[]> =>
      db.all(sql`select ${PLACED} where b.list = ${list} and (b.ticks, b.verified, b.player) < (${ticks}, ${verified}, ${player})
        order by b.ticks desc, b.verified desc, b.player desc ${limitOf(limit)}`),
    of: (list: string, player: string): Promise<Placed | undefined> =>
      db.one(sql`select ${PLACED} where b.list = ${list} and b.player = ${player}`),
    /** In which lists a player stands. */
    ofPlayer: (player: string): Promise<readonly (Placed & { readonly list: string; readonly board: string })[]> =>
      db.all(
        sql`select b.list, b.board, ${PLACED} where b.player = ${player} and b.list = b.board order by b.verified desc limit 500`,
      ),
    /** Counts by blocks of 128 ticks, those that are not empty. */
    blocks: (list: string): Promise<readonly { readonly block: number; readonly n: number }[]> =>
      db.all(sql`select block, n from h1 where list = ${list} and n > 0 order by block limit 20000`),
    /** How many stand on each, and the best of them; empty ones are left out. One statement, however many there are. */
    heads: (all: readonly string[]): Promise<readonly Head[]> =>
      all.length === 0
        ? Promise.resolve([])
        : db.all(sql`select s.list, s.n, (select b.ticks from best b where b.list = s.list order by b.ticks limit 1) as ticks
            from sizes s where s.list in ${listed(all)} and s.n > 0`),
    sizesOf: (all: readonly string[]): Promise<readonly { readonly list: string; readonly n: number }[]> =>
      all.length === 0 ? Promise.resolve([]) : db.all(sql`select list, n from sizes where list in ${listed(all)}`),
    /** Which countries a board has. */
    countries: async (board: string): Promise<readonly string[]> => {
      const rows = await db.all<{ list: string }>(
        sql`select list from sizes where list > ${`${board}|`} and list < ${`${board}}`} and n > 0 order by list limit 300`,
      );
      return rows.map(({ list }) => list.slice(board.length + 1)).filter((one) => /^[A-Z]{2}$/.test(one));
    },
  };
}

/** The lists anew from the runs, for an operator who does not trust them: nobody reads half of it. */
export async function rebuildRanks(tx: Tx): Promise<number> {
  const boards = await tx.all<{ board: string }>(sql`select distinct board from runs`);
  // before anything is deleted: a verdict that is half kept would count what was here a moment ago
  await tx.lock(boards.map(({ board }) => board));
  for (const table of ['best', 'h0', 'h1', 'sizes']) await tx.run({ parts: [`delete from ${table}`], values: [] });
  const all = await tx.all<Standing>(
    sql`select distinct board, player from runs where state = 'verified' order by board, player`,
  );
  for (let i = 0; i < all.length; i += 1000) {
    const tally = new Tally();
    await relistAll(tx, all.slice(i, i + 1000), tally);
    await tally.keep(tx);
  }
  return all.length;
}

/** Where counts and lists differ: nothing, or somebody has a bug to find. */
export function miscounted(db: Sql): Promise<readonly { readonly list: string; readonly what: string }[]> {
  return db.all(sql`
    select list, 'tick ' || tick as what from (
      select list, tick, n from h0 where n <> 0
      union all select list, ticks, -count(*) from best group by list, ticks) a
    group by list, tick having sum(n) <> 0
    union all select list, 'block ' || block as what from (
      select list, block, n from h1 where n <> 0
      union all select list, ticks / 128, -count(*) from best group by list, ticks / 128) b
    group by list, block having sum(n) <> 0
    union all select list, 'size' as what from (
      select list, n from sizes where n <> 0
      union all select list, -count(*) from best group by list) c
    group by list having sum(n) <> 0
    union all select b.list, 'run ' || b.run as what from best b left join runs r on r.id = b.run
      where r.id is null or r.ticks <> b.ticks or r.state <> 'verified' or r.hidden <> 0`);
}
