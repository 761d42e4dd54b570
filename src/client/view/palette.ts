// The Coves' colours, as numbers for the picture; ui/coves.css has the same ones for the words.

export const COVES = {
  halo: 0xffffff,
  mid: 0x6fb7b4,
  ink: 0x0b2a30,
  accent: 0x006b62,
  second: 0x4b2a8c,
  fracture: 0x9a3412,
  /** Used for what is in tune and for nothing else. */
  inTune: 0xfff1c9,
} as const;
