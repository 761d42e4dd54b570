// What each city is drawn in. The words have the same colours in their own sheets of style.

import type { City } from '../../core/run/cast.ts';

export interface Inks {
  readonly bg0: number;
  readonly bg1: number;
  readonly mid: number;
  readonly ink: number;
  readonly accent: number;
  readonly second: number;
  readonly fracture: number;
  /** Behind a ring, so that it stands off what is behind it. */
  readonly halo: number;
  /** For what is in tune and for nothing else. */
  readonly inTune: number;
  /** By day: ink rings and soft shadows. By night rings glow. */
  readonly isLight: boolean;
}

const IN_TUNE = 0xfff1c9;

export const INKS: Readonly<Record<City, Inks>> = {
  coves: {
    bg0: 0xeaf5f2,
    bg1: 0xcfe8e3,
    mid: 0x6fb7b4,
    ink: 0x0b2a30,
    accent: 0x006b62,
    second: 0x4b2a8c,
    fracture: 0x9a3412,
    halo: 0xffffff,
    inTune: IN_TUNE,
    isLight: true,
  },
  hub: {
    bg0: 0x0b0a1f,
    bg1: 0x1e1747,
    mid: 0x4a379c,
    ink: 0xf3eeff,
    accent: 0xffc857,
    second: 0x7ce0ff,
    fracture: 0xff5d8f,
    halo: 0x0b0a1f,
    inTune: IN_TUNE,
    isLight: false,
  },
  sanctuaries: {
    bg0: 0x06140f,
    bg1: 0x0f2e22,
    mid: 0x2a6b4f,
    ink: 0xeafbef,
    accent: 0x9cf5c8,
    second: 0xc9a7ff,
    fracture: 0xff6a2b,
    halo: 0x06140f,
    inTune: IN_TUNE,
    isLight: false,
  },
  neoterra: {
    bg0: 0x17161c,
    bg1: 0x2f2d38,
    mid: 0x77717f,
    ink: 0xf6f2ec,
    accent: 0xf4e04d,
    second: 0x4dd6ff,
    fracture: 0xff5ca8,
    halo: 0x17161c,
    inTune: IN_TUNE,
    isLight: false,
  },
  haven: {
    bg0: 0x140c08,
    bg1: 0x2e1a10,
    mid: 0x7a4523,
    ink: 0xfff3e4,
    accent: 0xffbc6b,
    second: 0x5bd6d0,
    fracture: 0xf0506e,
    halo: 0x140c08,
    inTune: IN_TUNE,
    isLight: false,
  },
  // Glass at night, over a floor of old brass: where the others are only looked at.
  sphere: {
    bg0: 0x0a1220,
    bg1: 0x16253c,
    mid: 0x3f5f86,
    ink: 0xeef4fb,
    accent: 0xe8c48a,
    second: 0x8fd0e8,
    fracture: 0xff7a6b,
    halo: 0x0a1220,
    inTune: IN_TUNE,
    isLight: false,
  },
};
