import { isCoherent } from '../measure.ts';
import { cosine, sine } from '../../math/sine.ts';
import { TICK } from '../layout.ts';
import type { Network } from '../network.ts';
import { GOAL_FIELDS, type GoalRow } from './goal.ts';

/** The room holds while a number of people, or those who are named, stay behind a closed door. Only those outside are measured. */
export const shielded: GoalRow = {
  doc: 'all who are not shielded together, while a number of people, or the named ones, stay shielded',
  fields: {
    ...GOAL_FIELDS,
    behind: { unit: 'count', least: 0, most: 16, otherwise: 1, doc: 'how many must be shielded at once' },
  },
  who: 'who has to be among the shielded',
  problem: ({ behind = 1, who = [] }, asked) =>
    Math.max(Number(behind), typeof who === 'object' ? who.length : 0) >= asked
      ? {
          path: Number(behind) >= asked ? 'behind' : 'who',
          reason: `somebody has to stay outside, and only ${asked} are asked for`,
        }
      : null,
  isMet(net) {
    const { s, rules } = net;
    const { nodes, counted, shieldedUntil, phase, part } = rules.layout;
    const now = s[TICK];
    for (const i of rules.goal.who) if (s[shieldedUntil + i] <= now) return false;
    let behind = 0;
    let x = 0;
    let y = 0;
    let n = 0;
    for (let i = 0; i < nodes; i++) {
      if (s[counted + i] === 0) continue;
      if (s[shieldedUntil + i] > now) {
        behind++;
        continue;
      }
      const angle = (s[phase + i] - s[part + i]) | 0;
      x += cosine(angle) >> 16;
      y += sine(angle) >> 16;
      n++;
    }
    return behind >= rules.goal.values.behind && isCoherent(x, y, n, rules.target);
  },
};

/** Whom the goal wants shielded by name; empty where any will do. */
export function namedToShield(net: Network): readonly number[] {
  return net.rules.goal.who;
}
