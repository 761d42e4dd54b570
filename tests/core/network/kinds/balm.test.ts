import { describe, expect, it } from 'vitest';
import { room, type Room } from '../../../support/network.ts';

const make = (kind = 'balm'): Room => {
  const t = room({
    people: `ana ben glass:${kind}`,
    bonds: 'ana-glass',
    goal: { kind: 'unison', authenticity: 0, hold: 60 },
  });
  t.set('feel', 'ana', 0);
  // What the ring began with is over.
  t.run(372);
  for (const who of ['ana', 'ben']) {
    t.set('loss', who, 600);
    t.set('agitation', who, 20_000);
  }
  return t;
};

describe('balm', () => {
  it('gives back what reached it three seconds ago', () => {
    const t = make();
    t.place({ ana: 1 / 8 });
    t.run(360);
    expect(Math.abs(t.get('phase', 'glass'))).toBeLessThan(0x20_0000);
    t.run(1);
    expect(Math.abs((t.get('phase', 'glass') - 0x2000_0000) | 0)).toBeLessThan(0x20_0000);
  });

  it('gives back to who looks at it and agrees what they lost of themselves, and no more than that', () => {
    const t = make();
    t.run(120);
    expect([t.get('loss', 'ana'), t.get('loss', 'ben')]).toEqual([480, 600]);
    t.run(1200);
    expect([t.get('loss', 'ana'), t.get('loss', 'ben')]).toEqual([0, 600]);
  });

  it('who disagrees with it is calmed, and gets nothing back', () => {
    const t = make();
    t.place({ ana: 1 / 2 });
    t.run(120);
    expect(t.get('loss', 'ana')).toBe(600);
    expect(t.get('agitation', 'ana')).toBeLessThan(t.get('agitation', 'ben') * 0.7);
  });

  it('a plain mirror does neither', () => {
    const t = make('mirror');
    t.run(120);
    expect(t.get('loss', 'ana')).toBe(600);
    expect(t.get('agitation', 'ana')).toBe(t.get('agitation', 'ben'));
  });
});
