import { listen } from './listen.ts';
import type { KindRow } from './kind.ts';

/** A second late. The block is a ring of what reached it, one angle a tick, after one word for where the ring stands. */
const DELAY = 120;

export const mirror: KindRow = {
  code: 5,
  doc: 'gives back what its neighbours showed it a second ago',
  counted: false,
  touchable: false,
  emit: 64,
  feel: 0,
  words: DELAY + 1,
  begin(net, { node, block }) {
    net.s.fill(net.s[net.rules.layout.phase + node], block + 1, block + 1 + DELAY);
  },
  tick(net, { node, block }) {
    const { s } = net;
    const at = block + 1 + s[block];
    const { phase, rhythm, base } = net.rules.layout;
    const now = listen(net, node);
    s[phase + node] = s[at];
    s[rhythm + node] = 0;
    s[base + node] = 0;
    s[at] = now ?? s[at];
    s[block] = (s[block] + 1) % DELAY;
  },
};
