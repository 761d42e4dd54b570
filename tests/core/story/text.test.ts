import { describe, expect, it } from 'vitest';
import { render, type Language, type TextTable } from '../../../src/core/story/text.ts';
import { pluralRule } from '../../support/plural.ts';

const EN: TextTable = {
  'line:hum': 'Vela: [plural value={0} one="% string hums" other="% strings hum"/].',
  'line:bare': 'The hall is [wave]quiet[/wave].',
  'line:only-here': 'Vela: It is [plural value={0} one="one" other="many"/].',
};
const PL: TextTable = {
  'line:hum': 'Vela: [plural value={0} one="% struna brzmi" few="% struny brzmią" many="% strun brzmi"/].',
  'line:bare': 'W sali jest [wave]cicho[/wave].',
};

const english: Language = { locale: 'en', plural: pluralRule };
const polish: Language = { locale: 'pl', plural: pluralRule, base: { table: EN, locale: 'en' } };

describe('the text of a shown line', () => {
  it('changes its language while it is shown: only id and values are kept', () => {
    const shown = { line: 'line:hum', values: ['3'] };
    expect(render(EN, shown, english)).toMatchObject({ character: 'Vela', text: '3 strings hum.', from: 'table' });
    expect(render(PL, shown, polish)).toMatchObject({ character: 'Vela', text: '3 struny brzmią.', from: 'table' });
    expect(render(PL, { ...shown, values: ['5'] }, polish).text).toBe('5 strun brzmi.');
    expect(render(EN, shown, english).text).toBe('3 strings hum.');
  });

  it('takes the name off, and moves what is marked behind it', () => {
    const table = { a: 'Vela: So [b]low[/b]' };
    const taken = render(table, { line: 'a', values: [] }, english);
    expect(taken).toMatchObject({ character: 'Vela', text: 'So low' });
    expect(taken.attributes).toMatchObject([{ name: 'b', position: 3, length: 3 }]);
    const kept = render(table, { line: 'a', values: [] }, { ...english, keepName: true });
    expect(kept).toMatchObject({ character: 'Vela', text: 'Vela: So low' });
    expect(kept.attributes).toMatchObject([{ name: 'character' }, { name: 'b', position: 9, length: 3 }]);
  });

  it('has no character without a name, and knows one that a marker gives', () => {
    expect(render(EN, { line: 'line:bare', values: [] }, english)).toMatchObject({
      character: null,
      text: 'The hall is quiet.',
      attributes: [{ name: 'wave', position: 12, length: 5 }],
    });
    const table = { a: '[character name="The Record"/]Listen.', b: 'Ten\\: sharp' };
    expect(render(table, { line: 'a', values: [] }, english)).toMatchObject({
      character: 'The Record',
      text: 'Listen.',
    });
    expect(render(table, { line: 'b', values: [] }, english)).toMatchObject({ character: null, text: 'Ten: sharp' });
  });

  it('falls back to the base language, counting as that one does, and then to the id', () => {
    const shown = { line: 'line:only-here', values: ['3'] };
    expect(render(PL, shown, polish)).toMatchObject({ text: 'It is many.', from: 'base' });
    expect(render(PL, { line: 'line:gone', values: [] }, polish)).toEqual({
      character: null,
      text: 'line:gone',
      attributes: [],
      from: null,
      errors: [],
    });
    expect(render({}, { line: 'constructor', values: [] }, english).from).toBeNull();
  });

  it('puts values in before it reads markup, each where its number is, and none twice', () => {
    const table = { a: '{1} and {0}, {2}' };
    expect(render(table, { line: 'a', values: ['[b]x[/b]', '{0}'] }, english).text).toBe('{0} and x, {2}');
  });

  it('shows a line whose markup is broken as it is written, with the reason', () => {
    const broken = render({ a: 'Vela: [b]low' }, { line: 'a', values: [] }, english);
    expect(broken).toMatchObject({ character: null, text: 'Vela: [b]low', attributes: [] });
    expect(broken.errors).toHaveLength(1);
  });

  it('lets its reader bring markers of its own', () => {
    const replacers = { key: () => ({ text: 'Space' }) };
    expect(render({ a: 'Press [key/] now' }, { line: 'a', values: [] }, { ...english, replacers }).text).toBe(
      'Press Space now',
    );
  });
});
