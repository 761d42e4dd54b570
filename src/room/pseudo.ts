// A language that nobody speaks: longer by a third, with letters that look alike and are not, in brackets. Whatever is cut
// off, too narrow, or was never given to translators is seen at once. Markup and {0} stay as they are.

import type { Strings } from '../core/story/dialogue.ts';

export const PSEUDO = 'pseudo';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MARKED = 'áƀçðéƒǧĥíĵķłɱñóþʠřšťúṽŵẋýžÁƁÇÐÉƑǦĤÍĴĶŁḾÑÓÞɊŘŠŤÚṼŴẊÝŽ';
const LOOKS = new Map(Array.from(PLAIN, (letter, k) => [letter, MARKED[k]]));
const LONGER = 0.35;
const PADDING = ' ļóñǧéř';

export function pseudo(strings: Strings): Strings {
  return Object.fromEntries(Object.entries(strings).map(([id, text]) => [id, pseudoText(text)]));
}

function pseudoText(text: string): string {
  const colon = /^[^:[\]{}]*:\s*/.exec(text)?.[0] ?? '';
  const words = text.slice(colon.length);
  // what stands in brackets or braces is for the machine
  const marked = words.replace(/\[[^\]]*\]|\{\d+\}|\\.|./gsu, (one) => LOOKS.get(one) ?? one);
  const more = Math.ceil(words.length * LONGER);
  const padding = PADDING.repeat(Math.ceil(more / PADDING.length)).slice(0, more);
  return `${colon}⟦${marked}${padding}⟧`;
}
