// Plays pieces: a bar is written when it is due, its notes are scheduled a little ahead, and one piece fades into the next.

import { barOf, isHold, type Piece, type Written } from './music/write.ts';
import type { Orchestra, Playing } from './orchestra.ts';
import { pieceOf } from './music/pieces.ts';

/** Seconds. */
const CROSSFADE = 0.6;
/** What is later than this is left out: a note out of time is worse than none. */
const TOO_LATE = 0.05;
/** A hold comes and goes by these shares of its length. */
const COMES = 0.36;
const GOES = 0.42;

interface Part {
  readonly id: string;
  readonly piece: Piece;
  readonly fader: GainNode;
  /** When its bar 0 would have begun. */
  begins: number;
  bar: number;
  /** What of that bar is still to be scheduled. */
  left: readonly Written[];
  playing: { until: number; one: Playing }[];
}

export class Band {
  private readonly ctx: BaseAudioContext;
  private readonly orchestra: Orchestra;
  private readonly out: AudioNode;
  private part: Part | null = null;

  constructor(ctx: BaseAudioContext, orchestra: Orchestra, out: AudioNode) {
    this.ctx = ctx;
    this.orchestra = orchestra;
    this.out = out;
  }

  get playing(): string {
    return this.part?.id ?? '';
  }

  /** A piece by its id; what is none is silence. The same again goes on. */
  play(id: string, at: number, bar = 0): void {
    const piece = pieceOf(id);
    if ((piece === null ? '' : id) === this.playing) return;
    this.leave(at);
    if (piece === null) return;
    const fader = new GainNode(this.ctx, { gain: 0 });
    fader.connect(this.out);
    fader.gain.setValueAtTime(0, at);
    fader.gain.linearRampToValueAtTime(piece.trim, at + CROSSFADE);
    this.part = {
      id,
      piece,
      fader,
      begins: at - (bar * piece.beats * 60) / piece.tempo,
      bar,
      left: barOf(id, piece, bar),
      playing: [],
    };
  }

  /** Everything that begins before `until` is scheduled. */
  ahead(now: number, until: number): void {
    const { part } = this;
    if (part === null) return;
    const beat = 60 / part.piece.tempo;
    const bar = beat * part.piece.beats;
    part.playing = part.playing.filter((one) => one.until > now);
    // nobody was there for a while: on from the bar that would be next, and not all that was missed
    if (part.begins + (part.bar + 1) * bar < now - TOO_LATE) this.goTo(part, part.bar + 1, now);
    while (part.begins + part.bar * bar < until) {
      const from = part.begins + part.bar * bar;
      const due = part.left.filter((one) => from + one.at * beat < until);
      for (const one of due) this.schedule(part, one, from + one.at * beat, beat, now);
      part.left = part.left.slice(due.length);
      if (part.left.length > 0) return;
      if (from + bar >= until) return;
      part.bar++;
      part.left = barOf(part.id, part.piece, part.bar);
    }
  }

  /** After an absence: what was scheduled is gone, and the next bar begins now. */
  reseed(now: number): void {
    const { part } = this;
    if (part === null) return;
    for (const { one } of part.playing) one.stop(now);
    part.playing = [];
    this.goTo(part, part.bar + 1, now);
  }

  private goTo(part: Part, bar: number, now: number): void {
    part.bar = bar;
    part.begins = now + 0.05 - (bar * part.piece.beats * 60) / part.piece.tempo;
    part.left = barOf(part.id, part.piece, bar);
  }

  private schedule(part: Part, one: Written, at: number, beat: number, now: number): void {
    if (isHold(one)) {
      const seconds = one.beats * beat;
      const begins = Math.max(at, now);
      const { pitch, pad, loud, pan } = one;
      const held = { pitch, pad, loud, pan, seconds, attack: seconds * COMES, release: seconds * GOES };
      part.playing.push({ until: begins + seconds, one: this.orchestra.hold(held, begins, part.fader) });
    } else if (at >= now - TOO_LATE) {
      part.playing.push({ until: at + 4, one: this.orchestra.strike(one, Math.max(at, now), part.fader) });
    }
  }

  private leave(at: number): void {
    const { part } = this;
    this.part = null;
    if (part === null) return;
    const { fader, playing } = part;
    fader.gain.cancelScheduledValues(at);
    fader.gain.setValueAtTime(fader.gain.value, at);
    fader.gain.linearRampToValueAtTime(0, at + CROSSFADE);
    for (const { one } of playing) one.stop(at + CROSSFADE);
  }
}
