// Whatever goes wrong with a slot, what was in it is somewhere.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAMED_SLOTS, type SlotId, type SlotRow } from '../../../src/client/kept.ts';
import { readBundle, toText } from '../../../src/client/save/bundle.ts';
import { Slots } from '../../../src/client/save/slots.ts';
import { memoryStore } from '../../../src/client/save/store.ts';
import { storyContent } from '../../support/sittings.ts';
import { FakeStorage, flakyStore, harmed, Table } from './support.ts';

const content = storyContent();
const MINUTE = 60_000;

function opened(store = flakyStore()) {
  const mirror = new FakeStorage();
  const clock = { now: 1_000_000 };
  const slots = new Slots({ store, mirror, now: () => clock.now });
  return { store, mirror, clock, slots };
}

const ids = (rows: readonly SlotRow[]): string[] => rows.map((one) => one.id);
async function tickOf(slots: Slots, id: SlotId): Promise<number> {
  const loaded = await slots.load(id);
  if (loaded.state !== 'whole') throw new Error(loaded.state);
  return loaded.saved.sitting.world.tick;
}

describe('slots', () => {
  it('hold what was put into them, and say where and when', async () => {
    const { slots } = opened();
    const table = new Table(content, 1).play(500);
    expect((await slots.auto(table.saved(10))).how).toBe('saved');
    expect(await slots.save('3', table.play(300).saved(20), 'Before the tram')).toBe('saved');
    expect(await slots.chapter(table.play(100).saved(30))).toBe('saved');
    const rows = await slots.list();
    expect(ids(rows)).toEqual(['auto', '3', 'chapter:coves:2']);
    expect(rows[1]).toMatchObject({
      name: 'Before the tram',
      when: 20,
      plan: 'tale',
      state: 'whole',
      where: { place: 'laundry' },
    });
    expect(await tickOf(slots, '3')).toBeGreaterThan(await tickOf(slots, 'auto'));
    expect(await slots.load('4')).toEqual({ state: 'empty', tail: null });
  });

  it('that cannot be read any more are said to be lost once, and who listens may list anew', async () => {
    const { slots, store } = opened();
    await slots.save('1', new Table(content, 1).play(300).saved(1));
    let told = 0;
    slots.watch(() => {
      told++;
      if (told < 50) void slots.list();
    });
    store.all = () => Promise.reject(new Error('UnknownError'));
    await slots.list();
    await new Promise((go) => setTimeout(go, 20));
    expect([told, slots.trouble]).toEqual([1, 'lost']);
  });

  it('that somebody else wrote there are passed over', async () => {
    const { slots, store } = opened();
    await slots.save('1', new Table(content, 1).play(300).saved(1));
    store.kept.set('2', { id: '2', name: {}, when: 1, text: '{}' } as never);
    store.kept.set('3', { id: '3', name: '', when: 1e300, text: '{}' });
    store.kept.set('4', { id: 4, name: '', when: 1 } as never);
    expect(ids(await slots.list())).toEqual(['1']);
  });

  it('of a chapter that has no act are not made', async () => {
    const { slots, store } = opened();
    const saved = new Table(content, 1).saved(1);
    expect(await slots.chapter({ ...saved, where: { ...saved.where, act: 0 } })).toBe('failed');
    expect(store.changes).toBe(0);
  });

  it('are undone: saved over, removed, renamed', async () => {
    const { slots } = opened();
    const table = new Table(content, 1).play(500);
    await slots.save('1', table.saved(1), 'One');
    const first = await tickOf(slots, '1');
    await slots.save('1', table.play(400).saved(2));
    expect((await slots.list())[0].name).toBe('One');
    expect(await tickOf(slots, '1')).toBeGreaterThan(first);
    await slots.undo();
    expect(await tickOf(slots, '1')).toBe(first);
    expect(await slots.undo()).toBe('failed');
    await slots.rename('1', '  Another  ');
    expect((await slots.list())[0].name).toBe('Another');
    await slots.remove('1');
    expect(await slots.list()).toEqual([]);
    await slots.undo();
    expect((await slots.list())[0]).toMatchObject({ name: 'Another', when: 1 });
    await slots.save('2', table.saved(3));
    await slots.undo();
    expect(ids(await slots.list())).toEqual(['1']);
  });
});

