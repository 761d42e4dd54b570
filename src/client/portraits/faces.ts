// Seven faces from five pairs of eyes, five of brows and seven mouths. All of it is in the head's own measure: see parts.ts.
import type { Face } from '../../core/run/cast.ts';
import { disc, inner, line, n, type Part, type Shape } from './parts.ts';
import type { Tones } from './tones.ts';

type Eyes = 'open' | 'wide' | 'narrow' | 'down' | 'smiling';
type Brows = 'level' | 'raised' | 'one' | 'knit' | 'worry';
type Mouth = 'level' | 'grin' | 'smirk' | 'press' | 'frown' | 'grit' | 'round';

export interface Look {
  readonly eyes: Eyes;
  readonly brows: Brows;
  readonly mouth: Mouth;
  /** what the whole head does: degrees, and how far it sinks */
  readonly tilt: number;
  readonly sink: number;
}

export const LOOKS: Readonly<Record<Face, Look>> = {
  calm: { eyes: 'open', brows: 'level', mouth: 'level', tilt: 0, sink: 0 },
  glad: { eyes: 'smiling', brows: 'raised', mouth: 'grin', tilt: -3, sink: -2 },
  wry: { eyes: 'narrow', brows: 'one', mouth: 'smirk', tilt: -6, sink: 0 },
  worried: { eyes: 'open', brows: 'worry', mouth: 'press', tilt: 3, sink: 2 },
  angry: { eyes: 'narrow', brows: 'knit', mouth: 'grit', tilt: 4, sink: 3 },
  sad: { eyes: 'down', brows: 'worry', mouth: 'frown', tilt: 6, sink: 6 },
  startled: { eyes: 'wide', brows: 'raised', mouth: 'round', tilt: -4, sink: -5 },
};

export interface Features {
  readonly skin: Tones;
  readonly iris: string;
  readonly brow: string;
  readonly browWidth: number;
  readonly lip: string;
  readonly shape: Shape;
  readonly corners?: number;
  readonly open?: number;
  readonly lashes?: boolean;
  readonly gap?: boolean;
}

const WHITE = '#fbf6ec';
const LASH = '#140c14';
/** Inside a mouth: as dark as it is, it stands off the darkest of the skins too. */
const DARK = '#2b0a14';

interface Socket {
  readonly x: number;
  readonly half: number;
}

/** The far one is narrower for being turned away. A narrow head has them nearer to each other. */
function sockets(w: number): readonly [near: Socket, far: Socket] {
  const scale = Math.min(w, 40) / 38;
  return [
    { x: -7 * scale, half: 11 * scale },
    { x: 24.5 * scale, half: 8.5 * scale },
  ];
}

const LIDS: Readonly<Record<Exclude<Eyes, 'smiling'>, { up: number; low: number; iris: number; y: number }>> = {
  open: { up: -13, low: 10, iris: 5.4, y: -0.6 },
  wide: { up: -22, low: 17, iris: 4.4, y: -1 },
  narrow: { up: -4, low: 9, iris: 4, y: 1.4 },
  down: { up: -3, low: 13, iris: 4.6, y: 3.4 },
};

export function eyes(kind: Eyes, { skin, iris, shape, open = 1, lashes = false }: Features): Part[] {
  const each = (of: (x: number, half: number) => string): string =>
    sockets(shape.w)
      .map(({ x, half }) => of(x, half))
      .join('');
  if (kind === 'smiling')
    return [
      line(
        each((x, half) => `M${n(x - half)},4q${n(half)},-15 ${n(half * 2)},0`),
        LASH,
        4.2,
      ),
    ];
  const { low, iris: size, y } = LIDS[kind];
  const up = n(LIDS[kind].up * (kind === 'wide' ? 1 : open));
  const rise = kind === 'down' ? 4 : 1;
  const upper = (x: number, half: number): string => `M${n(x - half)},${rise}Q${n(x)},${up} ${n(x + half)},0`;
  return [
    inner(
      each((x, half) => `${upper(x, half)}Q${n(x)},${low} ${n(x - half)},${rise}Z`),
      WHITE,
    ),
    inner(
      each((x) => disc(x + 2, y, size)),
      iris,
    ),
    inner(
      each((x) => disc(x + 2, y, size * 0.55)),
      LASH,
    ),
    inner(
      each((x) => disc(x + 3.6, y - 2, 1.5)),
      '#fff',
    ),
    ...(lashes ? [line(lashesOf(shape.w, rise), LASH, 2.6)] : []),
    line(each(upper), LASH, kind === 'narrow' || kind === 'down' ? 4.4 : 3.6),
    ...(kind === 'down'
      ? [
          line(
            each((x, half) => `M${n(x - half + 2)},-5q${n(half)},-6 ${n(half * 2 - 2)},-1`),
            skin.shade,
            2.2,
          ),
        ]
      : []),
  ];
}

