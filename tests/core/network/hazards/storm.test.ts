import { describe, expect, it } from 'vitest';
import { room, type Room } from '../../../support/network.ts';

const make = (lasts = 1): Room =>
  room({
    people: { north: 'ana ben', south: 'cleo dan' },
    bonds: 'ana-ben cleo-dan',
    tools: ['shield'],
    hazards: [{ kind: 'storm', every: 4, first: 2, tell: 0.5, lasts, group: 'south' }],
  });

describe('storm', () => {
  it('is announced, comes over one group, lasts, passes, and comes back', () => {
    const t = make();
    const log: [number, string][] = [];
    for (let k = 0; k < 840; k++) {
      const before = t.heard.length;
      t.run(1);
      for (const [event, a, group] of t.heard.slice(before)) {
        log.push([t.tick(), event]);
        expect([a, group]).toEqual([0, 1]);
      }
    }
    expect(log).toEqual([
      [180, 'hazardNamed'],
      [240, 'hazardStruck'],
      [359, 'hazardEnded'],
      [660, 'hazardNamed'],
      [720, 'hazardStruck'],
      [839, 'hazardEnded'],
    ]);
  });

  it('keeps its group agitated to the full while it lasts, and nobody else', () => {
    const t = make();
    t.run(300);
    for (const who of ['cleo', 'dan']) expect(t.get('agitation', who)).toBeGreaterThan(32700);
    for (const who of ['ana', 'ben']) expect(t.get('agitation', who)).toBe(0);
    t.run(120);
    expect(t.get('agitation', 'cleo')).toBeLessThan(32700);
  });

  it('spares the shielded', () => {
    const t = make();
    t.run(230);
    t.act('shield', 'cleo');
    t.run(60);
    expect(t.get('agitation', 'cleo')).toBe(0);
    expect(t.get('agitation', 'dan')).toBeGreaterThan(0);
  });

  it('one that lasts longer than it stays away never ends', () => {
    const t = make(10);
    t.run(2400);
    expect(t.kinds().filter((event) => event === 'hazardNamed').length).toBe(1);
    expect(t.kinds()).not.toContain('hazardEnded');
  });
});
