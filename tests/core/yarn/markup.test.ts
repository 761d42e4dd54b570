import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attributeNamed,
  BUILT_IN,
  deleteRange,
  parseMarkup,
  printed,
  propertyNamed,
  textUnder,
  type MarkupResult,
  type Replacer,
} from '../../../src/core/yarn/markup.ts';
import { pluralRule } from '../../support/plural.ts';

/** `name@position+length`, in order. */
function spans({ attributes }: MarkupResult): string[] {
  return attributes.map(({ name, position, length }) => `${name}@${position}+${length}`);
}

function value(line: string): unknown {
  const [property] = parseMarkup(line).attributes[0].properties;
  return [property.type, property.value];
}

function deep(n: number): string {
  return `${'[a]'.repeat(n)}x${'[/a]'.repeat(n)}`;
}

/** What is left without the first attribute of that name: the text, and the spans. */
function without(line: string, name: string): string[] {
  const found = parseMarkup(line);
  const left = deleteRange(found, attributeNamed(found, name)!);
  return [left.text, ...spans({ ...left, errors: [] })];
}

const built = { locale: 'en', plural: pluralRule, replacers: BUILT_IN };
const bold: Replacer = (_, text) => ({ text: `<b>${text}</b>`, invisible: 7 });

describe('markers', () => {
  it('are taken out of the text and remembered by place', () => {
    const found = parseMarkup('So [low]low it [still]is[/still][/low].');
    expect(found.text).toBe('So low it is.');
    expect(spans(found)).toEqual(['low@3+9', 'still@10+2']);
    expect(found.attributes.map(({ sourcePosition }) => sourcePosition)).toEqual([3, 15]);
    expect(textUnder(found, found.attributes[1])).toBe('is');
  });

  it('may overlap, and count as one where they are cut', () => {
    expect(spans(parseMarkup('[a]1[b]2[/a]3[/b]4'))).toEqual(['a@0+2', 'b@1+2']);
    expect(spans(parseMarkup('[a]1[b]2[c]3[/a]4[/b]5[/c]6'))).toEqual(['a@0+3', 'b@1+3', 'c@2+3']);
  });

  it('end all at once with [/]', () => {
    expect(spans(parseMarkup('[a]1[b]2[/]3'))).toEqual(['a@0+2', 'b@1+1']);
    expect(parseMarkup('[a][b]x[/c][/]').errors).toMatchObject([{ column: 9 }]);
  });

  it('that close themselves swallow one space, unless told not to', () => {
    expect(parseMarkup('One [beat/] two').text).toBe('One two');
    expect(parseMarkup('One[beat/]  two').text).toBe('One two');
    expect(parseMarkup('One [beat trimwhitespace=false/] two').text).toBe('One  two');
    expect(parseMarkup('One [beat/][b] two[/b]').text).toBe('One two');
    expect(parseMarkup('One [a trimwhitespace=true]x[/a] two').text).toBe('One xtwo');
  });

  it('have properties of four types', () => {
    expect(value('[a=1/]')).toEqual(['Integer', 1]);
    expect(value('[a=-0/]')).toEqual(['Integer', 0]);
    expect(value('[a=-12/]')).toEqual(['Integer', -12]);
    expect(value('[a=1.50/]')).toEqual(['Float', 1.5]);
    expect(value('[a=-.5/]')).toEqual(['Float', -0.5]);
    expect(value('[a=2147483648/]')).toEqual(['Float', 2147483648]);
    expect(value('[a=True/]')).toEqual(['Bool', true]);
    expect(value('[a=TRUE/]')).toEqual(['String', 'TRUE']);
    expect(value('[a = low /]')).toEqual(['String', 'low']);
    expect(value('[a="one two"/]')).toEqual(['String', 'one two']);
    expect(value('[a="say \\"hi\\" now"/]')).toEqual(['String', 'say "hi" now']);
    expect(value('[a=""/]')).toEqual(['String', '']);
    expect(value('[a={0}/]')).toEqual(['String', '0']);
    expect(value('[a="foo\\"]x[/a]')).toEqual(['String', 'foo']);
  });

  it('print their properties as lines do', () => {
    const { attributes } = parseMarkup('[a b=true c=1.5 d=x/]');
    expect(attributes[0].properties.map(printed)).toEqual(['True', '1.5', 'x', 'True']);
    expect(propertyNamed(attributes[0], 'C')?.value).toBe(1.5);
    expect(propertyNamed(attributes[0], 'none')).toBeUndefined();
  });

  it('have names of letters, digits, _ and |, which do not begin with those two', () => {
    expect(spans(parseMarkup('[a_b|2]x[/a_b|2]'))).toEqual(['a_b|2@0+1']);
    expect(spans(parseMarkup('[żar]x[/żar]'))).toEqual(['żar@0+1']);
    expect(parseMarkup('[_x/]y').errors).toHaveLength(1);
    expect(parseMarkup('[a²]x[/a²]').errors.length).toBeGreaterThan(0);
    expect(parseMarkup('[𠀀]x[/𠀀]').errors.length).toBeGreaterThan(0);
  });

  it('are not read where they are escaped, nor in nomarkup', () => {
    expect(parseMarkup('A \\[b\\] c').text).toBe('A [b] c');
    const raw = parseMarkup('A [nomarkup][b] \\[c\\][/nomarkup] [d]e[/d]');
    expect(raw.text).toBe('A [b] [c] e');
    expect(spans(raw)).toEqual(['nomarkup@2+7', 'd@10+1']);
    expect(parseMarkup('A [nomarkup]b').errors).toMatchObject([{ column: 2 }]);
    expect(parseMarkup('A [nomarkup][/nomarkup]b').text).toBe('A b');
  });

  it('are counted in UTF-16 units of the composed text', () => {
    expect(spans(parseMarkup('e\u0301 [b]🎵[/b]'))).toEqual(['b@2+2']);
    expect(parseMarkup('e\u0301 x').text).toBe('\u00e9 x');
  });

  it('may name a property twice: both stay, the first is found', () => {
    const { attributes, errors } = parseMarkup('[a b=1 b=2]x[/a]');
    expect(errors).toEqual([]);
    expect(attributes[0].properties).toHaveLength(2);
    expect(propertyNamed(attributes[0], 'b')?.value).toBe(1);
  });
});

