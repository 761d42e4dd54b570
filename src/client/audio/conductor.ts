// Conducts a network: once a frame it reads the score, tells who rings in the coming moment and has them ring then. After an
// input everything that has not begun is called off and told anew.

import { TICK } from '../../core/network/layout.ts';
import { isOver, type Network } from '../../core/network/network.ts';
import { TICKS_PER_SECOND } from '../../core/math/turn.ts';
import type { City } from '../../core/run/cast.ts';
import { CITY_ROWS } from './cities.ts';
import type { Mixer } from './mixer.ts';
import type { Orchestra, Playing } from './orchestra.ts';
import { noteOf, predict, readScore, type Onset, type Score } from './score.ts';

/** Seconds told ahead. An input moves hardly anything at 60 ms; at 200 every twentieth onset would be 50 ms off. */
const AHEAD = 0.06;
/** On a slow machine frames are farther apart than that. */
const AHEAD_MOST = 0.25;
/** What has begun, or nearly, is not called off. */
const NEARLY = 0.005;
/** So long without a tick, and nobody plays. */
const STILL = 0.3;
const PAD_LOUD = 0.11;
const PEDAL_LOUD = 0.13;
const FOREVER = 36_000;
/** Hertz: what comes through of the pad when a hold begins, and when it ends. */
const CLOSED = 500;
const OPEN = 4200;
const GLIDE = 0.12;

interface Rung {
  readonly at: number;
  readonly playing: Playing;
  /** What was there before, if this is called off. */
  readonly before: number;
}

export class Conductor {
  private readonly ctx: BaseAudioContext;
  private readonly orchestra: Orchestra;
  private readonly out: GainNode;
  private readonly onBeat: (at: number) => void;
  private rules: Network['rules'] | null = null;
  private readonly rung = new Map<number, Rung>();
  private tick = 0;
  private movedAt = 0;
  private seenAt = 0;
  private pace = TICKS_PER_SECOND;
  private frame = 1 / 60;
  private beatAt = 0;
  private bed: { playing: Playing[]; level: GainNode; filter: BiquadFilterNode; key: string } | null = null;
  private pedal: { playing: Playing; level: GainNode } | null = null;

  constructor(ctx: BaseAudioContext, orchestra: Orchestra, mixer: Mixer, onBeat: (at: number) => void) {
    this.ctx = ctx;
    this.orchestra = orchestra;
    this.out = new GainNode(ctx);
    this.out.connect(mixer.input('score'));
    this.onBeat = onBeat;
  }

  /** Once a frame. True while the network is what is heard. */
  conduct(net: Network, city: City, paused: boolean, now: number): boolean {
    const tick = net.s[TICK];
    if (net.rules !== this.rules || tick < this.tick) {
      this.begin(net, tick, now);
      this.out.gain.value = CITY_ROWS[city].trim;
    }
    this.keepPace(tick, now);
    if (paused || isOver(net) || now - this.movedAt > STILL) {
      this.rest(now);
      return !isOver(net) && tick > 0;
    }
    const score = readScore(net, city);
    const ahead = Math.min(AHEAD_MOST, Math.max(AHEAD, this.frame * 1.5));
    // a frame that was long in coming: what it passed over is heard late rather than never
    const late = -Math.min(0.1, this.frame);
    for (const onset of predict(score, late * this.pace, ahead * this.pace)) this.ring(onset, score, now);
    this.lay(score, now);
    this.keepTime(score, now, ahead);
    return tick > 0;
  }

  /** Somebody has done something: what was told may be wrong. */
  again(now: number): void {
    for (const [node, { at, playing, before }] of this.rung) {
      if (at <= now + NEARLY) continue;
      playing.stop(now);
      this.rung.set(node, { at: before, playing, before });
    }
  }

  /** Silence, and nothing is owed. */
  rest(now: number): void {
    this.again(now);
    this.bed?.level.gain.setTargetAtTime(0, now, GLIDE);
    this.pedal?.level.gain.setTargetAtTime(0, now, GLIDE);
  }

