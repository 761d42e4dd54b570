// Boards: their names, who a run belongs to, whether it counts, and where it stands.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, formatBoard, parseBoard, PLAYS, setSeed, TEXTS, type Board } from '../../../src/core/board/category.ts';
import { byRank, fasterThan, percentile, ranked, rankOf, type Entry } from '../../../src/core/board/rank.ts';
import { BINDING_REJECTIONS, bindingProblem, inputHash, type Binding } from '../../../src/core/board/submission.ts';
import { verify, verifyFile, type Verdict } from '../../../src/core/board/verify.ts';
import { BUILD } from '../../../src/core/replay/build.ts';
import { encode, seal } from '../../../src/core/replay/codec.ts';
import { Recorder } from '../../../src/core/replay/record.ts';
import type { Replay } from '../../../src/core/replay/replay.ts';
import { run, useTool, type Action } from '../../../src/core/run/actions.ts';
import { hashFor } from '../../../src/core/run/content.ts';
import { contentOf, EASY_TICKS } from '../../support/runs.ts';

const content = contentOf({
  two: [
    { kind: 'network', level: 'hard' },
    { kind: 'network', level: 'easy' },
  ],
});

function of(id: string): number | null {
  return setSeed(parseBoard(id)!);
}

describe('a board’s id', () => {
  const plan = fc.constantFrom('training/03', 'five-cities', 'easy', 'a/b-c/d1');
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  const seed = fc.oneof(
    fc.constantFrom('set' as const, 'random' as const),
    day.map((date) => `daily-${date.toISOString().slice(0, 10)}` as const),
  );
  const board: fc.Arbitrary<Board> = fc.record({
    plan,
    seed,
    text: fc.constantFrom(...TEXTS),
    play: fc.constantFrom(...PLAYS),
  });

  it('says all of it, and back', () => {
    fc.assert(
      fc.property(board, (one) => {
        expect(parseBoard(formatBoard(one))).toEqual(one);
        expect(dayOf(one)).toBe(one.seed.startsWith('daily') ? one.seed.slice(6) : null);
      }),
    );
  });

  it.each([
    '',
    'easy',
    'easy:set:skip',
    'easy:set:skip:plain:more',
    'easy:set:skip:odd',
    'easy:set:some:plain',
    'easy:fixed:skip:plain',
    'Easy:set:skip:plain',
    '../easy:set:skip:plain',
    'easy/:set:skip:plain',
    'easy:daily-2026-02-29:skip:plain',
    'easy:daily-2026-13-01:skip:plain',
    'easy:daily-2026-1-1:skip:plain',
    'easy:daily-:skip:plain',
    ' easy:set:skip:plain',
    `${'a'.repeat(80)}:set:skip:plain`,
  ])('is not %j', (id) => {
    expect(parseBoard(id)).toBe(null);
  });

  it('gives one seed to all where it is set, another on another plan, and leaves the rest to tickets', () => {
    expect(of('easy:set:skip:plain')).toBe(of('easy:set:all:tas'));
    expect(of('easy:set:skip:plain')).not.toBe(of('hard:set:skip:plain'));
    expect([of('easy:random:skip:plain'), of('easy:daily-2028-02-29:skip:plain')]).toEqual([null, null]);
  });
});

const RANDOM = 'easy:random:skip:plain';

interface Attempt {
  readonly board?: string;
  readonly seed?: number;
  readonly actions?: readonly Action[];
  readonly ticks?: number;
  readonly practised?: boolean;
}

function attempt({ board = RANDOM, seed = 5, actions = [], ticks = 10_000, practised = false }: Attempt = {}) {
  const { plan } = parseBoard(board)!;
  const recorder = new Recorder(content, plan, seed, { board, ticket: 't1', player: 'ana' });
  if (practised) recorder.taint();
  recorder.tick(actions);
  for (let i = 0; i < ticks && recorder.world.mode !== 'over'; i++) {
    recorder.tick(recorder.world.mode === 'result' ? [run('proceed')] : []);
  }
  const binding: Binding = { player: 'ana', ticket: 't1', board, seed, content: hashFor(content, plan), build: BUILD };
  return { replay: recorder.finish(), binding };
}

describe('a submission', () => {
  const { replay, binding } = attempt();

  it('is bound to its attempt', () => {
    expect(bindingProblem(replay, binding)).toBe(null);
    const set = 'easy:set:skip:plain';
    const own = attempt({ board: set, seed: setSeed(parseBoard(set)!)! });
    expect(bindingProblem(own.replay, { ...own.binding, seed: 99 })).toBe(null);
  });

  const wrong: Readonly<Record<(typeof BINDING_REJECTIONS)[number], [Partial<Replay>, Partial<Binding>]>> = {
    wrongPlayer: [{}, { player: 'eva' }],
    wrongTicket: [{}, { ticket: 't2' }],
    wrongBoard: [{}, { board: 'easy:random:all:plain' }],
    noSuchBoard: [{ board: 'easy' }, { board: 'easy' }],
    wrongPlan: [{ plan: 'hard' }, {}],
    wrongSeed: [{}, { seed: 6 }],
    wrongContent: [{}, { content: 'f'.repeat(16) }],
    wrongBuild: [{}, { build: 'core-0' }],
  };
  it.each(BINDING_REJECTIONS)('or refused: %s', (reason) => {
    const [differs, bound] = wrong[reason];
    expect(bindingProblem({ ...replay, ...differs }, { ...binding, ...bound })).toBe(reason);
    expect(verify(content, { ...replay, ...differs }, { ...binding, ...bound })).toMatchObject({
      verdict: `rejected:${reason}`,
      world: null,
    });
  });

  it('is known again under another name, and with pauses in it', () => {
    const acts = [useTool('tune', 0, 9)];
    const first = attempt({ actions: acts }).replay;
    const copy = attempt({ actions: [run('pause'), run('menu', 1), run('resume'), ...acts] }).replay;
    expect(inputHash({ ...copy, player: 'eva', ticket: 't9' })).toBe(inputHash(first));
    expect(inputHash(attempt().replay)).not.toBe(inputHash(first));
  });
});

