// Playing many seeds takes both cores: a job is a level, perhaps without a tool, a bot and a seed; the answer is the
// ticks it took, or null for a loss. Jobs are handed out one by one, so that a slow one holds up nobody.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { BotId } from '../../core/bots/table.ts';
import type { Level } from '../../core/network/level.ts';

export interface Job {
  readonly level: string;
  readonly banned: string | null;
  readonly bot: BotId;
  readonly seed: number;
}

export interface Hello {
  /** What the thread runs: see ../thread.js. */
  readonly file: string;
  readonly levels: Readonly<Record<string, Level>>;
}

const THREAD = new URL('../thread.js', import.meta.url);

export interface Answer {
  readonly index: number;
  readonly ticks: number | null;
}

export async function runJobs(
  jobs: readonly Job[],
  levels: Readonly<Record<string, Level>>,
  onDone: (done: number) => void,
): Promise<(number | null)[]> {
  const answers = Array.from<number | null>({ length: jobs.length }).fill(null);
  // The long ones first, so that the last minute is not one core waiting for the other.
  const order = jobs.map((_, index) => index).sort((a, b) => weight(jobs[b]) - weight(jobs[a]) || a - b);
  let next = 0;
  let done = 0;
  const hello: Hello = { file: new URL('worker.ts', import.meta.url).href, levels };
  const workers = Math.max(1, Math.min(jobs.length, availableParallelism()));
  await Promise.all(
    Array.from({ length: workers }, () => {
      const worker = new Worker(THREAD, { workerData: hello });
      return new Promise<void>((resolve, reject) => {
        const give = (): void => {
          if (next >= order.length) {
            void worker.terminate();
            resolve();
            return;
          }
          const index = order[next++];
          worker.postMessage({ index, job: jobs[index] });
        };
        worker.on('message', ({ index, ticks }: Answer) => {
          answers[index] = ticks;
          onDone(++done);
          give();
        });
        worker.on('error', reject);
        give();
      });
    }),
  );
  return answers;
}

function weight({ bot }: Job): number {
  return bot === 'planner' ? 1 : 0;
}
