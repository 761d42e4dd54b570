import { BOND } from '../layout.ts';
import { refreshBond } from '../network.ts';
import type { ToolRow } from './tool.ts';

/** Opens or shuts a door: all the bonds that go through it at once. Shut, they neither pull nor change. */
export const door: ToolRow = {
  code: 12,
  doc: 'open or shut a door: all bonds through it, at once',
  takes: ['door'],
  cost: 5,
  cooldown: 1,
  apply(net, _tool, { a }) {
    const { s } = net;
    const { bonds, door: throughDoor, state } = net.rules.layout;
    for (let e = 0; e < bonds; e++) {
      if (s[throughDoor + e] !== a + 1) continue;
      s[state + e] ^= BOND.shut;
      refreshBond(net, e);
    }
  },
};
