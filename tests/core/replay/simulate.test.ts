// Verdicts: each reason reached by a forgery that deserves it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeContent } from '../../../src/content.ts';
import { sameHash } from '../../../src/core/math/hash.ts';
import { TICK } from '../../../src/core/network/layout.ts';
import { TOOL_IDS, TOOLS } from '../../../src/core/network/tools/table.ts';
import { decode, encode, seal } from '../../../src/core/replay/codec.ts';
import { diff } from '../../../src/core/replay/diff.ts';
import { inputsOf } from '../../../src/core/replay/inputs.ts';
import { Playback } from '../../../src/core/replay/playback.ts';
import { UnplayableError } from '../../../src/core/replay/playable.ts';
import { Recorder } from '../../../src/core/replay/record.ts';
import type { Logged, Replay } from '../../../src/core/replay/replay.ts';
import { REJECTIONS, simulate, simulateFile, type Rejection } from '../../../src/core/replay/simulate.ts';
import { formatTime, timeOf } from '../../../src/core/replay/time.ts';
import { RUN_CODES, run, useTool, type Action, type RunAct } from '../../../src/core/run/actions.ts';
import { hashFor, type Content } from '../../../src/core/run/content.ts';
import { refusal } from '../../../src/core/run/refuse.ts';
import { networkOf } from '../../../src/core/run/world.ts';
import { EASY_TICKS } from '../../support/runs.ts';
import { campaign, everything, rich, sample, small } from './samples.ts';

/** Wins `easy`, with a little done before. */
function won(): Replay {
  const recorder = new Recorder(small, 'easy', 1);
  recorder.tick([useTool('tune', 0, 64)]);
  while (recorder.world.mode !== 'over') recorder.tick([]);
  return recorder.finish();
}

const good = sample(6, 2000);
const forged = (of: Replay, differs: Partial<Replay>): Replay => ({ ...of, ...differs });
const at = (tick: number, ...actions: ReturnType<typeof run>[]): Logged[] =>
  actions.map((action) => ({ tick, action }));

describe('a run as it was', () => {
  it('is verified, with the ticks that were counted here', () => {
    const replay = won();
    expect(simulate(small, replay)).toMatchObject({
      verdict: 'verified',
      at: null,
      ticks: EASY_TICKS,
      time: 0.5,
      outcome: 'won',
    });
  });

  it('is verified as far as it went', () => {
    expect(simulate(small, good)).toMatchObject({ verdict: 'verified', outcome: 'unfinished', ticks: 2000 });
  });
});

describe('a run of others', () => {
  it('is unverifiable and not wrong', () => {
    expect(simulate(small, forged(good, { build: 'core-0' })).verdict).toBe('unverifiable:build');
    expect(simulate(everything, good).verdict).toBe('unverifiable:content');
    expect(simulate(small, good, { build: 'core-0' }).verdict).toBe('unverifiable:build');
  });
});

const tooDense = {
  id: 'dense',
  title: 'Dense',
  hint: 'No',
  limit: 10,
  groups: [
    { name: 'a', people: 4, bonds: 6 },
    { name: 'b', people: 20, bonds: 190 },
  ],
  goal: { kind: 'unison' },
  tools: [],
};

