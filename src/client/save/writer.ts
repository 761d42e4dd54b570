// Two tabs of one game: one writes, the other is told, and may take over. The browser's locks say who; where there are none,
// tabs tell each other, and one that is silent for too long is gone.

export type Writing = 'asking' | 'writing' | 'waiting';

export interface Surroundings {
  readonly locks: LockManager | null;
  readonly channel: ((name: string) => BroadcastChannel) | null;
  readonly now: () => number;
}

const NAME = 'syntony.writer';
/** The other has so long to store what is due before it is no longer asked. */
const YIELD_MS = 800;
const BEAT_MS = 500;
const SILENT_MS = 2000;
/** How long a tab without locks listens before it writes. */
const LISTEN_MS = 700;

type Word = { readonly says: 'here' | 'yield' | 'yielded'; readonly who: string };

export class Writer {
  private readonly around: Surroundings;
  private readonly channel: BroadcastChannel | null;
  private readonly me = Math.random().toString(36).slice(2);
  private readonly watchers = new Set<() => void>();
  private now: Writing = 'asking';
  private flush: () => Promise<void> = () => Promise.resolve();
  private release: (() => void) | null = null;
  /** In the queue for the lock, or null. */
  private queued: AbortController | null = null;
  private beat: ReturnType<typeof setInterval> | null = null;
  private onYielded: () => void = () => undefined;
  private heardAt = -Infinity;
  private isClosed = false;

  constructor(around: Surroundings) {
    this.around = around;
    this.channel = around.channel?.(NAME) ?? null;
    this.channel?.addEventListener('message', (event: MessageEvent<Word>) => void this.hear(event.data));
    if (around.locks !== null) this.ask();
    else if (this.channel === null) this.turn('writing');
    else this.listen();
  }

  get state(): Writing {
    return this.now;
  }

  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** What is due is stored before another tab takes over. */
  yielding(flush: () => Promise<void>): void {
    this.flush = flush;
  }

  /**
   * The other tab stores what is due and gives way; if it does not answer, it is not asked again. The lock is taken from it in
   * any case: let go, it would go to whoever stands first in the queue.
   */
  async takeOver(): Promise<void> {
    if (this.now === 'writing') return;
    const yielded = new Promise<void>((resolve) => (this.onYielded = resolve));
    this.say('yield');
    await Promise.race([yielded, pause(YIELD_MS)]);
    if (this.state === 'writing') return;
    if (this.around.locks === null) return this.begin();
    this.queued?.abort();
    this.ask(true);
    await this.until('writing');
  }

  close(): void {
    this.isClosed = true;
    this.queued?.abort();
    this.release?.();
    if (this.beat !== null) clearInterval(this.beat);
    this.channel?.close();
  }

  private ask(steals = false): void {
    const { locks } = this.around;
    if (locks === null) return;
    const queued = steals ? null : new AbortController();
    this.queued = queued;
    const how: LockOptions = queued === null ? { steal: true } : { signal: queued.signal };
    const held = locks.request(NAME, how, () => {
      if (this.isClosed) return Promise.resolve();
      this.queued = null;
      this.turn('writing');
      return new Promise<void>((resolve) => (this.release = resolve));
    });
    // taken away, or given up in the queue
    held.catch(() => queued?.signal.aborted !== true && this.lose());
    // who has to wait is told soon, and not never
    setTimeout(() => this.now === 'asking' && this.turn('waiting'), LISTEN_MS);
  }

  /** And it stands in the queue again: when the other tab is closed, this one goes on. */
  private lose(): void {
    if (this.isClosed) return;
    this.release = null;
    this.turn('waiting');
    if (this.queued === null) this.ask();
  }

  private async hear({ says, who }: Word): Promise<void> {
    if (who === this.me) return;
    const hasNoLocks = this.around.locks === null;
    if (says === 'here') this.heardAt = this.around.now();
    // two that both think so: the one whose name is less
    if (says === 'here' && hasNoLocks && this.now === 'writing' && who < this.me) this.stop();
    if (says === 'yielded') this.onYielded();
    if (says !== 'yield' || this.now !== 'writing') return;
    await Promise.race([this.flush().catch(() => undefined), pause(YIELD_MS)]);
    if (this.state !== 'writing') return;
    this.stop();
    this.say('yielded');
    if (hasNoLocks) return;
    // who asked and then did not take it, was closed meanwhile
    await pause(YIELD_MS * 2);
    if (this.release !== null) this.turn('writing');
  }

  // ------------------------------------------------------------------------------------------ where there are no locks

  private listen(): void {
    const asked = this.around.now();
    this.beat = setInterval(() => {
      const now = this.around.now();
      if (this.now === 'writing') return this.say('here');
      const isSilent = now - this.heardAt > SILENT_MS;
      if (isSilent && now - asked >= LISTEN_MS) this.begin();
      else if (!isSilent) this.turn('waiting');
    }, BEAT_MS);
  }

  private begin(): void {
    this.say('here');
    this.turn('writing');
  }

  private stop(): void {
    this.heardAt = this.around.now();
    this.turn('waiting');
  }

  private say(says: Word['says']): void {
    if (!this.isClosed) this.channel?.postMessage({ says, who: this.me } satisfies Word);
  }

  private until(wanted: Writing): Promise<void> {
    if (this.now === wanted) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.watch(() => {
        if (this.now !== wanted) return;
        stop();
        resolve();
      });
    });
  }

  private turn(to: Writing): void {
    if (this.now === to) return;
    this.now = to;
    for (const watcher of this.watchers) watcher();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** As this browser has it. */
export function claimWriting(): Writer {
  return new Writer({
    locks: 'locks' in navigator ? navigator.locks : null,
    channel: typeof BroadcastChannel === 'undefined' ? null : (name) => new BroadcastChannel(name),
    now: () => performance.now(),
  });
}
