import { describe, expect, it } from 'vitest';
import { hertz } from '../../../../src/core/math/turn.ts';
import { BOND } from '../../../../src/core/network/layout.ts';
import { isSeenBond, touches } from '../../../../src/core/network/network.ts';
import { isSeenNode } from '../../../../src/core/network/acts.ts';
import { expectRefused, inTurns, room, type Room } from '../../../support/network.ts';

const make = (): Room => {
  const t = room({
    people: 'ana ben cleo',
    bonds: 'ana-ben ben-cleo',
    tools: [{ tool: 'reveal', cooldown: 0 }, { tool: 'mend', cooldown: 0 }, 'tune'],
    hazards: [{ kind: 'steer', bonds: 2, rhythm: 0.5 }],
  });
  for (const column of ['rhythm', 'base'] as const) t.set(column, 'off the map', hertz(0.5));
  return t;
};
const bondsOf = (t: Room, name: string): number[] =>
  Array.from({ length: t.net.rules.layout.bonds }, (_, e) => e).filter((e) => touches(t.net, e, t.node(name)));
const steered = (t: Room): string[] => ['ana', 'ben', 'cleo'].filter((who) => t.bond(`${who}-off the map`) >= 0);

describe('steer', () => {
  it('brings somebody off the map, bonded to as many as it says by bonds that nobody sees', () => {
    const t = make();
    const bonds = bondsOf(t, 'off the map');
    expect(bonds.length).toBe(2);
    for (const e of bonds) {
      expect(t.net.s[t.net.rules.layout.state + e]).toBe(BOND.hidden | BOND.foreign);
      expect(isSeenBond(t.net, e)).toBe(false);
      expectRefused(t, 'noSuchBond', 'mend', e);
    }
    expect(isSeenNode(t.net, t.node('off the map'))).toBe(false);
    expect(t.get('counted', 'off the map')).toBe(0);
  });

  it('turns at a rhythm of its own and is not moved, but moves them', () => {
    const t = make();
    t.run(60);
    expect(inTurns(t.get('phase', 'off the map'))).toBeCloseTo(1 / 4, 4);
    for (const who of steered(t)) expect(t.get('phase', who)).not.toBe(0);
  });

  it('its bonds keep the trust they have', () => {
    const t = make();
    const trust = bondsOf(t, 'off the map').map((e) => t.net.s[t.net.rules.layout.trust + e]);
    t.run(600);
    expect(bondsOf(t, 'off the map').map((e) => t.net.s[t.net.rules.layout.trust + e])).toEqual(trust);
  });

  it('is over once every bond is revealed and cut', () => {
    const t = make();
    for (const who of steered(t)) {
      const e = t.bond(`${who}-off the map`);
      t.act('reveal', who);
      expect(isSeenNode(t.net, t.node('off the map'))).toBe(true);
      expect(t.act('mend', e)).toBe(null);
    }
    expect(bondsOf(t, 'off the map')).toEqual([]);
    expect(isSeenNode(t.net, t.node('off the map'))).toBe(false);
    t.place({ ana: 0, ben: 0, cleo: 0 });
    t.run(60);
    for (const who of ['ana', 'ben', 'cleo']) expect(t.get('phase', who)).toBe(0);
  });
});
