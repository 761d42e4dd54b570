import { describe, expect, it } from 'vitest';
import { HERTZ } from '../../../../src/core/math/turn.ts';
import { forecast, lensOf, scoreOf } from '../../../../src/core/network/scores.ts';
import { expectPriced, expectRefused, room, type Room } from '../../../support/network.ts';

const make = (): Room =>
  room({
    people: 'ana ben eva:far',
    bonds: 'ana-ben ben-eva',
    about: { ana: { score: 0 }, ben: { score: 99 } },
    scores: { hum: 0 },
    tools: [
      { tool: 'lens', seconds: 1, cooldown: 0 },
      { tool: 'anchor', seconds: 2, cooldown: 0 },
    ],
  });

describe('lens', () => {
  it('lets somebody be heard in full for its time, whatever their score, which stays what it is', () => {
    const t = make();
    expect(t.get('emit', 'ana')).toBe(8);
    expect(t.act('lens', 'ana')).toBe(null);
    expect(t.get('emit', 'ana')).toBe(32);
    expect(scoreOf(t.net, t.node('ana'))).toBe(0);
    expect(lensOf(t.net, t.node('ana'))).toEqual({ left: 120, of: 120 });
    t.run(119);
    expect([t.get('emit', 'ana'), lensOf(t.net, t.node('ana'))?.left]).toEqual([32, 1]);
    t.run(1);
    expect([t.get('emit', 'ana'), lensOf(t.net, t.node('ana'))]).toEqual([8, null]);
    expect(t.heard).toContainEqual(['lensEnded', t.node('ana'), 0]);
  });

  it('makes nobody louder than their voice, and gives back what an anchor made of it', () => {
    const t = make();
    t.act('lens', 'ben');
    expect(t.get('emit', 'ben')).toBe(32);
    t.act('lens', 'ana');
    t.act('anchor', 'ana');
    expect(t.get('emit', 'ana')).toBe(96);
    t.run(120);
    expect(t.get('emit', 'ana')).toBe(24);
    t.run(120);
    expect(t.get('emit', 'ana')).toBe(8);
  });

  it('shows where a hand goes: as far as it turned in the last tick, times the ticks', () => {
    const t = make();
    t.set('feel', 'ana', 0);
    t.rhythms({ ana: HERTZ / 4 });
    t.run(1);
    const said = forecast(t.net, t.node('ana'), 240);
    t.run(240);
    expect(t.get('phase', 'ana')).toBe(said);
  });

  it('refuses who is looked at already, and who is out of reach', () => {
    const t = make();
    t.act('lens', 'ana');
    expectRefused(t, 'alreadySet', 'lens', 'ana');
    expectRefused(t, 'outOfReach', 'lens', 'eva');
    expect(t.act('lens', 'ben')).toBe(null);
  });

  it('has its price', () => expectPriced(make(), 'lens', 'ana'));
});
