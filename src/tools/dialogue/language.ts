// The words of another language, for tools that play: from its table, or made up to try whether all is translatable.

import { existsSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { TextTable } from '../../core/story/text.ts';
import type { Compiled } from '../../core/yarn/compile.ts';
import { BadInput } from '../cli.ts';
import { nameOf, type Project } from './project.ts';
import { isPseudo, PSEUDO_LOCALES, pseudoTable } from './pseudo.ts';
import { localeFile } from './strings.ts';
import { readTable, translations } from './table.ts';
import { tableOf } from './wording.ts';

/** Null: as it was written. */
export function languageOf(
  project: Project,
  compiled: Compiled,
  locale: string,
): { readonly locale: string; readonly table: TextTable } | null {
  const { localeFiles, baseLanguage } = project;
  const written = tableOf(compiled.strings);
  if (isPseudo(locale)) return { locale, table: pseudoTable(written, locale) };
  const file = Object.hasOwn(localeFiles, locale) ? localeFiles[locale] : null;
  if (file === null) {
    if (locale === baseLanguage) return null;
    const begun = localeFile(project, locale);
    if (existsSync(begun)) {
      const named = relative(project.root, begun).split(sep).join('/');
      const where = project.file === null ? 'a .yarnproject' : nameOf(project.file);
      const entry = JSON.stringify({ [locale]: { strings: named } });
      throw new BadInput(`${nameOf(begun)} is there, but ${where} does not name it: "localisation": ${entry}`);
    }
    const known = [...new Set([baseLanguage, ...Object.keys(localeFiles), ...PSEUDO_LOCALES])];
    throw new BadInput(`there is no language “${locale}” in ${project.name}; there is ${known.join(', ')}`);
  }
  if (!existsSync(file)) {
    throw new BadInput(`${nameOf(file)} is not there yet (npm run dialogue -- strings export --locale ${locale})`);
  }
  const { rows, faults } = readTable(readFileSync(file, 'utf8'));
  const [fault] = faults;
  if (rows.length === 0 && fault !== undefined) throw new BadInput(`${nameOf(file)}:${fault.line}: ${fault.message}`);
  const table = translations(rows, written);
  for (const { id, shadowOf } of compiled.strings.values()) {
    if (shadowOf !== null && Object.hasOwn(table, shadowOf)) table[id] = table[shadowOf];
  }
  return { locale, table };
}
