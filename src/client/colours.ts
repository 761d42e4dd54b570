// Colours of the four states of a person in a network, where the player would rather have others than the city's. Shape and
// dash say the same, so that a colour may be anything; but it must be seen before what is behind it.

/** 0 to 359, or null for the city's own. */
export interface StateHues {
  readonly free: number | null;
  readonly partial: number | null;
  readonly fractured: number | null;
  readonly inTune: number | null;
}

/** As the picture's inks are called. */
export interface StateColours {
  readonly free?: number;
  readonly partial?: number;
  readonly fracture?: number;
  readonly inTune?: number;
}

/**
 * Relative luminance of hues of the player's own, by day, before light grounds, and by night. In tune is the brightest of all
 * by night and the deepest by day, so that the states are told apart without any hue.
 */
const LUMINANCE = {
  day: { free: 0.03, partial: 0.16, fractured: 0.1, inTune: 0.85 },
  night: { free: 0.72, partial: 0.35, fractured: 0.3, inTune: 0.88 },
} as const;
const SATURATION = 0.85;

export const PRESETS = ['blueOrange', 'yellowPurple'] as const;
type Preset = (typeof PRESETS)[number];
type Light = 'day' | 'night';

/**
 * Searched for, not chosen: no two states nearer than 18 ΔE00 for any kind of sight, each 4.5 to 1 on every ground it is drawn
 * on. What is in tune lies on a ring of ink by day, and is the lightest always. Shades of grey alone do not hold this by
 * night: between the least that is seen and white there is room for three.
 */
const SEARCHED: Readonly<Record<Preset, Readonly<Record<Light, Required<StateColours>>>>> = {
  blueOrange: {
    day: { free: 0x01162e, partial: 0x2162b2, fracture: 0x634819, inTune: 0xf4d18c },
    night: { free: 0xcad5ed, partial: 0x6d90f8, fracture: 0xee9b0b, inTune: 0xfeeed3 },
  },
  yellowPurple: {
    day: { free: 0x9902e9, partial: 0x3f124a, fracture: 0x9b1335, inTune: 0xf9ea17 },
    night: { free: 0xae7ef1, partial: 0xf7c4fe, fracture: 0xff84a2, inTune: 0xfdffac },
  },
};

function isPreset(palette: string): palette is Preset {
  return (PRESETS as readonly string[]).includes(palette);
}

export function stateColours(palette: string, own: StateHues, isLight: boolean): StateColours {
  const when: Light = isLight ? 'day' : 'night';
  if (isPreset(palette)) return SEARCHED[palette][when];
  if (palette !== 'own') return {};
  const light = LUMINANCE[when];
  return {
    ...(own.free === null ? {} : { free: colourOf(own.free, SATURATION, light.free) }),
    ...(own.partial === null ? {} : { partial: colourOf(own.partial, SATURATION, light.partial) }),
    ...(own.fractured === null ? {} : { fracture: colourOf(own.fractured, SATURATION, light.fractured) }),
    ...(own.inTune === null ? {} : { inTune: colourOf(own.inTune, SATURATION, light.inTune) }),
  };
}

/** The colour of this hue that is as light as that: lightness is looked for, for hues are not equally light. */
export function colourOf(hue: number, saturation: number, luminance: number): number {
  let low = 0;
  let high = 1;
  for (let k = 0; k < 20; k++) {
    const middle = (low + high) / 2;
    if (luminanceOf(fromHsl(hue, saturation, middle)) < luminance) low = middle;
    else high = middle;
  }
  return fromHsl(hue, saturation, (low + high) / 2);
}

function fromHsl(hue: number, saturation: number, lightness: number): number {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number): number => {
    const k = (n + hue / 30) % 12;
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return (channel(0) << 16) | (channel(8) << 8) | channel(4);
}

export function luminanceOf(colour: number): number {
  return 0.2126 * linear((colour >> 16) & 255) + 0.7152 * linear((colour >> 8) & 255) + 0.0722 * linear(colour & 255);
}

function linear(value: number): number {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

export function contrastOf(one: number, other: number): number {
  const [low, high] = [luminanceOf(one), luminanceOf(other)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

export function cssOf(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}
