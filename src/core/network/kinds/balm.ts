import { TICK } from '../layout.ts';
import type { KindRow } from './kind.ts';
import { beginRing, forLookers, giveBack } from './reflect.ts';

/** Three seconds late: time to have become somebody else. */
const DELAY = 360;
/** Ten times a second: a sixteenth of the agitation of who looks at it goes, and this much of what they lost comes back. */
const EVERY_TICKS = 12;
const CALMS = 4;
const GIVES = 12;

/** The installation as a place to mend. What was lost comes back only to who agrees with what they see: about 0.4 % a second. */
export const balm: KindRow = {
  code: 10,
  doc: 'a mirror that heals: three seconds late, calms who looks at it, and slowly gives back what they lost of themselves',
  counted: false,
  touchable: false,
  emit: 64,
  feel: 0,
  words: DELAY + 1,
  begin: (net, placed) => beginRing(net, placed, DELAY),
  tick(net, placed) {
    const { s } = net;
    const { agitation, loss } = net.rules.layout;
    giveBack(net, placed, DELAY);
    if (s[TICK] % EVERY_TICKS !== 0) return;
    forLookers(net, placed.node, (i, agrees) => {
      s[agitation + i] -= s[agitation + i] >> CALMS;
      if (agrees > 0) s[loss + i] = s[loss + i] > GIVES ? s[loss + i] - GIVES : 0;
    });
  },
};
