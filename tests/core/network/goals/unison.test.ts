import { describe, expect, it } from 'vitest';
import { HELD_FOR } from '../../../../src/core/network/layout.ts';
import { outcome } from '../../../../src/core/network/network.ts';
import { room, type RoomPlan } from '../../../support/network.ts';

const plan: RoomPlan = {
  people: 'ana ben cleo glass:mirror',
  bonds: 'ana-ben ben-cleo cleo-glass',
  goal: { kind: 'unison', target: 0.9, hold: 1 },
};

describe('unison', () => {
  it('is met when all who count are together, whatever the others do', () => {
    const t = room(plan);
    t.place({ glass: 1 / 2 });
    t.run(1);
    expect(t.net.s[HELD_FOR]).toBe(1);
    t.run(118);
    expect(outcome(t.net)).toBe('playing');
    t.run(1);
    expect(outcome(t.net)).toBe('won');
    expect(t.heard.at(-1)).toEqual(['won', 1, 120]);
  });

  it('is not met while one is away', () => {
    const t = room({ ...plan, bonds: '' });
    t.place({ cleo: 1 / 2 });
    t.run(60);
    expect(t.net.s[HELD_FOR]).toBe(0);
  });

  it('takes each at their own part', () => {
    const t = room({ ...plan, people: { low: 'ana ben', high: 'cleo' }, parts: { high: 1 / 2 }, bonds: '' });
    t.place({ cleo: 1 / 2 });
    t.run(1);
    expect(t.net.s[HELD_FOR]).toBe(1);
  });
});
