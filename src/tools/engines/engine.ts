// The JavaScript engines at hand, and how a plain script is run in each.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export const ENGINES = {
  v8: 'V8, in Node',
  javascriptcore: 'JavaScriptCore, in bun',
  spidermonkey: 'SpiderMonkey, in gjs',
  quickjs: 'QuickJS, in WebAssembly',
} as const;
export type EngineId = keyof typeof ENGINES;
export const ENGINE_IDS = Object.keys(ENGINES) as readonly EngineId[];

/** About how many times slower than V8: the slow ones go first, so that nothing waits for them at the end. */
export const SLOWER: Readonly<Record<EngineId, number>> = { v8: 1, javascriptcore: 1, spidermonkey: 1.5, quickjs: 50 };

export interface Engine {
  readonly id: EngineId;
  readonly command: readonly string[];
}

/** The engine, or why it cannot be had. `install` allows apt-get, where that may help. */
export function findEngine(id: EngineId, install: boolean): Engine | string {
  switch (id) {
    case 'v8':
      return { id, command: [process.execPath] };
    case 'quickjs': {
      const runner = fileURLToPath(new URL('./quickjs.ts', import.meta.url));
      return { id, command: [process.execPath, '--import', 'tsx', runner] };
    }
    case 'javascriptcore': {
      const bun = findBun();
      return bun !== null && answers(bun) ? { id, command: [bun] } : 'bun is not installed (npm install brings it)';
    }
    case 'spidermonkey':
      if (!answers('gjs') && install) installGjs();
      return answers('gjs') ? { id, command: ['gjs'] } : 'gjs is not installed (on Debian: apt-get install gjs)';
  }
}

function findBun(): string | null {
  try {
    const bun = createRequire(import.meta.url).resolve('bun/bin/bun.exe');
    return existsSync(bun) ? bun : null;
  } catch {
    return null;
  }
}

function answers(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}

function installGjs(): void {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  process.stderr.write('installing gjs for SpiderMonkey ...\n');
  const quietly = { stdio: 'ignore' } as const;
  spawnSync('apt-get', ['update', '-qq'], quietly);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'gjs'], quietly);
}

/** The lines that a script prints, and what went wrong, if something did. */
export function runScript(engine: Engine, script: string): Promise<{ lines: string[]; problem: string | null }> {
  return new Promise((resolve) => {
    const [command, ...args] = [...engine.command, script];
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => void (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => void (err += data.toString()));
    child.on('error', (error) => resolve({ lines: [], problem: error.message }));
    child.on('close', (code) => {
      const lines = out.split('\n').filter((line) => line !== '');
      resolve({ lines, problem: code === 0 ? null : err.trim() || `ended with code ${String(code)}` });
    });
  });
}
