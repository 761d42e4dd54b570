// What is remembered across runs: it only grows.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ACHIEVEMENTS, earnedBy, type Facts } from '../../../src/client/achievements.ts';
import { openProfile, packed, Profile, unpacked } from '../../../src/client/save/profile.ts';
import { Slots } from '../../../src/client/save/slots.ts';
import { SYSTEMS } from '../../../src/core/run/systems.ts';
import type { Result } from '../../../src/core/run/game.ts';
import { ACHIEVEMENT_WORDS } from '../../../src/client/words/achievements.ts';
import { FakeStorage, flakyStore } from './support.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const fresh = (): Profile =>
  new Profile(
    () => undefined,
    () => 50,
  );
const ids = fc.array(fc.stringMatching(/^line:[a-z0-9_.-]{1,40}$/), { maxLength: 60 });

const acts = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('see' as const),
      what: fc.constantFrom('line:a', 'line:b', 'line:coves_1', 'line:coves_12'),
    }),
    fc.record({ do: fc.constant('choose' as const), what: fc.constantFrom('line:x', 'line:y') }),
    fc.record({ do: fc.constant('meet' as const), what: fc.constantFrom(...Object.keys(SYSTEMS)) }),
    fc.record({ do: fc.constant('reach' as const), what: fc.constantFrom('unison', 'concord', 'fracture') }),
    fc.record({ do: fc.constant('best' as const), what: fc.integer({ min: 1, max: 900 }) }),
  ),
);
type Acts = typeof acts extends fc.Arbitrary<infer T> ? T : never;

function done(profile: Profile, all: Acts): Profile {
  for (const one of all) {
    if (one.do === 'see') profile.see(one.what);
    else if (one.do === 'choose') profile.choose(one.what);
    else if (one.do === 'meet') profile.meet([one.what]);
    else if (one.do === 'reach') profile.reach('coves', one.what);
    else profile.keep('coves/01', one.what);
  }
  return profile;
}

/** In any order of what was met. */
const seenIn = (profile: Profile): unknown => {
  const { codex, ...rest } = profile.export() as { readonly codex: readonly string[] };
  return { ...rest, codex: [...codex].sort() };
};

describe('a profile', () => {
  it('joined with another has all of both, whichever is joined with which, and however often', () => {
    fc.assert(
      fc.property(acts, acts, (one, other) => {
        const both = seenIn(done(done(fresh(), one), other));
        const [left, right] = [done(fresh(), one), done(fresh(), other)];
        const [x, y] = [left.export(), right.export()];
        left.merge(y);
        left.merge(y);
        right.merge(JSON.parse(JSON.stringify(x)));
        expect(seenIn(left)).toEqual(both);
        expect(seenIn(right)).toEqual(both);
      }),
    );
  });

  it('has ids packed exactly, and small', () => {
    fc.assert(
      fc.property(ids, (list) => {
        const set = new Set(list);
        expect(new Set(unpacked(packed(set)))).toEqual(set);
      }),
    );
    const story = new Set(
      Array.from({ length: 5000 }, (_, i) => `line:coves_${1 + (i % 5)}_opens_${String(i).padStart(4, '0')}`),
    );
    expect(packed(story).length).toBeLessThan(20_000);
  });

  it('takes nothing from what is none, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (any) => {
        const profile = fresh();
        profile.merge(any);
        profile.merge({
          version: 1,
          lines: any,
          answers: any,
          endings: any,
          codex: any,
          achievements: any,
          best: any,
          last: any,
        });
        for (const ticks of Object.values((profile.export() as { best: Record<string, number> }).best))
          expect(ticks).toBeGreaterThan(0);
      }),
    );
    expect(fresh().merge({ version: 99 })).toBe(false);
  });

  it('keeps the best time, the earliest of what was earned, and the last plan', () => {
    const profile = fresh();
    profile.keep('a', 300);
    profile.keep('a', 400);
    profile.keep('a', 0.5);
    expect([profile.of('a'), profile.of('b')]).toEqual([300, null]);
    profile.merge({
      version: 1,
      best: { a: 250, b: -4 },
      achievements: { inTune: 9, unheardOf: 3 },
      last: { plan: 'coves', when: 70 },
    });
    expect([profile.of('a'), profile.of('b')]).toEqual([250, null]);
    profile.merge({ version: 1, achievements: { inTune: 30 }, last: { plan: 'old', when: 60 } });
    expect(profile.achieved).toEqual({ inTune: 9 });
    expect(profile.last).toEqual({ plan: 'coves', when: 70 });
  });

  it('is written a little later, or at once when the page goes, and never twice', () => {
    const texts: string[] = [];
    const profile = new Profile(
      (text) => texts.push(text),
      () => 1,
    );
    profile.see('line:a');
    profile.see('line:b');
    expect(texts).toHaveLength(0);
    vi.advanceTimersByTime(5000);
    profile.see('line:a');
    vi.advanceTimersByTime(5000);
    expect(texts).toHaveLength(1);
    profile.see('line:c');
    profile.flush();
    profile.flush();
    expect(texts).toHaveLength(2);
    expect(texts[1]).toContain('line:a');
  });

  it('is there again, with the best times that were kept before it', async () => {
    vi.useRealTimers();
    const store = flakyStore();
    const storage = new FakeStorage();
    storage.setItem('syntony.best', JSON.stringify({ 'training/01': 700, x: 'y' }));
    const slots = new Slots({ store, mirror: null, now: () => 1 });
    const profile = await openProfile(slots, storage, () => 2);
    expect([profile.of('training/01'), profile.of('x')]).toEqual([700, null]);
    profile.see('line:a');
    profile.flush();
    await slots.list();
    const again = await openProfile(new Slots({ store, mirror: null, now: () => 1 }), null, () => 2);
    expect([again.of('training/01'), again.hasSeen('line:a'), again.hasSeen('line:b')]).toEqual([700, true, false]);
    again.flush();
    expect((await slots.list()).length).toBe(0);
  });

  it('that cannot be read keeps its bytes', async () => {
    vi.useRealTimers();
    const store = flakyStore();
    store.kept.set('profile', { id: 'profile', text: 'scribble', when: 1, name: '' });
    const slots = new Slots({ store, mirror: null, now: () => 1 });
    const profile = await openProfile(slots, null, () => 2);
    profile.see('line:a');
    profile.flush();
    await slots.rename('1', '');
    expect([...store.kept.values()].map((one) => one.text)).toContain('scribble');
  });
});

