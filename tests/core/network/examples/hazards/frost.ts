import type { HazardRow } from '../../../../../src/core/network/hazards/hazard.ts';
import { isWholeAndSeen, pickBond } from '../../../../../src/core/network/hazards/pick.ts';
import { beginClock, keepTime, STRIKE_FIELDS, type Strike } from '../../../../../src/core/network/hazards/strike.ts';

/** What two people had built up between them is gone at a stroke. */
export const frost: HazardRow = {
  doc: 'takes a bond’s trust back to where it began',
  fields: STRIKE_FIELDS,
  words: 2,
  names: 'bond',
  begin: beginClock,
  tick: (net, hazard, heard) => keepTime(net, hazard, heard, STRIKE),
};

const STRIKE: Strike = {
  pick: (net) => pickBond(net, isWholeAndSeen),
  strike(net, e) {
    if (!isWholeAndSeen(net, e)) return false;
    const { trust, floor } = net.rules.layout;
    net.s[trust + e] = net.s[floor + e];
    return true;
  },
};
