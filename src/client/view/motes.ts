// What floats in the air of a place: flecks of light, bubbles, steam, snow. A generator of its own; a rule never hears of it.

import type { Inks } from './palette.ts';
import type { Pen } from './pen.ts';
import { dice, mix, type Air, type Tones } from './scenery/brush.ts';

interface Kind {
  readonly count: number;
  /** Shares of the window a second. */
  readonly rises: number;
  readonly blows: number;
  readonly sways: number;
  readonly size: readonly [least: number, most: number];
  readonly alpha: number;
  /** From where to where they are, from the top. */
  readonly from: number;
  readonly to: number;
  readonly shape: 'disc' | 'glow' | 'fleck' | 'ring' | 'streak';
  readonly colour: (tones: Tones, k: number) => number;
}

const light = (tones: Tones): number => tones.rim;
const lamp = (tones: Tones): number => tones.lamp;

const KINDS: Readonly<Record<Exclude<Air, 'none'>, Kind>> = {
  caustics: {
    count: 34,
    rises: 0,
    blows: 0.004,
    sways: 0.01,
    size: [5, 15],
    alpha: 0.5,
    from: 0.66,
    to: 1,
    shape: 'fleck',
    colour: light,
  },
  bubbles: {
    count: 22,
    rises: 0.05,
    blows: 0,
    sways: 0.012,
    size: [2, 7],
    alpha: 0.5,
    from: 0,
    to: 1,
    shape: 'ring',
    colour: light,
  },
  steam: {
    count: 16,
    rises: 0.045,
    blows: 0.006,
    sways: 0.02,
    size: [40, 110],
    alpha: 0.16,
    from: 0,
    to: 1,
    shape: 'glow',
    colour: light,
  },
  sparks: {
    count: 20,
    rises: 0.09,
    blows: 0.01,
    sways: 0.02,
    size: [1, 2.4],
    alpha: 0.85,
    from: 0.1,
    to: 0.9,
    shape: 'disc',
    colour: lamp,
  },
  dust: {
    count: 30,
    rises: 0.006,
    blows: 0.008,
    sways: 0.012,
    size: [1, 2.6],
    alpha: 0.5,
    from: 0,
    to: 1,
    shape: 'disc',
    colour: light,
  },
  snow: {
    count: 46,
    rises: -0.05,
    blows: 0.012,
    sways: 0.02,
    size: [1.4, 3.4],
    alpha: 0.85,
    from: 0,
    to: 1,
    shape: 'disc',
    colour: () => 0xffffff,
  },
  seeds: {
    count: 18,
    rises: 0.012,
    blows: 0.03,
    sways: 0.02,
    size: [1.4, 3],
    alpha: 0.8,
    from: 0.1,
    to: 0.9,
    shape: 'disc',
    colour: (t, k) => (k % 3 === 0 ? t.cloth[2] : t.rim),
  },
  spores: {
    count: 30,
    rises: 0.02,
    blows: 0.004,
    sways: 0.03,
    size: [2, 7],
    alpha: 0.5,
    from: 0,
    to: 1,
    shape: 'glow',
    colour: (t) => t.lamp,
  },
  ash: {
    count: 26,
    rises: -0.025,
    blows: 0.018,
    sways: 0.03,
    size: [1.4, 3.6],
    alpha: 0.5,
    from: 0,
    to: 1,
    shape: 'disc',
    colour: (t) => mix(t.rim, t.fog, 0.3),
  },
  embers: {
    count: 24,
    rises: 0.05,
    blows: 0.014,
    sways: 0.03,
    size: [1.2, 2.8],
    alpha: 0.85,
    from: 0,
    to: 1,
    shape: 'disc',
    colour: lamp,
  },
  notes: {
    count: 24,
    rises: 0.02,
    blows: 0,
    sways: 0.014,
    size: [1.4, 3.4],
    alpha: 0.7,
    from: 0,
    to: 1,
    shape: 'disc',
    colour: (t, k) => t.cloth[k % 2],
  },
  rain: {
    count: 40,
    rises: -0.9,
    blows: -0.1,
    sways: 0,
    size: [9, 20],
    alpha: 0.24,
    from: 0,
    to: 1,
    shape: 'streak',
    colour: light,
  },
};

interface Mote {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly quick: number;
  readonly turn: number;
}

const MOTES: readonly Mote[] = (() => {
  const roll = dice(2095);
  return Array.from({ length: 48 }, () => ({
    x: roll(),
    y: roll(),
    size: roll(),
    quick: 0.6 + 0.8 * roll(),
    turn: roll() * 2 * Math.PI,
  }));
})();

export function drawMotes(
  pen: Pen,
  air: Air,
  tones: Tones,
  inks: Inks,
  width: number,
  height: number,
  time: number,
): void {
  if (air === 'none') return;
  const kind = KINDS[air];
  for (let k = 0; k < kind.count; k++) {
    const mote = MOTES[k];
    const went = mote.y - time * kind.rises * mote.quick;
    const share = went - Math.floor(went);
    const across = mote.x + time * kind.blows * mote.quick + Math.sin(time * 0.6 * mote.quick + mote.turn) * kind.sways;
    const at = { x: (across - Math.floor(across)) * width, y: (kind.from + share * (kind.to - kind.from)) * height };
    // They come and go at the ends of their way, and breathe.
    const fade =
      Math.min(1, Math.min(share, 1 - share) * 6) * (0.6 + 0.4 * Math.sin(time * 0.9 * mote.quick + mote.turn));
    const size = kind.size[0] + (kind.size[1] - kind.size[0]) * mote.size;
    const colour = kind.colour(tones, k);
    const alpha = kind.alpha * fade * (inks.isLight ? 1 : 0.9);
    switch (kind.shape) {
      case 'disc':
        pen.disc(at, size, colour, alpha);
        break;
      case 'glow':
        pen.glow(at, size, colour, alpha);
        break;
      case 'ring':
        pen.style(1.1, colour, alpha).ring(at, size);
        pen.disc({ x: at.x - size * 0.35, y: at.y - size * 0.35 }, size * 0.22, colour, alpha);
        break;
      case 'fleck': {
        const half = size * (0.6 + 0.8 * share);
        pen.style(1.6, colour, alpha).line([
          { x: at.x - half, y: at.y },
          { x: at.x, y: at.y + half * 0.22 * Math.sin(time * 0.7 + mote.turn) },
          { x: at.x + half, y: at.y },
        ]);
        break;
      }
      case 'streak':
        pen.style(1.2, colour, alpha).line([at, { x: at.x - size * 0.16, y: at.y + size }]);
        break;
    }
  }
}