function verdictOf(what: Attempt): Verdict {
  const { replay, binding } = attempt(what);
  return verify(content, replay, binding).verdict;
}

function tas(...actions: Action[]): Verdict {
  return verdictOf({ board: 'easy:random:skip:tas', actions });
}

describe('a run', () => {
  it('counts when it is won by hand', () => {
    const { replay, binding } = attempt();
    const verified = verify(content, replay, binding);
    expect(verified).toMatchObject({ verdict: 'verified', ticks: EASY_TICKS, time: 0.5, outcome: 'won' });
    expect(verified.inputs).toMatch(/^[0-9a-f]{16}$/);
  });

  it('does not count when it is not', () => {
    expect(verdictOf({ ticks: 10 })).toBe('rejected:notFinished');
    // Past the lost network instead of trying again.
    expect(verdictOf({ board: 'two:random:skip:plain' })).toBe('rejected:notWon');
    const { replay, binding } = attempt();
    expect(verify(content, { ...replay, final: [1, 2] }, binding).verdict).toBe('rejected:hashMismatch');
  });

  it('counts by its means: by hand, assisted or any', () => {
    const boards = PLAYS.map((play) => `easy:random:skip:${play}`);
    const by = (what: Attempt) => boards.map((board) => verdictOf({ ...what, board }));
    expect(by({})).toEqual(['verified', 'verified', 'verified']);
    expect(by({ actions: [run('assist', 1, 50)] })).toEqual(['rejected:assisted', 'verified', 'rejected:assisted']);
    expect(by({ practised: true })).toEqual(['rejected:practice', 'rejected:practice', 'verified']);
  });

  it('made by any means keeps to the rules: a TAS board takes slow motion and no assist that removes rules', () => {
    expect(tas(run('assist', 0, 50), run('assist', 3, 1))).toBe('verified');
    expect(tas(run('assist', 2, 1))).toBe('rejected:assisted');
    // Taken back at once, so that the World at the end shows nothing of it.
    expect(tas(run('assist', 1, 0), run('assist', 1, 100))).toBe('rejected:assisted');
    expect(tas(run('assist', 2, 1), run('assist', 2, 0))).toBe('rejected:assisted');
    expect(tas(run('assist', 1, 300))).toBe('verified');
  });

  it('is judged from its file, and one of a newer build is unverifiable whatever its log says', () => {
    const { replay, binding } = attempt({ actions: [useTool('tune', 0, 9)] });
    expect(verifyFile(content, encode(replay), binding).verdict).toBe('verified');
    const bytes = encode({ ...replay, build: 'core-2' });
    const where = bytes.findIndex((_, i) => [0, 33, 0, 18, 0].every((byte, k) => bytes[i + k] === byte));
    bytes[where + 1] = 32 + 99;
    const newer = seal(bytes);
    expect(verifyFile(content, newer, { ...binding, build: 'core-2' }).verdict).toBe('unverifiable:build');
    expect(verifyFile(content, newer, binding).verdict).toBe('rejected:wrongBuild');
  });

  it('cannot hide its assists', () => {
    const { replay, binding } = attempt({ actions: [run('assist', 1, 50)] });
    const flags = { ...replay.flags, assisted: false };
    expect(verify(content, { ...replay, flags }, binding).verdict).toBe('rejected:flagsMismatch');
  });
});

function entries(...ticks: number[]): Entry[] {
  return ticks.map((one, i) => ({ ticks: one, verifiedAt: i }));
}

describe('ranks', () => {
  it('are shared on ties: 1, 2, 2, 4', () => {
    expect(ranked(entries(9, 5, 7, 7)).map(({ entry, rank }) => [entry.ticks, entry.verifiedAt, rank])).toEqual([
      [5, 1, 1],
      [7, 2, 2],
      [7, 3, 2],
      [9, 0, 4],
    ]);
    expect(ranked([])).toEqual([]);
  });

  it('are by how many are faster, however one asks', () => {
    const some = fc.array(fc.record({ ticks: fc.nat({ max: 30 }), verifiedAt: fc.nat({ max: 30 }) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(some, (list) => {
        const was = [...list];
        const rows = ranked(list);
        const sorted = list.map((one) => one.ticks).sort((a, b) => a - b);
        expect(list).toEqual(was);
        for (const [i, { entry, rank }] of rows.entries()) {
          expect(rank).toBe(rankOf(fasterThan(entry.ticks, sorted)));
          expect(rank).toBe(1 + list.filter((one) => one.ticks < entry.ticks).length);
          if (i > 0) expect(byRank(rows[i - 1].entry, entry)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('come as percentiles too', () => {
    expect([percentile(0, 200), percentile(1, 200), percentile(100, 200), percentile(199, 200)]).toEqual([
      100, 99, 50, 0,
    ]);
    expect([percentile(0, 0), percentile(5, 3), percentile(-1, 3)]).toEqual([100, 0, 100]);
  });
});
