// What the bots make of the Trust Coves' rules: they use them where there is something to use them for, by what is shown.
import { describe, expect, it } from 'vitest';
import { use } from '../../../src/core/bots/bot.ts';
import { isWhisperedAbout, quietAndRight, sitters, unevenTables } from '../../../src/core/bots/habits/cove.ts';
import { stragglers } from '../../../src/core/bots/habits/gather.ts';
import { newMemory, type Urge } from '../../../src/core/bots/habits/habit.ts';
import { firstUrge } from '../../../src/core/bots/habits/table.ts';
import { ideas } from '../../../src/core/bots/ideas.ts';
import { AUTHENTICITY } from '../../../src/core/network/layout.ts';
import { room, turn, type Room, type RoomPlan } from '../../support/network.ts';

const make = (differs: Partial<RoomPlan>): Room =>
  room({
    people: 'ana ben cleo dan',
    bonds: 'ana-ben ben-cleo cleo-dan dan-ana',
    tools: ['tune', 'workshop', 'lens', 'shield'].map((tool) => ({ tool: tool as 'tune', cooldown: 0 })),
    ...differs,
  });
const urge = (t: Room): Urge => firstUrge(t.net, { memory: newMemory(t.net), tremble: () => 0, mends: true });
const names = (t: Room, of: readonly number[]): string[] => of.map((i) => t.net.rules.names[i]);

describe('in the Coves a sensible hand', () => {
  it('sits down those whose scores lie far apart, and not where nobody can see a score', () => {
    const about = { table: { score: 50 }, ben: { score: 0 }, cleo: { score: 90 } };
    const t = make({ about });
    expect(unevenTables(t.net, 9)).toEqual([]);
    // Somebody has to be astray, or there is nothing to talk about.
    t.place({ ben: 1 / 5 });
    expect(names(t, unevenTables(t.net, 9))).toEqual(['ben', 'cleo', 'ana']);
    expect(urge(t)).toEqual(use('workshop', t.node('ben')));
    const hidden = make({ about, scores: { mode: 'hidden' } });
    hidden.place({ ben: 1 / 5 });
    expect(unevenTables(hidden.net, 9)).toEqual([]);
    expect(urge(hidden)).toMatchObject({ tool: 'tune' });
    expect(ideas(t.net)).toContainEqual(use('workshop', t.node('cleo')));
  });

  it('looks through the lens at who stands right and is hardly heard, with others astray around them', () => {
    const t = make({ people: 'ana ben cleo dan eva flo', about: { table: { score: 60 }, ana: { score: 30 } } });
    t.place({ ben: 1 / 5, dan: -1 / 5 });
    expect(names(t, quietAndRight(t.net, 9))).toEqual(['ana']);
    expect(urge(t)).toEqual(use('lens', t.node('ana')));
    t.act('lens', 'ana');
    expect(quietAndRight(t.net, 9)).toEqual([]);
    expect(urge(t)).toMatchObject({ tool: 'tune' });
  });

  it('has who is whispered about sit in a workshop when it comes, and touches the other table first', () => {
    const t = make({
      people: { left: 'ana ben cleo', right: 'dan eva flo gil' },
      bonds: 'ana-ben ben-cleo ana-cleo dan-eva eva-flo flo-gil',
      about: { left: { score: 50 }, right: { score: 50 } },
      hazards: [{ kind: 'whispers', every: 20, first: 3, tell: 2 }],
    });
    t.run(200);
    expect(urge(t)).toMatchObject({ tool: 'workshop' });
    expect(['ana', 'dan'].map((who) => isWhisperedAbout(t.net, t.node(who)))).toEqual([true, false]);
    t.place({ ana: 0.2, dan: 0.19 });
    expect(names(t, stragglers(t.net, 1))).toEqual(['dan']);
  });

  it('lays no hand too many on anybody, unless there is plenty left to pay for it', () => {
    const t = make({ touches: 0 });
    t.place({ ana: 1 / 5 });
    expect(names(t, stragglers(t.net, 9))).toEqual(['ana']);
    t.net.s[AUTHENTICITY] = t.net.rules.authenticity + 1000;
    expect(stragglers(t.net, 9)).toEqual([]);
  });

  it('shields those the goal names once the others stand, and does not tune them first', () => {
    const t = make({ goal: { kind: 'shielded', who: ['cleo'], hold: 5 } });
    t.place({ cleo: 1 / 3 });
    expect(names(t, stragglers(t.net, 9))).toEqual([]);
    expect(urge(t)).toEqual(use('shield', t.node('cleo')));
    expect(ideas(t.net)).toContainEqual(use('shield', t.node('cleo')));
    t.act('shield', 'cleo');
    expect(urge(t)).toBe(null);
  });

  it('shields nobody against who is on the way', () => {
    const t = make({ about: { dan: { late: 4 } }, hazards: [{ kind: 'arrivals', tell: 3 }] });
    t.run(300);
    expect(urge(t)).toBe(null);
  });

  it('turns a portrait by turning who sits for it', () => {
    const t = make({ people: 'ana ben cleo dan glass:portrait', bonds: 'ana-ben ben-cleo cleo-dan dan-glass' });
    expect(sitters(t.net, 9)).toEqual([]);
    t.set('phase', 'glass', turn(1 / 2));
    expect(names(t, sitters(t.net, 9))).toEqual(['dan']);
    expect(urge(t)).toEqual(use('tune', t.node('dan'), 0));
  });
});
