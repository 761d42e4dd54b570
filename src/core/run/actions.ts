// Everything a player can do to a World. One list: the log, the codec, the inputs and the refusals all speak of these.

import { REFUSALS } from '../network/vocabulary.ts';
import type { ToolId } from '../network/tools/table.ts';

/** Numbers in replays. Never change one, never use one again. Tools have theirs in their own rows. */
export const RUN_CODES = {
  advance: 0, // past the shown line
  choose: 1, // an option
  visit: 2, // a place of the round
  proceed: 3, // from a result to what comes next
  retry: 4, // the same network, the same seed
  skip: 5, // past a network, after three losses
  pause: 6,
  resume: 7,
  menu: 8, // a screen over the game was opened (1) or closed (0): it changes nothing and is in the log
  assist: 9, // which one, and what it is set to
} as const;
export type RunAct = keyof typeof RUN_CODES;

export type Action =
  | { readonly act: 'tool'; readonly tool: ToolId; readonly a: number; readonly b: number; readonly c: number }
  | { readonly act: RunAct; readonly a: number; readonly b: number };

export function useTool(tool: ToolId, a = 0, b = 0, c = 0): Action {
  return { act: 'tool', tool, a, b, c };
}

export function run(act: RunAct, a = 0, b = 0): Action {
  return { act, a, b };
}

/** Which of a and b an act reads. The others must be 0, or one run could be written in many ways. */
export const READS: Readonly<Record<RunAct, 0 | 1 | 2>> = {
  advance: 0,
  choose: 1,
  visit: 1,
  proceed: 0,
  retry: 0,
  skip: 0,
  pause: 0,
  resume: 0,
  menu: 1,
  assist: 2,
};

/** By number in an `assist` action. Speed is kept for the record only: a slower game has the same ticks. */
export const ASSISTS = ['speed', 'hazards', 'unlimited', 'actWhilePaused'] as const;
export type Assist = (typeof ASSISTS)[number];
export const ASSIST_RANGE: Readonly<Record<Assist, readonly [least: number, most: number, unassisted: number]>> = {
  speed: [50, 100, 100],
  hazards: [0, 100, 100],
  unlimited: [0, 1, 0],
  actWhilePaused: [0, 1, 0],
};

export const RUN_REFUSALS = [
  'runOver',
  'paused',
  'notPaused',
  'notInAScene',
  'notInARound',
  'notInANetwork',
  'notAtAResult',
  'noLine',
  'noOptions',
  'noSuchOption',
  'optionClosed',
  'tooSoon',
  'noSuchVisit',
  'alreadyVisited',
  'alreadyWon',
  'notLostEnough',
  'noSuchAssist',
  'noSuchTool',
  'unreadArgument',
  'nothingToRetry',
] as const;

export const ALL_REFUSALS = [...RUN_REFUSALS, ...REFUSALS] as const;
export type RunRefusal = (typeof ALL_REFUSALS)[number];
