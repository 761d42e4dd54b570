import { describe, expect, it } from 'vitest';
import { HELD_FOR } from '../../../../src/core/network/layout.ts';
import { room, type Room } from '../../../support/network.ts';

const make = (): Room =>
  room({
    people: { here: 'ana ben', there: 'cleo dan', nobody: 'glass:mirror' },
    goal: { kind: 'groups', target: 0.9, hold: 60 },
  });

describe('groups', () => {
  it('asks every group to be together in itself, and no group to be with another', () => {
    const t = make();
    t.place({ cleo: 1 / 2, dan: 1 / 2 });
    t.run(1);
    expect(t.net.s[HELD_FOR]).toBe(1);
  });

  it('is not met while one group is apart', () => {
    const t = make();
    t.place({ dan: 1 / 2 });
    t.run(1);
    expect(t.net.s[HELD_FOR]).toBe(0);
  });
});
