// Every text of the asked scripts as the rules read it: who says it, and its words with all that is no words made blank,
// so that a place in the one is the same place in the file.

import type { Range } from '../../../core/yarn/diagnostics.ts';
import type { Opened } from '../opened.ts';
import { pageOf, rangeAt, speakerOf, spokenIn, startOfRaw, taggedId, type Page, type Spoken } from '../walk.ts';

export interface Said extends Spoken {
  readonly file: string;
  readonly page: Page;
  readonly speaker: string | null;
  /** Where the raw text begins in the page. */
  readonly from: number;
  /** As long as the raw text; the speaker, markup, `{values}` and escapes are blank. */
  readonly words: string;
  /** What a player has to read, a value counted as a short word. */
  readonly shown: string;
  /** The place of a part of `words`. */
  readonly at: (from: number, to: number) => Range;
}

const VALUE = 'value';

export function saidIn({ scripts, project }: Opened): Said[] {
  const all: Said[] = [];
  for (const { file, text, tree } of scripts) {
    if (!project.asked.has(file)) continue;
    const page = pageOf(text);
    for (const spoken of spokenIn(tree)) {
      if (taggedId(spoken.text, 'shadow') !== null) continue; // its source is read
      all.push(saidOf(file, page, spoken));
    }
  }
  return all;
}

function saidOf(file: string, page: Page, spoken: Spoken): Said {
  const { raw, range } = spoken.text;
  const speaker = speakerOf(raw);
  const from = startOfRaw(page, range, raw);
  const prefix = speaker?.speech ?? 0;
  const words = blank(prefix) + withoutMarkup(raw.slice(prefix), blank);
  const shown = withoutMarkup(raw.slice(prefix), (_, found) => (found.startsWith('{') ? VALUE : '')).trim();
  const at = (start: number, end: number): Range => rangeAt(page, from + start, from + end);
  return { ...spoken, file, page, speaker: speaker?.name ?? null, from, words, shown, at };
}

function blank(length: number): string {
  return ' '.repeat(length);
}

/** Escapes keep what they escape; `[markup]` and `{values}` go. */
function withoutMarkup(text: string, put: (length: number, found: string) => string): string {
  return text.replace(/\\(.)|\[[^\]]*\]|\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\}/g, (found: string, escaped?: string) =>
    escaped === undefined ? put(found.length, found) : put(1, '') + escaped,
  );
}

/** Words of letters, with their apostrophes and hyphens, and where they stand. Not what hangs on a number (`3rd`). */
export function wordsOf({ words }: Pick<Said, 'words'>): { readonly word: string; readonly at: number }[] {
  return [...words.matchAll(/(?<![\p{L}\p{N}])\p{L}[\p{L}\p{M}]*(?:['’‑-][\p{L}\p{M}]+)*/gu)].map((found) => ({
    word: found[0],
    at: found.index,
  }));
}
