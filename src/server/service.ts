// What every answer is made with. Put together in main and in tests, and nowhere else.

import type { Context } from 'hono';
import type { Limits } from './api/limits.ts';
import type { Boards } from './boards.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Store } from './store/store.ts';

export interface Service {
  readonly store: Store;
  readonly boards: Boards;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly limits: Limits;
  readonly now: () => number;
  /** Token by the moderator's name. */
  readonly moderators: ReadonlyMap<string, string>;
  readonly addressOf: (c: Context) => string;
  /** A run is waiting: whoever judges in this process need not wait for their clock. */
  readonly nudge: () => void;
  /** Who follows along gets word of new events. */
  readonly feed: { readonly watch: (heard: () => void) => () => void };
}
