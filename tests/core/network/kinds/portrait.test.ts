import { describe, expect, it } from 'vitest';
import { expectRefused, room, type Room, type RoomPlan } from '../../../support/network.ts';

const make = (differs: Partial<RoomPlan> = {}): Room =>
  room({
    people: 'ana ben cleo glass:portrait',
    bonds: 'ana-glass ben-glass',
    tools: [
      { tool: 'tune', cooldown: 0 },
      { tool: 'shield', cooldown: 0 },
    ],
    ...differs,
  });

describe('portrait', () => {
  it('takes on who was touched last of those around it, and keeps it until the next', () => {
    const t = make();
    t.act('tune', 'ana', 64);
    expect(t.get('phase', 'glass')).toBe(0x4000_0000);
    t.run(300);
    expect(t.get('phase', 'glass')).toBe(0x4000_0000);
    t.act('tune', 'ben', 200);
    expect(t.get('phase', 'glass')).toBe(200 << 24);
  });

  it('takes no notice of who is not bonded to it, or whose bond does not carry', () => {
    const t = make();
    t.act('tune', 'cleo', 64);
    t.act('shield', 'ana');
    t.act('tune', 'ana', 64);
    expect(t.get('phase', 'glass')).toBe(0);
  });

  it('in another part of the chord it means the same thing by it', () => {
    const t = make({
      people: { one: 'ana ben', two: 'cleo glass:portrait' },
      bonds: 'cleo-glass',
      parts: { two: 0.25 },
    });
    t.act('tune', 'cleo', 96);
    expect(t.get('phase', 'glass')).toBe(96 << 24);
  });

  it('is loud, not asked for and out of reach', () => {
    const t = make();
    expect([t.get('emit', 'glass'), t.get('counted', 'glass')]).toEqual([64, 0]);
    expectRefused(t, 'outOfReach', 'tune', 'glass', 0);
  });
});
