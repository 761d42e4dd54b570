// Where saves lie: a few records by their names, changed together or not at all. The browser's database is one (idb.ts), and
// the page's own memory is another, for where there is none, and for tests.

/** `text` is a save, or anything else that is kept; the rest is what a list of them shows without reading it. */
export interface Kept {
  readonly id: string;
  readonly text: string;
  readonly when: number;
  /** What the player called it, or why it was set aside. */
  readonly name: string;
}

export interface Store {
  readonly kind: 'indexeddb' | 'memory';
  get(id: string): Promise<Kept | undefined>;
  all(): Promise<readonly Kept[]>;
  /** All of it or nothing. Rejects with a StoreError. */
  change(puts: readonly Kept[], gone: readonly string[]): Promise<void>;
}

export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly reason: 'full' | 'lost';

  constructor(reason: 'full' | 'lost', cause: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

export function memoryStore(): Store {
  const kept = new Map<string, Kept>();
  return {
    kind: 'memory',
    get: (id) => Promise.resolve(kept.get(id)),
    all: () => Promise.resolve([...kept.values()]),
    change(puts, gone) {
      for (const id of gone) kept.delete(id);
      for (const one of puts) kept.set(one.id, one);
      return Promise.resolve();
    },
  };
}
