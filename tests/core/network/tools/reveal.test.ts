import { describe, expect, it } from 'vitest';
import { BOND } from '../../../../src/core/network/layout.ts';
import { expectPriced, expectRefused, room } from '../../../support/network.ts';

const plan = {
  people: 'ana ben eva:far them:foreign',
  bonds: 'ana-ben ana-them ben-eva eva-them',
  tools: [{ tool: 'reveal', cooldown: 0 }, 'tune'],
} as const;

describe('reveal', () => {
  it('shows the hidden bonds that end at a node, for good, and only those', () => {
    const t = room(plan);
    expect(t.act('reveal', 'ana')).toBe(null);
    expect(t.get('state', 'ana-them')).toBe(BOND.foreign);
    expect(t.get('state', 'eva-them')).toBe(BOND.foreign | BOND.hidden);
    expect(t.heard).toContainEqual(['bondRevealed', t.bond('ana-them'), t.node('ana')]);
    t.run(1200);
    expect(t.get('state', 'ana-them')).toBe(BOND.foreign);
  });

  it('costs the same when there was nothing to see', () => {
    const t = room(plan);
    const before = t.energy();
    expect(t.act('reveal', 'ben')).toBe(null);
    expect(t.heard).toContainEqual(['nothingHidden', t.node('ben'), 0]);
    expect(t.energy()).toBe(before - t.net.rules.tools[0].row.cost);
  });

  it('makes somebody off the map somebody to point at, and still nobody to touch', () => {
    const t = room(plan);
    expectRefused(t, 'noSuchNode', 'tune', 'them', 0);
    t.act('reveal', 'ana');
    expectRefused(t, 'outOfReach', 'tune', 'them', 0);
  });

  it('refuses whom hands cannot reach', () => {
    const t = room(plan);
    expectRefused(t, 'outOfReach', 'reveal', 'eva');
    expectRefused(t, 'noSuchNode', 'reveal', 'them');
  });

  it('costs, and cools down', () => {
    const t = room({ ...plan, tools: ['reveal'] });
    expectPriced(t, 'reveal', 'ana');
    t.act('reveal', 'ana');
    expectRefused(t, 'coolingDown', 'reveal', 'ben');
  });
});
