// Tickets: that somebody began an attempt, when by the server's clock, and with which seed. Checkpoints: how far they had
// come, and when that arrived. Seeds of days, thrown once.

import { sql, type Db, type Sql } from './sql.ts';

export interface Ticket {
  readonly id: string;
  readonly player: string;
  readonly board: string;
  readonly seed: number;
  readonly content: string;
  readonly build: string;
  /** How many this player had taken on this board, with this one. */
  readonly nth: number;
  readonly issued: number;
  readonly expires: number;
  /** The run that it became. */
  readonly run: string | null;
}

export interface Checkpoint {
  readonly tick: number;
  readonly chain: string;
  readonly at: number;
}

const COLUMNS = sql`id, player, board, seed, content, build, nth, issued, expires, run`;
/** More checkpoints than a run of twelve hours has. */
const CHECKPOINTS_MOST = 9000;

export function tickets(db: Db) {
  return {
    issue: (ticket: Omit<Ticket, 'nth' | 'run'>): Promise<Ticket> =>
      db.write(async (tx) => {
        const { id, player, board, seed, content, build, issued, expires } = ticket;
        await tx.lock([`tickets ${player} ${board}`]);
        const had = await tx.one<{ n: number | null }>(
          sql`select max(nth) as n from tickets where player = ${player} and board = ${board}`,
        );
        const nth = (had?.n ?? 0) + 1;
        await tx.run(sql`insert into tickets (id, player, board, seed, content, build, nth, issued, expires)
          values (${id}, ${player}, ${board}, ${seed}, ${content}, ${build}, ${nth}, ${issued}, ${expires})`);
        return { ...ticket, nth, run: null };
      }),
    get: (id: string): Promise<Ticket | undefined> => ticketIn(db, id),
    /** The seed of a day's board: the first who asks throws it, for everybody. */
    seedOf: async (board: string, thrown: number, at: number): Promise<number> => {
      const had = await db.one<{ seed: number }>(sql`select seed from seeds where board = ${board}`);
      if (had !== undefined) return had.seed;
      await db.run(sql`insert into seeds (board, seed, at) values (${board}, ${thrown}, ${at}) on conflict do nothing`);
      return (await db.one<{ seed: number }>(sql`select seed from seeds where board = ${board}`))?.seed ?? thrown;
    },
    /** `kept` again for the same; a second word about the same tick is not believed, nor one about an earlier tick. */
    check: (
      ticket: string,
      { tick, chain, at }: Checkpoint,
    ): Promise<'kept' | 'contradicts' | 'backwards' | 'tooMany'> =>
      db.write(async (tx) => {
        const last = await tx.one<{ tick: number | null; n: number }>(
          sql`select max(tick) as tick, count(*) as n from checkpoints where ticket = ${ticket}`,
        );
        const same = await tx.one<{ chain: string }>(
          sql`select chain from checkpoints where ticket = ${ticket} and tick = ${tick}`,
        );
        if (same !== undefined) return same.chain === chain ? 'kept' : 'contradicts';
        if (last?.tick !== null && last !== undefined && tick < last.tick) return 'backwards';
        if ((last?.n ?? 0) >= CHECKPOINTS_MOST) return 'tooMany';
        await tx.run(
          sql`insert into checkpoints (ticket, tick, chain, at) values (${ticket}, ${tick}, ${chain}, ${at}) on conflict do nothing`,
        );
        return 'kept';
      }),
    checkpoints: (ticket: string): Promise<readonly Checkpoint[]> => checkpointsIn(db, ticket),
    /** Of attempts that never became a run, and whose time is over: but how many there were stays in `nth` of the next. */
    forgetOld: async (before: number): Promise<number> => {
      await db.run(sql`delete from nonces where expires < ${before}`);
      await db.run(sql`delete from checkpoints where ticket in
        (select id from tickets where expires < ${before} and not exists (select 1 from jobs where jobs.run = tickets.run))`);
      // taken in the moment in which their player was deleted
      await db.run(sql`delete from tickets where issued < ${before - 60_000} and not exists
        (select 1 from players where players.id = tickets.player)`);
      // the newest of each board stays, for its number
      return db.run(sql`delete from tickets where expires < ${before} and run is null and exists
        (select 1 from tickets later where later.player = tickets.player and later.board = tickets.board and later.nth > tickets.nth)`);
    },
    /** Whether this order is given for the first time. */
    once: async (player: string, nonce: string, expires: number): Promise<boolean> =>
      (await db.run(
        sql`insert into nonces (player, nonce, expires) values (${player}, ${nonce}, ${expires}) on conflict do nothing`,
      )) === 1,
  };
}

function ticketIn(tx: Sql, id: string): Promise<Ticket | undefined> {
  return tx.one(sql`select ${COLUMNS} from tickets where id = ${id}`);
}

function checkpointsIn(tx: Sql, ticket: string): Promise<readonly Checkpoint[]> {
  return tx.all(sql`select tick, chain, at from checkpoints where ticket = ${ticket} order by tick`);
}
