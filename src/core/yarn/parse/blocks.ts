// Statements, and those that hold others: if, once, options, line groups, enums.

import type { Arm, Choice, EnumCase, Expression, Statement } from '../tree.ts';
import type { Position, Range } from '../diagnostics.ts';
import { nameToken, parseKeyword, parsePlain } from './command.ts';
import {
  docBehind,
  here,
  place,
  settle,
  skipBlanks,
  span,
  startsWith,
  toLine,
  type Cursor,
  type Scope,
} from './cursor.ts';
import { parseExpression, syntaxError, unclosed, unexpected } from './expression.ts';
import { nameEnd } from './identifier.ts';
import { closeCommand, keywordAt, skipCommand, type Keyword } from './keywords.ts';
import { warnOfSlips } from './slips.ts';
import { endLine, parseText, takeIf } from './text.ts';
import { peek, take, type Token } from './tokens.ts';

/** Blocks within blocks. */
const DEEPEST = 200;

/** Which blocks a keyword goes on with or closes. */
const BELONGS: Readonly<Partial<Record<string, readonly Scope['kind'][]>>> = {
  elseif: ['if'],
  else: ['if', 'once'],
  endif: ['if'],
  endonce: ['once'],
};

/** Up to the end of the body, or to what ends the innermost open block; that is left to whoever opened it. */
export function parseStatements(c: Cursor): Statement[] {
  const out: Statement[] = [];
  while (!c.abandoned) {
    settle(c);
    const layout = c.layout[0];
    if (layout === 'dedent') return out;
    if (layout !== undefined) {
      c.docs = [];
      c.layout.shift();
      if (layout === 'gap') emptyBody(c);
      else for (const one of indented(c)) out.push(one);
      continue;
    }
    if (atBodyEnd(c)) return out;
    const keyword = startsWith(c, '<<') ? keywordAt(c) : null;
    if (keyword && ends(c, keyword)) return out;
    const docs = c.docs;
    c.docs = [];
    const statement = parseStatement(c, keyword, docs);
    if (statement) out.push(statement);
  }
  return out;
}

export function atBodyEnd(c: Cursor): boolean {
  return c.pos >= c.lineEnd || startsWith(c, '===') || startsNode(c);
}

/** How many lines of headers are looked through for the --- of a node that begins where === is missing. */
const HEADERS = 40;

/** A `title:` header at the start of a line, and `---` under it: the === before it was forgotten. */
export function startsNode(c: Cursor): boolean {
  if (c.pos !== c.lineStart || !startsWith(c, 'title')) return false;
  for (let line = c.line; line < c.starts.length && line < c.line + HEADERS; line++) {
    const text = c.text.slice(c.starts[line], Math.min(c.ends[line], c.starts[line] + 200)).trim();
    if (line > c.line && text === '---') return true;
    const key = nameEnd(text, 0, text.length);
    const header = key > 0 && text.slice(key).trimStart().startsWith(':');
    if (!header && (line === c.line || (text !== '' && !text.startsWith('//')))) return false;
  }
  return false;
}

/** An empty line right under an option that is itself indented: upstream takes it for a body without content. */
function emptyBody(c: Cursor): void {
  const line = Math.max(0, c.line - 1);
  const start = { line, column: 0 };
  const end = { line, column: c.ends[line] - c.starts[line] };
  c.report(
    'YS0005',
    { start, end },
    'Syntax error: Unexpected empty, indented line while reading an option',
    'leave the line empty, or indent what follows',
  );
}

/** Whether the keyword ends the innermost open block, or one that is open around it. If nothing waits for it, no. */
function ends(c: Cursor, keyword: Keyword): boolean {
  const kinds = keyword.word === null ? undefined : BELONGS[keyword.word];
  if (!kinds) return false;
  for (let i = c.open.length - 1; i >= 0; i--) {
    const { kind } = c.open[i];
    if (kind === 'indent') return false;
    if (kinds.includes(kind)) return true;
  }
  return false;
}

