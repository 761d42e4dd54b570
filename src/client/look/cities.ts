// One table of how the five cities and the Sphere look. The words have it as custom properties (sheet.ts), the picture as
// numbers (paletteOf): whatever is changed here is changed in both.

import type { City } from '../../core/run/cast.ts';
import { contrast, mixed, numberOf, standingOff, type Hex } from './colour.ts';

export const STATES = ['free', 'partial', 'fractured', 'inTune'] as const;
type State = (typeof STATES)[number];

interface Colours {
  readonly bg0: Hex;
  readonly bg1: Hex;
  readonly mid: Hex;
  readonly ink: Hex;
  readonly accent: Hex;
  readonly second: Hex;
  readonly fracture: Hex;
}

interface Panel {
  /** how its corners are cut, as CSS has it */
  readonly radius: string;
  readonly border: string;
  readonly shadow: string;
  /** what lies along its upper edge, as a background, and how high that is */
  readonly edge: string;
  readonly edgeHeight: string;
}

/** What a person sees first: the shapes on the horizon, what floats before them, and how all of it moves. */
interface Character {
  readonly motif: 'spirals' | 'strings' | 'leaves' | 'slabs' | 'vaults' | 'lights';
  readonly particles: 'bubbles' | 'notes' | 'spores' | 'ash' | 'embers' | 'motes';
  readonly motion: 'turning' | 'plucked' | 'breathing' | 'displaced' | 'swaying' | 'still';
}

export interface CityLook {
  readonly isLight: boolean;
  readonly colours: Colours;
  /** What a ring says. Near the accents, moved as far as it takes for no two to look alike to anybody: see the test. */
  readonly states: Readonly<Record<Exclude<State, 'inTune'>, Hex>>;
  /** the plates that words stand on, over whatever is behind them */
  readonly glass: string;
  readonly panel: Panel;
  readonly character: Character;
  /** how headings are set; the letters are the same everywhere */
  readonly heading: { readonly case: 'none' | 'uppercase'; readonly track: string; readonly weight: number };
}

/** For what is in tune, in every city, and for nothing else. */
export const IN_TUNE: Hex = '#fff1c9';

const plain = { case: 'none', track: '0', weight: 600 } as const;
const none = { edge: 'none', edgeHeight: '0px' } as const;

export const LOOKS: Readonly<Record<City, CityLook>> = {
  // Quiet dark glass. The five lit tints in it are the cities' own accents: see LIT.
  sphere: {
    isLight: false,
    colours: {
      bg0: '#0a1220',
      bg1: '#16253c',
      mid: '#3f5f86',
      ink: '#eef4fb',
      accent: '#e8c48a',
      second: '#8fd0e8',
      fracture: '#ff7a6b',
    },
    states: { free: '#ffbd26', partial: '#8fd0e8', fractured: '#e8635c' },
    glass: '#0a1220d9',
    panel: { radius: '18px', border: '1px solid #8fd0e866', shadow: '0 10px 40px #0009', ...none },
    character: { motif: 'lights', particles: 'motes', motion: 'still' },
    heading: plain,
  },
  // Morning, glass, candour: a plate with one line of ink.
  coves: {
    isLight: true,
    colours: {
      bg0: '#eaf5f2',
      bg1: '#cfe8e3',
      mid: '#6fb7b4',
      ink: '#0b2a30',
      accent: '#006b62',
      second: '#4b2a8c',
      fracture: '#9a3412',
    },
    states: { free: '#006b62', partial: '#4b2a8c', fractured: '#9a3412' },
    glass: '#ffffffd9',
    panel: { radius: '14px', border: '1px solid #0b2a30', shadow: '0 6px 24px #0b2a302e', ...none },
    character: { motif: 'spirals', particles: 'bubbles', motion: 'turning' },
    heading: plain,
  },
  // Civic dusk: square, a yellow tab, and one offset border.
  neoterra: {
    isLight: false,
    colours: {
      bg0: '#17161c',
      bg1: '#2f2d38',
      mid: '#77717f',
      ink: '#f6f2ec',
      accent: '#f4e04d',
      second: '#4dd6ff',
      fracture: '#ff5ca8',
    },
    states: { free: '#e7ba00', partial: '#4dd6ff', fractured: '#ff5ca8' },
    glass: '#17161ce6',
    panel: {
      radius: '0px',
      border: '1px solid #77717f',
      shadow: '6px 6px 0 -1px #17161c, 6px 6px 0 0 #77717f',
      edge: 'linear-gradient(90deg, #f4e04d 0 72px, transparent 72px)',
      edgeHeight: '6px',
    },
    character: { motif: 'slabs', particles: 'ash', motion: 'displaced' },
    heading: { case: 'uppercase', track: '0.04em', weight: 700 },
  },
  // A concert inside a mind: pills with a string below them.
  hub: {
    isLight: false,
    colours: {
      bg0: '#0b0a1f',
      bg1: '#1e1747',
      mid: '#4a379c',
      ink: '#f3eeff',
      accent: '#ffc857',
      second: '#7ce0ff',
      fracture: '#ff5d8f',
    },
    states: { free: '#fabc29', partial: '#7ce0ff', fractured: '#ff5d8f' },
    glass: '#0b0a1fe0',
    panel: { radius: '26px', border: '1px solid #4a379c', shadow: '0 3px 0 -1px #ffc857, 0 12px 36px #000a', ...none },
    character: { motif: 'strings', particles: 'notes', motion: 'plucked' },
    heading: { case: 'none', track: '0.02em', weight: 500 },
  },
  // Tended, breathing, watched: corners notched like leaves.
  sanctuaries: {
    isLight: false,
    colours: {
      bg0: '#06140f',
      bg1: '#0f2e22',
      mid: '#2a6b4f',
      ink: '#eafbef',
      accent: '#9cf5c8',
      second: '#c9a7ff',
      fracture: '#ff6a2b',
    },
    states: { free: '#8ffcfa', partial: '#c09bfc', fractured: '#ff6a2b' },
    glass: '#06140fe0',
    panel: { radius: '26px 4px 26px 4px', border: '1px solid #2a6b4f', shadow: '0 10px 36px #000a', ...none },
    character: { motif: 'leaves', particles: 'spores', motion: 'breathing' },
    heading: plain,
  },
  // Ember, whisper, refuge: a plate under an awning.
  haven: {
    isLight: false,
    colours: {
      bg0: '#140c08',
      bg1: '#2e1a10',
      mid: '#7a4523',
      ink: '#fff3e4',
      accent: '#ffbc6b',
      second: '#5bd6d0',
      fracture: '#f0506e',
    },
    states: { free: '#faad38', partial: '#59d6d1', fractured: '#f14b6c' },
    glass: '#140c08e6',
    panel: {
      radius: '4px 4px 12px 12px',
      border: '1px solid #7a4523',
      shadow: '0 10px 36px #000a',
      edge: 'radial-gradient(circle at 12px 0, #7a4523 11px, transparent 12px) 0 0 / 24px 12px repeat-x',
      edgeHeight: '12px',
    },
    character: { motif: 'vaults', particles: 'embers', motion: 'swaying' },
    heading: plain,
  },
};

