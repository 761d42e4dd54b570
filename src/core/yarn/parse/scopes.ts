// Which blocks are open where the parser stands, and what ends them.

import { span, startsWith, toLine, type Cursor, type Scope } from './cursor.ts';
import { nameEnd } from './identifier.ts';
import { closeCommand, keywordAt, type Keyword } from './keywords.ts';

/** Blocks within blocks. */
const DEEPEST = 200;

/** Which blocks a keyword goes on with or closes. */
const BELONGS: Readonly<Partial<Record<string, readonly Scope['kind'][]>>> = {
  elseif: ['if'],
  else: ['if', 'once'],
  endif: ['if'],
  endonce: ['once'],
};

export function atBodyEnd(c: Cursor): boolean {
  return c.pos >= c.lineEnd || startsWith(c, '===') || startsNode(c);
}

/** How many lines of headers are looked through for the --- of a node that begins where === is missing. */
const HEADERS = 40;

/** A `title:` header at the start of a line, and `---` under it: the === before it was forgotten. */
function startsNode(c: Cursor): boolean {
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

/** Whether the keyword ends the innermost open block, or one that is open around it. If nothing waits for it, no. */
export function ends(c: Cursor, keyword: Keyword): boolean {
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
export function enter(c: Cursor, kind: Scope['kind']): boolean {
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

/** A scope that the text leaves open where the cursor stands. */
export function unclosedScope(c: Cursor, kind: 'if' | 'once' | 'enum', line: number): void {
  if (c.abandoned) return;
  const length = startsWith(c, '===') ? 3 : 1;
  const message = `Unclosed scope: expected an <<end${kind}>> to match the <<${kind}>> statement on line ${line}`;
  c.report('YS0007', span(c, c.pos, c.pos + length), message);
}

/** The keyword that goes on with the block being read, or null. */
export function continues(c: Cursor, ...words: readonly string[]): Keyword | null {
  if (c.abandoned || c.layout.length > 0 || !startsWith(c, '<<')) return null;
  const keyword = keywordAt(c);
  return keyword.word !== null && words.includes(keyword.word) ? keyword : null;
}

export function closeScope(c: Cursor, kind: 'if' | 'once', line: number): void {
  const end = continues(c, `end${kind}`);
  if (!end) {
    unclosedScope(c, kind, line);
    return;
  }
  c.pos = end.end;
  closeCommand(c, `${kind === 'if' ? 'an' : 'a'} ${kind} statement`);
}
