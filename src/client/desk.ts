// What the screens need besides the game that is played: settings, saves, what was met, and the ways out of the title. main
// makes one; the screens only read it and call it.

import type { VNode } from 'preact';
import type { City } from '../core/run/cast.ts';
import type { Ending } from '../core/run/cues.ts';
import type { Where } from './kept.ts';
import type { Point } from './picture.ts';
import type { Screen } from './play.ts';
import type { Settings } from './settings.ts';

/** The languages there are, and who changes them. */
export interface Tongues {
  readonly locales: readonly string[];
  readonly choose: (locale: string) => void;
}

interface Region {
  readonly city: City;
  readonly state: 'shut' | 'open' | Ending;
}

export interface Desk {
  readonly settings: Settings;
  /** The sitting that Go on would take up. */
  readonly last: { readonly where: Where | null } | null;
  /** What the player should know: a save that could not be read, another tab that writes. */
  readonly notice: string;
  /** The notice was read. */
  dismiss(): void;
  /** Another tab writes; this one may ask to. */
  readonly isReadOnly: boolean;
  takeOver(): void;
  readonly tongues: Tongues;
  /** What is heard just now, in words, for who has captions on. */
  readonly caption: string;
  /** Endings that were ever reached here, by city. */
  readonly endings: Readonly<Partial<Record<City, readonly Ending[]>>>;
  goOn(): void;
  beginAnew(): void;
  hubPlaces(): Partial<Record<City, Point>>;
  /** What became of the five regions, for the picture of the Sphere. */
  regions(): readonly Region[];
  /** Which city's colours the page wears now. */
  readonly city: City;
  /** The panels that need more than the game: settings, saves, codex and their like. */
  panel(which: Screen): VNode | null;
}
