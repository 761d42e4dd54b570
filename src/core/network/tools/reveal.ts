import { BOND } from '../layout.ts';
import { touches } from '../network.ts';
import type { ToolRow } from './tool.ts';

/** Shows for good what hidden bonds end at a node. Looking costs the same when there was nothing to see. */
export const reveal: ToolRow = {
  code: 10,
  doc: 'show for good the hidden bonds that end at a node',
  takes: ['node'],
  cost: 8,
  cooldown: 1,
  apply(net, _tool, { a }, heard) {
    const { s } = net;
    const { bonds, state } = net.rules.layout;
    let found = 0;
    for (let e = 0; e < bonds; e++) {
      if (!touches(net, e, a) || (s[state + e] & BOND.hidden) === 0) continue;
      s[state + e] &= ~BOND.hidden;
      found++;
      heard('bondRevealed', e, a);
    }
    if (found === 0) heard('nothingHidden', a, 0);
  },
};
