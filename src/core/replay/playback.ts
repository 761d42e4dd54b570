// Watching a replay: forwards, backwards, anywhere. It seeks by playing on from the nearest snapshot, so that scrubbing
// shows exactly what playing showed.

import { unheard, type Heard } from '../network/vocabulary.ts';
import type { Action } from '../run/actions.ts';
import type { Content } from '../run/content.ts';
import { begin, step } from '../run/step.ts';
import { copyWorld, type World } from '../run/world.ts';
import { unplayable, UnplayableError } from './playable.ts';
import { HASH_EVERY, type Logged, type Replay } from './replay.ts';

/** From which entry of the log on something was done at this tick or later. */
export function firstAt(log: readonly Logged[], tick: number): number {
  let low = 0;
  let high = log.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (log[middle].tick < tick) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * What is done at a tick, from an entry of the log on. While a run is paused its clock stands, so that a pause, what is
 * done in it and its end are all of one tick; taken in one step they come to the same as one after the other.
 */
export function actionsAt(log: readonly Logged[], from: number, tick: number): readonly Action[] {
  let to = from;
  while (to < log.length && log[to].tick === tick) to++;
  return to === from ? NOTHING : log.slice(from, to).map((one) => one.action);
}

const NOTHING: readonly Action[] = [];

export class Playback {
  readonly replay: Replay;
  private readonly content: Content;
  /** By tick / 600. Never handed out: stepping needs a copy. */
  private readonly snapshots: World[] = [];
  private now: World;
  private next = 0;

  /** Throws UnplayableError, with the verdict that a judge would give, for what may not be played here. */
  constructor(content: Content, replay: Replay) {
    const no = unplayable(content, replay);
    if (no !== null) throw new UnplayableError(no);
    this.content = content;
    this.replay = replay;
    this.now = begin(content, replay.plan, replay.seed);
    this.snapshots.push(copyWorld(this.now));
  }

  /** The World where the playback stands: look, do not touch. Another object after a seek. */
  get world(): World {
    return this.now;
  }

  get isAtEnd(): boolean {
    return this.now.tick >= this.replay.ticks && this.next >= this.replay.log.length;
  }

  /** The next tick. What was done in it, or null at the end or where the log leaves the run standing still. */
  tick(heard: Heard = unheard): readonly Action[] | null {
    const { log, ticks } = this.replay;
    const { tick } = this.now;
    const actions = actionsAt(log, this.next, tick);
    if (tick >= ticks && actions.length === 0) return null;
    this.next += actions.length;
    step(this.content, this.now, actions, heard);
    if (this.now.tick === tick) return tick >= ticks ? actions : null;
    const nth = this.now.tick / HASH_EVERY;
    if (nth === this.snapshots.length) this.snapshots.push(copyWorld(this.now));
    return actions;
  }

  /**
   * To where the clock has just come to `tick` and nothing is done there yet; for the last tick, to the end with all that
   * was done there. Answers the World.
   */
  seek(tick: number): World {
    const last = this.replay.ticks;
    const to = tick < 0 ? 0 : tick > last ? last : Math.floor(tick);
    const here = this.now.tick;
    if (to < here || (to === here && this.next !== firstAt(this.replay.log, to)) || to - here > HASH_EVERY) {
      this.restore(to);
    }
    while (this.now.tick < to) if (this.tick() === null) break;
    if (to === last) while (!this.isAtEnd) if (this.tick() === null) break;
    return this.now;
  }

  /** The snapshot at or before a tick, unless playing on from here is nearer. */
  private restore(to: number): void {
    const wanted = Math.floor(to / HASH_EVERY);
    const nth = wanted < this.snapshots.length ? wanted : this.snapshots.length - 1;
    const from = nth * HASH_EVERY;
    if (this.now.tick < to && this.now.tick >= from) return;
    this.now = copyWorld(this.snapshots[nth]);
    this.next = firstAt(this.replay.log, from);
  }
}
