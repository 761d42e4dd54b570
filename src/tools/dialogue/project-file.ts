// A .yarnproject file, as the official tools read it: JSON in which a comma may be left over and a comment may stand.

import { CODES, SEVERITIES, type Code, type Severity } from '../../core/yarn/diagnostics.ts';
import { BadInput } from '../cli.ts';

/** What upstream has given project files, oldest first; the number is the version of the language too. */
const VERSIONS = [2, 3, 4] as const;

interface Localisation {
  readonly assets: string | null;
  readonly strings: string | null;
}

export interface ProjectFile {
  readonly projectFileVersion: number;
  readonly sourceFiles: readonly string[];
  readonly excludeFiles: readonly string[];
  readonly baseLanguage: string;
  readonly localisation: Readonly<Record<string, Localisation>>;
  readonly definitions: readonly string[];
  readonly allowPreviewFeatures: boolean;
  /** As written; codes that the compiler does not have are kept here and matter to nobody. */
  readonly diagnosticsSeverity: Readonly<Record<string, Severity>>;
  /** The cast, where the project names one. */
  readonly characters: readonly string[] | null;
}

/** `name` is only for what is said of a bad one. */
export function parseProjectFile(text: string, name = 'project file'): ProjectFile {
  const wrong = (what: string): BadInput => new BadInput(`${name}: ${what}`);
  const all = parseLooseJson(text, name);
  if (!isRecord(all)) throw wrong('should be an object: { "projectFileVersion": 4, "sourceFiles": ["**/*.yarn"], … }');
  const version = all['projectFileVersion'];
  if (!VERSIONS.some((one) => one === version)) {
    throw wrong(`“projectFileVersion” should be one of ${VERSIONS.join(', ')}, not ${JSON.stringify(version)}`);
  }
  const texts = (key: string, otherwise: readonly string[]): readonly string[] => {
    const value = all[key];
    if (value === undefined || value === null) return otherwise;
    if (typeof value === 'string') return [value];
    if (!isTexts(value)) throw wrong(`“${key}” should be a list of texts`);
    return value;
  };
  const options = recordOr(all['compilerOptions']);
  if (options === null) throw wrong('“compilerOptions” should be an object');
  const cast = all['characters'];
  return {
    projectFileVersion: version as number,
    sourceFiles: texts('sourceFiles', ['**/*.yarn']),
    excludeFiles: texts('excludeFiles', ['**/*~/*']),
    baseLanguage: typeof all['baseLanguage'] === 'string' ? all['baseLanguage'] : 'en',
    localisation: localisationOf(all['localisation'], wrong),
    definitions: texts('definitions', []),
    allowPreviewFeatures: options['allowPreviewFeatures'] === true,
    diagnosticsSeverity: severitiesOf(options['diagnosticsSeverity'], wrong),
    characters: isTexts(cast) ? cast : null,
  };
}

export function knownSeverities(file: ProjectFile): Partial<Record<Code, Severity>> {
  const known = Object.entries(file.diagnosticsSeverity).filter(([code]) => Object.hasOwn(CODES, code));
  return Object.fromEntries(known);
}

function localisationOf(value: unknown, wrong: (what: string) => BadInput): Record<string, Localisation> {
  const table = recordOr(value);
  if (table === null) throw wrong('“localisation” should be an object of languages');
  return Object.fromEntries(
    Object.entries(table).map(([language, row]) => {
      if (!isRecord(row)) throw wrong(`“localisation.${language}” should be an object with “strings” and “assets”`);
      return [language, { assets: textOr(row['assets']), strings: textOr(row['strings']) }];
    }),
  );
}

function textOr(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function severitiesOf(value: unknown, wrong: (what: string) => BadInput): Record<string, Severity> {
  const table = recordOr(value);
  if (table === null) throw wrong('“diagnosticsSeverity” should be an object of codes');
  return Object.fromEntries(
    Object.entries(table).map(([code, severity]) => {
      const known = SEVERITIES.find((one) => one === severity);
      if (known === undefined) {
        throw wrong(
          `“diagnosticsSeverity.${code}” should be one of ${SEVERITIES.join(', ')}, not ${JSON.stringify(severity)}`,
        );
      }
      return [code, known];
    }),
  );
}

/** JSON with // and block comments and with commas before a closing bracket. */
export function parseLooseJson(text: string, name: string): unknown {
  // a text is kept; a comment and a spare comma are made blank, so that the positions in messages stay true
  const string = String.raw`"(?:[^"\\\n]|\\.)*"`;
  const strict = text
    .replace(/^\uFEFF/, ' ')
    .replace(new RegExp(String.raw`${string}|//[^\n]*|/\*[\s\S]*?\*/`, 'g'), (one) =>
      one[0] === '"' ? one : one.replace(/[^\n]/g, ' '),
    )
    .replace(new RegExp(String.raw`${string}|,(?=\s*[\]}])`, 'g'), (one) => (one === ',' ? ' ' : one));
  try {
    return JSON.parse(strict);
  } catch (error) {
    throw new BadInput(`${name}: is not JSON: ${(error as Error).message.replaceAll('\n', ' ')}`);
  }
}

function recordOr(value: unknown): Record<string, unknown> | null {
  if (value === undefined || value === null) return {};
  return isRecord(value) ? value : null;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
