// The other cities, as they are seen from outside: one motif each, told apart by its outline. `horizon` is where they stand
// and `size` how large their houses are, so that the same painters serve a whole picture and a gore of the Sphere.

import type { City } from '../../../core/run/cast.ts';
import { css, mix, type Brush, type Composition, type Tones, type Air } from './brush.ts';
import { arch, shell, tower, viaduct } from './forms.ts';

export type Skyline = (b: Brush, horizon: number, size: number, far: number) => void;

function depth(tones: Tones, far: number): number {
  return far > 0.6 ? mix(tones.far, tones.fog, 0.35) : far > 0.3 ? tones.mid : tones.near;
}

/** Strings of beads between domes. */
const hub: Skyline = (b, horizon, size, far) => {
  const { tones, c } = b;
  const colour = depth(tones, far);
  const tops: [number, number][] = [];
  for (let x = b.l - size; x < b.r + size; x += size * b.between(0.62, 1.1)) {
    const r = size * b.between(0.34, 0.62);
    const high = r * b.between(0.7, 1.9);
    const dome = (): void => {
      c.beginPath();
      c.moveTo(x - r, horizon + 2);
      c.lineTo(x - r, horizon - high);
      c.bezierCurveTo(x - r, horizon - high - r * 1.05, x + r, horizon - high - r * 1.05, x + r, horizon - high);
      c.lineTo(x + r, horizon + 2);
      c.closePath();
    };
    b.body(dome, [x - r, horizon - high - r, 2 * r, high + r], colour, Math.max(1, size * 0.014));
    for (let k = 0; k < 4; k++) {
      arch(b, x + (k - 1.5) * r * 0.44, horizon - high * 0.12, r * 0.2, high * 0.62);
      c.fillStyle = css(tones.lamp, b.roll() < 0.5 ? 0.62 : 0.12);
      c.fill();
    }
    tops.push([x, horizon - high - r * 0.78]);
  }
  tops.forEach(([x, y], k) => {
    const next = tops[k + 1 + (k % 2)];
    if (next === undefined) return;
    const sag = size * b.between(0.12, 0.3);
    b.hang([x, y], next, sag, Math.max(0.8, size * 0.009), css(tones.rim, 0.75));
    for (let j = 1; j < 9; j++) {
      const t = j / 9;
      const u = 1 - t;
      const bx = u * u * x + 2 * u * t * ((x + next[0]) / 2) + t * t * next[0];
      const by = u * u * y + 2 * u * t * ((y + next[1]) / 2 + sag * 2) + t * t * next[1];
      const lit = (j + k) % 3;
      if (lit === 0 && far < 0.7) b.glow(bx, by, size * 0.12, tones.cloth[k % 2], 0.5);
      b.disc(
        bx,
        by,
        Math.max(1, size * (lit === 0 ? 0.034 : 0.02)),
        css(lit === 0 ? tones.cloth[k % 2] : tones.rim, 0.9),
      );
    }
  });
};

