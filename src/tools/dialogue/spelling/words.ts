// When a word is right: the dictionary or the project has it, or its parts.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Speller } from './dictionary.ts';

/** words.txt of the project (a word a line, # for a comment), and every word of the names. */
export function ownWords(root: string, names: readonly string[]): Set<string> {
  const path = join(root, 'words.txt');
  const listed = existsSync(path) ? readFileSync(path, 'utf8').split(/\r\n|\n|\r/) : [];
  const words = listed.map((line) => line.replace(/#.*/, '').trim());
  const parts = names.flatMap((name) => name.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? []);
  return new Set([...words, ...parts].filter((one) => one !== '').map((one) => one.replaceAll('’', "'")));
}

/** A word of the project's own in small letters may stand at the start of a sentence; a name may not be small. */
export function spellingOf(typed: string, own: ReadonlySet<string>, { correct }: Pick<Speller, 'correct'>): boolean {
  const word = typed.replaceAll('’', "'").replaceAll('‑', '-');
  const has = (one: string): boolean => own.has(one) || own.has(one.toLowerCase()) || correct(one);
  const isOne = (one: string): boolean => {
    if (has(one)) return true;
    const isLoud = one.length > 1 && one === one.toUpperCase();
    if (isLoud && (correct(one.toLowerCase()) || [...own].some((known) => known.toUpperCase() === one))) return true;
    // Zara's, the Voss', they'd've, goin'
    const base = /^(.+?)(?:'s|s'|'d|'ll|'ve|'re|'m|n't)$/i.exec(one)?.[1];
    return base !== undefined && isOne(base);
  };
  if (isOne(word)) return true;
  const parts = word.split('-');
  // a stammer (w-what) has parts of one letter
  return parts.length > 1 && parts.every((part) => part.length <= 1 || isOne(part));
}
