import { describe, expect, it } from 'vitest';
import { HERTZ } from '../../../../src/core/math/turn.ts';
import { ENERGY, HOLDER } from '../../../../src/core/network/layout.ts';
import { expectPriced, expectRefused, room, turn, type Room, type RoomPlan } from '../../../support/network.ts';

const BAR = 240;
const make = (tools: RoomPlan['tools'], differs: Partial<RoomPlan> = {}): Room =>
  room({ people: 'ana ben cleo', bonds: 'ana-ben ben-cleo', bar: 2, tools: ['echo', ...tools!], ...differs });
const echoed = (t: Room): boolean => t.kinds().includes('echoed');

describe('echo', () => {
  it('does the last act again, one bar after it was done', () => {
    const t = make(['tune']);
    t.act('tune', 'ana', 64);
    t.run(100);
    expect(t.act('echo')).toBe(null);
    t.place({ ana: 0 });
    t.run(BAR - 101);
    expect(echoed(t)).toBe(false);
    expect(t.get('phase', 'ana')).not.toBe(turn(1 / 4));
    t.run(1);
    expect(t.heard).toContainEqual(['echoed', t.net.rules.slots['tune'], t.node('ana')]);
    expect(Math.abs((t.get('phase', 'ana') - turn(1 / 4)) | 0)).toBeLessThan(turn(0.01));
  });

  it('is free of the act’s price and of its cooldown', () => {
    const t = make([{ tool: 'anchor', seconds: 1, cooldown: 60 }], { energy: { start: 100, most: 100, gain: 0 } });
    t.act('anchor', 'ana');
    t.act('echo');
    const left = t.net.s[ENERGY];
    t.run(BAR);
    expect(t.get('holder', 'ana')).toBe(HOLDER.anchor);
    expect(t.net.s[ENERGY]).toBe(left);
    expectRefused(t, 'coolingDown', 'anchor', 'ben');
  });

  it('makes one hold of twice the length out of an anchor as long as the bar, and leaves nobody louder', () => {
    const t = make([{ tool: 'anchor', seconds: 2 }]);
    t.rhythms({ ana: HERTZ });
    const emit = t.get('emit', 'ana');
    t.act('anchor', 'ana');
    t.act('echo');
    t.run(2 * BAR - 1);
    expect(t.get('phase', 'ana')).toBe(0);
    t.run(1);
    expect(t.get('holder', 'ana')).toBe(HOLDER.nobody);
    expect(t.get('emit', 'ana')).toBe(emit);
  });

  it('puts a pulse on the beat again when it was on it', () => {
    const t = make(['pulse']);
    t.act('pulse', 'ana');
    t.act('echo');
    t.run(BAR);
    expect(t.kinds().filter((event) => event === 'pulseOnBeat').length).toBe(2);
  });

  it('swaps two back', () => {
    const t = make(['swap']);
    t.rhythms({ ana: HERTZ / 8 });
    const own = t.get('birth', 'ana');
    t.act('swap', 'ana', 'ben');
    t.act('echo');
    t.run(BAR);
    expect(t.get('birth', 'ana')).toBe(own);
  });

  it('fades when what could be done then cannot be done now', () => {
    const t = make(['bond', 'mend', 'reveal'], {
      people: 'ana ben cleo them:foreign',
      bonds: 'ana-ben ben-cleo ana-them',
    });
    t.act('bond', 'ana', 'cleo');
    t.act('echo');
    t.run(BAR);
    expect(echoed(t)).toBe(false);
    expect(t.kinds().filter((event) => event === 'bondTied').length).toBe(1);

    t.run(BAR);
    t.act('reveal', 'ana');
    t.act('mend', 'ana-them');
    expect(t.act('echo')).toBe(null);
    t.run(BAR);
    expect(echoed(t)).toBe(false);
  });

  it('fades on a bond that snapped meanwhile', () => {
    const t = make(['bond', 'interval']);
    t.act('bond', 'ana', 'cleo');
    t.act('interval', 'ana-cleo', 9);
    t.act('echo');
    t.set('trust', 'ana-cleo', 0);
    t.run(BAR);
    expect(t.bond('ana-cleo')).toBe(-1);
    expect(echoed(t)).toBe(false);
  });

  it('is used up: there is no echo of an echo, and none of nothing', () => {
    const t = make([{ tool: 'tune', cooldown: 0 }], { tools: [{ tool: 'echo', cooldown: 0 }, 'tune'] });
    expectRefused(t, 'nothingToEcho', 'echo');
    t.act('tune', 'ana', 1);
    t.act('echo');
    expectRefused(t, 'nothingToEcho', 'echo');
    t.run(BAR);
    expect(echoed(t)).toBe(true);
    expectRefused(t, 'nothingToEcho', 'echo');
  });

  it('remembers for less than a bar', () => {
    const t = make(['tune']);
    t.act('tune', 'ana', 1);
    t.run(BAR - 1);
    expect(t.act('echo')).toBe(null);
    const late = make(['tune']);
    late.act('tune', 'ana', 1);
    late.run(BAR);
    expectRefused(late, 'nothingToEcho', 'echo');
  });

  it('carries one at a time', () => {
    const t = make([], {
      tools: [
        { tool: 'echo', cooldown: 0 },
        { tool: 'tune', cooldown: 0 },
      ],
    });
    t.act('tune', 'ana', 1);
    t.act('echo');
    t.act('tune', 'ben', 1);
    expectRefused(t, 'alreadyCarrying', 'echo');
    t.run(BAR - 1);
    expectRefused(t, 'alreadyCarrying', 'echo');
  });

  it('costs, and cools down', () => {
    const t = make([{ tool: 'tune', cooldown: 0 }]);
    t.act('tune', 'ana', 1);
    expectPriced(t, 'echo');
    t.act('echo');
    t.run(BAR);
    t.act('tune', 'ana', 2);
    expectRefused(t, 'coolingDown', 'echo');
  });
});
