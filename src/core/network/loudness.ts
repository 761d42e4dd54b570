// How loud it may ever get at a node, and whether a step can hold it. pullBonds and turnNodes multiply in 32 bits and do not
// look: a level that could overflow is refused here, by name, and then nothing in play can.

import { kindOf } from './acts.ts';
import { BOND } from './layout.ts';
import { LevelError } from './level.ts';
import { isBond, type Network } from './network.ts';
import type { OfferedTool } from './rules.ts';

/** A force is Q25 in an int32, so that 64 whole bonds at full trust, all one way, are one too many. */
const HEARD_MOST = 63;
/** Heard × pull × feel: what turnNodes multiplies, 2^13 to the whole bond, has to stay below 2^31. */
const TURN_MOST = 262_143;

export function refuseOverflow(net: Network): void {
  const { s, rules } = net;
  const { nodes, feel } = rules.layout;
  for (let i = 0; i < nodes; i++) {
    const gain = (rules.pull * s[feel + i]) >> 5;
    if (gain === 0) continue;
    const heard = loudestAt(net, i);
    const most = Math.min(HEARD_MOST, TURN_MOST / gain);
    if (heard <= most) continue;
    throw new LevelError(
      `${rules.level.id}: tooLoud: ${rules.names[i]} may come to hear ${heard}, and at this pull ${Math.floor(most)} is the most a step can hold`,
    );
  }
}

/**
 * The most a node may come to hear, in plain people: everybody it is bonded to (also by what is cut, shut or hidden now),
 * those who may be tied to it later, each at full voice (whatever their score) and as loud as hazards can make them; then the loudest of them held by as many
 * anchors as can hold at once; then one of them speaking, where the goal has speakers.
 */
export function loudestAt(net: Network, i: number): number {
  const { s, rules } = net;
  const { layout } = rules;
  const around = neighbours(net, i);
  const tied =
    !rules.tools.some((one) => one.row.ties !== undefined) || !kindOf(net, i).touchable
      ? []
      : loudestOthers(net, i, around);
  const raid = Math.max(1, ...rules.hazards.map((one) => one.row.louder ?? 1));
  const holders = rules.tools.filter((one) => one.row.louder !== undefined);
  const held = Math.max(1, ...holders.map((one) => one.row.louder ?? 1));
  const atOnce = holders.reduce((sum, one) => sum + mostAtOnce(net, one), 0);

  const each = [...around, ...tied].map((o) => ({
    usual: s[layout.voice + o] * (s[layout.counted + o] === 1 ? raid : 1),
    held: s[layout.voice + o] * (kindOf(net, o).touchable ? Math.max(held, raid) : 1),
    counted: s[layout.counted + o] === 1,
  }));
  each.sort((x, y) => y.held - y.usual - (x.held - x.usual));
  const loud = each.map((one, k) => ({ ...one, now: k < atOnce ? Math.max(one.usual, one.held) : one.usual }));
  const sum = loud.reduce((all, one) => all + one.now, 0);
  const speaks = (rules.goal.row.louder ?? 1) - 1;
  const loudest = Math.max(0, ...loud.filter((one) => one.counted).map((one) => Math.max(one.usual, one.held)));
  return (sum + speaks * loudest) / 32;
}

/** One entry a bond: who is bonded twice is heard twice. */
function neighbours(net: Network, i: number): number[] {
  const { s } = net;
  const { bonds, from, to } = net.rules.layout;
  const out: number[] = [];
  for (let e = 0; e < bonds; e++) {
    if (!isBond(net, e)) continue;
    if (s[from + e] === i) out.push(s[to + e]);
    if (s[to + e] === i) out.push(s[from + e]);
  }
  return out;
}

/** Whom players may yet tie to a node: the loudest in reach, as many as there are slots, or may be once foreign bonds are cut. */
function loudestOthers(net: Network, i: number, around: readonly number[]): number[] {
  const { s } = net;
  const { nodes, bonds, voice, state } = net.rules.layout;
  let slots = 0;
  for (let e = 0; e < bonds; e++) if ((s[state + e] & (BOND.free | BOND.foreign)) !== 0) slots++;
  return Array.from({ length: nodes }, (_, o) => o)
    .filter((o) => o !== i && kindOf(net, o).touchable && !around.includes(o))
    .sort((x, y) => s[voice + y] - s[voice + x])
    .slice(0, slots);
}

/** How many uses of a tool can last at the same time, echoes included. */
function mostAtOnce(net: Network, tool: OfferedTool): number {
  const { tools, layout } = net.rules;
  const overlap = (cooldown: number): number =>
    cooldown > 0 ? Math.min(layout.nodes, Math.ceil(tool.ticks / cooldown)) : layout.nodes;
  const again = tools.filter((one) => one.row.repeats);
  return again.reduce((sum, one) => sum + overlap(one.cooldown), overlap(tool.cooldown));
}
