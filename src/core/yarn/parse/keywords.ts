// What stands right behind `<<`, and how a command ends.

import { isBlank, type Cursor } from './cursor.ts';
import { unclosed, unexpected } from './expression.ts';
import { peek, take } from './tokens.ts';

const KEYWORDS: ReadonlySet<string> = new Set([
  'if',
  'elseif',
  'else',
  'endif',
  'once',
  'endonce',
  'set',
  'call',
  'declare',
  'jump',
  'detour',
  'return',
  'enum',
  'case',
  'endenum',
  'local',
]);

export interface Keyword {
  /** Null: a plain command. */
  readonly word: string | null;
  readonly start: number;
  readonly end: number;
}

/** The cursor stands on `<<` and stays there. A keyword is one only when a blank, the end of the line or > follows. */
export function keywordAt(c: Cursor): Keyword {
  let start = c.pos + 2;
  while (start < c.lineEnd && isBlank(c.text.charCodeAt(start))) start++;
  let end = start;
  while (end < c.lineEnd && c.text.charCodeAt(end) >= 97 && c.text.charCodeAt(end) <= 122) end++;
  const ends = end >= c.lineEnd || isBlank(c.text.charCodeAt(end)) || c.text.charCodeAt(end) === 62;
  const word = c.text.slice(start, end);
  return ends && KEYWORDS.has(word) ? { word, start, end } : { word: null, start, end: start };
}

/** Goes behind the next `>>` on the line and answers where that is; -1, at the end of the line, if there is none. */
export function skipCommand(c: Cursor): number {
  for (let i = c.pos; i + 1 < c.lineEnd; i++) {
    if (c.text.charCodeAt(i) === 62 && c.text.charCodeAt(i + 1) === 62) {
      c.pos = i + 2;
      return c.pos;
    }
  }
  c.pos = c.lineEnd;
  return -1;
}

/** Takes the `>>`. If something else is there it is reported, and passed over with the rest of the command. */
export function closeCommand(c: Cursor, reading: string, suggestion?: string): boolean {
  const token = peek(c);
  if (token.kind === '>>') {
    take(c, token);
    return true;
  }
  if (token.kind === 'end') unclosed(c, token);
  else unexpected(c, token, reading, suggestion);
  skipCommand(c);
  return false;
}
