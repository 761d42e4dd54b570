// The official markup cases (../shared/yarn-cases/markup.json), row by row. They are not part of this project: without
// them these tests are skipped, and markup.test.ts has cases of our own for all that they show.

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lex } from '../../../src/core/yarn/markup/lex.ts';
import {
  attributeNamed,
  BUILT_IN,
  deleteRange,
  parseMarkup,
  printed,
  textUnder,
  type Attribute,
  type Marked,
  type Replacer,
} from '../../../src/core/yarn/markup.ts';
import { pluralRule } from '../../support/plural.ts';

interface WantedProperty {
  readonly name: string;
  readonly type: string;
  readonly value: number | boolean | string;
  readonly asString?: string;
}

interface WantedAttribute {
  readonly name?: string;
  readonly position?: number;
  readonly length?: number;
  readonly sourcePosition?: number;
  readonly text?: string;
  readonly propertyCount?: number;
  readonly properties?: readonly WantedProperty[];
}

interface Wanted {
  readonly expectedText?: string;
  readonly attributeCount?: number;
  readonly attributeMatch?: 'byName';
  readonly expectedAttributes?: readonly WantedAttribute[];
}

type Tree = string | { readonly name: string | null; readonly children: readonly Tree[] };
interface TreeCheck {
  readonly path: readonly number[];
  readonly name?: string;
  readonly properties?: readonly WantedProperty[];
}

interface Row extends Wanted {
  readonly id: string;
  readonly stage?: 'tree';
  readonly input: string;
  readonly locale?: string;
  readonly locales?: readonly string[];
  readonly implicitCharacter?: boolean;
  readonly replacers?: readonly string[];
  readonly noDiagnostics?: boolean;
  readonly find?: readonly { readonly name: string; readonly index: number }[];
  readonly deleteRange?: Wanted & { readonly attribute: string };
  readonly expectedTree?: Tree;
  readonly treeChecks?: readonly TreeCheck[];
  readonly expectError?: {
    readonly count?: number;
    readonly min?: number;
    readonly oneMatching?: { readonly messageStartsWith: string; readonly column?: number };
  };
}

interface ReplacerRow {
  readonly builtIn?: boolean;
  readonly before?: string;
  readonly after?: string;
  readonly append?: Readonly<Record<string, string>>;
  readonly upperCase?: boolean;
  readonly keepsMarker?: boolean;
  readonly invisible?: number;
  readonly shiftChildren?: number;
}

interface LexerRow {
  readonly id: string;
  readonly input: string;
  readonly tokens: readonly { readonly type: string; readonly text?: string }[];
}

interface Cases {
  readonly rows: readonly Row[];
  readonly lexer: readonly LexerRow[];
  readonly replacers: Readonly<Record<string, ReplacerRow>>;
  readonly plurals: Readonly<Record<'cardinal' | 'ordinal', readonly (readonly [string, number, string])[]>>;
}

const FILE = resolve('../shared/yarn-cases/markup.json');
const THERE = existsSync(FILE);
const cases: Cases = THERE
  ? (JSON.parse(readFileSync(FILE, 'utf8')) as Cases)
  : { rows: [], lexer: [], replacers: {}, plurals: { cardinal: [], ordinal: [] } };

/**
 * Not asked, of rows that are otherwise run: the shape of upstream's intermediate tree, where two attributes stand for one
 * that was cut in two. We have no tree. What a player gets of it is asked: text, attributes, properties.
 */
const NO_TREE = ['children', 'isText', 'text'];

const OUR_KIND: Readonly<Record<string, string>> = {
  Text: 't',
  OpenMarker: '[',
  CloseMarker: ']',
  CloseSlash: '/',
  Identifier: 'n',
  Equals: '=',
  StringValue: '"',
  NumberValue: '1',
  BooleanValue: 'b',
  InterpolatedValue: '{',
};

describe.skipIf(!THERE)('the official markup cases', () => {
  it.each(cases.rows.map((row) => [row.id, row] as const))('%s', (_, row) => {
    for (const locale of row.locales ?? [row.locale ?? 'en']) check(row, locale);
  });

  it.each(cases.lexer.map((row) => [row.id, row] as const))('%s', (_, { input, tokens }) => {
    const text = input.normalize();
    const got = lex(text).map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }));
    expect(got.map(({ kind }) => kind)).toEqual([...tokens.map(({ type }) => OUR_KIND[type]), '$']);
    for (const [index, wanted] of tokens.entries()) {
      if (wanted.text !== undefined) expect(got[index].text).toBe(wanted.text.normalize());
    }
  });

  it('knows the plural forms', () => {
    for (const type of ['cardinal', 'ordinal'] as const) {
      for (const [locale, n, category] of cases.plurals[type]) {
        expect(`${locale} ${n} ${pluralRule(locale, n, type)}`).toBe(`${locale} ${n} ${category}`);
        const marker = type === 'cardinal' ? 'plural' : 'ordinal';
        const line = `[${marker} value=${n} ${category}="% here"/]`;
        expect(parseMarkup(line, { locale, plural: pluralRule, replacers: BUILT_IN }).text).toBe(`${n} here`);
      }
    }
  });
});

