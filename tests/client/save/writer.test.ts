// Of two tabs one writes. The locks here are as the standard says; the channel is Node's own.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Writer, type Surroundings } from '../../../src/client/save/writer.ts';

/** One queue for one name, as the browser has it. */
function fakeLocks(): LockManager {
  let held: { readonly give: () => void } | null = null;
  const queue: (() => void)[] = [];
  const next = (): void => {
    held = null;
    queue.shift()?.();
  };
  const request = (_name: string, how: LockOptions, work: () => Promise<void>): Promise<void> =>
    new Promise((resolve, reject) => {
      const take = (): void => {
        let isMine = true;
        held = {
          give: () => {
            isMine = false;
            reject(new DOMException('stolen', 'AbortError'));
          },
        };
        void (async () => {
          await work();
          if (!isMine) return;
          resolve();
          next();
        })();
      };
      if (how.steal === true) {
        held?.give();
        take();
      } else if (held === null) take();
      else {
        queue.push(take);
        how.signal?.addEventListener('abort', () => {
          const at = queue.indexOf(take);
          if (at >= 0) queue.splice(at, 1);
          reject(new DOMException('given up', 'AbortError'));
        });
      }
    });
  return { request, query: () => Promise.resolve({}) } as unknown as LockManager;
}

/** Messages come later and to everybody else, and in the order they were said. */
function fakeChannels(): (name: string) => BroadcastChannel {
  const all: { hear: ((event: MessageEvent) => void) | null; isOpen: boolean }[] = [];
  return () => {
    const me: (typeof all)[number] = { hear: null, isOpen: true };
    all.push(me);
    return {
      addEventListener: (_: string, hear: (event: MessageEvent) => void) => (me.hear = hear),
      postMessage: (data: unknown) =>
        queueMicrotask(() => {
          for (const one of all) if (one !== me && one.isOpen) one.hear?.({ data } as MessageEvent);
        }),
      close: () => (me.isOpen = false),
    } as unknown as BroadcastChannel;
  };
}

const tabs: Writer[] = [];
function tab(around: Pick<Surroundings, 'locks' | 'channel'>): Writer {
  const writer = new Writer({ ...around, now: () => Date.now() });
  tabs.push(writer);
  return writer;
}
const soon = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

describe.each([
  ['with locks', () => ({ locks: fakeLocks(), channel: fakeChannels() })],
  ['without locks', () => ({ locks: null, channel: fakeChannels() })],
])('%s', (_what, make) => {
  vi.useFakeTimers();
  afterEach(() => {
    for (const one of tabs.splice(0)) one.close();
  });

  it('the first writes, the second is told', async () => {
    const around = make();
    const first = tab(around);
    await soon(3000);
    const second = tab(around);
    await soon(3000);
    expect([first.state, second.state]).toEqual(['writing', 'waiting']);
  });

  it('who takes over gets what was due stored first, and the other is told', async () => {
    const around = make();
    const first = tab(around);
    await soon(3000);
    const second = tab(around);
    await soon(3000);
    const told: string[] = [];
    first.watch(() => told.push(first.state));
    let stored = false;
    first.yielding(async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      stored = true;
    });
    const done = second.takeOver();
    await soon(50);
    expect([first.state, second.state]).toEqual(['writing', 'waiting']);
    await soon(3000);
    await done;
    expect(stored).toBe(true);
    expect([first.state, second.state]).toEqual(['waiting', 'writing']);
    expect(told).toEqual(['waiting']);
  });

  it('one that does not answer is not waited for', async () => {
    const around = make();
    const first = tab(around);
    await soon(3000);
    const second = tab(around);
    await soon(3000);
    first.yielding(() => new Promise(() => undefined));
    const done = second.takeOver();
    await soon(5000);
    await done;
    expect([first.state, second.state]).toEqual(['waiting', 'writing']);
  });

  it('when the first is closed the second goes on', async () => {
    const around = make();
    const first = tab(around);
    await soon(3000);
    const second = tab(around);
    await soon(3000);
    first.close();
    await soon(6000);
    expect(second.state).toBe('writing');
  });

  it('there is one writer of many, whoever takes over in whatever order', async () => {
    const around = make();
    const many = [tab(around), tab(around), tab(around), tab(around)];
    await soon(6000);
    for (const nth of [2, 0, 3, 1, 1, 2]) {
      void many[nth].takeOver();
      await soon(6000);
      expect(many.map((one) => one.state === 'writing')).toEqual(many.map((_, i) => i === nth));
    }
  });
});

it('where there is neither, everybody writes', () => {
  expect(tab({ locks: null, channel: null }).state).toBe('writing');
});
