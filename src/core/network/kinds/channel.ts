import { listen } from './listen.ts';
import type { KindRow } from './kind.ts';

/** Gathers the people it is bonded to and gives back their mean, at once and three times as loud. */
export const channel: KindRow = {
  code: 6,
  doc: 'gathers those it is bonded to and gives back their mean, three times as loud',
  counted: false,
  touchable: false,
  emit: 96,
  feel: 0,
  tick(net, { node }) {
    const { s } = net;
    const { phase, rhythm, base } = net.rules.layout;
    s[phase + node] = listen(net, node) ?? s[phase + node];
    s[rhythm + node] = 0;
    s[base + node] = 0;
  },
};
