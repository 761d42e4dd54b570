// Using a tool: asked first, then done. `refusal` is what previews and disabled buttons call; `act` calls the same.

import { q15 } from '../math/turn.ts';
import { ENERGY, LAST_ARGS, LAST_TICK, LAST_TOOL, LOAD, OUTCOME, TICK } from './layout.ts';
import { isLate, isNode, isSeenBond, type Network } from './network.ts';
import { KINDS_BY_CODE } from './kinds/table.ts';
import type { OfferedTool } from './rules.ts';
import type { Aim } from './tools/tool.ts';
import type { Heard, Refusal, Target } from './vocabulary.ts';

export function refusal(net: Network, id: string, aim: Aim): Refusal | null {
  if (net.s[OUTCOME] !== 0) return 'networkOver';
  const slot = net.rules.slots[id];
  if (slot === undefined) return 'notOffered';
  const tool = net.rules.tools[slot];
  return (
    badTarget(net, tool, aim) ??
    tool.row.refuse?.(net, tool, aim) ??
    (net.s[net.rules.layout.ready + slot] > net.s[TICK] ? 'coolingDown' : null) ??
    (net.s[ENERGY] < tool.cost ? 'notEnoughEnergy' : null)
  );
}

/** Does it, or says why not and changes nothing. */
export function act(net: Network, id: string, aim: Aim, heard: Heard): Refusal | null {
  const no = refusal(net, id, aim);
  if (no !== null) return no;
  const { s, rules } = net;
  const slot = rules.slots[id];
  const tool = rules.tools[slot];
  s[ENERGY] -= tool.cost;
  s[rules.layout.ready + slot] = s[TICK] + tool.cooldown;
  heard('toolUsed', slot, aim.a);
  if (tool.row.unechoed === undefined) remember(net, slot, aim);
  tool.row.apply(net, tool, aim, heard);
  const { takes, reachesFar } = tool.row;
  if (takes[0] === 'node') touch(net, aim.a, heard);
  // What travels along bonds is let go at `a`; no hand touches `b`.
  if (takes[1] === 'node' && reachesFar === undefined) touch(net, aim.b, heard);
  return null;
}

/** A hand was laid on a node: who watches sees it, who is bent by a hazard may feel it. */
function touch(net: Network, i: number, heard: Heard): void {
  countTouch(net, i, heard);
  for (const placed of net.rules.kinds) placed.row.onAct?.(net, placed, i, heard);
  for (const hazard of net.rules.hazards) hazard.row.onAct?.(net, hazard, i, heard);
}

/** A touch too many takes this much of a person, for good. */
const OVERTOUCHED = q15(0.04);

/** Where people allow only so many hands, each further one costs the one it is laid on. */
function countTouch(net: Network, i: number, heard: Heard): void {
  const { s, rules } = net;
  const { touched, loss, counted } = rules.layout;
  if (rules.touches < 0 || s[counted + i] === 0) return;
  s[touched + i]++;
  if (s[touched + i] <= rules.touches) return;
  s[loss + i] += OVERTOUCHED;
  heard('overtouched', i, s[touched + i]);
}

/** How many hands may still be laid on somebody before it costs them; null where nobody counts. */
export function touchesLeft(net: Network, i: number): number | null {
  const { touched, counted } = net.rules.layout;
  if (net.rules.touches < 0 || net.s[counted + i] === 0) return null;
  return Math.max(0, net.rules.touches - net.s[touched + i]);
}

/** The last act, for the echo. */
function remember(net: Network, slot: number, aim: Aim): void {
  const { s } = net;
  s[LAST_TOOL] = slot + 1;
  s[LAST_ARGS] = aim.a;
  s[LAST_ARGS + 1] = aim.b;
  s[LAST_ARGS + 2] = aim.c;
  s[LAST_TICK] = s[TICK];
}

const ARGUMENTS = ['a', 'b', 'c'] as const;

/** Whether each argument points at something a hand can reach; without energy and cooldown, for the echo asks it too. */
export function badTarget(net: Network, tool: OfferedTool, aim: Aim): Refusal | null {
  const { takes } = tool.row;
  for (let k = 0; k < 3; k++) {
    const value = aim[ARGUMENTS[k]];
    const no = k < takes.length ? badArgument(net, tool, takes[k], value) : value === 0 ? null : 'noSuchAngle';
    if (no !== null) return no;
  }
  return takes[1] === 'node' && aim.a === aim.b ? 'sameNode' : null;
}

function badArgument(net: Network, tool: OfferedTool, target: Target, value: number): Refusal | null {
  // Nothing lies between two nodes: a fraction points at nobody, whoever sends it.
  const points = Number.isInteger(value);
  switch (target) {
    case 'node':
      if (!points || !isSeenNode(net, value)) return 'noSuchNode';
      return tool.row.reachesFar || kindOf(net, value).touchable ? null : 'outOfReach';
    case 'bond':
      return points && isSeenBond(net, value) ? null : 'noSuchBond';
    case 'door':
      return points && value >= 0 && value < net.rules.doors.length ? null : 'noSuchDoor';
    case 'angle':
      return points && value >= 0 && value < 256 ? null : 'noSuchAngle';
  }
}

export function kindOf(net: Network, i: number) {
  return KINDS_BY_CODE[net.s[net.rules.layout.kind + i]];
}

/** Somebody off the map is nobody to point at until a bond of theirs is seen, and somebody on the way until they are here. */
export function isSeenNode(net: Network, i: number): boolean {
  if (!isNode(net, i) || isLate(net, i)) return false;
  if (!kindOf(net, i).offMap) return true;
  const { s } = net;
  const { from, to, bonds } = net.rules.layout;
  for (let e = 0; e < bonds; e++) if ((s[from + e] === i || s[to + e] === i) && isSeenBond(net, e)) return true;
  return false;
}

/** What an override weighs on everyone, as a share in thousandths; wears off in a minute or two. */
export function weigh(net: Network, thousandths: number): void {
  net.s[LOAD] += Math.floor((thousandths * 0x100_0000) / 1000);
}
