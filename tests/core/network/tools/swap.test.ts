import { describe, expect, it } from 'vitest';
import { HERTZ } from '../../../../src/core/math/turn.ts';
import { HOLDER, LOAD, type NodeColumn } from '../../../../src/core/network/layout.ts';
import { expectPriced, expectRefused, room } from '../../../support/network.ts';

const plan = {
  people: { near: 'ana:stage ben', off: 'cleo eva:far' },
  bonds: 'ana-ben cleo-eva',
  tools: ['swap', 'anchor'],
} as const;

const PERSON: readonly NodeColumn[] = ['phase', 'speed', 'rhythm', 'base', 'birth', 'agitation', 'loss'];
const SEAT: readonly NodeColumn[] = ['emit', 'feel', 'group', 'part', 'kind', 'counted', 'shieldedUntil', 'x', 'y'];

describe('swap', () => {
  it('takes the person along and leaves the seat where it is', () => {
    const t = room(plan);
    const give = (who: string, base: number): void => PERSON.forEach((column, k) => t.set(column, who, base + k));
    give('ana', 100);
    give('cleo', 500);
    const of = (who: string, columns: readonly NodeColumn[]): number[] => columns.map((column) => t.get(column, who));
    const people = [of('ana', PERSON), of('cleo', PERSON)];
    const seats = [of('ana', SEAT), of('cleo', SEAT)];
    expect(t.act('swap', 'ana', 'cleo')).toBe(null);
    expect([of('cleo', PERSON), of('ana', PERSON)]).toEqual(people);
    expect([of('ana', SEAT), of('cleo', SEAT)]).toEqual(seats);
    expect(t.bond('ana-ben')).toBeGreaterThanOrEqual(0);
    expect(t.bond('cleo-ben')).toBe(-1);
  });

  it('costs nobody their own rhythm, and weighs on everybody', () => {
    const t = room(plan);
    t.rhythms({ ana: HERTZ / 4, cleo: -HERTZ / 4 });
    t.act('swap', 'ana', 'cleo');
    for (const who of ['ana', 'cleo']) expect(t.get('base', who)).toBe(t.get('birth', who));
    expect(t.net.s[LOAD]).toBeGreaterThan(0);
  });

  it('is the same whichever of the two is named first', () => {
    const one = room(plan);
    const two = room(plan);
    for (const t of [one, two]) t.rhythms({ ana: HERTZ / 4 });
    one.act('swap', 'ana', 'cleo');
    two.act('swap', 'cleo', 'ana');
    for (const column of PERSON) {
      for (const who of ['ana', 'cleo']) expect(one.get(column, who)).toBe(two.get(column, who));
    }
  });

  it('refuses who is held, who is out of reach, and oneself', () => {
    const t = room(plan);
    expectRefused(t, 'outOfReach', 'swap', 'ana', 'eva');
    expectRefused(t, 'sameNode', 'swap', 'ben', 'ben');
    t.act('anchor', 'ana');
    expectRefused(t, 'held', 'swap', 'ana', 'cleo');
    expectRefused(t, 'held', 'swap', 'cleo', 'ana');
    t.set('holder', 'ben', HOLDER.enforcer);
    expectRefused(t, 'held', 'swap', 'cleo', 'ben');
  });

  it('costs, and cools down', () => {
    const t = room(plan);
    expectPriced(t, 'swap', 'ana', 'cleo');
    t.act('swap', 'ana', 'cleo');
    expectRefused(t, 'coolingDown', 'swap', 'ana', 'cleo');
  });
});
