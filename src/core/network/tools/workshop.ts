import { BOND, TICK } from '../layout.ts';
import { endOf, isShielded, noteTimer, refreshVoice, touches, type Network } from '../network.ts';
import { giveScore, SCORE_TICKS } from '../scores.ts';
import type { ToolRow } from './tool.ts';

/** Fewer are a conversation. */
const LEAST = 3;
/** Each time, an eighth of the way to the mean: most of it in two seconds. */
const EVENS = 3;

/**
 * Sits down with a person and those they are bonded to. While it lasts their scores even out, and the weaker of the bonds
 * among them come up toward the firmer; each is heard at full voice, and no whisper reaches those who sit in it.
 */
export const workshop: ToolRow = {
  code: 13,
  doc: 'gather a person and their neighbours, three or more: their scores and the trust among them even out',
  takes: ['node'],
  cost: 14,
  cooldown: 6,
  seconds: 4,
  /** How many sit in workshops at all: none is the common case, and costs one look. */
  words: 1,
  refuse(net, _tool, { a }) {
    if (isGathered(net, a)) return 'alreadyGathered';
    return wouldGather(net, a).length < LEAST ? 'tooFew' : null;
  },
  apply(net, tool, { a }) {
    const { s } = net;
    const { gatheredBy, gatheredUntil } = net.rules.layout;
    const until = s[TICK] + tool.ticks;
    for (const i of wouldGather(net, a)) {
      s[gatheredBy + i] = a + 1;
      s[gatheredUntil + i] = until;
      refreshVoice(net, i);
    }
    s[tool.block] = Math.max(s[tool.block], until);
    noteTimer(net, until);
  },
  tick(net, tool) {
    const { s } = net;
    if (s[TICK] > s[tool.block] || s[TICK] % SCORE_TICKS !== 0) return;
    for (const { members } of workshops(net)) even(net, members);
  },
};

/** Who would come: the one asked, and everybody who counts over a bond that is seen and carries. The host first. */
export function wouldGather(net: Network, a: number): number[] {
  const { s } = net;
  const { bonds, pull, state, counted } = net.rules.layout;
  const out = [a];
  if (s[counted + a] === 0 || isShielded(net, a)) return [];
  for (let e = 0; e < bonds; e++) {
    if (s[pull + e] === 0 || (s[state + e] & (BOND.hidden | BOND.foreign)) !== 0 || !touches(net, e, a)) continue;
    const i = endOf(net, e, a);
    if (s[counted + i] === 1 && !isGathered(net, i) && !out.includes(i)) out.push(i);
  }
  return out;
}

export function isGathered(net: Network, i: number): boolean {
  return net.s[net.rules.layout.gatheredBy + i] !== 0;
}

/** The workshops that are held now: who asked to one, who sits in it, and how long it goes on. */
export function workshops(net: Network): { host: number; members: number[]; left: number }[] {
  const { s } = net;
  const { nodes, gatheredBy, gatheredUntil } = net.rules.layout;
  const out: { host: number; members: number[]; left: number }[] = [];
  for (let i = 0; i < nodes; i++) {
    if (s[gatheredBy + i] === 0) continue;
    const host = s[gatheredBy + i] - 1;
    const known = out.find((one) => one.host === host);
    if (known === undefined) out.push({ host, members: [i], left: s[gatheredUntil + i] - s[TICK] });
    else known.members.push(i);
  }
  return out;
}

function even(net: Network, members: readonly number[]): void {
  const { s } = net;
  const { score, bonds, from, to, pull, state, trust } = net.rules.layout;
  evenOut(
    members.filter((i) => s[score + i] >= 0),
    (i) => s[score + i],
    (i, by) => void giveScore(net, i, by),
  );
  const among: number[] = [];
  for (let e = 0; e < bonds; e++) {
    if (s[pull + e] === 0 || (s[state + e] & (BOND.hidden | BOND.foreign)) !== 0) continue;
    if (members.includes(s[from + e]) && members.includes(s[to + e])) among.push(e);
  }
  evenOut(
    among,
    (e) => s[trust + e],
    // Nobody trusts anybody less for having been there: the weaker come up, so that what two have spreads to the rest.
    (e, by) => void (s[trust + e] += by > 0 ? by : 0),
  );
}

function evenOut(of: readonly number[], read: (i: number) => number, add: (i: number, by: number) => void): void {
  if (of.length === 0) return;
  const mean = Math.floor(of.reduce((sum, i) => sum + read(i), 0) / of.length);
  for (const i of of) add(i, (mean - read(i) + 4) >> EVENS);
}
