// A shown line in words. A World holds a line's id and its values, never a sentence: so the language can change while the
// line is shown, and a mended typo breaks no save.

import {
  attributeNamed,
  BUILT_IN,
  deleteRange,
  parseMarkup,
  printed,
  propertyNamed,
  type Attribute,
  type MarkupError,
  type PluralRule,
  type Replacers,
} from '../yarn/markup.ts';
import type { LineId } from '../yarn/program.ts';
import type { ShownLine } from './story.ts';

/** Templates by line id, `{0}` where a value goes. */
export type TextTable = Readonly<Record<LineId, string>>;

export interface Language {
  readonly locale: string;
  readonly plural: PluralRule;
  /** Besides select, plural and ordinal. */
  readonly replacers?: Replacers;
  /** Asked when the table has no such line. */
  readonly base?: { readonly table: TextTable; readonly locale: string };
  /** Leave `Name: ` in the text, as a testplan has it. */
  readonly keepName?: boolean;
}

export interface LineText {
  readonly character: string | null;
  readonly text: string;
  /** Those of the name only where it was kept. */
  readonly attributes: readonly Attribute[];
  /** Which language it is in: `base` when it is not translated, null when nobody has the line and its id is shown. */
  readonly from: 'table' | 'base' | null;
  readonly errors: readonly MarkupError[];
}

export function render(table: TextTable, { line, values }: ShownLine, language: Language): LineText {
  const { base, plural, keepName = false } = language;
  const from = Object.hasOwn(table, line)
    ? 'table'
    : base !== undefined && Object.hasOwn(base.table, line)
      ? 'base'
      : null;
  if (from === null) return { character: null, text: line, attributes: [], from, errors: [] };

  const marked = parseMarkup(fill(from === 'base' ? base!.table[line] : table[line], values), {
    // An untranslated line counts as its own language does.
    locale: from === 'base' ? base!.locale : language.locale,
    plural,
    replacers: { ...BUILT_IN, ...language.replacers },
  });
  const { errors } = marked;
  const name = attributeNamed(marked, 'character');
  const called = name && propertyNamed(name, 'name');
  const { text, attributes } = name === undefined || keepName ? marked : deleteRange(marked, name);
  return { character: called === undefined ? null : printed(called), text, attributes, from, errors };
}

/** Values go in before markup is read, so markup in a value counts. What has no value stays as it is written. */
function fill(template: string, values: readonly string[]): string {
  return template.replace(/\{(\d+)\}/g, (whole, index: string) => values[Number(index)] ?? whole);
}