describe('a run that is not what it says', () => {
  const cases: Readonly<Record<Rejection, () => [Content, Replay]>> = {
    noSuchPlan: () => [small, forged(good, { plan: 'constructor', content: small.hash })],
    noSuchNetwork: () => {
      const content = makeContent({ 'dense.json': tooDense });
      return [content, forged(good, { content: hashFor(content, 'dense'), plan: 'dense' })];
    },
    tooLong: () => [small, forged(good, { ticks: small.plans['hard'].most + 1 })],
    tooManyTries: () => [small, forged(good, { log: Array.from({ length: 5000 }, () => at(0, run('retry'))[0]) })],
    tooMuchWork: () => {
      const retries = Array.from({ length: 2000 }, () => at(0, run('retry'))[0]);
      return [small, forged(good, { ticks: small.plans['hard'].most, log: retries })];
    },
    hashMismatch: () => [small, forged(good, { hashes: [good.hashes[0], [1, 2], ...good.hashes.slice(2)] })],
    standsStill: () => [small, forged(good, { log: at(5, run('pause')) })],
    endsEarly: () => [small, forged(won(), { ticks: EASY_TICKS + 1 })],
    runsOn: () => [small, forged(good, { ticks: 100, log: at(100, run('menu', 0)), hashes: [] })],
    badLog: () => [small, forged(good, { ticks: 10, log: at(11, run('menu', 0)), hashes: [] })],
    flagsMismatch: () => [small, forged(good, { flags: { ...good.flags, assisted: !good.flags.assisted } })],
  };

  it.each(REJECTIONS)('%s', (reason) => {
    const [content, replay] = cases[reason]();
    const { verdict, ticks } = simulate(content, replay);
    expect(verdict).toBe(`rejected:${reason}`);
    expect(ticks).toBeLessThanOrEqual(Math.max(replay.ticks + 1, 0));
  });

  it('says where', () => {
    const [content, replay] = cases.hashMismatch();
    expect(simulate(content, replay)).toMatchObject({ at: 1200, ticks: 1200 });
    expect(simulate(small, forged(good, { final: [0, 0] }))).toMatchObject({
      at: 2000,
      verdict: 'rejected:hashMismatch',
    });
  });

  it('has any one action changed, and is found out', () => {
    const replay = rich(4, 3000);
    const acts = replay.log.flatMap(({ action }, i) => (action.act === 'tool' && action.tool === 'tune' ? [i] : []));
    let found = 0;
    for (const i of acts) {
      const { tick, action } = replay.log[i];
      const other = { tick, action: { ...action, b: (action.b + 50) & 255 } };
      const log = replay.log.map((one, k) => (k === i ? other : one));
      if (simulate(everything, forged(replay, { log })).verdict === 'rejected:hashMismatch') found++;
    }
    // One that was refused both times changes nothing.
    expect(found).toBeGreaterThan(acts.length / 2);
    expect(acts.length).toBeGreaterThan(3);
  });

  it('plays no more than it is allowed', () => {
    expect(simulate(small, good, { maxTicks: 1999 }).verdict).toBe('rejected:tooLong');
    expect(simulate(small, good, { maxTicks: 2000 }).verdict).toBe('verified');
  });

  it('claims no pauses where there were some', () => {
    const recorder = new Recorder(small, 'easy', 1);
    recorder.tick([run('pause')]);
    recorder.tick([run('resume')]);
    const replay = recorder.finish();
    expect(replay.flags.paused).toBe(true);
    expect(simulate(small, replay).verdict).toBe('verified');
    const hidden = forged(replay, { flags: { ...replay.flags, paused: false } });
    expect(simulate(small, hidden).verdict).toBe('rejected:flagsMismatch');
  });
});

/** The same run recorded anew, with something more done before what was done. */
function recordedWith(replay: Replay, extra: (recorder: Recorder) => readonly Action[]): Replay {
  const recorder = new Recorder(small, replay.plan, replay.seed);
  while (recorder.world.tick < replay.ticks && recorder.world.mode !== 'over') {
    const { tick } = recorder.world;
    const actions = replay.log.filter((one) => one.tick === tick).map((one) => one.action);
    recorder.tick([...extra(recorder), ...actions]);
  }
  return recorder.finish();
}

