import type { KindRow } from './kind.ts';
import { beginRing, giveBack } from './reflect.ts';

/** A second late. */
const DELAY = 120;

export const mirror: KindRow = {
  code: 5,
  doc: 'gives back what its neighbours showed it a second ago',
  counted: false,
  touchable: false,
  emit: 64,
  feel: 0,
  words: DELAY + 1,
  begin: (net, placed) => beginRing(net, placed, DELAY),
  tick: (net, placed) => giveBack(net, placed, DELAY),
};
