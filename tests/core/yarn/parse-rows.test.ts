// The official rows that the parser alone must answer: codes, places and messages.
import { describe, expect, it } from 'vitest';
import { parseFile } from '../../../src/core/yarn/parse.ts';
import {
  faultsOf,
  hasOfficial,
  isPlace,
  officialRows,
  readOfficial,
  shown,
  type Row,
} from '../../support/yarn-rows.ts';

const OURS = 'YS0004 YS0005 YS0006 YS0007 YS0019 YS0020 YS0021 YS0022 YS0027 YS0048 YS0051 YS0052 YS0064'.split(' ');
const isOurs = (code: string | undefined, message: string | undefined): boolean =>
  code === undefined ? /Unclosed|Unexpected|More than|Command text/.test(message ?? '') : OURS.includes(code);

const rows = officialRows('errors.json');
const ours = rows.filter((row) => (row.expect ?? []).some((one) => isOurs(one.code, one.messageContains)));
const others = rows.filter(
  (row) => !ours.includes(row) && !/InvalidCharactersInNodeTitle|CompletelyInvalid/.test(row.id),
);
const parse = (row: Row) => parseFile({ file: '<input>', text: row.source ?? '' }).diagnostics;

describe.skipIf(!hasOfficial)('the official table of errors, by the parser alone', () => {
  it.each(ours.map((row) => [row.id, row] as const))('%s', (_, row) => {
    const expected = (row.expect ?? []).filter((one) => isOurs(one.code, one.messageContains));
    const countOf = Object.fromEntries(Object.entries(row.countOf ?? {}).filter(([code]) => OURS.includes(code)));
    expect(faultsOf({ id: row.id, expect: expected, countOf }, parse(row))).toEqual([]);
  });

  it.each(others.map((row) => [row.id, row] as const))('%s is without a fault of syntax', (_, row) => {
    expect(parse(row).map(shown)).toEqual([]);
  });

  it.each(
    [
      'Commands-NewlinesNotPermittedInCommands',
      'Declarations-MustHaveValues',
      'Enums-MustNotBeEmpty',
      'IncorrectIndentation-IndentedLinesFollowingOptionsMustHaveContent',
      'Nodes-MustHaveNodeBody',
      'Notes-WhenHeadersMustHaveExpressions',
      'OptionConditions-MustHaveExpressions',
      'SetStatements-MustHaveValues',
    ].map((name) => `TestCases/ParseFailures/${name}.yarn`),
  )('%s is refused', (path) => {
    const found = parseFile({ file: path, text: readOfficial(path) }).diagnostics;
    expect(found.some((one) => one.severity === 'error')).toBe(true);
    expect(found.every(isPlace)).toBe(true);
  });
});
