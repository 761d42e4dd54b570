// A board of any length, put in straight: as if so many players had each sent one run. The same rows in both databases, from
// the same statements; what they come to is what the service would have counted, and `miscounted` says so.

import Database from 'libsql';
import pg from 'pg';
import { clearProgress, progress } from '../cli.ts';
import { BOARD } from '../load/traffic.ts';

/** Times are spread over nine minutes, thickest in the middle: more than a training board has, and more to sum up. */
export const FASTEST = 2000;
const SPREAD = 65_000;
export const SLOWEST = FASTEST + SPREAD;
/** Rows a statement, so that it can be seen how far it is. */
const CHUNK = 100_000;

export interface Filler {
  run(text: string): Promise<void>;
  /** Name and text of each index that is not a key's. */
  indexes(): Promise<readonly { readonly name: string; readonly text: string }[]>;
  close(): Promise<void>;
}

/** By a connection of its own, which need not be safe while nothing is there to be lost. */
export function fillSqlite(file: string): Filler {
  const db = new Database(file);
  for (const one of ['synchronous = off', 'cache_size = -400000', 'temp_store = memory']) db.exec(`pragma ${one}`);
  return {
    run: (text) => Promise.resolve(void db.exec(text)),
    indexes: () =>
      Promise.resolve(
        db
          .prepare(`select name, sql as text from sqlite_master where type = 'index' and sql is not null`)
          .all([]) as never,
      ),
    close: () => {
      db.exec('pragma wal_checkpoint(truncate)');
      db.close();
      return Promise.resolve();
    },
  };
}

export async function fillPostgres(url: string): Promise<Filler> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '256MB'");
  return {
    run: async (text) => void (await client.query(text)),
    indexes: async () =>
      (
        await client.query(`select indexname as name, indexdef as text from pg_indexes where schemaname = 'public'
          and indexname not in (select conname from pg_constraint)`)
      ).rows as never,
    close: () => client.end(),
  };
}

/** The id of the nth player, and of their run. */
export function playerId(nth: number): string {
  return `player_______${padded(nth)}`;
}

function padded(nth: number): string {
  return String(1_000_000_000 + nth).slice(1);
}

/** Indexes are built over what is there: a fifth of the time that it takes to keep them while rows come in. */
export async function fill(filler: Filler, rows: number): Promise<void> {
  const indexes = await filler.indexes();
  for (const { name } of indexes) await filler.run(`drop index ${name}`);
  for (let from = 0; from < rows; from += CHUNK) {
    progress(from, rows, 'rows put in');
    const numbers = `with recursive numbers (i) as
      (select cast(${from} as bigint) union all select i + 1 from numbers where i < ${Math.min(rows, from + CHUNK) - 1})`;
    for (const text of [PLAYERS, RUNS, BEST]) await filler.run(text.replace('NUMBERS', numbers));
  }
  for (const text of COUNTS) await filler.run(text);
  for (const { text } of indexes) await filler.run(text);
  await filler.run('analyze');
  clearProgress();
}

const NTH = 'substr(cast(1000000000 + i as text), 2)';
const PLAYER = `'player_______' || ${NTH}`;
const RUN = `'run__________' || ${NTH}`;
/** Two of Knuth's kind: as good as dice, and the same each time. */
const TICKS = `${FASTEST} + ((i * 2654435761) % 4294967296) * ${SPREAD / 2} / 4294967296 + ((i * 2246822519 + 977) % 4294967291) * ${SPREAD / 2} / 4294967291`;
const VERIFIED = '1700000000000 + (i * 40503) % 16777213';

const PLAYERS = `insert into players (id, key, name, skeleton, country, created, renamed, paid_until, hidden)
  NUMBERS select ${PLAYER}, 'key', 'Runner ' || i, 'runner' || i, null, 0, 0, 0, 0 from numbers`;
const RUNS = `insert into runs (id, player, board, ticket, nth, seed, content, build, ticks, state, verdict, log_inputs, inputs,
    live, paused, assists, started, submitted, verified, hidden, suspect, size, bytes)
  NUMBERS select ${RUN}, ${PLAYER}, '${BOARD}', '', 0, 1, 'content', 'build', ${TICKS}, 'verified', 'verified', 'log' || i,
    'inputs' || i, 0, 0, '[]', null, 0, ${VERIFIED}, 0, null, 4, cast('echo' as bytea) from numbers`;
const BEST = `insert into best (list, player, board, ticks, verified, run)
  NUMBERS select '${BOARD}', ${PLAYER}, '${BOARD}', ${TICKS}, ${VERIFIED}, ${RUN} from numbers`;
const COUNTS = [
  'insert into h0 (list, tick, n) select list, ticks, count(*) from best group by list, ticks',
  'insert into h1 (list, block, n) select list, ticks / 128, count(*) from best group by list, ticks / 128',
  'insert into sizes (list, n) select list, count(*) from best group by list',
];
