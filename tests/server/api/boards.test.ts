// Places: who stands where, page by page, around somebody, by filters; equals share a place wherever a page ends.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPlayer, verifiedRun } from '../support/rows.ts';
import { stage, type Stage } from '../support/service.ts';

interface Entry {
  readonly place: number;
  readonly run: string;
  readonly player: { readonly id: string; readonly country: string | null };
  readonly times: { readonly ticks: number };
}
interface Page {
  readonly total: number;
  readonly entries: readonly Entry[];
  readonly next: string | null;
  readonly percentile: number;
}

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.close());

let boards = 0;
/** A board of its own with these times, in the order in which they were verified. */
async function boardOf(all: readonly number[], country: (i: number) => string | undefined = () => undefined) {
  boards++;
  const board = `training/03:daily-20${String(10 + Math.floor(boards / 28))}-01-${String(1 + (boards % 28)).padStart(2, '0')}:skip:plain`;
  const players: string[] = [];
  for (const [i, ticks] of all.entries()) {
    const home = country(i);
    const player = await newPlayer(on.store, home === undefined ? {} : { country: home });
    players.push(player);
    await verifiedRun(on.store, player, { board, ticks, nth: 1, live: i % 2 }, 1000 + i);
  }
  return { board, players, path: `/api/boards/${encodeURIComponent(board)}` };
}

/** As people count: 1, 2, 2, 4. */
function placesOf(all: readonly number[]): number[] {
  const sorted = [...all].sort((x, y) => x - y);
  return sorted.map((ticks) => sorted.indexOf(ticks) + 1);
}

async function pages(path: string, limit: number): Promise<Entry[]> {
  const all: Entry[] = [];
  for (let after = ''; ;) {
    const page = await on.json<Page>(`${path}?limit=${limit}${after}`);
    all.push(...page.entries);
    if (page.next === null) return all;
    after = `&after=${encodeURIComponent(page.next)}`;
  }
}

describe('places', () => {
  it.each([
    ['a tie over a page’s end', [5, 7, 7, 7, 9], 2, [1, 2, 2, 2, 5]],
    ['a tie over a whole page and more', [7, 7, 7, 7, 7, 8], 2, [1, 1, 1, 1, 1, 6]],
    ['a tie that ends where the page ends', [3, 7, 7, 8, 8, 9], 3, [1, 2, 2, 4, 4, 6]],
    ['one a page', [7, 7, 8, 8], 1, [1, 1, 3, 3]],
    ['nobody', [], 2, []],
  ])('are right for %s', async (_, times, limit, wanted) => {
    const { path } = await boardOf(times);
    expect((await pages(path, limit)).map(({ place }) => place)).toEqual(wanted);
  });

  it('are the same, however they are read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 125, max: 131 }), { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 1, max: 5 }),
        async (times, limit) => {
          const { path } = await boardOf(times);
          const wanted = placesOf(times);
          const all = await pages(path, limit);
          expect(all.map(({ place }) => place)).toEqual(wanted);
          expect(all.map(({ times: { ticks } }) => ticks)).toEqual([...times].sort((x, y) => x - y));
          for (const [i, { player }] of all.entries()) {
            const near = await on.json<Page>(`${path}/around/${player.id}?limit=${limit}`);
            const from = Math.max(0, i - limit);
            expect(near.entries).toEqual(all.slice(from, i + limit + 1));
            expect(near.total).toBe(times.length);
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('are right though somebody faster came in between two pages', async () => {
    const { board, path } = await boardOf([10, 20, 30, 40]);
    const first = await on.json<Page>(`${path}?limit=2`);
    await verifiedRun(on.store, await newPlayer(on.store), { board, ticks: 5, nth: 1 });
    const second = await on.json<Page>(`${path}?limit=2&after=${encodeURIComponent(first.next ?? '')}`);
    expect(second.entries.map(({ place, times }) => [place, times.ticks])).toEqual([
      [4, 30],
      [5, 40],
    ]);
  });

  it('are counted within a filter', async () => {
    const { path, players } = await boardOf([10, 20, 30, 40], (i) => (i < 2 ? 'FI' : 'SE'));
    const by = async (filter: string) => (await on.json<Page>(`${path}?filter=${filter}`)).entries;
    expect((await by('SE')).map(({ place, times, player }) => [place, times.ticks, player.country])).toEqual([
      [1, 30, 'SE'],
      [2, 40, 'SE'],
    ]);
    expect((await by('live')).map(({ times }) => times.ticks)).toEqual([20, 40]);
    expect((await by('all')).length).toBe(4);
    expect(await by('NO')).toEqual([]);
    expect((await on.fetch(`${path}?filter=odd`)).status).toBe(400);
    expect((await on.fetch(`${path}/around/${players[0]}?filter=SE`)).status).toBe(404);
  });

  it.each(['x', '1.2', '1.2.3', '-1.2.aaaaaaaaaaaaaaaaaaaaaa', `9999999999.1.${'a'.repeat(22)}`])(
    'go on after nothing but a cursor: %s',
    async (after) => {
      const { path } = await boardOf([]);
      expect((await on.fetch(`${path}?after=${after}`)).status).toBe(400);
    },
  );
});

it('says the place that a time has or would have', async () => {
  const { path } = await boardOf([100, 200, 200, 300]);
  const at = async (ticks: number) =>
    on.json<{ place: number; total: number; percentile: number; time: number }>(`${path}/rank?ticks=${ticks}`);
  expect(await at(100)).toEqual({ place: 1, total: 4, percentile: 100, time: 0.833 });
  expect((await at(200)).place).toBe(2);
  expect((await at(201)).place).toBe(4);
  expect(await at(999)).toMatchObject({ place: 5, percentile: 0 });
  expect((await on.fetch(`${path}/rank`)).status).toBe(400);
  expect((await on.fetch(`${path}/rank?ticks=1.5`)).status).toBe(400);
});

it('says how many are how fast, and everybody is in one bar', async () => {
  const times = [100, 130, 130, 700, 1290, 5000];
  const { path } = await boardOf(times);
  for (const bars of [1, 3, 40]) {
    const found = await on.json<{ total: number; bars: { from: number; to: number; n: number }[] }>(
      `${path}/histogram?bars=${bars}`,
    );
    expect(found.total).toBe(times.length);
    expect(found.bars.length).toBeLessThanOrEqual(bars);
    found.bars.forEach(({ from, to, n }, i) => {
      expect(n).toBe(times.filter((ticks) => ticks / 120 >= from && ticks / 120 < to).length);
      if (i > 0) expect(from).toBe(found.bars[i - 1].to);
    });
  }
  expect(await on.json(`${(await boardOf([])).path}/histogram`)).toEqual({ total: 0, bars: [] });
});

it('lists the boards that can be played now', async () => {
  const { boards: all } = await on.json<{ boards: { id: string; runs: number }[] }>('/api/boards?plan=training/03');
  expect(all.map(({ id }) => id)).toEqual(
    ['set:skip:plain', 'set:skip:assisted', 'set:skip:tas', 'random:skip:plain', 'daily-2026-11-21:skip:plain'].map(
      (rest) => `training/03:${rest}`,
    ),
  );
  expect((await on.fetch('/api/boards/nowhere%3Aset%3Askip%3Aplain')).status).toBe(404);
  expect((await on.fetch('/api/boards/nonsense')).status).toBe(400);
});
