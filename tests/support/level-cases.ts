// tests/core/network/levels/<case>/: level.json, and expected.json with what the check says of it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../../src/core/network/shape.ts';

export const LEVEL_CASES = fileURLToPath(new URL('../core/network/levels', import.meta.url));

export interface LevelCase {
  readonly name: string;
  readonly level: unknown;
  readonly expected: readonly Problem[];
}

export function levelCases(): LevelCase[] {
  return readdirSync(LEVEL_CASES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const read = (file: string): unknown => JSON.parse(readFileSync(join(LEVEL_CASES, name, file), 'utf8'));
      return { name, level: read('level.json'), expected: read('expected.json') as Problem[] };
    });
}
