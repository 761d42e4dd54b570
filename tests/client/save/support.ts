// Saves to keep, and stores to keep them in that fail when they are told to.
import { StoreError, type Kept, type Store } from '../../../src/client/save/store.ts';
import { makeSaved, type Sat, type Saved } from '../../../src/client/save/saved.ts';
import { Scribe } from '../../../src/client/save/scribe.ts';
import { NOTHING_SAID } from '../../../src/client/kept.ts';
import { Recorder } from '../../../src/core/replay/record.ts';
import type { Content } from '../../../src/core/run/content.ts';
import { playerOf, type Player } from '../../support/sittings.ts';

export const WHERE = { city: 'coves', act: 2, place: 'laundry', line: 'line:a1' } as const;

/** Played, and written down what was said. */
export class Table {
  readonly content: Content;
  recorder: Recorder;
  readonly player: Player;
  scribe: Scribe;
  began: number;
  played = 0;

  constructor(content: Content, seed: number, began = 1000) {
    this.content = content;
    this.recorder = new Recorder(content, 'tale', seed);
    this.player = playerOf(content, seed);
    this.scribe = new Scribe(content, NOTHING_SAID, this.recorder.world);
    this.began = began;
  }

  play(steps: number): this {
    for (let k = 0; k < steps && this.recorder.world.mode !== 'over'; k++) {
      const actions = this.player.next(this.recorder);
      const before = this.scribe.before(this.recorder.world);
      this.scribe.after(this.recorder.world, before, actions, this.recorder.tick(actions));
      this.played += 1 / 120;
    }
    return this;
  }

  sit(sat: Sat): this {
    this.recorder = Recorder.resume(this.content, sat.sitting);
    this.scribe = new Scribe(this.content, sat.transcript, this.recorder.world);
    this.began = sat.began;
    this.played = sat.played;
    return this;
  }

  get sat(): Sat {
    const { recorder, scribe, played, began } = this;
    return { sitting: recorder.sitting(), transcript: scribe.transcript, where: WHERE, played, began };
  }

  saved(when: number): Saved {
    return makeSaved(this.content, this.sat, when);
  }
}

export interface FlakyStore extends Store {
  readonly kept: Map<string, Kept>;
  /** What the coming changes come to. */
  fails: 'full' | 'lost' | null;
  changes: number;
  /** Held until it is let go, so that a test can stand between asking and having. */
  gate: Promise<void> | null;
}

export function flakyStore(): FlakyStore {
  const kept = new Map<string, Kept>();
  const store: FlakyStore = {
    kind: 'indexeddb',
    kept,
    fails: null,
    changes: 0,
    gate: null,
    get: (id) => Promise.resolve(kept.get(id)),
    all: () => Promise.resolve([...kept.values()]),
    async change(puts, gone) {
      if (store.gate !== null) await store.gate;
      if (store.fails !== null) throw new StoreError(store.fails, null);
      store.changes++;
      for (const id of gone) kept.delete(id);
      for (const one of puts) kept.set(one.id, one);
    },
  };
  return store;
}

export class FakeStorage implements Storage {
  readonly kept = new Map<string, string>();
  isFull = false;
  get length(): number {
    return this.kept.size;
  }
  clear(): void {
    this.kept.clear();
  }
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }
  key(nth: number): string | null {
    return [...this.kept.keys()][nth] ?? null;
  }
  removeItem(key: string): void {
    this.kept.delete(key);
  }
  setItem(key: string, value: string): void {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    this.kept.set(key, value);
  }
}

/** The text with one character changed into another. */
export function harmed(text: string, at: number): string {
  const place = at % text.length;
  return text.slice(0, place) + (text[place] === '7' ? '8' : '7') + text.slice(place + 1);
}
