// What a save is called, where it stands and when it was made.

import { NAMED_SLOTS, type SlotId, type SlotKind, type SlotRow } from '../../kept.ts';
import type { SavesWords } from '../../words/saves.ts';
import { whereWords } from '../where.ts';

export function titleOf(id: SlotId, name: string, words: SavesWords): string {
  if (name !== '' && !id.startsWith('aside:')) return name;
  if ((NAMED_SLOTS as readonly string[]).includes(id)) return words.slot(id);
  const [kind, city = '', act = ''] = id.split(':');
  if (kind === 'chapter') return whereWords({ city, act: Number(act), place: '', line: '' });
  return words.kinds[kind as SlotKind];
}

export function placeOf(row: SlotRow, words: SavesWords): string {
  const where = whereWords(row.where);
  return where === '' ? words.unknownPlace : where;
}

export function whenWords(when: number, now: number, locale: string, words: SavesWords): string {
  const day = new Date(when);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(day);
  if (day.toDateString() === new Date(now).toDateString()) return words.today(time);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(day);
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

export function bytes(count: number): string {
  const power = count < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(count) / 3));
  const shown = count / 1000 ** power;
  return `${shown < 10 && power > 0 ? shown.toFixed(1) : Math.round(shown)} ${UNITS[power]}`;
}
