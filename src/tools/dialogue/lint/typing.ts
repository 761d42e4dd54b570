// What fingers do: a word twice, two spaces, and two ways of writing one mark. Of two ways, the one that the project uses
// more is right.

import type { Said } from './said.ts';
import type { Found, Material } from './table.ts';

/** Twice on purpose. */
const MAY_REPEAT = new Set([
  'had',
  'that',
  'no',
  'yes',
  'very',
  'now',
  'there',
  'come',
  'well',
  'ha',
  'so',
  'oh',
  'hey',
  'go',
  'wait',
  'knock',
  'tick',
  'la',
  'bye',
  'please',
]);

export function repeatedWords({ said }: Material): Found[] {
  return each(said, /(?<![\p{L}\p{N}'’-])(\p{L}[\p{L}'’]*)(\s+)\1(?![\p{L}\p{N}'’-])/giu, (one, found) => {
    const [whole, word] = found;
    if (MAY_REPEAT.has(word.toLowerCase())) return null;
    const from = found.index + word.length;
    return {
      file: one.file,
      range: one.at(found.index, found.index + whole.length),
      message: `“${word}” stands twice`,
      fix: { from: one.from + from, to: one.from + found.index + whole.length, text: '' },
    };
  });
}

export function doubleSpaces({ said }: Material): Found[] {
  // not where markup or a value was made blank: there both sides of the run are looked at in the file
  return each(said, /(?<=\S) {2,}(?=\S)/g, (one, found) => {
    const from = one.from + found.index;
    const to = from + found[0].length;
    if (one.page.text.slice(from, to) !== found[0]) return null;
    const range = one.at(found.index, found.index + found[0].length);
    return { file: one.file, range, message: `${found[0].length} spaces between words`, fix: { from, to, text: ' ' } };
  });
}

export function ellipses({ said }: Material): Found[] {
  return mixture(
    said,
    /(?<!\.)\.{3}(?!\.)/g,
    /…/g,
    () => '…',
    () => '...',
  );
}

export function quotes({ said }: Material): Found[] {
  return [
    ...mixture(
      said,
      /"/g,
      /[“”]/g,
      (before) => (opens(before) ? '“' : '”'),
      () => '"',
    ),
    ...mixture(
      said,
      /'/g,
      /[‘’]/g,
      (before) => (opens(before) ? '‘' : '’'),
      () => "'",
    ),
  ];
}

function opens(before: string): boolean {
  return /(?:^|[\s([{–—-])$/.test(before);
}

/** Findings for whichever of the two ways is rarer; the first is, when both are as many. */
function mixture(
  said: readonly Said[],
  plain: RegExp,
  fine: RegExp,
  toFine: (before: string) => string,
  toPlain: () => string,
): Found[] {
  const count = (form: RegExp): number => said.reduce((sum, { words }) => sum + [...words.matchAll(form)].length, 0);
  const [plains, fines] = [count(plain), count(fine)];
  if (plains === 0 || fines === 0) return [];
  const isPlainWrong = plains <= fines;
  return each(said, isPlainWrong ? plain : fine, (one, found) => {
    const put = isPlainWrong ? toFine(one.words.slice(0, found.index)) : toPlain();
    const from = one.from + found.index;
    const to = from + found[0].length;
    const range = one.at(found.index, found.index + found[0].length);
    const message = `${found[0]} here, while the project mostly has ${put} (${Math.max(plains, fines)} of ${plains + fines})`;
    return { file: one.file, range, message, suggestion: put, fix: { from, to, text: put } };
  });
}

function each(said: readonly Said[], form: RegExp, look: (one: Said, found: RegExpExecArray) => Found | null): Found[] {
  return said.flatMap((one) =>
    [...one.words.matchAll(form)].flatMap((found) => {
      const made = look(one, found);
      return made === null ? [] : [made];
    }),
  );
}
