// The levels that are measured, made here and not read from levels/: a level that is balanced anew must not move a bench.

import { act } from '../../core/network/acts.ts';
import { buildNetwork } from '../../core/network/build.ts';
import { compileLevel } from '../../core/network/compile.ts';
import { BOND, ENERGY, HOLDER, OUTCOME, TICK } from '../../core/network/layout.ts';
import type { Level } from '../../core/network/level.ts';
import type { Network } from '../../core/network/network.ts';
import { TOOL_IDS } from '../../core/network/tools/table.ts';
import { unheard } from '../../core/network/vocabulary.ts';

const SEED = 20;
const BONDS_PER_NODE = 2.5;
/** Nobody is to win or lose while the clock runs: a network that is over stands still, and standing still is fast. */
const NEVER_WON = { target: 0.99, hold: 60, authenticity: 0 } as const;

/** Two web groups, 2.5 bonds a node, a tenth of them broken: no hazards and no kinds, so bonds and nodes are all there is to do. */
export function webLevel(nodes: number): Level {
  const bonds = nodes * BONDS_PER_NODE;
  const between = nodes >> 3;
  const half = { people: nodes >> 1, bonds: (bonds - between) >> 1 };
  return {
    id: `bench/web-${nodes}`,
    title: 'Two webs',
    hint: 'Nobody plays here',
    limit: 1800,
    groups: [
      { name: 'near', ...half },
      { name: 'far', ...half, part: 0.25 },
    ],
    between: [{ groups: ['near', 'far'], bonds: between }],
    hurt: Math.min(512, Math.floor(bonds / 10)),
    goal: { kind: 'chord', ...NEVER_WON },
    tools: ['tune'],
  };
}

/** The web's network as it begins, everybody a little agitated: agitation is work that a calm network would not do. */
export function webNetwork(nodes: number): Network {
  const net = buildNetwork(compileLevel(webLevel(nodes)), SEED);
  const { agitation } = net.rules.layout;
  for (let i = 0; i < nodes; i++) net.s[agitation + i] = (i * 7919) & 16383;
  return net;
}

/** Twenty-four nodes, sixty bonds, and every system there is: all hazards and tools, the kinds with rules, the dearest goal. */
export const EVERYTHING: Level = {
  id: 'bench/everything',
  title: 'Everything at once',
  hint: 'Nobody plays here',
  limit: 1800,
  groups: [
    {
      name: 'square',
      people: [
        { name: 'elder', kind: 'elder' },
        { name: 'mirror', kind: 'mirror' },
        { name: 'channel', kind: 'channel' },
        { name: 'watcher', kind: 'watcher' },
        { name: 'stage', kind: 'stage' },
        ...Array.from({ length: 7 }, (_, i) => ({ name: `square ${i}` })),
      ],
      bonds: 28,
    },
    { name: 'market', people: 11, bonds: 23, part: 0.25 },
  ],
  between: [{ groups: ['square', 'market'], bonds: 6, door: 'gate' }],
  hurt: 6,
  wrong: 3,
  exchanged: 1,
  goal: { kind: 'shielded', ...NEVER_WON },
  energy: { start: 1000, most: 1000, gain: 100 },
  tools: TOOL_IDS.map((tool) => ({ tool, cost: 0 })),
  hazards: [
    { kind: 'misread', every: 4 },
    { kind: 'sever', every: 5 },
    { kind: 'surge', every: 4 },
    { kind: 'storm', every: 6, lasts: 3, group: 'market' },
    { kind: 'drift', every: 6 },
    { kind: 'phage', every: 3 },
    { kind: 'enforcer', every: 8 },
    { kind: 'steer', bonds: 3 },
  ],
};

export function everythingNetwork(): Network {
  return buildNetwork(compileLevel(EVERYTHING), SEED);
}

/** Bonds that are there; the slots kept free for ties are walked over too, but nobody would count them. */
export function bondsThere(net: Network): number {
  const { bonds, state } = net.rules.layout;
  let there = 0;
  for (let e = 0; e < bonds; e++) if ((net.s[state + e] & BOND.free) === 0) there++;
  return there;
}

/** An act every quarter of a second: a quick player, who keeps a bead on the road, an echo due, shields up and ties tied. */
export const ACT_EVERY = 30;

/**
 * What the player of the full level does at a tick. Aims go round by the tick and some are refused, as in play; a broken
 * bond is mended as fast as hazards break one, or the network would fall to pieces and get cheap.
 */
export function playEverything(net: Network): void {
  const { s } = net;
  const turn = Math.floor(s[TICK] / ACT_EVERY);
  const a = 4 + (turn % 19);
  const b = 4 + ((turn * 7 + 5) % 19);
  s[ENERGY] = net.rules.energyMost;
  switch (turn % 8) {
    case 0:
      act(net, 'bead', { a, b, c: 0 }, unheard);
      break;
    case 1:
      act(net, 'echo', { a: 0, b: 0, c: 0 }, unheard);
      break;
    case 2:
      act(net, 'shield', { a, b: 0, c: 0 }, unheard);
      break;
    case 3:
      act(net, 'bond', { a, b, c: 0 }, unheard);
      break;
    case 4:
      act(net, turn % 16 === 4 ? 'anchor' : 'pulse', { a, b: 0, c: 0 }, unheard);
      break;
    case 5:
      act(net, 'tune', { a, b: (turn * 37) & 255, c: 0 }, unheard);
      break;
    case 6:
      act(net, turn % 16 === 6 ? 'swap' : 'reveal', turn % 16 === 6 ? { a, b, c: 0 } : { a, b: 0, c: 0 }, unheard);
      break;
    case 7:
      mendOne(net, turn);
      break;
  }
}

function mendOne(net: Network, turn: number): void {
  const { bonds } = net.rules.layout;
  for (let k = 0; k < bonds; k++) if (act(net, 'mend', { a: (turn + k) % bonds, b: 0, c: 0 }, unheard) === null) return;
}

/** Which of the systems are at work: the bench says so, and a test holds it to it. */
export function atWork(net: Network): Readonly<Record<string, boolean>> {
  const { s, rules } = net;
  const { layout, slots, tools } = rules;
  const some = (at: number, count: number, is: (word: number) => boolean): boolean =>
    s.subarray(at, at + count).some(is);
  const beads = tools[slots['bead']].block;
  return {
    playing: s[OUTCOME] === 0,
    bead: [0, 5, 10, 15].some((at) => s[beads + at] !== 0),
    echo: s[tools[slots['echo']].block] !== 0,
    shield: some(layout.shieldedUntil, layout.nodes, (until) => until > s[TICK]),
    tie: some(layout.state, layout.bonds, (state) => (state & BOND.tied) !== 0),
    held: some(layout.holder, layout.nodes, (holder) => holder !== HOLDER.nobody),
    agitation: some(layout.agitation, layout.nodes, (agitation) => agitation > 0),
  };
}
