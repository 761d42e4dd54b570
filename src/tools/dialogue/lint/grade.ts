// How many years at school a scene asks for, by Flesch and Kincaid's formula for English.

import type { NodeTree } from '../../../core/yarn/tree.ts';
import { wordsOf, type Said } from './said.ts';
import type { Found, Material } from './table.ts';

/** Of fewer words the formula says nothing. */
const LEAST_WORDS = 80;

export function readingGrade({ said, settings }: Material): Found[] {
  const scenes = new Map<NodeTree, Said[]>();
  for (const one of said) scenes.set(one.node, [...(scenes.get(one.node) ?? []), one]);
  return [...scenes].flatMap(([{ title }, texts]): Found[] => {
    const grade = gradeOf(texts);
    if (title === null || grade === null || grade <= settings.grade) return [];
    const message = `this scene reads at grade ${grade.toFixed(1)}; ${settings.grade} is the most (shorter sentences, shorter words)`;
    return [{ file: texts[0].file, range: title.range, message }];
  });
}

/** Null for too few words. */
export function gradeOf(texts: readonly Pick<Said, 'words'>[]): number | null {
  let [words, sentences, syllables] = [0, 0, 0];
  for (const one of texts) {
    const own = wordsOf(one);
    if (own.length === 0) continue;
    words += own.length;
    // a text ends a sentence, whatever stands at its end
    sentences += 1 + [...one.words.matchAll(/[.!?…]+["”’')]*\s+(?=\S)/g)].length;
    syllables += own.reduce((sum, { word }) => sum + syllablesOf(word), 0);
  }
  if (words < LEAST_WORDS) return null;
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** Groups of vowels, less a silent e. */
export function syllablesOf(word: string): number {
  const small = word.toLowerCase().replace(/[^a-z]/g, '');
  const bare = small.replace(/(?:[^laeiouycghsxz]es|[^aeiouydt]ed|[^l]e)$/, (end) => end[0]);
  return Math.max(1, [...bare.matchAll(/[aeiouy]+/g)].length);
}
