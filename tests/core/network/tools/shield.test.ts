import { describe, expect, it } from 'vitest';
import { BOND } from '../../../../src/core/network/layout.ts';
import { isShielded } from '../../../../src/core/network/network.ts';
import { expectPriced, expectRefused, room, type Room } from '../../../support/network.ts';

const make = (seconds = 1): Room =>
  room({
    people: 'ana ben cleo eva:far',
    bonds: 'ana-ben ben-cleo ben-eva',
    tools: [{ tool: 'shield', seconds, cooldown: 0 }, 'mend'],
  });

describe('shield', () => {
  it('takes a node’s bonds out of the conversation, both ways, and gives them back', () => {
    const t = make();
    t.place({ ben: 1 / 4 });
    t.act('shield', 'ben');
    const trust = t.get('trust', 'ana-ben');
    t.run(119);
    expect([t.get('phase', 'ana'), t.get('phase', 'ben')]).toEqual([0, 0x4000_0000]);
    expect(t.get('trust', 'ana-ben')).toBe(trust);
    expect(isShielded(t.net, t.node('ben'))).toBe(true);
    t.run(1);
    expect(t.heard).toContainEqual(['shieldEnded', t.node('ben'), 0]);
    expect(isShielded(t.net, t.node('ben'))).toBe(false);
    expect(t.get('pull', 'ana-ben')).toBe(1);
    expect(t.get('phase', 'ana')).not.toBe(0);
  });

  it('a bond between two shields opens when the later of them ends', () => {
    const t = make();
    t.act('shield', 'ana');
    t.run(60);
    t.act('shield', 'ben');
    t.run(60);
    expect(t.kinds()).toContain('shieldEnded');
    expect(t.get('pull', 'ana-ben')).toBe(0);
    t.run(60);
    expect(t.get('pull', 'ana-ben')).toBe(1);
  });

  it('gives back what was broken meanwhile as broken, and what was mended as whole', () => {
    const t = make();
    t.set('state', 'ana-ben', BOND.cut);
    t.set('state', 'ben-cleo', BOND.flipped);
    t.act('shield', 'ben');
    expect(t.act('mend', 'ana-ben')).toBe(null);
    expect(t.get('pull', 'ana-ben')).toBe(0);
    t.run(120);
    expect([t.get('pull', 'ana-ben'), t.get('pull', 'ben-cleo')]).toEqual([1, -1]);
  });

  it('refuses who is shielded already, and who is out of reach', () => {
    const t = make();
    t.act('shield', 'ana');
    expectRefused(t, 'alreadyShielded', 'shield', 'ana');
    expectRefused(t, 'outOfReach', 'shield', 'eva');
    t.run(120);
    expect(t.act('shield', 'ana')).toBe(null);
  });

  it('costs, and cools down', () => {
    const t = room({ people: 'ana ben', bonds: 'ana-ben', tools: ['shield'] });
    expectPriced(t, 'shield', 'ana');
    t.act('shield', 'ana');
    expectRefused(t, 'coolingDown', 'shield', 'ben');
  });

  it('one of no time closes nothing', () => {
    const t = make(0);
    t.act('shield', 'ana');
    expect(t.get('pull', 'ana-ben')).toBe(1);
    t.run(1);
    expect(t.get('shieldedUntil', 'ana')).toBe(0);
  });
});
