// The training levels as a page gets them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeContent } from '../../src/content.ts';

const FOLDER = fileURLToPath(new URL('../../levels/training', import.meta.url));

export const content = makeContent(
  Object.fromEntries(
    readdirSync(FOLDER).map((file) => [
      `training/${file}`,
      JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as unknown,
    ]),
  ),
);
