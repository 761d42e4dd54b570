// How much of the picture this machine can draw in time. It steps down by itself and not up again: what comes and goes is
// worse than what is gone.

import type { PictureSettings, Quality } from './look.ts';

/** What is given up, in this order: bloom, what floats, what leans. */
const STEPS = 4;
const TOO_SLOW = 18;
const FRAMES = 120;
/** A gap longer than this is a hidden tab and not a slow frame. */
const HIDDEN = 250;

export class Pacing {
  private step = 0;
  private readonly frames: number[] = [];
  private last = 0;
  private wanted: PictureSettings['quality'] = 'auto';

  set quality(wanted: PictureSettings['quality']) {
    if (wanted === this.wanted) return;
    this.wanted = wanted;
    this.step = 0;
    this.frames.length = 0;
  }

  /** Baking is no fault of the machine's. */
  excuse(): void {
    this.frames.length = 0;
  }

  frame(now: number): void {
    const took = now - this.last;
    this.last = now;
    if (this.wanted !== 'auto' || took <= 0 || took > HIDDEN) return;
    this.frames.push(took);
    if (this.frames.length < FRAMES) return;
    this.frames.sort((a, b) => a - b);
    if (this.frames[Math.floor(FRAMES * 0.95)] > TOO_SLOW) this.step = Math.min(STEPS - 1, this.step + 1);
    this.frames.length = 0;
  }

  private get given(): number {
    return this.wanted === 'auto' ? this.step : { high: 0, middle: 1, low: 3 }[this.wanted];
  }

  get blooms(): boolean {
    return this.given < 1;
  }

  get floats(): boolean {
    return this.given < 2;
  }

  get leans(): boolean {
    return this.given < 3;
  }

  get name(): Quality {
    return this.given === 0 ? 'high' : this.given < 3 ? 'middle' : 'low';
  }
}
