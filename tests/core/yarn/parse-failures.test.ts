// The official scripts (../shared/yarn-cases/cases): those with a plan compile without an error, those that must be
// rejected are, and the first error names a line that a writer would blame. Not part of this project; skipped without.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/core/yarn/compile.ts';
import { RUNTIME_FUNCTIONS, STANDARD_FUNCTIONS } from '../../../src/core/yarn/library.ts';
import type { Library } from '../../../src/core/yarn/library.ts';
import { OFFICIAL, hasOfficial, isPlace, readOfficial, shown, signatureOf } from '../../support/yarn-rows.ts';

interface Failure {
  readonly file: string;
  readonly reasonableLines: readonly number[];
}

const TESTED = [
  'assert(Bool) -> Bool',
  'add_three_operands(Number, Number, Number) -> Number',
  'set_objective_complete(String) -> Bool',
  'is_objective_active(String) -> Bool',
  'get_quest_status(String) -> String',
].map(signatureOf);
const library: Library = {
  functions: [...STANDARD_FUNCTIONS, ...RUNTIME_FUNCTIONS, ...TESTED],
  commands: null,
  unknownFunctions: 'infer',
};

const cases = resolve(OFFICIAL, 'cases');
const list = resolve(cases, 'parse-failures.json');
const failures = hasOfficial ? (JSON.parse(readFileSync(list, 'utf8')) as { rows: readonly Failure[] }).rows : [];
const planned = ['TestCases', 'Extra'].flatMap((folder) =>
  hasOfficial
    ? readdirSync(resolve(cases, folder))
        .map((name) => `${folder}/${name}`)
        .filter((name) => name.endsWith('.yarn') && existsSync(resolve(cases, name.replace('.yarn', '.testplan'))))
    : [],
);

describe.skipIf(!hasOfficial)('official scripts that must be rejected', () => {
  it.each([...failures])('$file', ({ file, reasonableLines }) => {
    const { diagnostics, program } = compile([{ file, text: readOfficial(file) }], { library });
    const errors = diagnostics.filter((one) => one.severity === 'error');
    expect(program).toBeNull();
    expect(reasonableLines, errors.map(shown).join('\n')).toContain((errors[0]?.range.start.line ?? -2) + 1);
    expect(diagnostics.filter((one) => !isPlace(one)).map(shown)).toEqual([]);
  });
});

describe.skipIf(!hasOfficial)('official scripts with a plan', () => {
  it.each(planned)('%s compiles', (file) => {
    const { diagnostics, program } = compile([{ file, text: readOfficial(file) }], { library });
    expect(diagnostics.filter((one) => one.severity === 'error').map(shown)).toEqual([]);
    expect(program).not.toBeNull();
  });
});

it.skipIf(!hasOfficial)('there is something to try', () => {
  expect(planned.length).toBeGreaterThan(30);
});
