// Every setting there is, one row each: what it may be, what it is when nothing was said, and in which group it is shown. The
// screen is made from these rows, storage checks by them, and the types of their values come from them.

import { ASSIST_RANGE, ASSISTS, type Assist } from '../core/run/actions.ts';
import { BINDABLE, KEYS_AT_FIRST, PAD_AT_FIRST, type Bindings } from './bound.ts';
import { PRESETS, stateColours, type StateHues } from './colours.ts';

export const GROUPS = ['reading', 'sound', 'picture', 'help', 'controls', 'data'] as const;
export type Group = (typeof GROUPS)[number];

const UNITS = ['percent', 'em', 'plain', 'lines'] as const;

interface Common {
  readonly id: string;
  readonly group: Group;
}
interface Range extends Common {
  readonly kind: 'range';
  readonly least: number;
  readonly most: number;
  readonly by: number;
  readonly unit: (typeof UNITS)[number];
  readonly fallback: number;
}
interface Choice extends Common {
  readonly kind: 'choice';
  readonly options: readonly string[];
  readonly fallback: string;
}
interface Toggle extends Common {
  readonly kind: 'toggle';
  readonly fallback: boolean;
  /** What the browser says of the player, and what it makes of the fallback. */
  readonly prefers?: { readonly what: keyof Prefers; readonly means: boolean };
}
/** 0 to 359, or null: the city's own. */
interface Hue extends Common {
  readonly kind: 'hue';
  readonly fallback: null;
}
/** '' is what the browser asks for. Which there are is known when the page runs. */
interface Language extends Common {
  readonly kind: 'language';
  readonly fallback: '';
}
interface Bound extends Common {
  readonly kind: 'bound';
  readonly device: 'keys' | 'pad';
  readonly fallback: Bindings;
}
export type Row = Range | Choice | Toggle | Hue | Language | Bound;

/** What the browser knows of the player. */
export interface Prefers {
  readonly reducedMotion: boolean;
  readonly contrast: boolean;
}

const FULL = { least: 0, most: 100, by: 5, unit: 'percent', fallback: 100 } as const;
const SPEEDS = ['slow', 'middle', 'fast'] as const;

