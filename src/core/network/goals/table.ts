// Every goal there is. A new goal is a file beside this one and a row here.

import { chord } from './chord.ts';
import type { GoalRow } from './goal.ts';
import { groups } from './groups.ts';
import { rounds } from './rounds.ts';
import { shielded } from './shielded.ts';
import { unison } from './unison.ts';

const TABLE = { unison, chord, groups, shielded, rounds } as const;

export type GoalId = keyof typeof TABLE;
export const GOALS: Readonly<Record<GoalId, GoalRow>> = TABLE;
export const GOAL_IDS = Object.keys(TABLE) as readonly GoalId[];
