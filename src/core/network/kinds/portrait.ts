import { bondBetween, chordAngle } from '../network.ts';
import type { KindRow } from './kind.ts';

/** The installation as its visitors make it: it takes on whoever around it was touched last, and keeps that. */
export const portrait: KindRow = {
  code: 11,
  doc: 'shaped by visitors: shows how the one of its neighbours who was touched last stood then, until the next',
  counted: false,
  touchable: false,
  emit: 64,
  feel: 0,
  words: 1, // whom it shows, + 1; 0 for nobody yet
  tick(net, { node }) {
    const { s } = net;
    const { rhythm, base } = net.rules.layout;
    s[rhythm + node] = 0;
    s[base + node] = 0;
  },
  onAct(net, { node, block }, at) {
    const { s } = net;
    const { phase, part, pull, counted } = net.rules.layout;
    const e = bondBetween(net, node, at);
    if (e < 0 || s[pull + e] === 0 || s[counted + at] === 0) return;
    // Their angle in the chord, so that a portrait in another part means the same thing by it.
    s[phase + node] = (chordAngle(net, at) + s[part + node]) | 0;
    s[block] = at + 1;
  },
};
