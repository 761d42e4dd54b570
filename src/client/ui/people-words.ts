// What is said of a person, a bond and a door: in the lists, at the hand, on the picture. No markup here, and no rule.

import { TICKS_PER_SECOND } from '../../core/math/turn.ts';
import { touchesLeft } from '../../core/network/acts.ts';
import { speaker } from '../../core/network/goals/rounds.ts';
import { namedToShield } from '../../core/network/goals/shielded.ts';
import { arriving } from '../../core/network/hazards/arrivals.ts';
import { kindName } from '../../core/network/kinds/table.ts';
import type { Network } from '../../core/network/network.ts';
import { forecast, lensOf, scoreOf } from '../../core/network/scores.ts';
import type { ToolId } from '../../core/network/tools/table.ts';
import { workshops, wouldGather } from '../../core/network/tools/workshop.ts';
import {
  bondEnds,
  bondState,
  degrees,
  doorName,
  holdOf,
  intervalWanted,
  isDoorShut,
  isWrong,
  namedByHazards,
  nodeState,
  offBy,
  phages,
  shieldOf,
  standing,
  tagOf,
  trustOf,
  type BondState,
  type NodeState,
  type Standing,
  type Target,
} from '../reading.ts';
import { whyApart, type Why } from '../why.ts';
import { COMING, KIND_WORDS, WHY_WORDS } from '../words/network.ts';
import { tenths } from './times.ts';

const NODE_WORDS: Readonly<Record<NodeState, string>> = {
  free: 'turning',
  partial: 'near',
  fractured: 'torn',
  inTune: 'in tune',
};
const BOND_WORDS: Readonly<Record<BondState, string>> = {
  whole: 'whole',
  inverted: 'inverted',
  cut: 'cut',
  shut: 'behind a shut door',
  foreign: 'foreign',
  tied: 'tied',
};

export function targetName(net: Network, target: Target): string {
  if (target.kind === 'node') return net.rules.names[target.id] ?? 'nobody';
  if (target.kind === 'door') return doorName(net, target.id);
  const [a, b] = bondEnds(net, target.id);
  return `${net.rules.names[a]} – ${net.rules.names[b]}`;
}

/** As in the picture: “3”, or “L3 – M1”. */
export function targetTag(net: Network, target: Target): string {
  if (target.kind === 'node') return tagOf(net, target.id);
  if (target.kind === 'door') return '';
  return bondEnds(net, target.id)
    .map((i) => tagOf(net, i))
    .join(' – ');
}

/** What stands at a group in the picture: its name, and where a chord wants it, its angle. */
export function groupWords(net: Network, group: number): string {
  const { level } = net.rules;
  const { name, part } = level.groups[group];
  return level.goal.kind === 'chord' ? `${name} ${Math.round((part ?? 0) * 360)}°` : name;
}

export function nodeWords(net: Network, stands: Standing, i: number): string {
  const state = nodeState(net, stands, i);
  const off = offBy(net, stands, i);
  const kind = kindWords(net, i);
  const said: string[] = kind === '' ? [NODE_WORDS[state]] : [kind, NODE_WORDS[state]];
  const score = scoreOf(net, i);
  if (score !== null) said.push(`number ${score}`);
  if (state !== 'inTune') said.push(`${Math.abs(off)}° off`);
  const why = whyApart(net, stands, i);
  if (why !== null) said.push(whyWords(why));
  const hold = holdOf(net, i);
  if (hold !== null) said.push(hold.by === 'anchor' ? `held ${tenths(hold.left)} s` : `pinned ${tenths(hold.left)} s`);
  const shield = shieldOf(net, i);
  if (shield !== null) said.push(`shielded ${tenths(shield.left)} s`);
  else if (namedToShield(net).includes(i)) said.push('asked behind a shield');
  const lens = lensOf(net, i);
  if (lens !== null) said.push(`under the lens ${tenths(lens.left)} s, in 2 s at ${clock(inTwoSeconds(net, i))}`);
  const table = workshops(net).find(({ members }) => members.includes(i));
  if (table !== undefined) said.push(`${table.host === i ? 'hosts' : 'sits in'} a workshop ${tenths(table.left)} s`);
  const left = touchesLeft(net, i);
  if (left !== null)
    said.push(left === 0 ? 'has had enough hands' : `${left} ${left === 1 ? 'touch' : 'touches'} left`);
  if (net.s[net.rules.layout.agitation + i] > 8192) said.push('restless');
  if (phages(net).includes(i)) said.push('a phage is here');
  if (speaker(net)?.node === i) said.push('speaks');
  for (const named of namedByHazards(net))
    if (named.on === 'node' && named.id === i) said.push(COMING[named.hazard]?.brief ?? `${named.hazard} comes`);
  return said.join(', ');
}

const AHEAD_TICKS = 2 * TICKS_PER_SECOND;

function inTwoSeconds(net: Network, i: number): number {
  return forecast(net, i, AHEAD_TICKS);
}

/** What kind of person, or thing, this is; empty for a plain one. */
function kindWords(net: Network, i: number): string {
  return KIND_WORDS[kindName(net.s[net.rules.layout.kind + i])];
}

/** Why somebody does not come to stand with the others. */
export function whyWords(why: Why): string {
  return why.kind === 'quiet' ? `heard too quietly: ${why.score}` : WHY_WORDS[why.kind];
}

/** Who is still on the way, and for how long. */
export function comingWords(net: Network): readonly { readonly node: number; readonly words: string }[] {
  return arriving(net).map(({ node, left }) => ({
    node,
    words: `${net.rules.names[node]}, here in ${Math.ceil(left / TICKS_PER_SECOND)} s`,
  }));
}

/** What the tool in hand would do where the cursor stands, where that is more than its name says. */
export function foretold(net: Network, tool: ToolId | null, target: Target): string {
  if (target.kind !== 'node') return '';
  if (tool === 'workshop') {
    const who = wouldGather(net, target.id).map((i) => net.rules.names[i]);
    return who.length < 3 ? '' : `Would sit down: ${who.join(', ')}.`;
  }
  if (tool === 'lens') return `In 2 s, if it goes on so: at ${clock(inTwoSeconds(net, target.id))}.`;
  return '';
}

export function bondWords(net: Network, e: number): string {
  const state = bondState(net, e);
  const said = [BOND_WORDS[state]];
  if (state === 'whole' || state === 'tied') said.push(`trust ${Math.round(trustOf(net, e) * 100)}\u00a0%`);
  if (net.rules.slots['interval'] !== undefined) {
    const wanted = isWrong(net, e) ? `, wants ${(intervalWanted(net, e) + 360) % 360}°` : '';
    said.push(`at ${clock(net.s[net.rules.layout.interval + e])}${wanted}`);
  }
  for (const named of namedByHazards(net))
    if (named.on === 'bond' && named.id === e) said.push(COMING[named.hazard]?.brief ?? `${named.hazard} comes`);
  return said.join(', ');
}

export function targetWords(net: Network, target: Target): string {
  if (target.kind === 'node') return nodeWords(net, standing(net), target.id);
  if (target.kind === 'bond') return bondWords(net, target.id);
  return isDoorShut(net, target.id) ? 'shut, a press opens it' : 'open, a press shuts it';
}

/** As on a clock face: twelve is up. */
export function clock(angle: number): string {
  return `${(degrees(angle) + 360) % 360}°`;
}
