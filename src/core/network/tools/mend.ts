import { BOND } from '../layout.ts';
import { refreshBond, releaseBond } from '../network.ts';
import type { ToolRow } from './tool.ts';

/** Puts a broken bond right: joins what was cut, turns what was inverted. A foreign bond, once seen, is cut for good. */
export const mend: ToolRow = {
  code: 7,
  doc: 'join a cut bond, turn an inverted one right, or cut a foreign one that was revealed',
  takes: ['bond'],
  cost: 9,
  cooldown: 0.5,
  refuse(net, _tool, { a }) {
    const state = net.s[net.rules.layout.state + a];
    return (state & (BOND.cut | BOND.flipped | BOND.foreign)) === 0 ? 'notBroken' : null;
  },
  apply(net, _tool, { a }, heard) {
    const { s, rules } = net;
    const { state, trust } = rules.layout;
    if ((s[state + a] & BOND.foreign) !== 0) {
      heard('foreignCut', s[rules.layout.from + a], s[rules.layout.to + a]);
      releaseBond(net, a);
      return;
    }
    s[state + a] &= ~(BOND.cut | BOND.flipped);
    if (s[trust + a] < rules.trust) s[trust + a] = rules.trust;
    refreshBond(net, a);
    heard('bondMended', a, 0);
  },
};
