// A little project of dialogue in a folder of its own, and a tool run on it as if from the command line.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { answer, type Command } from '../../src/tools/cli.ts';

export interface Folder {
  readonly root: string;
  readonly read: (file: string) => string;
}

/** Files by path; gone when the test is over. */
export function folderOf(files: Readonly<Record<string, string>>): Folder {
  const root = mkdtempSync(join(tmpdir(), 'syntony-dialogue-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return { root, read: (file) => readFileSync(join(root, file), 'utf8') };
}

export const PROJECT_FILE = JSON.stringify({ projectFileVersion: 4, sourceFiles: ['**/*.yarn'], baseLanguage: 'en' });

/** What it printed, and its exit code. */
export async function runTool(
  command: Command,
  ...args: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const said = { out: '', err: '' };
  const listen = (stream: NodeJS.WriteStream, into: 'out' | 'err') =>
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said[into] += String(text);
      return true;
    });
  const spies = [listen(process.stdout, 'out'), listen(process.stderr, 'err')];
  try {
    return { code: await answer('dialogue', '', { verb: command }, ['verb', ...args]), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
