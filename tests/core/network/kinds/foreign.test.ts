import { describe, expect, it } from 'vitest';
import { HERTZ } from '../../../../src/core/math/turn.ts';
import { BOND } from '../../../../src/core/network/layout.ts';
import { expectRefused, room } from '../../../support/network.ts';

const plan = { people: 'ana ben them:foreign', bonds: 'ana-ben ana-them', tools: ['reveal', 'mend', 'tune'] } as const;

describe('foreign', () => {
  it('turns at its own rhythm, feels nothing, is not asked for, and is heard louder than anybody', () => {
    const t = room(plan);
    t.rhythms({ them: HERTZ / 10 });
    t.place({ ana: 1 / 4 });
    t.run(120);
    expect(Math.abs(t.get('phase', 'them') - (HERTZ / 10) * 120)).toBeLessThan(200);
    expect(t.get('counted', 'them')).toBe(0);
    expect(t.get('emit', 'them')).toBeGreaterThan(t.get('emit', 'ana'));
  });

  it('BUG in plain sight: somebody off the map who was written into a level was bonded by bonds that all saw and none could cut', () => {
    const t = room(plan);
    const e = t.bond('ana-them');
    expect(t.get('state', 'ana-them')).toBe(BOND.hidden | BOND.foreign);
    expectRefused(t, 'noSuchNode', 'tune', 'them', 0);
    expectRefused(t, 'noSuchBond', 'mend', e);
    t.act('reveal', 'ana');
    expect(t.act('mend', e)).toBe(null);
    expect(t.bond('ana-them')).toBe(-1);
  });
});
