// What people do about runs and names, and the news of it, by both databases.
import { describe, expect, it } from 'vitest';
import type { Deed } from '../../../src/server/store/moderation.ts';
import { miscounted } from '../../../src/server/store/lists.ts';
import { judged, newPlayer, newRun, sent, verifiedRun } from '../support/rows.ts';
import { onBoth } from '../support/stores.ts';

const BOARD = 'training/11:set:skip:plain';

onBoth((at) => {
  const order = (deed: Deed, target: string) =>
    at().store.moderation.do({ deed, target, reason: 'because', by: 'mo', at: 50 });
  const last = async () => (await at().store.moderation.log(1))[0];
  const undo = async () => at().store.moderation.undo((await last()).id, 'ada', 'taken back', 60);

  describe('a deed', () => {
    it('hides a run, is taken back, and that is taken back', async () => {
      const { store } = at();
      const player = await newPlayer(store);
      const slow = await verifiedRun(store, player, { board: BOARD, ticks: 900 });
      const fast = await verifiedRun(store, player, { board: BOARD, ticks: 800 });
      const stands = async () => (await store.lists.of(BOARD, player))?.run;
      expect(await stands()).toBe(fast.id);
      expect(await order('hideRun', fast.id)).toBe('done');
      expect(await stands()).toBe(slow.id);
      const deed = await last();
      expect(deed).toMatchObject({ by: 'mo', deed: 'hideRun', target: fast.id, reason: 'because', undoes: null });
      expect(await undo()).toBe('done');
      expect(await stands()).toBe(fast.id);
      expect(await last()).toMatchObject({ by: 'ada', deed: 'showRun', undoes: deed.id, reason: 'taken back' });
      expect(await store.moderation.undo(deed.id, 'ada', 'again', 61)).toBe('undoneAlready');
      expect(await undo()).toBe('done');
      expect(await stands()).toBe(slow.id);
      expect(await store.moderation.about(fast.id)).toEqual(await last());
      expect(await miscounted(store.db)).toEqual([]);
    });

    it('hides a player from every list, and shows them again', async () => {
      const { store } = at();
      const player = await newPlayer(store, { country: 'SE' });
      await verifiedRun(store, player, { board: BOARD, ticks: 700, live: 1 });
      await verifiedRun(store, player, { board: 'training/12:set:skip:plain' });
      const stands = async () => (await store.lists.ofPlayer(player)).map(({ board }) => board).sort();
      const both = [BOARD, 'training/12:set:skip:plain'];
      expect(await stands()).toEqual(both);
      await order('hidePlayer', player);
      expect(await stands()).toEqual([]);
      expect((await store.players.get(player))?.hidden).toBe(1);
      await undo();
      expect(await stands()).toEqual(both);
      // what was hidden before stays as it was when a second hiding is taken back
      await order('hidePlayer', player);
      await order('hidePlayer', player);
      await undo();
      expect(await stands()).toEqual([]);
      expect(await miscounted(store.db)).toEqual([]);
    });

    it('gives a name and gives it back, unless somebody has it by then', async () => {
      const { store } = at();
      const player = await newPlayer(store, { name: 'rude' });
      const rename = (name: string) =>
        store.moderation.do({
          deed: 'renamePlayer',
          target: player,
          reason: 'rude',
          by: 'mo',
          at: 50,
          name: { name, skeleton: name },
        });
      expect(await rename('polite')).toBe('done');
      expect((await store.players.get(player))?.name).toBe('polite');
      const deed = await last();
      await newPlayer(store, { name: 'rude' });
      expect(await undo()).toBe('nameTaken');
      expect(await last()).toEqual(deed);
      expect(await rename('rude')).toBe('nameTaken');
      expect(await rename('kind')).toBe('done');
      await undo();
      expect((await store.players.get(player))?.name).toBe('polite');
    });

    it('is none about what there is not', async () => {
      const { store } = at();
      expect(await order('hideRun', 'none')).toBe('noSuchTarget');
      expect(await order('hidePlayer', 'none')).toBe('noSuchTarget');
      expect(await store.moderation.undo(99_999, 'mo', 'x', 1)).toBe('noSuchTarget');
    });
  });

  const mine = async (target: string) => {
    const { reports, suspects } = await at().store.moderation.queue();
    return [
      ...reports.filter((one) => one.target === target).map(({ kind, words }) => `${kind} ${words}`),
      ...suspects.filter(({ id }) => id === target).map(({ suspect }) => `suspect ${suspect}`),
    ];
  };

  describe('the queue', () => {
    it('has reports until they are closed, or something is done', async () => {
      const { store } = at();
      const by = await newPlayer(store);
      const run = await verifiedRun(store, await newPlayer(store), { board: BOARD });
      const report = { at: 7, by, target: run.id, reason: 'other' };
      await store.moderation.report({ ...report, kind: 'report', words: 'one' });
      await store.moderation.report({ ...report, kind: 'appeal', words: 'two' });
      expect(await mine(run.id)).toEqual(['report one', 'appeal two']);
      const [first] = (await store.moderation.queue()).reports.filter(({ target }) => target === run.id);
      expect(await store.moderation.close(first.id, 8)).toBe(true);
      expect(await store.moderation.close(first.id, 9)).toBe(false);
      expect(await mine(run.id)).toEqual(['appeal two']);
      await order('hideRun', run.id);
      expect(await mine(run.id)).toEqual([]);
    });

    it.each(['hideRun', 'showRun'] as const)('has suspects until somebody has decided: %s', async (deed) => {
      const { store } = at();
      const run = newRun(await newPlayer(store), { board: BOARD });
      await store.submissions.take(sent(run));
      await store.runs.keep([judged(run, { suspect: 'alike' })], 5);
      expect(await mine(run.id)).toEqual(['suspect alike']);
      await order(deed, run.id);
      expect(await mine(run.id)).toEqual([]);
    });
  });

  describe('the news', () => {
    it('comes in order, and who reads on while many write misses none', async () => {
      const store = await at().open(await at().fresh());
      const writers = 6;
      const each = 8;
      const all: string[] = [];
      const work = Array.from({ length: writers }, async (_, writer) => {
        const player = await newPlayer(store);
        const gone = await newPlayer(store);
        for (let i = 0; i < each; i++) {
          const run = await verifiedRun(store, player, {
            board: `training/${10 + writer}:set:skip:plain`,
            ticks: 900 - i,
          });
          all.push(run.id);
        }
        await store.players.forget(gone, 5);
      });
      let isOver = false;
      const written = Promise.all(work).finally(() => (isOver = true));
      const seen: { id: number; data: string; kind: string }[] = [];
      for (let wasOver = false; ;) {
        const found = await store.events.after(seen.at(-1)?.id ?? 0, 3);
        seen.push(...found);
        if (wasOver && found.length === 0) break;
        wasOver = isOver;
        await new Promise((resolve) => setImmediate(resolve));
      }
      await written;
      expect(seen.map(({ id }) => id)).toEqual([...seen].map(({ id }) => id).sort((x, y) => x - y));
      const told = seen
        .filter(({ kind }) => kind === 'verdict')
        .map(({ data }) => (JSON.parse(data) as { run: string }).run);
      expect([...told].sort()).toEqual([...all].sort());
      expect(seen.filter(({ kind }) => kind === 'playerGone')).toHaveLength(writers);
      expect(await store.events.last()).toBe(seen.at(-1)?.id);
    });

    it('is told to a webhook by one at a time, and again after a while', async () => {
      const store = await at().open(await at().fresh());
      await verifiedRun(store, await newPlayer(store));
      const hook = { id: 'w', url: 'http://x', secret: 's', board: '' };
      await store.events.addWebhook(hook);
      expect(await store.events.takeWebhook(100, 50)).toBe(undefined);
      await verifiedRun(store, await newPlayer(store));
      const taken = await Promise.all([1, 2, 3].map(() => store.events.takeWebhook(100, 50)));
      expect(taken.filter((one) => one !== undefined)).toMatchObject([{ ...hook, failures: 0 }]);
      await store.events.failed('w', 500);
      expect(await store.events.takeWebhook(499, 50)).toBe(undefined);
      expect(await store.events.takeWebhook(500, 50)).toMatchObject({ failures: 1 });
      await store.events.told('w', await store.events.last());
      expect(await store.events.takeWebhook(9000, 50)).toBe(undefined);
      expect(await store.events.webhooks()).toMatchObject([{ failures: 0 }]);
      expect(await store.events.removeWebhook('w')).toBe(true);
      expect(await store.events.removeWebhook('w')).toBe(false);
    });

    it('is put away when it is old, and numbered on', async () => {
      const store = await at().open(await at().fresh());
      const player = await newPlayer(store);
      await verifiedRun(store, player, { ticks: 900 }, 100);
      const before = await store.events.last();
      await store.events.forgetOld(101);
      expect(await store.events.after(0, 10)).toEqual([]);
      await verifiedRun(store, player, { ticks: 800 }, 200);
      expect(await store.events.last()).toBeGreaterThan(before);
    });
  });
});
