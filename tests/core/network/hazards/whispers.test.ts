import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../../../src/core/network/scores.ts';
import { room, type Room, type RoomPlan } from '../../../support/network.ts';

const make = (differs: Partial<RoomPlan> = {}): Room =>
  room({
    people: { left: 'ana ben cleo', right: 'dan eva' },
    bonds: 'ana-ben ben-cleo dan-eva',
    about: { left: { score: 50 }, right: { score: 50 } },
    scores: { hum: 0 },
    tools: ['tune', 'shield', 'workshop', 'lens'].map((tool) => ({ tool: tool as 'tune', cooldown: 0, seconds: 4 })),
    hazards: [{ kind: 'whispers', every: 60, first: 3, tell: 2, points: 24, slip: 3 }],
    ...differs,
  });
const scores = (t: Room, ...who: string[]): (number | null)[] => who.map((one) => scoreOf(t.net, t.node(one)));
const WHO = ['ana', 'ben', 'cleo'];

describe('whispers', () => {
  it('a hand laid on one of the first table costs all of it, and the other gets it in equal shares', () => {
    const t = make();
    t.act('tune', 'ana', 0);
    expect(scores(t, ...WHO, 'dan', 'eva')).toEqual([47, 47, 47, 54, 54]);
    expect(t.heard.find(([event]) => event === 'scoreMoved')?.[1]).toBe(t.node('ana'));
    t.act('lens', 'ben');
    expect(scores(t, 'cleo')).toEqual([44]);
  });

  it('a hand laid on the other table costs nobody', () => {
    const t = make();
    t.act('tune', 'dan', 0);
    expect(scores(t, ...WHO, 'dan')).toEqual([50, 50, 50, 50]);
  });

  it('by the clock names one of the first table ahead of time, and takes more from them', () => {
    const t = make();
    t.run(119);
    expect(t.heard).toEqual([]);
    t.run(1);
    const [event, , whom] = t.heard[0];
    expect([event, WHO[whom]]).toEqual(['hazardNamed', expect.any(String)]);
    t.run(240);
    expect(scores(t, WHO[whom], 'dan', 'eva')).toEqual([26, 62, 62]);
    expect(scores(t, ...WHO.filter((one) => one !== WHO[whom]))).toEqual([50, 50]);
  });

  it.each(['shield', 'workshop'])('a %s turns it away', (tool) => {
    const t = make();
    t.run(130);
    const whom = t.heard[0][2];
    expect(t.act(tool, tool === 'workshop' ? 'ben' : WHO[whom])).toBe(null);
    const before = scores(t, WHO[whom], 'dan');
    t.run(230);
    expect(t.kinds()).toContain('hazardTurned');
    expect(t.kinds()).not.toContain('hazardStruck');
    expect(scores(t, 'dan')).toEqual(before.slice(1));
  });

  it('takes no more than somebody has, and gives no more than somebody has room for', () => {
    const t = make({ about: { left: { score: 1 }, right: { score: 99 } } });
    t.act('tune', 'ana', 0);
    expect(scores(t, ...WHO, 'dan')).toEqual([0, 0, 0, 99]);
    const moved = t.heard.length;
    t.act('tune', 'ana', 0);
    expect(t.heard.slice(moved).map(([event]) => event)).toEqual(['toolUsed']);
  });

  it('names nobody where nobody of that table wears a score', () => {
    const t = make({ about: { right: { score: 50 } } });
    t.run(1200);
    expect(t.heard).toEqual([]);
  });
});
