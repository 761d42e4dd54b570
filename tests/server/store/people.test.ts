// Players and their tickets, by both databases.
import { describe, expect, it } from 'vitest';
import { countryList, miscounted } from '../../../src/server/store/lists.ts';
import { sql } from '../../../src/server/store/sql.ts';
import { BOARD, judged, newId, newPlayer, newRun, newTicket, sent, verifiedRun } from '../support/rows.ts';
import { onBoth } from '../support/stores.ts';
import { until } from '../support/until.ts';

const nothing = (): void => undefined;
const TABLES = ['players', 'tickets', 'checkpoints', 'runs', 'jobs', 'best', 'reports', 'deeds', 'events', 'nonces'];

onBoth((at) => {
  describe('a player', () => {
    it('is added once, whoever asks at the same moment', async () => {
      const { players } = at().store;
      const id = newId('p');
      const one = { id, key: 'k', name: 'Ada', skeleton: 'ada', country: 'FI', at: 5 };
      const all = await Promise.all(Array.from({ length: 8 }, () => players.add(one)));
      expect([...all].sort()).toEqual(['added', ...Array.from({ length: 7 }, () => 'known')]);
      const { name, country, key, created, renamed, hidden } = (await players.get(id))!;
      expect([name, country, key, created, renamed, hidden]).toEqual(['Ada', 'FI', 'k', 5, 0, 0]);
      expect(await players.get('nobody')).toBe(undefined);
    });

    it('has a name that nobody else has, however many want it at once', async () => {
      const { players } = at().store;
      const add = (skeleton: string) =>
        players.add({ id: newId('p'), key: 'k', name: skeleton, skeleton, country: null, at: 5 });
      const all = await Promise.all([add('eva'), add('eva'), add('eva')]);
      expect([...all].sort()).toEqual(['added', 'nameTaken', 'nameTaken']);
      const ids = await Promise.all(['x', 'y', 'z'].map((name) => newPlayer(at().store, { name })));
      const renamed = await Promise.all(ids.map((id) => players.rename(id, 'Uma', 'uma', 77)));
      expect([...renamed].sort()).toEqual(['nameTaken', 'nameTaken', 'renamed']);
      const winner = ids[renamed.indexOf('renamed')];
      expect(await players.get(winner)).toMatchObject({ name: 'Uma', renamed: 77 });
      expect(await players.rename(winner, 'UMA', 'uma', 78)).toBe('renamed');
    });

    it('moves to another country, and the lists with them', async () => {
      const { store } = at();
      const player = await newPlayer(store, { country: 'FI' });
      await verifiedRun(store, player);
      const sizes = () => Promise.all(['FI', 'SE'].map((one) => store.lists.size(countryList(BOARD, one))));
      expect(await sizes()).toEqual([1, 0]);
      await store.players.moveTo(player, 'SE');
      expect(await sizes()).toEqual([0, 1]);
      expect(await store.lists.countries(BOARD)).toEqual(['SE']);
      await store.players.moveTo(player, null);
      expect(await sizes()).toEqual([0, 0]);
      expect(await miscounted(store.db)).toEqual([]);
    });

    it('is forgotten with all that is theirs', async () => {
      const { store } = at();
      const other = await newPlayer(store);
      const kept = await verifiedRun(store, other, { ticks: 500 });
      const player = await newPlayer(store, { name: 'Wanda Unique' });
      const { id: ticket } = await newTicket(store, player);
      await store.tickets.check(ticket, { tick: 0, chain: 'c', at: 20 });
      const run = await verifiedRun(store, player, { ticket });
      const waiting = newRun(player, { ticks: 10 });
      await store.submissions.take(sent(waiting));
      await store.tickets.once(player, 'nonce', 9e12);
      const report = { at: 1, kind: 'report' as const, reason: 'other', words: '' };
      await store.moderation.report({ ...report, by: player, target: kept.id });
      await store.moderation.report({ ...report, by: other, target: run.id });
      await store.moderation.do({ deed: 'hideRun', target: run.id, reason: 'Wanda', by: 'mo', at: 2 });
      await store.moderation.do({
        deed: 'renamePlayer',
        target: player,
        reason: 'Wanda',
        by: 'mo',
        at: 3,
        name: { name: 'Neu', skeleton: 'neu' },
      });
      await store.players.forget(player, 400);
      for (const table of TABLES) {
        const rows = await store.db.all({ parts: [`select * from ${table}`], values: [] });
        const text = JSON.stringify(rows);
        for (const one of [player, run.id, waiting.id, ticket, 'Wanda', 'Neu'])
          expect([table, one, text.includes(one)]).toEqual([table, one, false]);
      }
      expect(await store.lists.of(BOARD, other)).toMatchObject({ run: kept.id });
      expect(await miscounted(store.db)).toEqual([]);
      // what was done is still known to have been done
      expect((await store.moderation.log(10)).filter(({ target }) => target === 'forgotten')).toHaveLength(2);
    });

    it('is forgotten whole, even when a run of theirs is taken in that moment', async () => {
      const { store, kind } = at();
      const board = 'training/04:set:skip:plain';
      const player = await newPlayer(store);
      await verifiedRun(store, player);
      let free = nothing;
      const held = store.db.write(async (tx) => {
        await tx.lock([BOARD]);
        await new Promise<void>((resolve) => (free = resolve));
      });
      const forgotten = store.players.forget(player, 500);
      const locked = sql`select pid from pg_locks where locktype = 'advisory' and not granted`;
      if (kind === 'postgres') await until('it waits', async () => (await store.db.all(locked)).length > 0);
      const run = newRun(player, { board });
      const taken = store.submissions.take(sent(run)).then(async ({ how }) => {
        if (how === 'accepted') await store.runs.keep([judged(run)], 600);
        return how;
      });
      // what need not wait has had its time
      for (let i = 0; i < 20; i++) await store.ping();
      free();
      await Promise.all([held, forgotten]);
      expect(await taken).toBe('noPlayer');
      expect(await store.lists.size(board)).toBe(0);
      expect(await miscounted(store.db)).toEqual([]);
    });
  });

  describe('a ticket', () => {
    it('is counted, of each player on each board, also when many are taken at once', async () => {
      const { store } = at();
      const player = await newPlayer(store);
      const all = await Promise.all(Array.from({ length: 10 }, () => newTicket(store, player)));
      expect(all.map(({ nth }) => nth).sort((x, y) => x - y)).toEqual(all.map((_, i) => i + 1));
      expect((await newTicket(store, player, 'training/04:set:skip:plain')).nth).toBe(1);
      expect((await newTicket(store, await newPlayer(store))).nth).toBe(1);
      expect(await store.tickets.get(all[3].id)).toEqual(all[3]);
      expect(await store.tickets.get('none')).toBe(undefined);
    });

    it('keeps the first word about a tick, and none about an earlier one', async () => {
      const { store } = at();
      const { id } = await newTicket(store, await newPlayer(store));
      const check = (tick: number, chain: string, when: number) => store.tickets.check(id, { tick, chain, at: when });
      expect(await check(600, 'a', 10)).toBe('kept');
      expect(await check(600, 'a', 99)).toBe('kept');
      expect(await check(600, 'b', 20)).toBe('contradicts');
      expect(await check(1200, 'c', 30)).toBe('kept');
      expect(await check(0, 'd', 40)).toBe('backwards');
      expect(await store.tickets.checkpoints(id)).toEqual([
        { tick: 600, chain: 'a', at: 10 },
        { tick: 1200, chain: 'c', at: 30 },
      ]);
    });

    it('has the day’s seed, which is thrown once for all who ask at the same moment', async () => {
      const { store } = at();
      const board = 'training/03:daily-2026-11-21:skip:plain';
      const seeds = await Promise.all([11, 22, 33, 44, 55].map((thrown) => store.tickets.seedOf(board, thrown, 1)));
      expect(new Set(seeds).size).toBe(1);
      expect([11, 22, 33, 44, 55]).toContain(seeds[0]);
      expect(await store.tickets.seedOf(board, 66, 2)).toBe(seeds[0]);
      expect(await store.tickets.seedOf('training/03:daily-2026-11-22:skip:plain', 66, 2)).toBe(66);
    });

    it('is ordered once: a signed order given again is known', async () => {
      const { store } = at();
      const all = await Promise.all(Array.from({ length: 6 }, () => store.tickets.once('somebody', 'n1', 50)));
      expect(all.filter((isFirst) => isFirst)).toHaveLength(1);
      expect(await store.tickets.once('another', 'n1', 50)).toBe(true);
      expect(await store.tickets.once('somebody', 'n2', 50)).toBe(true);
    });

    it('is put away when its time is over, and counted on', async () => {
      const { store } = at();
      const player = await newPlayer(store);
      const [first, second, third] = [
        await newTicket(store, player),
        await newTicket(store, player),
        await newTicket(store, player),
      ];
      const played = newRun(player, { ticket: second.id });
      await store.submissions.take(sent(played));
      for (const { id } of [first, second, third]) await store.tickets.check(id, { tick: 0, chain: 'c', at: 20 });
      await store.tickets.once(player, 'old', 900);
      await store.tickets.forgetOld(999);
      expect(await store.tickets.get(first.id)).toBeDefined();
      await store.tickets.forgetOld(1001);
      expect(await store.tickets.get(first.id)).toBe(undefined);
      expect(await store.tickets.checkpoints(first.id)).toEqual([]);
      expect((await store.tickets.get(second.id))?.run).toBe(played.id);
      expect(await store.tickets.checkpoints(second.id)).toHaveLength(1);
      expect((await newTicket(store, player)).nth).toBe(4);
      expect(await store.tickets.once(player, 'old', 5000)).toBe(true);
    });
  });
});
