// The small words of expressions, read one at a time from where the cursor stands.

import type { Binary } from '../tree.ts';
import { isBlank, type Cursor } from './cursor.ts';
import { characterAt, nameEnd } from './identifier.ts';

export type TokenKind =
  | Binary
  | 'not'
  | 'number'
  | 'string'
  | 'variable'
  | 'name'
  | 'true'
  | 'false'
  | 'null'
  | 'as'
  | '='
  | '+='
  | '-='
  | '*='
  | '/='
  | '%='
  | '('
  | ')'
  | ','
  | '.'
  | '{'
  | '}'
  | '>>'
  | 'end'
  | 'open string'
  | 'unknown';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

const WORDS: ReadonlyMap<string, TokenKind> = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['null', 'null'],
  ['to', '='],
  ['lte', '<='],
  ['gte', '>='],
  ['is', '=='],
  ['eq', '=='],
  ['lt', '<'],
  ['gt', '>'],
  ['neq', '!='],
  ['and', 'and'],
  ['or', 'or'],
  ['xor', 'xor'],
  ['not', 'not'],
  ['as', 'as'],
]);

/** Longer before shorter. */
const SIGNS: readonly (readonly [string, TokenKind])[] = [
  ['<=', '<='],
  ['>=', '>='],
  ['>>', '>>'],
  ['==', '=='],
  ['!=', '!='],
  ['&&', 'and'],
  ['||', 'or'],
  ['+=', '+='],
  ['-=', '-='],
  ['*=', '*='],
  ['/=', '/='],
  ['%=', '%='],
  ['<', '<'],
  ['>', '>'],
  ['=', '='],
  ['!', 'not'],
  ['^', 'xor'],
  ['+', '+'],
  ['-', '-'],
  ['*', '*'],
  ['/', '/'],
  ['%', '%'],
  ['(', '('],
  [')', ')'],
  [',', ','],
  ['.', '.'],
  ['{', '{'],
  ['}', '}'],
];

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function digitsEnd(c: Cursor, start: number): number {
  let at = start;
  while (at < c.lineEnd && isDigit(c.text.charCodeAt(at))) at++;
  return at;
}

function stringToken(c: Cursor, start: number): Token {
  for (let at = start + 1; at < c.lineEnd; at++) {
    const code = c.text.charCodeAt(at);
    if (code === 34) return { kind: 'string', start, end: at + 1 };
    if (code !== 92) continue;
    at++;
    const escaped = c.text.charCodeAt(at);
    if (at >= c.lineEnd || (escaped !== 34 && escaped !== 92)) break;
  }
  return { kind: 'open string', start, end: start + 1 };
}

/** The next token; the cursor stays. */
export function peek(c: Cursor): Token {
  let start = c.pos;
  while (start < c.lineEnd && isBlank(c.text.charCodeAt(start))) start++;
  if (start >= c.lineEnd) return { kind: 'end', start: c.lineEnd, end: c.lineEnd + 1 };
  const code = c.text.charCodeAt(start);
  if (isDigit(code)) {
    const whole = digitsEnd(c, start);
    if (c.text.charCodeAt(whole) !== 46 || whole >= c.lineEnd) return { kind: 'number', start, end: whole };
    const end = digitsEnd(c, whole + 1);
    return { kind: 'number', start, end: end > whole + 1 ? end : whole };
  }
  if (code === 34) return stringToken(c, start);
  if (code === 36) {
    const end = nameEnd(c.text, start + 1, c.lineEnd);
    return end > start + 1 ? { kind: 'variable', start, end } : { kind: 'unknown', start, end };
  }
  const end = nameEnd(c.text, start, c.lineEnd);
  if (end > start) return { kind: WORDS.get(c.text.slice(start, end)) ?? 'name', start, end };
  for (const [sign, kind] of SIGNS) {
    if (start + sign.length <= c.lineEnd && c.text.startsWith(sign, start))
      return { kind, start, end: start + sign.length };
  }
  return { kind: 'unknown', start, end: start + characterAt(c.text, start).length };
}

export function take(c: Cursor, token: Token): void {
  c.pos = Math.min(token.end, c.lineEnd);
}
