import { CITIES, type City } from '../../core/run/cast.ts';
import { PLACES } from '../../core/run/places.ts';
import type { Where } from '../kept.ts';
import { CITY_WORDS } from '../words/shell.ts';
import { idWords } from './words.ts';

/** Where somebody stood, in a line. */
export function whereWords(where: Where | null): string {
  if (where === null) return '';
  const city = isCity(where.city) ? CITY_WORDS[where.city].name : '';
  const act = where.act > 0 ? `act ${roman(where.act)}` : '';
  const place = placeName(where.place);
  return [city, act, place].filter((one) => one !== '').join(' · ');
}

export function isCity(id: string): id is City {
  return (CITIES as readonly string[]).includes(id);
}

export function placeName(id: string): string {
  return PLACES.find((one) => one.id === id)?.name ?? (id === '' ? '' : idWords(id));
}

export function roman(n: number): string {
  return ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII'][n] ?? String(n);
}
