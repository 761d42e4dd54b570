// The Vite plugin: beside each built file that gets smaller by it, the same compressed, so that the server only has to choose.
// By brotli as well as it goes, for that is done once a build; by gzip for whoever plays over plain http, where browsers take no other.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const TEXTS = /\.(?:js|css|html|svg|json|webmanifest)$/;
/** Below that a packet is a packet. */
const LEAST_BYTES = 1024;

export function compressed(): Plugin {
  return {
    name: 'syntony:compressed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.values(bundle).filter(({ fileName }) => TEXTS.test(fileName));
      await Promise.all(
        files.map(async (one) => {
          const bytes = Buffer.from(one.type === 'chunk' ? one.code : one.source);
          if (bytes.length < LEAST_BYTES) return;
          const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
          const path = join(dir, one.fileName);
          await Promise.all([
            brotli(bytes, { params }).then((small) => writeFile(`${path}.br`, small)),
            zip(bytes, { level: 9 }).then((small) => writeFile(`${path}.gz`, small)),
          ]);
        }),
      );
    },
  };
}
