// What the screens need besides the game that is played: settings, saves, what was met, and the ways out of the title. main
// makes one; the screens only read it and call it.

import type { City, CastId } from '../core/run/cast.ts';
import type { Ending } from '../core/run/cues.ts';
import type { Where } from './kept.ts';
import type { VNode } from 'preact';
import type { Point } from './picture.ts';
import type { Screen } from './play.ts';

export type { CastId };

/** The languages there are, and who changes them. */
export interface Tongues {
  readonly locales: readonly string[];
  readonly choose: (locale: string) => void;
}

export interface Region {
  readonly city: City;
  readonly state: 'shut' | 'open' | Ending;
}

/** What of the settings the picture follows. */
export interface PictureSettings {
  readonly quality: 'auto' | 'high' | 'middle' | 'low';
  readonly reducedMotion: boolean;
  readonly shake: boolean;
  readonly colours: Readonly<Record<string, never>>;
}

export interface Desk {
  /** The sitting that Go on would take up. */
  readonly last: { readonly where: Where | null } | null;
  /** What the player should know: a save that could not be read, another tab that writes. */
  readonly notice: string;
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
  cityOfPlace(place: string, otherwise: City): City;
  readonly picture: PictureSettings;
  onPicture(listener: (settings: PictureSettings) => void): void;
  /** The panels that need more than the game: settings, saves, codex and their like. */
  panel(which: Screen): VNode | null;
}
