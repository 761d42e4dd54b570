// How a scene is read: whether lines come by themselves, letter by letter, and whether an answer is asked for twice.

import type { Tale } from './tale.ts';

/** As the reader wants it. */
export interface Reading {
  readonly isSkipped: (line: string) => boolean;
  /** How long a line stays before the next comes by itself; null: until it is asked for. */
  readonly restMs: ((text: string) => number) | null;
  /** How many letters a second; null: the whole line at once. */
  readonly letters: number | null;
  /** An answer is pressed twice before it is given. */
  readonly confirms: boolean;
}

const PLAIN: Reading = { isSkipped: () => false, restMs: null, letters: null, confirms: false };

/** A press that was meant for the line before is no answer. */
const SETTLES_MS = 500;

export class Reader {
  private readonly tale: Tale;
  /** Asked at every turn, for settings change in the midst of a scene. */
  wishes: () => Reading = () => PLAIN;
  /** The answer that was pressed once. */
  asked: number | null = null;
  private isWhole = false;
  private shownAt = 0;
  private now = 0;

  constructor(tale: Tale) {
    this.tale = tale;
  }

  /** Once a frame. `isReading`: the scene is in sight, and nothing stands over it. */
  frame(now: number, isReading: boolean): void {
    this.now = now;
    if (this.tale.look()) {
      this.shownAt = now;
      this.asked = null;
      this.isWhole = false;
    }
    if (isReading) this.goOnByItself();
  }

  /** Past the line; or the whole of it first, while it is being written. */
  next(): void {
    if (this.lettersShown < (this.tale.current?.text.length ?? 0)) this.isWhole = true;
    else this.tale.next();
  }

  choose(option: number): void {
    if (this.wishes().confirms && this.asked !== option && this.tale.options[option]?.open) this.asked = option;
    else this.tale.choose(option);
  }

  get isSettled(): boolean {
    return this.now - this.shownAt >= SETTLES_MS;
  }

  /** How much of the line is written out by now. */
  get lettersShown(): number {
    const { letters } = this.wishes();
    if (letters === null || this.isWhole || this.tale.isAsking) return Infinity;
    return Math.floor(((this.now - this.shownAt) / 1000) * letters);
  }

  /** Lines that were read before are passed, if the reader wants that; others after a while, if they want that. */
  private goOnByItself(): void {
    const { tale } = this;
    const { line } = tale;
    if (line === null || tale.isAnswered || tale.isAsking || tale.isWaiting) return;
    const { isSkipped, restMs } = this.wishes();
    // a line is only made words of where its length matters
    const rest = isSkipped(line) ? 0 : restMs === null ? null : restMs(tale.current?.text ?? '');
    if (rest !== null && this.now - this.shownAt >= rest) tale.next();
  }
}
