// What the picture is told: where we are, and how well it goes.

import type { City } from '../../core/run/cast.ts';
import type { Ending } from '../../core/run/cues.ts';
import type { Inks } from './palette.ts';

export const REGION_STATES = ['shut', 'open', 'unison', 'concord', 'fracture'] as const;
export type RegionState = (typeof REGION_STATES)[number];

export interface Region {
  readonly city: City;
  readonly state: RegionState;
}

export interface Look {
  readonly screen: 'title' | 'hub' | 'scene' | 'round' | 'network' | 'ending';
  readonly city: City;
  /** One of PLACES, or '' for the city from afar. */
  readonly place: string;
  /** 0 to 5: where in its colour script the city is. */
  readonly act: number;
  /** 0 to 1: haze and greyness where it is low. May change every frame; the rest makes another picture. */
  readonly coherence: number;
  readonly regions?: readonly Region[];
  readonly ending?: Ending;
}

const QUALITIES = ['high', 'middle', 'low'] as const;
export type Quality = (typeof QUALITIES)[number];

export interface PictureSettings {
  readonly quality: 'auto' | Quality;
  readonly reducedMotion: boolean;
  readonly shake: boolean;
  /** Light that swells; without it nothing does. */
  readonly bloom?: boolean;
  /** What the player would rather see, over the city's own. */
  readonly colours?: Partial<Inks>;
}

/** On the map of a round: who may be visited, who was, and whom the hand is on. */
export interface Mark {
  readonly node: number;
  readonly state: 'open' | 'visited' | 'picked';
}

/** Rooms too dark for a network of a light city: there it is played before the city itself. */
const DARK: readonly string[] = ['kiln', 'score_hall'];

export function isBeforeCity({ screen, place }: Look): boolean {
  return (screen === 'network' || screen === 'round') && DARK.includes(place);
}

/** Words stand in a column beside the picture. */
export function isAside({ screen }: Look): boolean {
  return screen === 'scene' || screen === 'ending';
}

/** Looks that are the same picture have the same key. */
export function sceneryKey(look: Look): string {
  const { screen, city, place, act, ending, regions = [] } = look;
  switch (screen) {
    case 'title':
    case 'hub':
      return [screen, ...regions.map((one) => `${one.city}:${one.state}`)].join(' ');
    case 'ending':
      return ['ending', city, ending, act].join(' ');
    case 'scene':
    case 'round':
    case 'network':
      return [isAside(look) ? 'aside' : 'whole', city, isBeforeCity(look) ? '' : place, act].join(' ');
  }
}
