// Killed at any moment, a page loses a line at most, or two seconds of a network; and what could still be written down as it
// went, it does not even lose.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Autosave } from '../../../src/client/save/autosave.ts';
import { resume, resumeTail } from '../../../src/client/save/resume.ts';
import { Slots } from '../../../src/client/save/slots.ts';
import { readTail, writeTail } from '../../../src/client/save/tail.ts';
import { hashed } from '../../support/runs.ts';
import { storyContent } from '../../support/sittings.ts';
import { FakeStorage, flakyStore, Table } from './support.ts';

const content = storyContent();

function page(seed: number, store = flakyStore(), mirror = new FakeStorage()) {
  const clock = { now: 1_000_000 };
  const slots = new Slots({ store, mirror, now: () => clock.now++ });
  const table = new Table(content, seed);
  const auto = new Autosave({ slots, content: () => content, sat: () => table.sat, now: () => clock.now++ });
  return { store, mirror, slots, table, auto };
}

/** As a page does that is opened anew. */
async function reopened(store: ReturnType<typeof flakyStore>, mirror: FakeStorage) {
  const loaded = await new Slots({ store, mirror, now: () => 5 }).load('auto');
  if (loaded.state === 'empty' && loaded.tail !== null) return resumeTail(content, loaded.tail);
  if (loaded.state !== 'whole') throw new Error(loaded.state);
  const resumed = resume(content, loaded.saved, loaded.tail);
  if (resumed.as !== 'same') throw new Error(resumed.as);
  return resumed.sat;
}

describe('a page that goes', () => {
  it('loses nothing that it could still write down, wherever it was saved before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(10_000),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 1500 }),
        fc.boolean(),
        async (seed, first, then, isSaved) => {
          const { store, mirror, table, auto } = page(seed);
          table.play(first);
          if (isSaved) await auto.settled();
          table.play(then);
          // the database does not answer any more
          store.fails = 'lost';
          auto.leave();
          const sat = await reopened(store, mirror);
          expect(sat === null ? '' : hashed(sat.sitting.world)).toBe(hashed(table.recorder.world));
          expect(sat?.transcript).toEqual(table.scribe.transcript);
          expect(sat?.sitting.log).toEqual(table.sat.sitting.log);
          expect(sat?.sitting.marks.length).toBe(table.recorder.marks.length);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('at once after it took up what another left behind loses nothing of that either', async () => {
    const first = page(4);
    first.table.play(600);
    await first.auto.settled();
    first.table.play(300);
    first.auto.leave();
    first.store.fails = 'lost';
    const second = page(4, first.store, first.mirror);
    const loaded = await second.slots.load('auto');
    if (loaded.state !== 'whole') throw new Error(loaded.state);
    const resumed = resume(content, loaded.saved, loaded.tail);
    if (resumed.as !== 'same') throw new Error(resumed.as);
    second.auto.from(loaded.saved, loaded.check);
    second.table.sit(resumed.sat);
    const stood = hashed(second.table.recorder.world);
    expect(stood).toBe(hashed(first.table.recorder.world));
    // gone again before anything of it was stored
    second.auto.leave();
    expect(hashed((await reopened(first.store, first.mirror))!.sitting.world)).toBe(stood);
  });

  it('and whose last write came through after all is as it was then', async () => {
    const { store, mirror, table, auto } = page(4);
    table.play(500);
    await auto.settled();
    table.play(500);
    auto.leave();
    await auto.settled();
    const sat = await reopened(store, mirror);
    expect(sat === null ? '' : hashed(sat.sitting.world)).toBe(hashed(table.recorder.world));
  });

  it('in the midst of a return does not come back to what was cut off', async () => {
    const { store, mirror, table, auto } = page(4);
    table.play(2500);
    await auto.settled();
    table.recorder.returnTo(table.recorder.marks[1]);
    table.play(40);
    store.fails = 'lost';
    auto.leave();
    const tail = readTail(mirror.getItem('syntony.tail'));
    expect(tail).toMatchObject({ base: '', rewound: 1, practice: true });
    const sat = tail === null ? null : resumeTail(content, tail);
    expect(sat === null ? '' : hashed(sat.sitting.world)).toBe(hashed(table.recorder.world));
    expect(sat?.sitting).toMatchObject({ rewound: 1, practice: true });
  });

  it('and finds localStorage full or refused breaks nothing', async () => {
    const { mirror, table, auto, store } = page(4);
    mirror.isFull = true;
    table.play(100);
    auto.leave();
    await auto.settled();
    expect(store.kept.has('auto')).toBe(true);
    const none = new Slots({ store, mirror: null, now: () => 1 });
    expect(none.mirror(readTail(writeTail({ ...TAIL }))!)).toBe(false);
  });
});

const TAIL = {
  base: 'x',
  when: 1,
  plan: 'tale',
  seed: 1,
  content: '',
  build: '',
  began: 1,
  played: 2.5,
  where: { city: '', act: 0, place: '', line: '' },
  practice: false,
  rewound: 0,
  final: '',
  ticks: 9,
  log: [
    { tick: 1, action: { act: 'choose', a: 1, b: 0 } },
    { tick: 3, action: { act: 'tool', tool: 'tune', a: 1, b: -40, c: 2 } },
  ],
} as const;

describe('a tail', () => {
  it('is read as it was written', () => {
    expect(readTail(writeTail(TAIL))).toEqual(TAIL);
  });

  it('that is none, or is harmed, is none', () => {
    const text = writeTail(TAIL);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.nat(text.length - 1).map((end) => text.slice(0, end)),
        ),
        (any) => {
          expect(readTail(any)).toBeNull();
        },
      ),
    );
    expect(readTail(text.replace('"tune"', '"magic"'))).toBeNull();
    expect(readTail(null)).toBeNull();
  });

  it('that does not come to what it says is left out', async () => {
    const { store, mirror, table, auto } = page(4);
    table.play(900);
    await auto.settled();
    const saved = hashed(table.recorder.world);
    table.play(200);
    store.fails = 'lost';
    auto.leave();
    const tail = readTail(mirror.getItem('syntony.tail'))!;
    mirror.setItem('syntony.tail', writeTail({ ...tail, ticks: tail.ticks + 1 }));
    const sat = await reopened(store, mirror);
    expect(sat === null ? '' : hashed(sat.sitting.world)).toBe(saved);
  });
});