/** False, with a report, where blocks stand too deep within one another: then nothing more of this node is read. */
function enter(c: Cursor, kind: Scope['kind']): boolean {
  if (c.open.length >= DEEPEST) {
    c.report(
      'YS0005',
      span(c, c.pos, Math.min(c.pos + 1, c.lineEnd + 1)),
      `Syntax error: blocks are nested more than ${DEEPEST} deep`,
    );
    c.abandoned = true;
    let { line } = c;
    while (line < c.starts.length - 1 && !c.text.startsWith('===', c.starts[line])) line++;
    toLine(c, line);
    if (!startsWith(c, '===')) c.pos = c.lineEnd;
    return false;
  }
  c.open.push({ kind, line: c.line + 1 });
  return true;
}

/** What is indented under an option; the layout's `indent` was taken. */
function indented(c: Cursor): Statement[] {
  if (!enter(c, 'indent')) return [];
  const body = parseStatements(c);
  c.open.pop();
  if (c.layout[0] === 'dedent') c.layout.shift();
  c.docs = [];
  return body;
}

function parseStatement(c: Cursor, keyword: Keyword | null, docs: readonly string[]): Statement | null {
  if (startsWith(c, '->')) return parseChoices(c, '->');
  if (startsWith(c, '=>')) return parseChoices(c, '=>');
  if (!keyword) return parseLine(c);
  if (keyword.word === null) return parsePlain(c);
  if (keyword.word === 'if') return parseIf(c, keyword);
  if (keyword.word === 'once') return parseOnce(c, keyword);
  if (keyword.word === 'enum') return parseEnum(c, keyword, docs);
  return parseKeyword(c, keyword, docs);
}

function parseLine(c: Cursor): Statement | null {
  const start = c.pos;
  if (c.text.charCodeAt(start) === 35) {
    syntaxError(
      c,
      { kind: 'unknown', start, end: start + 1 },
      'Unexpected "#" while reading a statement',
      'hashtags stand behind a line',
    );
    endLine(c);
    return null;
  }
  const text = parseText(c);
  warnOfSlips(c, start, text);
  const range = { start: text.range.start, end: place(c, lastOf(c, start)) };
  endLine(c);
  return { kind: 'line', range, text };
}

/** The end of what was read, without blanks. */
function lastOf(c: Cursor, start: number): number {
  let end = c.pos;
  while (end > start && ' \t'.includes(c.text[end - 1])) end--;
  return end;
}

function parseChoices(c: Cursor, arrow: '->' | '=>'): Statement | null {
  const start = here(c);
  const choices: Choice[] = [];
  let end: Position = start;
  let first = true;
  while (!c.abandoned && (first || (c.layout.length === 0 && startsWith(c, arrow)))) {
    first = false;
    const from = here(c);
    c.arrow = true;
    c.pos += 2;
    c.docs = [];
    skipBlanks(c);
    const at = c.pos;
    let choice: { text: Choice['text']; end: Position } | null = null;
    if (
      c.pos >= c.lineEnd ||
      startsWith(c, '//') ||
      startsWith(c, '<<') ||
      startsWith(c, '->') ||
      startsWith(c, '=>') ||
      c.text[c.pos] === '#'
    ) {
      const token: Token =
        c.pos >= c.lineEnd
          ? { kind: 'end', start: c.lineEnd, end: c.lineEnd + 1 }
          : { kind: 'unknown', start: at, end: at + (c.text[at] === '#' ? 1 : 2) };
      unexpected(c, token, 'a line statement');
    } else {
      const text = parseText(c);
      warnOfSlips(c, at, text);
      choice = { text, end: place(c, lastOf(c, at)) };
    }
    // A line belongs to a group with its line break, as upstream's ranges have it
    end = { line: c.line, column: c.lineEnd - c.lineStart + 1 };
    endLine(c);
    let body: Statement[] = [];
    if (c.layout[0] === 'indent') {
      c.layout.shift();
      body = indented(c);
      const last = body.at(-1);
      if (last) end = last.range.end;
    }
    if (choice)
      choices.push({ range: { start: from, end: body.at(-1)?.range.end ?? choice.end }, text: choice.text, body });
    settle(c);
    if (c.layout[0] === 'gap') {
      c.layout.shift();
      break;
    }
  }
  if (choices.length === 0) return null;
  const range = { start, end };
  return arrow === '->' ? { kind: 'options', range, options: choices } : { kind: 'group', range, items: choices };
}

/** In place of a condition that could not be read, so that only `else` has none. */
function anyCondition(range: Range): Expression {
  return { kind: 'bool', range, value: true };
}

