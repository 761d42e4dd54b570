// Statements, and those that hold others: if, once, options, line groups, enums.

import type { Arm, Choice, Expression, Statement } from '../tree.ts';
import type { Position, Range } from '../diagnostics.ts';
import { parseKeyword, parsePlain } from './command.ts';
import { here, place, settle, skipBlanks, span, startsWith, type Cursor } from './cursor.ts';
import { parseEnum } from './enums.ts';
import { parseExpression, syntaxError, unexpected } from './expression.ts';
import { closeCommand, keywordAt, skipCommand, type Keyword } from './keywords.ts';
import { atBodyEnd, closeScope, continues, ends, enter } from './scopes.ts';
import { warnOfSlips } from './slips.ts';
import { endLine, parseText, takeIf } from './text.ts';
import { peek, type Token } from './tokens.ts';

/** Up to the end of the body, or to what ends the innermost open block; that is left to whoever opened it. */
export function parseStatements(c: Cursor): Statement[] {
  const out: Statement[] = [];
  while (!c.abandoned) {
    settle(c);
    const layout = c.layout[0];
    if (layout === 'dedent' && c.open.some((one) => one.kind === 'indent')) return out;
    if (layout !== undefined) {
      c.docs = [];
      c.layout.shift();
      if (layout === 'gap') emptyBody(c);
      if (layout === 'indent') for (const one of indented(c)) out.push(one);
      continue;
    }
    if (atBodyEnd(c)) return out;
    const keyword = startsWith(c, '<<') ? keywordAt(c) : null;
    const docs = c.docs;
    c.docs = [];
    if (keyword && ends(c, keyword)) return out;
    const statement = parseStatement(c, keyword, docs);
    if (statement) out.push(statement);
  }
  return out;
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
    } else {
      const elseIf = word === 'else' && c.text.slice(peek(c).start, peek(c).end) === 'if';
      closeCommand(c, `an ${word} clause`, elseIf ? 'write <<elseif …>>' : undefined);
    }
    const body = parseStatements(c);
    arms.push({ range: { start: from, end: here(c) }, condition, body });
    keyword = continues(c, 'elseif', 'else');
  }
  c.open.pop();
  closeScope(c, 'if', line);
  return { kind: 'if', range: { start, end: here(c) }, arms };
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
  const otherwise: Statement[] = [];
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
    for (const one of parseStatements(c)) otherwise.push(one);
  }
  c.open.pop();
  closeScope(c, 'once', line);
  return { kind: 'once', range: { start, end: here(c) }, condition, body, otherwise };
}
