// What a level file may say of a hazard, a tool or a goal, in a writer's units, and what the core makes of it.
// One description serves three readers: the check of a level file, its JSON Schema, and the compiled integers.

import { HERTZ, q15, q30, ticks } from '../math/turn.ts';
import { ENERGY_UNIT } from './layout.ts';

export const UNITS = [
  'seconds',
  'share',
  'trust',
  'hertz',
  'turns',
  'count',
  'energy',
  'points',
  'group',
  'node',
] as const;
/** A score is 0 to 99: nobody is a hundred. */
export const SCORE_MOST = 99;
export type Unit = (typeof UNITS)[number];

export interface Field {
  readonly unit: Unit;
  readonly least: number;
  readonly most: number;
  /** Absent: the level must say it. */
  readonly otherwise?: number;
  readonly doc: string;
}
export type Fields = Readonly<Record<string, Field>>;

export function compile(unit: Unit, value: number): number {
  switch (unit) {
    case 'seconds':
      return ticks(value);
    case 'share':
      return q15(value);
    case 'trust':
      return q30(value);
    case 'hertz':
      return Math.floor(value * HERTZ + 0.5);
    case 'turns':
      return Math.floor(value * 0x1_0000_0000 + 0.5) | 0;
    case 'energy':
      return Math.floor(value * ENERGY_UNIT + 0.5);
    case 'points':
      return Math.floor((value * 32768) / SCORE_MOST + 0.5);
    case 'count':
    case 'group':
    case 'node':
      return value;
  }
}

export function isWhole(unit: Unit): boolean {
  return unit === 'count' || unit === 'group' || unit === 'node';
}

/** A group or a node is named, in a level, by its name or its index. */
export function isNamed(unit: Unit): boolean {
  return unit === 'group' || unit === 'node';
}
