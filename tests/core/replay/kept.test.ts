// Runs kept in tests/replays play as they always did. When the rules are meant to move, see the README there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeContent } from '../../../src/content.ts';
import { BUILD } from '../../../src/core/replay/build.ts';
import { decode, encode } from '../../../src/core/replay/codec.ts';
import { simulate } from '../../../src/core/replay/simulate.ts';
import { readLevels, ROOT } from '../../../src/tools/files.ts';

const KEPT = join(ROOT, 'tests', 'replays');
const names = readdirSync(KEPT).filter((name) => existsSync(join(KEPT, name, 'recipe.json')));

interface Expected {
  readonly build: string;
  readonly verdict: string;
  readonly outcome: string;
  readonly ticks: number;
  readonly hash: string;
}

describe.each(names)('%s', (name) => {
  const folder = join(KEPT, name);
  const bytes = new Uint8Array(readFileSync(join(folder, 'run.echo')));
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
  const content = makeContent(readLevels(join(folder, 'levels')).files);

  it('is of this build', () => {
    expect(expected.build, 'BUILD was raised: run `npm run replay -- renew`').toBe(BUILD);
    expect(decode(bytes).build).toBe(BUILD);
  });

  it('plays as it always did', () => {
    const { verdict, at, outcome, ticks, hash } = simulate(content, decode(bytes));
    const moved = `the rules moved (first seen at tick ${at}): see tests/replays/README.md`;
    expect({ verdict, outcome, ticks, hash }, moved).toEqual({
      verdict: expected.verdict,
      outcome: expected.outcome,
      ticks: expected.ticks,
      hash: expected.hash,
    });
  });

  it('is written again as it is', () => {
    expect(encode(decode(bytes))).toEqual(bytes);
  });
});

it('there are some', () => {
  expect(names.length).toBeGreaterThanOrEqual(3);
});
