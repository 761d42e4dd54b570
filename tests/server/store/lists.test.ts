// Lists against a plain model: whatever is judged, hidden, shown, moved or deleted, everybody stands where they should.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryList, liveList, miscounted, rebuildRanks, type Placed } from '../../../src/server/store/lists.ts';
import { addRun, type Run } from '../../../src/server/store/runs.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { judged, newRun } from '../support/rows.ts';
import { onBoth } from '../support/stores.ts';

const BOARDS = ['training/03:set:skip:plain', 'training/03:daily-2026-11-21:skip:plain'] as const;
const PLAYERS = ['ann', 'ben', 'cyd', 'dan', 'eva'].map((one) => one.padEnd(22, '-'));
const COUNTRIES = ['FI', 'SE'] as const;
const LISTS = BOARDS.flatMap((board) => [board, liveList(board), ...COUNTRIES.map((one) => countryList(board, one))]);

const who = fc.nat(PLAYERS.length - 1);
const OPS = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      op: fc.constant('judge' as const),
      who,
      board: fc.constantFrom(...BOARDS),
      // on both sides of a block's edge, and often equal
      ticks: fc.integer({ min: 125, max: 131 }).map((one) => (one % 5 === 0 ? one * 3 : one)),
      nth: fc.constantFrom(1, 1, 2),
      live: fc.boolean(),
      how: fc.constantFrom('verified', 'verified', 'verified', 'suspect', 'rejected', 'twin'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('run' as const), nth: fc.nat(30), hide: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('player' as const), who, hide: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ op: fc.constant('move' as const), who, country: fc.constantFrom(null, ...COUNTRIES) }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('forget' as const), who }) },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('undo' as const) }) },
);
type Op = typeof OPS extends fc.Arbitrary<infer One> ? One : never;

interface Model {
  readonly players: Map<string, { country: string | null; hidden: boolean }>;
  runs: { run: Run; verified: number; hidden: boolean }[];
  /** What takes the last deed back. */
  undo: (() => void) | null;
}

async function carryOut(store: Store, model: Model, one: Op, now: number): Promise<void> {
  const { players } = model;
  if (one.op === 'undo') {
    const undo = model.undo;
    model.undo = null;
    if (undo === null) return;
    const [deed] = await store.moderation.log(1);
    expect(await store.moderation.undo(deed.id, 'mo', 'taken back', now)).toBe('done');
    undo();
    return;
  }
  if (one.op === 'run') {
    const target = model.runs[one.nth % (model.runs.length || 1)];
    if (target === undefined) return;
    await store.moderation.do({
      deed: one.hide ? 'hideRun' : 'showRun',
      target: target.run.id,
      reason: '',
      by: '',
      at: now,
    });
    const { hidden } = target;
    target.hidden = one.hide;
    model.undo = () => (target.hidden = hidden);
    return;
  }
  const id = PLAYERS[one.who];
  const known = players.get(id) ?? { country: null, hidden: false };
  if (!players.has(id)) {
    await store.players.add({ id, key: 'k', name: id, skeleton: id, country: null, at: now });
    players.set(id, known);
  }
  if (one.op === 'player') {
    await store.moderation.do({
      deed: one.hide ? 'hidePlayer' : 'showPlayer',
      target: id,
      reason: '',
      by: '',
      at: now,
    });
    const { hidden } = known;
    known.hidden = one.hide;
    model.undo = () => (known.hidden = hidden);
  } else if (one.op === 'move') {
    await store.players.moveTo(id, one.country);
    known.country = one.country;
  } else if (one.op === 'forget') {
    await store.players.forget(id, now);
    players.delete(id);
    model.runs = model.runs.filter(({ run }) => run.player !== id);
    model.undo = null;
  } else {
    const { board, ticks, nth, live, how } = one;
    const run = newRun(id, { board, ticks, nth, live: live ? 1 : 0 });
    await store.db.write((tx) => addRun(tx, run, new Uint8Array([1])));
    const twin = how === 'twin' ? model.runs.find((other) => other.run.board === board) : undefined;
    const inputs = twin?.run.inputs ?? run.id;
    const state = how === 'rejected' ? 'rejected' : 'verified';
    const suspect = how === 'suspect' ? 'odd' : null;
    await store.runs.keep([judged(run, { state, verdict: state, inputs, live, suspect })], now);
    if (state === 'verified' && twin === undefined)
      model.runs.push({ run: { ...run, inputs }, verified: now, hidden: how === 'suspect' });
  }
}

const nameOf = ({ run }: Model['runs'][number]): string => `${run.player} ${run.id}`;

