// The words of other languages, from the tables that translators fill in.

import { existsSync, readFileSync } from 'node:fs';
import type { Strings } from '../../core/story/dialogue.ts';
import type { Project } from '../dialogue/project.ts';
import { PSEUDO_LOCALES, pseudoTable } from '../dialogue/pseudo.ts';
import { readTable, translations } from '../dialogue/table.ts';

/** By language: lines that are translated, of those that the project has. A table that is not there yet is an empty one. */
export function readLocales({ localeFiles, baseLanguage }: Project, base: Strings): Record<string, Strings> {
  const tables = Object.entries(localeFiles).filter(([locale]) => locale !== baseLanguage);
  return Object.fromEntries(
    tables.map(([locale, path]) => [
      locale,
      existsSync(path) ? translations(readTable(readFileSync(path, 'utf8')).rows, base) : {},
    ]),
  );
}

/** Languages nobody speaks, for who looks whether all can be translated and has room. They do not ship. */
export function pseudoLocales(base: Strings): Record<string, Strings> {
  return Object.fromEntries(PSEUDO_LOCALES.map((locale) => [locale, pseudoTable(base, locale)]));
}
