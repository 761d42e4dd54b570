// What a player downloads to be told a story: host, sequencer, texts and yarn-bound, without the compiler and without what
// slim.ts leaves out. Built as it ships, weighed, and played beside the sources.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, step } from '../../src/core/run/step.ts';
import { makeContent } from '../../src/content.ts';
import { reader } from '../../src/core/bots/reader.ts';
import { STORY_FUNCTIONS } from '../../src/core/run/functions.ts';
import type { Game } from '../../src/core/run/game.ts';
import { hashText } from '../../src/core/math/hash.ts';
import { hashWorld } from '../../src/core/run/world.ts';
import type { Snapshot } from '../../src/core/story/story.ts';
import { readProgram } from '../../src/tools/content.ts';
import { readLevels } from '../../src/tools/files.ts';
import type * as shipped from '../support/runtime.ts';
import { slimYarnBound } from '../../src/tools/vite/slim.ts';

const MOST_BYTES = 16 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'runtime-'));
let code = '';
let runtime: typeof shipped;

beforeAll(async () => {
  const input = fileURLToPath(new URL('../support/runtime.ts', import.meta.url));
  const built = await build({
    configFile: false,
    plugins: [slimYarnBound()],
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      rolldownOptions: { input, preserveEntrySignatures: 'strict' },
    },
  });
  const [{ output }] = Array.isArray(built) ? built : [built as Extract<typeof built, { output: unknown }>];
  code = output.map((one) => (one.type === 'chunk' ? one.code : '')).join('');
  const file = join(folder, 'runtime.mjs');
  writeFileSync(file, code);
  runtime = (await import(pathToFileURL(file).href)) as typeof shipped;
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the runtime of a story, as it ships', () => {
  it('is at most 16 kB, compressed', () => {
    // the real thing, not something shaken empty; and no compiler in it
    expect(code).toContain('Cannot select option');
    expect(code).not.toContain('YS0005');
    const bytes = brotliCompressSync(code).length;
    console.info(`runtime of a story: ${bytes} bytes of ${MOST_BYTES}`);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('tells what the sources tell', () => {
    const program = readProgram();
    const content = makeContent(readLevels().files, program);
    const teller = runtime.createTeller(program, STORY_FUNCTIONS);
    const built = {
      ...content,
      story: {
        ...content.story,
        begin: (before: unknown, scene: string, dice: number, game: Game) =>
          teller.begin(before as Snapshot | null, scene, dice, game),
        view: (state: unknown, game: Game) => teller.view(state as Snapshot, game),
        advance: (state: unknown, option: number, game: Game) =>
          teller.advance(state as Snapshot, option < 0 ? undefined : option, game),
      },
    };
    for (let seed = 1; seed <= 10; seed++) {
      const worlds = [content, built].map((one) => {
        const world = begin(one, 'prologue', seed);
        const player = reader(seed, 'greedy');
        while (world.mode !== 'over' && world.tick < 100_000) {
          const action = player.act(one, world);
          step(one, world, action === null ? [] : [action]);
        }
        expect(world.mode).toBe('over');
        return hashText(hashWorld(world));
      });
      expect(worlds[1]).toBe(worlds[0]);
    }
  });
});
