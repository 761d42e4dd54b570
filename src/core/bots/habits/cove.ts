// What the Trust Coves teach: to sit people down whose scores lie far apart, to hear the quiet who are right, to know who is
// whispered about, and to be somebody for a portrait. All of it is on the screen: scores where they are shown, names ahead.

import { kindOf, refusal } from '../../network/acts.ts';
import { portrait } from '../../network/kinds/portrait.ts';
import { whispers } from '../../network/hazards/whispers.ts';
import { endOf, isSeenBond, touches, type Network } from '../../network/network.ts';
import { lensOf, scoreOf } from '../../network/scores.ts';
import { isGathered, wouldGather } from '../../network/tools/workshop.ts';
import { use } from '../bot.ts';
import { bearing, canAfford, isCounted, isFree, namedNodes, TWELFTH } from '../senses.ts';
import { want, type Habit } from './habit.ts';

/** Points, of score or of trust, that lie far enough apart to be worth a workshop. */
const UNEVEN = 35;
/** Who is below this is hardly heard. */
const QUIET = 45;

/** Whoever will be talked about sits in a workshop when it comes. */
export const gatherTheNamed: Habit = (net) => {
  const slot = net.rules.slots['workshop'];
  if (slot === undefined) return null;
  for (const { node, left, hazard } of namedNodes(net)) {
    if (hazard.row !== whispers || isGathered(net, node) || left > net.rules.tools[slot].ticks - 10) continue;
    for (const host of [node, ...neighboursOf(net, node)]) {
      if (!isFree(net, host) || !wouldGather(net, host).includes(node)) continue;
      const act = use('workshop', host);
      // A number is not worth standing about for.
      if (refusal(net, act.tool, act) === null) return act;
    }
  }
  return null;
};

export const gatherTheUneven: Habit = (net) => {
  if (net.rules.slots['workshop'] === undefined) return null;
  const host = unevenTables(net, 1)[0];
  if (host === undefined || !canAfford(net, 'workshop', 2)) return null;
  const act = use('workshop', host);
  return refusal(net, act.tool, act) === null ? act : null;
};

/** Hosts of workshops that could be held now with somebody astray in them, those first where most lies apart. */
export function unevenTables(net: Network, most: number): number[] {
  const { off } = bearing(net);
  const found: { host: number; apart: number }[] = [];
  for (let i = 0; i < net.rules.layout.nodes; i++) {
    if (!isFree(net, i) || isGathered(net, i)) continue;
    const members = wouldGather(net, i);
    if (!members.some((one) => off(one) > TWELFTH)) continue;
    const apart = Math.max(spread(members.flatMap((one) => scoreOf(net, one) ?? [])), spread(trustAmong(net, members)));
    if (apart >= UNEVEN) found.push({ host: i, apart });
  }
  found.sort((p, q) => q.apart - p.apart || p.host - q.host);
  return found.slice(0, most).map(({ host }) => host);
}

function spread(of: readonly number[]): number {
  return of.length < 2 ? 0 : Math.max(...of) - Math.min(...of);
}

/** Trust of the bonds among people as the picture draws it, 0 to 99. */
function trustAmong(net: Network, people: readonly number[]): number[] {
  const { s } = net;
  const { bonds, pull, from, to, trust } = net.rules.layout;
  const out: number[] = [];
  for (let e = 0; e < bonds; e++) {
    if (s[pull + e] === 0 || !isSeenBond(net, e)) continue;
    if (people.includes(s[from + e]) && people.includes(s[to + e])) out.push((s[trust + e] / 0x4000_0000) * 99);
  }
  return out;
}

export const hearTheQuiet: Habit = (net) => {
  if (net.rules.slots['lens'] === undefined) return null;
  const i = quietAndRight(net, 1)[0];
  return i === undefined ? null : want(net, use('lens', i));
};

/** Who stands right, is hardly heard, and has two or more around them who stand wrong. */
export function quietAndRight(net: Network, most: number): number[] {
  const { off } = bearing(net);
  const found: { who: number; worth: number }[] = [];
  for (let i = 0; i < net.rules.layout.nodes; i++) {
    const score = scoreOf(net, i);
    if (score === null || score >= QUIET || !isFree(net, i) || off(i) > TWELFTH || lensOf(net, i) !== null) continue;
    const astray = neighboursOf(net, i).filter((one) => isCounted(net, one) && off(one) > TWELFTH).length;
    if (astray >= 2) found.push({ who: i, worth: astray * (100 - score) });
  }
  found.sort((p, q) => q.worth - p.worth || p.who - q.who);
  return found.slice(0, most).map(({ who }) => who);
}

/** Whether a hand laid on somebody is held against their whole table. */
export function isWhisperedAbout(net: Network, i: number): boolean {
  return net.rules.hazards.some(
    ({ row, values }) =>
      row === whispers &&
      values.slip > 0 &&
      net.s[net.rules.layout.group + i] === values.from &&
      scoreOf(net, i) !== null,
  );
}

/** Neighbours of portraits that show the wrong thing: to turn one of them turns the portrait. */
export function sitters(net: Network, most: number): number[] {
  const { off } = bearing(net);
  const out: number[] = [];
  for (let i = 0; i < net.rules.layout.nodes; i++) {
    if (kindOf(net, i) !== portrait || off(i) <= TWELFTH) continue;
    const near = neighboursOf(net, i).filter((one) => isFree(net, one));
    near.sort((a, b) => off(b) - off(a) || a - b);
    out.push(...near.slice(0, 1));
  }
  return out.slice(0, most);
}

function neighboursOf(net: Network, i: number): number[] {
  const { bonds, pull } = net.rules.layout;
  const out: number[] = [];
  for (let e = 0; e < bonds; e++) {
    if (net.s[pull + e] !== 0 && isSeenBond(net, e) && touches(net, e, i)) out.push(endOf(net, e, i));
  }
  return out;
}
