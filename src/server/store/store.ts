// All that the service keeps. One interface, two databases under it, one contract that both pass (tests/server/store).

import { events } from './events.ts';
import { lists } from './lists.ts';
import { moderation } from './moderation.ts';
import { players } from './players.ts';
import { openPostgres } from './postgres.ts';
import { runs } from './runs.ts';
import { migrate } from './schema.ts';
import type { Db } from './sql.ts';
import { openSqlite } from './sqlite.ts';
import { submissions } from './submissions.ts';
import { tickets } from './tickets.ts';

export function storeOn(db: Db) {
  return {
    kind: db.kind,
    db,
    players: players(db),
    tickets: tickets(db),
    submissions: submissions(db),
    runs: runs(db),
    lists: lists(db),
    moderation: moderation(db),
    events: events(db),
    ping: () => db.ping(),
    close: () => db.close(),
  };
}

export type Store = ReturnType<typeof storeOn>;

export interface Where {
  /** `postgres://…`, or '' for the file. */
  readonly url: string;
  readonly file: string;
  readonly connections: number;
}

/** Opened and up to date. */
export async function openStore({ url, file, connections }: Where): Promise<Store> {
  const db = url === '' ? openSqlite(file) : openPostgres(url, connections);
  try {
    await migrate(db);
  } catch (error) {
    await db.close();
    throw error;
  }
  return storeOn(db);
}
