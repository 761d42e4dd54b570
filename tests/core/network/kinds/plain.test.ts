import { expect, it } from 'vitest';
import { room } from '../../../support/network.ts';

it('plain: heard and moved alike, asked for', () => {
  const t = room({ people: 'ana ben', bonds: 'ana-ben' });
  t.place({ ana: 0, ben: 1 / 8 });
  t.run(30);
  const ana = t.get('phase', 'ana');
  expect(ana).toBeGreaterThan(0);
  expect(Math.abs(ana - (0x2000_0000 - t.get('phase', 'ben')))).toBeLessThan(64);
  expect(t.get('counted', 'ana')).toBe(1);
});