describe('the autosave', () => {
  it('keeps the one before, a minute older at least', async () => {
    const { slots } = opened();
    const table = new Table(content, 2);
    const ticks: number[] = [];
    for (let k = 0; k < 6; k++) {
      ticks.push(table.play(100).recorder.world.tick);
      await slots.auto(table.saved(k * 25_000));
    }
    expect(await tickOf(slots, 'auto')).toBe(ticks[5]);
    // at 0 it was the first; at 100 000 the one of 75 000 took its place
    expect(await tickOf(slots, 'before')).toBe(ticks[3]);
  });

  it('leaves another sitting where it is, by itself', async () => {
    const { slots } = opened();
    const first = new Table(content, 2, 100).play(700);
    await slots.auto(first.saved(1));
    const second = new Table(content, 3, 200).play(50);
    await slots.auto(second.saved(2));
    await slots.auto(second.play(50).saved(3));
    expect(await tickOf(slots, 'other')).toBe(first.recorder.world.tick);
    expect(await tickOf(slots, 'auto')).toBe(second.recorder.world.tick);
  });

  it('does not give up a long sitting for two short ones', async () => {
    const { slots } = opened();
    const long = new Table(content, 2, 100).play(700);
    long.played = 900;
    await slots.auto(long.saved(1));
    for (const began of [200, 300]) await slots.auto(new Table(content, began, began).play(50).saved(began));
    expect(await tickOf(slots, 'other')).toBe(long.recorder.world.tick);
  });

  it('tells nobody of one line more, but of every slot that comes or goes', async () => {
    const { slots } = opened();
    let told = 0;
    slots.watch(() => told++);
    const table = new Table(content, 2);
    await slots.auto(table.saved(0));
    await slots.auto(table.play(50).saved(1000));
    expect(told).toBe(2);
    for (let k = 2; k < 9; k++) await slots.auto(table.play(50).saved(k * 1000));
    expect(told).toBe(2);
    expect((await slots.list())[0]).toMatchObject({ id: 'auto', when: 8000 });
  });

  it('keeps what stood there before a return', async () => {
    const { slots } = opened();
    const table = new Table(content, 2).play(2500);
    const { tick } = table.recorder.world;
    await slots.auto(table.saved(1));
    await slots.auto(table.saved(2));
    table.recorder.returnTo(table.recorder.marks[1]);
    await slots.auto(table.saved(3));
    expect(await tickOf(slots, 'before')).toBe(tick);
    expect(await tickOf(slots, 'auto')).toBeLessThan(tick);
  });

  it('of another tab is never written over, though it is of the same sitting', async () => {
    const { store, slots } = opened();
    const table = new Table(content, 2, 100).play(300);
    await slots.auto(table.saved(1));
    const loaded = await opened(store).slots.load('auto');
    if (loaded.state !== 'whole') throw new Error(loaded.state);
    const stale = opened(store).slots;
    await stale.load('auto');
    const further = table.play(900).recorder.world.tick;
    await slots.auto(table.saved(2));
    const behind = new Table(content, 2, 100).play(400);
    await stale.auto(behind.saved(3));
    expect(await tickOf(slots, 'other')).toBe(further);
  });

  it('that cannot be read is set aside with its bytes, and the one before is loaded', async () => {
    const { store, slots, clock } = opened();
    const table = new Table(content, 2).play(300);
    await slots.auto(table.saved(0));
    const before = table.recorder.world.tick;
    await slots.auto(table.play(300).saved(2 * MINUTE));
    const whole = store.kept.get('auto')!.text;
    const text = harmed(whole, whole.indexOf('"run":"') + 40);
    store.kept.set('auto', { ...store.kept.get('auto')!, text });
    const fresh = new Slots({ store, mirror: null, now: () => clock.now });
    const loaded = await fresh.load('auto');
    expect(loaded).toMatchObject({ state: 'whole', from: 'before', saved: { sitting: { world: { tick: before } } } });
    const rows = await fresh.list();
    expect(ids(rows)).toEqual(['before', `aside:auto:${clock.now}`]);
    expect(rows[1]).toMatchObject({ state: 'broken', why: 'damaged', kind: 'aside' });
    expect(store.kept.get(`aside:auto:${clock.now}`)?.text).toBe(text);
    expect((await fresh.export(rows[1].id)).includes(JSON.stringify(text).slice(1, -1))).toBe(true);
  });

  it('that cannot be read is not written over either when nobody asked for it', async () => {
    const { store, slots } = opened();
    store.kept.set('auto', { id: 'auto', text: 'scribble', when: 5, name: '' });
    await slots.auto(new Table(content, 2).saved(9));
    expect([...store.kept.values()].some((one) => one.text === 'scribble')).toBe(true);
    store.kept.set('5', { id: '5', text: 'scribble 5', when: 5, name: '' });
    await slots.save('5', new Table(content, 2).saved(9));
    expect([...store.kept.values()].some((one) => one.text === 'scribble 5')).toBe(true);
  });

  it('of a later version stays as it is', async () => {
    const { store, slots } = opened();
    const newer = JSON.stringify({ format: 'syntony.save', version: 99 });
    store.kept.set('auto', { id: 'auto', text: newer, when: 5, name: '' });
    expect(await slots.load('auto')).toMatchObject({ state: 'newer' });
    await slots.auto(new Table(content, 2).saved(9));
    expect([...store.kept.values()].map((one) => one.text)).toContain(newer);
  });
});

