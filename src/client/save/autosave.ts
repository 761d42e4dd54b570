// When what is played is saved, without anybody asking: after every line, at every turn of a network, every two seconds inside
// one, and when the page is left. Only the newest state matters, so writes never queue: while one is under way the next waits.

import { hashText } from '../../core/math/hash.ts';
import { BUILD } from '../../core/replay/build.ts';
import { hashFor, type Content } from '../../core/run/content.ts';
import { hashWorld } from '../../core/run/world.ts';
import { makeSaved, type Sat, type Saved } from './saved.ts';
import type { Slots } from './slots.ts';

/** So much of a network is lost at most when a page is killed outright. */
const EVERY_MS = 2000;

export interface AutosaveOptions {
  readonly slots: Slots;
  readonly content: () => Content;
  /** Null while there is nothing worth keeping: a title, a run that is only watched. */
  readonly sat: () => Sat | null;
  readonly now: () => number;
}

/** What was stored last: a tail goes on from there. */
interface Base {
  readonly check: string;
  readonly began: number;
  readonly rewound: number;
  readonly logged: number;
}

export class Autosave {
  private readonly options: AutosaveOptions;
  private base: Base | null = null;
  private writing: Promise<void> | null = null;
  private isDue = false;
  private isHeld = false;
  private lastAt = 0;
  private lastTick = -1;

  constructor(options: AutosaveOptions) {
    this.options = options;
  }

  /** After a line, an answer, a visit; and when a network is opened, decided or left. */
  line(): void {
    void this.save();
  }

  /** Once a frame. `now` is any clock in milliseconds; `tick` the World's, which stands still in a pause. */
  frame(now: number, tick: number, inNetwork: boolean): void {
    if (!inNetwork || tick === this.lastTick || now - this.lastAt < EVERY_MS) return;
    this.lastAt = now;
    this.lastTick = tick;
    void this.save();
  }

  /** At the beginning of an act: kept by itself as well. */
  chapter(): void {
    const sat = this.isHeld ? null : this.options.sat();
    if (sat !== null) void this.options.slots.chapter(makeSaved(this.options.content(), sat, this.options.now()));
  }

  /** This is what is stored and what is played on from: a page that goes before it was written anew has a tail to that. */
  from({ began, sitting }: Saved, check: string): void {
    this.base = { check, began, rewound: sitting.rewound, logged: sitting.log.length };
  }

  /** The page is hidden or goes. What can be done at once is done at once; the rest may or may not come through. */
  leave(): void {
    if (this.isHeld) return;
    this.mirror();
    void this.save();
  }

  /** Another tab writes. */
  hold(on: boolean): void {
    this.isHeld = on;
    if (on) this.base = null;
  }

  /** All that is due is stored: before another tab takes over, and in tests. */
  async settled(): Promise<void> {
    await this.save();
    while (this.writing !== null) await this.writing;
  }

  private async save(): Promise<void> {
    if (this.isHeld) return;
    this.isDue = true;
    this.writing ??= this.writeWhileDue();
    await this.writing;
  }

  private async writeWhileDue(): Promise<void> {
    try {
      while (this.isDue) {
        // whoever asks may be in the midst of putting another sitting together
        await Promise.resolve();
        this.isDue = false;
        await this.write();
      }
    } finally {
      this.writing = null;
    }
  }

  private async write(): Promise<void> {
    const { slots, content, now } = this.options;
    const sat = this.options.sat();
    if (sat === null) return;
    const { began, sitting } = sat;
    const { check } = await slots.auto(makeSaved(content(), sat, now()));
    if (check !== null) this.base = { check, began, rewound: sitting.rewound, logged: sitting.log.length };
  }

  private mirror(): void {
    const sat = this.options.sat();
    if (sat === null) return;
    const { sitting, began, played, where } = sat;
    const { world, log, practice, rewound } = sitting;
    const { base } = this;
    // What was cut off since is in the base, and no tail can take it away again.
    const isOver = base !== null && base.began === began && base.rewound === rewound && base.logged <= log.length;
    const content = this.options.content();
    this.options.slots.mirror({
      base: isOver ? base.check : '',
      when: this.options.now(),
      plan: world.plan,
      seed: world.seed,
      content: hashFor(content, world.plan),
      build: BUILD,
      began,
      played,
      where,
      practice,
      rewound,
      final: hashText(hashWorld(world)),
      ticks: world.tick,
      log: isOver ? log.slice(base.logged) : log,
    });
  }
}
