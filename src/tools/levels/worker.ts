// One of the threads of jobs.ts: plays what it is told, answers how long it took.

import { parentPort, workerData } from 'node:worker_threads';
import { playNetwork } from '../../core/bots/table.ts';
import { compileLevel } from '../../core/network/compile.ts';
import type { Level } from '../../core/network/level.ts';
import type { Rules } from '../../core/network/rules.ts';
import type { Answer, Hello, Job } from './jobs.ts';

const { levels } = workerData as Hello;
const compiled = new Map<string, Rules>();

function rulesFor(level: string, banned: string | null): Rules {
  const key = `${level}\n${banned ?? ''}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const rules = compileLevel(banned === null ? levels[level] : without(levels[level], banned));
  compiled.set(key, rules);
  return rules;
}

function without(level: Level, tool: string): Level {
  return { ...level, tools: level.tools.filter((one) => (typeof one === 'string' ? one : one.tool) !== tool) };
}

parentPort?.on('message', ({ index, job }: { index: number; job: Job }) => {
  const { outcome, ticks } = playNetwork(rulesFor(job.level, job.banned), job.bot, job.seed);
  const answer: Answer = { index, ticks: outcome === 'won' ? ticks : null };
  parentPort?.postMessage(answer);
});