  /** Gone, with everything that was held. */
  leave(now: number): void {
    this.rest(now);
    for (const playing of this.bed?.playing ?? []) playing.stop(now + 1);
    this.pedal?.playing.stop(now + 1);
    this.bed = null;
    this.pedal = null;
    this.rules = null;
    this.rung.clear();
  }

  private begin(net: Network, tick: number, now: number): void {
    this.again(now);
    this.rules = net.rules;
    this.rung.clear();
    this.tick = tick;
    this.pace = TICKS_PER_SECOND;
    this.movedAt = tick === 0 ? -STILL : now;
    this.seenAt = now;
    this.beatAt = 0;
  }

  /** Ticks a second as they come: slowed by an assist, or by the machine. */
  private keepPace(tick: number, now: number): void {
    const passed = now - this.seenAt;
    if (passed > 0 && passed < 0.5) this.frame += 0.2 * (passed - this.frame);
    if (tick > this.tick) {
      if (passed > 0 && passed < 0.5 && this.tick > 0) {
        const pace = Math.min(TICKS_PER_SECOND, Math.max(TICKS_PER_SECOND / 4, (tick - this.tick) / passed));
        this.pace += 0.1 * (pace - this.pace);
      }
      this.movedAt = now;
    }
    this.tick = tick;
    this.seenAt = now;
  }

  private ring(onset: Onset, score: Score, now: number): void {
    const note = noteOf(onset, score, this.pace);
    const { node, speed } = onset.singer;
    const at = Math.max(now, now + note.at);
    const last = this.rung.get(node)?.at ?? Number.NEGATIVE_INFINITY;
    // nobody rings twice in a round, however the telling of it wavers
    if (at - last < 0.5 / (Math.abs(speed) * this.pace)) return;
    this.rung.set(node, { at, playing: this.orchestra.strike(note, at, this.out), before: last });
  }

  private lay({ pad, pedal }: Score, now: number): void {
    const key = `${pad.id} ${pad.pitches.join(' ')}`;
    if (this.bed !== null && this.bed.key !== key) {
      for (const playing of this.bed.playing) playing.stop(now);
      this.bed = null;
    }
    if (this.bed === null && pad.level > 0) {
      const filter = new BiquadFilterNode(this.ctx, { type: 'lowpass', frequency: CLOSED, Q: 0.5 });
      const level = new GainNode(this.ctx, { gain: 0 });
      filter.connect(level).connect(this.out);
      const playing = pad.pitches.map((pitch, k) =>
        this.orchestra.hold(
          {
            pitch,
            pad: pad.id,
            loud: PAD_LOUD,
            pan: (k % 2 === 0 ? 1 : -1) * 0.15 * k,
            seconds: FOREVER,
            attack: 0.2,
            release: 0.1,
          },
          now,
          filter,
        ),
      );
      this.bed = { playing, level, filter, key };
    }
    this.bed?.level.gain.setTargetAtTime(pad.level, now, GLIDE);
    this.bed?.filter.frequency.setTargetAtTime(CLOSED * (OPEN / CLOSED) ** pad.open, now, GLIDE);
    if (this.pedal === null && pedal.level > 0.05) {
      const level = new GainNode(this.ctx, { gain: 0 });
      level.connect(this.out);
      const held = {
        pitch: pedal.pitch,
        pad: pad.id,
        loud: PEDAL_LOUD,
        pan: 0,
        seconds: FOREVER,
        attack: 0.1,
        release: 0.1,
      };
      this.pedal = { playing: this.orchestra.hold(held, now, level), level };
    }
    this.pedal?.level.gain.setTargetAtTime(pedal.level, now, GLIDE);
  }

  private keepTime({ beat }: Score, now: number, ahead: number): void {
    if (beat === null) return;
    const at = now + beat.due / this.pace;
    if (at > now + ahead || at - this.beatAt < (0.5 * beat.every) / this.pace) return;
    this.beatAt = at;
    this.onBeat(at);
  }
}