it.skipIf(!THERE)('the official markup cases are read', () => {
  expect(cases.rows.length).toBeGreaterThan(100);
});

function check(row: Row, locale: string): void {
  const replacers = Object.fromEntries((row.replacers ?? []).map((name) => [name, replacer(name)]));
  const options = {
    locale,
    plural: pluralRule,
    replacers,
    // A tree is made before a name is looked for.
    implicitCharacter: row.stage === 'tree' ? false : (row.implicitCharacter ?? true),
  };
  const result = parseMarkup(row.input, options);
  if (row.noDiagnostics === true) expect(result.errors).toEqual([]);
  compare(result, row);

  const { expectError } = row;
  if (expectError !== undefined) {
    expect(result).toMatchObject({ text: row.input, attributes: [] });
    expect(result.errors.length).toBeGreaterThanOrEqual(expectError.min ?? 1);
    if (expectError.count !== undefined) expect(result.errors).toHaveLength(expectError.count);
    const { oneMatching } = expectError;
    if (oneMatching !== undefined) {
      const matching = result.errors.filter(({ message }) => message.startsWith(oneMatching.messageStartsWith));
      expect(matching).toHaveLength(1);
      if (oneMatching.column !== undefined) expect(matching[0].column).toBe(oneMatching.column);
    }
  }

  for (const { name, index } of row.find ?? []) {
    const found = attributeNamed(result, name);
    expect(found === undefined ? -1 : result.attributes.indexOf(found)).toBe(index);
  }
  if (row.deleteRange !== undefined) {
    const gone = attributeNamed(result, row.deleteRange.attribute)!;
    compare(deleteRange(result, gone), row.deleteRange);
  }

  if (row.expectedTree !== undefined) {
    expect(result.text).toBe(textOf(row.expectedTree));
    expect(result.attributes.map(({ name }) => name).sort(byText)).toEqual(
      [...new Set(namesIn(row.expectedTree))].sort(byText),
    );
  }
  for (const one of row.treeChecks ?? []) {
    for (const key of Object.keys(one))
      expect(['path', 'name', 'properties', 'propertyCount', ...NO_TREE]).toContain(key);
    if (one.name !== undefined) expect(attributeNamed(result, one.name)).toBeDefined();
    if (one.properties !== undefined) compareAttribute(result, result.attributes[0], one);
  }
}

function compare(got: Marked, wanted: Wanted): void {
  if (wanted.expectedText !== undefined) expect(got.text).toBe(wanted.expectedText);
  if (wanted.attributeCount !== undefined) expect(got.attributes).toHaveLength(wanted.attributeCount);
  for (const [index, one] of (wanted.expectedAttributes ?? []).entries()) {
    const attribute = wanted.attributeMatch === 'byName' ? attributeNamed(got, one.name!) : got.attributes[index];
    expect(attribute).toBeDefined();
    compareAttribute(got, attribute!, one);
  }
}

function compareAttribute(got: Marked, attribute: Attribute, wanted: WantedAttribute): void {
  for (const key of ['name', 'position', 'length', 'sourcePosition'] as const) {
    if (wanted[key] !== undefined) expect(`${key} ${attribute[key]}`).toBe(`${key} ${wanted[key]}`);
  }
  if (wanted.text !== undefined) expect(textUnder(got, attribute)).toBe(wanted.text);
  if (wanted.propertyCount !== undefined) expect(attribute.properties).toHaveLength(wanted.propertyCount);
  for (const { name, type, value, asString } of wanted.properties ?? []) {
    const same = attribute.properties.find((one) => one.name === name && one.type === type && one.value === value);
    expect(same, `${name} = ${value} (${type})`).toBeDefined();
    if (asString !== undefined) expect(printed(same!)).toBe(asString);
  }
}

function replacer(name: string): Replacer {
  const row = cases.replacers[name];
  if (row.builtIn === true) return BUILT_IN[name];
  return (marker, text, inside, { locale }) => {
    for (const one of inside) one.position += row.shiftChildren ?? 0;
    if (row.keepsMarker === true) inside.push(marker);
    const within = row.upperCase === true ? text.toUpperCase() : text;
    const added = row.append?.[locale] ?? row.append?.['*'] ?? '';
    return { text: `${row.before ?? ''}${within}${added}${row.after ?? ''}`, invisible: row.invisible ?? 0 };
  };
}

function textOf(tree: Tree): string {
  return typeof tree === 'string' ? tree : tree.children.map(textOf).join('');
}

function namesIn(tree: Tree): string[] {
  if (typeof tree === 'string') return [];
  return [...(tree.name === null ? [] : [tree.name]), ...tree.children.flatMap(namesIn)];
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
