import { QUARTER_TURN } from '../../math/turn.ts';
import { TICK } from '../layout.ts';
import { bondBetween, chordAngle, isHeld, nextOnRoad, type Network } from '../network.ts';
import type { OfferedTool } from '../rules.ts';
import type { Heard } from '../vocabulary.ts';
import { kindOf } from '../acts.ts';
import type { ToolRow } from './tool.ts';

/** A hop, and how much trust it leaves on each bond it crosses (Q30). */
const HOP_TICKS = 15;
const LEAVES = 0x1000_0000;

/** Beads on the road at once, and the words of each: where it is (node + 1, 0 for none), where to, the hop's end, what it carries. */
const BEADS = 4;
const AT = 0;
const GOAL = 1;
const NEXT = 2;
const HOP_ENDS = 3;
const CARRIES = 4;
const WORDS = 5;

/** Carries a hand's angle along whole bonds to somebody hands cannot reach; the road is firmer after. */
export const bead: ToolRow = {
  code: 4,
  doc: 'send one node’s angle along whole bonds to another; each bond crossed grows firmer',
  takes: ['node', 'node'],
  cost: 8,
  cooldown: 0.5,
  reachesFar: true,
  words: BEADS * WORDS,
  refuse(net, tool, { a, b }) {
    if (!kindOf(net, a).touchable) return 'outOfReach';
    if (nextOnRoad(net, a, b) < 0) return 'noRoad';
    return freeBead(net, tool) < 0 ? 'alreadyCarrying' : null;
  },
  apply(net, tool, { a, b }) {
    const at = freeBead(net, tool);
    const { s } = net;
    s[at + AT] = a + 1;
    s[at + GOAL] = b;
    s[at + NEXT] = nextOnRoad(net, a, b);
    s[at + HOP_ENDS] = s[TICK] + HOP_TICKS;
    s[at + CARRIES] = chordAngle(net, a);
  },
  tick(net, tool, heard) {
    const { s } = net;
    for (let k = 0; k < BEADS; k++) {
      const at = tool.block + k * WORDS;
      if (s[at + AT] !== 0 && s[TICK] >= s[at + HOP_ENDS]) hop(net, at, heard);
    }
  },
};

function freeBead(net: Network, tool: OfferedTool): number {
  for (let k = 0; k < BEADS; k++) {
    const at = tool.block + k * WORDS;
    if (net.s[at + AT] === 0) return at;
  }
  return -1;
}

/** Over one bond, if it still carries; then on, or there. */
function hop(net: Network, at: number, heard: Heard): void {
  const { s } = net;
  const { pull, trust } = net.rules.layout;
  const here = s[at + AT] - 1;
  const next = s[at + NEXT];
  const goal = s[at + GOAL];
  const bond = bondBetween(net, here, next);
  if (bond < 0 || s[pull + bond] !== 1) return lose(net, at, here, heard);
  const held = s[trust + bond] + LEAVES;
  s[trust + bond] = held > 0x4000_0000 ? 0x4000_0000 : held;
  if (next === goal) {
    s[at + AT] = 0;
    arrive(net, goal, s[at + CARRIES]);
    heard('beadArrived', goal, 0);
    return;
  }
  const onward = nextOnRoad(net, next, goal);
  if (onward < 0) return lose(net, at, next, heard);
  s[at + AT] = next + 1;
  s[at + NEXT] = onward;
  s[at + HOP_ENDS] = s[TICK] + HOP_TICKS;
}

function lose(net: Network, at: number, where: number, heard: Heard): void {
  net.s[at + AT] = 0;
  heard('beadLost', where, 0);
}

/** It is an offer, not an order: at most a quarter turn toward what was carried. */
function arrive(net: Network, i: number, carried: number): void {
  if (isHeld(net, i)) return;
  const { s } = net;
  const { phase, part } = net.rules.layout;
  const turn = (carried + s[part + i] - s[phase + i]) | 0;
  s[phase + i] += turn > QUARTER_TURN ? QUARTER_TURN : turn < -QUARTER_TURN ? -QUARTER_TURN : turn;
}

/** Beads on the road, for those who draw them: [from, next, goal, ticks left of the hop]. */
export function beadsOnTheRoad(net: Network): { at: number; next: number; goal: number; left: number }[] {
  const slot = net.rules.slots['bead'];
  if (slot === undefined) return [];
  const { s } = net;
  const out = [];
  for (let k = 0; k < BEADS; k++) {
    const at = net.rules.tools[slot].block + k * WORDS;
    if (s[at + AT] === 0) continue;
    out.push({ at: s[at + AT] - 1, next: s[at + NEXT], goal: s[at + GOAL], left: s[at + HOP_ENDS] - s[TICK] });
  }
  return out;
}
