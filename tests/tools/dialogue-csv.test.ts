// Comma-separated values, as spreadsheets write and read them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv, writeCsv } from '../../src/tools/dialogue/csv.ts';
import { readTable } from '../../src/tools/dialogue/table.ts';

describe('comma-separated values', () => {
  it('come back as they were written', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('', '"', 'a,b', ' a ', '\r\n', 'x\ny', '""', ';', '\t', '\r'));
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (cells) => {
        const { records, faults } = readCsv(writeCsv([['id', 'text'], ...cells]));
        expect(faults).toEqual([]);
        expect(records.slice(1).map((one) => one.cells)).toEqual(cells);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  it('are read from any spreadsheet: byte order mark, line ends, semicolons', () => {
    const wanted = [
      ['id', 'text'],
      ['a', 'one\r\ntwo, "three"'],
      ['b', ''],
    ];
    const texts = [
      '\uFEFFid,text\r\na,"one\r\ntwo, ""three"""\r\nb,',
      'id;text\ra;"one\r\ntwo, ""three"""\rb;\r',
      'id\ttext\na\t"one\r\ntwo, ""three"""\n\nb\t\n',
    ];
    for (const text of texts) expect(readCsv(text).records.map(({ cells }) => cells)).toEqual(wanted);
    expect(readCsv(texts[0]).records.map(({ line }) => line)).toEqual([1, 2, 4]);
    expect(readCsv('').records).toEqual([]);
  });

  it('name the line of what is broken', () => {
    expect(readCsv('id,text\na,"x\n').faults).toMatchObject([{ line: 2 }]);
    expect(readCsv('id,text\na,"x"y\n').faults).toMatchObject([{ line: 2 }]);
    expect(readTable('key,text\n').faults).toMatchObject([{ line: 1 }]);
    expect(readTable('id,text\na,x\na,y\n,z\n').faults.map(({ line }) => line)).toEqual([3, 4]);
  });
});
