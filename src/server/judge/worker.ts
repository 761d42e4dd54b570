// Takes runs that wait, has them judged, and keeps what came of it. Any number of these may run; a run that one of them died
// over is free again when its time is up, and whoever judges it, it is counted once.

import { parseBoard } from '../../core/board/category.ts';
import { isLike, pressesOf, type Press } from '../../core/board/likeness.ts';
import { isLiveTimed } from '../../core/board/live.ts';
import { decode } from '../../core/replay/codec.ts';
import type { Job, Judged, Run, State } from '../store/runs.ts';
import type { Store } from '../store/store.ts';
import type { Log } from '../log.ts';
import type { Pool } from './pool.ts';
import type { Finding } from './words.ts';

export interface WorkerOptions {
  readonly store: Store;
  readonly pool: Pool;
  readonly log: Log;
  readonly now: () => number;
  /** What was judged, for who counts. */
  readonly onVerdict: (verdict: string, ms: number) => void;
}

/** A claim lasts so long, then somebody else may have it; longer than any run takes to judge. */
const CLAIM_MS = 180_000;
const POLL_MS = 250;
/** After the database went away. */
const AWAY_MS = 1000;
/** Verdicts that are kept together, and how long the first of them waits for others. */
const BATCH = 32;
const BATCH_MS = 25;
/** A run that ended so many judges is shown to a person and to no more of them. */
const TRIES = 3;
/** Whole processes end for many reasons that are no run's fault, and what they had claimed is tried once more each time. */
const DEATHS = 12;
/** Runs so high on a board are held beside the others there. */
const TOP = 50;

export class Worker {
  private readonly options: WorkerOptions;
  private readonly done: { readonly judged: Judged; readonly began: number }[] = [];
  private readonly under = new Set<string>();
  /** Taken, and neither judged nor given back, since the database was away. */
  private readonly owed = new Set<string>();
  private readonly presses = new Map<string, readonly Press[]>();
  private flushing: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private wake: () => void = () => undefined;
  private isStopping = false;
  private readonly ended: Promise<void>;

  constructor(options: WorkerOptions) {
    this.options = options;
    this.ended = this.loop();
  }

  /** There is something to do: it need not wait for its clock. */
  nudge(): void {
    this.wake();
  }

  /** What is being judged is judged and kept; what is not, is given back. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.nudge();
    await this.ended;
    await this.flush();
    for (const id of this.under) this.owed.add(id);
    await this.giveBack().catch(() => undefined);
  }

  /** Nobody waits for a claim to run out when a word is enough. */
  private async giveBack(): Promise<void> {
    const ids = [...this.owed];
    await this.options.store.runs.release(ids);
    for (const id of ids) this.owed.delete(id);
  }

