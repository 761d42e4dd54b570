// Words that are in no dictionary, with what may have been meant.

import { SYSTEMS } from '../../../core/run/systems.ts';
import { nearest } from '../../../core/yarn/nearest.ts';
import { loadSpeller, NO_DICTIONARY } from '../spelling/dictionary.ts';
import { ownWords, spellingOf } from '../spelling/words.ts';
import { castOf } from './cast.ts';
import { wordsOf } from './said.ts';
import type { Found, Material } from './table.ts';

export async function spelling({ opened: { project }, said }: Material): Promise<Found[]> {
  const speller = await loadSpeller();
  if (speller === null) {
    process.stderr.write(`${NO_DICTIONARY}\n`);
    return [];
  }
  const speakers = said.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]));
  const names = [...(castOf(project) ?? []), ...speakers, ...Object.values(SYSTEMS)];
  const own = ownWords(project.root, names);
  const known = new Map<string, boolean>();
  const guesses = new Map<string, string | undefined>();
  const isRight = (word: string): boolean => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const right = spellingOf(word, own, speller);
    known.set(word, right);
    return right;
  };
  const guess = (word: string): string | undefined => {
    if (!guesses.has(word)) guesses.set(word, nearest(word, own) ?? speller.suggest(word)[0]);
    return guesses.get(word);
  };
  return said.flatMap((one) =>
    wordsOf(one).flatMap(({ word, at }): Found[] => {
      if (isRight(word)) return [];
      const suggestion = guess(word);
      const range = one.at(at, at + word.length);
      const message = `“${word}” is in no dictionary (if it is right, put it into words.txt)`;
      return [{ file: one.file, range, message, ...(suggestion === undefined ? {} : { suggestion }) }];
    }),
  );
}
