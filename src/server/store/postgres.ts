// PostgreSQL, by pg: any number of processes on any number of machines share it.

import { createHash } from 'node:crypto';
import pg from 'pg';
import { AwayError, type Db, type Query, type Sql, type Tx } from './sql.ts';

/** How long a request waits for a connection, and a statement for its answer. */
const CONNECT_MS = 3000;
const STATEMENT_MS = 10_000;
/** The same transaction, when two got in each other’s way. */
const TRIES = 4;
/** Serialization, deadlock, and two who took the same name at once: the second sees it when it tries again. */
const AGAIN = new Set(['40001', '40P01', '23505']);
/** Classes: connection, operator’s intervention, out of resources, system error. */
const AWAY = /^(08|57P|53|58)/;
const NET = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const NO_ANSWER =
  /terminat|timeout exceeded|read timeout|Client has encountered a connection error|Connection ended|not queryable/i;
/**
 * What is written finds few rows by an index. Of a table that it has not looked at lately PostgreSQL may believe that it is all
 * but empty, read all of it to find them, and keep to that plan while it grows.
 */
const BEGIN =
  'begin; set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off';
/** Any number will do, as long as it is ours. */
const MIGRATIONS = 0x5379_6e74;

/** int8 and numeric: everything counted here is far below 2^53. */
const NUMBERS = new Set([20, 1700]);
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number) => (NUMBERS.has(oid) ? Number : pg.types.getTypeParser(oid)),
};

export function openPostgres(url: string, connections: number): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: 30_000,
    // to compile a plan takes longer than anything here takes by it
    options: '-c jit=off',
    statement_timeout: STATEMENT_MS,
    query_timeout: STATEMENT_MS + 2000,
    types,
  });
  // one that breaks while nobody uses it is thrown away by the pool; unheard, it would end the process
  pool.on('error', () => undefined);
  // the same for one that breaks in the moment between being handed out and being listened to
  pool.on('connect', (client) => client.on('error', () => undefined));
  const direct = sqlOf((text) => told(() => pool.query(text)));

  async function once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await told(() => pool.connect());
    let broken: Error | undefined;
    const hear = (error: Error): void => void (broken = error);
    client.on('error', hear);
    const ask = (query: pg.QueryConfig | string): Promise<pg.QueryResult> => told(() => client.query(query as string));
    const rows = sqlOf(ask);
    const tx: Tx = {
      ...rows,
      async lock(names) {
        for (const name of [...new Set(names)].sort())
          await ask({ text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))', values: [name] });
      },
    };
    try {
      await ask(BEGIN);
      const answer = await work(tx);
      await ask('commit');
      return answer;
    } catch (error) {
      if (broken === undefined && !(error instanceof AwayError)) await ask('rollback').catch(() => undefined);
      else broken ??= error as Error;
      throw error;
    } finally {
      client.off('error', hear);
      client.release(broken);
    }
  }

  async function write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(work);
      } catch (error) {
        const { code } = error as { code?: string };
        if (attempt >= TRIES || code === undefined || !AGAIN.has(code)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 5 * attempt + Math.random() * 20));
      }
    }
  }

  return {
    ...direct,
    write,
    migrate: (work) =>
      write(async (tx) => {
        await tx.run({ parts: [`select pg_advisory_xact_lock(${MIGRATIONS})`], values: [] });
        await work(tx);
      }),
    scrub: async () => {
      for (const table of ['players', 'runs', 'tickets', 'events', 'reports', 'deeds'])
        await direct.run({ parts: [`vacuum ${table}`], values: [] });
    },
    ping: async () => void (await direct.one({ parts: ['select 1 as one'], values: [] })),
    close: () => pool.end(),
  };
}

function sqlOf(ask: (query: pg.QueryConfig) => Promise<pg.QueryResult>): Sql {
  return {
    kind: 'postgres',
    all: async <Row>(query: Query) => (await ask(prepared(query))).rows as Row[],
    one: async <Row>(query: Query) => (await ask(prepared(query))).rows[0] as Row | undefined,
    run: async (query) => (await ask(prepared(query))).rowCount ?? 0,
  };
}

const NAMES = new Map<string, string>();

/** Texts that come again are planned once on each connection; those with long lists in them come seldom. */
function prepared({ parts, values }: Query): pg.QueryConfig {
  const text = parts.reduce((all, part, i) => (i === 0 ? part : `${all}$${i}${part}`), '');
  const config = { text, values: values.map((one) => (one instanceof Uint8Array ? Buffer.from(one) : one)) };
  if (values.length === 0 || values.length > 40) return config;
  let name = NAMES.get(text);
  if (name === undefined) {
    name = createHash('sha1').update(text).digest('base64url');
    if (NAMES.size < 1000) NAMES.set(text, name);
  }
  return { ...config, name };
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const isAway = code === undefined ? NO_ANSWER.test(message) : AWAY.test(code) || NET.has(code);
    throw isAway ? new AwayError(error) : error;
  }
}
