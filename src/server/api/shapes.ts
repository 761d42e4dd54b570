// Shapes that many answers share. Words are speedrun.com's where it has them: place, times, values.

import { z } from 'zod';
import { parseBoard, formatBoard } from '../../core/board/category.ts';
import { timeOf } from '../../core/replay/time.ts';
import type { Placed } from '../store/lists.ts';
import type { Run } from '../store/runs.ts';

export const PlayerId = z.string().regex(/^[\w-]{22}$/, 'A player’s id has 22 signs.');
export const RunId = z.string().regex(/^[\w-]{22}$/, 'A run’s id has 22 signs.');
export const TicketId = z.string().regex(/^[\w-]{22}$/, 'A ticket’s id has 22 signs.');
export const BoardId = z
  .string()
  .max(80)
  .refine((id) => {
    const board = parseBoard(id);
    return board !== null && formatBoard(board) === id;
  }, 'That is no board’s name; one is “coves/01:set:skip:plain”.');
export const Country = z.string().regex(/^[A-Z]{2}$/, 'A country is two capital letters, as FI.');
/** A condition on a board: all, live (timed while it was played), or a country. */
export const Filter = z.union([z.literal('all'), z.literal('live'), Country]);

/** Whole numbers as they stand in an address. */
export function wholeIn(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,16}$/, 'A whole number.')
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

const Times = z.object({
  primary: z.number().describe('seconds, to the millisecond: ticks / 120, rounded down'),
  ingame: z.number(),
  realtime: z.number().nullable().describe('by the server’s clock, where it saw the run begin'),
  ticks: z.int(),
});

export const Place = z.object({
  place: z.int().describe('shared by equals: 1, 2, 2, 4'),
  run: z.string(),
  times: Times,
  player: z.object({ id: z.string(), name: z.string(), country: z.string().nullable() }),
  badges: z.array(z.enum(['simulated', 'live'])),
  paused: z.boolean(),
  attempts: z.int().describe('tickets this player had taken on this board by then'),
  date: z.string(),
});

export function placed(one: Placed, place: number): z.infer<typeof Place> {
  return {
    place,
    run: one.run,
    times: timesOf(one.ticks, one.started, one.submitted),
    player: { id: one.player, name: one.name, country: one.country },
    badges: one.live === 1 ? ['simulated', 'live'] : ['simulated'],
    paused: one.paused === 1,
    attempts: one.nth,
    date: new Date(one.verified).toISOString(),
  };
}

function timesOf(ticks: number, started: number | null, submitted: number): z.infer<typeof Times> {
  const time = timeOf(ticks);
  return {
    primary: time,
    ingame: time,
    // a run that was sent days later took no days
    realtime: started === null || submitted - started > ticks * 30 ? null : (submitted - started) / 1000,
    ticks,
  };
}

export const RunAnswer = z.object({
  id: z.string(),
  board: z.string(),
  player: z.string(),
  verdict: z.string().describe('pending, verified, rejected:<reason>, unverifiable:<what>, unranked:<why>'),
  state: z.enum(['pending', 'verified', 'rejected', 'unverifiable', 'unranked']),
  hidden: z.boolean(),
  why: z.string().nullable().describe('why it is hidden, where it is'),
  times: Times,
  badges: z.array(z.enum(['simulated', 'live'])),
  paused: z.boolean(),
  assists: z.array(z.string()),
  attempts: z.int(),
  values: z.object({ seed: z.string(), text: z.string(), play: z.string() }),
  seed: z.int(),
  content: z.string(),
  build: z.string(),
  submitted: z.string(),
  verified: z.string().nullable(),
  bytes: z.int(),
});

export function runAnswer(run: Run, why: string | null): z.infer<typeof RunAnswer> {
  const board = parseBoard(run.board);
  const badges: ('simulated' | 'live')[] =
    run.state !== 'verified' ? [] : run.live === 1 ? ['simulated', 'live'] : ['simulated'];
  return {
    id: run.id,
    board: run.board,
    player: run.player,
    verdict: run.verdict,
    state: run.state,
    hidden: run.hidden === 1,
    why,
    times: timesOf(run.ticks, run.started, run.submitted),
    badges,
    paused: run.paused === 1,
    assists: JSON.parse(run.assists) as string[],
    attempts: run.nth,
    values: { seed: board?.seed ?? '', text: board?.text ?? '', play: board?.play ?? '' },
    seed: run.seed,
    content: run.content,
    build: run.build,
    submitted: new Date(run.submitted).toISOString(),
    verified: run.verified === null ? null : new Date(run.verified).toISOString(),
    bytes: run.size,
  };
}
