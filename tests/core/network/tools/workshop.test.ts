import { describe, expect, it } from 'vitest';
import { BOND } from '../../../../src/core/network/layout.ts';
import { scoreOf } from '../../../../src/core/network/scores.ts';
import { isGathered, workshops, wouldGather } from '../../../../src/core/network/tools/workshop.ts';
import { expectPriced, expectRefused, room, type Room } from '../../../support/network.ts';

const make = (): Room =>
  room({
    people: 'ana ben cleo dan eva:far glass:mirror',
    bonds: 'ana-ben ben-cleo cleo-dan ben-eva ana-cleo ben-glass',
    about: { ana: { score: 90 }, ben: { score: 30 }, cleo: { score: 0 }, dan: { score: 70 } },
    scores: { hum: 0 },
    world: { growth: 0, fade: 0 },
    tools: [
      { tool: 'workshop', seconds: 4, cooldown: 0 },
      { tool: 'shield', cooldown: 0 },
    ],
  });
const score = (t: Room, who: string): number => scoreOf(t.net, t.node(who))!;
const nodes = (t: Room, ...who: string[]): number[] => who.map((one) => t.node(one));

describe('workshop', () => {
  it('gathers a person and the people around them: not the places, not who is two bonds away', () => {
    const t = make();
    expect(t.act('workshop', 'ben')).toBe(null);
    expect(workshops(t.net)).toEqual([
      { host: t.node('ben'), members: nodes(t, 'ana', 'ben', 'cleo', 'eva'), left: 480 },
    ]);
    expect([isGathered(t.net, t.node('ana')), isGathered(t.net, t.node('dan'))]).toEqual([true, false]);
    t.run(480);
    expect(workshops(t.net)).toEqual([]);
    expect(t.heard.filter(([event]) => event === 'workshopHeld')).toEqual([['workshopHeld', t.node('ben'), 0]]);
  });

  it('evens out the scores of those who sit in it toward their mean, and of nobody else', () => {
    const t = make();
    t.act('workshop', 'ben');
    t.run(480);
    for (const who of ['ana', 'ben', 'cleo']) expect(Math.abs(score(t, who) - 40)).toBeLessThan(3);
    expect(score(t, 'dan')).toBe(70);
    expect(scoreOf(t.net, t.node('eva'))).toBe(null);
    const after = score(t, 'ana');
    t.run(240);
    expect(score(t, 'ana')).toBe(after);
  });

  it('brings the weaker of the bonds among them up toward the firmest, and takes nothing from that', () => {
    const t = make();
    t.set('trust', 'ana-ben', 0x3c00_0000);
    const outside = t.get('trust', 'cleo-dan');
    const all = (): number[] => ['ben-cleo', 'ben-eva', 'ana-cleo'].map((one) => t.get('trust', one));
    t.act('workshop', 'ben');
    t.run(480);
    for (const trust of all()) expect(trust).toBeGreaterThan(0x2800_0000);
    expect(t.get('trust', 'ana-ben')).toBe(0x3c00_0000);
    expect(t.get('trust', 'cleo-dan')).toBe(outside);
  });

  it('at its table everybody is heard in full, and by their number again when it is over', () => {
    const t = make();
    const before = ['cleo', 'dan'].map((who) => t.get('emit', who));
    t.act('workshop', 'ben');
    t.run(240);
    expect(['ana', 'ben', 'cleo', 'dan'].map((who) => t.get('emit', who))).toEqual([32, 32, 32, before[1]]);
    t.run(240);
    expect(t.get('emit', 'cleo')).toBeLessThan(20);
    expect(t.get('emit', 'cleo')).toBeGreaterThan(before[0]);
  });

  it('refuses fewer than three, who sits in one, and who is behind a shield', () => {
    const t = make();
    expectRefused(t, 'tooFew', 'workshop', 'dan');
    expectRefused(t, 'outOfReach', 'workshop', 'eva');
    t.act('shield', 'ben');
    expect(wouldGather(t.net, t.node('ben'))).toEqual([]);
    expectRefused(t, 'tooFew', 'workshop', 'ben');
    t.run(480);
    t.act('workshop', 'ben');
    expectRefused(t, 'alreadyGathered', 'workshop', 'ana');
  });

  it('nobody comes over a bond that is cut or hidden; over an inverted one they do', () => {
    const t = make();
    for (const [pair, state] of [
      ['ana-ben', BOND.cut],
      ['ben-eva', BOND.hidden],
      ['ben-cleo', BOND.flipped],
    ] as const) {
      t.set('state', pair, state);
      t.set('pull', pair, state === BOND.cut ? 0 : state === BOND.flipped ? -1 : 1);
    }
    expect(wouldGather(t.net, t.node('ben'))).toEqual(nodes(t, 'ben', 'cleo'));
  });

  it('has its price', () => expectPriced(make(), 'workshop', 'ben'));
});
