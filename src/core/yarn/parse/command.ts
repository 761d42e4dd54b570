// Statements that stand between << and >> and hold no others.

import type { Destination, Expression, Name, Statement } from '../tree.ts';
import { docBehind, here, span, startsWith, type Cursor } from './cursor.ts';
import { parseBraces, parseExpression, syntaxError, unclosed, unexpected } from './expression.ts';
import { nameEnd } from './identifier.ts';
import { closeCommand, skipCommand, type Keyword } from './keywords.ts';
import { peek, take, type Token, type TokenKind } from './tokens.ts';
import { parseHashtags } from './text.ts';

/** What could not be read is passed over up to its `>>`. */
function giveUp(c: Cursor): null {
  skipCommand(c);
  return null;
}

export function nameToken(c: Cursor, token: Token): Name {
  return { text: c.text.slice(token.start, token.end), range: span(c, token.start, token.end) };
}

/** The command whose keyword was read; the cursor stands on its `<<`. Null: reported, and passed over. */
export function parseKeyword(c: Cursor, keyword: Keyword, docs: readonly string[]): Statement | null {
  const start = c.pos;
  c.pos = keyword.end;
  const { word } = keyword;
  if (word === 'set') return parseSet(c, start);
  if (word === 'declare') return parseDeclare(c, start, docs);
  if (word === 'call') return parseCall(c, start);
  if (word === 'return')
    return closeCommand(c, 'a return statement') ? { kind: 'return', range: span(c, start, c.pos) } : null;
  if (word === 'jump' || word === 'detour') {
    const to = parseDestination(c, word);
    if (!to) return giveUp(c);
    return closeCommand(c, 'a jump statement') ? { kind: word, range: span(c, start, c.pos), to } : null;
  }
  syntaxError(
    c,
    { kind: 'name', start: keyword.start, end: keyword.end },
    `Unexpected "${word}" while reading a statement`,
  );
  return giveUp(c);
}

function parseVariable(c: Cursor, reading: string): Name | null {
  const token = peek(c);
  if (token.kind === 'variable') {
    take(c, token);
    return nameToken(c, token);
  }
  if (token.kind === 'name') {
    const word = c.text.slice(token.start, token.end);
    return syntaxError(c, token, 'Variable names need to start with a $', `write $${word}`);
  }
  return token.kind === 'end' ? unclosed(c, token) : unexpected(c, token, reading);
}

const ASSIGNMENTS: Partial<Record<TokenKind, '=' | '+=' | '-=' | '*=' | '/=' | '%='>> = {
  '=': '=',
  '+=': '+=',
  '-=': '-=',
  '*=': '*=',
  '/=': '/=',
  '%=': '%=',
};

function parseSet(c: Cursor, start: number): Statement | null {
  const variable = parseVariable(c, 'a set statement');
  if (!variable) return giveUp(c);
  const token = peek(c);
  const operator = ASSIGNMENTS[token.kind];
  if (operator === undefined) {
    if (token.kind === 'end') unclosed(c, token);
    else unexpected(c, token, 'a set statement');
    return giveUp(c);
  }
  take(c, token);
  const value = parseExpression(c, 'command');
  if (!value) return giveUp(c);
  if (!closeCommand(c, 'a set statement')) return null;
  return { kind: 'set', range: span(c, start, c.pos), variable, operator, value };
}

function parseDeclare(c: Cursor, start: number, docs: readonly string[]): Statement | null {
  const variable = parseVariable(c, 'a declare statement');
  if (!variable) return giveUp(c);
  const token = peek(c);
  if (token.kind !== '=') {
    if (token.kind === 'end') unclosed(c, token);
    else unexpected(c, token, 'a declare statement');
    return giveUp(c);
  }
  take(c, token);
  const value = parseExpression(c, 'command');
  if (!value) return giveUp(c);
  let type: Name | null = null;
  const as = peek(c);
  if (as.kind === 'as') {
    take(c, as);
    const name = peek(c);
    if (name.kind !== 'name') {
      unexpected(c, name, 'a declare statement');
      return giveUp(c);
    }
    take(c, name);
    type = nameToken(c, name);
  }
  if (!closeCommand(c, 'a declare statement')) return null;
  return { kind: 'declare', range: span(c, start, c.pos), variable, value, type, doc: docBehind(c, docs) };
}

