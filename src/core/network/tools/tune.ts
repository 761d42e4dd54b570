import { fromByte } from '../../math/turn.ts';
import { weigh } from '../acts.ts';
import { HOLDER } from '../layout.ts';
import type { Network } from '../network.ts';
import type { ToolRow } from './tool.ts';

/** Each tune weighs this on everyone: a room that is turned by hand, hand by hand, is nobody's room any more. */
const WEIGHT = 8;

/** Turn a hand, and let its rhythm rest for a few seconds in the rhythm of its group; its own comes back by itself. */
export const tune: ToolRow = {
  code: 1,
  doc: 'turn one hand to an angle and rest its rhythm in its group’s for a few seconds',
  takes: ['node', 'angle'],
  cost: 9,
  cooldown: 0.25,
  refuse: (net, _tool, { a }) => (net.s[net.rules.layout.holder + a] === HOLDER.nobody ? null : 'held'),
  apply(net, _tool, { a, b }) {
    const { phase, rhythm } = net.rules.layout;
    net.s[phase + a] = fromByte(b);
    net.s[rhythm + a] = groupRhythm(net, a);
    weigh(net, WEIGHT);
  },
};

/** Mean of the group's own rhythms. Recomputed, not stored: people change seats. */
function groupRhythm(net: Network, a: number): number {
  const { s } = net;
  const { nodes, group, base, counted } = net.rules.layout;
  let sum = 0;
  let n = 0;
  for (let i = 0; i < nodes; i++) {
    if (s[group + i] !== s[group + a] || s[counted + i] === 0) continue;
    sum += s[base + i];
    n++;
  }
  return n > 0 ? Math.floor(sum / n) : s[base + a];
}