/** At the outer corner of each eye. */
function lashesOf(w: number, rise: number): string {
  const [near, far] = sockets(w);
  return `M${n(near.x - near.half)},${rise}l-4,-4M${n(far.x + far.half)},0l2,-4`;
}

/** Shut for a breath. They hide what is below them, so they are drawn last of the eyes. */
export function lids({ skin, shape }: Features): Part[] {
  const two = sockets(shape.w);
  return [
    inner(two.map(({ x, half }) => disc(x, -0.5, half + 1, 8.5)).join(''), skin.base),
    line(two.map(({ x, half }) => `M${n(x - half)},2q${n(half)},6 ${n(half * 2)},-1`).join(''), LASH, 3.4),
  ];
}

const BROWS: Readonly<Record<Brows, string>> = {
  level: 'M-19,-14Q-8,-21 5,-16M18,-17Q26,-21 34,-14',
  raised: 'M-19,-20Q-8,-31 5,-23M18,-24Q26,-30 34,-21',
  one: 'M-19,-20Q-7,-34 6,-24M18,-12Q26,-15 34,-11',
  knit: 'M-20,-19Q-8,-17 7,-8M18,-8Q26,-15 35,-18',
  worry: 'M-20,-12Q-9,-17 5,-26M17,-26Q26,-20 35,-13',
};

export function brows(kind: Brows, { brow, browWidth }: Features): Part[] {
  return [line(BROWS[kind], brow, browWidth)];
}

export function mouth(kind: Mouth, { skin, lip, corners = 1, gap = false }: Features): Part[] {
  const under = (y: number): Part => line(`M8,${y}Q13,${y + 2} 18,${y - 0.5}`, skin.shade, 2.6);
  switch (kind) {
    case 'level':
      return [
        line(
          `M-1,${n(35 - corners)}Q6,${n(35.5 + corners / 2)} 13,35Q19,${n(35.5 + corners / 2)} 26,${n(34.5 - corners)}`,
          DARK,
          3,
        ),
        line('M6,40Q13,43 20,39.5', lip, 3.6),
      ];
    case 'grin':
      return [
        inner('M-4,28Q12,34 29,27Q27,47 13,47Q-2,47 -4,28Z', DARK),
        inner('M-1,30Q12,35 26.5,29.5L25,35Q13,40 0,36Z', WHITE),
        ...(gap ? [inner('M9,31h6v6h-6Z', DARK)] : []),
        inner('M5,44Q13,38 21,43Q13,49 5,44Z', lip),
        line('M-7,25Q-6,29 -3,29M31,24Q31,28 29,28', skin.deep, 2.4),
      ];
    case 'smirk':
      return [line('M0,38Q14,41 27,28', DARK, 3.4), line('M27,23Q32,27 28,32', skin.deep, 2.4), under(44)];
    case 'press':
      return [line('M0,37q4,-6 8.5,-1.5t8.5,0t9,-2', DARK, 3.2), under(44)];
    case 'frown':
      return [line('M1,42Q12,29 25,40', DARK, 3.4), line('M6,44Q13,39 20,43', lip, 3.2)];
    case 'grit':
      return [
        inner('M-2,31Q12,24 28,29L26,43Q12,37 0,43Z', DARK),
        inner('M1,32.5Q12,27 25,31L24,40Q12,34.5 2,40Z', WHITE),
        line('M2,36Q12,31 24.5,35.5M9,30v7M17,29.5v6.5', DARK, 1.5),
      ];
    case 'round':
      return [inner(disc(13, 38, 8.5, 10.5), DARK), inner('M7,43Q13,38 19,43Q13,50 7,43Z', lip)];
  }
}
