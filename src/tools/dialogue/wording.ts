// The words that belong to line ids, for tools that show lines to a person.

import { render, type Language, type LineText, type TextTable } from '../../core/story/text.ts';
import type { ShownLine } from '../../core/story/story.ts';
import type { Compiled } from '../../core/yarn/compile.ts';
import type { PluralRule } from '../../core/yarn/markup.ts';
import type { LineId } from '../../core/yarn/program.ts';

export type Wording = (line: ShownLine) => LineText;

/** What is not `translated` is said as it was written. */
export function wordingOf(
  { strings }: Pick<Compiled, 'strings'>,
  base: string,
  translated: { readonly locale: string; readonly table: TextTable } | null = null,
): Wording {
  const written = { table: tableOf(strings), locale: base };
  const language: Language = { locale: translated?.locale ?? base, plural: pluralRule, base: written };
  return (line) => render(translated?.table ?? written.table, line, language);
}

export function tableOf(strings: Compiled['strings']): TextTable {
  return Object.fromEntries([...strings.keys()].map((id) => [id, writtenText(strings, id)]));
}

/** A shadow line says what its source says. */
export function writtenText(strings: Compiled['strings'], line: LineId): string {
  const row = strings.get(line);
  if (row === undefined) return line;
  return row.text ?? (row.shadowOf === null ? '' : writtenText(strings, row.shadowOf));
}

const pluralRule: PluralRule = (locale, n, type) => new Intl.PluralRules(locale, { type }).select(n);
