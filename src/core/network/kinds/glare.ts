import { TICK } from '../layout.ts';
import type { KindRow } from './kind.ts';
import { beginRing, forLookers, giveBack } from './reflect.ts';

/** A second late, as a mirror is. */
const DELAY = 120;
/** Agitation, Q15, ten times a second: who looks at it and disagrees is beside themselves in about five seconds. */
const EVERY_TICKS = 12;
const STIRS = 1152;
const FULL = 32768;

/** The installation as a battleground: a mirror that shouts, and upsets whoever does not recognise themselves. */
export const glare: KindRow = {
  code: 9,
  doc: 'a mirror that amplifies: three times as loud, and agitates whoever looks at it and disagrees',
  counted: false,
  touchable: false,
  emit: 96,
  feel: 0,
  words: DELAY + 1,
  begin: (net, placed) => beginRing(net, placed, DELAY),
  tick(net, placed) {
    const { s } = net;
    const { agitation } = net.rules.layout;
    giveBack(net, placed, DELAY);
    if (s[TICK] % EVERY_TICKS !== 0) return;
    forLookers(net, placed.node, (i, agrees) => {
      if (agrees >= 0) return;
      const stirred = s[agitation + i] + STIRS;
      s[agitation + i] = stirred > FULL ? FULL : stirred;
    });
  },
};
