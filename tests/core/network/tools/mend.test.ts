import { describe, expect, it } from 'vitest';
import { BOND } from '../../../../src/core/network/layout.ts';
import { expectPriced, expectRefused, room, type Room } from '../../../support/network.ts';

const make = (): Room =>
  room({
    people: 'ana ben cleo them:foreign',
    bonds: 'ana-ben ben-cleo ana-them',
    tools: [{ tool: 'mend', cooldown: 0, cost: 1 }, 'reveal', 'shield'],
  });
const damage = (t: Room, pair: string, bit: number): void => {
  t.set('state', pair, t.get('state', pair) | bit);
  t.set('pull', pair, bit === BOND.flipped ? -1 : 0);
};

describe('mend', () => {
  it.each([
    ['joins what was cut', BOND.cut],
    ['turns right what was inverted', BOND.flipped],
    ['puts both right at once', BOND.cut | BOND.flipped],
  ])('%s', (_, bits) => {
    const t = make();
    damage(t, 'ana-ben', bits);
    t.place({ ben: 1 / 8 });
    expect(t.act('mend', 'ana-ben')).toBe(null);
    expect([t.get('state', 'ana-ben'), t.get('pull', 'ana-ben')]).toEqual([0, 1]);
    expect(t.heard).toContainEqual(['bondMended', t.bond('ana-ben'), 0]);
    t.run(10);
    expect(t.get('phase', 'ana')).toBeGreaterThan(0);
  });

  it('gives back at least the trust that bonds begin with', () => {
    const t = make();
    damage(t, 'ana-ben', BOND.cut);
    t.set('trust', 'ana-ben', 0);
    t.act('mend', 'ana-ben');
    expect(t.get('trust', 'ana-ben')).toBe(t.net.rules.trust);
  });

  it('lets a door stay shut and a shield stay closed', () => {
    const t = make();
    damage(t, 'ana-ben', BOND.cut | BOND.shut);
    t.act('mend', 'ana-ben');
    expect([t.get('state', 'ana-ben'), t.get('pull', 'ana-ben')]).toEqual([BOND.shut, 0]);
    damage(t, 'ben-cleo', BOND.cut);
    t.act('shield', 'cleo');
    t.act('mend', 'ben-cleo');
    expect([t.get('state', 'ben-cleo'), t.get('pull', 'ben-cleo')]).toEqual([0, 0]);
  });

  it('cuts a foreign bond for good, once it is seen; before, there is no such bond', () => {
    const t = make();
    const e = t.bond('ana-them');
    expectRefused(t, 'noSuchBond', 'mend', e);
    t.act('reveal', 'ana');
    expect(t.act('mend', e)).toBe(null);
    expect(t.heard).toContainEqual(['foreignCut', t.node('ana'), t.node('them')]);
    expect(t.bond('ana-them')).toBe(-1);
    expectRefused(t, 'noSuchBond', 'mend', e);
  });

  it('refuses what is whole and what is not there', () => {
    const t = make();
    expectRefused(t, 'notBroken', 'mend', 'ana-ben');
    expectRefused(t, 'noSuchBond', 'mend', 99);
    expectRefused(t, 'noSuchBond', 'mend', -1);
  });

  it('costs, and cools down', () => {
    const t = room({ people: 'ana ben cleo', bonds: 'ana-ben ben-cleo', tools: ['mend'] });
    damage(t, 'ana-ben', BOND.cut);
    damage(t, 'ben-cleo', BOND.cut);
    expectPriced(t, 'mend', 'ana-ben');
    t.act('mend', 'ana-ben');
    expectRefused(t, 'coolingDown', 'mend', 'ben-cleo');
  });
});
