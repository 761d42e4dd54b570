import { expect, it } from 'vitest';
import { TOOLS, TOOL_IDS } from '../../../../src/core/network/tools/table.ts';
import { expectRefused, room } from '../../../support/network.ts';

it('far: moved and asked for like anybody, and out of reach of every tool that points at a node', () => {
  const t = room({ people: 'ana eva:far', bonds: 'ana-eva', tools: TOOL_IDS.filter((id) => id !== 'door') });
  for (const id of TOOL_IDS) if (TOOLS[id].takes[0] === 'node') expectRefused(t, 'outOfReach', id, 'eva', 'ana');
  expect(t.act('bead', 'ana', 'eva')).toBe(null);
  t.place({ ana: 1 / 8 });
  t.run(10);
  expect(t.get('phase', 'eva')).toBeGreaterThan(0);
  expect(t.get('counted', 'eva')).toBe(1);
});
