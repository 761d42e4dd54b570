// What misread and sever share: a whole bond that people see is named, and then broken in one way, until it is mended.

import { refreshBond } from '../network.ts';
import type { HazardRow } from './hazard.ts';
import { isWholeAndSeen, pickBond } from './pick.ts';
import { beginClock, keepTime, STRIKE_FIELDS, type Strike } from './strike.ts';

/** `bit` is the one of BOND's that it sets. */
export function breaksABond(doc: string, bit: number): HazardRow {
  const breaks: Strike = {
    pick: (net) => pickBond(net, isWholeAndSeen),
    strike(net, e) {
      if (!isWholeAndSeen(net, e)) return false;
      net.s[net.rules.layout.state + e] |= bit;
      refreshBond(net, e);
      return true;
    },
  };
  return {
    doc,
    fields: STRIKE_FIELDS,
    words: 2,
    names: 'bond',
    begin: beginClock,
    tick: (net, hazard, heard) => keepTime(net, hazard, heard, breaks),
  };
}