/** Ribs that meet in a point, and leaves that fan out of them. */
const sanctuaries: Skyline = (b, horizon, size, far) => {
  const { tones, c } = b;
  const colour = depth(tones, far);
  for (let x = b.l - size; x < b.r + size; x += size * b.between(0.7, 1)) {
    const half = size * b.between(0.3, 0.46);
    const high = size * b.between(1.1, 1.9);
    const ogive = (): void => {
      c.beginPath();
      c.moveTo(x - half, horizon + 2);
      c.quadraticCurveTo(x - half * 1.05, horizon - high * 0.62, x, horizon - high);
      c.quadraticCurveTo(x + half * 1.05, horizon - high * 0.62, x + half, horizon + 2);
      c.closePath();
    };
    b.body(ogive, [x - half, horizon - high, half * 2, high], colour, Math.max(1, size * 0.014));
    for (const k of [-0.55, 0, 0.55]) {
      c.beginPath();
      c.moveTo(x + half * k, horizon);
      c.quadraticCurveTo(x + half * k, horizon - high * 0.6, x, horizon - high);
      c.lineWidth = Math.max(0.8, size * 0.012);
      c.strokeStyle = css(tones.rim, 0.45);
      c.stroke();
    }
    b.glow(x, horizon - high * 0.3, half * 0.9, tones.lamp, 0.4 * (1 - far));
    for (let k = 0; k < 7; k++) {
      const a = ((k - 3) / 3) * 1.25 - Math.PI / 2;
      const r = size * b.between(0.32, 0.6);
      const [fx, fy] = [x, horizon - high * 0.97];
      c.beginPath();
      c.moveTo(fx, fy);
      c.quadraticCurveTo(
        fx + Math.cos(a - 0.3) * r * 0.7,
        fy + Math.sin(a - 0.3) * r * 0.7,
        fx + Math.cos(a) * r,
        fy + Math.sin(a) * r,
      );
      c.quadraticCurveTo(fx + Math.cos(a + 0.3) * r * 0.7, fy + Math.sin(a + 0.3) * r * 0.7, fx, fy);
      c.fillStyle = css(mix(colour, tones.rim, 0.12 + 0.06 * (k % 3)), 0.96);
      c.fill();
    }
  }
};

/** Slabs that step, with a strip out of place. */
const neoterra: Skyline = (b, horizon, size, far) => {
  const { tones } = b;
  const colour = depth(tones, far);
  for (let x = b.l - size; x < b.r + size;) {
    const wide = size * b.between(0.5, 1);
    const steps = 2 + Math.floor(b.roll() * 3);
    let y = horizon;
    for (let k = 0; k < steps; k++) {
      const part = size * b.between(0.25, 0.7);
      const inset = (wide * 0.36 * k) / steps;
      const left = x + inset * (b.roll() < 0.5 ? 0.2 : 1.6);
      const w = wide - inset * 1.8;
      b.body(
        () => {
          b.c.beginPath();
          b.c.rect(left, y - part, w, part + 2);
        },
        [left, y - part, w, part],
        colour,
        Math.max(1, size * 0.012),
      );
      for (let row = 0; row < part / (size * 0.1) - 1; row++)
        for (let k2 = 0; k2 < w / (size * 0.1) - 1; k2++)
          if (b.roll() < 0.16)
            b.rect(
              left + size * (0.04 + k2 * 0.1),
              y - part + size * (0.05 + row * 0.1),
              size * 0.055,
              size * 0.035,
              css(b.roll() < 0.8 ? tones.lamp : tones.cloth[1], 0.75),
            );
      if (b.roll() < 0.34)
        b.rect(
          left + size * b.between(-0.16, 0.16),
          y - part * b.between(0.3, 0.8),
          w,
          size * 0.055,
          css(b.roll() < 0.5 ? tones.cloth[2] : mix(tones.far, tones.fog, 0.4), 0.95),
        );
      y -= part;
    }
    x += wide * b.between(0.86, 1.1);
  }
};

/** Vault in vault, awnings and lanterns. */
const haven: Skyline = (b, horizon, size, far) => {
  const { tones, c } = b;
  const colour = depth(tones, far);
  for (let x = b.l - size; x < b.r + size; x += size * b.between(0.5, 0.72)) {
    const wide = size * b.between(0.66, 0.95);
    const high = size * b.between(0.8, 1.5);
    const vault = (): void => arch(b, x, horizon + 2, wide, high);
    b.body(vault, [x - wide / 2, horizon - high, wide, high], colour, Math.max(1, size * 0.014));
    arch(b, x, horizon + 2, wide * 0.66, high * 0.76);
    c.fillStyle = css(mix(colour, tones.dark, 0.55));
    c.fill();
    arch(b, x, horizon + 2, wide * 0.4, high * 0.5);
    c.fillStyle = b.lin(0, horizon - high * 0.5, 0, horizon, [0, tones.lamp, 0.16], [1, tones.lamp, 0.6]);
    c.fill();
    if (b.roll() < 0.6) {
      const y = horizon - high * 0.42;
      const hue = tones.cloth[b.roll() < 0.6 ? 0 : 1];
      for (let k = 0; k < 6; k++)
        b.poly(
          [
            [x - wide * 0.5 + (k * wide) / 6, y],
            [x - wide * 0.5 + ((k + 1) * wide) / 6, y],
            [x - wide * 0.58 + ((k + 1) * wide * 1.16) / 6, y + size * 0.16],
            [x - wide * 0.58 + (k * wide * 1.16) / 6, y + size * 0.16],
          ],
          css(k % 2 === 0 ? mix(hue, tones.dark, 0.2) : mix(tones.lamp, tones.dark, 0.4), 0.95),
        );
    }
    const ly = horizon - high * b.between(0.2, 0.62);
    if (far < 0.7) b.glow(x + wide * 0.3, ly, size * 0.26, tones.lamp, 0.55);
    b.disc(
      x + wide * 0.3,
      ly,
      Math.max(1.2, size * 0.04),
      css(mix(tones.lamp, 0xffffff, 0.3)),
      Math.max(1.4, size * 0.055),
    );
  }
};

