import { describe, expect, it } from 'vitest';
import { room, type Room } from '../../../support/network.ts';

/** A line, so that whoever is named has somebody who is not a neighbour. */
const make = (): Room =>
  room({
    people: 'ana ben cleo dan eva',
    bonds: 'ana-ben ben-cleo cleo-dan dan-eva',
    tools: [{ tool: 'shield', cooldown: 0, seconds: 60 }],
    hazards: [{ kind: 'surge', every: 2, tell: 1 }],
  });
const WHO = ['ana', 'ben', 'cleo', 'dan', 'eva'];
const agitation = (t: Room): number[] => WHO.map((who) => t.get('agitation', who));
const named = (t: Room): number => t.heard.find(([event]) => event === 'hazardNamed')![2];

describe('surge', () => {
  it('agitates the one it named, and the neighbours, to the full', () => {
    const t = make();
    t.run(239);
    expect(agitation(t)).toEqual([0, 0, 0, 0, 0]);
    t.run(1);
    const middle = named(t);
    agitation(t).forEach((value, i) => {
      if (Math.abs(i - middle) <= 1) expect(value).toBeGreaterThan(32700);
      else expect(value).toBe(0);
    });
  });

  it('spares the shielded, and still takes their neighbours along', () => {
    const t = make();
    t.run(120);
    const middle = named(t);
    t.act('shield', WHO[middle]);
    t.run(120);
    expect(agitation(t)[middle]).toBe(0);
    expect(agitation(t).some((value) => value > 32700)).toBe(true);
  });

  it('agitation makes a hand restless, slows the growth of trust, and wears off to nothing', () => {
    const t = make();
    const calm = make();
    t.set('agitation', 'ana', 32768);
    t.run(1);
    calm.run(1);
    expect(t.get('speed', 'ana')).not.toBe(0);
    expect(calm.get('speed', 'ana')).toBe(0);
    expect(t.get('trust', 'ana-ben')).toBeLessThan(calm.get('trust', 'ana-ben'));
    expect(t.get('trust', 'dan-eva')).toBe(calm.get('trust', 'dan-eva'));
    let before = 32768;
    while (before > 0) {
      expect(t.get('agitation', 'ana')).toBeLessThan(before);
      before = t.get('agitation', 'ana');
      if (t.tick() > 200) t.set('agitation', 'ana', Math.min(before, 3));
      t.run(1);
    }
  });
});
