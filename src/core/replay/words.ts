// What a word of a network's one array is called, for people who look for a difference.

import * as layout from '../network/layout.ts';
import type { Network } from '../network/network.ts';

/** First word, and how many. */
const HEADER_WORDS: readonly (readonly [name: string, at: number, words: number])[] = [
  ['tick', layout.TICK, 1],
  ['random', layout.RANDOM, 4],
  ['energy', layout.ENERGY, 1],
  ['heldFor', layout.HELD_FOR, 1],
  ['outcome', layout.OUTCOME, 1],
  ['load', layout.LOAD, 1],
  ['authenticity', layout.AUTHENTICITY, 1],
  ['sumX', layout.SUM_X, 1],
  ['sumY', layout.SUM_Y, 1],
  ['counted', layout.COUNTED, 1],
  ['nextTimer', layout.NEXT_TIMER, 1],
  ['hazardRate', layout.HAZARD_RATE, 1],
  ['hazardCarry', layout.HAZARD_CARRY, 1],
  ['unlimited', layout.UNLIMITED, 1],
  ['lastTool', layout.LAST_TOOL, 1],
  ['lastArgs', layout.LAST_ARGS, 3],
  ['lastTick', layout.LAST_TICK, 1],
  ['bestHeld', layout.BEST_HELD, 1],
  ['lostAt', layout.LOST_AT, 1],
  ['alarm', layout.ALARM, 1],
];

export function nameWord(net: Network, index: number): string {
  return inHeader(index) ?? inColumns(net, index) ?? inBlocks(net, index) ?? `word ${index}`;
}

function inHeader(index: number): string | null {
  for (const [name, at, words] of HEADER_WORDS) {
    if (index >= at && index < at + words) return words === 1 ? name : `${name} ${index - at}`;
  }
  return null;
}

function inColumns(net: Network, index: number): string | null {
  const { layout: at, tools, names, level } = net.rules;
  const has = (start: number, words: number): boolean => index >= start && index < start + words;
  if (has(at.ready, tools.length)) return `ready of ${tools[index - at.ready].id}`;
  if (has(at.sums, at.groups * 3)) {
    const k = index - at.sums;
    return `sum ${'xyn'[k % 3]} of ${level.groups[Math.floor(k / 3)].name}`;
  }
  for (const column of layout.NODE_COLUMNS) {
    if (has(at[column], at.nodes)) return `${column} of ${names[index - at[column]]}`;
  }
  for (const column of layout.BOND_COLUMNS) {
    if (!has(at[column], at.bonds)) continue;
    const e = index - at[column];
    const [from, to] = [net.s[at.from + e], net.s[at.to + e]];
    return `${column} of bond ${e} (${names[from]}, ${names[to]})`;
  }
  return null;
}

/** Words that belong to a tool, a hazard, a kind or the goal. */
function inBlocks(net: Network, index: number): string | null {
  const { tools, hazards, kinds, goal, names } = net.rules;
  const owners = [
    ...tools.map((one) => ({ who: `tool ${one.id}`, at: one.block, words: one.row.words })),
    ...hazards.map((one) => ({ who: `hazard ${one.index} ${one.id}`, at: one.block, words: one.row.words })),
    ...kinds.map((one) => ({ who: `kind of ${names[one.node]}`, at: one.block, words: one.row.words })),
    { who: `goal ${net.rules.level.goal.kind}`, at: goal.block, words: goal.row.words },
  ];
  const owner = owners.find(({ at, words = 0 }) => index >= at && index < at + words);
  return owner === undefined ? null : `${owner.who} word ${index - owner.at}`;
}