  private async loop(): Promise<void> {
    const { store, pool, now, log } = this.options;
    while (!this.isStopping) {
      // not in step with the other workers, or the same one would always come first
      let wait = POLL_MS * (0.5 + Math.random());
      try {
        await this.giveBack();
        const room = Math.min(pool.room, 64);
        const jobs = room === 0 ? [] : await store.runs.claim(room, now(), CLAIM_MS);
        for (const job of jobs) void this.judge(job);
        if (jobs.length > 0) wait = 0;
        else if (room === 0) wait = 5;
      } catch (error) {
        log.warn('no runs could be taken', { error: String(error) });
        wait = AWAY_MS;
      }
      // one turn of the event loop at least, so that requests are answered too
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        setTimeout(resolve, wait);
      });
    }
  }

  private async judge(job: Job): Promise<void> {
    const { store, pool, log, now } = this.options;
    const { run } = job;
    const began = now();
    this.under.add(run.id);
    try {
      const checkpoints = run.ticket === '' ? [] : await store.tickets.checkpoints(run.ticket);
      const { player, ticket, board, seed, content, build } = run;
      const found =
        job.tries > DEATHS
          ? 'stuck'
          : await pool.judge(
              // a copy of its own: what a database answers may be a piece of something larger
              {
                bytes: Uint8Array.from(job.bytes),
                binding: { player, ticket, board, seed, content, build },
                checkpoints,
              },
              run.ticks,
            );
      if (found === 'crashed' && job.tries < TRIES) {
        await store.runs.release([run.id]);
        this.under.delete(run.id);
        return;
      }
      const judged = typeof found === 'string' ? unjudged(run, found) : await this.weigh(job, found, checkpoints);
      this.done.push({ judged, began });
      if (this.done.length >= BATCH) void this.flush();
      else this.timer ??= setTimeout(() => void this.flush(), BATCH_MS);
    } catch (error) {
      // given back when that is possible, or its claim runs out, and it is judged again
      this.under.delete(run.id);
      this.owed.add(run.id);
      log.warn('a run could not be judged now', { run: run.id, error: String(error) });
    }
  }

  private async weigh(
    { run, bytes }: Job,
    found: Finding,
    checkpoints: readonly { readonly tick: number; readonly at: number }[],
  ): Promise<Judged> {
    const state = stateOf(found.verdict);
    const points = checkpoints.filter(({ tick }) => found.borneOut.includes(tick));
    const live =
      state === 'verified' &&
      run.started !== null &&
      !found.paused &&
      !found.contradicted &&
      isLiveTimed(found.ticks, run.started, points, run.submitted);
    const suspect =
      state !== 'verified'
        ? null
        : found.contradicted
          ? 'its checkpoints say something else'
          : await this.likeness(run, found.ticks, bytes);
    return {
      run,
      state,
      verdict: found.verdict,
      // what nobody played through has the ticks that it says
      ticks: state === 'verified' ? found.ticks : run.ticks,
      inputs: found.inputs,
      live,
      paused: found.paused,
      assists: found.assists,
      suspect,
    };
  }

  /** Whose run it is all but a copy of, among the first of its board. */
  private async likeness(run: Run, ticks: number, bytes: Uint8Array): Promise<string | null> {
    const { store } = this.options;
    if (parseBoard(run.board)?.play === 'tas' || (await store.lists.faster(run.board, ticks)) >= TOP) return null;
    const mine = pressesOf(decode(bytes).log);
    for (const other of await store.lists.top(run.board, TOP)) {
      if (other.player === run.player) continue;
      const theirs = await this.pressesOf(other.run);
      if (isLike(mine, theirs)) return `its presses are those of ${other.run}`;
    }
    return null;
  }

  private async pressesOf(id: string): Promise<readonly Press[]> {
    const known = this.presses.get(id);
    if (known !== undefined) return known;
    const bytes = await this.options.store.runs.bytes(id);
    const presses = bytes === undefined ? [] : safely(() => pressesOf(decode(bytes).log));
    if (this.presses.size > 2000) this.presses.clear();
    this.presses.set(id, presses);
    return presses;
  }

  /** One batch after the other. What cannot be kept now is judged again when its claim runs out. */
  private flush(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const before = this.flushing;
    this.flushing = (async () => {
      await before;
      const batch = this.done.splice(0);
      if (batch.length === 0) return;
      const { store, log, now, onVerdict } = this.options;
      try {
        await store.runs.keep(
          batch.map(({ judged }) => judged),
          now(),
        );
        for (const { judged, began } of batch) onVerdict(judged.verdict, now() - began);
      } catch (error) {
        log.warn('verdicts could not be kept', { runs: batch.length, error: String(error) });
        for (const { judged } of batch) this.owed.add(judged.run.id);
      }
      for (const { judged } of batch) this.under.delete(judged.run.id);
    })();
    return this.flushing;
  }
}

function unjudged(run: Run, how: 'stuck' | 'crashed'): Judged {
  const verdict = `unverifiable:${how}`;
  const suspect = how === 'stuck' ? 'it takes longer to judge than it may' : 'whoever judges it ends';
  return {
    run,
    state: 'unverifiable',
    verdict,
    ticks: run.ticks,
    inputs: '',
    live: false,
    paused: false,
    assists: [],
    suspect,
  };
}

function stateOf(verdict: string): State {
  if (verdict === 'verified') return 'verified';
  return verdict.startsWith('unverifiable:') ? 'unverifiable' : 'rejected';
}

/** A run of another build may say what this one cannot read. */
function safely(read: () => readonly Press[]): readonly Press[] {
  try {
    return read();
  } catch {
    return [];
  }
}