export const SETTINGS = [
  { id: 'textSize', group: 'reading', kind: 'range', least: 80, most: 200, by: 10, unit: 'percent', fallback: 100 },
  {
    id: 'family',
    group: 'reading',
    kind: 'choice',
    options: ['atkinson', 'literata', 'system', 'dyslexic'],
    fallback: 'atkinson',
  },
  { id: 'lineSpacing', group: 'reading', kind: 'range', least: 1.2, most: 2.2, by: 0.1, unit: 'lines', fallback: 1.5 },
  { id: 'letterSpacing', group: 'reading', kind: 'range', least: 0, most: 0.16, by: 0.02, unit: 'em', fallback: 0 },
  { id: 'textSpeed', group: 'reading', kind: 'choice', options: ['instant', ...SPEEDS], fallback: 'instant' },
  { id: 'autoAdvance', group: 'reading', kind: 'choice', options: ['off', ...SPEEDS], fallback: 'off' },
  { id: 'skipSeen', group: 'reading', kind: 'toggle', fallback: false },
  { id: 'keepLog', group: 'reading', kind: 'toggle', fallback: true },
  { id: 'confirmChoices', group: 'reading', kind: 'toggle', fallback: false },
  { id: 'hints', group: 'reading', kind: 'toggle', fallback: true },
  { id: 'language', group: 'reading', kind: 'language', fallback: '' },

  { id: 'captions', group: 'sound', kind: 'toggle', fallback: false },
  { id: 'mute', group: 'sound', kind: 'toggle', fallback: false },
  { id: 'master', group: 'sound', kind: 'range', ...FULL, fallback: 80 },
  { id: 'music', group: 'sound', kind: 'range', ...FULL },
  { id: 'score', group: 'sound', kind: 'range', ...FULL },
  { id: 'effects', group: 'sound', kind: 'range', ...FULL },
  { id: 'interface', group: 'sound', kind: 'range', ...FULL },
  { id: 'mono', group: 'sound', kind: 'toggle', fallback: false },
  { id: 'haptics', group: 'sound', kind: 'toggle', fallback: true },

  {
    id: 'palette',
    group: 'picture',
    kind: 'choice',
    options: ['city', ...PRESETS, 'own'],
    fallback: 'city',
  },
  { id: 'hueFree', group: 'picture', kind: 'hue', fallback: null },
  { id: 'huePartial', group: 'picture', kind: 'hue', fallback: null },
  { id: 'hueFractured', group: 'picture', kind: 'hue', fallback: null },
  { id: 'hueInTune', group: 'picture', kind: 'hue', fallback: null },
  {
    id: 'highContrast',
    group: 'picture',
    kind: 'toggle',
    fallback: false,
    prefers: { what: 'contrast', means: true },
  },
  {
    id: 'reducedMotion',
    group: 'picture',
    kind: 'toggle',
    fallback: false,
    prefers: { what: 'reducedMotion', means: true },
  },
  { id: 'shake', group: 'picture', kind: 'toggle', fallback: true, prefers: { what: 'reducedMotion', means: false } },
  { id: 'flash', group: 'picture', kind: 'toggle', fallback: true, prefers: { what: 'reducedMotion', means: false } },
  { id: 'quality', group: 'picture', kind: 'choice', options: ['auto', 'low', 'middle', 'high'], fallback: 'auto' },

  // As core has them: replays and boards speak of the same four.
  { id: 'speed', group: 'help', kind: 'range', least: 50, most: 100, by: 5, unit: 'percent', fallback: 100 },
  { id: 'hazards', group: 'help', kind: 'range', ...FULL },
  { id: 'unlimited', group: 'help', kind: 'toggle', fallback: false },
  { id: 'actWhilePaused', group: 'help', kind: 'toggle', fallback: false },

  { id: 'oneHanded', group: 'controls', kind: 'choice', options: ['off', 'left', 'right'], fallback: 'off' },
  { id: 'scan', group: 'controls', kind: 'choice', options: ['off', ...SPEEDS], fallback: 'off' },
  { id: 'keys', group: 'controls', kind: 'bound', device: 'keys', fallback: KEYS_AT_FIRST },
  { id: 'pad', group: 'controls', kind: 'bound', device: 'pad', fallback: PAD_AT_FIRST },

  { id: 'shareData', group: 'data', kind: 'choice', options: ['none'], fallback: 'none' },
] as const satisfies readonly Row[];

type RowOf = (typeof SETTINGS)[number];
export type SettingId = RowOf['id'];
type ValueOf<R extends Row> = R extends Range
  ? number
  : R extends Choice
    ? R['options'][number]
    : R extends Toggle
      ? boolean
      : R extends Hue
        ? number | null
        : R extends Bound
          ? Bindings
          : string;
export type Settings = { readonly [R in RowOf as R['id']]: ValueOf<R> };
export type SettingValue = Settings[SettingId];

const BY_ID: ReadonlyMap<string, Row> = new Map(SETTINGS.map((row: Row) => [row.id, row]));

export function isSetting(id: string): id is SettingId {
  return BY_ID.has(id);
}

export function rowOf(id: SettingId): Row {
  return BY_ID.get(id)!;
}

export const NO_PREFERENCE: Prefers = { reducedMotion: false, contrast: false };

/** What everything is when nothing was said. */
export function settingsAtFirst(prefers: Prefers = NO_PREFERENCE): Settings {
  const values = SETTINGS.map((row: Row) => {
    const wanted = row.kind === 'toggle' ? row.prefers : undefined;
    return [row.id, wanted !== undefined && prefers[wanted.what] ? wanted.means : row.fallback];
  });
  return Object.fromEntries(values) as Settings;
}

