// Scripts as modules: what a build makes of them, what stops it, and what the dev server tells the page.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, createServer, type Rolldown, type ViteDevServer } from 'vite';
import { afterEach, describe, expect, it } from 'vitest';
import type { Dialogue } from '../../src/core/story/dialogue.ts';
import { EVENTS, type Faults, type Fresh } from '../../src/tools/vite/words.ts';
import { yarn } from '../../src/tools/vite/yarn.ts';

const GOOD = `title: Start
---
Jin: Come in. #line:a1 #soft
You: I am here. #line:a2
<<jump Other>>
===
`;
const OTHER = `title: Other
---
Jin: Two files, one story. #line:b1
===
`;
const PROJECT = `{ "projectFileVersion": 4, "sourceFiles": ["**/*.yarn"], "baseLanguage": "en",
  "localisation": { "de": { "strings": "locale/de.csv" } }, "definitions": "syntony.ysls.json",
  "compilerOptions": { "diagnosticsSeverity": { "YS0012": "error" } } }`;
const GERMAN = 'id,text\nline:a1,"Jin: Komm, ""Kind"", herein."\nline:a2,\nline:gone,Nichts\n';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (let one = cleanups.pop(); one !== undefined; one = cleanups.pop()) await one();
});

function folderOf(files: Readonly<Record<string, string>>): {
  folder: string;
  write: (file: string, text: string) => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'syntony-vite-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  for (const [file, text] of Object.entries(files)) write(file, text);
  return { folder, write };
}

async function built(folder: string, entry: string): Promise<Rolldown.OutputChunk[]> {
  writeFileSync(join(folder, 'entry.js'), entry);
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [yarn({ dialogue: join(folder, 'dialogue') })],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: join(folder, 'entry.js'), preserveEntrySignatures: 'strict' },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  return output.filter((one) => one.type === 'chunk');
}

/** The chunks as a browser would have them, run from the disk. */
async function run(folder: string, chunks: readonly Rolldown.OutputChunk[]): Promise<Record<string, unknown>> {
  for (const { fileName, code } of chunks) {
    mkdirSync(dirname(join(folder, 'out', fileName)), { recursive: true });
    writeFileSync(join(folder, 'out', fileName), code);
  }
  writeFileSync(join(folder, 'out', 'package.json'), '{"type":"module"}');
  return (await import(/* @vite-ignore */ join(folder, 'out', chunks.find((one) => one.isEntry)!.fileName))) as Record<
    string,
    unknown
  >;
}

const FILES = {
  'dialogue/syntony.yarnproject': PROJECT,
  'dialogue/city/one.yarn': GOOD,
  'dialogue/city/two.yarn': OTHER,
  'dialogue/locale/de.csv': GERMAN,
};

describe('a build', () => {
  it('has the whole project under both its names, once', async () => {
    const { folder } = folderOf(FILES);
    const chunks = await built(
      folder,
      `export { default as a } from 'virtual:dialogue'; export { default as b } from './dialogue/syntony.yarnproject';`,
    );
    const { a, b } = (await run(folder, chunks)) as { a: Dialogue; b: Dialogue };
    expect(a).toBe(b);
    expect(a.language).toBe('en');
    expect(Object.keys(a.program.nodes)).toEqual(['Start', 'Other']);
    expect(a.strings).toEqual({
      'line:a1': 'Jin: Come in.',
      'line:a2': 'You: I am here.',
      'line:b1': 'Jin: Two files, one story.',
    });
    expect(a.tags['line:a1']).toContain('soft');
    expect(a.about).toBeNull();
  });

  it('keeps every other language in a chunk of its own, with what is translated and still there', async () => {
    const { folder } = folderOf(FILES);
    const chunks = await built(folder, `export { default as a } from 'virtual:dialogue';`);
    const own = chunks.filter(({ code }) => code.includes('Komm'));
    expect(own).toHaveLength(1);
    expect(own[0].isDynamicEntry).toBe(true);
    const { a } = (await run(folder, chunks)) as { a: Dialogue };
    expect(await a.loaders['de']()).toEqual({ 'line:a1': 'Jin: Komm, "Kind", herein.' });
  });

  it('has one file alone, without the rest of its project', async () => {
    const { folder } = folderOf(FILES);
    const chunks = await built(folder, `export { default as a } from './dialogue/city/two.yarn';`);
    const { a } = (await run(folder, chunks)) as { a: Dialogue };
    expect(Object.keys(a.program.nodes)).toEqual(['Other']);
    expect(a.strings).toEqual({ 'line:b1': 'Jin: Two files, one story.' });
  });

  it('leaves nothing of the hot reload', async () => {
    const { folder } = folderOf(FILES);
    const chunks = await built(
      folder,
      `import { onDialogue } from 'virtual:dialogue/hot'; onDialogue(() => 0); export {};`,
    );
    expect(chunks.map(({ code }) => code).join('')).not.toContain('syntony:dialogue');
  });

  it('stops with every error of every file: its place, code, message, frame', async () => {
    const { folder } = folderOf({
      ...FILES,
      'dialogue/city/one.yarn': GOOD.replace('<<jump Other>>', '<<jump Othre>>'),
      'dialogue/city/two.yarn': `${OTHER}title: Bad\n---\n<<if true>>\nJin: Where does it end?\n===\n`,
    });
    const failure = await built(folder, `import 'virtual:dialogue';`).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(failure).toMatch(/one\.yarn:5:8: error: YS0012/);
    expect(failure).toContain('5 | <<jump Othre>>');
    expect(failure).toMatch(/did you mean “?Other/);
    expect(failure).toMatch(/two\.yarn:\d+:\d+: error: YS/);
  });

  it('warns and goes on where it is only a warning', async () => {
    const { folder } = folderOf({
      ...FILES,
      'dialogue/city/two.yarn': `${OTHER}title: Empty\n---\n===\n`,
    });
    const told: string[] = [];
    await build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      plugins: [yarn({ dialogue: join(folder, 'dialogue') })],
      build: {
        write: false,
        rolldownOptions: {
          input: join(folder, 'dialogue/syntony.yarnproject'),
          onwarn: (warning) => told.push(warning.message),
        },
      },
    });
    expect(told.join('\n')).toMatch(/two\.yarn:\d+:\d+: warning: YS0033/);
  });
});

