import { describe, expect, it } from 'vitest';
import { namedToShield } from '../../../../src/core/network/goals/shielded.ts';
import { HELD_FOR } from '../../../../src/core/network/layout.ts';
import { room, type Room } from '../../../support/network.ts';

const make = (): Room =>
  room({
    people: 'ana ben cleo dan',
    bonds: 'ana-ben ben-cleo cleo-dan',
    tools: [{ tool: 'shield', cooldown: 0, seconds: 1 }],
    goal: { kind: 'shielded', target: 0.9, behind: 2, hold: 60 },
  });

describe('shielded', () => {
  it('asks for a number of people behind shields at once', () => {
    const t = make();
    t.act('shield', 'ana');
    t.run(10);
    expect(t.net.s[HELD_FOR]).toBe(0);
    t.act('shield', 'ben');
    t.run(1);
    expect(t.net.s[HELD_FOR]).toBe(1);
  });

  it('measures only those outside', () => {
    const t = make();
    t.place({ ana: 1 / 2, ben: 1 / 4 });
    t.act('shield', 'ana');
    t.act('shield', 'ben');
    t.run(1);
    expect(t.net.s[HELD_FOR]).toBe(1);
    const apart = make();
    apart.place({ dan: 1 / 2 });
    apart.act('shield', 'ana');
    apart.act('shield', 'ben');
    apart.run(1);
    expect(apart.net.s[HELD_FOR]).toBe(0);
  });

  it('where it names people, asks for these and not for others', () => {
    const t = room({
      people: 'ana ben cleo dan',
      bonds: 'ana-ben ben-cleo cleo-dan',
      tools: [{ tool: 'shield', cooldown: 0, seconds: 1 }],
      goal: { kind: 'shielded', target: 0.9, who: ['ana', 'dan'], hold: 60 },
    });
    expect(namedToShield(t.net)).toEqual([t.node('ana'), t.node('dan')]);
    t.act('shield', 'ana');
    t.act('shield', 'ben');
    t.run(1);
    expect(t.net.s[HELD_FOR]).toBe(0);
    t.act('shield', 'dan');
    t.run(1);
    expect(t.net.s[HELD_FOR]).toBe(1);
    expect(namedToShield(make().net)).toEqual([]);
  });

  it('lets go as the shields end', () => {
    const t = make();
    t.act('shield', 'ana');
    t.act('shield', 'ben');
    t.run(119);
    expect(t.net.s[HELD_FOR]).toBe(119);
    t.run(1);
    expect(t.net.s[HELD_FOR]).toBeLessThan(119);
  });
});
