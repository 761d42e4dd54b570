import { COUNTED, SUM_X, SUM_Y } from '../layout.ts';
import { isCoherent } from '../measure.ts';
import type { Network } from '../network.ts';
import { GOAL_FIELDS, type GoalRow } from './goal.ts';

/** Everybody together, each at their own part. */
export const unison: GoalRow = {
  doc: 'all who count, together',
  fields: GOAL_FIELDS,
  isMet: allTogether,
};

export function allTogether(net: Network): boolean {
  const { s, rules } = net;
  return isCoherent(s[SUM_X], s[SUM_Y], s[COUNTED], rules.target);
}
