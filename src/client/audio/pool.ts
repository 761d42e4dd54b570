// Sixteen voices at most. Whoever comes seventeenth takes the place of the one that is heard least by now.

export const VOICES_MOST = 16;

export interface Sounding {
  readonly at: number;
  readonly until: number;
  readonly loud: number;
  /** Called when its place is taken, with the time at which it must be gone. */
  readonly cut: (at: number) => void;
}

/** Struck things lose about this many decibels on their way; held ones have `until` to go by, and are hurt less by the guess. */
const DECAY_DB = 40;

function loudnessAt({ at, until, loud }: Sounding, now: number): number {
  const share = Math.min(1, Math.max(0, (now - at) / Math.max(0.001, until - at)));
  return loud * 10 ** ((-DECAY_DB * share) / 20);
}

export class Pool {
  private sounding: Sounding[] = [];
  stolen = 0;

  add(one: Sounding): void {
    const { at } = one;
    // who has not begun yet counts too: it will sound beside this one
    for (;;) {
      const there = this.sounding.filter((other) => other.until > at);
      if (there.length < VOICES_MOST) break;
      // with the oldest first, the oldest of the quietest goes
      let least = there[0];
      for (const other of there) if (loudnessAt(other, at) < loudnessAt(least, at)) least = other;
      least.cut(at);
      this.remove(least);
      this.stolen++;
    }
    this.sounding.push(one);
  }

  remove(one: Sounding): void {
    this.sounding = this.sounding.filter((other) => other !== one);
  }

  /** Who sounds at a time. */
  at(time: number): readonly Sounding[] {
    return this.sounding.filter((one) => one.at <= time && one.until > time);
  }

  /** Whoever is over is forgotten. */
  sweep(now: number): void {
    this.sounding = this.sounding.filter((one) => one.until > now);
  }
}
