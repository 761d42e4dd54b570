// What may be heard: what `<<music>>` and `<<sound>>` may name. A sound has a caption, for who plays without it.

export interface Cue {
  readonly id: string;
  /** What stands on the screen while it is heard. */
  readonly caption: string;
}

export const MUSIC_IDS = [
  'none',
  'sphere_morning',
  'record',
  'plaza_dark',
  'sphere_hub',
  'coves_morning', // open, slow, hopeful
  'coves_whispers', // the same theme with a bare fifth missing
  'coves_court', // loud: mirrors, a crowd
  'coves_quiet', // after the numbers went dark
  'coves_assembly', // the theme whole
  'coves_unison', // one note, beautiful, and nothing else
  'coves_concord', // the theme with all its voices
  'coves_fracture', // the theme in pieces, one of them new
] as const;
export type MusicId = (typeof MUSIC_IDS)[number];

export const SOUNDS = [
  { id: 'shutter', caption: 'a shutter goes up' },
  { id: 'stamp', caption: 'a stamp comes down' },
  { id: 'kettle', caption: 'a kettle' },
  { id: 'pages', caption: 'pages turn' },
  { id: 'tap_chime', caption: 'the tap chimes' },
  { id: 'whistle', caption: 'a whistle' },
  { id: 'barrier', caption: 'the barrier lifts' },
  { id: 'water', caption: 'water runs' },
  { id: 'letters', caption: 'two letters of metal on a desk' },

  { id: 'tram_bell', caption: 'a tram bell' },
  { id: 'tram_doors', caption: 'tram doors fold' },
  { id: 'score_up', caption: 'a number hums up' },
  { id: 'score_down', caption: 'a number drops' },
  { id: 'glass_ring', caption: 'glass rings' },
  { id: 'glass_break', caption: 'glass breaks' },
  { id: 'door_latch', caption: 'a latch' },
  { id: 'door_close', caption: 'a door closes' },
  { id: 'crowd', caption: 'many people' },
  { id: 'crowd_hush', caption: 'many people fall silent' },
  { id: 'steam', caption: 'steam' },
  { id: 'kiln_roar', caption: 'the kiln roars' },
  { id: 'choir_note', caption: 'a choir holds one note' },
  { id: 'screens_flicker', caption: 'screens flicker' },
  { id: 'screens_off', caption: 'every screen goes dark' },
  { id: 'palette_hum', caption: 'the Palette hums' },
  { id: 'spade', caption: 'a spade in earth' },
  { id: 'chair', caption: 'a chair scrapes' },
  { id: 'phone', caption: 'a telephone, politely' },
] as const satisfies readonly Cue[];
export type SoundId = (typeof SOUNDS)[number]['id'];
export const SOUND_IDS: readonly string[] = SOUNDS.map((one) => one.id);

/** How a city may end. None of them is a score. */
export const ENDINGS = ['unison', 'concord', 'fracture'] as const;
export type Ending = (typeof ENDINGS)[number];
