// What a bot may not do is as important as what it does: peek, touch the world, or differ from one run to the next.

import { describe, expect, it } from 'vitest';
import { BOT_IDS, BOTS, isBot, playNetwork, type BotId } from '../../../src/core/bots/table.ts';
import { act } from '../../../src/core/network/acts.ts';
import { buildNetwork } from '../../../src/core/network/build.ts';
import { BOND, RANDOM } from '../../../src/core/network/layout.ts';
import { copyNetwork, isOver } from '../../../src/core/network/network.ts';
import type { Rules } from '../../../src/core/network/rules.ts';
import { stepNetwork } from '../../../src/core/network/step.ts';
import { unheard } from '../../../src/core/network/vocabulary.ts';
import { readLevelContent } from '../../../src/tools/content.ts';

const { levels } = readLevelContent();
const room = levels['training/03'];

describe('every bot', () => {
  it.each(BOT_IDS)('%s plays the same from the same seed', (id) => {
    expect(playNetwork(room, id, 7)).toEqual(playNetwork(room, id, 7));
  });

  it.each(BOT_IDS)('%s looks and does not touch', (id) => {
    const net = buildNetwork(room, 3);
    const bot = BOTS[id](room, 3);
    for (let t = 0; t < 240; t++) {
      const before = net.s.slice();
      const use = bot.act(net);
      expect(net.s.every((word, i) => word === before[i])).toBe(true);
      if (use !== null) act(net, use.tool, use, unheard);
      stepNetwork(net, unheard);
    }
  });

  it('is known by its name', () => {
    expect(BOT_IDS).toEqual(['idle', 'random', 'greedy', 'sensible', 'planner']);
    expect(isBot('planner')).toBe(true);
    expect(isBot('toString')).toBe(false);
  });
});

/** What is done in a network of which something is changed before every look. */
function actsOf(level: string, seed: number, disturb: (s: Int32Array) => void): string[] {
  const rules = levels[level];
  const net = buildNetwork(rules, seed);
  const bot = BOTS.sensible(rules, seed);
  const done: string[] = [];
  while (!isOver(net) && done.length < 30) {
    const seen = copyNetwork(net);
    disturb(seen.s);
    const use = bot.act(seen);
    if (use !== null && act(net, use.tool, use, unheard) === null) done.push(`${use.tool} ${use.a} ${use.b}`);
    stepNetwork(net, unheard);
  }
  return done;
}

describe('sensible', () => {
  it('does not read the hidden bonds', () => {
    const { layout } = levels['training/10'];
    const scramble = (s: Int32Array): void => {
      for (let e = 0; e < layout.bonds; e++) {
        if ((s[layout.state + e] & BOND.hidden) === 0) continue;
        s[layout.to + e] = (s[layout.to + e] + 3) % 10;
        s[layout.trust + e] = 12345;
      }
    };
    const honest = actsOf('training/10', 5, () => {});
    expect(honest.length).toBeGreaterThan(10);
    expect(actsOf('training/10', 5, scramble)).toEqual(honest);
  });

  it('does not read the dice', () => {
    const honest = actsOf('training/03', 5, () => {});
    const other = actsOf('training/03', 5, (s) => s.fill(99, RANDOM, RANDOM + 4));
    expect(honest.length).toBeGreaterThan(5);
    expect(other).toEqual(honest);
  });

  it('looks first, and then acts no faster than every 0.9 seconds', () => {
    const net = buildNetwork(room, 11);
    const bot = BOTS.sensible(room, 11);
    const at: number[] = [];
    while (!isOver(net)) {
      const use = bot.act(net);
      if (use !== null) {
        at.push(net.s[0]);
        act(net, use.tool, use, unheard);
      }
      stepNetwork(net, unheard);
    }
    expect(at[0]).toBeGreaterThanOrEqual(180);
    for (let k = 1; k < at.length; k++) expect(at[k] - at[k - 1]).toBeGreaterThanOrEqual(108);
  });
});

describe('planner', () => {
  it('throws the dice anew in its head: what it plans is not what the world will roll', () => {
    const net = buildNetwork(room, 4);
    const other = buildNetwork(room, 4);
    other.s.set([1, 2, 3, 4], RANDOM);
    expect(BOTS.planner(room, 4).act(net)).toEqual(BOTS.planner(room, 4).act(other));
  });
});

const wins = (rules: Rules, id: BotId, seed: number): boolean => playNetwork(rules, id, seed).outcome === 'won';

/** A small slice of `npm run levels -- bots`, so that a rule that breaks a level is seen before anybody runs that. */
describe('the gradient, on a few seeds', () => {
  const asked = Object.entries(levels).filter(([, rules]) => rules.level.lesson !== true);
  const seeds = [901, 902, 903, 904, 905, 906];

  it.each(asked)('%s', (id, rules) => {
    // Three are enough of who sits still: each of them takes the whole limit.
    expect(seeds.slice(0, 3).filter((seed) => wins(rules, 'idle', seed))).toEqual([]);
    expect(seeds.filter((seed) => wins(rules, 'random', seed)).length).toBeLessThanOrEqual(1);
    // Four of six, and no more are asked than it takes to know.
    let [won, lost] = [0, 0];
    for (const seed of seeds) {
      if (won === 4 || lost === 3) break;
      if (wins(rules, 'sensible', seed)) won++;
      else lost++;
    }
    expect(won, `won, and ${lost} lost`).toBe(4);
    // It thinks for seconds; the harder variant is the same network, and sense has just won it.
    if (!id.endsWith('-again')) expect(wins(rules, 'planner', seeds[0])).toBe(true);
  });
});
