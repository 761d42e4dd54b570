// How often anybody may ask. Buckets fill by themselves; each process has its own, so N processes let N times as much
// through: a bound against floods and no price list. Addresses are kept for as long as their bucket is not full, in memory alone.

import { ApiError } from './errors.ts';

/** Of each kind of request: so many at once, and so many a second after. */
export const LIMITS = {
  read: { burst: 240, perSecond: 40 },
  write: { burst: 60, perSecond: 4 },
  ticket: { burst: 60, perSecond: 2 },
  checkpoint: { burst: 120, perSecond: 10 },
  run: { burst: 40, perSecond: 1 },
  player: { burst: 10, perSecond: 1 / 60 },
  report: { burst: 10, perSecond: 1 / 60 },
} as const;
export type Limit = keyof typeof LIMITS;

const BUCKETS_MOST = 100_000;

interface Bucket {
  level: number;
  at: number;
}

export class Limits {
  private readonly buckets = new Map<string, Bucket>();
  private readonly now: () => number;
  private readonly isOn: boolean;

  constructor(now: () => number, isOn: boolean) {
    this.now = now;
    this.isOn = isOn;
  }

  /** One more by this address or player; or an error that says when. */
  take(limit: Limit, who: string): void {
    if (!this.isOn) return;
    const { burst, perSecond } = LIMITS[limit];
    const key = `${limit} ${who}`;
    const now = this.now();
    const had = this.buckets.get(key);
    const level = Math.min(burst, (had?.level ?? burst) + ((now - (had?.at ?? now)) / 1000) * perSecond);
    if (level < 1) {
      const retryAfter = (1 - level) / perSecond;
      throw new ApiError('tooMany', `That is too much at once. Try again in ${Math.ceil(retryAfter)} s.`, {
        retryAfter,
      });
    }
    // the oldest first, so that a full house throws out who was longest away
    this.buckets.delete(key);
    if (this.buckets.size >= BUCKETS_MOST) this.buckets.delete(this.buckets.keys().next().value ?? '');
    this.buckets.set(key, { level: level - 1, at: now });
  }
}
