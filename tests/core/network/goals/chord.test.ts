import { describe, expect, it } from 'vitest';
import { HELD_FOR } from '../../../../src/core/network/layout.ts';
import { inTurns, room, type Room } from '../../../support/network.ts';

const make = (): Room =>
  room({
    people: { low: 'ana ben', middle: 'cleo dan', high: 'eva fay' },
    bonds: 'ana-ben cleo-dan eva-fay',
    between: [
      { groups: ['low', 'middle'], bonds: 4 },
      { groups: ['middle', 'high'], bonds: 4 },
    ],
    parts: { middle: 1 / 3, high: 2 / 3 },
    goal: { kind: 'chord', target: 0.95, hold: 60 },
  });

describe('chord', () => {
  it('is met by groups at their own intervals, and not by unison', () => {
    const t = make();
    t.run(1);
    expect(t.net.s[HELD_FOR]).toBe(0);
    t.place({ cleo: 1 / 3, dan: 1 / 3, eva: 2 / 3, fay: 2 / 3 });
    t.run(1);
    expect(t.net.s[HELD_FOR]).toBe(1);
  });

  it('is where bonds between the groups lead by themselves', () => {
    const t = make();
    t.place({ ana: 0.02, cleo: 0.3, dan: 0.4, eva: 0.7, fay: 0.6 });
    t.run(60 * 120);
    expect(inTurns((t.get('phase', 'cleo') - t.get('phase', 'ana')) | 0)).toBeCloseTo(1 / 3, 2);
    expect(inTurns((t.get('phase', 'eva') - t.get('phase', 'ana')) | 0)).toBeCloseTo(-1 / 3, 2);
    expect(t.net.s[HELD_FOR]).toBeGreaterThan(0);
  });
});