describe('inputs of a stolen run', () => {
  const act = fc.oneof(
    fc.record({
      act: fc.constant('tool' as const),
      tool: fc.constantFrom(...TOOL_IDS),
      a: fc.integer({ min: -2, max: 300 }),
      b: fc.integer({ min: -2, max: 300 }),
      c: fc.integer({ min: -1, max: 1 }),
    }),
    fc.record({
      act: fc.constantFrom(...(Object.keys(RUN_CODES) as RunAct[])),
      a: fc.integer({ min: -2, max: 5 }),
      b: fc.integer({ min: -2, max: 110 }),
    }),
  );
  const tick = fc.oneof(fc.constantFrom('0', '20', '600'), fc.nat({ max: 700 }).map(String));
  const extras = fc.dictionary(tick, fc.array(act, { minLength: 1, maxLength: 3 }), { minKeys: 1, maxKeys: 20 });
  // Somebody with a hand of their own: tools and assists that are taken, and no pauses.
  const victim = recordedWith(forged(good, { ticks: 700, log: [] }), ({ world }) => {
    if (world.tick === 20) return [run('assist', 1, 50)];
    return world.mode === 'network' && world.tick % 90 === 3 ? [useTool('tune', world.tick % 4, world.tick % 200)] : [];
  });
  const judged = simulate(small, victim);

  it('stay the same whatever refused act, pause, menu, neutral assist or retry of nothing is put in anywhere', () => {
    expect(judged.verdict).toBe('verified');
    fc.assert(
      fc.property(extras, (more) => {
        const copy = recordedWith(victim, ({ world }) => {
          const { speed, hazards, unlimited } = world.assists;
          const neutral = [run('assist', 0, speed), run('assist', 1, hazards), run('assist', 2, unlimited)];
          return (more[world.tick] ?? []).flatMap((one, i) => [
            run('pause'),
            run('menu', 1),
            ...(refusal(small, world, one) === null ? [] : [one]),
            run('resume'),
            ...(refusal(small, world, one) === null ? [] : [one]),
            neutral[i % 3],
            ...(networkOf(small, world)?.s[TICK] === 0 ? [run('retry')] : []),
            run('menu', 0),
            run('resume', 7, 7),
            run('assist', 3, i % 2),
          ]);
        });
        const again = simulate(small, copy);
        expect(again.verdict).toBe('verified');
        expect(again.inputs).toEqual(judged.inputs);
      }),
      { numRuns: 60 },
    );
  });

  it('do not count arguments that nothing reads', () => {
    const plain = forged(good, { log: at(5, run('retry'), run('proceed'), run('visit', 1)) });
    const dressed = forged(good, { log: at(5, run('retry', 9, 9), run('proceed', 1, 2), run('visit', 1, 8)) });
    expect(inputsOf(dressed)).toEqual(inputsOf(plain));
    expect(inputsOf(forged(good, { log: at(5, run('retry'), run('proceed'), run('visit', 2)) }))).not.toEqual(
      inputsOf(plain),
    );
  });

  it('count every argument that a tool reads, c too, and no other', () => {
    for (const tool of TOOL_IDS) {
      const of = (a: number, b: number, c: number) =>
        inputsOf(forged(good, { log: [{ tick: 5, action: useTool(tool, a, b, c) }] }));
      const differ = [of(2, 1, 1), of(1, 2, 1), of(1, 1, 2)].map((one) => !sameHash(one, of(1, 1, 1)));
      expect([tool, differ]).toEqual([tool, [0, 1, 2].map((k) => k < TOOLS[tool].takes.length)]);
    }
  });
});

describe('a replay of a newer build', () => {
  const newer = (() => {
    const log: Logged[] = [{ tick: 1, action: useTool('tune', 0, 1) }];
    const bytes = encode(forged(good, { build: 'core-2', log }));
    const tool = 32 + TOOLS.tune.code;
    // Ticks since the one before, op, then tune's three arguments, as codec.ts writes them.
    const where = bytes.findIndex((_, i) => [1, tool, 0, 2, 0].every((byte, k) => bytes[i + k] === byte));
    bytes[where + 1] = 32 + 99;
    return seal(bytes);
  })();

  it('with a tool that is not known here is unverifiable, not unreadable', () => {
    expect(() => decode(newer)).toThrow('badAction');
    expect(simulateFile(small, newer).verdict).toBe('unverifiable:build');
    expect(simulateFile(everything, newer, { build: 'core-2' }).verdict).toBe('unverifiable:content');
    expect(() => simulateFile(small, newer, { build: 'core-2' })).toThrow('badAction');
    expect(simulateFile(small, encode(good)).verdict).toBe('verified');
  });
});

