// SQLite, by libsql, in this process: nothing to install, one file. Whatever is acknowledged was synced to the disk.

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { AwayError, type Db, type Query, type Tx, type Value } from './sql.ts';

/** How long a statement waits for another process on the same file: a backup, an operator's command. */
const BUSY_MS = 5000;
/** Whoever writes looks again this often and lets others go on meanwhile: the other may be in this very process. */
const LOOK_MS = 10;
const AWAY = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN)/;

export function openSqlite(file: string): Db {
  mkdirSync(dirname(file), { recursive: true });
  // one connection reads what is committed while the other is in the midst of a transaction
  const writer = new Connection(file);
  writer.waitsAtMost(0);
  const reader = new Connection(file);
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    inTurn(async () => {
      await patiently(() => writer.exec('begin immediate'));
      try {
        const answer = await work(writer);
        await writer.exec('commit');
        return answer;
      } catch (error) {
        writer.giveUp();
        throw error;
      }
    });
  return {
    kind: 'sqlite',
    all: (query) => reader.all(query),
    one: (query) => reader.one(query),
    run: (query) => inTurn(() => patiently(() => writer.run(query))),
    write,
    migrate: write,
    scrub: () => inTurn(() => writer.exec('pragma wal_checkpoint(truncate)')),
    ping: async () => void (await reader.one({ parts: ['select 1 as one'], values: [] })),
    async close() {
      await turn;
      reader.close();
      writer.close();
    },
  };
}

class Connection implements Tx {
  readonly kind = 'sqlite';
  private readonly db: Database.Database;
  private readonly kept = new Map<string, Database.Statement>();

  constructor(file: string) {
    try {
      this.db = new Database(file);
      this.waitsAtMost(BUSY_MS);
      this.db.exec('pragma journal_mode = wal');
      this.db.exec('pragma synchronous = full');
      this.db.exec('pragma foreign_keys = on');
      // a page of a long board is a hundred rows from all over the file: read where they lie it takes half as long
      this.db.exec('pragma mmap_size = 2147483648');
      // what is deleted is overwritten: a player who asks to be forgotten is not left in free pages
      this.db.exec('pragma secure_delete = on');
    } catch (error) {
      throw asAway(error);
    }
  }

  /** In which nothing else in this process happens. */
  waitsAtMost(ms: number): void {
    this.db.exec(`pragma busy_timeout = ${ms}`);
  }

  all<Row>(query: Query): Promise<readonly Row[]> {
    return this.do(
      query,
      (statement, values) => (statement.all(values) as Record<string, unknown>[]).map(withBytes) as Row[],
    );
  }

  async one<Row>(query: Query): Promise<Row | undefined> {
    return (await this.all<Row>(query))[0];
  }

  run(query: Query): Promise<number> {
    return this.do(query, (statement, values) => statement.run(values).changes);
  }

  exec(text: string): Promise<void> {
    return this.told(() => void this.db.exec(text));
  }

  /** Whoever writes here has the file to themselves already. */
  lock(): Promise<void> {
    return Promise.resolve();
  }

  giveUp(): void {
    try {
      this.db.exec('rollback');
    } catch {
      // there was none: the database gave it up by itself
    }
  }

  close(): void {
    this.db.close();
  }

  private do<T>({ parts, values }: Query, act: (statement: Database.Statement, values: Value[]) => T): Promise<T> {
    return this.told(() => {
      const text = parts.join('?');
      let statement = this.kept.get(text);
      if (statement === undefined) {
        statement = this.db.prepare(text);
        // texts with lists in them have any length; those are few
        if (this.kept.size < 500) this.kept.set(text, statement);
      }
      return act(statement, values.map(asBytes));
    });
  }

  /** As a promise, with what a database can answer told from what is wrong here. */
  private told<T>(work: () => T): Promise<T> {
    try {
      return Promise.resolve(work());
    } catch (error) {
      return Promise.reject(asAway(error));
    }
  }
}

function asAway(error: unknown): Error {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && AWAY.test(code) ? new AwayError(error) : (error as Error);
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + BUSY_MS; ;) {
    try {
      return await work();
    } catch (error) {
      const { code } = ((error as Error).cause as { code?: string }) ?? {};
      if (code?.startsWith('SQLITE_BUSY') !== true || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }
}

/** libsql answers blobs as bare buffers. */
function withBytes(row: Record<string, unknown>): Record<string, unknown> {
  for (const name of Object.keys(row)) {
    const value = row[name];
    if (value instanceof ArrayBuffer) row[name] = new Uint8Array(value);
  }
  return row;
}

function asBytes(value: Value): Value {
  return value instanceof Uint8Array && !Buffer.isBuffer(value) ? Buffer.from(value) : value;
}
