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
 * Relative luminance by day, before light grounds, and by night. In tune is the brightest of all by night and the deepest by
 * day, so that the states are told apart without any hue.
 */
const LUMINANCE = {
  day: { free: 0.03, partial: 0.16, fractured: 0.1, inTune: 0.85 },
  night: { free: 0.72, partial: 0.35, fractured: 0.3, inTune: 0.88 },
} as const;
const SATURATION = 0.85;

const PRESETS: Readonly<Record<string, StateHues>> = {
  city: { free: null, partial: null, fractured: null, inTune: null },
  blueOrange: { free: 215, partial: 205, fractured: 28, inTune: 50 },
  yellowPurple: { free: 275, partial: 265, fractured: 330, inTune: 56 },
  grey: { free: null, partial: null, fractured: null, inTune: null },
};

export function stateColours(palette: string, own: StateHues, isLight: boolean): StateColours {
  if (palette === 'city') return {};
  const light = LUMINANCE[isLight ? 'day' : 'night'];
  const saturation = palette === 'grey' ? 0 : SATURATION;
  const hues = palette === 'own' || !Object.hasOwn(PRESETS, palette) ? own : PRESETS[palette];
  const of = (hue: number | null, luminance: number): number | undefined =>
    hue === null && saturation > 0 ? undefined : colourOf(hue ?? 0, saturation, luminance);
  const colours = {
    free: of(hues.free, light.free),
    partial: of(hues.partial, light.partial),
    fracture: of(hues.fractured, light.fractured),
    inTune: of(hues.inTune, light.inTune),
  };
  return Object.fromEntries(Object.entries(colours).filter(([, one]) => one !== undefined));
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