describe('what a judge would not play', () => {
  const most = small.plans['hard'].most;
  const cases: readonly (readonly [string, Replay])[] = [
    ['unverifiable:build', forged(good, { build: 'core-2' })],
    ['unverifiable:content', forged(good, { content: 'f'.repeat(16) })],
    ['rejected:noSuchPlan', forged(good, { plan: 'nowhere', content: small.hash })],
    ['rejected:tooLong', forged(good, { ticks: most + 1 })],
    ['rejected:tooManyTries', forged(good, { log: Array.from({ length: 5000 }, () => at(0, run('retry'))[0]) })],
  ];

  it.each(cases)('is not compared or watched either: %s', (verdict, replay) => {
    expect(() => new Playback(small, replay)).toThrow(UnplayableError);
    expect(() => new Playback(small, replay)).toThrow(verdict);
    expect(diff(small, good, replay)).toMatchObject({ unplayed: { which: 'b', verdict }, world: null });
    expect(diff(small, replay, good)).toMatchObject({ unplayed: { which: 'a', verdict }, world: null });
  });

  it('nor is a network that cannot be made', () => {
    const content = makeContent({ 'dense.json': tooDense });
    const replay = forged(good, { content: hashFor(content, 'dense'), plan: 'dense' });
    expect(diff(content, replay, replay).unplayed?.verdict).toBe('rejected:noSuchNetwork');
  });

  it('is told as it goes', () => {
    const [judgedAt, comparedAt]: number[][] = [[], []];
    simulate(small, good, {}, (tick) => judgedAt.push(tick));
    diff(small, good, good, (tick) => comparedAt.push(tick));
    expect([judgedAt, comparedAt]).toEqual([
      [600, 1200, 1800],
      [0, 600, 1200, 1800],
    ]);
  });
});

describe('inputs', () => {
  it('are the same with pauses, menus and slow motion sprinkled in, and with refused presses once played', () => {
    const plain = won();
    const log = [
      ...plain.log,
      ...at(3, run('pause'), run('menu', 1), run('menu', 0), run('resume'), run('assist', 0, 80)),
    ];
    const sprinkled = forged(plain, { log });
    expect(inputsOf(sprinkled)).toEqual(inputsOf(plain));
    const pressed = forged(plain, { log: [...plain.log, ...at(4, run('proceed'))] });
    expect(inputsOf(pressed)).not.toEqual(inputsOf(plain));
    expect(simulate(small, pressed).inputs).toEqual(simulate(small, plain).inputs);
  });

  it('differ with anything that decides', () => {
    const plain = won();
    const later = forged(plain, { log: plain.log.map((one) => ({ ...one, tick: one.tick + 1 })) });
    expect(inputsOf(later)).not.toEqual(inputsOf(plain));
    expect(inputsOf(forged(plain, { seed: 2 }))).not.toEqual(inputsOf(plain));
  });
});

