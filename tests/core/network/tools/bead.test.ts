import { describe, expect, it } from 'vitest';
import { BOND, HOLDER } from '../../../../src/core/network/layout.ts';
import { refreshBond } from '../../../../src/core/network/network.ts';
import { beadsOnTheRoad } from '../../../../src/core/network/tools/bead.ts';
import { expectPriced, expectRefused, room, inTurns, type Room, type RoomPlan } from '../../../support/network.ts';

/** No pull, so that only the bead turns anybody. */
const make = (differs: Partial<RoomPlan> = {}): Room =>
  room({
    people: 'ana ben eva:far',
    bonds: 'ana-ben ben-eva',
    tools: ['bead', 'shield'],
    world: { pull: 0.01, growth: 0, fade: 0 },
    ...differs,
  });

const breakBond = (t: Room, pair: string, bit: number): void => {
  const e = t.bond(pair);
  t.net.s[t.net.rules.layout.state + e] |= bit;
  refreshBond(t.net, e);
};
const arrived = (t: Room): boolean => t.kinds().includes('beadArrived');

describe('bead', () => {
  it('carries a hand’s angle hop by hop to somebody out of reach, and turns them toward it', () => {
    const t = make();
    t.place({ ana: 1 / 8 });
    expect(t.act('bead', 'ana', 'eva')).toBe(null);
    expect(beadsOnTheRoad(t.net)).toMatchObject([{ at: t.node('ana'), next: t.node('ben'), goal: t.node('eva') }]);
    const ticks = t.until(() => arrived(t), 200);
    expect(ticks % 2).toBe(0);
    expect(inTurns(t.get('phase', 'eva'))).toBeCloseTo(1 / 8, 2);
    expect(beadsOnTheRoad(t.net)).toEqual([]);
  });

  it('turns nobody by more than a quarter', () => {
    const t = make();
    t.place({ ana: 0.45 });
    t.act('bead', 'ana', 'eva');
    t.until(() => arrived(t), 200);
    expect(inTurns(t.get('phase', 'eva'))).toBeCloseTo(1 / 4, 2);
  });

  it('carries the angle without the part, so that it fits wherever it arrives', () => {
    const t = make({ people: { low: 'ana ben', high: 'eva' }, parts: { high: 1 / 3 }, bonds: 'ana-ben' });
    const slot = t.bond('ana-ben');
    expect(slot).toBe(0);
    t.net.s[t.net.rules.layout.to] = t.node('eva');
    t.place({ ana: 0, eva: 1 / 4 });
    t.act('bead', 'ana', 'eva');
    t.until(() => arrived(t), 200);
    expect(inTurns(t.get('phase', 'eva'))).toBeCloseTo(1 / 3, 2);
  });

  it('leaves every bond it crosses firmer, and none too firm', () => {
    const t = make();
    const before = t.get('trust', 'ana-ben');
    t.set('trust', 'ben-eva', 0x4000_0000 - 1);
    t.act('bead', 'ana', 'eva');
    t.until(() => arrived(t), 200);
    expect(t.get('trust', 'ana-ben')).toBeGreaterThan(before);
    expect(t.get('trust', 'ben-eva')).toBe(0x4000_0000);
  });

  it.each([
    ['cut', BOND.cut],
    ['inverted', BOND.flipped],
    ['behind a shut door', BOND.shut],
  ])('is lost on a bond that is %s when it comes to cross it', (_, bit) => {
    const t = make();
    t.place({ ana: 1 / 8 });
    t.act('bead', 'ana', 'eva');
    t.until(() => beadsOnTheRoad(t.net)[0]?.at === t.node('ben'), 200);
    breakBond(t, 'ben-eva', bit);
    t.until(() => beadsOnTheRoad(t.net).length === 0, 200);
    expect(t.heard).toContainEqual(['beadLost', t.node('ben'), 0]);
    expect(arrived(t)).toBe(false);
    expect(Math.abs(inTurns(t.get('phase', 'eva')))).toBeLessThan(0.01);
  });

  it('is lost on somebody who was shielded meanwhile', () => {
    const t = make({ people: 'ana ben cleo', bonds: 'ana-ben ben-cleo' });
    t.act('bead', 'ana', 'cleo');
    t.act('shield', 'cleo');
    t.until(() => beadsOnTheRoad(t.net).length === 0, 200);
    expect(t.kinds()).toContain('beadLost');
  });

  it('takes another road when the one ahead is cut before it sets out on it', () => {
    const t = make({ people: 'ana ben cleo dan eva:far', bonds: 'ana-ben ben-cleo cleo-eva ben-dan dan-eva' });
    t.act('bead', 'ana', 'eva');
    breakBond(t, 'cleo-eva', BOND.cut);
    t.until(() => beadsOnTheRoad(t.net)[0]?.at === t.node('ben'), 200);
    expect(beadsOnTheRoad(t.net)[0].next).toBe(t.node('dan'));
    t.until(() => arrived(t), 200);
  });

  it('does not turn a hand that is held', () => {
    const t = make();
    t.place({ ana: 1 / 8 });
    t.act('bead', 'ana', 'eva');
    t.set('holder', 'eva', HOLDER.enforcer);
    t.until(() => arrived(t), 200);
    expect(t.get('phase', 'eva')).toBe(0);
  });

  it('is sent by hand: not from out of reach, not to oneself, not where no road goes', () => {
    const t = make({ people: 'ana ben cleo eva:far' });
    expectRefused(t, 'outOfReach', 'bead', 'eva', 'ana');
    expectRefused(t, 'sameNode', 'bead', 'ana', 'ana');
    expectRefused(t, 'noRoad', 'bead', 'ana', 'cleo');
    expectRefused(t, 'noSuchNode', 'bead', 'ana', 9);
    breakBond(t, 'ben-eva', BOND.cut);
    expectRefused(t, 'noRoad', 'bead', 'ana', 'eva');
  });

  it('does not go by what nobody sees', () => {
    const t = make({ people: 'ana ben eva:foreign', bonds: 'ana-eva eva-ben' });
    expectRefused(t, 'noRoad', 'bead', 'ana', 'ben');
  });

  it('has so many on the road at once and no more', () => {
    const t = make({ tools: [{ tool: 'bead', cooldown: 0 }] });
    let sent = 0;
    while (t.act('bead', 'ana', 'eva') === null) sent++;
    expect(sent).toBeGreaterThan(1);
    expect(beadsOnTheRoad(t.net).length).toBe(sent);
    expectRefused(t, 'alreadyCarrying', 'bead', 'ana', 'eva');
    t.until(() => arrived(t), 200);
    expect(t.act('bead', 'ana', 'eva')).toBe(null);
  });

  it('costs, and cools down', () => {
    const t = make();
    expectPriced(t, 'bead', 'ana', 'eva');
    t.act('bead', 'ana', 'eva');
    expectRefused(t, 'coolingDown', 'bead', 'ana', 'eva');
  });
});
