import { isShielded, type Network } from '../network.ts';
import type { PlacedHazard } from '../rules.ts';
import { giveScore } from '../scores.ts';
import { isGathered } from '../tools/workshop.ts';
import type { HazardRow } from './hazard.ts';
import { isCounted, pickNode } from './pick.ts';
import { beginClock, keepTime, STRIKE_FIELDS } from './strike.ts';

/**
 * The same opening-up is held against one table and counted in favour of another. A hand laid on anybody of `from` costs all
 * of them a little; by the clock somebody of `from` is named, and then a good deal is said behind their back. Who is shielded
 * or sits in a workshop when it comes is not talked about.
 */
export const whispers: HazardRow = {
  doc: 'moves points from one group to another: a little at each hand laid on the first, more from a named one of them',
  fields: {
    every: { ...STRIKE_FIELDS.every, least: 2 },
    first: STRIKE_FIELDS.first,
    tell: { ...STRIKE_FIELDS.tell, least: 1.5, otherwise: 2 },
    from: { unit: 'group', least: 0, most: 7, otherwise: 0, doc: 'the group it is said about' },
    to: { unit: 'group', least: 0, most: 7, otherwise: 1, doc: 'the group it is said to' },
    points: { unit: 'points', least: 1, most: 99, otherwise: 24, doc: 'points a whisper takes from the one it names' },
    slip: {
      unit: 'points',
      least: 0,
      most: 40,
      otherwise: 3,
      doc: 'points each of the group loses when a hand is laid on one of them',
    },
  },
  words: 2,
  names: 'node',
  begin: beginClock,
  tick: (net, hazard, heard) =>
    keepTime(net, hazard, heard, {
      pick: () => pickNode(net, (at, i) => isCounted(at, i) && sitsAt(at, i, hazard.values.from) && wears(at, i)),
      strike(_, i) {
        if (isShielded(net, i) || isGathered(net, i)) return false;
        const taken = -giveScore(net, i, -hazard.values.points);
        if (taken === 0) return false;
        shareOut(net, hazard, taken);
        heard('scoreMoved', i, -taken);
        return true;
      },
    }),
  onAct(net, hazard, at, heard) {
    const { from, slip } = hazard.values;
    if (slip === 0 || !sitsAt(net, at, from) || !isCounted(net, at)) return;
    let taken = 0;
    for (let i = 0; i < net.rules.layout.nodes; i++) {
      if (sitsAt(net, i, from) && isCounted(net, i)) taken -= giveScore(net, i, -slip);
    }
    if (taken === 0) return;
    shareOut(net, hazard, taken);
    heard('scoreMoved', at, -taken);
  },
};

function sitsAt(net: Network, i: number, group: number): boolean {
  return net.s[net.rules.layout.group + i] === group;
}

function wears(net: Network, i: number): boolean {
  return net.s[net.rules.layout.score + i] >= 0;
}

/** What was taken goes to those of the other group in equal shares; what they have no room for is lost. */
function shareOut(net: Network, hazard: PlacedHazard, taken: number): void {
  const { nodes } = net.rules.layout;
  const { to } = hazard.values;
  let many = 0;
  for (let i = 0; i < nodes; i++) if (sitsAt(net, i, to) && isCounted(net, i) && wears(net, i)) many++;
  if (many === 0) return;
  const each = Math.floor(taken / many);
  for (let i = 0; i < nodes; i++) if (sitsAt(net, i, to) && isCounted(net, i)) giveScore(net, i, each);
}
