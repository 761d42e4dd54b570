// Boards by name. A board's id says all of it, so that a link, a file name and a database key need no table:
// `training/03:set:skip:plain`, `five-cities:random:all:plain`, `training/03:daily-2026-11-21:skip:plain`.

import { hashOf } from '../math/hash.ts';
import { removesRules } from '../replay/inputs.ts';
import type { Assist } from '../run/actions.ts';

/** Where the seed comes from: the board's own, one for each ticket, or one for each day; the last two are the server's dice. */
type SeedRule = 'set' | 'random' | `daily-${string}`;

/** `skip`: scenes may be clicked through. `all`: for those who read them; a board of its own, so that nobody has to hurry. */
export const TEXTS = ['skip', 'all'] as const;

/**
 * plain: by hand and unaided. assisted: all assists allowed. tas: made by any means, by the game's own rules: slow motion and
 * acting while paused are means, a clock that never runs out or fewer hazards is another game, and belongs to assisted.
 */
export const PLAYS = ['plain', 'assisted', 'tas'] as const;

export interface Board {
  readonly plan: string;
  readonly seed: SeedRule;
  readonly text: (typeof TEXTS)[number];
  readonly play: (typeof PLAYS)[number];
}

const PLAN = /^[a-z0-9]+([-/][a-z0-9]+)*$/;
const DAILY = /^daily-(\d{4})-(\d{2})-(\d{2})$/;
const ID_MOST = 80;

/** Whether a run on such a board may ever have had this assist on. */
export function mayAssist(play: Board['play'], assist: Assist): boolean {
  return play === 'assisted' || (play === 'tas' && !removesRules(assist));
}

export function formatBoard({ plan, seed, text, play }: Board): string {
  return `${plan}:${seed}:${text}:${play}`;
}

/** Null for what is no board's name. There is one name for each board: what parses, formats to the same. */
export function parseBoard(id: string): Board | null {
  if (id.length > ID_MOST) return null;
  const [plan = '', seed = '', text = '', play = '', ...rest] = id.split(':');
  if (rest.length > 0 || !PLAN.test(plan) || !isSeedRule(seed) || !isOneOf(TEXTS, text) || !isOneOf(PLAYS, play)) {
    return null;
  }
  return { plan, seed, text, play };
}

/**
 * The seed that everybody has on this board, or null where the ticket says it. Follows from the plan, so that nobody chose it;
 * not below zero, so that an address can hold it.
 */
export function setSeed(board: Board): number | null {
  return board.seed === 'set' ? hashOf(['set', board.plan])[0] >>> 1 : null;
}

/** The day of a daily board, `2026-11-21`, or null. Of its attempts only a player's first is ranked. */
export function dayOf(board: Board): string | null {
  return DAILY.test(board.seed) ? board.seed.slice('daily-'.length) : null;
}

function isSeedRule(seed: string): seed is SeedRule {
  if (seed === 'set' || seed === 'random') return true;
  const [, year, month, day] = DAILY.exec(seed) ?? [];
  return year !== undefined && Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return (list as readonly string[]).includes(value);
}