describe('a store', () => {
  it('that is full loses nothing: it is held, said, and stored when there is room', async () => {
    const { store, slots } = opened();
    const told: (string | null)[] = [];
    slots.watch(() => told.push(slots.trouble));
    const table = new Table(content, 2).play(300);
    await slots.save('1', table.saved(1), 'Old');
    store.fails = 'full';
    expect(await slots.save('1', table.play(500).saved(2), 'New')).toBe('full');
    expect(slots.trouble).toBe('full');
    expect(store.kept.get('1')?.name).toBe('Old');
    expect((await slots.list())[0].name).toBe('New');
    expect(await slots.export('all')).toContain('New');
    store.fails = null;
    await slots.remove('8');
    expect(slots.trouble).toBeNull();
    expect(store.kept.get('1')?.name).toBe('New');
    expect(told).toContain('full');
  });

  it('that is lost is said, and what is not written is held', async () => {
    const { store, slots } = opened();
    store.fails = 'lost';
    expect((await slots.auto(new Table(content, 2).saved(1))).how).toBe('failed');
    expect(slots.trouble).toBe('lost');
    expect(ids(await slots.list())).toEqual(['auto']);
  });

  it('that fails again is told again: who reads what is held sees the newest', async () => {
    const { store, slots } = opened();
    const table = new Table(content, 2);
    store.fails = 'lost';
    await slots.save('1', table.saved(1), 'First');
    const told: (string | null)[] = [];
    slots.watch(() => told.push(slots.trouble));
    expect(await slots.save('2', table.play(300).saved(2), 'Second')).toBe('failed');
    expect(told).toEqual(['lost']);
    expect((await slots.list()).map((one) => one.name)).toEqual(['First', 'Second']);
  });

  it('that is refused is memory, which is said and works', async () => {
    const slots = new Slots({ store: memoryStore(), mirror: null, now: () => 1 });
    expect([slots.kind, slots.trouble]).toEqual(['memory', 'refused']);
    await slots.save('2', new Table(content, 2).saved(1));
    expect(ids(await slots.list())).toEqual(['2']);
    expect(slots.trouble).toBe('refused');
  });

  it('of which another tab is the writer is read and not changed', async () => {
    const { store, slots } = opened();
    const saved = new Table(content, 2).saved(1);
    await slots.save('1', saved);
    const { changes } = store;
    slots.readOnly(true);
    expect(await slots.save('1', saved)).toBe('readOnly');
    expect((await slots.auto(saved)).how).toBe('readOnly');
    expect(await slots.remove('1')).toBe('readOnly');
    expect([slots.trouble, store.changes]).toEqual(['readOnly', changes]);
    expect(await tickOf(slots, '1')).toBe(0);
    slots.readOnly(false);
    expect(slots.trouble).toBeNull();
  });

  it('has whole slots whatever is done to it, and in whatever order it answers', async () => {
    const act = fc.record({
      what: fc.constantFrom('save', 'auto', 'remove', 'undo', 'rename', 'harm', 'full', 'room'),
      slot: fc.constantFrom(...NAMED_SLOTS),
    });
    const table = new Table(content, 8);
    const saves = Array.from({ length: 12 }, (_, i) => table.play(100).saved(i * 20_000));
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        const { store, slots } = opened();
        const harmedTexts = new Set<string>();
        for (const [i, { what, slot }] of acts.entries()) {
          const saved = saves[i % saves.length];
          if (what === 'save') void slots.save(slot, saved);
          else if (what === 'auto') void slots.auto(saved);
          else if (what === 'undo') void slots.undo();
          else if (what === 'rename') void slots.rename(slot, 'x');
          else if (what === 'full') store.fails = 'full';
          else if (what === 'room') store.fails = null;
          else if (what === 'remove') {
            const read = await slots.load(slot);
            if (read.state === 'whole') await slots.remove(slot);
          } else {
            const kept = store.kept.get(slot);
            if (kept !== undefined && (await slots.load(slot)).state === 'whole' && store.fails === null) {
              const text = harmed(kept.text, 700);
              store.kept.set(slot, { ...kept, text });
              harmedTexts.add(text);
            }
          }
        }
        store.fails = null;
        await slots.rename('8', 'y');
        const rows = await slots.list();
        const texts = (await readBundleOf(slots)).map((one) => one.text);
        // every harmed one is whole in its own way: all its bytes are somewhere, until somebody undoes what was done before it
        const undone = acts.some((one) => one.what === 'undo');
        for (const text of undone ? [] : harmedTexts) expect(texts).toContain(text);
        for (const row of rows) expect(['whole', 'broken']).toContain(row.state);
        expect(rows.filter((row) => row.state === 'broken').length).toBeLessThanOrEqual(harmedTexts.size);
      }),
      { numRuns: 60 },
    );
  });
});

