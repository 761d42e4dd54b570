// npm run dialogue -- voices: what is taken into the recording room. By who speaks, then by scene, each line with the one
// before it, so that an actor knows what it answers.

import { mkdirSync, readFileSync, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  attributeNamed,
  deleteRange,
  parseMarkup,
  printed,
  propertyNamed,
  type Replacer,
  type Replacers,
} from '../../core/yarn/markup.ts';
import { BadInput, EXIT, print, printJson, type Command, type Given } from '../cli.ts';
import { count } from './check.ts';
import { writeCsv } from './csv.ts';
import { writeAll } from './opened.ts';
import { nameOf } from './project.ts';
import { isPseudo } from './pseudo.ts';
import { linesOf, localeFile } from './strings.ts';
import { readTable, translations, type SourceLine } from './table.ts';
import { sheetPage } from './voices-page.ts';

export const voices: Command = {
  usage:
    'dialogue -- voices [FOLDER|FILE…] [--character NAME] [--locale L] [--options] [--html FILE] [--csv FILE] [--json]',
  doc: 'The recording sheet: every spoken line by character and scene, with the line before it, its place, and directions.',
  options: {
    character: { type: 'string' },
    locale: { type: 'string' },
    options: { type: 'boolean' },
    html: { type: 'string' },
    csv: { type: 'string' },
  },
  help: {
    character: 'only what this one says',
    locale: 'in this language; what it lacks stays in the language of the scripts',
    options: 'also what a player chooses from',
    html: 'a page to print, into this file',
    csv: 'a table, into this file (on standard output if no file is named)',
  },
  run: sheet,
};

export interface VoiceLine {
  readonly id: string;
  readonly character: string;
  /** The node, one of a group by its conditions. */
  readonly scene: string;
  /** Without markup; a value as it is written in the script. */
  readonly text: string;
  /** Who may have spoken right before in this scene, and what; empty at its beginning. */
  readonly before: string;
  readonly direction: string;
  readonly kind: SourceLine['kind'];
  readonly file: string;
  readonly line: number;
}

/** Who says what nobody is named for; and who is asked what nobody says. */
export const NARRATOR = '(narration)';
export const CHOICES = '(choices)';

/** By character as they first speak, then as written. */
export function voiceLines(
  lines: readonly SourceLine[],
  texts: Readonly<Record<string, string>> = {},
  withOptions = false,
): VoiceLine[] {
  const byCharacter = new Map<string, VoiceLine[]>();
  const said = new Map<string, string>();
  const words = lines.map((line) => ({
    line,
    ...spoken(Object.hasOwn(texts, line.id) ? texts[line.id] : line.text, line.values),
  }));
  for (const { line, character, text } of words) {
    const named = character === null ? text : `${character}: ${text}`;
    said.set(line.id, line.kind === 'option' ? `(choice) ${text}` : named);
  }
  for (const { line, character, text } of words) {
    const { id, scene, direction, kind, file, line: at } = line;
    if (kind === 'option' && !withOptions) continue;
    const who = character ?? (kind === 'option' ? CHOICES : NARRATOR);
    const before = line.before === null ? '' : (said.get(line.before) ?? '');
    const own = byCharacter.get(who) ?? [];
    byCharacter.set(who, own);
    own.push({ id, character: who, scene, text, before, direction, kind, file, line: at });
  }
  return [...byCharacter.values()].flat();
}

const alternatives: Replacer = (marker) => {
  const value = propertyNamed(marker, 'value');
  const texts = marker.properties.filter(({ name }) => !/^(?:value|trimwhitespace)$/i.test(name)).map(printed);
  // Digits in a text, and not as a number: a value's place, which has lost its braces to the marker.
  const isPlace = value?.type === 'String' && /^\d+$/.test(printed(value));
  const shown = value === undefined ? '%' : isPlace ? `{${printed(value)}}` : printed(value);
  const said = texts.map((text) => text.replaceAll('%', () => shown));
  return { text: `⟨${said.join(' / ')}⟩` };
};
/** Which it will be is not known in the recording room: all are said. */
const EACH: Replacers = { select: alternatives, plural: alternatives, ordinal: alternatives };

function spoken(template: string, values: readonly string[]): { character: string | null; text: string } {
  const marked = parseMarkup(template, { replacers: EACH });
  const name = attributeNamed(marked, 'character');
  const property = name && propertyNamed(name, 'name');
  const { text } = name === undefined ? marked : deleteRange(marked, name);
  return {
    character: property === undefined ? null : printed(property),
    text: text
      .replace(/\{(\d+)\}/g, (whole, index: string) => `{${values[Number(index)] ?? whole.slice(1, -1)}}`)
      .trim(),
  };
}

const SHEET_COLUMNS = ['character', 'scene', 'id', 'text', 'before', 'direction', 'file', 'line'] as const;

function sheetCsv(lines: readonly VoiceLine[]): string {
  return writeCsv([SHEET_COLUMNS, ...lines.map((line) => SHEET_COLUMNS.map((name) => String(line[name])))]);
}

function sheet({ words, flags, json }: Given): number {
  const { project, lines } = linesOf(words);
  const locale = typeof flags['locale'] === 'string' ? flags['locale'] : project.baseLanguage;
  if (isPseudo(locale)) throw new BadInput(`nobody speaks ${locale}`);
  const all = voiceLines(
    lines,
    textsIn(locale, localeFile(project, locale), lines, project.baseLanguage),
    flags['options'] === true,
  );
  const wanted = flags['character'];
  const chosen = wanted === undefined ? all : all.filter(({ character }) => character === wanted);
  if (wanted !== undefined && chosen.length === 0) {
    const names = [...new Set(all.map(({ character }) => character))].join(', ');
    throw new BadInput(`nobody called “${String(wanted)}” speaks; there is ${names === '' ? 'nobody' : names}`);
  }

  const files = new Map<string, string>();
  if (typeof flags['html'] === 'string') files.set(resolve(flags['html']), sheetPage(project.name, locale, chosen));
  if (typeof flags['csv'] === 'string') files.set(resolve(flags['csv']), sheetCsv(chosen));
  for (const file of files.keys()) mkdirSync(dirname(file), { recursive: true });
  writeAll(files);
  if (json) printJson(chosen);
  else if (files.size === 0) process.stdout.write(sheetCsv(chosen));
  else for (const file of files.keys()) print(`${nameOf(file)}: ${count(chosen.length, 'line')}`);
  return EXIT.ok;
}

function textsIn(locale: string, file: string, lines: readonly SourceLine[], base: string): Record<string, string> {
  if (locale === base) return {};
  if (!existsSync(file)) throw new BadInput(`there is no ${nameOf(file)}: strings export --locale ${locale} begins it`);
  return translations(
    readTable(readFileSync(file, 'utf8')).rows,
    Object.fromEntries(lines.map(({ id, text }) => [id, text])),
  );
}
