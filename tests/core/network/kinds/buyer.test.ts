import { describe, expect, it } from 'vitest';
import { AUTHENTICITY, BOND } from '../../../../src/core/network/layout.ts';
import { room, type Room } from '../../../support/network.ts';

const make = (): Room =>
  room({
    people: 'ana ben they:buyer',
    bonds: 'ana-ben ana-they',
    tools: ['reveal', 'mend', { tool: 'shield', seconds: 60 }],
    goal: { kind: 'unison', authenticity: 0, hold: 60 },
  });

describe('buyer', () => {
  it('wears away those it is bonded to, and nobody else', () => {
    const t = make();
    t.run(120);
    const loss = t.get('loss', 'ana');
    expect(loss).toBeGreaterThan(0);
    t.run(120);
    expect(t.get('loss', 'ana')).toBe(2 * loss);
    expect(t.get('loss', 'ben')).toBe(0);
    expect(t.net.s[AUTHENTICITY]).toBe(32768 - loss);
  });

  it('stops at a shield', () => {
    const t = make();
    t.act('shield', 'ana');
    t.run(600);
    expect(t.get('loss', 'ana')).toBe(0);
  });

  it('BUG for ever: until its bond is found and cut it takes, and then it takes no more', () => {
    const t = make();
    const e = t.bond('ana-they');
    expect(t.get('state', 'ana-they') & BOND.hidden).not.toBe(0);
    t.run(120);
    t.act('reveal', 'ana');
    expect(t.act('mend', e)).toBe(null);
    const loss = t.get('loss', 'ana');
    t.run(600);
    expect(t.get('loss', 'ana')).toBe(loss);
  });
});
