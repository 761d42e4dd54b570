// What the outlines of tests/stories/syntax do not show: places, limits, and time.
import { describe, expect, it } from 'vitest';
import { parseFile } from '../../../src/core/yarn/parse.ts';
import type { Range } from '../../../src/core/yarn/diagnostics.ts';
import type { Statement } from '../../../src/core/yarn/tree.ts';
import { growth, MORE_THAN_LINEAR } from '../../support/effort.ts';

const parse = (text: string) => parseFile({ file: 'case.yarn', text });
const body = (text: string): readonly Statement[] => parse(`title: Start\n---\n${text}\n===\n`).tree.nodes[0].body;
const at = ({ start, end }: Range): number[] => [start.line, start.column, end.line, end.column];

function only<Kind extends Statement['kind']>(kind: Kind, text: string): Extract<Statement, { kind: Kind }> {
  const [statement] = body(text);
  if (statement?.kind !== kind) throw new Error(`a ${statement?.kind ?? 'nothing'}, not a ${kind}`);
  return statement as Extract<Statement, { kind: Kind }>;
}

describe('places', () => {
  it('a text ends before its condition, tags and comment', () => {
    const { text, range } = only('line', '  Nora: {$a} b  <<if $c>>  #d #line:e  // f');
    expect(at(text.range)).toEqual([2, 2, 2, 14]);
    expect(text.raw).toBe('Nora: {$a} b');
    expect(at(text.condition!.range)).toEqual([2, 16, 2, 25]);
    expect(text.tags.map((tag) => at(tag.range))).toEqual([
      [2, 27, 2, 29],
      [2, 30, 2, 37],
    ]);
    expect(at(range)).toEqual([2, 2, 2, 37]);
  });

  it('a raw text keeps its escapes', () => {
    expect(only('line', 'a \\# \\[b\\] \\{c\\}').text).toMatchObject({
      template: 'a # \\[b\\] {c}',
      raw: 'a \\# \\[b\\] \\{c\\}',
    });
  });

  it('a group ends with its line break, or with the last body', () => {
    expect(at(only('group', '=> a\n=> b').range)).toEqual([2, 0, 3, 5]);
    expect(at(only('options', '-> a\n-> b\n    c').range)).toEqual([2, 0, 4, 5]);
    expect(only('options', '-> a\n-> b\n    c').options.map((one) => at(one.range))).toEqual([
      [2, 0, 2, 4],
      [3, 0, 4, 5],
    ]);
  });

  it('blocks end with their last chevron', () => {
    expect(at(only('if', '<<if $a>>\nb\n<<else>>\nc\n<<endif>>').range)).toEqual([2, 0, 6, 9]);
    expect(at(only('once', ' <<once>>\nb\n <<endonce>>').range)).toEqual([2, 1, 4, 12]);
    expect(at(only('enum', '<<enum A>>\n<<case B>>\n<<endenum>>').range)).toEqual([2, 0, 4, 11]);
  });

  it('statements in chevrons are told by name, variable and destination', () => {
    const declare = only('declare', '<<declare $ab = 1 as number>>');
    expect([declare.range, declare.variable.range, declare.type!.range].map(at)).toEqual([
      [2, 0, 2, 29],
      [2, 10, 2, 13],
      [2, 21, 2, 27],
    ]);
    expect(at(only('jump', '<<jump There>>').to.range)).toEqual([2, 7, 2, 12]);
    expect(at(only('detour', '<<detour {$a}>>').to.range)).toEqual([2, 9, 2, 13]);
    expect(at(only('command', '<< wave {1} >> #x').command.range)).toEqual([2, 3, 2, 11]);
  });

  it('parts of expressions', () => {
    const { value } = only('set', '<<set $x to f(1, "é") is (.B or not true)>>');
    if (value.kind !== 'binary') throw new Error(value.kind);
    expect([value.range, value.operatorRange, value.left.range, value.right.range].map(at)).toEqual([
      [2, 12, 2, 41],
      [2, 22, 2, 24],
      [2, 12, 2, 21],
      [2, 25, 2, 41],
    ]);
  });

  it('nodes and headers', () => {
    const { tree } = parse('\n// c\ntags: a b \ntitle:  Node // d\n---\nText.\n===\n');
    const [node] = tree.nodes;
    expect(at(node.range)).toEqual([2, 0, 6, 3]);
    expect(at(node.bodyRange)).toEqual([4, 0, 6, 3]);
    expect(at(node.title!.range)).toEqual([3, 8, 3, 12]);
    expect(node.headers.map((one) => [at(one.range), at(one.valueRange)])).toEqual([
      [
        [2, 0, 2, 9],
        [2, 6, 2, 9],
      ],
      [
        [3, 0, 3, 18],
        [3, 8, 3, 12],
      ],
    ]);
  });
});

