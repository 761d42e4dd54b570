// What is said of a level file that is wrong: where, and why. A case is a folder with the file and what is expected.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkLevels } from '../../../src/content.ts';
import { buildNetwork } from '../../../src/core/network/build.ts';
import { compileLevel } from '../../../src/core/network/compile.ts';
import { checkLevel } from '../../../src/core/network/level-check.ts';
import type { Level } from '../../../src/core/network/level.ts';
import { suggest } from '../../../src/core/network/shape.ts';
import { readLevels } from '../../../src/tools/files.ts';
import { LEVEL_CASES, levelCases } from '../../support/level-cases.ts';
import { sourceFiles } from '../../support/source.ts';

const cases = levelCases();

describe('checkLevel', () => {
  it.each(cases)('$name', ({ level, expected }) => {
    expect(checkLevel(level)).toEqual(expected);
  });

  it('takes what is called fine, and nothing else', () => {
    for (const { name, expected } of cases) expect(expected.length === 0, name).toBe(name.startsWith('fine'));
  });

  it.each(cases.filter(({ name }) => name.startsWith('fine')))('what it takes can be built: $name', ({ level }) => {
    for (let seed = 0; seed < 20; seed++) buildNetwork(compileLevel(level as Level), seed);
  });

  it('has a case for every reason that its source can give', () => {
    const given = cases.flatMap(({ expected }) => expected.map(({ reason }) => reason));
    const sources = sourceFiles('src/core/network').filter(({ path }) =>
      /\/(level-check|shape|goals\/\w+)\.ts$/.test(path),
    );
    const reasons = sources.flatMap(({ text }) => reasonsIn(text));
    expect(reasons.length).toBeGreaterThan(30);
    expect(reasons.filter((one) => !given.some((reason) => one.test(reason)))).toEqual([]);
  });

  it('says every problem of a shape, not the first alone', () => {
    expect(cases.find(({ name }) => name === 'shape-several-at-once')?.expected.length).toBeGreaterThan(3);
  });
});

describe('suggest', () => {
  it.each([
    ['tone', ['tune', 'mend'], 'did you mean “tune”?'],
    ['bne', ['ana', 'ben'], 'did you mean “ben”?'],
    ['Tune', ['tune'], 'did you mean “tune”?'],
    ['weather', ['tune', 'mend'], 'known: tune, mend'],
  ])('%s of %j', (given, names, said) => {
    expect(suggest(given, names)).toBe(said);
  });
});

describe('levels/', { timeout: 60_000 }, () => {
  it('has nothing wrong in it', () => {
    const { files, problems } = readLevels();
    expect([...problems, ...checkLevels(files)]).toEqual([]);
  });

  it('builds every level, for many seeds', () => {
    for (const level of Object.values(readLevels().files)) {
      const rules = compileLevel(level as Level);
      for (let seed = 0; seed < 50; seed++) buildNetwork(rules, seed);
    }
  });

  it('a file is found by its id: one that says another is told', () => {
    const level: unknown = JSON.parse(readFileSync(`${LEVEL_CASES}/fine/level.json`, 'utf8'));
    expect(checkLevels({ 'case.json': level })).toEqual([]);
    expect(checkLevels({ 'other.json': level })).toEqual([
      { file: 'other.json', path: 'id', reason: 'is “case”, should be “other” as the file is' },
    ]);
  });
});

/** The reasons in calls of `wrong(...)` and in `reason: ...`, as patterns: what stands in `${}` may be anything. */
function reasonsIn(text: string): RegExp[] {
  const calls = [...text.matchAll(/(?:wrong\(\s*(?:(?:'[^']*'|`[^`]*`|path),\s*)?|reason:\s*)(['`])((?:(?!\1).)+)\1/g)];
  return calls.map((match) => {
    const parts = match[2].split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/);
    return new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);
  });
}
