import { GOAL_FIELDS, type GoalRow } from '../../../../../src/core/network/goals/goal.ts';
import { chordAngle, gather } from '../../../../../src/core/network/network.ts';
import { size } from '../../../../../src/core/math/turn.ts';

/** An eighth of a turn from the mean is near enough. */
const NEAR = 0x2000_0000;

export const quorum: GoalRow = {
  doc: 'a number of people near the mean; the others may stand where they like',
  fields: {
    ...GOAL_FIELDS,
    of: { unit: 'count', least: 1, most: 64, otherwise: 3, doc: 'how many' },
  },
  isMet(net) {
    const { s, rules } = net;
    const { nodes, counted } = rules.layout;
    const { angle } = gather(net, (i) => s[counted + i] === 1);
    let near = 0;
    for (let i = 0; i < nodes; i++) {
      if (s[counted + i] === 1 && size((chordAngle(net, i) - angle) | 0) <= NEAR) near++;
    }
    return near >= rules.goal.values.of;
  },
};
