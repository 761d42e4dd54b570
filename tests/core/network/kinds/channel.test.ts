import { describe, expect, it } from 'vitest';
import { HERTZ } from '../../../../src/core/math/turn.ts';
import { BOND } from '../../../../src/core/network/layout.ts';
import { inTurns, room, type Room } from '../../../support/network.ts';

const make = (): Room => room({ people: 'ana ben hub:channel', bonds: 'ana-hub ben-hub' });

describe('channel', () => {
  it('stands at the mean of those it is bonded to, at once', () => {
    const t = make();
    t.place({ ana: 1 / 16, ben: 3 / 16, hub: 1 / 2 });
    t.run(1);
    expect(inTurns(t.get('phase', 'hub'))).toBeCloseTo(1 / 8, 3);
  });

  it('weighs them by trust, and leaves out who is cut off', () => {
    const t = make();
    t.place({ ana: 1 / 16, ben: 3 / 16 });
    t.set('trust', 'ana-hub', 0x4000_0000);
    t.run(1);
    expect(inTurns(t.get('phase', 'hub'))).toBeLessThan(1 / 8 - 0.02);
    t.set('state', 'ana-hub', BOND.cut);
    t.set('pull', 'ana-hub', 0);
    t.run(1);
    expect(inTurns((t.get('phase', 'hub') - t.get('phase', 'ben')) | 0)).toBeCloseTo(0, 2);
  });

  it('has no rhythm of its own, and brings together who have no other bond', () => {
    const t = make();
    t.rhythms({ hub: HERTZ });
    t.place({ ana: 0, ben: 1 / 4 });
    t.run(1);
    expect(t.get('rhythm', 'hub')).toBe(0);
    t.run(40 * 120);
    expect(inTurns((t.get('phase', 'ana') - t.get('phase', 'ben')) | 0)).toBeCloseTo(0, 2);
  });

  it('where all cancels out or nobody is heard, it stays', () => {
    const t = room({ people: 'ana hub:channel', bonds: 'ana-hub' });
    t.set('state', 'ana-hub', BOND.cut);
    t.set('pull', 'ana-hub', 0);
    t.place({ hub: 1 / 4 });
    t.run(10);
    expect(inTurns(t.get('phase', 'hub'))).toBeCloseTo(1 / 4, 4);
  });
});
