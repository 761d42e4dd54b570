import { describe, expect, it } from 'vitest';
import type { Diagnostic, Range } from '../../src/core/yarn/diagnostics.ts';
import { PLAIN, printed } from '../../src/tools/dialogue/frame.ts';
import { helpFor } from '../../src/tools/dialogue/help.ts';

function range(line: number, from: number, to: number, endLine = line): Range {
  return { start: { line, column: from }, end: { line: endLine, column: to } };
}

function frame(source: string, place: Range, more: Partial<Diagnostic> = {}, width = 100): string[] {
  const one: Diagnostic = {
    file: 'a/b.yarn',
    range: place,
    severity: 'error',
    code: 'YS0005',
    message: 'no such thing',
    ...more,
  };
  return printed(one, source, { ...PLAIN, width }).split('\n');
}

describe('a diagnostic for a person', () => {
  it('asks about a name, and says an advice as it is', () => {
    expect(helpFor('CoveDoor')).toBe('did you mean CoveDoor');
    expect(helpFor('<<stage place>>')).toBe('did you mean <<stage place>>');
    expect(helpFor('end the node with ===')).toBe('end the node with ===');
  });

  it('has its place counted from 1, two lines before it, and what it is about underlined', () => {
    expect(frame('one\ntwo\nthree\nfour five\nsix', range(3, 5, 9))).toEqual([
      'a/b.yarn:4:6: error: YS0005: no such thing',
      '2 | two',
      '3 | three',
      '4 | four five',
      '  |      ^^^^',
    ]);
  });

  it('has its suggestion below', () => {
    expect(frame('x', range(0, 0, 1), { suggestion: '$gold', severity: 'warning' })).toEqual([
      'a/b.yarn:1:1: warning: YS0005: no such thing',
      '1 | x',
      '  | ^',
      'help: did you mean $gold',
    ]);
  });

  it('needs no source', () => {
    const one = { file: 'x.yarn', range: range(0, 0, 1), severity: 'error', code: 'YS0005', message: 'm' } as const;
    expect(printed(one, undefined)).toBe('x.yarn:1:1: error: YS0005: m');
  });

  it('keeps line numbers of different lengths apart', () => {
    expect(frame('\n'.repeat(8) + 'nine\nten', range(9, 0, 3)).slice(1)).toEqual([
      ' 8 | ',
      ' 9 | nine',
      '10 | ten',
      '   | ^^^',
    ]);
  });

  it.each([
    ['\tab', range(0, 1, 3), '1 |     ab', '  |     ^^'],
    ['a\tb', range(0, 2, 3), '1 | a   b', '  |     ^'],
    ['漢字 x', range(0, 3, 4), '1 | 漢字 x', '  |      ^'],
    ['漢字', range(0, 1, 2), '1 | 漢字', '  |   ^^'],
    ['👩‍👩‍👧 x', range(0, 9, 10), '1 | 👩‍👩‍👧 x', '  |    ^'],
    ['e\u0301 x', range(0, 3, 4), '1 | e\u0301 x', '  |   ^'],
    ['bell\u0007 x', range(0, 6, 7), '1 | bell\ufffd x', '  |       ^'],
  ])('stands under the right columns of %j', (source, place, line, carets) => {
    expect(frame(source, place).slice(1)).toEqual([line, carets]);
  });

  it('points behind the line where the line ends too soon, and past the file’s end', () => {
    expect(frame('abc', range(0, 3, 4)).slice(1)).toEqual(['1 | abc', '  |    ^']);
    expect(frame('abc\n', range(1, 0, 0)).slice(1)).toEqual(['1 | abc', '2 | ', '  | ^']);
    expect(frame('abc', range(7, 9, 9)).at(0)).toContain('8:10');
  });

  it('underlines to the end of the line what goes on below', () => {
    expect(frame('abc def\nghi', range(0, 4, 2, 1)).slice(1)).toEqual(['1 | abc def', '  |     ^^^']);
  });

  it('takes every kind of line end', () => {
    expect(frame('a\r\nb\r\nc', range(2, 0, 1)).slice(1)).toEqual(['1 | a', '2 | b', '3 | c', '  | ^']);
  });

  it('cuts long lines around the place', () => {
    const source = `${'a'.repeat(300)}HERE${'b'.repeat(300)}`;
    const [, line, carets] = frame(source, range(0, 300, 304), {}, 40);
    expect(line).toMatch(/^1 \| …a+HEREb+…$/);
    expect(line).toHaveLength('1 | '.length + 40);
    expect(carets.indexOf('^^^^')).toBe(line.indexOf('HERE'));
    const [, wide, under] = frame(`${'漢'.repeat(100)}X${'字'.repeat(100)}`, range(0, 100, 101), {}, 41);
    expect(wide.split('X')[0].replace(/[^\u0100-\uffff]/g, '').length).toBeGreaterThan(5);
    const columns = Array.from(wide.split('X')[0]).reduce((sum, c) => sum + (c >= '\u2e80' ? 2 : 1), 0);
    expect(under.indexOf('^')).toBe(columns);
  });

  it('stays within the width when all of a long line is meant', () => {
    const lines = frame('x'.repeat(500), range(0, 0, 500), {}, 60);
    for (const line of lines.slice(1)) expect(line.length).toBeLessThanOrEqual(64);
  });

  it('has colours only where they are seen', () => {
    expect(frame('abc', range(0, 0, 1)).join('')).not.toContain('\u001b');
    const one = { file: 'x', range: range(0, 0, 1), severity: 'error', code: 'YS0005', message: 'm' } as const;
    expect(printed(one, 'abc', { colours: true, width: 80 })).toContain('\u001b[31m^');
  });
});
