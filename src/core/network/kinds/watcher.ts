import { ALARM } from '../layout.ts';
import { bondBetween, isShielded } from '../network.ts';
import type { KindRow } from './kind.ts';

/** What is done to those it is bonded to, it sees, unless they are shielded or the bond is cut; enforcers come the sooner. */
export const watcher: KindRow = {
  code: 7,
  doc: 'sees every act on those it is bonded to, and calls enforcers',
  counted: false,
  touchable: false,
  emit: 0,
  feel: 0,
  onAct(net, { node }, at, heard) {
    const e = bondBetween(net, node, at);
    if (e < 0 || net.s[net.rules.layout.pull + e] === 0 || isShielded(net, at)) return;
    net.s[ALARM]++;
    heard('seen', node, at);
  },
};
