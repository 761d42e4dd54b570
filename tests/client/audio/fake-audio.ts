// As much of WebAudio as the game uses, in Node: nothing sounds, but what was begun and when is written down.
import { vi } from 'vitest';

interface Begun {
  readonly at: number;
  readonly buffer: { readonly duration: number };
  stopped: number;
}

export interface FakeAudio {
  readonly begun: Begun[];
  /** Called off before they began. */
  readonly calledOff: () => Begun[];
  time: number;
  state: string;
  readonly resumes: () => number;
  /** Somebody has pressed something: from now on it may be resumed. */
  readonly grant: () => void;
}

/** Puts it where a browser has it. `refuses`: there is an AudioContext, but it cannot be opened. */
export function fakeAudio({ refuses = false, locked = false } = {}): FakeAudio {
  const audio = { begun: [] as Begun[], time: 1, state: locked ? 'suspended' : 'running', resumed: 0, locked };

  class Param {
    value = 1;
    setValueAtTime(value: number): this {
      this.value = value;
      return this;
    }
    linearRampToValueAtTime(value: number): this {
      this.value = value;
      return this;
    }
    setTargetAtTime(value: number): this {
      this.value = value;
      return this;
    }
    cancelScheduledValues(): this {
      return this;
    }
  }
  class Node {
    gain = new Param();
    frequency = new Param();
    channelCount = 2;
    channelCountMode = 'max';
    connect<T>(to: T): T {
      return to;
    }
    disconnect(): void {}
    addEventListener(): void {}
  }
  class FakeBuffer {
    readonly length: number;
    readonly sampleRate: number;
    readonly duration: number;
    constructor({ length, sampleRate }: { length: number; sampleRate: number }) {
      this.length = length;
      this.sampleRate = sampleRate;
      this.duration = length / sampleRate;
    }
    getChannelData(): Float32Array {
      return new Float32Array(this.length);
    }
    copyToChannel(): void {}
  }
  class Source extends Node {
    private one: Begun | null = null;
    readonly buffer: FakeBuffer;
    constructor(_ctx: unknown, { buffer }: { buffer: FakeBuffer }) {
      super();
      this.buffer = buffer;
    }
    start(at: number): void {
      this.one = { at, buffer: this.buffer, stopped: Number.POSITIVE_INFINITY };
      audio.begun.push(this.one);
    }
    stop(at: number): void {
      if (this.one !== null) this.one.stopped = at;
    }
  }
  class Context extends EventTarget {
    readonly sampleRate = 8000;
    readonly destination = new Node();
    constructor() {
      super();
      if (refuses) throw new Error('NotAllowedError');
    }
    get currentTime(): number {
      return audio.time;
    }
    get state(): string {
      return audio.state;
    }
    createGain(): Node {
      return new Node();
    }
    async resume(): Promise<void> {
      audio.resumed++;
      if (!audio.locked) audio.state = 'running';
    }
    async suspend(): Promise<void> {
      audio.state = 'suspended';
    }
  }
  vi.stubGlobal('AudioContext', Context);
  vi.stubGlobal('AudioBuffer', FakeBuffer);
  vi.stubGlobal('AudioBufferSourceNode', Source);
  for (const name of ['GainNode', 'BiquadFilterNode', 'StereoPannerNode', 'ConvolverNode', 'WaveShaperNode'])
    vi.stubGlobal(name, Node);
  vi.stubGlobal('DynamicsCompressorNode', Node);
  const listeners = new EventTarget();
  vi.stubGlobal('addEventListener', listeners.addEventListener.bind(listeners));
  vi.stubGlobal('removeEventListener', listeners.removeEventListener.bind(listeners));
  vi.stubGlobal('dispatchEvent', listeners.dispatchEvent.bind(listeners));
  return {
    begun: audio.begun,
    calledOff: () => audio.begun.filter((one) => one.stopped <= one.at),
    get time() {
      return audio.time;
    },
    set time(to: number) {
      audio.time = to;
    },
    get state() {
      return audio.state;
    },
    set state(to: string) {
      audio.state = to;
    },
    resumes: () => audio.resumed,
    grant: () => void (audio.locked = false),
  };
}
