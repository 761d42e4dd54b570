// What boards, times and places are called on the pages.

import { dayOf, formatBoard, parseBoard, setSeed, type Board } from '../../core/board/category.ts';
import { formatTime } from '../../core/replay/time.ts';
import type { Assist } from '../../core/run/actions.ts';
import type { Boards } from '../boards.ts';

/** The largest that the address of a game takes. */
const LARGEST_SEED = 0x7fff_ffff;

export const PLAY: Readonly<Record<Board['play'], string>> = {
  plain: 'By hand',
  assisted: 'With assists',
  tas: 'Tool-assisted',
};
export const TEXT: Readonly<Record<Board['text'], string>> = { skip: 'Scenes may be skipped', all: 'Scenes are read' };

const PLAY_MEANS: Readonly<Record<Board['play'], string>> = {
  plain: 'Played by hand, with no assists.',
  assisted: 'Any assist may be on.',
  tas: 'Made by any means that keep to the rules of the game.',
};

export const ASSIST: Readonly<Record<Assist, string>> = {
  speed: 'slower game',
  hazards: 'fewer hazards',
  unlimited: 'no time limit',
  actWhilePaused: 'acting while paused',
};

/** The seed rule in a few words. */
export function seedWords(board: Board): string {
  const day = dayOf(board);
  if (day !== null) return `Seed of ${dayWords(day)}`;
  return board.seed === 'set' ? 'One seed for all' : 'Random seeds';
}

function seedMeans(board: Board): string {
  const day = dayOf(board);
  if (day !== null)
    return `Everybody has the same seed on ${dayWords(day)} (UTC), and only a player’s first attempt counts.`;
  return board.seed === 'set'
    ? 'Everybody has the same seed, always.'
    : 'The server draws a new seed for each attempt.';
}

/** “One seed for all, by hand”. */
export function boardWords(board: Board, isOfStory: boolean): string {
  const text = isOfStory ? [TEXT[board.text].toLowerCase()] : [];
  return [seedWords(board), PLAY[board.play].toLowerCase(), ...text].join(', ');
}

export function boardMeans(board: Board, isOfStory: boolean): string {
  const text = board.text === 'all' ? 'For those who read every scene.' : 'Scenes may be clicked through.';
  return [seedMeans(board), PLAY_MEANS[board.play], ...(isOfStory ? [text] : [])].join(' ');
}

/** Only a story has a board for those who read its scenes. */
export function isStory(boards: Boards, board: Board): boolean {
  return boards.get(formatBoard({ ...board, text: 'all' })) !== null;
}

/** What a board is called where there is room for a line: also one whose plan is no longer in the game. */
export function boardName(boards: Boards, id: string): string {
  const board = parseBoard(id);
  const row = boards.get(id);
  if (board === null) return id;
  return `${row?.title ?? board.plan} · ${boardWords(board, isStory(boards, board))}`;
}

export function playAddress(board: Board, isOfStory: boolean): string {
  const seed = setSeed(board);
  const asked = seed !== null && seed >= 0 && seed <= LARGEST_SEED ? `&seed=${seed}` : '';
  return `/?${isOfStory ? 'plan' : 'level'}=${board.plan}${asked}`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const REGION = new Intl.DisplayNames('en-GB', { type: 'region' });

/** 21 Nov 2026, of a date or of a moment. */
export function dayWords(date: string | number): string {
  return DAY.format(new Date(date));
}

export function momentWords(at: number): string {
  return `${MOMENT.format(new Date(at))} UTC`;
}

export function countryName(code: string): string {
  return REGION.of(code) ?? code;
}

/** A time on an axis: to a tenth is enough. */
export function roughTime(seconds: number): string {
  return formatTime(Math.round(seconds * 120)).slice(0, -2);
}

export function count(n: number, one: string, many: string): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
}

/** What a percentile says: the share of all that a time is at least as fast as. */
export function percentileWords(percent: number, total: number): string {
  if (total === 1) return 'Nobody else stands here yet.';
  return `As fast as, or faster than, ${percent} % of the ${total.toLocaleString('en-GB')} who stand here.`;
}