describe('a name before a colon', () => {
  it('is a character marker over name, colon and spaces', () => {
    const found = parseMarkup('Vela:  Listen.');
    expect(found.text).toBe('Vela:  Listen.');
    expect(spans(found)).toEqual(['character@0+7']);
    expect(found.attributes[0]).toMatchObject({ sourcePosition: 0, properties: [{ name: 'name', value: 'Vela' }] });
  });

  it('leaves places as they are in the input', () => {
    const found = parseMarkup('Vela: So [b]low[/b] \\: [c/]');
    expect(found.attributes.map(({ name, sourcePosition }) => `${name}@${sourcePosition}`)).toEqual([
      'character@0',
      'b@9',
      'c@23',
    ]);
    expect(parseMarkup('Vela: So [/b]').errors).toMatchObject([{ column: 11 }]);
    expect(parseMarkup('[b]Vela: So[/b] low').attributes.map(({ sourcePosition }) => sourcePosition)).toEqual([0, 0]);
  });

  it('is not looked for where it is escaped, marked by hand, or not wanted', () => {
    expect(parseMarkup('Ten\\: sharp')).toMatchObject({ text: 'Ten: sharp', attributes: [] });
    expect(spans(parseMarkup('[character name="V"]Vela: [/character]It is: so'))).toEqual(['character@0+6']);
    expect(parseMarkup('Vela: x', { implicitCharacter: false }).attributes).toEqual([]);
    expect(parseMarkup(': x').attributes[0].properties[0].value).toBe('');
  });
});

