import { describe, expect, it } from 'vitest';
import { isOnBeat } from '../../../../src/core/network/beat.ts';
import { ENERGY, ENERGY_UNIT } from '../../../../src/core/network/layout.ts';
import { expectPriced, expectRefused, room, type Room } from '../../../support/network.ts';

const BAR = 240;
/** ana and ben are bonded; cleo is bonded to ben only. */
const make = (): Room =>
  room({ people: 'ana ben cleo eva:far', bonds: 'ana-ben ben-cleo ben-eva', tools: ['pulse'], bar: 2 });

const agitate = (t: Room, value: number): void => {
  for (const who of ['ana', 'ben', 'cleo']) t.set('agitation', who, value);
};

describe('pulse', () => {
  it('on the beat, turns the agitation of a node and its neighbours into energy', () => {
    const t = make();
    agitate(t, 32768);
    t.net.s[ENERGY] = 500 * ENERGY_UNIT;
    const { cost } = t.net.rules.tools[0];
    expect(t.act('pulse', 'ana')).toBe(null);
    expect(['ana', 'ben', 'cleo'].map((who) => t.get('agitation', who))).toEqual([0, 0, 32768]);
    const gained = t.net.s[ENERGY] - (500 * ENERGY_UNIT - cost);
    expect(gained).toBeGreaterThan(0);
    expect(t.kinds()).toContain('pulseOnBeat');

    const calmer = make();
    agitate(calmer, 16384);
    calmer.net.s[ENERGY] = 500 * ENERGY_UNIT;
    calmer.act('pulse', 'ana');
    expect(calmer.net.s[ENERGY] - (500 * ENERGY_UNIT - cost)).toBe(gained / 2);
  });

  it('gives no energy beyond the most', () => {
    const t = make();
    agitate(t, 32768);
    for (let k = 0; k < 3; k++) t.act('pulse', 'ben');
    expect(t.net.s[ENERGY]).toBeLessThanOrEqual(t.net.rules.energyMost);
  });

  it('off the beat, stirs them, to the full at most', () => {
    const t = make();
    t.run(BAR / 2);
    agitate(t, 100);
    t.set('agitation', 'ben', 32767);
    t.act('pulse', 'ana');
    expect(t.get('agitation', 'ana')).toBeGreaterThan(100);
    expect(t.get('agitation', 'ben')).toBe(32768);
    expect(t.get('agitation', 'cleo')).toBe(100);
    expect(t.kinds()).toContain('pulseOffBeat');
  });

  it('has a window of an eighth of the bar either side of the beat, both ends included', () => {
    const t = make();
    const on: number[] = [];
    for (let tick = 0; tick < 2 * BAR; tick++) {
      if (isOnBeat(t.net)) on.push(tick);
      t.run(1);
    }
    const expected = Array.from({ length: 2 * BAR }, (_, tick) => tick).filter((tick) => {
      const inBar = tick % BAR;
      return inBar <= BAR / 8 || inBar >= BAR - BAR / 8;
    });
    expect(on).toEqual(expected);
  });

  it('reaches neighbours over broken bonds, and not over hidden ones', () => {
    const t = room({
      people: 'ana ben eva:foreign',
      bonds: 'ana-ben ana-eva',
      tools: ['pulse'],
    });
    t.set('state', 'ana-ben', 2);
    agitateAll(t);
    t.act('pulse', 'ana');
    expect([t.get('agitation', 'ben'), t.get('agitation', 'eva')]).toEqual([0, 32768]);
  });

  it('refuses who is out of reach; costs, and cools down', () => {
    const t = make();
    expectRefused(t, 'outOfReach', 'pulse', 'eva');
    expectPriced(t, 'pulse', 'ana');
    t.act('pulse', 'ana');
    expectRefused(t, 'coolingDown', 'pulse', 'ana');
  });
});

function agitateAll(t: Room): void {
  for (const who of ['ana', 'ben', 'eva']) t.set('agitation', who, 32768);
}
