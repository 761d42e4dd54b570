import { describe, expect, it } from 'vitest';
import { BOND, HAZARD_RATE } from '../../../../src/core/network/layout.ts';
import { NAMED } from '../../../../src/core/network/hazards/hazard.ts';
import { room, type Room, type RoomPlan } from '../../../support/network.ts';

const make = (differs: Partial<RoomPlan> = {}): Room =>
  room({ people: 'ana ben', bonds: 'ana-ben', hazards: [{ kind: 'misread', every: 2, tell: 1 }], ...differs });

describe('misread', () => {
  it('names a bond, and inverts it when its time has come', () => {
    const t = make();
    t.run(119);
    expect(t.heard).toEqual([]);
    t.run(1);
    expect(t.heard).toEqual([['hazardNamed', 0, t.bond('ana-ben')]]);
    expect(t.net.s[t.net.rules.hazards[0].block + NAMED]).toBe(t.bond('ana-ben') + 1);
    t.run(119);
    expect(t.get('pull', 'ana-ben')).toBe(1);
    t.run(1);
    expect(t.heard[1]).toEqual(['hazardStruck', 0, t.bond('ana-ben')]);
    expect([t.get('state', 'ana-ben'), t.get('pull', 'ana-ben')]).toEqual([BOND.flipped, -1]);
  });

  it('makes the two push each other apart', () => {
    const t = make();
    t.run(240);
    t.place({ ana: 0, ben: 1 / 8 });
    t.run(30);
    expect(t.get('phase', 'ana')).toBeLessThan(0);
  });

  it('begins with its first when it says one, and then every so often', () => {
    const t = make({
      people: 'ana ben cleo',
      bonds: 'ana-ben ben-cleo',
      hazards: [{ kind: 'misread', every: 2, first: 0.5, tell: 0 }],
    });
    const struck: number[] = [];
    for (let k = 0; k < 400; k++) {
      const before = t.heard.length;
      t.run(1);
      if (t.heard.slice(before).some(([event]) => event === 'hazardStruck')) struck.push(t.tick());
    }
    expect(struck).toEqual([60, 300]);
  });

  it('leaves alone what is broken, shut, hidden, foreign or not there', () => {
    for (const bit of [BOND.cut, BOND.flipped, BOND.shut, BOND.hidden, BOND.foreign, BOND.free]) {
      const t = make();
      t.set('state', 'ana-ben', bit);
      t.run(1000);
      expect(t.heard).toEqual([]);
    }
  });

  it('goes at the pace the assist leaves it, and not at all at none', () => {
    for (const [rate, due] of [
      [100, 240],
      [50, 480],
      [25, 960],
    ]) {
      const t = make();
      t.net.s[HAZARD_RATE] = rate;
      expect(t.until(() => t.kinds().includes('hazardStruck'), 1000)).toBe(due);
    }
    const t = make();
    t.net.s[HAZARD_RATE] = 0;
    t.run(2000);
    expect(t.heard).toEqual([]);
  });

  it('BUG struck without striking: a bond that changed after it was named was still told as struck', () => {
    const t = make();
    t.run(130);
    t.set('state', 'ana-ben', BOND.cut);
    t.set('pull', 'ana-ben', 0);
    t.run(200);
    expect(t.get('state', 'ana-ben')).toBe(BOND.cut);
    expect(t.kinds()).toEqual(['hazardNamed', 'hazardTurned']);
  });

  it('BUG no warning: a bond mended after the tell had begun was struck with less warning than the tell', () => {
    const t = make();
    t.set('state', 'ana-ben', BOND.cut);
    t.run(230);
    t.set('state', 'ana-ben', 0);
    const named = t.until(() => t.kinds().includes('hazardNamed'), 1000);
    const struck = t.until(() => t.kinds().includes('hazardStruck'), 1000);
    expect(named).toBeGreaterThan(0);
    expect(struck).toBe(120);
  });
});
