import { TICK } from '../layout.ts';
import { endOf } from '../network.ts';
import type { KindRow } from './kind.ts';

/** Takes a little of each person it is bonded to, for good, until the bond is cut: about 0.9 % a second. */
const EVERY_TICKS = 12;
const TAKES = 30;

export const buyer: KindRow = {
  code: 8,
  doc: 'off the map; wears away the authenticity of those it is bonded to until the bond is cut',
  counted: false,
  touchable: false,
  offMap: true,
  emit: 32,
  feel: 0,
  tick(net, { node }) {
    const { s } = net;
    if (s[TICK] % EVERY_TICKS !== 0) return;
    const { from, to, pull, bonds, loss } = net.rules.layout;
    for (let e = 0; e < bonds; e++) {
      if (s[pull + e] !== 0 && (s[from + e] === node || s[to + e] === node)) s[loss + endOf(net, e, node)] += TAKES;
    }
  },
};
