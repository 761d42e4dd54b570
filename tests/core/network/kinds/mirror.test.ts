import { describe, expect, it } from 'vitest';
import { HERTZ } from '../../../../src/core/math/turn.ts';
import { BOND } from '../../../../src/core/network/layout.ts';
import { room, type Room } from '../../../support/network.ts';

/** ana does not hear the mirror, so that what she shows is hers. */
const make = (): Room => {
  const t = room({ people: 'ana glass:mirror', bonds: 'ana-glass' });
  t.set('feel', 'ana', 0);
  t.rhythms({ ana: HERTZ / 4 });
  return t;
};

describe('mirror', () => {
  it('gives back what its neighbours showed it a second ago', () => {
    const t = make();
    const shown: number[] = [];
    for (let k = 0; k < 400; k++) {
      shown.push(t.get('phase', 'ana'));
      t.run(1);
      if (k < 120) continue;
      const late = (t.get('phase', 'glass') - shown[k - 120]) | 0;
      // As near as an angle is told: a step of the table, and one tick's turn.
      expect(Math.abs(late)).toBeLessThan(2 * 0x10_0000 + HERTZ / 4);
    }
  });

  it('gives the mean of several, at the interval of each bond', () => {
    const t = room({ people: 'ana ben glass:mirror', bonds: 'ana-glass ben-glass' });
    for (const who of ['ana', 'ben']) t.set('feel', who, 0);
    t.place({ ana: 1 / 8, ben: 1 / 4 });
    t.set('interval', 'ben-glass', -0x2000_0000);
    t.run(200);
    expect(Math.abs((t.get('phase', 'glass') - 0x2000_0000) | 0)).toBeLessThan(0x20_0000);
  });

  it('where nothing reaches it, it repeats what it last knew', () => {
    const t = make();
    t.run(200);
    t.set('state', 'ana-glass', BOND.cut);
    t.set('pull', 'ana-glass', 0);
    const second: number[] = [];
    for (let k = 0; k < 120; k++) {
      t.run(1);
      second.push(t.get('phase', 'glass'));
    }
    t.run(1);
    expect(Math.abs((t.get('phase', 'glass') - second[0]) | 0)).toBeLessThan(0x1000);
  });

  it('is not asked for, and out of reach', () => {
    const t = make();
    expect(t.get('counted', 'glass')).toBe(0);
  });
});