describe('achievements', () => {
  const RESULT: Result = {
    outcome: 'won',
    coherence: 97,
    authenticity: 80,
    ticks: 900,
    attempts: 1,
    kept: 4,
    lost: 1,
    cut: [],
    used: { tune: 9 },
  };
  const NONE: Facts = { endings: {}, codex: new Set(), linesSeen: 0, answersTried: 0, results: {} };
  const won = (more: Partial<Result>): Facts => ({ ...NONE, results: { 'coves/01': { ...RESULT, ...more } } });

  it('have each their words, and none is earned by doing nothing', () => {
    expect(Object.keys(ACHIEVEMENT_WORDS)).toEqual(ACHIEVEMENTS.map((one) => one.id));
    expect(earnedBy(NONE)).toEqual([]);
    expect(earnedBy(won({ outcome: 'skipped' }))).toEqual([]);
    expect(earnedBy(won({ outcome: 'broken' as Result['outcome'] }))).toEqual([]);
  });

  it.each([
    ['inTune', won({})],
    ['nothingTorn', won({ lost: 0 })],
    ['letGo', won({ lost: 2 })],
    ['themselves', won({ authenticity: 95 })],
    ['lightHand', won({ used: { tune: 4 } })],
    ['againAndAgain', won({ attempts: 4 })],
    ['fiveRooms', { ...NONE, results: Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`coves/0${n}`, RESULT])) }],
    ['covesUnison', { ...NONE, endings: { coves: ['unison'] } }],
    ['covesConcord', { ...NONE, endings: { coves: ['concord'] } }],
    ['covesFracture', { ...NONE, endings: { coves: ['fracture'] } }],
    ['covesAllEnds', { ...NONE, endings: { coves: ['unison', 'concord', 'fracture'] } }],
    ['covesCodex', { ...NONE, codex: new Set(Object.keys(SYSTEMS)) }],
    ['listener', { ...NONE, linesSeen: 600 }],
    ['otherWords', { ...NONE, answersTried: 60 }],
  ] as const)('%s is earned', (id, facts) => {
    expect(earnedBy(facts)).toContain(id);
  });

  it('are told once', () => {
    const profile = fresh();
    expect(profile.earn(won({}).results)).toEqual(['inTune', 'letGo']);
    expect(profile.earn(won({ lost: 0 }).results)).toEqual(['nothingTorn']);
    expect(Object.keys(profile.achieved)).toHaveLength(3);
  });
});
