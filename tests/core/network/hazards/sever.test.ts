import { describe, expect, it } from 'vitest';
import { BOND } from '../../../../src/core/network/layout.ts';
import { room } from '../../../support/network.ts';

describe('sever', () => {
  it('cuts a named bond, and what is cut carries nothing until it is mended', () => {
    const t = room({
      people: 'ana ben',
      bonds: 'ana-ben',
      tools: ['mend'],
      hazards: [{ kind: 'sever', every: 2, tell: 1 }],
    });
    t.run(120);
    expect(t.kinds()).toEqual(['hazardNamed']);
    t.run(120);
    expect([t.get('state', 'ana-ben'), t.get('pull', 'ana-ben')]).toEqual([BOND.cut, 0]);
    t.place({ ana: 0, ben: 1 / 4 });
    t.run(60);
    expect(t.get('phase', 'ana')).toBe(0);
    expect(t.act('mend', 'ana-ben')).toBe(null);
    t.run(10);
    expect(t.get('phase', 'ana')).toBeGreaterThan(0);
  });

  it('can cut a tie, which then keeps its trust and its place in the count', () => {
    const t = room({
      people: 'ana ben',
      tools: ['bond', 'mend'],
      hazards: [{ kind: 'sever', every: 2, tell: 1 }],
    });
    t.act('bond', 'ana', 'ben');
    t.run(240);
    expect(t.get('state', 'ana-ben')).toBe(BOND.tied | BOND.cut);
    const trust = t.get('trust', 'ana-ben');
    t.run(240);
    expect(t.get('trust', 'ana-ben')).toBe(trust);
  });
});