/** Shells, discs, and the viaduct. */
const coves: Skyline = (b, horizon, size, far) => {
  viaduct(b, horizon - size * 0.62, horizon, size * 0.66, mix(b.tones.mid, b.tones.fog, 0.3 + 0.4 * far));
  for (let x = b.l - size * 0.4; x < b.r + size; x += size * b.between(0.8, 1.15)) {
    if (b.roll() < 0.55) tower(b, x + size * 0.3, horizon, size * b.between(1.3, 2), size * 0.4, far);
    shell(b, x, horizon, size * b.between(0.45, 0.72), b.roll() < 0.6 ? 1 : -1, far);
  }
};

export const SKYLINES: Readonly<Record<Exclude<City, 'sphere'>, Skyline>> = {
  hub,
  sanctuaries,
  neoterra,
  haven,
  coves,
};

const AIRS: Readonly<Record<Exclude<City, 'sphere'>, Air>> = {
  hub: 'notes',
  sanctuaries: 'spores',
  neoterra: 'ash',
  haven: 'embers',
  coves: 'caustics',
};

/** A sky by night, or by day. */
export function nightSky(b: Brush, horizon: number, stars = 90): void {
  const { tones } = b;
  const [top, middle, low] = tones.sky;
  b.wash(-80, horizon, [0, top], [0.55, middle], [1, low]);
  for (let k = 0; k < stars; k++)
    b.disc(
      b.between(b.l, b.r),
      b.between(b.t, horizon * 0.7),
      b.between(0.6, 1.7),
      css(tones.rim, b.between(0.15, 0.7)),
    );
  b.glow(tones.sun[0], tones.sun[1], 520, tones.key, 0.32 * tones.sun[2]);
  b.glow(tones.sun[0], horizon, 900, low, 0.5, 240);
}

/** One of the four from afar: sky, three rows, ground. */
export function cityAfar(tones: Tones, city: Exclude<City, 'sphere'>): Composition {
  const paint = SKYLINES[city];
  return {
    tones,
    air: AIRS[city],
    flats: [
      { near: 0, paint: (b) => (nightSky(b, 600), b.grain()) },
      { near: 0.15, paint: (b) => (paint(b, 560, 210, 0.9), fogAt(b, 560, 150)) },
      { near: 0.4, paint: (b) => (paint(b, 640, 260, 0.5), fogAt(b, 640, 150)) },
      {
        near: 0.8,
        paint(b) {
          paint(b, 770, 330, 0.1);
          b.band(768, b.b, b.lin(0, 768, 0, 950, [0, tones.near], [1, tones.dark]));
          b.band(766, 770, css(tones.rim, 0.5));
        },
      },
    ],
  };
}

function fogAt(b: Brush, y: number, high: number): void {
  b.band(y - high, y + 2, b.lin(0, y - high, 0, y, [0, b.tones.fog, 0], [1, b.tones.fog, 0.7]));
  b.band(y, b.b, css(mix(b.tones.fog, b.tones.near, 0.3)));
}
