// Expressions: what stands in braces, behind `if` and `set`, and in a `when` header. Every function that answers null has
// reported why.

import type { Binary, Expression, Name } from '../tree.ts';
import { span, type Cursor } from './cursor.ts';
import { peek, take, type Token, type TokenKind } from './tokens.ts';

/** Brackets, calls and signs before a value that may stand within one another. */
const DEEPEST = 200;
/** Operators and brackets of one expression: a chain of them is as deep a tree as it is long, and others walk down it. */
const LONGEST = 1000;

const PRECEDENCE: Partial<Record<TokenKind, number>> = {
  '*': 5,
  '/': 5,
  '%': 5,
  '+': 4,
  '-': 4,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '==': 2,
  '!=': 2,
  // All three bind alike, from the left
  and: 1,
  or: 1,
  xor: 1,
};

function wordOf(c: Cursor, token: Token): string {
  return token.kind === 'end' ? '\\n' : c.text.slice(token.start, token.end);
}

export function syntaxError(c: Cursor, token: Token, what: string, suggestion?: string): null {
  c.report('YS0005', span(c, token.start, token.end), `Syntax error: ${what}`, suggestion);
  return null;
}

export function unexpected(c: Cursor, token: Token, reading: string, suggestion?: string): null {
  if (token.kind === 'open string')
    return syntaxError(
      c,
      token,
      'This string is not closed, or a backslash in it is not before " or \\',
      'close it with "',
    );
  return syntaxError(c, token, `Unexpected "${wordOf(c, token)}" while reading ${reading}`, suggestion);
}

export function unclosed(c: Cursor, token: Token, suggestion?: string): null {
  c.report('YS0006', span(c, token.start, token.end), 'Unclosed command: missing >>', suggestion);
  return null;
}

/** Where an expression stands: what its end must be. */
export type Within = 'command' | 'braces' | 'when';

export function parseExpression(c: Cursor, within: Within): Expression | null {
  c.operators = 0;
  return binary(c, within, 1, 0);
}

/** At the end of a line: a command that is not closed, or something missing. */
function missing(c: Cursor, within: Within, token: Token): null {
  if (token.kind === 'end' && within === 'command') return unclosed(c, token);
  if (token.kind === 'end' && within === 'braces')
    return syntaxError(c, token, 'missing } at the end of the line', 'close it with }');
  return unexpected(c, token, 'an expression');
}

function binary(c: Cursor, within: Within, weakest: number, depth: number): Expression | null {
  let left = unary(c, within, depth);
  if (!left) return null;
  for (;;) {
    const token = peek(c);
    const precedence = PRECEDENCE[token.kind];
    if (precedence === undefined || precedence < weakest) return left;
    if (c.operators++ >= LONGEST) return syntaxError(c, token, 'This expression is too long');
    take(c, token);
    const right: Expression | null = binary(c, within, precedence + 1, depth + 1);
    if (!right) return null;
    left = {
      kind: 'binary',
      range: { start: left.range.start, end: right.range.end },
      operator: token.kind as Binary,
      operatorRange: span(c, token.start, token.end),
      left,
      right,
    };
  }
}

function unary(c: Cursor, within: Within, depth: number): Expression | null {
  const token = peek(c);
  if (depth > DEEPEST || c.operators > LONGEST) return syntaxError(c, token, 'This expression is nested too deeply');
  if (token.kind !== '-' && token.kind !== 'not') return value(c, within, depth);
  take(c, token);
  const operand = unary(c, within, depth + 1);
  if (!operand) return null;
  const start = span(c, token.start, token.end).start;
  return { kind: 'unary', range: { start, end: operand.range.end }, operator: token.kind, operand };
}

function nameOf(c: Cursor, token: Token): Name {
  return { text: c.text.slice(token.start, token.end), range: span(c, token.start, token.end) };
}

/** What a value may begin with, besides a name. */
const VALUES: ReadonlySet<TokenKind> = new Set(['number', 'string', 'variable', 'true', 'false', '.', '(']);

function value(c: Cursor, within: Within, depth: number): Expression | null {
  const token = peek(c);
  const range = span(c, token.start, token.end);
  const text = c.text.slice(token.start, token.end);
  if (token.kind === 'end') return missing(c, within, token);
  if (token.kind === 'name') return named(c, within, depth, token);
  if (!VALUES.has(token.kind)) return unexpected(c, token, 'an expression');
  take(c, token);
  if (token.kind === 'number') return { kind: 'number', range, value: Number(text) };
  if (token.kind === 'string') return { kind: 'string', range, value: unescape(text.slice(1, -1)) };
  if (token.kind === 'variable') return { kind: 'variable', range, name: text };
  if (token.kind === '.') return member(c, token, null);
  if (token.kind !== '(') return { kind: 'bool', range, value: token.kind === 'true' };
  c.operators++;
  const inner = binary(c, within, 1, depth + 1);
  if (!inner) return null;
  const close = closing(c, within);
  return close && { kind: 'brackets', range: { start: range.start, end: span(c, close.start, close.end).end }, inner };
}

function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  let out = '';
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    out += text[i] ?? '';
  }
  return out;
}

/** The `)` of brackets or a call. `>>` in its place says that the command, as written, has no end. */
function closing(c: Cursor, within: Within): Token | null {
  const token = peek(c);
  if (token.kind === ')') {
    take(c, token);
    return token;
  }
  if (token.kind === '>>') return unclosed(c, token, 'close the bracket with ) before >>');
  if (token.kind === 'end') return missing(c, within, token);
  return unexpected(c, token, 'an expression');
}

function named(c: Cursor, within: Within, depth: number, token: Token): Expression | null {
  take(c, token);
  const name = nameOf(c, token);
  const next = peek(c);
  if (next.kind === '.') {
    take(c, next);
    return member(c, token, name);
  }
  if (next.kind !== '(') {
    if (next.kind === 'end') return missing(c, within, next);
    return syntaxError(
      c,
      token,
      `Unexpected "${name.text}" while reading an expression`,
      `write $${name.text} for a variable, ${name.text}() for a function, or "${name.text}" for a text`,
    );
  }
  take(c, next);
  const args: Expression[] = [];
  if (peek(c).kind === '>>') return closing(c, within) as null;
  if (peek(c).kind !== ')') {
    for (;;) {
      const arg = binary(c, within, 1, depth + 1);
      if (!arg) return null;
      args.push(arg);
      const comma = peek(c);
      if (comma.kind !== ',') break;
      take(c, comma);
    }
  }
  const close = closing(c, within);
  if (!close) return null;
  return { kind: 'call', range: { start: name.range.start, end: span(c, close.start, close.end).end }, name, args };
}

function member(c: Cursor, first: Token, type: Name | null): Expression | null {
  const token = peek(c);
  if (token.kind !== 'name') return unexpected(c, token, 'a type member reference');
  take(c, token);
  return { kind: 'member', range: span(c, first.start, token.end), type, member: nameOf(c, token) };
}

/** `{`, an expression, `}`; the cursor stands on the `{`. */
export function parseBraces(c: Cursor): Expression | null {
  c.pos++;
  const expression = parseExpression(c, 'braces');
  if (!expression) return null;
  const close = peek(c);
  if (close.kind === '}') {
    take(c, close);
    return expression;
  }
  if (close.kind === 'end') return missing(c, 'braces', close);
  return unexpected(c, close, 'an expression');
}
