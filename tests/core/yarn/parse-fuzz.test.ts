// Broken scripts are always read to their end, and all that is said of them, or made of them, has a place in them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../../../src/core/yarn/parse.ts';
import { diceOf, mangle } from '../../support/mangle.ts';

const ROOT = new URL('../../stories/', import.meta.url).pathname;
const scripts = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yarn'))
  .sort((a, b) => (a < b ? -1 : 1))
  .map((name) => readFileSync(join(ROOT, name), 'utf8'));

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Every pair of places in a tree or a diagnostic, however deep. */
function* rangesIn(root: unknown): Generator<{ start: Place; end: Place }> {
  const left: unknown[] = [root];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one !== 'object' || one === null) continue;
    if ('start' in one && 'end' in one) yield one as { start: Place; end: Place };
    else for (const value of Object.values(one)) left.push(value);
  }
}

function faultsOf(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const isThere = ({ line, column }: Place): boolean =>
    line >= 0 && line < lines.length && column >= 0 && column <= lines[line].length + 1;
  const faults: string[] = [];
  for (const { start, end } of rangesIn(parseFile({ file: 'x', text }))) {
    const inOrder = start.line < end.line || (start.line === end.line && start.column <= end.column);
    if (!inOrder || !isThere(start) || !isThere(end)) faults.push(JSON.stringify({ start, end }));
  }
  return faults;
}

describe('broken scripts', () => {
  it('have places in order and in the file, in 6000 of them', () => {
    const dice = diceOf(3);
    for (let i = 0; i < 6000; i++) {
      const text = mangle(scripts, dice);
      const faults = faultsOf(text);
      if (faults.length > 0) expect({ text, faults }).toBeNull();
    }
  });

  it('made of the signs of the language alone, too', () => {
    const signs = [
      '\n',
      '\n',
      '  ',
      '\t',
      '->',
      '=>',
      '<<',
      '>>',
      'if',
      'once',
      'else',
      'endif',
      'endonce',
      'enum',
      'case',
    ];
    const more = [
      'endenum',
      '===',
      '---',
      'title:',
      'a',
      '$a',
      '1',
      '{',
      '}',
      '(',
      '"',
      '\\',
      '#',
      '//',
      ' ',
      '.',
      '+',
      '\r',
    ];
    const script = fc.array(fc.constantFrom(...signs, ...more), { maxLength: 60 }).map((list) => list.join(''));
    fc.assert(
      fc.property(script, (text) => {
        expect(faultsOf(text)).toEqual([]);
        expect(faultsOf(`title: A\n---\n${text}\n===`)).toEqual([]);
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  it('of any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(faultsOf(text)).toEqual([]);
      }),
      { numRuns: 1000, seed: 11 },
    );
  });
});
