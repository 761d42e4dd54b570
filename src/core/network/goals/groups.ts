import { isCoherent } from '../measure.ts';
import { GOAL_FIELDS, type GoalRow } from './goal.ts';

/** Every group by itself; what the groups are to each other is their own affair. */
export const groups: GoalRow = {
  doc: 'every group together in itself',
  fields: GOAL_FIELDS,
  isMet(net) {
    const { s, rules } = net;
    const { groups: count, sums } = rules.layout;
    for (let g = 0; g < count; g++) {
      const at = sums + g * 3;
      if (s[at + 2] > 0 && !isCoherent(s[at], s[at + 1], s[at + 2], rules.target)) return false;
    }
    return true;
  },
};