/** A scope that the text leaves open where the cursor stands. */
function unclosedScope(c: Cursor, kind: 'if' | 'once', line: number): void {
  if (c.abandoned) return;
  const length = startsWith(c, '===') ? 3 : 1;
  const message = `Unclosed scope: expected an <<end${kind}>> to match the <<${kind}>> statement on line ${line}`;
  c.report('YS0007', span(c, c.pos, c.pos + length), message);
}

/** The keyword that goes on with the block being read, or null. */
function continues(c: Cursor, ...words: readonly string[]): Keyword | null {
  if (c.abandoned || c.layout.length > 0 || !startsWith(c, '<<')) return null;
  const keyword = keywordAt(c);
  return keyword.word !== null && words.includes(keyword.word) ? keyword : null;
}

function parseIf(c: Cursor, opening: Keyword): Statement | null {
  const start = here(c);
  if (!enter(c, 'if')) return null;
  const line = c.line + 1;
  const arms: Arm[] = [];
  let keyword: Keyword | null = opening;
  let otherwise = false;
  while (keyword) {
    const from = here(c);
    const word = keyword.word!;
    const at: Token = { kind: 'name', start: keyword.start, end: keyword.end };
    if (otherwise) {
      // Upstream takes the statement for ended here, and so complains of its <<endif>> too
      syntaxError(
        c,
        at,
        word === 'else'
          ? "More than one <<else>> statement in an <<if>> statement isn't allowed"
          : `Unexpected "${word}" while reading a statement`,
      );
      skipCommand(c);
      c.open.pop();
      return { kind: 'if', range: { start, end: here(c) }, arms };
    }
    c.pos = keyword.end;
    let condition: Expression | null = null;
    if (word === 'else') otherwise = true;
    else condition = parseExpression(c, 'command');
    if (word !== 'else' && !condition) {
      condition = anyCondition(span(c, keyword.end, keyword.end));
      skipCommand(c);
    } else closeCommand(c, `an ${word === 'elseif' ? 'else if' : word} clause`);
    const body = parseStatements(c);
    arms.push({ range: { start: from, end: here(c) }, condition, body });
    keyword = continues(c, 'elseif', 'else');
  }
  c.open.pop();
  closeScope(c, 'if', line);
  return { kind: 'if', range: { start, end: here(c) }, arms };
}

function closeScope(c: Cursor, kind: 'if' | 'once', line: number): void {
  const end = continues(c, `end${kind}`);
  if (!end) {
    unclosedScope(c, kind, line);
    return;
  }
  c.pos = end.end;
  closeCommand(c, `${kind === 'if' ? 'an' : 'a'} ${kind} statement`);
}

function parseOnce(c: Cursor, keyword: Keyword): Statement | null {
  const start = here(c);
  if (!enter(c, 'once')) return null;
  const line = c.line + 1;
  c.pos = keyword.end;
  let condition: Expression | null = null;
  if (takeIf(c)) {
    condition = parseExpression(c, 'command');
    if (!condition) skipCommand(c);
    else closeCommand(c, 'a once statement');
  } else closeCommand(c, 'a once statement');
  const body = parseStatements(c);
  let otherwise: readonly Statement[] = [];
  for (let more = continues(c, 'else'), count = 0; more; more = continues(c, 'else'), count++) {
    if (count > 0) {
      syntaxError(
        c,
        { kind: 'name', start: more.start, end: more.end },
        'Unexpected "else" while reading a once statement',
      );
    }
    c.pos = more.end;
    closeCommand(c, 'a once statement');
    otherwise = [...otherwise, ...parseStatements(c)];
  }
  c.open.pop();
  closeScope(c, 'once', line);
  return { kind: 'once', range: { start, end: here(c) }, condition, body, otherwise };
}

function parseEnum(c: Cursor, keyword: Keyword, docs: readonly string[]): Statement | null {
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
    const message = `Unclosed scope: expected an <<endenum>> to match the <<enum>> statement on line ${line}`;
    const length = startsWith(c, '===') ? 3 : 1;
    c.report('YS0007', span(c, c.pos, Math.min(c.pos + length, Math.max(c.lineEnd, c.pos + 1))), message);
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