describe('autosave', () => {
  it('writes at a line, every two seconds of a network, and not in a pause', async () => {
    const { store, table, auto } = page(2);
    auto.line();
    await auto.settled();
    const at = store.changes;
    const ticks = (): number => table.recorder.world.tick;
    for (let now = 0; now <= 10_000; now += 100) {
      table.play(12);
      auto.frame(now, ticks(), true);
      await flush();
    }
    // from the second on: 2, 4, 6, 8, 10
    expect(store.changes - at).toBe(5);
    for (let now = 10_000; now <= 20_000; now += 100) auto.frame(now, ticks(), true);
    await flush();
    expect(store.changes - at).toBe(5);
    for (let now = 20_000; now <= 30_000; now += 100) {
      table.play(12);
      auto.frame(now, ticks(), false);
    }
    await flush();
    expect(store.changes - at).toBe(5);
  });

  it('never queues: however often it is asked while it writes, it writes once more, the newest', async () => {
    const { store, slots, table, auto } = page(2);
    const held: (() => void)[] = [];
    store.gate = new Promise((resolve) => held.push(resolve));
    for (let k = 0; k < 30; k++) {
      table.play(20);
      auto.line();
    }
    for (const go of held) go();
    store.gate = null;
    await auto.settled();
    expect(store.changes).toBeLessThanOrEqual(3);
    const loaded = await slots.load('auto');
    expect(loaded).toMatchObject({ saved: { sitting: { world: { tick: table.recorder.world.tick } } } });
  });

  it('writes nothing while another tab does', async () => {
    const { store, mirror, table, auto } = page(2);
    auto.hold(true);
    table.play(100);
    auto.line();
    auto.chapter();
    auto.leave();
    await auto.settled();
    expect([store.changes, mirror.length]).toEqual([0, 0]);
    auto.hold(false);
    await auto.settled();
    expect(store.kept.has('auto')).toBe(true);
  });

  it('keeps the beginning of an act', async () => {
    const { store, auto } = page(2);
    auto.chapter();
    await flush();
    expect(store.kept.has('chapter:coves:2')).toBe(true);
  });
});

async function flush(): Promise<void> {
  for (let k = 0; k < 20; k++) await Promise.resolve();
}
