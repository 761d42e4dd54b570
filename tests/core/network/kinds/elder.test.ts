import { expect, it } from 'vitest';
import { KINDS } from '../../../../src/core/network/kinds/table.ts';
import { room } from '../../../support/network.ts';

it('elder: heavy to move and much heard', () => {
  const t = room({ people: 'ana ben old:elder', bonds: 'ana-ben ana-old' });
  t.set('phase', 'ana', 0x1000_0000);
  t.run(1);
  const ben = t.get('phase', 'ben');
  const old = t.get('phase', 'old');
  expect(old).toBeGreaterThan(0);
  expect(Math.abs(ben / old - KINDS.plain.feel / KINDS.elder.feel)).toBeLessThan(0.01);

  const [byOld, byBen] = ['old', 'ben'].map((who) => {
    const other = room({ people: 'ana ben old:elder', bonds: `ana-${who}` });
    other.set('phase', who, 0x1000_0000);
    other.run(1);
    return other.get('phase', 'ana');
  });
  expect(Math.abs(byOld / byBen - KINDS.elder.emit / KINDS.plain.emit)).toBeLessThan(0.01);
});
