// The core gives the same answer on every engine and every machine. What would break that, and what types cannot see,
// is forbidden here, each with what to write instead.
import { describe, expect, it } from 'vitest';
import { blank, lineOf, sourceFiles } from '../support/source.ts';

/** Exact on every engine, by the standard. Every other member of Math may differ in the last bit, and some do. */
const EXACT_MATH = 'abs|ceil|clz32|floor|fround|imul|max|min|round|sign|sqrt|trunc|PI';

const MATH_INSTEAD: Readonly<Record<string, string>> = {
  random: "the world's generator in core/math/random.ts",
  sin: '`sine` from core/math/sine.ts',
  cos: '`cosine` from core/math/sine.ts',
  atan2: '`angleOf` from core/math/sine.ts',
  pow: 'a product, or a table of integers',
  hypot: 'the sum of squares, compared with a square',
};

const CLOCK = 'the tick count of the World: core has no clock';
const LOCALE = 'a comparison of numbers or of code units with < and >: a locale differs from machine to machine';

interface Rule {
  readonly pattern: RegExp;
  readonly instead: string;
}

const RULES: readonly Rule[] = [
  { pattern: /\*\*/g, instead: 'a product, or a table of integers' },
  { pattern: /(?<![.\w$])Math\s*(?!\s*\.)(?![\w$])/g, instead: '`Math.` and the name, so that this test can see it' },
  { pattern: /(?<![.\w$])Date(?![\w$])/g, instead: CLOCK },
  { pattern: /(?<![.\w$])performance(?![\w$])/g, instead: CLOCK },
  { pattern: /(?<![.\w$])set(Timeout|Interval|Immediate)(?![\w$])/g, instead: CLOCK },
  { pattern: /(?<![.\w$])process(?![\w$])/g, instead: 'an argument from whoever calls core' },
  { pattern: /(?<![.\w$])globalThis(?![\w$])/g, instead: 'an argument from whoever calls core' },
  { pattern: /(?<![.\w$])require\s*\(/g, instead: '`import`' },
  { pattern: /\.toLocale\w+/g, instead: LOCALE },
  { pattern: /\.localeCompare(?![\w$])/g, instead: LOCALE },
  { pattern: /(?<![.\w$])Intl(?![\w$])/g, instead: LOCALE },
  { pattern: /\.(sort|toSorted)\s*\(\s*\)/g, instead: 'a comparator: without one, numbers are sorted as words' },
];

function forbidden(path: string, text: string): string[] {
  const code = blank(text);
  const found = RULES.flatMap(({ pattern, instead }) =>
    [...code.matchAll(pattern)].map((match) => ({ index: match.index, what: match[0].trim(), instead })),
  );
  for (const match of code.matchAll(/(?<![.\w$])Math\s*\.\s*(\w+)/g)) {
    const name = match[1] ?? '';
    if (new RegExp(`^(${EXACT_MATH})$`).test(name)) continue;
    const instead = MATH_INSTEAD[name] ?? 'integers and tables (core/math): engines differ in its last bit';
    found.push({ index: match.index, what: `Math.${name}`, instead });
  }
  return found
    .sort((a, b) => a.index - b.index)
    .map(({ index, what, instead }) => `${path}:${lineOf(text, index)}: \`${what}\` → use ${instead}`);
}

describe('src/core', () => {
  it('uses nothing that differs between engines or between runs', () => {
    const files = sourceFiles('src/core');
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap(({ path, text }) => forbidden(path, text))).toEqual([]);
  });
});

describe('the rule itself', () => {
  const planted = [
    'Date.now()',
    'new Date()',
    ...'random sin cos tan asin acos atan atan2 sinh cosh tanh exp expm1 pow log log2 log10 log1p hypot cbrt'
      .split(' ')
      .map((name) => `Math.${name}(x)`),
    'Math\n  .sin(x)',
    'const { sin } = Math;',
    "Math['sin'](x)",
    'x ** 2',
    'x **= 2',
    'performance.now()',
    'setTimeout(f, 1)',
    'setInterval(f, 1)',
    'process.env',
    'globalThis.Date',
    "require('fs')",
    'x.toLocaleString()',
    'a.localeCompare(b)',
    'new Intl.Collator()',
    'list.sort()',
    'list.toSorted( )',
    '`${Math.sin(1)}`',
    '`${`${Date.now()}`}`',
    'a / b; Math.sin(x) / c',
  ];
  it.each(planted)('sees %j', (sample) => {
    expect(forbidden('sample.ts', sample)).not.toEqual([]);
  });

  const innocent = [
    '// Math.sin and Date\n',
    '/** x ** 2,\n Date */',
    "'Math.sin'",
    '"Date \\" Date"',
    '`Date ${floor} Math.sin`',
    'x.replace(/Date|[/]Math.sin/g, y)',
    'Math.floor(x) + Math.imul(a, b) + Math.sqrt(4)',
    'list.sort((a, b) => a - b)',
    'level.process(); update.Date; { a: isDate }',
    'const isMath = Maths;',
  ];
  it.each(innocent)('lets %j be', (sample) => {
    expect(forbidden('sample.ts', sample)).toEqual([]);
  });

  it('says where, and what to write instead', () => {
    const sample = "/* one\n two */\nconst s = 'Date';\nconst y = Math.sin(x);";
    expect(forbidden('src/core/a.ts', sample)).toEqual([
      'src/core/a.ts:4: `Math.sin` → use `sine` from core/math/sine.ts',
    ]);
  });
});
