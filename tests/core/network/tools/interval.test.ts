import { describe, expect, it } from 'vitest';
import { expectPriced, expectRefused, inTurns, room, turn } from '../../../support/network.ts';

const plan = {
  people: 'ana ben cleo them:foreign',
  bonds: 'ana-ben ben-cleo ana-them',
  tools: ['interval', 'reveal'],
} as const;

describe('interval', () => {
  it('sets the angle at which the two ends of a bond agree, and they go there', () => {
    const t = room(plan);
    t.set('trust', 'ana-ben', 0x4000_0000);
    expect(t.act('interval', 'ana-ben', 32)).toBe(null);
    expect(t.get('interval', 'ana-ben')).toBe(turn(1 / 8));
    t.run(30 * 120);
    expect(inTurns((t.get('phase', 'ben') - t.get('phase', 'ana')) | 0)).toBeCloseTo(1 / 8, 2);
  });

  it('grows trust at that angle and at no other', () => {
    const t = room({ ...plan, world: { pull: 0.01 } });
    t.place({ ben: 1 / 4, cleo: 1 / 2 });
    t.act('interval', 'ana-ben', 64);
    t.run(60);
    expect(t.get('trust', 'ana-ben')).toBeGreaterThan(t.net.rules.trust);
    expect(t.get('trust', 'ben-cleo')).toBe(t.net.rules.trust);
  });

  it('refuses what is set already, what is no angle, and bonds that are not people’s own', () => {
    const t = room(plan);
    expectRefused(t, 'alreadySet', 'interval', 'ana-ben', 0);
    expectRefused(t, 'noSuchAngle', 'interval', 'ana-ben', 256);
    expectRefused(t, 'noSuchBond', 'interval', 99, 0);
    const foreign = t.bond('ana-them');
    expectRefused(t, 'noSuchBond', 'interval', foreign, 7);
    t.act('reveal', 'ana');
    expectRefused(t, 'noSuchBond', 'interval', foreign, 7);
  });

  it('costs, and cools down', () => {
    const t = room(plan);
    expectPriced(t, 'interval', 'ana-ben', 9);
    t.act('interval', 'ana-ben', 9);
    expectRefused(t, 'coolingDown', 'interval', 'ben-cleo', 9);
  });
});