/** The five lights in the Sphere's glass. The Coves are a light city: what is lit of them is the water. */
export const LIT: Readonly<Record<Exclude<City, 'sphere'>, Hex>> = {
  coves: '#55c4e6',
  neoterra: LOOKS.neoterra.colours.accent,
  hub: '#b39bff',
  sanctuaries: LOOKS.sanctuaries.colours.accent,
  haven: '#ff9d5c',
};

export interface LookOptions {
  /** `high` is nearly black and white: 15 : 1 and more for words, 7 : 1 for all else. */
  readonly contrast?: 'as made' | 'high';
  /** what a reader would rather see for a state; shapes and dashes stay */
  readonly states?: Partial<Readonly<Record<State, Hex>>>;
}

export interface Tokens extends Colours {
  readonly isLight: boolean;
  readonly inTune: Hex;
  readonly states: Readonly<Record<State, Hex>>;
  /** what is read on a field of accent */
  readonly onAccent: Hex;
  /** behind a ring or a name, so that it stands off what is behind it */
  readonly halo: Hex;
  readonly glass: string;
  readonly panel: Panel;
  readonly character: Character;
  readonly heading: CityLook['heading'];
  readonly portrait: { readonly ground: string; readonly ring: Hex; readonly rim: Hex };
}

export function tokensFor(city: City, options: LookOptions = {}): Tokens {
  const look = LOOKS[city];
  const isHigh = options.contrast === 'high';
  const colours = isHigh ? highContrast(look) : look.colours;
  return {
    ...colours,
    isLight: look.isLight,
    inTune: IN_TUNE,
    states: { ...look.states, inTune: IN_TUNE, ...options.states },
    onAccent: contrast('#ffffff', colours.accent) >= contrast(colours.bg0, colours.accent) ? '#ffffff' : colours.bg0,
    halo: look.isLight ? '#ffffff' : colours.bg0,
    glass: isHigh ? colours.bg0 : look.glass,
    panel: isHigh ? { ...look.panel, border: `2px solid ${colours.ink}`, shadow: 'none' } : look.panel,
    character: look.character,
    heading: look.heading,
    portrait: {
      ground: `${colours.mid}${look.isLight ? '66' : '80'}`,
      ring: colours.accent,
      rim: look.isLight ? '#ffffff' : mixed(colours.accent, '#ffffff', 0.25),
    },
  };
}

function highContrast({ isLight, colours }: CityLook): Colours {
  const [ground, ink]: readonly [Hex, Hex] = isLight ? ['#ffffff', '#000000'] : ['#000000', '#ffffff'];
  const clear = (colour: Hex): Hex => standingOff(colour, [ground], 7, ink);
  return {
    bg0: ground,
    bg1: ground,
    mid: standingOff(colours.mid, [ground], 4.5, ink),
    ink,
    accent: clear(colours.accent),
    second: clear(colours.second),
    fracture: clear(colours.fracture),
  };
}

/** The picture's: numbers, and the states under the names that its inks have. */
export interface Palette {
  readonly bg0: number;
  readonly bg1: number;
  readonly mid: number;
  readonly ink: number;
  readonly accent: number;
  readonly second: number;
  readonly fracture: number;
  readonly halo: number;
  readonly inTune: number;
  readonly free: number;
  readonly partial: number;
  readonly isLight: boolean;
}

export function paletteOf(city: City, options: LookOptions = {}): Palette {
  const { states, ...all } = tokensFor(city, options);
  return {
    bg0: numberOf(all.bg0),
    bg1: numberOf(all.bg1),
    mid: numberOf(all.mid),
    ink: numberOf(all.ink),
    accent: numberOf(all.accent),
    second: numberOf(all.second),
    fracture: numberOf(states.fractured),
    halo: numberOf(all.halo),
    inTune: numberOf(states.inTune),
    free: numberOf(states.free),
    partial: numberOf(states.partial),
    isLight: all.isLight,
  };
}
