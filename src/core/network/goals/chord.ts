import { GOAL_FIELDS, type GoalRow } from './goal.ts';
import { allTogether } from './unison.ts';

/** Groups hold set intervals. Each part is taken off before measuring, so a chord that stands measures as one. */
export const chord: GoalRow = {
  doc: 'groups together, each at its own interval from the others',
  fields: GOAL_FIELDS,
  isMet: allTogether,
};
