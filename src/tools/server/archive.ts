// A release keeps its judge: the core and the content of this build in one file, by which its runs are judged for ever after.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { makeContent } from '../../content.ts';
import { BUILD } from '../../core/replay/build.ts';
import type { CitiesFile } from '../../core/run/cities.ts';
import type { Program } from '../../core/yarn/program.ts';
import type { ContentFile } from '../../server/judge/words.ts';
import { BadInput, EXIT, print, printJson, type Command } from '../cli.ts';
import { contentFile } from '../content-file.ts';
import { ROOT } from '../files.ts';

const ENTRY = 'virtual:judge';
const SOURCE = (content: string): string => `
import { makeContent } from '${join(ROOT, 'src/content.ts')}';
import { verifyFile } from '${join(ROOT, 'src/core/board/verify.ts')}';
import { decode } from '${join(ROOT, 'src/core/replay/codec.ts')}';
const { levels, program, cities } = ${content};
export const judge = { content: makeContent(levels, program, cities), verifyFile, decode };
`;

export const archive: Command = {
  usage: 'server -- archive [--out FOLDER]',
  doc: `Keeps the judge of this build and content: run it at a release, and put what it makes into the repository. The service
judges runs of kept builds by their own; ARCHIVE_DIR says where, content-archive/ unless said.`,
  words: [0, 0],
  options: { out: { type: 'string' } },
  help: { out: 'where the folder of this build is made, content-archive unless said' },
  async run(given) {
    const out = resolve(typeof given.flags['out'] === 'string' ? given.flags['out'] : join(ROOT, 'content-archive'));
    const made = await archiveInto(out, contentFile());
    if (given.json) printJson(made);
    else print(`${made.folder}: ${made.contents.length} contents of ${made.build}`);
    return EXIT.ok;
  },
};

export async function archiveInto(
  out: string,
  content: string,
): Promise<{ readonly folder: string; readonly build: string; readonly contents: readonly string[] }> {
  const { levels, program, cities } = JSON.parse(content) as ContentFile;
  const made = makeContent(levels, program as Program, cities as CitiesFile);
  const folder = join(out, `${BUILD}-${made.hash}`);
  if (existsSync(folder)) throw new BadInput(`${folder} is there already: this build and content are kept`);
  mkdirSync(folder, { recursive: true });
  const own: Plugin = {
    name: 'syntony:judge',
    resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : null),
    load: (id) => (id === `\0${ENTRY}` ? SOURCE(content) : null),
  };
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [own],
    // yarn-bound too: what is kept needs nothing that a later release may not have
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { input: { judge: ENTRY }, output: { entryFileNames: 'judge.mjs' } },
    },
  });
  const contents = [...new Set([made.hash, ...Object.values(made.hashes)])];
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify({ build: BUILD, contents }, null, 2)}\n`);
  return { folder, build: BUILD, contents };
}