interface Heard {
  readonly server: ViteDevServer;
  readonly fresh: Fresh[];
  readonly faults: Faults[];
  readonly reloads: () => number;
}

/** `VITEST` says that nobody looks; here somebody does. */
async function serve(folder: string): Promise<Heard> {
  const before = process.env['VITEST'];
  delete process.env['VITEST'];
  const server = await createServer({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [yarn({ dialogue: join(folder, 'dialogue') })],
    server: { middlewareMode: true, ws: false },
    optimizeDeps: { noDiscovery: true },
  }).finally(() => (process.env['VITEST'] = before));
  cleanups.push(() => server.close());
  const fresh: Fresh[] = [];
  const faults: Faults[] = [];
  let reloads = 0;
  const { hot } = server.environments['client'];
  const send: (...words: unknown[]) => void = hot.send.bind(hot);
  hot.send = (...words: unknown[]): void => {
    if (words[0] === EVENTS.fresh) fresh.push(words[1] as Fresh);
    if (words[0] === EVENTS.faults) faults.push(words[1] as Faults);
    if ((words[0] as { type?: string }).type === 'full-reload') reloads++;
    send(...words);
  };
  return { server, fresh, faults, reloads: () => reloads };
}

const code = async ({ server }: Heard): Promise<string> =>
  (await server.environments['client'].transformRequest('virtual:dialogue'))?.code ?? '';

describe('the dev server', () => {
  it('tells the page of a script that was saved, with its places', async () => {
    const { folder, write } = folderOf(FILES);
    const heard = await serve(folder);
    expect(await code(heard)).toContain('Come in.');
    write('dialogue/city/one.yarn', GOOD.replace('Come in.', 'Do come in.'));
    await expect.poll(() => heard.fresh.length).toBe(1);
    const [{ strings, about, locales }] = heard.fresh;
    expect(strings['line:a1']).toBe('Jin: Do come in.');
    expect(about?.lines['line:a2']).toMatchObject({ line: 4 });
    expect(about?.lines['line:a2'].file).toMatch(/city\/one\.yarn$/);
    expect(locales['de']).toHaveProperty(['line:a1']);
    expect(await code(heard)).toContain('Do come in.');
  });

  it('tells of every error, serves the earlier script meanwhile, and tells when all is well again', async () => {
    const { folder, write } = folderOf(FILES);
    const heard = await serve(folder);
    await code(heard);
    write('dialogue/city/one.yarn', GOOD.replace('<<jump Other>>', '<<jump Othre>>'));
    await expect.poll(() => heard.faults.at(-1)?.faults.length).toBe(1);
    const [{ plays, faults }] = heard.faults.slice(-1);
    expect(plays).toBe('earlier');
    expect(faults[0]).toMatchObject({ line: 5, column: 8, code: 'YS0012', severity: 'error' });
    expect(faults[0].path).toBe(join(folder, 'dialogue/city/one.yarn'));
    expect(faults[0].frame).toContain('<<jump Othre>>');
    expect(heard.fresh).toEqual([]);
    expect(await code(heard)).toContain('Come in.');
    write('dialogue/city/one.yarn', GOOD);
    await expect.poll(() => heard.faults.at(-1)?.faults.length).toBe(0);
    expect(heard.reloads()).toBe(0);
  });

  it('starts over a broken script with an empty one, and loads the page again when it is mended', async () => {
    const { folder, write } = folderOf({ ...FILES, 'dialogue/city/one.yarn': 'title: Start\n---\n<<if true>>\n===\n' });
    const heard = await serve(folder);
    expect(await code(heard)).toContain('nodes');
    write('dialogue/city/one.yarn', GOOD);
    await expect.poll(heard.reloads).toBe(1);
    expect(await code(heard)).toContain('Come in.');
  });

  it('sees files come and go', async () => {
    const { folder, write } = folderOf(FILES);
    const heard = await serve(folder);
    await code(heard);
    write('dialogue/new/three.yarn', 'title: Third\n---\nJin: New. #line:c1\n===\n');
    await expect.poll(() => heard.fresh.at(-1)?.strings['line:c1']).toBe('Jin: New.');
    rmSync(join(folder, 'dialogue/city/two.yarn'));
    await expect.poll(() => heard.faults.at(-1)?.faults[0]?.code).toBe('YS0012');
  });
});
