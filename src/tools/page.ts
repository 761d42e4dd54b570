// The built page and a browser to look at it with: for whatever takes pictures of it, or measures it.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { ROOT } from './files.ts';

/** As the tests launch it: WebGL without a graphics card, and nobody talked to but the server under test. */
export function launchBrowser(): Promise<Browser> {
  const own = process.env['SYNTONY_CHROMIUM'] ?? (existsSync(chromium.executablePath()) ? '' : '/usr/bin/chromium');
  return chromium.launch({
    ...(own === '' ? {} : { executablePath: own }),
    args: [
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-quic',
    ],
  });
}

export interface Served {
  readonly url: string;
  readonly stop: () => void;
}

/** The same server as `npm start` has, on whatever port is free. `dist`: another build than the project's own. */
export async function servePage(dataDir: string, dist?: string): Promise<Served> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, ...(dist === undefined ? {} : { DIST_DIR: dist }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // however the tool ends, nobody is left serving
  process.once('exit', () => child.kill('SIGTERM'));
  const url = await new Promise<string>((done, fail) => {
    child.stdout.on('data', (text: Buffer) => {
      const found = /http:\S+/.exec(String(text));
      if (found !== null) done(found[0]);
    });
    child.on('exit', (code) => fail(new Error(`the server ended with ${code}`)));
  });
  return { url, stop: () => void child.kill('SIGTERM') };
}
