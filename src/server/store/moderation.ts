// What people do about runs and names that should not stand: reports, deeds with a reason, each of which can be undone.

import { relist, Tally } from './lists.ts';
import { boardsOf } from './players.ts';
import { runIn, tell, type Run } from './runs.ts';
import { sql, type Db, type Tx } from './sql.ts';

export const DEEDS = ['hideRun', 'showRun', 'hidePlayer', 'showPlayer', 'renamePlayer'] as const;
export type Deed = (typeof DEEDS)[number];

export interface Done {
  readonly id: number;
  readonly at: number;
  readonly by: string;
  readonly deed: Deed;
  readonly target: string;
  readonly reason: string;
  /** The deed that this one takes back. */
  readonly undoes: number | null;
  /** What it was before, as JSON. */
  readonly before: string;
}

export interface Report {
  readonly id: number;
  readonly at: number;
  readonly by: string;
  readonly kind: 'report' | 'appeal';
  readonly target: string;
  readonly reason: string;
  readonly words: string;
}

export interface Order {
  readonly deed: Deed;
  readonly target: string;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
  /** For a new name. */
  readonly name?: { readonly name: string; readonly skeleton: string };
}

export function moderation(db: Db) {
  return {
    report: async (one: Omit<Report, 'id'>): Promise<void> => {
      await db.run(sql`insert into reports (at, by, kind, target, reason, words)
        values (${one.at}, ${one.by}, ${one.kind}, ${one.target}, ${one.reason}, ${one.words})`);
    },
    /** Open reports and appeals, and runs that looked wrong by themselves, until somebody has decided about them. */
    queue: async (): Promise<{ readonly reports: readonly Report[]; readonly suspects: readonly Run[] }> => ({
      reports: await db.all(
        sql`select id, at, by, kind, target, reason, words from reports where closed is null order by at limit 200`,
      ),
      suspects:
        await db.all(sql`select id, player, board, ticket, nth, seed, content, build, ticks, state, verdict, log_inputs,
          inputs, live, paused, assists, started, submitted, verified, hidden, suspect, size
        from runs where suspect is not null and (hidden = 1 or state = 'unverifiable')
          and not exists (select 1 from deeds where target = runs.id) order by verified limit 200`),
    }),
    close: async (id: number, at: number): Promise<boolean> =>
      (await db.run(sql`update reports set closed = ${at} where id = ${id} and closed is null`)) === 1,
    log: (limit: number): Promise<readonly Done[]> =>
      db.all(sql`select id, at, by, deed, target, reason, undoes, before from deeds order by id desc limit ${limit}`),
    /** Why a run or a player is hidden, for whoever it is about. */
    about: (target: string): Promise<Done | undefined> =>
      db.one(
        sql`select id, at, by, deed, target, reason, undoes, before from deeds where target = ${target} order by id desc limit 1`,
      ),
    do: (order: Order): Promise<'done' | 'noSuchTarget' | 'nameTaken'> => db.write((tx) => carryOut(tx, order, null)),
    undo: (
      id: number,
      by: string,
      reason: string,
      at: number,
    ): Promise<'done' | 'noSuchTarget' | 'nameTaken' | 'undoneAlready'> =>
      db.write(async (tx) => {
        await tx.lock([`deed ${id}`]);
        const done = await tx.one<Done>(
          sql`select id, at, by, deed, target, reason, undoes, before from deeds where id = ${id}`,
        );
        if (done === undefined) return 'noSuchTarget';
        const again = await tx.one(sql`select id from deeds where undoes = ${id}`);
        if (again !== undefined) return 'undoneAlready';
        return carryOut(tx, { ...opposite(done), by, reason, at }, id);
      }),
  };
}

function opposite({ deed, target, before }: Done): Pick<Order, 'deed' | 'target' | 'name'> {
  const had = JSON.parse(before) as { hidden?: number; name?: string; skeleton?: string };
  if (deed === 'renamePlayer') return { deed, target, name: { name: had.name ?? '', skeleton: had.skeleton ?? '' } };
  const isRun = deed === 'hideRun' || deed === 'showRun';
  if (isRun) return { deed: had.hidden === 1 ? 'hideRun' : 'showRun', target };
  return { deed: had.hidden === 1 ? 'hidePlayer' : 'showPlayer', target };
}

async function carryOut(tx: Tx, order: Order, undoes: number | null): Promise<'done' | 'noSuchTarget' | 'nameTaken'> {
  const isRun = order.deed === 'hideRun' || order.deed === 'showRun';
  const before = isRun ? await onRun(tx, order) : await onPlayer(tx, order);
  if (typeof before === 'string') return before;
  await tx.run(sql`insert into deeds (at, by, deed, target, reason, undoes, before)
    values (${order.at}, ${order.by}, ${order.deed}, ${order.target}, ${order.reason}, ${undoes}, ${JSON.stringify(before)})`);
  await tx.run(sql`update reports set closed = ${order.at} where target = ${order.target} and closed is null`);
  return 'done';
}

async function onRun(tx: Tx, { deed, target, at }: Order): Promise<object | 'noSuchTarget'> {
  const run = await runIn(tx, target);
  if (run === undefined) return 'noSuchTarget';
  await tx.lock([run.board]);
  await tx.run(sql`update runs set hidden = ${deed === 'hideRun' ? 1 : 0} where id = ${target}`);
  await relistAll(tx, [run.board], run.player);
  await tell(
    tx,
    [{ board: run.board, kind: deed === 'hideRun' ? 'hidden' : 'shown', data: JSON.stringify({ run: target }) }],
    at,
  );
  return { hidden: run.hidden };
}

async function onPlayer(tx: Tx, { deed, target, name, at }: Order): Promise<object | 'noSuchTarget' | 'nameTaken'> {
  const player = await tx.one<{ hidden: number; name: string; skeleton: string }>(
    sql`select hidden, name, skeleton from players where id = ${target}`,
  );
  if (player === undefined) return 'noSuchTarget';
  if (deed === 'renamePlayer') {
    if (name === undefined) return 'noSuchTarget';
    const other = await tx.one(sql`select id from players where skeleton = ${name.skeleton} and id <> ${target}`);
    if (other !== undefined) return 'nameTaken';
    await tx.run(
      sql`update players set name = ${name.name}, skeleton = ${name.skeleton}, renamed = ${at} where id = ${target}`,
    );
    return { name: player.name, skeleton: player.skeleton };
  }
  // before their boards are read: no run of theirs is taken until this is done
  await tx.run(sql`update players set hidden = ${deed === 'hidePlayer' ? 1 : 0} where id = ${target}`);
  const boards = await boardsOf(tx, target);
  await tx.lock(boards);
  await relistAll(tx, boards, target);
  return { hidden: player.hidden };
}

async function relistAll(tx: Tx, boards: readonly string[], player: string): Promise<void> {
  const tally = new Tally();
  for (const board of boards) await relist(tx, board, player, tally);
  await tally.keep(tx);
}