describe('a recorder', () => {
  it('gives the World only what the log can hold', () => {
    const recorder = new Recorder(small, 'hard', 1);
    recorder.tick([run('menu', 1.7, NaN), useTool('nothing' as 'tune'), useTool('tune', 1.2, 2 ** 32 + 7)]);
    const replay = recorder.finish();
    expect(replay.log.map((one) => one.action)).toEqual([run('menu', 1, 0), useTool('tune', 1, 7)]);
    expect(simulate(small, replay).verdict).toBe('verified');
  });

  it('never holds more than can be written, and is never locked up by it', () => {
    const recorder = new Recorder(small, 'hard', 1);
    const spam = Array.from({ length: 5000 }, () => run('menu', 1));
    recorder.tick([run('pause')]);
    expect(recorder.tick(spam).length).toBeLessThan(spam.length);
    expect(recorder.tick([run('menu', 0)])).toEqual([]);
    for (let i = 0; i < 50; i++) recorder.tick([run('resume'), run('pause')]);
    recorder.tick([run('resume')]);
    for (let i = 0; i < 50; i++) recorder.tick([]);
    expect(recorder.world).toMatchObject({ paused: false });
    expect(recorder.world.tick).toBeGreaterThan(50);
    const replay = recorder.finish();
    expect(simulate(small, decode(encode(replay))).verdict).toBe('verified');
  });

  it('can be asked for the run so far, and goes on', () => {
    const recorder = new Recorder(small, 'hard', 1, { player: 'ana' });
    for (let i = 0; i < 700; i++) recorder.tick([]);
    const first = recorder.finish();
    recorder.taint();
    recorder.tick([run('assist', 1, 50)]);
    expect([first.ticks, first.flags.practice, first.player]).toEqual([700, false, 'ana']);
    expect(recorder.finish()).toMatchObject({ ticks: 701, flags: { practice: true, assisted: true, paused: false } });
  });
});

describe('a difference', () => {
  it('is none between a run and itself', () => {
    const none = { same: true, header: [], action: null, unplayed: null, world: null, hash: null };
    expect(diff(small, good, good)).toEqual(none);
    const tale = campaign(9, 3000);
    expect(diff(small, tale, tale).same).toBe(true);
  });

  it('is named by header field, action and part of the World', () => {
    const plain = won();
    const other = forged(plain, { player: 'eva', log: [{ tick: 2, action: useTool('tune', 0, 32) }] });
    const found = diff(small, plain, other);
    expect(found.header).toEqual([{ name: 'player', a: '', b: 'eva' }]);
    expect(found.action).toEqual({ tick: 0, a: [useTool('tune', 0, 64)], b: [] });
    expect(found.world?.tick).toBe(1);
    const names = found.world?.parts.map((one) => one.name) ?? [];
    expect(names).toEqual(
      expect.arrayContaining(['network.energy', 'network.phase of one 1', 'network.ready of tune']),
    );
  });

  it('is the seed’s from the first tick on', () => {
    const found = diff(small, sample(1, 700), sample(2, 700));
    expect(found.header.map((one) => one.name)).toContain('seed');
    expect(found.world?.tick).toBe(0);
    expect(found.world?.parts[0].name).toBe('seed');
  });

  it('names the recorded hash when two engines disagree', () => {
    const other = forged(good, { hashes: [good.hashes[0], [1, 2], ...good.hashes.slice(2)] });
    const found = diff(small, good, other);
    expect(found).toMatchObject({ same: false, action: null, world: null, hash: { tick: 1200 } });
  });

  it('names words of tools, hazards, kinds and goals', () => {
    const [a, b] = [rich(3, 900), rich(8, 900)];
    const names = diff(everything, { ...b, seed: a.seed }, a).world?.parts.map((one) => one.name) ?? [];
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => name.startsWith('network.word'))).toEqual([]);
  });
});

describe('time', () => {
  it('is ticks / 120, rounded down to the millisecond', () => {
    expect([0, 1, 2, 3, 119, 120, 914].map(timeOf)).toEqual([0, 0.008, 0.016, 0.025, 0.991, 1, 7.616]);
  });

  it('is written as m:ss.mmm', () => {
    expect([0, 1, 7200, 7201, 432_000 + 119].map(formatTime)).toEqual([
      '0:00.000',
      '0:00.008',
      '1:00.000',
      '1:00.008',
      '60:00.991',
    ]);
  });
});
