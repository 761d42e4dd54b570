// The flash meter: do recorded frames flash so that they could bring on a seizure? After WCAG 2.2 (2.3.1): a swing of a
// tenth of the relative luminance, where the darker is below 0.8, is a transition, two opposed ones are a flash, and more
// than three in a second over more than a quarter of ten degrees of sight fail. Saturated red is measured by itself.

/** Of the screen, as cells in rows. */
export interface Film {
  readonly width: number;
  readonly height: number;
  /** Frames to a second. */
  readonly rate: number;
  /** Of each frame, red, green and blue of every cell, 0 to 255. */
  readonly frames: readonly Uint8Array[];
}

export interface Flashes {
  /** The largest share of any window that flashes more than three times in any second. More than `MOST` fails. */
  readonly share: number;
  /** In which frame that second ends. */
  readonly frame: number;
  /** The most flashes that any one cell has in a second. */
  readonly most: number;
}

/** Ten degrees of sight, as a share of a screen of 1024 by 768. */
const WINDOW = { width: 341 / 1024, height: 256 / 768 };
export const MOST = 0.25;
const FLASHES = 3;
const SWING = 0.1;
const BRIGHT = 0.8;
const RED_SWING = 20;
const RED_SHARE = 0.8;

const LINEAR = Float64Array.from({ length: 256 }, (_, byte) => {
  const one = byte / 255;
  return one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;
});

/** What is looked at in a cell: how much of it there is, and whether that is such as counts. */
interface Measure {
  readonly value: (r: number, g: number, b: number) => number;
  readonly counts: (r: number, g: number, b: number) => boolean;
  /** `counts` says it of one of the two at least. */
  readonly swing: number;
}

const luminance = (r: number, g: number, b: number): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Light and dark in turn: the darker of the two must be below 0.8. */
export function lightFlashes(film: Film): Flashes {
  return measure(film, { value: luminance, counts: (r, g, b) => luminance(r, g, b) < BRIGHT, swing: SWING });
}

/** Saturated red and something else in turn: one of the two must be saturated. */
export function redFlashes(film: Film): Flashes {
  return measure(film, {
    value: (r, g, b) => Math.max(0, r - g - b) * 320,
    counts: (r, g, b) => r > 0 && r / (r + g + b) >= RED_SHARE,
    swing: RED_SWING,
  });
}

function measure(film: Film, how: Measure): Flashes {
  const { width, height, rate, frames } = film;
  const cells = width * height;
  const turns = Array.from({ length: cells }, (_, cell) => turnsOf(frames, cell, how));
  const flashing = new Uint8Array(cells);
  let worst = { share: 0, frame: 0 };
  let most = 0;
  for (let frame = 0; frame < frames.length; frame++) {
    let any = false;
    for (let cell = 0; cell < cells; cell++) {
      const inSecond = turns[cell].filter((at) => at > frame - rate && at <= frame).length;
      most = Math.max(most, inSecond / 2);
      // one swing more than three flashes have is the beginning of a fourth
      flashing[cell] = inSecond > FLASHES * 2 ? 1 : 0;
      any ||= flashing[cell] === 1;
    }
    if (!any) continue;
    const share = largestShare(flashing, width, height);
    if (share > worst.share) worst = { share, frame };
  }
  return { ...worst, most };
}

/** In which frames a cell has swung so far from where it last turned, up and down in turn. */
function turnsOf(frames: readonly Uint8Array[], cell: number, { value, counts, swing }: Measure): number[] {
  const found: number[] = [];
  /** Which way it went last: 1 up, -1 down, 0 neither yet; and the furthest it came that way. */
  let way = 0;
  let low = { value: Infinity, counts: false };
  let high = { value: -Infinity, counts: false };
  frames.forEach((frame, at) => {
    const r = LINEAR[frame[cell * 3]];
    const g = LINEAR[frame[cell * 3 + 1]];
    const b = LINEAR[frame[cell * 3 + 2]];
    const now = { value: value(r, g, b), counts: counts(r, g, b) };
    if (way !== 1 && now.value - low.value >= swing && (now.counts || low.counts)) {
      found.push(at);
      way = 1;
      high = now;
    } else if (way !== -1 && high.value - now.value >= swing && (now.counts || high.counts)) {
      found.push(at);
      way = -1;
      low = now;
    }
    if (now.value < low.value) low = now;
    if (now.value > high.value) high = now;
  });
  return found;
}

/** Over every place that the window can have. */
function largestShare(flags: Uint8Array, width: number, height: number): number {
  const wide = Math.round(width * WINDOW.width);
  const high = Math.round(height * WINDOW.height);
  const row = width + 1;
  const sums = new Int32Array(row * (height + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      sums[(y + 1) * row + x + 1] =
        flags[y * width + x] + sums[y * row + x + 1] + sums[(y + 1) * row + x] - sums[y * row + x];
  let most = 0;
  for (let y = 0; y + high <= height; y++)
    for (let x = 0; x + wide <= width; x++) {
      const sum =
        sums[(y + high) * row + x + wide] - sums[y * row + x + wide] - sums[(y + high) * row + x] + sums[y * row + x];
      most = Math.max(most, sum);
    }
  return most / (wide * high);
}
