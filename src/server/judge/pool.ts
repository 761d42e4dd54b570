// Threads that judge. Each can be killed: a run that takes longer than it may is not worth the thread it stands in.

import { Worker } from 'node:worker_threads';
import type { Case, Finding, Hello } from './words.ts';

/** Node 20 does not hand the TypeScript loader on to threads: each asks for it, and then runs the file it was given. */
const BEGIN = `
const { workerData } = require('node:worker_threads');
import('tsx/esm/api').then(({ register }) => { register(); return import(workerData.file); });
`;
const THREAD = new URL('thread.ts', import.meta.url).href;
/** A thread has the next ones in hand while it judges one, so that it never waits: this process may be busy for so long. */
const HAND_MS = 50;
const HAND_LEAST = 2;
const HAND_MOST = 32;
/** Taken from the database and waiting here, for each thread: what it does in so long, so that it need not wait for the next. */
const AHEAD_MS = 300;
const TAKEN_LEAST = 4;
const TAKEN_MOST = 128;
const MEMORY_MB = 512;
const RESTART_MS = 2000;

export type Judgement = Finding | 'stuck' | 'crashed';

export interface PoolOptions extends Omit<Hello, 'file'> {
  readonly threads: number;
  /** How long a case may take, by its ticks. */
  readonly budgetMs: (ticks: number) => number;
}

interface Waiting {
  readonly one: Omit<Case, 'id'>;
  readonly ticks: number;
  readonly answer: (judgement: Judgement) => void;
}

export class Pool {
  private readonly options: PoolOptions;
  private readonly threads: Thread[];
  private readonly queue: Waiting[] = [];
  /** What one took of late. */
  private usualMs = AHEAD_MS;

  constructor(options: PoolOptions) {
    this.options = options;
    const onFree = (ms: number): void => {
      this.usualMs += (ms - this.usualMs) / 8;
      this.give();
    };
    this.threads = Array.from({ length: options.threads }, () => new Thread(options, onFree));
  }

  /** How many more it would have: none until half of what it had is done, since many are claimed as fast as one. */
  get room(): number {
    // what waits for a thread to begin would be held from other processes for nothing, and lost for minutes with this one
    if (!this.threads.some((one) => one.mayTake)) return 0;
    const busy = this.threads.reduce((sum, one) => sum + one.inHand, 0) + this.queue.length;
    const most = this.options.threads * within(AHEAD_MS / this.usualMs, TAKEN_LEAST, TAKEN_MOST);
    return busy > most / 2 ? 0 : most - busy;
  }

  judge(one: Omit<Case, 'id'>, ticks: number): Promise<Judgement> {
    return new Promise((answer) => {
      this.queue.push({ one, ticks, answer });
      this.give();
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((one) => one.close()));
  }

  private give(): void {
    const hand = within(HAND_MS / this.usualMs, HAND_LEAST, HAND_MOST);
    // the emptiest first
    for (let most = 0; most < hand; most++) {
      for (const thread of this.threads) {
        if (thread.inHand > most) continue;
        const next = this.queue.shift();
        if (next === undefined) return;
        thread.take(next);
      }
    }
  }
}

function within(wanted: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.ceil(wanted)));
}

class Thread {
  private readonly options: PoolOptions;
  private readonly onFree: (ms: number) => void;
  private worker: Worker;
  private readonly hand: { readonly id: number; readonly waiting: Waiting }[] = [];
  private nextId = 1;
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** Since when the first in hand is judged. */
  private since = 0;
  private isReady = false;
  private isClosed = false;

  constructor(options: PoolOptions, onFree: (ms: number) => void) {
    this.options = options;
    this.onFree = onFree;
    this.worker = this.start();
  }

  get inHand(): number {
    return this.hand.length;
  }

  get mayTake(): boolean {
    return this.isReady;
  }

  take(waiting: Waiting): void {
    const id = this.nextId++;
    this.hand.push({ id, waiting });
    if (!this.isReady) return;
    this.worker.postMessage({ id, ...waiting.one } satisfies Case);
    if (this.hand.length === 1) this.time();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.worker.terminate();
  }

  private start(): Worker {
    const { content, archive } = this.options;
    this.isReady = false;
    const worker = new Worker(BEGIN, {
      eval: true,
      workerData: { file: THREAD, content, archive } satisfies Hello,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    worker.on('message', (said: Finding | 'ready') => {
      if (worker !== this.worker) return;
      if (said === 'ready') {
        this.isReady = true;
        for (const { id, waiting } of this.hand) worker.postMessage({ id, ...waiting.one } satisfies Case);
        this.time();
      } else this.answered(said);
    });
    worker.on('error', () => this.end(worker, 'crashed'));
    worker.on('exit', () => this.end(worker, 'crashed'));
    return worker;
  }

  private answered(finding: Finding): void {
    const first = this.hand[0];
    if (first?.id !== finding.id) return;
    this.hand.shift();
    const ms = performance.now() - this.since;
    this.time();
    first.waiting.answer(finding);
    this.onFree(ms);
  }

  /** For the one that is being judged now. */
  private time(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const first = this.hand[0];
    if (first === undefined || !this.isReady) return;
    this.since = performance.now();
    this.timer = setTimeout(() => this.end(this.worker, 'stuck'), this.options.budgetMs(first.waiting.ticks));
  }

  /** The first in hand is what it ended over; the others are for the thread that comes after it. */
  private end(worker: Worker, how: 'stuck' | 'crashed'): void {
    if (worker !== this.worker || this.isClosed) return;
    if (this.timer !== null) clearTimeout(this.timer);
    worker.removeAllListeners();
    void worker.terminate();
    // one that cannot even begin is no run's fault, and not begun again at once
    const first = this.isReady ? this.hand.shift() : undefined;
    const wait = this.isReady ? 0 : RESTART_MS;
    this.isReady = false;
    setTimeout(() => {
      if (!this.isClosed) this.worker = this.start();
    }, wait);
    const ms = performance.now() - this.since;
    first?.waiting.answer(how);
    this.onFree(ms);
  }
}
