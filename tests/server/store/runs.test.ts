// A run's way through the store: taken, claimed, judged, and each of it once, whoever else does the same at that moment.
import { describe, expect, it } from 'vitest';
import { liveList, miscounted } from '../../../src/server/store/lists.ts';
import { BOARD, judged, newPlayer, newRun, newTicket, sent, verifiedRun } from '../support/rows.ts';
import { onBoth } from '../support/stores.ts';

const CLAIM_MS = 1000;

onBoth((at) => {
  describe('a run that is sent', () => {
    it('is one run, though the same bytes come many times at once', async () => {
      const { store } = at();
      const player = await newPlayer(store);
      const { id: ticket } = await newTicket(store, player);
      const run = newRun(player, { ticket });
      const before = await store.runs.waiting();
      const all = await Promise.all(Array.from({ length: 8 }, () => store.submissions.take(sent(run))));
      expect(all.map(({ how }) => how).sort()).toEqual(['accepted', ...Array.from({ length: 7 }, () => 'known')]);
      expect(await store.runs.waiting()).toBe(before + 1);
      expect(await store.runs.get(run.id)).toEqual(run);
      expect(Uint8Array.from((await store.runs.bytes(run.id)) ?? [])).toEqual(sent(run).bytes);
      expect((await store.tickets.get(ticket))?.run).toBe(run.id);
      expect((await store.submissions.take(sent(run))).how).toBe('known');
    });

    it('uses its ticket up', async () => {
      const { store } = at();
      const player = await newPlayer(store);
      const { id: ticket } = await newTicket(store, player);
      const all = await Promise.all(
        [900, 800, 700].map((ticks) => store.submissions.take(sent(newRun(player, { ticket, ticks })))),
      );
      expect(all.map(({ how }) => how).sort()).toEqual(['accepted', 'ticketUsed', 'ticketUsed']);
    });

    it('is nobody’s second: the same inputs on the same board are a duplicate', async () => {
      const { store } = at();
      const [first, second] = [await newPlayer(store), await newPlayer(store)];
      const run = await verifiedRun(store, first);
      const copy = newRun(second, { log_inputs: run.log_inputs });
      expect((await store.submissions.take(sent(copy))).how).toBe('duplicate');
      expect(await store.runs.get(copy.id)).toBe(undefined);
      const elsewhere = newRun(second, { log_inputs: run.log_inputs, board: 'training/03:set:skip:tas' });
      expect((await store.submissions.take(sent(elsewhere))).how).toBe('accepted');
      expect((await store.submissions.take(sent(newRun('nobody')))).how).toBe('noPlayer');
    });

    it('may come again when it was rejected', async () => {
      const { store } = at();
      const player = await newPlayer(store);
      const run = newRun(player);
      await store.submissions.take(sent(run));
      await store.runs.keep([judged(run, { state: 'rejected', verdict: 'rejected:notWon' })], 5);
      const other = newRun(player, { log_inputs: run.log_inputs });
      expect((await store.submissions.take(sent(other))).how).toBe('accepted');
    });

    it('faster than anybody plays waits, and keeps its ticket', async () => {
      const { store } = at();
      const player = await newPlayer(store);
      const { id: ticket } = await newTicket(store, player);
      const costs = { cost: 600, burst: 1000 };
      const take = (ticks: number, submitted: number, more = {}) =>
        store.submissions.take(sent(newRun(player, { ticks, submitted, ...more }), costs));
      // of a second that was saved up
      expect((await take(900, 10_000)).how).toBe('accepted');
      const late = newRun(player, { ticks: 800, submitted: 10_000, ticket });
      expect(await store.submissions.take(sent(late, costs))).toEqual({ how: 'tooSoon', until: 10_200 });
      expect(await store.runs.get(late.id)).toBe(undefined);
      expect((await store.tickets.get(ticket))?.run).toBe(null);
      expect((await take(800, 10_199)).how).toBe('tooSoon');
      expect((await take(800, 10_200, { ticket })).how).toBe('accepted');
      expect((await take(700, 10_300)).how).toBe('tooSoon');
    });

    it('is not judged when it is not its player’s best, unless it is by live timing', async () => {
      const { store } = at();
      const player = await newPlayer(store);
      await verifiedRun(store, player, { ticks: 700 });
      const before = await store.runs.waiting();
      const slower = newRun(player, { ticks: 700 });
      const taken = await store.submissions.take(sent(slower));
      expect(taken).toMatchObject({ how: 'accepted', run: { state: 'unranked', verdict: 'unranked:notBest' } });
      expect(await store.runs.get(slower.id)).toMatchObject({ verdict: 'unranked:notBest' });
      const later = newRun(player, { ticks: 1, state: 'unranked', verdict: 'unranked:notFirst' });
      expect(await store.submissions.take(sent(later))).toMatchObject({ run: { verdict: 'unranked:notFirst' } });
      expect(await store.runs.waiting()).toBe(before);
      await verifiedRun(store, player, { ticks: 750, live: 1 });
      expect(await store.lists.of(liveList(BOARD), player)).toMatchObject({ ticks: 750 });
      expect(await store.lists.of(BOARD, player)).toMatchObject({ ticks: 700 });
    });
  });

  async function some(n: number) {
    const store = await at().open(await at().fresh());
    const player = await newPlayer(store);
    const runs = Array.from({ length: n }, () => newRun(player));
    for (const run of runs) await store.submissions.take(sent(run));
    return { store, player, runs };
  }

  describe('a job', () => {
    it('is claimed by one, however many want it at once', async () => {
      const { store, runs } = await some(24);
      const all = await Promise.all(Array.from({ length: 8 }, () => store.runs.claim(5, 1000, CLAIM_MS)));
      const rest = await store.runs.claim(100, 1000, CLAIM_MS);
      const ids = [...all, rest].flat().map(({ run }) => run.id);
      expect([...ids].sort()).toEqual(runs.map(({ id }) => id).sort());
      expect(Math.max(...all.map((jobs) => jobs.length))).toBeLessThanOrEqual(5);
      const [job] = [...all, rest].flat();
      expect([job.tries, Uint8Array.from(job.bytes), job.run.state]).toEqual([1, sent(job.run).bytes, 'pending']);
      expect(await store.runs.claim(100, 1000, CLAIM_MS)).toEqual([]);
    });

    it('is free again when its claim has run out, or was given back', async () => {
      const { store, runs } = await some(2);
      const claimed = async (now: number): Promise<string[]> =>
        (await store.runs.claim(10, now, CLAIM_MS)).map(({ run, tries }) => `${run.id} ${tries}`).sort();
      expect(await claimed(1000)).toEqual(runs.map(({ id }) => `${id} 1`).sort());
      expect(await claimed(1999)).toEqual([]);
      expect(await claimed(2000)).toEqual(runs.map(({ id }) => `${id} 2`).sort());
      await store.runs.release([runs[1].id]);
      await store.runs.release([]);
      expect(await claimed(2001)).toEqual([`${runs[1].id} 3`]);
    });

    it('the oldest first', async () => {
      const { store, player } = await some(0);
      for (const submitted of [300, 100, 200])
        await store.submissions.take(sent(newRun(player, { id: `${submitted}`.padEnd(22, '-'), submitted })));
      const order: number[] = [];
      for (let i = 0; i < 3; i++)
        order.push(...(await store.runs.claim(1, 1000, CLAIM_MS)).map(({ run }) => run.submitted));
      expect(order).toEqual([100, 200, 300]);
    });
  });

  describe('a verdict', () => {
    it('counts once, though two keep it at the same moment and a third comes late', async () => {
      const { store } = at();
      const board = 'training/05:set:skip:plain';
      const player = await newPlayer(store);
      const run = newRun(player, { board });
      await store.submissions.take(sent(run));
      const events = await store.events.last();
      const verdict = judged(run, { live: true, paused: true, assists: ['slow'] });
      const kept = await Promise.all([1, 2, 3, 4].map((now) => store.runs.keep([verdict], now)));
      expect(kept.reduce((sum, n) => sum + n, 0)).toBe(1);
      expect(await store.runs.keep([judged(run, { state: 'rejected', verdict: 'rejected:late' })], 9)).toBe(0);
      expect(await store.runs.get(run.id)).toMatchObject({
        state: 'verified',
        verdict: 'verified',
        live: 1,
        paused: 1,
        assists: '["slow"]',
        hidden: 0,
      });
      expect([await store.lists.size(board), await store.lists.size(liveList(board))]).toEqual([1, 1]);
      expect((await store.events.after(events, 10)).map(({ kind, board: where }) => [kind, where])).toEqual([
        ['verdict', board],
      ]);
      expect(await miscounted(store.db)).toEqual([]);
    });

    it('of a twin by what it came to is rejected:duplicate, in one batch or in two at once', async () => {
      const { store } = at();
      const board = 'training/06:set:skip:plain';
      const runs = [];
      for (let i = 0; i < 4; i++) {
        const run = newRun(await newPlayer(store), { board });
        await store.submissions.take(sent(run));
        runs.push(run);
      }
      const same = runs.map((run) => judged(run, { inputs: 'the same' }));
      await Promise.all([store.runs.keep(same.slice(0, 2), 5), store.runs.keep(same.slice(2), 5)]);
      const verdicts = await Promise.all(runs.map(async ({ id }) => (await store.runs.get(id))?.verdict ?? 'none'));
      expect([...verdicts].sort()).toEqual([
        'rejected:duplicate',
        'rejected:duplicate',
        'rejected:duplicate',
        'verified',
      ]);
      expect(await store.lists.size(board)).toBe(1);
      expect(await store.runs.claim(9, 1e12, 1)).not.toContainEqual(
        expect.objectContaining({ run: expect.objectContaining({ board }) }),
      );
    });

    it('of a suspect is kept, hidden, and waits for a person', async () => {
      const { store } = at();
      const board = 'training/07:set:skip:plain';
      const run = newRun(await newPlayer(store), { board });
      await store.submissions.take(sent(run));
      await store.runs.keep([judged(run, { suspect: 'too alike' })], 5);
      expect(await store.runs.get(run.id)).toMatchObject({ state: 'verified', hidden: 1, suspect: 'too alike' });
      expect(await store.lists.size(board)).toBe(0);
      expect((await store.moderation.queue()).suspects.map(({ id }) => id)).toContain(run.id);
    });

    it('may be kept by many at once for many boards, and every count is right', async () => {
      const { store } = at();
      const boards = ['training/08:set:skip:plain', 'training/09:set:skip:plain', 'training/10:set:skip:plain'];
      const batches = [];
      for (let i = 0; i < 6; i++) {
        const batch = [];
        for (const board of i % 2 === 0 ? boards : [...boards].reverse()) {
          const run = newRun(await newPlayer(store, { country: 'FI' }), { board, ticks: 500 + i });
          await store.submissions.take(sent(run));
          batch.push(judged(run, { live: i % 3 === 0 }));
        }
        batches.push(batch);
      }
      await Promise.all(batches.map((batch) => store.runs.keep(batch, 5)));
      expect(await Promise.all(boards.map((board) => store.lists.size(board)))).toEqual([6, 6, 6]);
      expect(await miscounted(store.db)).toEqual([]);
    });
  });
});
