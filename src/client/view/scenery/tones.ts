// The colour script: what an hour of each city is made of. The Coves go from pearl by lucid teal into the storm, through a
// winter without numbers, and out into a spring.

import type { City } from '../../../core/run/cast.ts';
import { mix, type Tones } from './brush.ts';

const COVES: readonly Tones[] = [
  {
    sky: [0xd9ecec, 0xf1f1e8, 0xfce3cd],
    fog: 0xe9f1ea,
    far: 0xa9d3cd,
    mid: 0x6fb7b4,
    near: 0x3b8b8b,
    dark: 0x164a50,
    key: 0xfff9f0,
    rim: 0xffffff,
    lamp: 0xffc98a,
    sun: [-330, 250, 0.9],
    cloth: [0xe98b6a, 0x8c7bc4, 0xf3d9a4],
  },
  {
    sky: [0xa9dfe0, 0xd8f2ec, 0xf2f8e9],
    fog: 0xd9f1ec,
    far: 0x8accc8,
    mid: 0x4aa8a6,
    near: 0x1f7f82,
    dark: 0x0b3f47,
    key: 0xf6fff6,
    rim: 0xffffff,
    lamp: 0xffd08f,
    sun: [220, 120, 0.7],
    cloth: [0xde7f6c, 0x7467bd, 0xe9e3a6],
  },
  {
    sky: [0x47626f, 0x7f9aa0, 0xd6cfae],
    fog: 0xa9b9b6,
    far: 0x87a2a4,
    mid: 0x53777f,
    near: 0x31545e,
    dark: 0x102a33,
    key: 0xf1e7c0,
    rim: 0xf5f0d8,
    lamp: 0xffb06a,
    sun: [-420, 430, 0.75],
    cloth: [0xb85c46, 0x5a4d8f, 0xcdbb7c],
  },
  {
    sky: [0xb4c5d8, 0xdce5ee, 0xf4e6e4],
    fog: 0xdfe7ee,
    far: 0xaec1d3,
    mid: 0x7c9cb6,
    near: 0x4b7088,
    dark: 0x1d3a4f,
    key: 0xfff4ee,
    rim: 0xffffff,
    lamp: 0xffc394,
    sun: [300, 330, 0.5],
    cloth: [0xc9747a, 0x7a72a8, 0xe6dbc9],
  },
  {
    sky: [0x8fd8dc, 0xd4f3e4, 0xffeccb],
    fog: 0xddf3e4,
    far: 0x96d2bf,
    mid: 0x4bae9c,
    near: 0x1d857a,
    dark: 0x0a4646,
    key: 0xfffbea,
    rim: 0xffffff,
    lamp: 0xffc069,
    sun: [-200, 170, 1],
    cloth: [0xf07f5e, 0x7d63c9, 0xffd873],
  },
];

const OTHERS: Readonly<Record<Exclude<City, 'coves'>, Tones>> = {
  sphere: {
    sky: [0x0a1220, 0x182a44, 0x4c5f7d],
    fog: 0x2c4263,
    far: 0x2b4364,
    mid: 0x213652,
    near: 0x172840,
    dark: 0x0a1322,
    key: 0xf3dcb0,
    rim: 0x9cc8e0,
    lamp: 0xffd592,
    sun: [0, 430, 0.6],
    cloth: [0xb98a5e, 0x5f7fb0, 0xe8c48a],
  },
  neoterra: {
    sky: [0x1b1a22, 0x3a3644, 0x8d7f86],
    fog: 0x57525f,
    far: 0x56515d,
    mid: 0x413d49,
    near: 0x2b2932,
    dark: 0x131218,
    key: 0xf2dfd0,
    rim: 0xcfc3c6,
    lamp: 0xffe27a,
    sun: [330, 470, 0.5],
    cloth: [0xf4e04d, 0x4dd6ff, 0xb0455f],
  },
  hub: {
    sky: [0x0b0a1f, 0x1e1747, 0x4a379c],
    fog: 0x3a2d80,
    far: 0x43348f,
    mid: 0x30256b,
    near: 0x211a4d,
    dark: 0x0d0b24,
    key: 0xd9cbff,
    rim: 0x9d8cf0,
    lamp: 0xffc857,
    sun: [0, 380, 0.7],
    cloth: [0xffc857, 0x7ce0ff, 0xff5d8f],
  },
  sanctuaries: {
    sky: [0x06140f, 0x0f2e22, 0x2f7a58],
    fog: 0x246048,
    far: 0x2a6b4f,
    mid: 0x1c4e3a,
    near: 0x123626,
    dark: 0x07190f,
    key: 0xcff7dd,
    rim: 0x7fdcae,
    lamp: 0x9cf5c8,
    sun: [-140, 300, 0.6],
    cloth: [0x9cf5c8, 0xc9a7ff, 0xb5562a],
  },
  haven: {
    sky: [0x140c08, 0x2e1a10, 0x8a4f28],
    fog: 0x5c3519,
    far: 0x6a3d1f,
    mid: 0x4a2a16,
    near: 0x311c0f,
    dark: 0x170d07,
    key: 0xffd9a8,
    rim: 0xe0955a,
    lamp: 0xffbc6b,
    sun: [180, 450, 0.7],
    cloth: [0xb5472f, 0x5bd6d0, 0xffbc6b],
  },
};

/** `act` from 0 to 5; between two acts the hour is between theirs. */
export function tonesOf(city: City, act: number): Tones {
  if (city !== 'coves') return OTHERS[city];
  const at = Math.max(0, Math.min(COVES.length - 1, act - 1));
  const low = Math.floor(at);
  return low === at ? COVES[low] : blend(COVES[low], COVES[low + 1], at - low);
}

function blend(a: Tones, b: Tones, t: number): Tones {
  const three = (x: Tones['sky'], y: Tones['sky']): Tones['sky'] => [
    mix(x[0], y[0], t),
    mix(x[1], y[1], t),
    mix(x[2], y[2], t),
  ];
  const number = (x: number, y: number): number => x + (y - x) * t;
  return {
    sky: three(a.sky, b.sky),
    fog: mix(a.fog, b.fog, t),
    far: mix(a.far, b.far, t),
    mid: mix(a.mid, b.mid, t),
    near: mix(a.near, b.near, t),
    dark: mix(a.dark, b.dark, t),
    key: mix(a.key, b.key, t),
    rim: mix(a.rim, b.rim, t),
    lamp: mix(a.lamp, b.lamp, t),
    sun: [number(a.sun[0], b.sun[0]), number(a.sun[1], b.sun[1]), number(a.sun[2], b.sun[2])],
    cloth: three(a.cloth, b.cloth),
  };
}
