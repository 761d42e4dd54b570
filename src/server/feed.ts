// Word of new events, to whoever follows along in this process. One reader of the database for all of them.

import type { Log } from './log.ts';
import type { Store } from './store/store.ts';

const LOOK_MS = 400;
const AWAY_MS = 3000;

export class Feed {
  private readonly watchers = new Set<() => void>();
  private readonly store: Store;
  private readonly log: Log;
  private last: number | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isStopped = false;

  constructor(store: Store, log: Log) {
    this.store = store;
    this.log = log;
  }

  watch(heard: () => void): () => void {
    this.watchers.add(heard);
    // nobody looks while nobody listens
    if (this.timer === null) this.later(LOOK_MS);
    return () => this.watchers.delete(heard);
  }

  stop(): void {
    this.isStopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private later(ms: number): void {
    this.timer = setTimeout(() => void this.look(), ms);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    let wait = LOOK_MS;
    try {
      const last = await this.store.events.last();
      // what came between somebody's first look and this one is news too
      if (this.last === null || last > this.last) for (const heard of this.watchers) heard();
      this.last = last;
    } catch (error) {
      this.log.warn('events could not be read', { error: String(error) });
      wait = AWAY_MS;
    }
    this.timer = null;
    if (!this.isStopped && this.watchers.size > 0) this.later(wait);
  }
}
