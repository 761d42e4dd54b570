// A sound being drawn, sample by sample: plain arithmetic on an array, so that a test hears in Node what a browser plays.
// Everything begins and ends in silence; an edge is never shorter than EDGE.

/** Seconds. Shorter than this a change of loudness is itself a click. */
export const EDGE = 0.005;
const TURN = 2 * Math.PI;

/** What a sound is, once drawn: -1 to 1. */
export type Samples = Float32Array<ArrayBuffer>;

/** One part of a struck thing: how many times the pitch, how loud, and in how many seconds it is gone (by 60 dB). */
export type Mode = readonly [ratio: number, share: number, seconds: number];

export class Wave {
  readonly rate: number;
  readonly data: Samples;
  private dice: number;

  constructor(rate: number, seconds: number, seed = 1) {
    this.rate = rate;
    this.data = new Float32Array(Math.ceil(rate * seconds));
    this.dice = seed | 0 || 1;
  }

  /** White noise, the same for every seed at every time: -1 to 1. */
  noise(): number {
    // xorshift32
    let x = this.dice;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.dice = x;
    return x / 0x8000_0000;
  }

  /** 0 to 1. */
  chance(): number {
    return (this.noise() + 1) / 2;
  }

  /** Something struck or blown once: every part decays by itself. A damped rotation a part, no sine a sample. */
  strike(at: number, hertz: number, loud: number, modes: readonly Mode[], attack = EDGE): this {
    const { rate, data } = this;
    const from = Math.round(at * rate);
    const rise = Math.max(1, Math.round(attack * rate));
    for (const [ratio, share, seconds] of modes) {
      const hz = hertz * ratio;
      if (hz > rate * 0.45) continue;
      const keep = 10 ** (-3 / (seconds * rate));
      const c = keep * Math.cos((TURN * hz) / rate);
      const s = keep * Math.sin((TURN * hz) / rate);
      const until = Math.min(data.length, from + Math.ceil(seconds * 1.15 * rate));
      let x = loud * share;
      let y = 0;
      for (let n = from; n < until; n++) {
        data[n] += n - from < rise ? y * swell((n - from) / rise) : y;
        const next = x * c - y * s;
        y = x * s + y * c;
        x = next;
      }
    }
    return this;
  }

  /** A held tone that may slide; `shape` bends a sine: 0 is one, 1 is nearly square. */
  slide(at: number, seconds: number, from: number, to: number, loud: number, shape = 0, attack = 0.02): this {
    const bend = (to / from) ** (1 / (seconds * this.rate));
    let step = (TURN * from) / this.rate;
    let angle = 0;
    return this.held(at, seconds, loud, attack, () => {
      angle += step;
      step *= bend;
      const sine = Math.sin(angle);
      return shape === 0 ? sine : Math.tanh(sine * (1 + 5 * shape)) / (1 + 0.6 * shape);
    });
  }

  /** Noise through a narrow place that may move: `width` is how wide, in shares of the pitch. */
  hiss(at: number, seconds: number, from: number, to: number, loud: number, width = 1, attack = 0.02): this {
    const { rate } = this;
    const share = loud * Math.min(1, 0.4 + width);
    // a state-variable filter, its band taken; where it stands is looked up anew every few samples
    let band = 0;
    let low = 0;
    let f = 0;
    return this.held(at, seconds, share, attack, (n, all) => {
      if (n % 32 === 0) f = 2 * Math.sin((Math.PI * Math.min(from * (to / from) ** (n / all), rate * 0.16)) / rate);
      low += f * band;
      band += f * (this.noise() - low - width * band);
      return band;
    });
  }

  /** A plucked string, by Karplus and Strong: a burst of noise that goes round and is smoothed each time. */
  pluck(at: number, hertz: number, loud: number, seconds: number, bright = 0.5): this {
    const { rate, data } = this;
    const from = Math.round(at * rate);
    // half a sample is what the smoothing delays by; the rest of the round that is no whole sample is an allpass
    const round = rate / hertz - 0.5;
    const size = Math.floor(round - 0.1);
    const rest = round - size;
    const bend = (1 - rest) / (1 + rest);
    const line = new Float32Array(size);
    let soft = 0;
    for (let k = 0; k < size; k++) line[k] = soft += bright * (this.noise() - soft);
    const mean = line.reduce((sum, x) => sum + x, 0) / size;
    const power = Math.sqrt(line.reduce((sum, x) => sum + (x - mean) ** 2, 0) / size);
    for (let k = 0; k < size; k++) line[k] = (line[k] - mean) / power;
    const keep = 10 ** (-3 / (seconds * hertz));
    const until = Math.min(data.length, from + Math.ceil(seconds * rate));
    const rise = EDGE * rate;
    let last = 0;
    let inBefore = 0;
    let outBefore = 0;
    for (let n = from, k = 0; n < until; n++, k = (k + 1) % size) {
      const now = line[k];
      const smooth = keep * 0.5 * (now + last);
      last = now;
      outBefore = bend * smooth + inBefore - bend * outBefore;
      inBefore = smooth;
      line[k] = outBefore;
      data[n] += loud * now * (n - from < rise ? swell((n - from) / rise) : 1);
    }
    return this;
  }

  /** Silence at both ends, and as loud as `level`: the loudest tenth of a second, as root mean square. Peaks stay below `most`. */
  finish(level: number, most = 0.8): Samples {
    const { data, rate } = this;
    const edge = Math.round(EDGE * rate);
    for (let n = 0; n < edge && n < data.length; n++) {
      const share = swell(n / edge);
      data[n] *= share;
      data[data.length - 1 - n] *= share;
    }
    const peak = peakOf(data);
    if (peak === 0) return data;
    const gain = Math.min(level / loudestTenth(data, rate), most / peak);
    for (let n = 0; n < data.length; n++) data[n] *= gain;
    return data;
  }

  private held(
    at: number,
    seconds: number,
    loud: number,
    attack: number,
    next: (n: number, all: number) => number,
  ): this {
    const { rate, data } = this;
    const from = Math.round(at * rate);
    const all = Math.min(Math.round(seconds * rate), data.length - from);
    const rise = Math.min(Math.max(attack, EDGE), seconds / 2) * rate;
    const fall = Math.min(Math.max(attack, seconds * 0.4), seconds / 2) * rate;
    for (let n = 0; n < all; n++) data[from + n] += loud * next(n, all) * swell(n / rise) * swell((all - n) / fall);
    return this;
  }
}

/** From 0 to 1 without a corner at either end. */
function swell(share: number): number {
  if (share <= 0) return 0;
  return share >= 1 ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * share);
}

function peakOf(data: Float32Array): number {
  let most = 0;
  for (const x of data) most = Math.max(most, Math.abs(x));
  return most;
}

function loudestTenth(data: Float32Array, rate: number): number {
  const size = Math.min(data.length, Math.round(rate / 10));
  let sum = 0;
  let most = 0;
  for (let n = 0; n < data.length; n++) {
    sum += data[n] * data[n];
    if (n >= size) sum -= data[n - size] * data[n - size];
    most = Math.max(most, sum);
  }
  return Math.sqrt(most / size);
}
