// Enums, whose cases are all that may stand in them.

import type { EnumCase, Expression, Statement } from '../tree.ts';
import { nameToken } from './command.ts';
import { docBehind, here, settle, span, startsWith, type Cursor } from './cursor.ts';
import { parseExpression, syntaxError, unclosed, unexpected } from './expression.ts';
import { nameEnd } from './identifier.ts';
import { closeCommand, keywordAt, skipCommand, type Keyword } from './keywords.ts';
import { continues, unclosedScope } from './scopes.ts';
import { peek, take } from './tokens.ts';

export function parseEnum(c: Cursor, keyword: Keyword, docs: readonly string[]): Statement | null {
  const start = here(c);
  const line = c.line + 1;
  c.pos = keyword.end;
  const token = peek(c);
  const end = nameEnd(c.text, token.start, c.lineEnd);
  const name = end > token.start ? nameToken(c, { kind: 'name', start: token.start, end }) : null;
  if (name) {
    c.pos = end;
    closeCommand(c, 'an enum statement');
  } else {
    if (token.kind === 'end') unclosed(c, token);
    else unexpected(c, token, 'an enum statement');
    skipCommand(c);
  }
  const cases: EnumCase[] = [];
  let faulty = name === null;
  for (;;) {
    settle(c);
    // Cases may be indented; an option above leaves marks of layout that mean nothing here
    if (c.layout[0] === 'dedent' && c.open.some((one) => one.kind === 'indent')) break;
    if (c.layout.length > 0) {
      c.layout.shift();
      continue;
    }
    const next = startsWith(c, '<<') ? keywordAt(c) : null;
    if (next?.word !== 'case') break;
    const above = c.docs;
    c.docs = [];
    const one = parseCase(c, next, above);
    if (one) cases.push(one);
    else faulty = true;
  }
  const last = continues(c, 'endenum');
  if (!last) {
    unclosedScope(c, 'enum', line);
  } else {
    if (cases.length === 0 && !faulty) {
      syntaxError(
        c,
        { kind: 'name', start: last.start, end: last.end },
        'Unexpected "endenum" while reading an enum statement',
        'give it a <<case>>',
      );
    }
    c.pos = last.end;
    closeCommand(c, 'an enum statement');
  }
  if (!name) return null;
  return { kind: 'enum', range: { start, end: here(c) }, name, cases, doc: docBehind(c, docs) };
}

/** Raw values are single values; only these may stand there. */
const RAW: ReadonlySet<Expression['kind']> = new Set(['number', 'string', 'bool', 'variable', 'call', 'member']);

function parseCase(c: Cursor, keyword: Keyword, docs: readonly string[]): EnumCase | null {
  const start = c.pos;
  c.pos = keyword.end;
  const token = peek(c);
  if (token.kind !== 'name') {
    if (token.kind === 'end') unclosed(c, token);
    else unexpected(c, token, 'an enum case statement');
    skipCommand(c);
    return null;
  }
  take(c, token);
  let value: Expression | null = null;
  const assign = peek(c);
  if (assign.kind === '=') {
    take(c, assign);
    const first = peek(c);
    value = parseExpression(c, 'command');
    if (value && !RAW.has(value.kind)) {
      unexpected(c, first, 'an enum case statement');
      value = null;
    }
    if (!value) {
      skipCommand(c);
      return null;
    }
  }
  if (!closeCommand(c, 'an enum case statement')) return null;
  return { range: span(c, start, c.pos), name: nameToken(c, token), value, doc: docBehind(c, docs) };
}
