// Fifty thousand broken scripts: the compiler always answers with diagnostics or a program, in a heap of 50 MB.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { FuzzReport } from '../../support/fuzz-thread.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const SCRIPTS = 50_000;
const HEAP_MB = 50;
/** Stuck, not slow: a script is read in a fraction of a millisecond. */
const STUCK_MS = 5000;

/** Every script there is to begin from; the official ones too, where they are. */
function scripts(): string[] {
  const folders = ['../../../dialogue', '../../stories', '../../../../shared/yarn-cases/cases'].map(at);
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.yarn'))
        .sort((a, b) => (a < b ? -1 : 1))
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    );
}

function fuzz(count: number, seed: number): Promise<FuzzReport> {
  const worker = new Worker(at('../../../src/tools/thread.js'), {
    workerData: { file: new URL('../../support/fuzz-thread.ts', import.meta.url).href, texts: scripts(), count, seed },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', (report: FuzzReport) => {
      resolve(report);
      void worker.terminate();
    });
    worker.once('error', reject);
  });
}

describe('the compiler', () => {
  it(`answers ${SCRIPTS} broken scripts, never throws, never hangs, in ${HEAP_MB} MB`, async () => {
    const reports = await Promise.all([fuzz(SCRIPTS / 2, 1), fuzz(SCRIPTS / 2, 2)]);
    for (const { wrong, slowest, programs, rejected } of reports) {
      expect(wrong).toEqual([]);
      expect(slowest.ms, slowest.text).toBeLessThan(STUCK_MS);
      // if nearly all were rejected, or none, the mangling would be testing nothing
      expect(programs).toBeGreaterThan(SCRIPTS / 100);
      expect(rejected).toBeGreaterThan(SCRIPTS / 100);
    }
  }, 600_000);
});
