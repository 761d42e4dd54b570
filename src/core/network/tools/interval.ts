import { fromByte } from '../../math/turn.ts';
import { BOND } from '../layout.ts';
import type { ToolRow } from './tool.ts';

/** Sets the angle at which the two ends of a bond agree. Set wrong, it keeps pulling apart two who stand right. */
export const interval: ToolRow = {
  code: 8,
  doc: 'set the angle at which the two ends of a bond agree',
  takes: ['bond', 'angle'],
  cost: 7,
  cooldown: 0.5,
  refuse(net, _tool, { a, b }) {
    const { layout } = net.rules;
    if ((net.s[layout.state + a] & BOND.foreign) !== 0) return 'noSuchBond';
    return net.s[layout.interval + a] === fromByte(b) ? 'alreadySet' : null;
  },
  apply(net, _tool, { a, b }) {
    net.s[net.rules.layout.interval + a] = fromByte(b);
  },
};
