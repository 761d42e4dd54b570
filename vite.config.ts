import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { compressed } from './src/tools/vite/compress.ts';
import { contentBeside } from './src/tools/vite/content.ts';
import { slimYarnBound } from './src/tools/vite/slim.ts';
import { yarn } from './src/tools/vite/yarn.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: at('src'),
  publicDir: existsSync(at('assets/public')) ? at('assets/public') : false,
  plugins: [yarn({ dialogue: at('dialogue') }), slimYarnBound(), contentBeside(), compressed()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: at('dist'),
    emptyOutDir: true,
    target: 'es2022',
    // Phaser alone is over a megabyte and known to be
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // Phaser changes seldom and is not needed for the first words: its own file, cached on its own
        codeSplitting: { groups: [{ name: 'phaser', test: /node_modules[\\/]phaser/ }] },
      },
    },
  },
  test: {
    root: at('.'),
    include: ['tests/{core,client,server,tools,engines}/**/*.test.{ts,tsx}'],
    maxWorkers: 2,
    // Two shared cores: a test says what is right, never how fast. Only something stuck takes this long.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
