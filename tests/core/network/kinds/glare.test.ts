import { describe, expect, it } from 'vitest';
import { room, type Room } from '../../../support/network.ts';

/** ana does not move, so that what she disagrees with goes on; and what the ring began with is over. */
const make = (kind: string): Room => {
  const t = room({ people: `ana ben glass:${kind}`, bonds: 'ana-glass' });
  t.set('feel', 'ana', 0);
  t.run(130);
  t.set('agitation', 'ana', 0);
  return t;
};

describe('glare', () => {
  it('is a mirror, half as loud again', () => {
    const t = make('glare');
    expect(t.get('emit', 'glass')).toBe(96);
    expect(make('mirror').get('emit', 'glass')).toBe(64);
    t.place({ ana: 1 / 8 });
    t.run(122);
    expect(Math.abs((t.get('phase', 'glass') - 0x2000_0000) | 0)).toBeLessThan(0x20_0000);
  });

  it('agitates who looks at it while they disagree, and no longer', () => {
    const t = make('glare');
    t.place({ ana: 1 / 2 });
    t.run(100);
    const stirred = t.get('agitation', 'ana');
    expect(stirred).toBeGreaterThan(8000);
    expect(t.get('agitation', 'ben')).toBe(0);
    t.run(400);
    expect(t.get('agitation', 'ana')).toBeLessThan(stirred);
  });

  it('a plain mirror agitates nobody', () => {
    const t = make('mirror');
    t.place({ ana: 1 / 2 });
    t.run(100);
    expect(t.get('agitation', 'ana')).toBe(0);
  });

  it('agitates to the full and not beyond', () => {
    const t = make('glare');
    t.place({ ana: 1 / 2 });
    t.set('agitation', 'ana', 32768);
    t.run(1);
    expect(t.get('agitation', 'ana')).toBeLessThanOrEqual(32768);
  });
});
