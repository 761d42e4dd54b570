// The text of a line, an option or an item, with what stands behind it: a condition, hashtags, a comment.

import type { Condition, Expression, Hashtag, Text } from '../tree.ts';
import { atLastLine, newline, place, skipBlanks, span, startsWith, type Cursor } from './cursor.ts';
import { parseBraces, parseExpression, syntaxError, unclosed, unexpected } from './expression.ts';
import { characterAt } from './identifier.ts';
import { closeCommand, keywordAt, skipCommand } from './keywords.ts';
import { peek, type Token } from './tokens.ts';

/** After a backslash these lose it; brackets and the colon keep it, for it is markup that reads them. */
const ESCAPED = '\\<>{}#/';
const KEPT = '[]:';

function tokenAt(c: Cursor, start: number, end: number): Token {
  return { kind: start >= c.lineEnd ? 'end' : 'unknown', start, end };
}

interface Words {
  readonly template: string;
  readonly raw: string;
  readonly values: readonly Expression[];
  readonly end: number;
}

function parseWords(c: Cursor): Words {
  const start = c.pos;
  const values: Expression[] = [];
  let template = '';
  let from = start;
  const flush = (): void => {
    template += c.text.slice(from, c.pos);
  };
  while (c.pos < c.lineEnd) {
    const code = c.text.charCodeAt(c.pos);
    if (code === 35 || (code === 60 && startsWith(c, '<<')) || (code === 47 && startsWith(c, '//'))) break;
    if (code === 92) {
      const next = c.pos + 1 < c.lineEnd ? characterAt(c.text, c.pos + 1) : '';
      if (next === '' || (!ESCAPED.includes(next) && !KEPT.includes(next))) {
        unexpected(c, tokenAt(c, c.pos + 1, c.pos + 1 + Math.max(1, next.length)), 'a line statement');
        c.pos += 1 + next.length;
        continue;
      }
      if (ESCAPED.includes(next)) {
        flush();
        from = c.pos + 1;
      }
      c.pos += 2;
      continue;
    }
    if (code === 123) {
      flush();
      const value = parseBraces(c);
      if (!value) {
        c.pos = braceEnd(c);
        from = c.pos;
        continue;
      }
      template += `{${values.length}}`;
      values.push(value);
      from = c.pos;
      continue;
    }
    c.pos++;
  }
  flush();
  const raw = c.text.slice(start, c.pos).trimEnd();
  return { template: template.trim(), raw, values, end: start + raw.length };
}

/** Behind the next `}`, to go on after a fault in braces. */
function braceEnd(c: Cursor): number {
  for (let i = c.pos; i < c.lineEnd; i++) if (c.text.charCodeAt(i) === 125) return i + 1;
  return c.lineEnd;
}

/** `<<if …>>` or `<<once …>>` behind a text; any other command there is a fault. */
function parseCondition(c: Cursor): Condition | null {
  const start = c.pos;
  const keyword = keywordAt(c);
  if (keyword.word !== 'if' && keyword.word !== 'once') {
    const end = skipCommand(c);
    if (end < 0) return unclosed(c, tokenAt(c, c.lineEnd, c.lineEnd + 1));
    c.report(
      'YS0020',
      span(c, start, end),
      `Command "${c.text.slice(start, end)}" found following a line of dialogue. Commands should start on a new line.`,
    );
    return null;
  }
  c.pos = keyword.end;
  const once = keyword.word === 'once';
  let expression: Expression | null = null;
  if (!once || takeIf(c)) {
    expression = parseExpression(c, 'command');
    if (!expression) {
      skipCommand(c);
      return null;
    }
  }
  if (!closeCommand(c, 'a line condition')) return null;
  return { range: span(c, start, c.pos), once, expression };
}

/** The `if` of `once if`. */
export function takeIf(c: Cursor): boolean {
  const token = peek(c);
  if (token.kind !== 'name' || c.text.slice(token.start, token.end) !== 'if') return false;
  c.pos = token.end;
  return true;
}

function parseHashtag(c: Cursor): Hashtag | null {
  const start = c.pos;
  c.pos++;
  skipBlanks(c);
  const from = c.pos;
  while (c.pos < c.lineEnd && !' \t#$<'.includes(c.text[c.pos])) c.pos++;
  if (c.pos === from)
    return syntaxError(c, tokenAt(c, start, start + 1), 'A hashtag needs a name', 'write \\# for the sign itself');
  return { text: c.text.slice(from, c.pos), range: span(c, start, c.pos) };
}

/** Hashtags, blanks and a comment up to the end of the line. */
export function parseHashtags(c: Cursor, reading: string): Hashtag[] {
  const tags: Hashtag[] = [];
  for (;;) {
    skipBlanks(c);
    if (c.pos >= c.lineEnd || startsWith(c, '//')) break;
    if (c.text.charCodeAt(c.pos) !== 35) {
      unexpected(c, tokenAt(c, c.pos, c.pos + (startsWith(c, '<<') ? 2 : characterAt(c.text, c.pos).length)), reading);
      c.pos = c.lineEnd;
      break;
    }
    const tag = parseHashtag(c);
    if (tag) tags.push(tag);
  }
  return tags;
}

/** From where the cursor stands to the end of the line; it is left at that end, before any comment's. */
export function parseText(c: Cursor): Text {
  const start = c.pos;
  const words = parseWords(c);
  const condition = startsWith(c, '<<') ? parseCondition(c) : null;
  const tags = parseHashtags(c, 'a line statement');
  return {
    range: { start: place(c, start), end: place(c, words.end) },
    template: words.template,
    raw: words.raw,
    values: words.values,
    tags,
    condition,
  };
}

/** Past the comment and over the end of the line. */
export function endLine(c: Cursor): void {
  c.pos = c.lineEnd;
  if (!atLastLine(c)) newline(c);
}
