import { describe, expect, it } from 'vitest';
import { BOND } from '../../../../src/core/network/layout.ts';
import { q30 } from '../../../../src/core/math/turn.ts';
import { expectPriced, expectRefused, inTurns, room, type Room, type RoomPlan } from '../../../support/network.ts';

const make = (differs: Partial<RoomPlan> = {}): Room =>
  room({
    people: 'ana ben cleo eva:far',
    bonds: 'ana-cleo',
    tools: [{ tool: 'bond', cooldown: 0, cost: 1, seconds: 2 }, 'mend'],
    ...differs,
  });
/** Held apart by the test, every tick, so that a tie cannot be kept. */
const runApart = (t: Room, ticks: number): void => {
  for (let k = 0; k < ticks; k++) {
    t.place({ ana: 0, ben: 1 / 2 });
    t.run(1);
  }
};
const count = (t: Room): number => t.net.s[t.net.rules.tools[0].block];

describe('bond', () => {
  it('ties two who had no bond; they pull each other from then on', () => {
    const t = make();
    t.place({ ben: 1 / 8 });
    expect(t.act('bond', 'ana', 'ben')).toBe(null);
    expect(t.get('state', 'ana-ben')).toBe(BOND.tied);
    expect(t.get('pull', 'ana-ben')).toBe(1);
    t.run(60);
    expect(inTurns(t.get('phase', 'ana'))).toBeGreaterThan(0);
    expect(inTurns(t.get('phase', 'ben'))).toBeLessThan(1 / 8);
  });

  it('is set at the interval between the two parts', () => {
    const t = make({ people: { low: 'ana', high: 'ben' }, parts: { high: 1 / 3 }, bonds: '' });
    t.act('bond', 'ana', 'ben');
    expect(inTurns(t.get('interval', 'ana-ben'))).toBeCloseTo(1 / 3, 6);
    expect(inTurns(t.get('interval', 'ben-ana'))).toBeCloseTo(1 / 3, 6);
  });

  it('tied while they agree it is a promise: it does not fade, for its time', () => {
    const t = make();
    t.act('bond', 'ana', 'ben');
    const begins = t.get('trust', 'ana-ben');
    expect(t.heard).toContainEqual(['bondTied', t.bond('ana-ben'), 1]);
    expect([t.get('loss', 'ana'), t.get('loss', 'ben')]).toEqual([0, 0]);
    runApart(t, 239);
    expect(t.get('trust', 'ana-ben')).toBe(begins);
    expect(t.get('fade', 'ana-ben')).toBe(0);
    runApart(t, 1);
    expect(t.get('promisedUntil', 'ana-ben')).toBe(0);
    expect(t.get('fade', 'ana-ben')).toBe(t.net.rules.fade);
    expect(t.get('trust', 'ana-ben')).toBeLessThan(begins);
  });

  it('forced on two who disagree it is no promise, and costs each of them for good', () => {
    const t = make();
    t.place({ ben: 1 / 2 });
    t.act('bond', 'ana', 'ben');
    expect(t.heard).toContainEqual(['bondTied', t.bond('ana-ben'), 0]);
    expect(t.get('loss', 'ana')).toBeGreaterThan(0);
    expect(t.get('loss', 'ben')).toBe(t.get('loss', 'ana'));
    const begins = t.get('trust', 'ana-ben');
    runApart(t, 1);
    expect(t.get('trust', 'ana-ben')).toBeLessThan(begins);
  });

  it.each([
    [1 / 6 - 0.001, 1],
    [1 / 6 + 0.001, 0],
  ])('they agree within a sixth of a turn: at %f it is %i', (apart, promise) => {
    const t = make();
    t.place({ ben: apart });
    t.act('bond', 'ana', 'ben');
    expect(t.heard.find(([event]) => event === 'bondTied')?.[2]).toBe(promise);
  });

  it('snaps when trust falls under a fifth, and its slot is free again', () => {
    const t = make();
    t.place({ ben: 1 / 2 });
    t.act('bond', 'ana', 'ben');
    const e = t.bond('ana-ben');
    while (t.bond('ana-ben') >= 0) {
      expect(t.net.s[t.net.rules.layout.trust + e]).toBeGreaterThan(0);
      runApart(t, 1);
    }
    expect(t.heard).toContainEqual(['bondSnapped', t.node('ana'), t.node('ben')]);
    expect(count(t)).toBe(0);
    expect(t.net.s[t.net.rules.layout.state + e]).toBe(BOND.free);
    expect(t.net.s[t.net.rules.layout.pull + e]).toBe(0);
    t.act('bond', 'ana', 'ben');
    expect(t.bond('ana-ben')).toBe(e);
  });

  it('one that stands at a fifth holds, one below snaps', () => {
    const t = make();
    t.act('bond', 'ana', 'ben');
    t.set('trust', 'ana-ben', q30(0.2));
    t.run(1);
    expect(t.bond('ana-ben')).toBeGreaterThanOrEqual(0);
    t.set('trust', 'ana-ben', q30(0.2) - 1);
    t.run(1);
    expect(t.bond('ana-ben')).toBe(-1);
  });

  it('keeps count of its ties when one is cut, mended, and snaps at last', () => {
    const t = make();
    t.act('bond', 'ana', 'ben');
    t.act('bond', 'ben', 'cleo');
    t.set('state', 'ana-ben', BOND.tied | BOND.cut);
    t.set('pull', 'ana-ben', 0);
    t.run(10);
    expect(count(t)).toBe(2);
    expect(t.act('mend', 'ana-ben')).toBe(null);
    expect(t.get('state', 'ana-ben')).toBe(BOND.tied);
    t.set('trust', 'ana-ben', 0);
    t.run(1);
    expect([count(t), t.bond('ana-ben')]).toEqual([1, -1]);
  });

  it('a promise that snaps leaves nothing behind in its slot', () => {
    const t = make();
    t.act('bond', 'ana', 'ben');
    const e = t.bond('ana-ben');
    t.set('trust', 'ana-ben', 0);
    t.run(1);
    expect(t.net.s[t.net.rules.layout.promisedUntil + e]).toBe(0);
    t.place({ ben: 1 / 2 });
    t.act('bond', 'ana', 'ben');
    t.run(300);
    expect(t.kinds().filter((event) => event === 'bondSnapped').length).toBe(2);
  });

  it('refuses whom it cannot touch, who is bonded, and more than there is room for', () => {
    const t = make({ people: Array.from({ length: 12 }, (_, i) => `p${i}`).join(' ') + ' eva:far', bonds: 'p0-p1' });
    expectRefused(t, 'alreadyBonded', 'bond', 'p1', 'p0');
    expectRefused(t, 'sameNode', 'bond', 'p1', 'p1');
    expectRefused(t, 'outOfReach', 'bond', 'p0', 'eva');
    let tied = 0;
    while (tied < 11 && t.act('bond', 'p0', `p${tied + 2}`) === null) tied++;
    expect(tied).toBeGreaterThan(1);
    expectRefused(t, 'noRoomForBond', 'bond', 'p1', 'p3');
  });

  it('costs, and cools down', () => {
    const t = make({ tools: ['bond'] });
    expectPriced(t, 'bond', 'ana', 'ben');
    t.act('bond', 'ana', 'ben');
    expectRefused(t, 'coolingDown', 'bond', 'ben', 'cleo');
  });

  it('BUG promise of no time: a tie of zero seconds, tied before the first tick, never faded', () => {
    const t = make({ tools: [{ tool: 'bond', seconds: 0 }] });
    expect(t.tick()).toBe(0);
    t.act('bond', 'ana', 'ben');
    const begins = t.get('trust', 'ana-ben');
    runApart(t, 2);
    expect(t.get('trust', 'ana-ben')).toBeLessThan(begins);
  });
});
