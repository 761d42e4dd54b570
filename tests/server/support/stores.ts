// Both databases for the contract that both must pass. PostgreSQL is never left out in silence: where it is not installed,
// the tests fail and say how to install it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { openStore, type Store, type Where } from '../../../src/server/store/store.ts';
import { ownPostgres, type OwnPostgres } from '../../../src/tools/service/postgres.ts';

export interface At {
  readonly kind: Store['kind'];
  /** Opened once, for all tests of this kind in the file. */
  readonly store: Store;
  /** Of its own, with nothing in it, not even tables. `options` are PostgreSQL's. */
  readonly fresh: (options?: string) => Promise<Where>;
  readonly open: (where: Where) => Promise<Store>;
}

export function onBoth(body: (at: () => At) => void): void {
  describe.each(['sqlite', 'postgres'] as const)('on %s', (kind) => {
    let at: At | null = null;
    const opened: Store[] = [];
    const folder = mkdtempSync(join(tmpdir(), 'syntony-store-'));
    let server: OwnPostgres | null = null;
    let made = 0;

    const fresh = async (options = ''): Promise<Where> => {
      made++;
      if (server === null) return { url: '', file: join(folder, `boards-${made}.db`), connections: 1 };
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      await client.query(`create database fresh_${made} ${options}`);
      await client.end();
      return { url: server.url.replace('/postgres?', `/fresh_${made}?`), file: '', connections: 8 };
    };
    const open = async (where: Where): Promise<Store> => {
      const store = await openStore(where);
      opened.push(store);
      return store;
    };

    beforeAll(async () => {
      if (kind === 'postgres') server = await ownPostgres(['-c', 'fsync=off']);
      at = { kind, store: await open(await fresh()), fresh, open };
    });
    afterAll(async () => {
      for (const store of opened) await store.close();
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    body(() => {
      if (at === null) throw new Error('the store is opened before the tests');
      return at;
    });
  });
}
