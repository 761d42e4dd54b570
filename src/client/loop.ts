// Elapsed milliseconds to whole ticks and how far we are into the next. The only reader of real time in the client.

import { TICKS_PER_SECOND } from '../core/math/turn.ts';

/** A gap longer than this (a hidden tab, a sleeping machine) is not played: nobody was there to see it. */
export const LONGEST_GAP_MS = 250;

export interface Beat {
  readonly ticks: number;
  /** 0 to 1: how far from the last tick to the one that has not come yet. */
  readonly alpha: number;
}

/** What is owed is kept in whole units of 1/1000 tick, so that no frame rate gains or loses time. */
export class Pace {
  private owed = 0;

  advance(elapsedMs: number): Beat {
    const elapsed = Math.min(Math.max(elapsedMs, 0), LONGEST_GAP_MS);
    this.owed += elapsed * TICKS_PER_SECOND;
    const ticks = Math.floor(this.owed / 1000);
    this.owed -= ticks * 1000;
    return { ticks, alpha: this.owed / 1000 };
  }

  /** Nothing is owed: after a pause the first frame begins a tick. */
  forget(): void {
    this.owed = 0;
  }
}

/** Once a frame of the screen, until what it answers is called. `now` is in milliseconds, for what only the screen shows. */
export function startLoop(frame: (elapsedMs: number, now: number) => void): () => void {
  let last = performance.now();
  let handle = requestAnimationFrame(next);
  function next(now: number): void {
    handle = requestAnimationFrame(next);
    const elapsed = now - last;
    last = now;
    frame(elapsed, now);
  }
  return () => cancelAnimationFrame(handle);
}
