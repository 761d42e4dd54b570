import { describe, expect, it } from 'vitest';
import { HERTZ } from '../../../../src/core/math/turn.ts';
import { HOLDER, LOAD } from '../../../../src/core/network/layout.ts';
import { expectPriced, expectRefused, room, turn } from '../../../support/network.ts';

const plan = { people: 'ana ben eva:far', bonds: 'ana-ben ben-eva', tools: ['tune'] } as const;

describe('tune', () => {
  it('turns a hand to the angle, in 256ths of a turn', () => {
    const t = room(plan);
    expect(t.act('tune', 'ana', 64)).toBe(null);
    expect(t.get('phase', 'ana')).toBe(turn(1 / 4));
    expect(t.get('phase', 'ben')).toBe(0);
  });

  it('rests the rhythm in its group’s own mean, and lets it come back by itself', () => {
    const t = room({ ...plan, people: { table: 'ana ben', bar: 'eva:far' }, bonds: 'ana-ben' });
    t.rhythms({ ana: HERTZ / 5, ben: -HERTZ / 10, eva: HERTZ });
    t.act('tune', 'ana', 0);
    const rested = t.get('rhythm', 'ana');
    expect(rested).toBe(Math.floor((t.get('base', 'ana') + t.get('base', 'ben')) / 2));
    t.run(5 * 120);
    const later = t.get('rhythm', 'ana');
    expect(later).toBeGreaterThan(rested);
    t.run(60 * 120);
    expect(Math.abs(t.get('rhythm', 'ana') - t.get('base', 'ana'))).toBeLessThan(HERTZ / 1000);
    expect(t.get('base', 'ana')).toBe(t.get('birth', 'ana'));
  });

  it('weighs on everybody’s authenticity for a while', () => {
    const t = room(plan);
    t.act('tune', 'ana', 0);
    const load = t.net.s[LOAD];
    expect(load).toBeGreaterThan(0);
    t.run(120);
    expect(t.net.s[LOAD]).toBeLessThan(load);
  });

  it('refuses whom it cannot touch, who is held, and what is no angle', () => {
    const t = room(plan);
    expectRefused(t, 'notOffered', 'swap', 'ana', 'ben');
    expectRefused(t, 'outOfReach', 'tune', 'eva', 0);
    expectRefused(t, 'noSuchNode', 'tune', 3, 0);
    expectRefused(t, 'noSuchNode', 'tune', -1, 0);
    expectRefused(t, 'noSuchAngle', 'tune', 'ana', 256);
    expectRefused(t, 'noSuchAngle', 'tune', 'ana', -1);
    expectRefused(t, 'noSuchAngle', 'tune', 'ana', 0, 1);
    t.set('holder', 'ana', HOLDER.anchor);
    expectRefused(t, 'held', 'tune', 'ana', 0);
  });

  it('costs, and cools down', () => {
    const t = room(plan);
    expectPriced(t, 'tune', 'ana', 7);
    t.act('tune', 'ana', 0);
    expectRefused(t, 'coolingDown', 'tune', 'ben', 0);
    t.run(t.net.rules.tools[0].cooldown);
    expect(t.act('tune', 'ben', 0)).toBe(null);
  });

  it('goes by the level’s own price and cooldown', () => {
    const t = room({ ...plan, tools: [{ tool: 'tune', cost: 1, cooldown: 0 }] });
    const energy = t.energy();
    expect(t.act('tune', 'ana', 1)).toBe(null);
    expect(t.act('tune', 'ana', 2)).toBe(null);
    expect(t.energy()).toBe(energy - 2);
  });
});
