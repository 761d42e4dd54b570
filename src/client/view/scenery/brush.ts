// A canvas to bake a flat on, in units of its own: the middle of the picture is x = 0, its top y = 0, its foot y = 900. What
// must be seen stands between -380 and 380 and above 640; a wide window shows more at both sides, a high one more above and
// below, so every painter fills from `l` to `r` and from `t` to `b`.

export type Point = readonly [x: number, y: number];
export type Stop = readonly [at: number, colour: number, alpha?: number];
export type Fill = string | CanvasGradient | CanvasPattern;

/** What a city has at an hour: baked into every flat. */
export interface Tones {
  readonly sky: readonly [top: number, middle: number, low: number];
  /** Air between near and far: everything goes towards it with distance. */
  readonly fog: number;
  /** The body of what stands far, halfway, near, and what is nearest of all. */
  readonly far: number;
  readonly mid: number;
  readonly near: number;
  readonly dark: number;
  /** The one key light, and the one rim. */
  readonly key: number;
  readonly rim: number;
  /** Lamps. */
  readonly lamp: number;
  /** Where the key light comes from, and how strong it is. */
  readonly sun: readonly [x: number, y: number, strength: number];
  /** A second hue, for cloth, paint and what grows. */
  readonly cloth: readonly [number, number, number];
}

export function mix(a: number, b: number, t: number): number {
  const k = Math.max(0, Math.min(1, t));
  const at = (shift: number): number => {
    const from = (a >> shift) & 255;
    return Math.round(from + (((b >> shift) & 255) - from) * k) << shift;
  };
  return at(16) | at(8) | at(0);
}

export function css(colour: number, alpha = 1): string {
  return `rgba(${colour >> 16},${(colour >> 8) & 255},${colour & 255},${alpha})`;
}

