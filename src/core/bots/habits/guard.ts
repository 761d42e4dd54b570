// Keeping people safe: shields where something is coming, doors against the weather.

import { cosine } from '../../math/sine.ts';
import { size, turnFrom } from '../../math/turn.ts';
import { NAMED } from '../../network/hazards/hazard.ts';
import { BOND } from '../../network/layout.ts';
import { chordAngle, isShielded, type Network } from '../../network/network.ts';
import { isGathered } from '../../network/tools/workshop.ts';
import { use } from '../bot.ts';
import { bearing, canAfford, groupStands, isCounted, namedNodes, pinnedNodes, SIXTH } from '../senses.ts';
import { WAIT, want, type Habit } from './habit.ts';

/** What a shield is no answer to: the slipping want a hand, and who is on the way is no danger. */
const UNSHIELDED: readonly string[] = ['drift', 'arrivals'];

export const shieldTheNamed: Habit = (net) => {
  const slot = net.rules.slots['shield'];
  if (slot === undefined) return null;
  for (const i of pinnedNodes(net)) return want(net, use('shield', i));
  for (const { node, left, hazard } of namedNodes(net)) {
    if (UNSHIELDED.includes(hazard.id) || isShielded(net, node) || isGathered(net, node)) continue;
    if (left < net.rules.tools[slot].ticks - 10) return want(net, use('shield', node));
  }
  return null;
};

/** For a goal that asks for some behind closed doors: once the others stand, close it on those who stand worst. */
export const shieldForTheGoal: Habit = (net) => {
  const { goal, layout, target } = net.rules;
  if (net.rules.level.goal.kind !== 'shielded' || net.rules.slots['shield'] === undefined) return null;
  const { off } = bearing(net);
  const outside: number[] = [];
  let behind = 0;
  for (let i = 0; i < layout.nodes; i++) {
    if (!isCounted(net, i)) continue;
    if (isShielded(net, i)) behind++;
    else outside.push(i);
  }
  const named = goal.who.filter((i) => !isShielded(net, i));
  if (named.length > 0) {
    const others = outside.filter((i) => !goal.who.includes(i));
    if (!standTogether(net, others, target)) return null;
    if (named.length === goal.who.length && !canAfford(net, 'shield', named.length)) return WAIT;
    return want(net, use('shield', named[0]));
  }
  if (behind >= goal.values.behind) return null;
  outside.sort((a, b) => off(b) - off(a) || a - b);
  const rest = outside.slice(goal.values.behind - behind);
  if (!standTogether(net, rest, target)) return null;
  if (behind === 0 && !canAfford(net, 'shield', goal.values.behind)) return WAIT;
  return want(net, use('shield', outside[0]));
};

function standTogether(net: Network, who: readonly number[], target: number): boolean {
  const { to } = bearing(net);
  let sum = 0;
  for (const i of who) sum += cosine((chordAngle(net, i) - to(i)) | 0) >> 16;
  return sum >= target * who.length;
}

export const mindTheDoors: Habit = (net) => {
  if (net.rules.slots['door'] === undefined) return null;
  const { s, rules } = net;
  const { bonds, door, state } = rules.layout;
  for (let d = 0; d < rules.doors.length; d++) {
    let shut = false;
    for (let e = 0; e < bonds; e++) if (s[door + e] === d + 1 && (s[state + e] & BOND.shut) !== 0) shut = true;
    const storm = rules.hazards.some((one) => one.id === 'storm' && s[one.block + NAMED] !== 0);
    if (storm) {
      if (!shut) return want(net, use('door', d));
      continue;
    }
    if (!shut) continue;
    const [one, other] = [groupStands(net, 0), groupStands(net, 1)];
    const settled = one.squared > 0.72 && other.squared > 0.72;
    if (settled && size(turnFrom(one.angle, other.angle)) < SIXTH) return want(net, use('door', d));
  }
  return null;
};