describe('nothing in a file', () => {
  it.each(['', '\n\n', '// only a comment', '\uFEFF', '   \t'])('is no fault: %j', (text) => {
    expect(parse(text)).toEqual({ tree: { file: 'case.yarn', tags: [], nodes: [] }, diagnostics: [] });
  });
});

const deep = (count: number, before: string, middle: string, after: string): string =>
  `title: A\n---\n${before.repeat(count)}${middle}${after.repeat(count)}\n===\ntitle: B\n---\nStill there.\n===\n`;

describe('limits', () => {
  it.each([
    ['brackets', deep(50_000, '(', '', ')').replace('---\n', '---\n{').replace('\n===', '}\n===')],
    ['signs', deep(50_000, '-', '1', '').replace('---\n', '---\n{').replace('\n===', '}\n===')],
    ['operators', deep(50_000, '1+', '1', '').replace('---\n', '---\n{').replace('\n===', '}\n===')],
    [
      'chains in brackets',
      deep(199, '(', '1', `${'+1'.repeat(900)})`)
        .replace('---\n', '---\n{')
        .replace('\n===', '}\n==='),
    ],
    ['calls', deep(50_000, 'f(', '1', ')').replace('---\n', '---\n{').replace('\n===', '}\n===')],
    ['ifs', deep(50_000, '<<if true>>\n', 'a\n', '<<endif>>\n')],
    ['onces', deep(50_000, '<<once>>', 'a\n', '<<endonce>>')],
    [
      'options',
      `title: A\n---\n${Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}-> a\n`).join('')}===\ntitle: B\n---\nStill there.\n===\n`,
    ],
  ])('%s nested beyond all reason are one fault, and the next node is read', (_, text) => {
    const { tree, diagnostics } = parse(text);
    expect(diagnostics.map(({ code }) => code)).toEqual(['YS0005']);
    expect(tree.nodes.map(({ title }) => title?.text)).toEqual(['A', 'B']);
    expect(tree.nodes[1].body.length).toBe(1);
  });

  it.each([
    ['brackets', deep(150, '(', '1', ')').replace('---\n', '---\n{').replace('\n===', '}\n===')],
    ['ifs', deep(150, '<<if true>>\n', 'a\n', '<<endif>>\n')],
    ['operators', deep(900, '1+', '1', '').replace('---\n', '---\n{').replace('\n===', '}\n===')],
  ])('%s nested deeply are none', (_, text) => {
    expect(parse(text).diagnostics).toEqual([]);
  });
});

describe('time', () => {
  const PATTERNS: Readonly<Record<string, readonly string[]>> = {
    play: [
      'Mae: {$x + 1} words [b]bold[/b] #line:',
      '-> option <<if $x > 3>> #tag',
      '    under',
      '<<set $x = 1 * (2 - 3)>>',
      '<<if $x>>',
      '<<endif>>',
    ],
    options: ['-> one'],
    titles: ['title: again'],
    unclosed: ['<<if $x', '{1 + ', '"', '<<wave', '\\'],
    else: ['<<once>>', '<<else>>', '<<else>>'],
    blank: ['-> x', '', ''],
    comments: ['/// doc'],
  };

  it.each(Object.keys(PATTERNS))('goes by the length of the file: %s', (name) => {
    const lines = PATTERNS[name];
    const script = (count: number): string =>
      ['title: A', '---', ...Array.from({ length: count }, (_, i) => lines[i % lines.length]), '==='].join('\n');
    const costs = growth((count) => {
      const text = script(count);
      return () => parse(text);
    });
    expect(costs).toBeLessThan(MORE_THAN_LINEAR);
  });

  it.each(['{', '\\', '<', '#a', '-> ', '{1}', '"', '<<a>>', '(', '/', '{"', '>', '1+', '<<if '])(
    'goes by the length of the line: %s',
    (piece) => {
      const costs = growth((count) => {
        const text = `title: A\n---\nx ${piece.repeat(count)}\n<<a ${piece.repeat(count)}\n===`;
        return () => parse(text);
      });
      expect(costs).toBeLessThan(MORE_THAN_LINEAR);
    },
  );
});

it('a title in capitals is pointed at, with the word that was meant', () => {
  const { diagnostics } = parseFile({ file: 'a.yarn', text: 'tags: x\nTitle: Start\n---\nLine\n===\n' });
  expect(diagnostics).toMatchObject([
    { code: 'YS0051', range: { start: { line: 1, column: 0 } }, suggestion: 'title: Start' },
  ]);
});
