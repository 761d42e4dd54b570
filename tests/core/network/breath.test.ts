import { describe, expect, it } from 'vitest';
import { room } from '../../support/network.ts';

const PEOPLE = { people: 'ana ben cleo', bonds: 'ana-ben ben-cleo', tools: ['tune'] } as const;

describe('everybody in one breath', () => {
  it('draws their rhythms together, for good, and everybody loses something of themselves', () => {
    const t = room({ ...PEOPLE, world: { breath: 0.2 } });
    t.set('base', 'ana', 9_000_000);
    t.set('base', 'cleo', -9_000_000);
    t.run(600);
    expect(Math.abs(t.get('base', 'ana'))).toBeLessThan(4_500_000);
    expect(t.get('base', 'ana')).toBeGreaterThan(0);
    expect(t.get('base', 'ben')).toBeLessThan(300_000);
    for (const who of ['ana', 'ben', 'cleo']) expect(t.get('loss', who)).toBeGreaterThan(2000);
  });

  it('is nothing where nobody asked for it', () => {
    const t = room(PEOPLE);
    t.set('base', 'ana', 9_000_000);
    t.run(600);
    expect(t.get('base', 'ana')).toBe(9_000_000);
    expect(t.get('loss', 'ana')).toBe(0);
  });
});