/** The value as it may be kept, or undefined for what this setting cannot be. A number between two steps is put on one. */
export function valid(row: Row, value: unknown): SettingValue | undefined {
  switch (row.kind) {
    case 'range': {
      if (typeof value !== 'number' || !(value >= row.least && value <= row.most)) return undefined;
      const stepped = row.least + Math.round((value - row.least) / row.by) * row.by;
      // 0.1 three times is not 0.3
      return Math.min(row.most, Number(stepped.toFixed(4)));
    }
    case 'choice':
      return row.options.find((one) => one === value);
    case 'toggle':
      return typeof value === 'boolean' ? value : undefined;
    case 'hue':
      if (value === null) return null;
      return typeof value === 'number' && value >= 0 && value < 360 ? Math.floor(value) : undefined;
    case 'language':
      return typeof value === 'string' && /^[a-zA-Z-]{0,35}$/.test(value) ? value : undefined;
    case 'bound':
      return validBindings(value, row.fallback);
  }
}

/** What a later build calls an act is not known here, and an act that is not bound yet is bound as it is at first. */
function validBindings(value: unknown, fallback: Bindings): Bindings | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = value as Readonly<Record<string, unknown>>;
  const entries = BINDABLE.map((act): [string, readonly string[]] => {
    const keys = Object.hasOwn(given, act) ? given[act] : undefined;
    const isList =
      Array.isArray(keys) && keys.every((key) => typeof key === 'string' && key !== '' && key.length <= 24);
    return [act, isList ? (keys as readonly string[]).slice(0, 4) : fallback[act]];
  });
  return Object.fromEntries(entries) as Bindings;
}

export function isSame(x: SettingValue, y: SettingValue): boolean {
  return x === y || (typeof x === 'object' && JSON.stringify(x) === JSON.stringify(y));
}

// ------------------------------------------------------------------------------- as those who follow them want them

/** As `assist` actions say them: what the run has to be told when they change. */
export function assistsOf(settings: Settings): Readonly<Record<Assist, number>> {
  return {
    speed: settings.speed,
    hazards: settings.hazards,
    unlimited: settings.unlimited ? 1 : 0,
    actWhilePaused: settings.actWhilePaused ? 1 : 0,
  };
}

export function isAssisted(settings: Settings): boolean {
  const now = assistsOf(settings);
  return ASSISTS.some((one) => now[one] !== ASSIST_RANGE[one][2]);
}

export function soundOf({ master, music, score, effects, interface: ui, mono, captions, mute }: Settings) {
  return { master, music, score, effects, interface: ui, mono, captions, muted: mute };
}

export function pictureOf(settings: Settings, isLight: boolean) {
  const { quality, reducedMotion, shake, palette } = settings;
  return { quality, reducedMotion, shake, colours: stateColours(palette, huesOf(settings), isLight) };
}

export function huesOf({ hueFree, huePartial, hueFractured, hueInTune }: Settings): StateHues {
  return { free: hueFree, partial: huePartial, fractured: hueFractured, inTune: hueInTune };
}

/** See look/type.css, which has the letters and what stands in for them while they come. */
const FAMILIES: Readonly<Record<Settings['family'], string>> = {
  atkinson: 'var(--font-atkinson)',
  literata: 'var(--font-literata)',
  system: 'system-ui, sans-serif',
  dyslexic: 'var(--font-dyslexic)',
};

/** For the page's root: custom properties, and attributes that style sheets ask about. */
export function pageOf(settings: Settings): {
  readonly properties: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, string>>;
} {
  // what a reader chose is for everything, headings and documents too
  const isChosen = settings.family !== 'atkinson';
  return {
    properties: {
      '--font-display': isChosen ? 'var(--font-text)' : 'var(--font-grotesk)',
      '--font-document': isChosen ? 'var(--font-text)' : 'var(--font-literata)',
      '--text-size': String(settings.textSize / 100),
      '--line-height': String(settings.lineSpacing),
      '--letter-spacing': `${settings.letterSpacing}em`,
      '--font-text': FAMILIES[settings.family],
    },
    attributes: {
      'data-motion': settings.reducedMotion ? 'reduced' : 'full',
      'data-contrast': settings.highContrast ? 'high' : 'usual',
      'data-hand': settings.oneHanded,
      'data-log': settings.keepLog ? 'kept' : 'closed',
    },
  };
}
