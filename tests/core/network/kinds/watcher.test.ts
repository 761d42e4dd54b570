import { describe, expect, it } from 'vitest';
import { ALARM, BOND } from '../../../../src/core/network/layout.ts';
import { room, type Room } from '../../../support/network.ts';

const make = (): Room =>
  room({
    people: 'ana ben cleo eye:watcher',
    bonds: 'ana-ben ben-cleo ana-eye',
    tools: [
      { tool: 'tune', cooldown: 0 },
      { tool: 'shield', cooldown: 0 },
      { tool: 'swap', cooldown: 0 },
      'mend',
      'bead',
    ],
    hazards: [{ kind: 'enforcer', every: 60, tell: 1, lasts: 5 }],
  });

describe('watcher', () => {
  it('sees every act on those it is bonded to, and no other', () => {
    const t = make();
    t.act('tune', 'ana', 0);
    expect(t.net.s[ALARM]).toBe(1);
    expect(t.heard).toContainEqual(['seen', t.node('eye'), t.node('ana')]);
    t.act('tune', 'ben', 0);
    expect(t.net.s[ALARM]).toBe(1);
  });

  it('sees nothing of the shielded, the shield itself included, nor over a bond that is cut', () => {
    const t = make();
    t.act('shield', 'ana');
    t.act('tune', 'ana', 0);
    expect(t.net.s[ALARM]).toBe(0);
    const cut = make();
    cut.set('state', 'ana-eye', BOND.cut);
    cut.set('pull', 'ana-eye', 0);
    cut.act('tune', 'ana', 0);
    expect(cut.net.s[ALARM]).toBe(0);
  });

  it('hastens the next raid by each act it saw', () => {
    const [watched, unwatched] = ['ana', 'ben'].map((who) => {
      const t = make();
      t.act('tune', who, 0);
      return t.until(() => t.kinds().includes('hazardNamed'), 10_000);
    });
    expect(watched).toBeLessThan(unwatched);
  });

  it('pulls nobody', () => {
    const t = make();
    t.place({ eye: 1 / 4 });
    t.run(60);
    expect(t.get('phase', 'ana')).toBe(0);
  });

  it('BUG the second seat: it saw a swap only when the one it watches was named first', () => {
    for (const [a, b] of [
      ['ana', 'cleo'],
      ['cleo', 'ana'],
    ]) {
      const t = make();
      t.act('swap', a, b);
      expect(t.net.s[ALARM]).toBe(1);
    }
  });

  it('sees a bead let go, and not where it is to go: no hand is laid there', () => {
    const t = make();
    t.act('bead', 'cleo', 'ana');
    expect(t.net.s[ALARM]).toBe(0);
  });
});
