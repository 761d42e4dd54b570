// Players: a key made in a browser, and what they chose to be called. Nothing else is known of anybody.

import { Tally, relist } from './lists.ts';
import { tell } from './runs.ts';
import { sql, type Db, type Sql } from './sql.ts';

export interface Player {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly country: string | null;
  readonly created: number;
  readonly renamed: number;
  readonly hidden: number;
}

const COLUMNS = sql`id, key, name, country, created, renamed, hidden`;

export interface NewPlayer {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly skeleton: string;
  readonly country: string | null;
  readonly at: number;
}

export function players(db: Db) {
  return {
    get: (id: string): Promise<Player | undefined> => db.one(sql`select ${COLUMNS} from players where id = ${id}`),
    /** `nameTaken`: somebody else is called so, or so much like it that people would take one for the other. */
    add: ({ id, key, name, skeleton, country, at }: NewPlayer): Promise<'added' | 'known' | 'nameTaken'> =>
      db.write(async (tx) => {
        const had = await tx.one(sql`select id from players where id = ${id}`);
        if (had !== undefined) return 'known';
        const added =
          await tx.run(sql`insert into players (id, key, name, skeleton, country, created, renamed, paid_until, hidden)
          values (${id}, ${key}, ${name}, ${skeleton}, ${country}, ${at}, 0, 0, 0) on conflict do nothing`);
        if (added === 1) return 'added';
        // the same key, registered twice at once: the other was first
        const meanwhile = await tx.one(sql`select id from players where id = ${id}`);
        return meanwhile === undefined ? 'nameTaken' : 'known';
      }),
    rename: async (id: string, name: string, skeleton: string, at: number): Promise<'renamed' | 'nameTaken'> =>
      db.write(async (tx) => {
        const other = await tx.one(sql`select id from players where skeleton = ${skeleton} and id <> ${id}`);
        if (other !== undefined) return 'nameTaken';
        await tx.run(sql`update players set name = ${name}, skeleton = ${skeleton}, renamed = ${at} where id = ${id}`);
        return 'renamed';
      }),
    /** The lists of the country that was, and of the one that is, hear of it. */
    moveTo: (id: string, country: string | null): Promise<void> =>
      db.write(async (tx) => {
        // first of all, so that no run of theirs is taken until this is done: the boards would not be all of them
        await tx.run(sql`update players set country = ${country} where id = ${id}`);
        const boards = await boardsOf(tx, id);
        await tx.lock(boards);
        const tally = new Tally();
        for (const board of boards) await relist(tx, board, id, tally);
        await tally.keep(tx);
      }),
    /** Everything that is theirs. What was done about them by others keeps neither their name nor their id. */
    forget: async (id: string, at: number): Promise<void> => {
      await db.write(async (tx) => {
        await tx.run(sql`update players set hidden = 1 where id = ${id}`);
        const boards = await boardsOf(tx, id);
        await tx.lock(boards);
        const runs = await tx.all<{ id: string }>(sql`select id from runs where player = ${id}`);
        const tally = new Tally();
        for (const board of boards) await relist(tx, board, id, tally);
        await tally.keep(tx);
        await tx.run(sql`delete from jobs where run in (select id from runs where player = ${id})`);
        await tx.run(sql`delete from checkpoints where ticket in (select id from tickets where player = ${id})`);
        await tx.run(sql`delete from tickets where player = ${id}`);
        for (const one of [id, ...runs.map((run) => run.id)]) {
          await tx.run(sql`delete from reports where target = ${one}`);
          await tx.run(
            sql`update deeds set target = 'forgotten', reason = 'forgotten', before = '{}' where target = ${one}`,
          );
          await tx.run(sql`delete from events where data like ${`%"${one}"%`}`);
        }
        await tx.run(sql`delete from reports where by = ${id}`);
        await tx.run(sql`delete from runs where player = ${id}`);
        await tx.run(sql`delete from nonces where player = ${id}`);
        await tx.run(sql`delete from players where id = ${id}`);
        await tell(tx, [{ board: '', kind: 'playerGone', data: '{}' }], at);
      });
      // it is deleted already; a database too busy to clean up now does so by itself later
      await db.scrub().catch(() => undefined);
    },
  };
}

export async function boardsOf(tx: Sql, player: string): Promise<readonly string[]> {
  const rows = await tx.all<{ board: string }>(
    sql`select distinct board from runs where player = ${player} order by board`,
  );
  return rows.map(({ board }) => board);
}
