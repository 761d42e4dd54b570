// The service as its own process, as an operator starts it: to be asked, loaded, and killed.

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentFile } from '../content-file.ts';
import { ROOT } from '../files.ts';

export interface ServiceProcess {
  /** '' for one that only judges. */
  readonly url: string;
  readonly child: ChildProcess;
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const STARTS = /^Syntony (?:is at (\S+)|judges runs)/m;

let ownDist: string | null = null;

/** What is judged by is what lies here now, and not what was built some day. There is no game in it. */
function freshDist(): string {
  if (ownDist !== null) return ownDist;
  const folder = mkdtempSync(join(tmpdir(), 'syntony-dist-'));
  writeFileSync(join(folder, 'content.json'), contentFile());
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  ownDist = folder;
  return folder;
}

/** Ready when this answers. */
export async function startService(
  env: Readonly<Record<string, string>>,
  role: 'all' | 'web' | 'worker' = 'all',
): Promise<ServiceProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/main.ts', '--role', role], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', LOG: 'error', DIST_DIR: env['DIST_DIR'] ?? freshDist(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = (): void => void child.kill('SIGKILL');
  process.once('exit', gone);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void ended.then(() => process.off('exit', gone));
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (text: Buffer): void => {
      said = (said + String(text)).slice(-8000);
      const found = STARTS.exec(said);
      if (found !== null) resolve(found[1] ?? '');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}: ${said}`)));
  });
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  return { url, child, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
