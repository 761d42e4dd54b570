import { endOf, isSeenBond, isShielded, touches, type Network } from '../network.ts';
import type { HazardRow } from './hazard.ts';
import { isCounted, pickNode } from './pick.ts';
import { beginClock, keepTime, STRIKE_FIELDS, type Strike } from './strike.ts';

const FULL = 32768;

/** A wave of noise that starts at a named person and takes the neighbours along. Who is shielded is spared. */
export const surge: HazardRow = {
  doc: 'agitates a named node and its neighbours to the full, but for the shielded',
  fields: { ...STRIKE_FIELDS, tell: { ...STRIKE_FIELDS.tell, otherwise: 1.5 } },
  words: 2,
  names: 'node',
  begin: beginClock,
  tick: (net, hazard, heard) => keepTime(net, hazard, heard, STRIKE),
};

const STRIKE: Strike = {
  pick: (net) => pickNode(net, isCounted),
  strike(net, i) {
    const { bonds } = net.rules.layout;
    stir(net, i);
    for (let e = 0; e < bonds; e++) if (touches(net, e, i) && isSeenBond(net, e)) stir(net, endOf(net, e, i));
    return true;
  },
};

export function stir(net: Network, i: number): void {
  if (!isShielded(net, i)) net.s[net.rules.layout.agitation + i] = FULL;
}
