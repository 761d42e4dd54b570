// Every system of the Trust Coves is a rule of play: the same network with it and without it comes out otherwise, and in the
// way the system is about. What the numbers exactly are is asked by the tests of the rows.
// oxlint-disable unicorn/consistent-function-scoping -- a system is told in one place, with the network it is shown on
import { describe, expect, it } from 'vitest';
import { SYSTEM_IDS } from '../../../src/core/run/systems.ts';
import { BOND, HELD_FOR } from '../../../src/core/network/layout.ts';
import { coherence } from '../../../src/core/network/measure.ts';
import { forecast, scoreOf } from '../../../src/core/network/scores.ts';
import { workshops } from '../../../src/core/network/tools/workshop.ts';
import { room, turn, type Room, type RoomPlan } from '../../support/network.ts';

const score = (t: Room, who: string): number => scoreOf(t.net, t.node(who))!;
const differ = (a: Room, b: Room): boolean => a.net.s.some((word, at) => word !== b.net.s[at]);
/** How far somebody stands from an angle, in turns, 0 to 1/2. */
const apart = (t: Room, who: string, from: number): number =>
  Math.abs((t.get('phase', who) - turn(from)) | 0) / 0x1_0000_0000;

const SYSTEMS: Readonly<Record<string, () => void>> = {
  'cove.room'() {
    const make = (about: RoomPlan['about'], shut: boolean): Room =>
      room({
        people: { cove: 'ana ben cleo', street: 'dan eva' },
        bonds: 'ana-ben ben-cleo ana-cleo dan-eva',
        between: [{ groups: ['cove', 'street'], bonds: 2, door: 'gate', shut }],
        about: about ?? {},
        tools: [{ tool: 'door', cooldown: 0 }],
      });
    const [cove, street] = [make({ cove: { room: 3 } }, true), make({}, true)];
    for (const t of [cove, street]) t.run(40);
    expect(cove.get('trust', 'ana-ben')).toBeGreaterThan(street.get('trust', 'ana-ben') * 1.5);
    expect(cove.get('trust', 'dan-eva')).toBe(street.get('trust', 'dan-eva'));
    // The door is an edge that may be opened: what stands outside reaches in only then.
    const [open, closed] = [make({ cove: { room: 3 } }, true), make({ cove: { room: 3 } }, true)];
    for (const t of [open, closed]) t.place({ dan: 1 / 4, eva: 1 / 4 });
    open.act('door', 'gate');
    for (const t of [open, closed]) t.run(120);
    const reached = (t: Room): number => Math.max(...['ana', 'ben', 'cleo'].map((who) => apart(t, who, 0)));
    expect([reached(closed) === 0, reached(open) > 0.01]).toEqual([true, true]);
  },

  'cove.score'() {
    // Two who stand a third of a turn apart and bond with a third: who is heard draws them.
    const make = (loud: string): Room => {
      const t = room({
        people: 'ana ben cleo',
        bonds: 'ana-cleo ben-cleo',
        about: loud === '' ? {} : { ana: { score: loud === 'ana' ? 99 : 0 }, ben: { score: loud === 'ben' ? 99 : 0 } },
        scores: { hum: 0 },
      });
      for (const who of ['ana', 'ben']) t.set('feel', who, 0);
      t.place({ ana: 1 / 6, ben: -1 / 6 });
      t.run(360);
      return t;
    };
    expect(apart(make('ana'), 'cleo', 1 / 6)).toBeLessThan(0.13);
    expect(apart(make('ben'), 'cleo', -1 / 6)).toBeLessThan(0.13);
    expect(apart(make(''), 'cleo', 0)).toBeLessThan(0.01);
    // And everybody's moves with the room.
    const agreed = room({ people: 'ana ben cleo', bonds: 'ana-ben ben-cleo', about: { table: { score: 40 } } });
    agreed.run(600);
    expect(score(agreed, 'ana')).toBeGreaterThan(45);
  },

  'cove.drift'() {
    const make = (hazards: RoomPlan['hazards']): Room =>
      room({
        people: { left: 'ana ben', right: 'cleo dan' },
        bonds: 'ana-ben cleo-dan',
        about: { left: { score: 50 }, right: { score: 50 } },
        scores: { hum: 0 },
        tools: [{ tool: 'tune', cooldown: 0 }],
        hazards: hazards ?? [],
      });
    const [told, silent] = [make([{ kind: 'whispers', every: 20, first: 5 }]), make([])];
    for (const t of [told, silent]) {
      t.act('tune', 'ana', 0);
      t.act('tune', 'cleo', 0);
    }
    expect([score(told, 'ben') < 50, score(told, 'dan') > 50]).toEqual([true, true]);
    expect([score(silent, 'ben'), score(silent, 'dan')]).toEqual([50, 50]);
    expect(told.get('emit', 'ben')).toBeLessThan(told.get('emit', 'dan'));
    const before = score(told, 'cleo');
    told.run(601);
    expect(score(told, 'cleo')).toBeGreaterThan(before + 5);
  },

  'cove.mirror'() {
    const make = (kind: string): Room => {
      const t = room({
        people: `ana ben glass:${kind}`,
        bonds: 'ana-glass',
        tools: [{ tool: 'tune', cooldown: 0 }],
        goal: { kind: 'unison', authenticity: 0, hold: 60 },
      });
      // ana stands where she stands; a while later the mirror has seen it; then she turns on her heel.
      t.set('feel', 'ana', 0);
      t.place({ ana: 1 / 8, ben: 1 / 8 });
      t.run(400);
      t.set('agitation', 'ana', 10_000);
      t.set('loss', 'ana', 500);
      t.act('tune', 'ana', 160);
      t.run(100);
      return t;
    };
    const [mirror, glare, balm, portrait, nobody] = ['mirror', 'glare', 'balm', 'portrait', 'plain'].map(make);
    expect(apart(mirror, 'glass', 1 / 8)).toBeLessThan(0.01);
    mirror.run(40);
    // Agitated, she trembles.
    expect(apart(mirror, 'glass', 160 / 256)).toBeLessThan(0.06);
    // III: amplifies. IV: heals. V: is what its visitors make of it.
    expect(glare.get('agitation', 'ana')).toBeGreaterThan(nobody.get('agitation', 'ana') + 3000);
    expect(balm.get('agitation', 'ana')).toBeLessThan(nobody.get('agitation', 'ana') * 0.8);
    balm.run(400);
    expect([balm.get('loss', 'ana') < 400, nobody.get('loss', 'ana')]).toEqual([true, 500]);
    expect(apart(portrait, 'glass', 160 / 256)).toBe(0);
  },

  'cove.workshop'() {
    const make = (): Room =>
      room({
        people: 'ana ben cleo dan',
        bonds: 'ana-ben ben-cleo cleo-dan',
        about: { ana: { score: 95 }, ben: { score: 5 }, cleo: { score: 20 }, dan: { score: 80 } },
        scores: { hum: 0 },
        world: { growth: 0, fade: 0 },
        tools: ['workshop'],
      });
    const [held, not] = [make(), make()];
    held.act('workshop', 'ben');
    expect(workshops(held.net).map(({ members }) => members.length)).toEqual([3]);
    for (const t of [held, not]) t.run(480);
    const spread = (t: Room): number => {
      const three = ['ana', 'ben', 'cleo'].map((who) => score(t, who));
      return Math.max(...three) - Math.min(...three);
    };
    expect([spread(held) < 6, spread(not)]).toEqual([true, 90]);
    expect(score(held, 'dan')).toBe(80);
  },

  'cove.palette'() {
    const make = (): Room => {
      const t = room({
        people: 'ana ben',
        bonds: 'ana-ben',
        about: { ana: { score: 0 } },
        scores: { hum: 0 },
        tools: ['lens'],
      });
      t.set('feel', 'ana', 0);
      t.rhythms({ ana: turn(1 / 480) });
      t.place({ ana: 1 / 8 });
      return t;
    };
    const [seen, not] = [make(), make()];
    seen.act('lens', 'ana');
    for (const t of [seen, not]) t.run(1);
    const there = forecast(seen.net, seen.node('ana'), 240);
    for (const t of [seen, not]) t.run(240);
    expect(Math.abs((seen.get('phase', 'ana') - there) | 0)).toBeLessThan(0x1000);
    expect(apart(seen, 'ben', 0)).toBeGreaterThan(apart(not, 'ben', 0) * 2);
  },

  'cove.steer'() {
    const make = (hazards: RoomPlan['hazards']): Room =>
      room({
        people: 'ana ben cleo',
        bonds: 'ana-ben ben-cleo',
        about: { table: { score: 30 } },
        scores: { hum: 0 },
        tools: [
          { tool: 'reveal', cooldown: 0 },
          { tool: 'mend', cooldown: 0 },
        ],
        hazards: hazards ?? [],
      });
    const [steered, free] = [make([{ kind: 'steer', bonds: 1 }]), make([])];
    const { nodes, bonds, state, from, to } = steered.net.rules.layout;
    const foreign = nodes - 1;
    // `still` took its rhythm away with everybody's.
    steered.net.s[steered.net.rules.layout.rhythm + foreign] = turn(1 / 240);
    steered.net.s[steered.net.rules.layout.base + foreign] = turn(1 / 240);
    for (const t of [steered, free]) t.run(600);
    const e = Array.from({ length: bonds }, (_, k) => k).find((k) => (steered.net.s[state + k] & BOND.foreign) !== 0)!;
    const who = steered.net.rules.names[Math.min(steered.net.s[from + e], steered.net.s[to + e])];
    expect(differ(steered, free)).toBe(true);
    expect(coherence(steered.net)).toBeLessThan(coherence(free.net));
    // Bought up: the number shows who, before anything else does.
    expect(score(steered, who)).toBeGreaterThan(40);
    for (const one of ['ana', 'ben', 'cleo']) expect(score(free, one)).toBe(30);
    steered.act('reveal', who);
    expect(steered.act('mend', e)).toBe(null);
    const paid = score(steered, who);
    steered.run(600);
    expect(score(steered, who)).toBe(paid);
  },

  'cove.dialogue'() {
    const make = (mode: 'shown' | 'hidden'): Room =>
      room({
        people: 'ana ben cleo',
        bonds: 'ana-ben ben-cleo ana-cleo',
        about: { table: { score: 10 } },
        scores: { mode },
        touches: 1,
        cut: [['ana', 'ben']],
        tools: [{ tool: 'tune', cooldown: 0 }],
      });
    const [dialogue, scores] = [make('hidden'), make('shown')];
    expect([dialogue.get('emit', 'ana'), scores.get('emit', 'ana')]).toEqual([32, 10]);
    expect(scoreOf(dialogue.net, 0)).toBe(null);
    for (const t of [dialogue, scores]) t.run(900);
    expect([dialogue.get('pull', 'ana-ben'), scores.get('pull', 'ana-ben')]).toEqual([1, 0]);
    dialogue.act('tune', 'ana', 0);
    expect(dialogue.get('loss', 'ana')).toBe(0);
    dialogue.act('tune', 'ana', 0);
    expect(dialogue.get('loss', 'ana')).toBeGreaterThan(0);
  },

  'cove.metric'() {
    const make = (scores: RoomPlan['scores']): Room => {
      const t = room({
        people: 'ana ben cleo',
        bonds: 'ana-ben ben-cleo ana-cleo',
        about: { table: { score: 90 } },
        ...(scores === undefined ? {} : { scores }),
      });
      for (const who of ['ana', 'ben', 'cleo']) t.set('feel', who, 0);
      t.run(240);
      // One bad second.
      t.place({ ana: 1 / 2 });
      t.run(120);
      return t;
    };
    const slow = make({ mode: 'metric', pace: 'slow' });
    const fast = make({ mode: 'metric', pace: 'fast' });
    // The one remembers who she was; the prototype has already dropped her, and her voice with it.
    expect(score(slow, 'ana')).toBeGreaterThan(70);
    expect(score(fast, 'ana')).toBeLessThan(20);
    expect(fast.get('emit', 'ana')).toBeLessThan(slow.get('emit', 'ana') / 2);
  },

  'cove.assembly'() {
    const make = (goal: RoomPlan['goal']): Room =>
      room({
        people: 'ana ben cleo dan',
        bonds: 'ana-ben ben-cleo cleo-dan',
        tools: [{ tool: 'shield', seconds: 20, cooldown: 0 }],
        ...(goal === undefined ? {} : { goal }),
      });
    const held = (goal: RoomPlan['goal'], ...behind: string[]): boolean => {
      const t = make(goal);
      for (const who of behind) t.act('shield', who);
      t.run(60);
      return t.net.s[HELD_FOR] > 0;
    };
    const assembly = { kind: 'shielded', who: ['ana', 'dan'], hold: 10 } as const;
    expect(held({ kind: 'unison', hold: 10 })).toBe(true);
    expect([held(assembly), held(assembly, 'ana', 'ben'), held(assembly, 'ana', 'dan')]).toEqual([false, false, true]);
    const counted = { kind: 'shielded', behind: 2, hold: 10 } as const;
    expect([held(counted, 'ana'), held(counted, 'ana', 'ben')]).toEqual([false, true]);
  },
};

describe('the systems of the Trust Coves', () => {
  it.each(Object.entries(SYSTEMS))('%s', (_, shows) => shows());

  it('are all here', () => {
    expect(Object.keys(SYSTEMS).sort()).toEqual(SYSTEM_IDS.filter((id) => id.startsWith('cove.')).sort());
  });
});
