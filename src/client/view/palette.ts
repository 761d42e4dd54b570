// What each city is drawn in: the numbers of the one table of looks, under the names that the pens know.

import type { City } from '../../core/run/cast.ts';
import { paletteOf, type Palette } from '../look/cities.ts';

export type Inks = Palette;

export function inksOf(city: City, colours: Partial<Inks> = {}): Inks {
  return { ...paletteOf(city), ...colours };
}
