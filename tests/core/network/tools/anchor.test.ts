import { describe, expect, it } from 'vitest';
import { HERTZ } from '../../../../src/core/math/turn.ts';
import { HOLDER, LOAD } from '../../../../src/core/network/layout.ts';
import { TOOLS } from '../../../../src/core/network/tools/table.ts';
import { expectPriced, expectRefused, room } from '../../../support/network.ts';

const plan = { people: 'ana ben eva:far', bonds: 'ana-ben ben-eva', tools: ['anchor', 'tune'] } as const;

describe('anchor', () => {
  it('holds a hand still and makes it louder, for its time and not a tick longer', () => {
    const t = room({ ...plan, tools: [{ tool: 'anchor', seconds: 1 }] });
    t.rhythms({ ana: HERTZ });
    const emit = t.get('emit', 'ana');
    t.act('anchor', 'ana');
    expect(t.get('holder', 'ana')).toBe(HOLDER.anchor);
    expect(t.get('emit', 'ana')).toBe(emit * TOOLS.anchor.louder!);
    t.run(119);
    expect(t.get('phase', 'ana')).toBe(0);
    expect(t.get('speed', 'ana')).toBe(0);
    t.run(1);
    expect(t.get('phase', 'ana')).not.toBe(0);
    expect(t.get('holder', 'ana')).toBe(HOLDER.nobody);
    expect(t.get('emit', 'ana')).toBe(emit);
    expect(t.heard).toContainEqual(['anchorEnded', t.node('ana'), 0]);
  });

  it('pulls others harder than a free hand does', () => {
    const [held, free] = [true, false].map((anchored) => {
      const t = room(plan);
      t.place({ ana: 1 / 5 });
      if (anchored) t.act('anchor', 'ana');
      t.run(30);
      return t.get('phase', 'ben');
    });
    expect(held).toBeGreaterThan(free);
  });

  it('weighs on everybody', () => {
    const t = room(plan);
    t.act('anchor', 'ana');
    expect(t.net.s[LOAD]).toBeGreaterThan(0);
  });

  it('refuses who is held already, by whomever, and who is out of reach', () => {
    const t = room(plan);
    expectRefused(t, 'outOfReach', 'anchor', 'eva');
    t.set('holder', 'ben', HOLDER.enforcer);
    expectRefused(t, 'held', 'anchor', 'ben');
    t.act('anchor', 'ana');
    expectRefused(t, 'held', 'anchor', 'ana');
  });

  it('costs, and cannot be chained: its cooldown is longer than its hold', () => {
    const t = room(plan);
    expectPriced(t, 'anchor', 'ana');
    t.act('anchor', 'ana');
    const { ticks, cooldown } = t.net.rules.tools[0];
    expect(cooldown).toBeGreaterThan(ticks);
    t.run(ticks);
    expectRefused(t, 'coolingDown', 'anchor', 'ana');
    t.run(cooldown - ticks);
    expect(t.act('anchor', 'ana')).toBe(null);
  });

  it('goes by the level’s own time; one of no time ends with the next tick', () => {
    const t = room({ ...plan, tools: [{ tool: 'anchor', seconds: 0 }] });
    const emit = t.get('emit', 'ana');
    t.act('anchor', 'ana');
    t.run(1);
    expect([t.get('holder', 'ana'), t.get('emit', 'ana')]).toEqual([HOLDER.nobody, emit]);
  });
});
