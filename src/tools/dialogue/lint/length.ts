// A text that does not fit into its box.

import type { Found, Material } from './table.ts';

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function longTexts({ said, settings }: Material): Found[] {
  return said.flatMap(({ file, as, shown, text, at, words }): Found[] => {
    const most = as === 'option' ? settings.option : settings.line;
    if (shown.length <= most) return [];
    const length = [...letters.segment(shown)].length;
    if (length <= most) return [];
    const what = as === 'option' ? 'option' : 'line';
    const end = text.raw.trimEnd().length;
    const start = words.length - words.trimStart().length;
    return [{ file, range: at(start, end), message: `this ${what} has ${length} letters; its box holds ${most}` }];
  });
}