describe('replacers', () => {
  it('choose by value, by number and by place in a row', () => {
    const select = '[select value=LOW low="down" high="up"/]';
    expect(parseMarkup(select, built).text).toBe('down');
    expect(parseMarkup('[select value=true true="yes, %" false=no/]', built).text).toBe('yes, True');
    expect(parseMarkup('[plural value=1.5 one=one other="% cities"/]', built).text).toBe('1.5 cities');
    const ordinal = '[ordinal value=22 one="%st" two="%nd" few="%rd" other="%th"/]';
    expect(parseMarkup(`the ${ordinal} bell`, built).text).toBe('the 22nd bell');
    expect(parseMarkup('[plural value=2 other="$& %"/]', built).text).toBe('$& 2');
    expect(parseMarkup(`[plural value=5 many="% strun"/]`, { ...built, locale: 'pl' }).text).toBe('5 strun');
  });

  it('say what they miss, and then nothing is replaced', () => {
    const wrong = [
      '[select value=c a=1/]',
      '[select a=1/]',
      '[select value=a a=1]x[/select]',
      '[plural value=two other=x/]',
      '[plural value=2 one=x/]',
    ];
    for (const line of wrong) {
      expect(parseMarkup(`So ${line}`, built)).toMatchObject({ text: `So ${line}`, errors: [{ column: 3 }] });
    }
  });

  it('do not swallow the space behind them', () => {
    expect(parseMarkup('a [plural value=1 one=x/] b', built).text).toBe('a x b');
  });

  it('may add what is not seen, which later places do not count', () => {
    const found = parseMarkup('a [bold]b[x trimwhitespace=false/][/bold] c[y/]', { replacers: { bold } });
    expect(found.text).toBe('a <b>b</b> c');
    expect(spans(found)).toEqual(['x@3+0', 'y@5+0']);
    expect(spans(parseMarkup('[a][bold]b[/bold][/a]', { replacers: { bold } }))).toEqual(['a@0+8']);
  });

  it('are run on each part of what is cut', () => {
    expect(parseMarkup('[a]1[bold]2[/a]3[/bold]4', { replacers: { bold } }).text).toBe('1<b>2</b><b>3</b>4');
  });

  it('are found by their own names only', () => {
    expect(spans(parseMarkup('[constructor]x[/constructor]', built))).toEqual(['constructor@0+1']);
  });
});

describe('what is wrong', () => {
  it.each([
    ['So [b]low', 3],
    ['So low[/b]', 8],
    ['So [b low', 3],
    ['So [b x]low[/b]', 7],
    ['So [', 4],
    ['So [/', 3],
    ['So [b=1 /', 3],
    ['So [b="x]low[/b]', 5],
    ['So [/ /]', 3],
    ['So [b.c]low', 4],
    ['So [a][b]x[/a][/b]', 3],
  ])('%s', (line, column) => {
    const { text, attributes, errors } = parseMarkup(line);
    expect({ text, attributes }).toEqual({ text: line, attributes: [] });
    expect(Math.min(...errors.map((one) => one.column))).toBe(column);
  });

  it('is said of markers nested beyond all reason, too', () => {
    expect(parseMarkup(deep(64)).attributes).toHaveLength(64);
    expect(parseMarkup(deep(65)).errors.length).toBeGreaterThan(0);
  });

  it('an empty line is not', () => {
    expect(parseMarkup('')).toEqual({ text: '', attributes: [], errors: [] });
  });
});

describe('deleting what is marked', () => {
  it('moves, shortens or drops what else is marked', () => {
    expect(without('[a]1[/a][x]23[/x][b]4[/b]', 'x')).toEqual(['14', 'a@0+1', 'b@1+1']);
    expect(without('[a]1[x]2[/x]3[/a]', 'x')).toEqual(['13', 'a@0+2']);
    expect(without('[a]1[x]2[/a]3[/x]4', 'x')).toEqual(['14', 'a@0+1']);
    expect(without('1[x]2[b]3[/x]4[/b]', 'x')).toEqual(['14', 'b@1+1']);
    expect(without('1[x]2[b]3[/b]4[/x]5', 'x')).toEqual(['15']);
    expect(without('[x][b]3[/b][/x]5', 'x')).toEqual(['5']);
  });

  it('without text takes only itself', () => {
    expect(without('1[x/]2[b]3[/b]', 'x')).toEqual(['123', 'b@2+1']);
  });
});

