// The tables, as a history: a released step is never edited, the next is added. Each runs once, whichever process comes first.

import { sql, type Db, type Tx } from './sql.ts';

type Dialect = Db['kind'];

/** A number that grows by itself. */
const COUNTED: Readonly<Record<Dialect, string>> = {
  sqlite: 'integer primary key autoincrement',
  postgres: 'bigint generated always as identity primary key',
};
/** In the order of its bytes: by the words of some language, `board|FI` need not stand between `board|` and `board}`. */
const BYTES: Readonly<Record<Dialect, string>> = { sqlite: 'text', postgres: 'text collate "C"' };
/** SQLite has no bytea and keeps what it is given. */
const STEPS: readonly ((dialect: Dialect) => readonly string[])[] = [
  (dialect) => [
    // who plays: a key made in a browser, and the hash of it as the name that everybody sees
    `create table players (
      id text primary key, key text not null, name text not null, skeleton text not null unique, country text,
      created bigint not null, renamed bigint not null, paid_until bigint not null, hidden integer not null)`,
    // an attempt that may become a run
    `create table tickets (
      id text primary key, player text not null, board text not null, seed integer not null, content text not null,
      build text not null, nth integer not null, issued bigint not null, expires bigint not null, run text)`,
    'create index tickets_of on tickets (player, board)',
    'create index tickets_expire on tickets (expires)',
    'create table checkpoints (ticket text not null, tick integer not null, chain text not null, at bigint not null, primary key (ticket, tick))',
    // the seeds of days, thrown once for everybody
    'create table seeds (board text primary key, seed integer not null, at bigint not null)',
    `create table runs (
      id text primary key, player text not null, board text not null, ticket text not null, nth integer not null,
      seed integer not null, content text not null, build text not null, ticks integer not null,
      state text not null, verdict text not null, log_inputs text not null, inputs text not null,
      live integer not null, paused integer not null, assists text not null,
      started bigint, submitted bigint not null, verified bigint, hidden integer not null, suspect text,
      size integer not null, bytes bytea not null)`,
    'create index runs_of on runs (player, board, state, ticks)',
    'create index runs_twins on runs (board, log_inputs)',
    `create unique index runs_once on runs (board, inputs) where state = 'verified' and inputs <> ''`,
    'create index runs_months on runs (verified)',
    // what is to be judged: taken for a while, and free again when that is over
    'create table jobs (run text primary key, at bigint not null, until bigint not null, tries integer not null)',
    'create index jobs_free on jobs (until, at)',
    // a list is a board, or a board with one condition; of each player it has the best
    `create table best (
      list ${BYTES[dialect]} not null, player text not null, board text not null, ticks integer not null, verified bigint not null,
      run text not null, primary key (list, player))`,
    'create index best_order on best (list, ticks, verified, player)',
    'create index best_of on best (player, board)',
    // how many have each time: by tick, by 128 ticks, and all
    `create table h0 (list ${BYTES[dialect]} not null, tick integer not null, n integer not null, primary key (list, tick))`,
    `create table h1 (list ${BYTES[dialect]} not null, block integer not null, n integer not null, primary key (list, block))`,
    `create table sizes (list ${BYTES[dialect]} primary key, n integer not null)`,
    // what people did about each other
    `create table reports (
      id ${COUNTED[dialect]}, at bigint not null, by text not null, kind text not null, target text not null,
      reason text not null, words text not null, closed bigint)`,
    'create index reports_open on reports (closed, at)',
    `create table deeds (
      id ${COUNTED[dialect]}, at bigint not null, by text not null, deed text not null, target text not null,
      reason text not null, undoes bigint, before text not null)`,
    `create table events (id ${COUNTED[dialect]}, at bigint not null, board text not null, kind text not null, data text not null)`,
    'create index events_at on events (at)',
    `create table webhooks (
      id text primary key, url text not null, secret text not null, board text not null, after bigint not null,
      failures integer not null, next_at bigint not null)`,
    // signed orders that must not be given twice
    'create table nonces (player text not null, nonce text not null, expires bigint not null, primary key (player, nonce))',
    'create index nonces_expire on nonces (expires)',
  ],
];

/** Brings the tables up to date and says how many steps that took. */
export async function migrate(db: Db): Promise<number> {
  let done = 0;
  await db.migrate(async (tx) => {
    await tx.run(sql`create table if not exists migrations (step integer primary key, at bigint not null)`);
    const last = (await tx.one<{ step: number | null }>(sql`select max(step) as step from migrations`))?.step ?? 0;
    if (last > STEPS.length)
      throw new Error(
        `This database is at step ${last} and this build knows ${STEPS.length}: it was used by a later build. Start that one, or restore a backup from before it.`,
      );
    for (let step = last; step < STEPS.length; step++) {
      for (const text of STEPS[step](db.kind)) await tx.run(plain(text));
      await tx.run(sql`insert into migrations (step, at) values (${step + 1}, ${Date.now()})`);
      done++;
    }
  });
  return done;
}

function plain(text: string): Parameters<Tx['run']>[0] {
  return { parts: [text], values: [] };
}
