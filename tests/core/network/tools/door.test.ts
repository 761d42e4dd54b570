import { describe, expect, it } from 'vitest';
import { BOND } from '../../../../src/core/network/layout.ts';
import { expectPriced, expectRefused, room, type Room } from '../../../support/network.ts';

const make = (shut = false): Room =>
  room({
    people: { in: 'ana ben', out: 'cleo dan' },
    bonds: 'ana-ben cleo-dan',
    between: [
      { groups: ['in', 'out'], bonds: 3, door: 'gate', shut },
      { groups: ['in', 'out'], bonds: 1 },
    ],
    tools: [{ tool: 'door', cooldown: 0 }, 'shield', 'mend'],
  });

const through = (t: Room): number[] => {
  const { layout } = t.net.rules;
  return Array.from({ length: layout.bonds }, (_, e) => e).filter((e) => t.net.s[layout.door + e] === 1);
};
const pulls = (t: Room): number[] => through(t).map((e) => t.net.s[t.net.rules.layout.pull + e]);

describe('door', () => {
  it('shuts all the bonds that go through it, and opens them again', () => {
    const t = make();
    expect(through(t).length).toBe(3);
    t.act('door', 'gate');
    expect(pulls(t)).toEqual([0, 0, 0]);
    expect(t.get('pull', 'ana-ben')).toBe(1);
    t.act('door', 'gate');
    expect(pulls(t)).toEqual([1, 1, 1]);
  });

  it('shut, a bond neither pulls nor changes', () => {
    const t = make(true);
    expect(pulls(t)).toEqual([0, 0, 0]);
    const trust = through(t).map((e) => t.net.s[t.net.rules.layout.trust + e]);
    t.run(240);
    expect(through(t).map((e) => t.net.s[t.net.rules.layout.trust + e])).toEqual(trust);
  });

  it('lets shields and breaks be what they are', () => {
    const t = make(true);
    const [e, other] = through(t);
    const { state, pull, from } = t.net.rules.layout;
    t.net.s[state + e] |= BOND.flipped;
    t.act('door', 'gate');
    expect(t.net.s[pull + e]).toBe(-1);
    t.act('shield', t.net.s[from + other]);
    t.act('door', 'gate');
    t.act('door', 'gate');
    expect(t.net.s[pull + other]).toBe(0);
  });

  it('refuses a door that is not there', () => {
    const t = make();
    expectRefused(t, 'noSuchDoor', 'door', 1);
    expectRefused(t, 'noSuchDoor', 'door', -1);
    expectRefused(t, 'noSuchAngle', 'door', 'gate', 1);
  });

  it('costs, and cools down', () => {
    const t = room({
      people: { in: 'ana', out: 'cleo' },
      between: [{ groups: ['in', 'out'], bonds: 1, door: 'gate' }],
      tools: ['door'],
    });
    expectPriced(t, 'door', 'gate');
    t.act('door', 'gate');
    expectRefused(t, 'coolingDown', 'door', 'gate');
  });
});