describe('any text at all', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '[',
      ']',
      '/',
      '=',
      '"',
      '\\',
      ':',
      '{',
      '}',
      ' ',
      '-',
      '.',
      '1',
      'a',
      'b',
      '_',
      '%',
      '\n',
      '\u3000',
    ),
    fc.constantFrom('[a]', '[/a]', '[b]', '[/b]', '[/]', '[c/]', '[nomarkup]', '[/nomarkup]', '[a=1]', '[a b="c"]'),
    fc.constantFrom('[select value=a a="%"/]', '[plural value=2 one=x other="% y"/]', '[bold]', '[/bold]', 'Vela: '),
    fc.string({ maxLength: 4, unit: 'binary' }),
  );
  const lines = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

  it('is answered, never thrown at, and its marks lie within it', () => {
    fc.assert(
      fc.property(lines, fc.boolean(), (line, implicitCharacter) => {
        const result = parseMarkup(line, { ...built, implicitCharacter, replacers: { ...BUILT_IN, bold } });
        const { text, attributes, errors } = result;
        if (errors.length > 0) expect({ text, attributes }).toEqual({ text: line.normalize(), attributes: [] });
        for (const { column } of errors) {
          expect(column).toBeGreaterThanOrEqual(0);
          expect(column).toBeLessThanOrEqual(line.normalize().length);
        }
        for (const one of attributes) {
          expect(one.position).toBeGreaterThanOrEqual(0);
          expect(one.length).toBeGreaterThanOrEqual(0);
          expect(one.position + one.length).toBeLessThanOrEqual(text.length);
          expect(line.normalize().charAt(one.sourcePosition)).toMatch(one.name === 'character' ? /^.?$/su : /\[/);
          deleteRange(result, one);
        }
      }),
      { numRuns: 10_000, seed: 7 },
    );
  });

  it('without markers means what it means with one that is nothing', () => {
    const word = fc.constantFrom('Jin', ':', ' ', '"', ']', '/', 'e\u0301', '\u3000', 'say', '{0}', '.');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 10 }), fc.boolean(), (words, implicitCharacter) => {
        const line = words.join('');
        const plain = parseMarkup(line, { implicitCharacter });
        // A marker at the very end, which has neither text nor space behind it.
        const marked = parseMarkup(`${line}[x/]`, { implicitCharacter });
        if (marked.errors.length > 0) expect(plain.errors.length).toBeGreaterThan(0);
        else {
          expect(plain.text).toBe(marked.text);
          expect(plain.attributes).toEqual(marked.attributes.filter(({ name }) => name !== 'x'));
        }
      }),
      { numRuns: 3000, seed: 11 },
    );
  });

  it('means the same with every bracket escaped, but as text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (raw) => {
        const plain = raw.replaceAll('\\', '');
        const escaped = plain.replace(/[[\]:]/g, '\\$&');
        expect(parseMarkup(escaped)).toEqual({ text: plain.normalize(), attributes: [], errors: [] });
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it.each([
    ['[a]', ''],
    ['[a]x[/a]', ''],
    ['[a][/b]', ''],
    ['[a][b]x[/a]y', '[/b]'],
    ['[plural value=2 other=%/] ', ''],
    ['[bold]x[/bold]', ''],
    ['"\\', '[a="'],
    ['a="\\" ', '[a '],
    ['[nomarkup]', ''],
    ['\\:', ''],
    ['1', '[a='],
    ['}{', '[a={'],
  ])('takes time by its length: %s', (unit, before) => {
    const time = (n: number): number => {
      const line = before + unit.repeat(n);
      const once = (): number => {
        // Of this process alone: other tests run beside it.
        const began = process.cpuUsage();
        parseMarkup(line, { ...built, replacers: { ...BUILT_IN, bold } });
        return process.cpuUsage(began).user / 1000;
      };
      return Math.min(once(), once(), once());
    };
    time(1000);
    // Sixteen times the text; were it quadratic, 256 times the time. Under four milliseconds nothing is told from noise.
    expect(time(16_000)).toBeLessThan(100 * Math.max(4, time(1000)));
  });
});