/** Who stands on a list, the first first: `player run ticks`. */
function expected({ players, runs }: Model, list: string): { player: string; run: string; ticks: number }[] {
  const [board, filter] = list.split('|');
  const order = (x: Model['runs'][number], y: Model['runs'][number]): number =>
    x.run.ticks - y.run.ticks || x.verified - y.verified || (nameOf(x) < nameOf(y) ? -1 : 1);
  return [...players]
    .filter(([, { hidden, country }]) => !hidden && (filter === undefined || filter === 'live' || filter === country))
    .flatMap(([id]) => {
      const own = runs
        .filter(({ run, hidden }) => run.player === id && run.board === board && !hidden)
        .filter(({ run }) => (filter !== 'live' || run.live === 1) && (!board.includes('daily') || run.nth === 1));
      return [...own].sort(order).slice(0, 1);
    })
    .sort(order)
    .map(({ run }) => ({ player: run.player, run: run.id, ticks: run.ticks }));
}

const plain = ({ player, run, ticks }: Placed) => ({ player, run, ticks });

async function agrees(store: Store, model: Model): Promise<void> {
  const { lists } = store;
  for (const list of LISTS) {
    const all = expected(model, list);
    expect((await lists.top(list, 100)).map(plain)).toEqual(all);
    expect(await lists.size(list)).toBe(all.length);
    for (const [i, one] of all.entries()) {
      const own = await lists.of(list, one.player);
      expect(own === undefined ? null : plain(own)).toEqual(one);
      if (own === undefined) continue;
      expect((await lists.after(list, own, 2)).map(plain)).toEqual(all.slice(i + 1, i + 3));
      expect((await lists.before(list, own, 2)).map(plain)).toEqual(all.slice(Math.max(0, i - 2), i).reverse());
    }
    for (const ticks of [0, 127, 128, 129, 390, 10_000])
      expect([ticks, await lists.faster(list, ticks)]).toEqual([ticks, all.filter((one) => one.ticks < ticks).length]);
    const blocks = new Map<number, number>();
    for (const { ticks } of all) blocks.set(Math.floor(ticks / 128), (blocks.get(Math.floor(ticks / 128)) ?? 0) + 1);
    expect((await lists.blocks(list)).map(({ block, n }) => [block, n])).toEqual([...blocks].sort(([x], [y]) => x - y));
  }
  for (const player of PLAYERS)
    expect((await lists.ofPlayer(player)).map(({ list }) => list).sort()).toEqual(
      BOARDS.filter((board) => expected(model, board).some((one) => one.player === player)).sort(),
    );
  for (const board of BOARDS)
    expect(await lists.countries(board)).toEqual(
      COUNTRIES.filter((one) => expected(model, countryList(board, one)).length > 0),
    );
  expect(await miscounted(store.db)).toEqual([]);
}

onBoth((at) => {
  it('are what the runs and players say', async () => {
    // by words in the order of a language, where the database has one; by bytes where it has not
    const store = await at().open(await at().fresh("template template0 locale_provider icu icu_locale 'en-US'"));
    await fc.assert(
      fc.asyncProperty(fc.array(OPS, { minLength: 5, maxLength: 40 }), async (ops) => {
        for (const table of ['players', 'runs', 'best', 'h0', 'h1', 'sizes', 'deeds'])
          await store.db.run({ parts: [`delete from ${table}`], values: [] });
        const model: Model = { players: new Map(), runs: [], undo: null };
        // some at the same moment
        for (const [i, one] of ops.entries()) await carryOut(store, model, one, 1000 + Math.floor(i / 3));
        await agrees(store, model);
        await store.db.write((tx) => rebuildRanks(tx));
        await agrees(store, model);
      }),
      { numRuns: 15 },
    );
  });

  describe('their counts', () => {
    it('are found wrong when they are', async () => {
      const store = await at().open(await at().fresh());
      const player = PLAYERS[0];
      await store.players.add({ id: player, key: 'k', name: player, skeleton: player, country: 'FI', at: 1 });
      const run = newRun(player, { ticks: 300 });
      await store.db.write((tx) => addRun(tx, run, new Uint8Array([1])));
      await store.runs.keep([judged(run)], 5);
      expect(await miscounted(store.db)).toEqual([]);
      const whole = async (text: string) => {
        await store.db.run({ parts: [text], values: [] });
        const found = (await miscounted(store.db)).map(({ what }) => what);
        await store.db.write((tx) => rebuildRanks(tx));
        expect(await miscounted(store.db)).toEqual([]);
        return [...new Set(found)].sort();
      };
      expect(await whole('update h0 set n = n + 1')).toEqual(['tick 300']);
      expect(await whole('update h1 set n = n + 1')).toEqual(['block 2']);
      expect(await whole('update sizes set n = n - 1')).toEqual(['size']);
      expect(await whole('delete from best')).toEqual(['block 2', 'size', 'tick 300']);
      expect(await whole('update best set ticks = 301')).toEqual([`run ${run.id}`, 'tick 300', 'tick 301']);
    });
  });
});
