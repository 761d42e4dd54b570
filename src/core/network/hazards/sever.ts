import { BOND } from '../layout.ts';
import { refreshBond } from '../network.ts';
import type { HazardRow } from './hazard.ts';
import { isWholeAndSeen, pickBond } from './pick.ts';
import { beginClock, keepTime, STRIKE_FIELDS, type Strike } from './strike.ts';

/** A bond is cut, and carries nothing, until it is mended. */
export const sever: HazardRow = {
  doc: 'cuts a bond: it carries nothing until mended',
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
    net.s[net.rules.layout.state + e] |= BOND.cut;
    refreshBond(net, e);
    return true;
  },
};
