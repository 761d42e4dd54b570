// The dialogue tools as people run them, on scripts of their own in a temporary folder.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, vi } from 'vitest';
import { answer } from '../../src/tools/cli.ts';
import { commandsFor, DOC } from '../../src/tools/dialogue/verbs.ts';
import { ROOT } from '../../src/tools/files.ts';

export const folder = mkdtempSync(join(tmpdir(), 'dialogue-'));
afterAll(() => rmSync(folder, { recursive: true }));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a verb as `npm run dialogue` does; `typed` are the lines that come by its standard input. */
export function spawned(args: readonly string[], typed: readonly string[] = []): Promise<Ran> {
  const child = spawn('node', ['--import', 'tsx', 'src/tools/dialogue.ts', ...args], { cwd: ROOT });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.end(typed.map((line) => `${line}\n`).join(''));
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => done({ code, out, err }));
  });
}

/** The same without a process of its own. */
export function dialogue(...args: readonly string[]): Promise<Ran> {
  return within(args);
}

export async function within(args: readonly string[], typed: readonly string[] = []): Promise<Ran> {
  let [out, err] = ['', ''];
  const input = Readable.from(typed.map((line) => `${line}\n`)) as unknown as typeof process.stdin;
  const spies = [
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(input),
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true)),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true)),
  ];
  try {
    const code = await answer('dialogue', DOC, await commandsFor(args[0]), args);
    return { code, out, err };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** A file of the temporary folder, from lines. */
export function script(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

export const MARKET = script(
  'market/market.yarn',
  'title: Start',
  '---',
  '<<declare $coins = 3>>',
  'Mo: You have {$coins} coins.',
  '-> A pear <<if $coins >= 2>>',
  '    <<set $coins -= 2>>',
  '    Mo: [b]Sweet[/b], that one.',
  '    <<jump Corner>>',
  '-> The whole stall <<if $coins > 90>>',
  '    Mo: Sold.',
  '-> Nothing',
  '    <<wave slowly>>',
  '    Mo: As you like.',
  '===',
  'title: Corner',
  '---',
  'Left with {$coins}.',
  '-> Bribe the guard <<if $coins > 50>>',
  '    He looks away.',
  '===',
);

export function play(typed: readonly string[], ...args: string[]): Promise<Ran> {
  return within(['play', '--project', MARKET, ...args], typed);
}
