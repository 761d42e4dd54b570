// How loud a recording is, by ITU-R BS.1770-4: K-weighting, blocks of 400 ms, two gates; and its true peak, oversampled
// four times. At 48 000 samples a second only, for which the recommendation prints its filters.

export const RATE = 48_000;

type Channels = readonly Float32Array[];
type Biquad = readonly [b0: number, b1: number, b2: number, a1: number, a2: number];

const SHELF: Biquad = [1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585];
const HIGH_PASS: Biquad = [1, -2, 1, -1.99004745483398, 0.99007225036621];
const BLOCK = 0.4 * RATE;
const HOP = 0.1 * RATE;
const SILENCE_LUFS = -70;
const BELOW_MEAN_LU = 10;

function filtered(data: Float64Array, [b0, b1, b2, a1, a2]: Biquad): Float64Array {
  const out = new Float64Array(data.length);
  let x1 = 0;
  let x2 = 0;
  let y1 = 0;
  let y2 = 0;
  for (let n = 0; n < data.length; n++) {
    const x = data[n];
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    out[n] = y;
  }
  return out;
}

/** Mean square of each block, all channels together: those of stereo weigh the same. */
function blocks(channels: Channels): number[] {
  const weighted = channels.map((one) => filtered(filtered(Float64Array.from(one), SHELF), HIGH_PASS));
  const out: number[] = [];
  for (let from = 0; from + BLOCK <= channels[0].length; from += HOP) {
    let power = 0;
    for (const one of weighted) {
      let sum = 0;
      for (let n = from; n < from + BLOCK; n++) sum += one[n] * one[n];
      power += sum / BLOCK;
    }
    out.push(power);
  }
  return out;
}

function lufs(power: number): number {
  return -0.691 + 10 * Math.log10(power);
}

function mean(of: readonly number[]): number {
  return of.reduce((sum, x) => sum + x, 0) / of.length;
}

/** Integrated loudness, LUFS; −Infinity for what is silent, or shorter than a block. */
export function integrated(channels: Channels): number {
  const heard = blocks(channels).filter((power) => lufs(power) > SILENCE_LUFS);
  if (heard.length === 0) return Number.NEGATIVE_INFINITY;
  const gate = lufs(mean(heard)) - BELOW_MEAN_LU;
  return lufs(mean(heard.filter((power) => lufs(power) > gate)));
}

/** The loudest 400 ms. What is shorter is laid in silence. */
export function momentary(channels: Channels): number {
  const laid = channels.map((one) => {
    const longer = new Float32Array(one.length + 2 * BLOCK);
    longer.set(one, BLOCK);
    return longer;
  });
  return lufs(Math.max(...blocks(laid)));
}

const OVER = 4;
const REACH = 16;

/** dBTP: the highest point of the wave itself, between samples too. */
export function truePeak(channels: Channels): number {
  // a windowed sinc, one set of taps for each place between two samples
  const taps = Array.from({ length: OVER }, (_, p) =>
    Array.from({ length: 2 * REACH }, (__, k) => {
      const x = k - REACH + 1 - p / OVER;
      const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / (REACH + 1));
      return (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)) * window;
    }),
  );
  let most = 0;
  for (const data of channels) {
    const top = data.reduce((high, x) => Math.max(high, Math.abs(x)), 0);
    for (let n = 0; n < data.length; n++) {
      // far below the top there is nothing to find between samples either
      if (Math.abs(data[n]) < top * 0.6 && Math.abs(data[n + 1] ?? 0) < top * 0.6) continue;
      for (const tap of taps) {
        let sum = 0;
        for (let k = 0; k < tap.length; k++) sum += tap[k] * (data[n + k - REACH + 1] ?? 0);
        most = Math.max(most, Math.abs(sum));
      }
    }
  }
  return 20 * Math.log10(most);
}

/** How strong one frequency is in a stretch of sound (Goertzel), as the amplitude of a sine. */
export function toneAt(data: Float32Array, hertz: number, rate: number, from = 0, to = data.length): number {
  const w = (2 * Math.PI * hertz) / rate;
  const c = 2 * Math.cos(w);
  let a = 0;
  let b = 0;
  for (let n = from; n < to; n++) {
    // a window, or a loud neighbour would be heard here too
    const x = data[n] * (0.5 - 0.5 * Math.cos((2 * Math.PI * (n - from)) / (to - from)));
    const next = x + c * a - b;
    b = a;
    a = next;
  }
  return (4 / (to - from)) * Math.sqrt(Math.max(0, a * a + b * b - c * a * b));
}
