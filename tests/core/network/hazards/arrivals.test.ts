import { describe, expect, it } from 'vitest';
import { AWAITED, HELD_FOR } from '../../../../src/core/network/layout.ts';
import { isLate, isSeenBond } from '../../../../src/core/network/network.ts';
import { arriving } from '../../../../src/core/network/hazards/arrivals.ts';
import { expectRefused, room, type Room, type RoomPlan } from '../../../support/network.ts';

const make = (differs: Partial<RoomPlan> = {}): Room =>
  room({
    people: { here: 'ana ben', there: 'cleo dan glass:mirror' },
    bonds: 'ana-ben cleo-dan',
    about: { ben: { late: 4 }, there: { late: 6 } },
    tools: ['tune', 'mend'],
    hazards: [{ kind: 'arrivals', tell: 2 }],
    ...differs,
  });

describe('arrivals', () => {
  it('who is late is not there: not counted, not bonded, nobody to point at', () => {
    const t = make();
    t.place({ ben: 1 / 4 });
    expect([t.get('counted', 'ana'), t.get('counted', 'ben'), t.net.s[AWAITED]]).toEqual([1, 0, 4]);
    expect(isSeenBond(t.net, t.bond('ana-ben'))).toBe(false);
    expectRefused(t, 'noSuchNode', 'tune', 'ben', 0);
    expectRefused(t, 'noSuchBond', 'mend', 'ana-ben');
    t.run(100);
    expect(t.get('phase', 'ana')).toBe(0);
  });

  it('they join when their time has come, each to what they are', () => {
    const t = make();
    t.run(479);
    expect(isLate(t.net, t.node('ben'))).toBe(true);
    t.run(1);
    expect([isLate(t.net, t.node('ben')), t.get('counted', 'ben'), t.get('pull', 'ana-ben')]).toEqual([false, 1, 1]);
    expect(t.heard).toContainEqual(['joined', t.node('ben'), 0]);
    t.run(240);
    expect(['cleo', 'dan', 'glass'].map((who) => t.get('counted', who))).toEqual([1, 1, 0]);
    expect(t.net.s[AWAITED]).toBe(0);
    expect(t.act('tune', 'dan', 9)).toBe(null);
  });

  it('each is named ahead, a wave all at once', () => {
    const t = make();
    t.run(240);
    expect(t.heard).toEqual([['hazardNamed', 0, t.node('ben')]]);
    expect(arriving(t.net)).toEqual([{ node: t.node('ben'), left: 240 }]);
    t.run(240);
    expect(arriving(t.net).map(({ node }) => node)).toEqual(['cleo', 'dan', 'glass'].map((who) => t.node(who)));
    const { block } = t.net.rules.hazards[0];
    t.run(1);
    expect([t.net.s[block], t.net.s[block + 1]]).toEqual([239, t.node('cleo') + 1]);
  });

  it('nothing is held before everybody is here', () => {
    const t = make();
    t.run(719);
    expect(t.net.s[HELD_FOR]).toBe(0);
    t.run(10);
    expect(t.net.s[HELD_FOR]).toBeGreaterThan(0);
  });

  it('a bond that was cut meanwhile is cut when they join', () => {
    const t = make({ cut: [['ana', 'ben']] });
    t.run(480);
    expect(t.get('pull', 'ana-ben')).toBe(0);
    expect(isSeenBond(t.net, t.bond('ana-ben'))).toBe(true);
  });
});
