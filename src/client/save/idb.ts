// The browser's database. It may be refused (private windows), go away (storage cleared, another tab with a newer game) or be
// full; each of these has its own answer, and none loses what is already there.

import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { memoryStore, StoreError, type Kept, type Store } from './store.ts';

interface Schema extends DBSchema {
  kept: { key: string; value: Kept };
}

/**
 * The database's version and its history.
 *  1  one store, `kept`, by `id`
 */
const DATABASE_VERSION = 1;
const NAME = 'syntony';
/** A browser that says nothing at all for so long, has no database. */
const PATIENCE_MS = 4000;

export async function openStore(): Promise<Store> {
  try {
    const first = await withPatience(open());
    return storeOver(first.db, first.isGone);
  } catch {
    return memoryStore();
  }
}

interface Opened {
  readonly db: IDBPDatabase<Schema>;
  readonly isGone: () => boolean;
}

async function open(): Promise<Opened> {
  let gone = false;
  const db = await openDB<Schema>(NAME, DATABASE_VERSION, {
    upgrade(fresh, old) {
      if (old < 1) fresh.createObjectStore('kept', { keyPath: 'id' });
    },
    // a newer game in another tab waits for this
    blocking(_old, _new, event) {
      gone = true;
      (event.target as IDBDatabase).close();
    },
    terminated() {
      gone = true;
    },
  });
  return { db, isGone: () => gone };
}

function storeOver(first: IDBPDatabase<Schema>, firstIsGone: () => boolean): Store {
  let now: Opened = { db: first, isGone: firstIsGone };
  /** What fails because the connection went is tried once more over a new one. */
  async function over<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    try {
      if (now.isGone()) now = await withPatience(open());
      return await work(now.db);
    } catch (error) {
      if (isFull(error)) throw new StoreError('full', error);
      if (!isClosed(error)) throw new StoreError('lost', error);
    }
    try {
      now = await withPatience(open());
      return await work(now.db);
    } catch (error) {
      throw new StoreError(isFull(error) ? 'full' : 'lost', error);
    }
  }
  return {
    kind: 'indexeddb',
    get: (id) => over((db) => db.get('kept', id)),
    all: () => over((db) => db.getAll('kept')),
    change: (puts, gone) =>
      over(async (db) => {
        const change = db.transaction('kept', 'readwrite', { durability: 'relaxed' });
        const asked = [...gone.map((id) => change.store.delete(id)), ...puts.map((one) => change.store.put(one))];
        await Promise.all([...asked, change.done]);
      }),
  };
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

function isClosed(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'AbortError');
}

function withPatience<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