function parseCall(c: Cursor, start: number): Statement | null {
  const first = peek(c);
  const call = parseExpression(c, 'command');
  if (!call) return giveUp(c);
  if (call.kind !== 'call') {
    unexpected(c, first, 'a function call');
    return giveUp(c);
  }
  return closeCommand(c, 'a call statement') ? { kind: 'call', range: span(c, start, c.pos), call } : null;
}

function parseDestination(c: Cursor, word: string): Destination | null {
  const token = peek(c);
  if (token.kind === '{') {
    c.pos = token.start;
    const from = c.pos;
    const expression = parseBraces(c);
    return expression && { kind: 'expression', expression, range: span(c, from, c.pos) };
  }
  // Any name will do, also one that is a word of expressions
  const end = nameEnd(c.text, token.start, c.lineEnd);
  if (end === token.start) {
    if (token.kind === 'end') return unclosed(c, token);
    return unexpected(c, token, 'a jump statement');
  }
  c.pos = end;
  const after = peek(c);
  if (after.kind === 'name')
    return syntaxError(
      c,
      after,
      `Unexpected "${c.text.slice(after.start, after.end)}" while reading a ${word} statement`,
      'a node’s name has no blanks',
    );
  return { kind: 'name', name: c.text.slice(token.start, end), range: span(c, token.start, end) };
}

/** A command for the game; the cursor stands on its `<<`. */
export function parsePlain(c: Cursor): Statement | null {
  const start = c.pos;
  c.pos += 2;
  while (c.pos < c.lineEnd && (c.text[c.pos] === ' ' || c.text[c.pos] === '\t')) c.pos++;
  const first = c.pos;
  const values: Expression[] = [];
  let template = '';
  let from = first;
  const from0 = here(c);
  for (;;) {
    if (c.pos >= c.lineEnd) return unclosed(c, { kind: 'end', start: c.lineEnd, end: c.lineEnd + 1 });
    const code = c.text.charCodeAt(c.pos);
    if (code === 62) {
      if (startsWith(c, '>>')) break;
      unclosed(c, { kind: '>', start: c.pos, end: c.pos + 1 });
      return giveUp(c);
    }
    if (code !== 123) {
      c.pos++;
      continue;
    }
    template += c.text.slice(from, c.pos);
    const value = parseBraces(c);
    if (!value) return giveUp(c);
    template += `{${values.length}}`;
    values.push(value);
    from = c.pos;
  }
  // Blanks before the >> are the command's, as upstream has it
  template += c.text.slice(from, c.pos);
  const raw = c.text.slice(first, c.pos).trimEnd();
  if (raw === '') {
    syntaxError(c, { kind: '>>', start: c.pos, end: c.pos + 2 }, 'Command text expected');
    return giveUp(c);
  }
  const range = { start: from0, end: span(c, first, first + raw.length).end };
  c.pos += 2;
  const whole = span(c, start, c.pos);
  warnOfChevrons(c, start, raw);
  c.commandLine = c.line;
  c.command = raw;
  const tags = nextIsTag(c) ? parseHashtags(c, 'a command statement') : [];
  if (template === 'stop' && values.length === 0) return { kind: 'stop', range: whole };
  return { kind: 'command', range: whole, command: { range, template, raw, values }, tags };
}

function nextIsTag(c: Cursor): boolean {
  let i = c.pos;
  while (i < c.lineEnd && (c.text[i] === ' ' || c.text[i] === '\t')) i++;
  return c.text[i] === '#' && i < c.lineEnd;
}

/** `<<<wait 1>>`: upstream runs `<wait 1`, with a warning; so do we. */
function warnOfChevrons(c: Cursor, start: number, raw: string): void {
  let extra = 0;
  while (raw[extra] === '<') extra++;
  if (extra === 0) return;
  c.report(
    'YS0064',
    span(c, start, start + extra),
    `Command "<<${raw.slice(extra)}>>" has extra chevrons on the same line as it.`,
  );
}
