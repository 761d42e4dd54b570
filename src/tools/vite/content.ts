// The Vite plugin: content.json beside the built game, for the server to judge runs by. Whoever verifies runs elsewhere finds it
// there too.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin } from 'vite';
import type * as file from '../content-file.ts';

const READER = join(dirname(fileURLToPath(import.meta.url)), '..', 'content-file.ts');

export function contentBeside(): Plugin {
  return {
    name: 'syntony:content',
    apply: 'build',
    async generateBundle() {
      // not imported above, where the compiler would be a part of Vite's own configuration
      const { module } = await runnerImport<typeof file>(READER, { logLevel: 'error' });
      this.emitFile({ type: 'asset', fileName: 'content.json', source: module.contentFile() });
    },
  };
}
