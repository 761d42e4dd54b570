// Notes into sources: draws a voice when it is first needed, plays it a little faster or slower, keeps to sixteen at a time.
// Knows nothing of who asks, nor whether the context is live or only renders.

import { BUSES, type Bus, type Mixer } from './mixer.ts';
import { hertzOf } from './pitch.ts';
import { Pool } from './pool.ts';
import { EFFECT_RATE } from './synth/effects.ts';
import { EDGE, type Samples } from './synth/wave.ts';
import { drawPad, drawVoice, LOOP_RATE, type PadId, type VoiceId } from './synth/voices.ts';

/** A voice is drawn once for so many semitones, and bent to what lies between. */
const STRUCK_EVERY = 4;
const HELD_EVERY = 6;

export interface Struck {
  readonly pitch: number;
  readonly voice: VoiceId;
  readonly loud: number;
  readonly pan: number;
}

export interface Held {
  readonly pitch: number;
  readonly pad: PadId;
  readonly loud: number;
  readonly pan: number;
  /** Seconds: how long, of which so many to come and to go. */
  readonly seconds: number;
  readonly attack: number;
  readonly release: number;
}

export interface Playing {
  readonly stop: (at: number) => void;
}

export class Orchestra {
  readonly pool = new Pool();
  private readonly ctx: BaseAudioContext;
  private readonly mixer: Mixer;
  private readonly drawn = new Map<string, AudioBuffer>();

  constructor(ctx: BaseAudioContext, mixer: Mixer) {
    this.ctx = ctx;
    this.mixer = mixer;
  }

  strike(note: Struck, at: number, to: Bus | AudioNode): Playing {
    const near = Math.round(note.pitch / STRUCK_EVERY) * STRUCK_EVERY;
    const buffer = this.voice(note.voice, near);
    return this.play(buffer, 2 ** ((note.pitch - near) / 12), note.loud, note.pan, at, to);
  }

  hold(note: Held, at: number, to: Bus | AudioNode): Playing {
    const near = Math.round(note.pitch / HELD_EVERY) * HELD_EVERY;
    const source = new AudioBufferSourceNode(this.ctx, {
      buffer: this.pad(note.pad, near),
      loop: true,
      playbackRate: 2 ** ((note.pitch - near) / 12),
    });
    const shape = new GainNode(this.ctx, { gain: 0 });
    const attack = Math.max(EDGE, note.attack);
    const release = Math.max(EDGE, note.release);
    const held = at + Math.max(attack, note.seconds - release);
    shape.gain.setValueAtTime(0, at);
    shape.gain.linearRampToValueAtTime(note.loud, at + attack);
    shape.gain.setValueAtTime(note.loud, held);
    shape.gain.linearRampToValueAtTime(0, held + release);
    source.connect(shape);
    source.start(at);
    source.stop(held + release + EDGE);
    return this.out(source, shape, note.loud, note.pan, at, held + release, to);
  }

  /** A sound as it is, once. */
  once(data: Samples, key: string, loud: number, pan: number, at: number, to: Bus | AudioNode): Playing {
    const buffer = this.kept(`once ${key}`, () => {
      const made = new AudioBuffer({ length: data.length, sampleRate: EFFECT_RATE });
      made.copyToChannel(data, 0);
      return made;
    });
    return this.play(buffer, 1, loud, pan, at, to);
  }

  /** Draws one thing that is not drawn yet: false when there is nothing left to do. For moments when nobody waits. */
  prepare(voices: readonly (readonly [VoiceId, number])[], pads: readonly (readonly [PadId, number])[]): boolean {
    const before = this.drawn.size;
    for (const [id, pitch] of voices) {
      this.voice(id, Math.round(pitch / STRUCK_EVERY) * STRUCK_EVERY);
      if (this.drawn.size > before) return true;
    }
    for (const [id, pitch] of pads) {
      this.pad(id, Math.round(pitch / HELD_EVERY) * HELD_EVERY);
      if (this.drawn.size > before) return true;
    }
    return false;
  }

  private play(
    buffer: AudioBuffer,
    speed: number,
    loud: number,
    pan: number,
    at: number,
    to: Bus | AudioNode,
  ): Playing {
    const source = new AudioBufferSourceNode(this.ctx, { buffer, playbackRate: speed });
    source.start(at);
    return this.out(source, source, loud, pan, at, at + buffer.duration / speed, to, loud);
  }

  private out(
    source: AudioBufferSourceNode,
    from: AudioNode,
    loud: number,
    pan: number,
    at: number,
    until: number,
    to: Bus | AudioNode,
    gain = 1,
  ): Playing {
    const level = new GainNode(this.ctx, { gain });
    const place = new StereoPannerNode(this.ctx, { pan: Math.max(-1, Math.min(1, pan)) });
    from
      .connect(level)
      .connect(place)
      .connect(isBus(to) ? this.mixer.input(to) : to);
    source.addEventListener('ended', () => place.disconnect());
    const cut = (when: number): void => {
      // before it began there is nothing to fade
      if (when <= at) return source.stop(0);
      level.gain.setTargetAtTime(0, when, EDGE);
      source.stop(when + EDGE * 8);
    };
    const one = { at, until, loud, cut };
    this.pool.add(one);
    return {
      stop: (when) => {
        cut(when);
        this.pool.remove(one);
      },
    };
  }

  private voice(id: VoiceId, pitch: number): AudioBuffer {
    return this.kept(`${id} ${pitch}`, () => {
      const data = drawVoice(id, hertzOf(pitch), this.ctx.sampleRate);
      const made = new AudioBuffer({ length: data.length, sampleRate: this.ctx.sampleRate });
      made.copyToChannel(data, 0);
      return made;
    });
  }

  private pad(id: PadId, pitch: number): AudioBuffer {
    return this.kept(`pad ${id} ${pitch}`, () => {
      const sides = drawPad(id, hertzOf(pitch));
      const made = new AudioBuffer({ length: sides[0].length, numberOfChannels: 2, sampleRate: LOOP_RATE });
      sides.forEach((side, k) => made.copyToChannel(side, k));
      return made;
    });
  }

  private kept(key: string, make: () => AudioBuffer): AudioBuffer {
    let found = this.drawn.get(key);
    if (found === undefined) {
      found = make();
      this.drawn.set(key, found);
    }
    return found;
  }
}

function isBus(to: Bus | AudioNode): to is Bus {
  return typeof to === 'string' && BUSES.includes(to);
}
