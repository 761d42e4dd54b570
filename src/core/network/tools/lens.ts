import { TICK } from '../layout.ts';
import { isSeenAsTheyAre, noteTimer, refreshVoice } from '../network.ts';
import type { ToolRow } from './tool.ts';

/** The Life Palette. Who is looked at through it is heard as anybody is, and where they are going can be seen (forecast). */
export const lens: ToolRow = {
  code: 14,
  doc: 'see one person as they are for a while: heard at full voice whatever their score, and where they are going',
  takes: ['node'],
  cost: 6,
  cooldown: 2,
  seconds: 6,
  refuse: (net, _tool, { a }) => (isSeenAsTheyAre(net, a) ? 'alreadySet' : null),
  apply(net, tool, { a }) {
    const { s } = net;
    const until = s[TICK] + tool.ticks;
    s[net.rules.layout.lensUntil + a] = until;
    noteTimer(net, until);
    refreshVoice(net, a);
  },
};
