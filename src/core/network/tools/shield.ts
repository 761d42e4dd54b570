import { TICK } from '../layout.ts';
import { isShielded, noteTimer, refreshBondsOf } from '../network.ts';
import type { ToolRow } from './tool.ts';

/** Closes a node off, both ways: safe, and out of the conversation. */
export const shield: ToolRow = {
  code: 5,
  doc: 'close one node off for a while: nothing reaches it, and it reaches nobody',
  takes: ['node'],
  cost: 10,
  cooldown: 1,
  seconds: 4,
  refuse: (net, _tool, { a }) => (isShielded(net, a) ? 'alreadyShielded' : null),
  apply(net, tool, { a }) {
    const { s } = net;
    const until = s[TICK] + tool.ticks;
    s[net.rules.layout.shieldedUntil + a] = until;
    noteTimer(net, until);
    refreshBondsOf(net, a);
  },
};
