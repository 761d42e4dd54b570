// The official table of diagnostics (../shared/yarn-cases/errors.json), row by row: code, message, place and number. It is
// not part of this project: without it these tests are skipped, and check.test.ts has cases of our own for each code.

import { describe, expect, it } from 'vitest';
import { compileRow, faultsOf, hasOfficial, isPlace, officialRows, shown } from '../../support/yarn-rows.ts';

describe.skipIf(!hasOfficial)('the official table of diagnostics', () => {
  it.each(officialRows('errors.json').map((row) => [row.id, row] as const))('%s', (_, row) => {
    const { diagnostics } = compileRow(row);
    expect(faultsOf(row, diagnostics)).toEqual([]);
    expect(diagnostics.filter((one) => !isPlace(one)).map(shown)).toEqual([]);
  });
});

it.skipIf(!hasOfficial)('the rows are read: the official table of diagnostics', () => {
  expect(officialRows('errors.json').length).toBeGreaterThan(100);
});
