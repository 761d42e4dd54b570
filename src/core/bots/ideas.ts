// What a planner may try with each tool, best guesses first. Few, because each is played out twice.

import { toByte } from '../math/turn.ts';
import { refusal } from '../network/acts.ts';
import { isOnBeat } from '../network/beat.ts';
import { LAST_TOOL } from '../network/layout.ts';
import type { Network } from '../network/network.ts';
import { scoreOf } from '../network/scores.ts';
import { TOOL_IDS, type ToolId } from '../network/tools/table.ts';
import { use, type Use } from './bot.ts';
import { quietAndRight, sitters, unevenTables } from './habits/cove.ts';
import { beadRoads, stragglers } from './habits/gather.ts';
import { bestTie, misfits } from './habits/join.ts';
import {
  bearing,
  brokenBonds,
  degreeOf,
  isFree,
  namedNodes,
  pinnedNodes,
  rightInterval,
  stirAround,
  wrongBonds,
} from './senses.ts';

type Idea = (net: Network) => Use[];

const IDEAS: Partial<Record<ToolId, Idea>> = {
  tune: (net) => {
    const { to } = bearing(net);
    const { part } = net.rules.layout;
    return [...stragglers(net, 6), ...sitters(net, 2)].map((i) =>
      use('tune', i, toByte((to(i) + net.s[part + i]) | 0)),
    );
  },
  anchor: (net) => freeNodes(net, (i) => degreeOf(net, i), 2).map((i) => use('anchor', i)),
  pulse: (net) => {
    if (!isOnBeat(net)) return [];
    const stir = stirAround(net);
    return freeNodes(net, (i) => stir[i], 2).map((i) => use('pulse', i));
  },
  bead: (net) => beadRoads(net, 3).map(([a, b]) => use('bead', a, b)),
  shield: (net) => [
    ...namedNodes(net).map(({ node }) => use('shield', node)),
    ...pinnedNodes(net).map((i) => use('shield', i)),
    ...(net.rules.level.goal.kind === 'shielded'
      ? [...net.rules.goal.who, ...freeNodes(net, bearing(net).off, 3)].map((i) => use('shield', i))
      : []),
  ],
  bond: (net) => bestTie(net, 3).map(([a, b]) => use('bond', a, b)),
  mend: (net) =>
    brokenBonds(net)
      .slice(0, 8)
      .map((e) => use('mend', e)),
  interval: (net) =>
    wrongBonds(net)
      .slice(0, 5)
      .map((e) => use('interval', e, toByte(rightInterval(net, e)))),
  swap: (net) => misfits(net, 3).map(([a, b]) => use('swap', a, b)),
  reveal: (net) => freeNodes(net, bearing(net).off, 12).map((i) => use('reveal', i)),
  echo: (net) => (net.s[LAST_TOOL] === 0 ? [] : [use('echo')]),
  workshop: (net) =>
    [...unevenTables(net, 3), ...namedNodes(net).map(({ node }) => node)].map((i) => use('workshop', i)),
  lens: (net) =>
    [...quietAndRight(net, 2), ...freeNodes(net, (i) => 99 - (scoreOf(net, i) ?? 99), 2)].map((i) => use('lens', i)),
  door: (net) => net.rules.doors.map((_, d) => use('door', d)),
};

/** Everything worth trying now that would not be refused. A tool without ideas of its own is tried on every free node. */
export function ideas(net: Network): Use[] {
  const out: Use[] = [];
  for (const id of TOOL_IDS) {
    if (net.rules.slots[id] === undefined) continue;
    const idea = IDEAS[id] ?? everyNode(id);
    for (const act of idea(net)) if (refusal(net, id, act) === null) out.push(act);
  }
  return out;
}

function everyNode(id: ToolId): Idea {
  return (net) => freeNodes(net, () => 0, 8).map((i) => use(id, i));
}

function freeNodes(net: Network, worth: (i: number) => number, most: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < net.rules.layout.nodes; i++) if (isFree(net, i)) out.push(i);
  return out.sort((a, b) => worth(b) - worth(a) || a - b).slice(0, most);
}
