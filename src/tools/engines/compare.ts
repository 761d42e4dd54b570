// One corpus through several engines, in two processes at a time, line against line.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import type { Corpus, Entry } from './corpus.ts';
import { runScript, SLOWER, type Engine, type EngineId } from './engine.ts';

const PROCESSES = 2;
/** Replays to a process: enough that starting one does not count, few enough that two processes share the slowest engine. */
const SHARD = 15;

export interface Mismatch {
  readonly engine: EngineId;
  readonly replay: string;
  /** Where it was first not as recorded, to 600 ticks; null when the engine said nothing of it. */
  readonly tick: number | null;
  readonly expected: string;
  readonly said: string;
}

export interface EngineResult {
  readonly engine: EngineId;
  readonly passed: number;
  readonly mismatches: readonly Mismatch[];
  /** Of all its processes, one after the other. */
  readonly seconds: number;
}

export async function compare(
  corpus: Corpus,
  engines: readonly Engine[],
  onEach: (done: number) => void = () => {},
): Promise<EngineResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'syntony-engines-'));
  try {
    const bundle = await bundleCore();
    const scripts = shards(corpus.entries).map((entries, i) => {
      const path = join(folder, `corpus-${i}.js`);
      writeFileSync(path, script(bundle, corpus, entries));
      return { path, entries };
    });
    const jobs = engines
      .flatMap((engine) => scripts.map((one) => ({ engine, ...one })))
      .sort((a, b) => SLOWER[b.engine.id] - SLOWER[a.engine.id]);
    const results = new Map(engines.map(({ id }) => [id, { passed: 0, mismatches: [] as Mismatch[], seconds: 0 }]));
    let done = 0;
    const worker = async (): Promise<void> => {
      for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
        const result = results.get(job.engine.id)!;
        const began = performance.now();
        const { lines, problem } = await runScript(job.engine, job.path);
        result.seconds += (performance.now() - began) / 1000;
        const wrong = judge(job.engine.id, job.entries, lines, problem);
        result.mismatches.push(...wrong);
        result.passed += job.entries.length - wrong.length;
        onEach((done += job.entries.length));
      }
    };
    await Promise.all(Array.from({ length: PROCESSES }, worker));
    return [...results].map(([engine, result]) => ({ engine, ...result }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function judge(
  engine: EngineId,
  entries: readonly Entry[],
  lines: readonly string[],
  problem: string | null,
): Mismatch[] {
  return entries.flatMap((entry, i) => {
    const said = lines.at(i) ?? problem ?? 'nothing';
    if (said === entry.line) return [];
    const tick = / parted at (\d+)$/.exec(said)?.[1];
    return [{ engine, replay: entry.name, tick: tick === undefined ? null : Number(tick), expected: entry.line, said }];
  });
}

function shards(entries: readonly Entry[]): Entry[][] {
  return Array.from({ length: Math.ceil(entries.length / SHARD) }, (_, i) => entries.slice(i * SHARD, (i + 1) * SHARD));
}

function script(bundle: string, corpus: Corpus, entries: readonly Entry[]): string {
  const codes = entries.map((one) => one.code);
  const say = "typeof print === 'function' ? print : (line) => console.log(line)";
  const content = `${JSON.stringify(corpus.files)}, ${JSON.stringify(corpus.program)}`;
  return `${bundle}\nSYNTONY.play(${content}, ${JSON.stringify(codes)}, ${say});\n`;
}

/** Core and inside.ts as one plain script that makes one global, SYNTONY. */
async function bundleCore(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('./inside.ts', import.meta.url)), formats: ['iife'], name: 'SYNTONY' },
    },
  });
  const [{ output }] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  return output[0].code;
}