async function readBundleOf(slots: Slots) {
  const bundle = await readBundle(await slots.export('all'));
  if (typeof bundle === 'string') throw new Error(bundle);
  return bundle.saves;
}

describe('a journey', () => {
  const table = new Table(content, 6);

  async function packed(): Promise<string> {
    const { slots } = opened();
    await slots.save('1', table.play(300).saved(1), 'One ☂');
    await slots.auto(table.play(300).saved(2));
    await slots.chapter(table.saved(3));
    return slots.export('all', { settings: { version: 1, set: { mute: true } }, profile: { version: 1 } });
  }

  it('as a file and as a text is the same, and comes whole', async () => {
    const file = await packed();
    const text = await toText(file);
    expect(text).toMatch(/^SYNTONY1-[\w-]+$/);
    expect(text.length).toBeLessThan(file.length / 2);
    const wrapped = ` ${text.match(/.{1,60}/g)!.join('\n')}\n`;
    expect(await readBundle(wrapped)).toEqual(await readBundle(file));
    expect(await readBundle(file)).toMatchObject({ settings: { set: { mute: true } }, profile: { version: 1 } });
  });

  it('is shown before it is taken, goes where there is room, and is taken back', async () => {
    const { slots, store } = opened();
    await slots.save('1', table.saved(9), 'Mine');
    const before = new Map(store.kept);
    const preview = await slots.preview(await packed());
    if (preview.state !== 'readable') throw new Error(preview.why);
    expect(new Map(store.kept)).toEqual(before);
    expect(ids(preview.rows)).toEqual(['1', 'auto', 'chapter:coves:2']);
    expect(preview.intoByDefault).toEqual(['2', '3', 'chapter:coves:2']);
    const saves = preview.intoByDefault.map((into, nth) => ({ nth, into }));
    expect(await slots.import(preview, { saves })).toBe('saved');
    const rows = await slots.list();
    expect(ids(rows)).toEqual(['1', '2', '3', 'chapter:coves:2']);
    expect(rows.map((one) => one.name)).toEqual(['Mine', 'One ☂', '', '']);
    expect(rows.every((one) => one.state === 'whole')).toBe(true);
    await slots.undo();
    expect(new Map(store.kept)).toEqual(before);
  });

  it('that was harmed, cut short or is none at all is refused, with a reason', async () => {
    const file = await packed();
    const text = await toText(file);
    const { slots, store } = opened();
    const { changes } = store;
    const why = async (given: string): Promise<string> => {
      const preview = await slots.preview(given);
      return preview.state === 'refused' ? preview.why : preview.state;
    };
    expect(await why(harmed(file, 2000))).toBe('damaged');
    expect(await why(text.slice(0, -20))).toBe('damaged');
    expect(await why('SYNTONY1-!!!')).toBe('damaged');
    expect(await why('good evening')).toBe('notABundle');
    expect(await why('{"format":"else"}')).toBe('notABundle');
    expect(await why(JSON.stringify({ format: 'syntony.bundle', version: 7 }))).toBe('newer');
    expect(store.changes).toBe(changes);
    await fc.assert(
      fc.asyncProperty(fc.string(), async (any) => {
        expect(await why(any)).not.toBe('readable');
      }),
      { numRuns: 60 },
    );
    // packed text can say one thing in two ways, so harm may leave it as it was; what it never does is say something else
    const whole = await readBundle(text);
    for (let at = 9; at < text.length; at++) {
      const read = await readBundle(harmed(text, at));
      if (read !== 'damaged') expect(read, `harmed at ${at}`).toEqual(whole);
    }
  });

  it('may be one save by itself', async () => {
    const { slots, store } = opened();
    await slots.auto(table.saved(4));
    const preview = await slots.preview(store.kept.get('auto')!.text);
    expect(preview).toMatchObject({ state: 'readable', intoByDefault: ['1'] });
  });

  it('finds every slot taken: it goes into its own, and can be taken back', async () => {
    const { slots } = opened();
    for (const id of NAMED_SLOTS) await slots.save(id, table.saved(5), `Mine ${id}`);
    const preview = await slots.preview(await packed());
    if (preview.state !== 'readable') throw new Error(preview.why);
    expect(preview.intoByDefault[0]).toBe('1');
  });
});
