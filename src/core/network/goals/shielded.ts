import { isCoherent } from '../measure.ts';
import { gather, isShielded } from '../network.ts';
import { GOAL_FIELDS, type GoalRow } from './goal.ts';

/** The room holds while a number of people stay behind a closed door. Only those outside are measured. */
export const shielded: GoalRow = {
  doc: 'all who are not shielded together, while a number of people stay shielded',
  fields: {
    ...GOAL_FIELDS,
    behind: { unit: 'count', least: 1, most: 16, otherwise: 1, doc: 'how many must be shielded at once' },
  },
  isMet(net) {
    const { s, rules } = net;
    const { nodes, counted } = rules.layout;
    let behind = 0;
    for (let i = 0; i < nodes; i++) if (s[counted + i] === 1 && isShielded(net, i)) behind++;
    if (behind < rules.goal.values.behind) return false;
    const { x, y, n } = gather(net, (i) => s[counted + i] === 1 && !isShielded(net, i));
    return isCoherent(x, y, n, rules.target);
  },
};
