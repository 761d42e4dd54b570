import type { ToolRow } from '../../../../../src/core/network/tools/tool.ts';

/** Calms one node at once. */
export const hush: ToolRow = {
  code: 15,
  doc: 'calm one node at once',
  takes: ['node'],
  cost: 6,
  cooldown: 1,
  refuse: (net, _tool, { a }) => (net.s[net.rules.layout.agitation + a] === 0 ? 'alreadySet' : null),
  apply(net, _tool, { a }) {
    net.s[net.rules.layout.agitation + a] = 0;
  },
};
