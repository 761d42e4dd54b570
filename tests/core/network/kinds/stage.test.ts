import { expect, it } from 'vitest';
import { KINDS } from '../../../../src/core/network/kinds/table.ts';
import { room } from '../../../support/network.ts';

it('stage: whoever stands on it is heard louder; a swap changes who stands there', () => {
  const t = room({ people: 'ana:stage ben cleo', bonds: 'ana-ben ben-cleo', tools: ['swap'] });
  t.place({ ana: 1 / 16, cleo: 0 });
  t.run(1);
  const pulled = t.get('phase', 'ben');
  const quiet = room({ people: 'ana ben', bonds: 'ana-ben' });
  quiet.place({ ana: 1 / 16 });
  quiet.run(1);
  expect(Math.abs(pulled / quiet.get('phase', 'ben') - KINDS.stage.emit / KINDS.plain.emit)).toBeLessThan(0.02);

  t.place({ ana: 1 / 4, cleo: 1 / 2 });
  t.act('swap', 'ana', 'cleo');
  expect([t.get('phase', 'ana'), t.get('emit', 'ana')]).toEqual([-0x8000_0000, KINDS.stage.emit]);
  expect(t.get('emit', 'cleo')).toBe(KINDS.plain.emit);
});