/** The same every time, for one seed: the picture's own generator, which the game never hears of. */
export function dice(seed: number): () => number {
  let s = (seed * 2654435761) >>> 0 || 1;
  return () => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

let grain: HTMLCanvasElement | null = null;

/** Paper: a tile of very faint noise, without which flat colour looks like plastic. */
function paper(): HTMLCanvasElement {
  if (grain !== null) return grain;
  grain = document.createElement('canvas');
  grain.width = grain.height = 160;
  const context = grain.getContext('2d')!;
  const image = context.createImageData(160, 160);
  const roll = dice(7);
  for (let k = 0; k < image.data.length; k += 4) {
    const isLight = roll() > 0.5;
    image.data[k] = image.data[k + 1] = image.data[k + 2] = isLight ? 255 : 0;
    image.data[k + 3] = roll() * 8;
  }
  context.putImageData(image, 0, 0);
  return grain;
}

export class Brush {
  readonly c: CanvasRenderingContext2D;
  readonly l: number;
  readonly r: number;
  readonly t: number;
  readonly b: number;
  readonly tones: Tones;
  readonly roll: () => number;

  constructor(
    context: CanvasRenderingContext2D,
    box: { l: number; r: number; t: number; b: number },
    tones: Tones,
    seed: number,
  ) {
    this.c = context;
    this.l = box.l;
    this.r = box.r;
    this.t = box.t;
    this.b = box.b;
    this.tones = tones;
    this.roll = dice(seed);
    context.lineCap = 'round';
    context.lineJoin = 'round';
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.roll();
  }

  lin(x0: number, y0: number, x1: number, y1: number, ...stops: readonly Stop[]): CanvasGradient {
    const out = this.c.createLinearGradient(x0, y0, x1, y1);
    for (const [at, colour, alpha] of stops) out.addColorStop(at, css(colour, alpha ?? 1));
    return out;
  }

  rad(x: number, y: number, r: number, ...stops: readonly Stop[]): CanvasGradient {
    const out = this.c.createRadialGradient(x, y, 0, x, y, r);
    for (const [at, colour, alpha] of stops) out.addColorStop(at, css(colour, alpha ?? 1));
    return out;
  }

  /** From side to side. */
  band(y0: number, y1: number, fill: Fill): void {
    this.c.fillStyle = fill;
    this.c.fillRect(this.l, y0, this.r - this.l, y1 - y0);
  }

  /** The whole flat, from top to foot; the first and the last colour go on beyond. */
  wash(y0: number, y1: number, ...stops: readonly Stop[]): void {
    this.band(this.t, this.b, this.lin(0, y0, 0, y1, ...stops));
  }

  glow(x: number, y: number, r: number, colour: number, alpha: number, high = r): void {
    const { c } = this;
    c.save();
    c.translate(x, y);
    c.scale(1, high / r);
    c.fillStyle = this.rad(
      0,
      0,
      r,
      [0, colour, alpha],
      [0.35, colour, alpha * 0.55],
      [0.7, colour, alpha * 0.14],
      [1, colour, 0],
    );
    c.fillRect(-r, -r, 2 * r, 2 * r);
    c.restore();
  }

  path(points: readonly Point[], isClosed = true): void {
    const { c } = this;
    c.beginPath();
    points.forEach(([x, y], k) => (k === 0 ? c.moveTo(x, y) : c.lineTo(x, y)));
    if (isClosed) c.closePath();
  }

  poly(points: readonly Point[], fill: Fill): void {
    this.path(points);
    this.c.fillStyle = fill;
    this.c.fill();
  }

  rect(x: number, y: number, wide: number, high: number, fill: Fill, round = 0): void {
    const { c } = this;
    c.fillStyle = fill;
    c.beginPath();
    c.roundRect(x, y, wide, high, round);
    c.fill();
  }

  disc(x: number, y: number, rx: number, fill: Fill, ry = rx): void {
    const { c } = this;
    c.beginPath();
    c.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
    c.fillStyle = fill;
    c.fill();
  }

  ring(x: number, y: number, rx: number, width: number, colour: Fill, ry = rx, from = 0, to = 2 * Math.PI): void {
    const { c } = this;
    c.beginPath();
    c.ellipse(x, y, rx, ry, 0, from, to);
    c.lineWidth = width;
    c.strokeStyle = colour;
    c.stroke();
  }

  line(points: readonly Point[], width: number, colour: Fill): void {
    this.path(points, false);
    this.c.lineWidth = width;
    this.c.strokeStyle = colour;
    this.c.stroke();
  }

  /** A line that hangs between two places. */
  hang(from: Point, to: Point, sag: number, width: number, colour: Fill): void {
    const { c } = this;
    c.beginPath();
    c.moveTo(...from);
    c.quadraticCurveTo((from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + sag * 2, ...to);
    c.lineWidth = width;
    c.strokeStyle = colour;
    c.stroke();
  }

  /** Everything that `draw` draws stays inside what `shape` traces. */
  inside(shape: () => void, draw: () => void): void {
    const { c } = this;
    c.save();
    shape();
    c.clip();
    draw();
    c.restore();
  }

  /** A body in three tones: lit where the key comes from, its own in the middle, in shade away from it; and a rim of light. */
  body(
    shape: () => void,
    box: readonly [x: number, y: number, wide: number, high: number],
    colour: number,
    rim = 3,
  ): void {
    const { c, tones } = this;
    const [x, y, wide, high] = box;
    const fromLeft = tones.sun[0] <= x + wide / 2;
    const lit = mix(colour, tones.key, 0.3);
    const shade = mix(colour, tones.dark, 0.38);
    c.save();
    shape();
    c.clip();
    c.fillStyle = css(mix(tones.rim, colour, 0.15));
    c.fillRect(x - 9, y - 9, wide + 18, high + 18);
    c.translate(fromLeft ? rim : -rim, rim * 0.9);
    shape();
    c.fillStyle = fromLeft
      ? this.lin(x, y, x + wide, y + high * 0.35, [0, lit], [0.42, colour], [1, shade])
      : this.lin(x + wide, y, x, y + high * 0.35, [0, lit], [0.42, colour], [1, shade]);
    c.fill();
    c.restore();
  }

  /** Light that comes down from a place, between two lines. */
  shaft(x: number, y: number, toX: number, toY: number, wide: number, colour: number, alpha: number): void {
    const { c } = this;
    const dx = toX - x;
    const dy = toY - y;
    c.save();
    c.globalCompositeOperation = 'screen';
    this.poly(
      [
        [x - wide * 0.4, y],
        [x + wide * 0.4, y],
        [toX + wide, toY],
        [toX - wide, toY],
      ],
      this.lin(x, y, x + dx, y + dy, [0, colour, alpha], [1, colour, 0]),
    );
    c.restore();
  }

  /** The net of light that water throws, on a strip that lies flat: wider and sparser towards the foot. */
  caustics(y0: number, y1: number, colour: number, alpha: number, cell = 46): void {
    const { c } = this;
    c.save();
    c.globalCompositeOperation = 'screen';
    const rows = 8;
    for (let row = 0; row < rows; row++) {
      const t = (row + 0.5) / rows;
      const y = y0 + (y1 - y0) * t * t;
      const size = cell * (0.5 + 2.2 * t);
      c.lineWidth = 0.8 + 2.4 * t;
      for (let x = this.l - size; x < this.r + size; x += size * 0.92) {
        c.strokeStyle = css(colour, alpha * this.between(0.25, 1) * (0.4 + 0.6 * t));
        c.beginPath();
        c.ellipse(
          x + this.between(-0.2, 0.2) * size,
          y + this.between(-0.12, 0.12) * size,
          size * this.between(0.42, 0.62),
          size * this.between(0.07, 0.13),
          this.between(-0.12, 0.12),
          0,
          2 * Math.PI,
        );
        c.stroke();
      }
    }
    c.restore();
  }

  /** Short level strokes of light on water, denser under what shines. */
  glints(x: number, y0: number, y1: number, wide: number, colour: number, alpha: number, count: number): void {
    for (let k = 0; k < count; k++) {
      const t = this.roll();
      const y = y0 + (y1 - y0) * t * t;
      const at = x + (this.roll() + this.roll() - 1) * wide * (0.35 + 0.65 * t);
      const half = this.between(4, 22) * (0.4 + t);
      this.c.fillStyle = css(colour, alpha * this.between(0.3, 1));
      this.c.beginPath();
      this.c.ellipse(at, y, half, 0.9 + 1.5 * t, 0, 0, 2 * Math.PI);
      this.c.fill();
    }
  }

  grain(): void {
    const { c } = this;
    c.save();
    c.setTransform(1, 0, 0, 1, 0, 0);
    c.fillStyle = c.createPattern(paper(), 'repeat')!;
    c.fillRect(0, 0, c.canvas.width, c.canvas.height);
    c.restore();
  }
}

/** One layer of the picture: the further, the less it moves. */
export interface Flat {
  /** 0 stands still with the sky, 1 moves most. */
  readonly near: number;
  /** Units a second that it passes by: a city seen from a tram. It must look the same after a `loop` of units. */
  readonly passes?: number;
  readonly paint: (brush: Brush) => void;
}

export type Air =
  | 'none'
  | 'caustics'
  | 'bubbles'
  | 'steam'
  | 'sparks'
  | 'dust'
  | 'snow'
  | 'seeds'
  | 'spores'
  | 'ash'
  | 'embers'
  | 'notes'
  | 'rain';

export interface Composition {
  readonly tones: Tones;
  readonly air: Air;
  readonly flats: readonly Flat[];
}
