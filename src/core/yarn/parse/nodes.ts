// Files: hashtags, then nodes of headers and a body.

import type { FileTree, Hashtag, NodeTree } from '../tree.ts';
import type { Position, Range } from '../diagnostics.ts';
import { parseStatements } from './blocks.ts';
import {
  atFileEnd,
  atLastLine,
  forgetLayout,
  here,
  settle,
  skipBlanks,
  span,
  startsWith,
  toLine,
  type Cursor,
} from './cursor.ts';
import { syntaxError, unexpected } from './expression.ts';
import { characterAt } from './identifier.ts';
import { atBodyEnd } from './scopes.ts';
import { parseHeader, type Headers } from './headers.ts';
import { parseHashtags } from './text.ts';

function emptyHeaders(): Headers {
  return { headers: [], when: [], title: null, subtitle: null, titles: 0, faulty: false };
}

export function parseNodes(c: Cursor, file: string): FileTree {
  const tags: Hashtag[] = [];
  const nodes: NodeTree[] = [];
  let start: Position | null = null;
  let found = emptyHeaders();
  let strays = false;
  for (;;) {
    skipBlanks(c);
    if (startsWith(c, '//')) c.pos = c.lineEnd;
    if (c.pos >= c.lineEnd) {
      if (atLastLine(c)) break;
      toLine(c, c.line + 1);
      continue;
    }
    if (startsWith(c, '---')) {
      nodes.push(parseNode(c, start ?? here(c), found));
      start = null;
      found = emptyHeaders();
      strays = false;
      continue;
    }
    if (startsWith(c, '===')) {
      if (start)
        c.report(
          'YS0004',
          span(c, c.pos, c.pos + 3),
          'Missing node delimiter',
          'put --- between the headers and the text',
        );
      else if (!strays) unexpected(c, { kind: 'unknown', start: c.pos, end: c.pos + 3 }, 'a node');
      c.pos += 3;
      start = null;
      found = emptyHeaders();
      strays = false;
      continue;
    }
    if (c.text[c.pos] === '#' && nodes.length === 0 && !start) {
      for (const tag of parseHashtags(c, 'a file hashtag')) tags.push(tag);
      continue;
    }
    const before = here(c);
    if (parseHeader(c, found)) start ??= before;
    else {
      // One report for a whole run of them: likely it is text whose --- is missing
      if (!strays) stray(c, start !== null);
      strays = true;
      found.faulty = true;
    }
    c.pos = c.lineEnd;
  }
  if (start)
    c.report('YS0004', span(c, c.pos, c.pos + 1), 'Missing node delimiter', 'a node is headers, ---, text, ===');
  return { file, tags, nodes };
}

function stray(c: Cursor, inHeaders: boolean): void {
  skipBlanks(c);
  const token = { kind: 'unknown' as const, start: c.pos, end: wordEnd(c) };
  const word = c.text.slice(token.start, token.end);
  const reading = inHeaders ? 'a header' : 'a node';
  const suggestion = inHeaders ? 'put --- between the headers and the text' : 'a node begins with title: and its name';
  syntaxError(c, token, `Unexpected "${word}" while reading ${reading}`, suggestion);
}

function wordEnd(c: Cursor): number {
  let end = c.pos + characterAt(c.text, c.pos).length;
  while (end < c.lineEnd && !' \t'.includes(c.text[end])) end++;
  return Math.min(end, c.lineEnd);
}

function parseNode(c: Cursor, start: Position, found: Headers): NodeTree {
  const bodyStart = here(c);
  const delimiter = span(c, c.pos, c.pos + 3);
  c.pos += 3;
  forgetLayout(c);
  c.commandLine = -1;
  settle(c);
  const first = here(c);
  const body = parseBody(c);
  const empty = body.length === 0;
  let end = here(c);
  if (startsWith(c, '===')) {
    c.pos += 3;
    end = here(c);
  } else {
    const length = atFileEnd(c) ? 1 : 5;
    c.report('YS0004', span(c, c.pos, c.pos + length), 'Missing node delimiter', 'end the node with ===');
  }
  forgetLayout(c);
  c.open.length = 0;
  c.abandoned = false;
  if (found.titles === 0 && !found.faulty) {
    const meant = found.headers.find(({ key }) => key.toLowerCase() === 'title');
    if (meant !== undefined) c.report('YS0051', meant.range, 'Nodes must have a title', `title: ${meant.value}`);
    else c.report('YS0051', empty ? delimiter : contentRange(c, first, body.at(-1)!), 'Nodes must have a title');
  }
  return {
    range: { start, end },
    title: found.title,
    subtitle: found.subtitle,
    headers: found.headers,
    when: found.when,
    body,
    bodyRange: { start: bodyStart, end },
  };
}

/** A body's statements as upstream sees them: a last line is counted with its line break. */
function contentRange(c: Cursor, start: Position, last: { readonly kind: string; readonly range: Range }): Range {
  if (last.kind !== 'line') return { start, end: last.range.end };
  const { line } = last.range.end;
  return { start, end: { line, column: c.ends[line] - c.starts[line] + 1 } };
}

function parseBody(c: Cursor): NodeTree['body'] {
  const body = parseStatements(c);
  // A mark that nothing waits for cannot end the body
  while (!c.abandoned && (c.layout.length > 0 || !atBodyEnd(c))) {
    c.layout.shift();
    for (const one of parseStatements(c)) body.push(one);
  }
  return body;
}
