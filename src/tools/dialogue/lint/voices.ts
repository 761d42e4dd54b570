// What each person never says, as voices.md lists it: a heading that begins with the name, and under it `Never says: word,
// two words, a contraction.` What follows the first full stop, and what has an exception in brackets, is for people.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Found, Material } from './table.ts';

export interface Voice {
  /** As headings have it. */
  readonly name: string;
  readonly never: readonly string[];
}

/** What `never` may name instead of a word. */
const KINDS: Readonly<Record<string, RegExp>> = {
  'a contraction':
    /\b\p{L}+(?:n['’]t|['’](?:re|ll|ve|m|d))(?!\p{L})|\b(?:it|that|there|here|he|she|who|what|where|how|let)['’]s(?!\p{L})/giu,
  'a question': /\?/g,
  'an exclamation': /!/g,
  'a number': /\p{N}+/gu,
};

export function voices({ opened: { project }, said }: Material): Found[] {
  const path = join(project.root, 'voices.md');
  if (!existsSync(path)) return [];
  const forms = voicesIn(readFileSync(path, 'utf8')).map(({ name, never }) => ({ name, never: never.map(formOf) }));
  return said.flatMap((one) => {
    const { speaker, words, file, at } = one;
    if (speaker === null) return [];
    return forms
      .filter(({ name }) => isSame(name, speaker))
      .flatMap(({ never }) =>
        never.flatMap((form) =>
          [...words.matchAll(form)].map((found): Found => {
            const range = at(found.index, found.index + found[0].length);
            return { file, range, message: `${speaker} never says “${found[0]}” (voices.md)` };
          }),
        ),
      );
  });
}

/** A heading may have the whole name, or more behind it: `## Jin Kwan, who keeps the Record`. */
function isSame(heading: string, speaker: string): boolean {
  const [a, b] = [heading.toLowerCase(), speaker.toLowerCase()];
  return a === b || (a.startsWith(b) && !/[\p{L}\p{N}]/u.test(a[b.length]));
}

function formOf(entry: string): RegExp {
  const kind = KINDS[entry.toLowerCase()];
  if (kind !== undefined) return kind;
  const word = entry
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'giu');
}

export function voicesIn(markdown: string): Voice[] {
  const found: { name: string; never: string[] }[] = [];
  let inList = false;
  for (const line of markdown.split(/\r\n|\n|\r/)) {
    const heading = /^#{1,6}\s+(.+?)\s*#*$/.exec(line);
    const never = /^\s*(?:[-*+]\s+)?[*_`]*never(?: says)?[*_`]*\s*:[*_`]*\s*(.*)$/i.exec(line);
    const item = /^\s+[-*+]\s+(.+)$|^[-*+]\s+(.+)$/.exec(line);
    const voice = found.at(-1);
    if (heading !== null) {
      found.push({ name: heading[1].replace(/[*_`]/g, ''), never: [] });
      inList = false;
    } else if (voice === undefined) continue;
    else if (never !== null) {
      voice.never.push(...entriesIn(never[1]));
      inList = never[1].trim() === '';
    } else if (inList && item !== null) voice.never.push(...entriesIn(item[1] ?? item[2]));
    else if (line.trim() !== '') inList = false;
  }
  return found.filter((one) => one.never.length > 0);
}

function entriesIn(text: string): string[] {
  const [sentence] = text.split(/\.(?:\s|$)/, 1);
  // a comma in brackets parts nothing
  const entries = sentence.match(/(?:\([^)]*\)|[^,;(])+/g) ?? [];
  return entries
    .filter((one) => !one.includes('('))
    .map((one) => one.replace(/^[\s"“”‘’*_`]+|[\s"“”‘’*_`.]+$/g, ''))
    .filter((one) => one !== '');
}
