// Headers of a node: `key: value`, with title, subtitle and when held to their own rules.

import type { Expression, Header, Name, When } from '../tree.ts';
import { isBlank, skipBlanks, span, type Cursor } from './cursor.ts';
import { parseExpression, syntaxError, unexpected } from './expression.ts';
import { characterAt, nameEnd } from './identifier.ts';
import { peek, type Token } from './tokens.ts';

/** What was found so far of one node. */
export interface Headers {
  readonly headers: Header[];
  readonly when: When[];
  title: Name | null;
  subtitle: Name | null;
  titles: number;
  /** A fault was reported; what is missing may be what could not be read. */
  faulty: boolean;
}

/** False, and nothing taken, if this is no header. The rest of the line is left to the caller. */
export function parseHeader(c: Cursor, found: Headers): boolean {
  const start = c.pos;
  const keyEnd = nameEnd(c.text, start, c.lineEnd);
  if (keyEnd === start) return false;
  c.pos = keyEnd;
  skipBlanks(c);
  if (c.text.charCodeAt(c.pos) !== 58 || c.pos >= c.lineEnd) {
    c.pos = start;
    return false;
  }
  c.pos++;
  skipBlanks(c);
  const key = c.text.slice(start, keyEnd);
  const valueStart = c.pos;
  const valueEnd = endOfValue(c);
  const value = c.text.slice(valueStart, valueEnd);
  // These two are counted with their line break, as upstream's ranges have it
  const end = key === 'title' || key === 'when' ? c.lineEnd + 1 : Math.max(valueEnd, keyEnd);
  const header = { key, value, range: span(c, start, end), valueRange: span(c, valueStart, valueEnd) };
  found.headers.push(header);
  if (key === 'title') readTitle(c, found, header, valueStart);
  else if (key === 'subtitle') readSubtitle(c, found, header, valueStart);
  else if (key === 'when') readWhen(c, found, valueStart, valueEnd);
  return true;
}

/** Before the comment, without blanks. */
function endOfValue(c: Cursor): number {
  const comment = c.text.slice(c.pos, c.lineEnd).indexOf('//');
  let end = comment < 0 ? c.lineEnd : c.pos + comment;
  while (end > c.pos && isBlank(c.text.charCodeAt(end - 1))) end--;
  return end;
}

function readTitle(c: Cursor, found: Headers, header: Header, start: number): void {
  found.titles++;
  if (found.titles > 1) c.report('YS0052', header.range, 'Nodes must have a single title header');
  if (header.value === '') {
    syntaxError(
      c,
      { kind: 'end', start: c.lineEnd, end: c.lineEnd + 1 },
      "missing ID at '\\n'",
      'give the node a name',
    );
    found.faulty = true;
    return;
  }
  checkName(c, found, 'title', header.value, start);
  found.title ??= { text: header.value, range: header.valueRange };
}

function readSubtitle(c: Cursor, found: Headers, header: Header, start: number): void {
  if (header.value === '') return;
  checkName(c, found, 'subtitle', header.value, start);
  found.subtitle ??= { text: header.value, range: header.valueRange };
}

function checkName(c: Cursor, found: Headers, kind: string, value: string, start: number): void {
  const good = nameEnd(value, 0, value.length);
  if (good === value.length) return;
  const wrong = characterAt(value, good);
  const message = `Unexpected '${wrong}' in node ${kind}. Titles can only contain letters, numbers, and underscores.`;
  c.report('YS0027', span(c, start + good, start + good + wrong.length), message);
  found.faulty = true;
}

function readWhen(c: Cursor, found: Headers, start: number, end: number): void {
  const range = span(c, start, end);
  const lineEnd = c.lineEnd;
  // A comment is not part of what is read
  c.lineEnd = end;
  c.pos = start;
  const first = peek(c);
  const word = c.text.slice(first.start, first.end);
  let condition: Expression | null = null;
  let good = true;
  if (word === 'always' || word === 'once') {
    c.pos = first.end;
    const next = peek(c);
    if (word === 'once' && next.kind === 'name' && c.text.slice(next.start, next.end) === 'if') {
      c.pos = next.end;
      condition = parseExpression(c, 'when');
      good = condition !== null;
    }
  } else {
    condition = parseExpression(c, 'when');
    good = condition !== null;
  }
  const rest: Token = peek(c);
  if (good && rest.kind !== 'end') {
    unexpected(c, rest, 'a header when expression');
    good = false;
  }
  c.lineEnd = lineEnd;
  if (good) found.when.push({ range, once: word === 'once', condition });
  else found.faulty = true;
}
