// Reading our own source, for the tests that hold it to rules which types cannot express.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** from the root of the project, with forward slashes */
  readonly path: string;
  readonly text: string;
}

export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(ROOT, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }));
}

interface Blanking {
  /** what strings and templates say is code's business for imports, and noise for forbidden words */
  readonly keepStrings: boolean;
}

/**
 * The same text with comments, regular expressions and (unless kept) strings turned to spaces. Line breaks stay, so
 * that line numbers do. What stands between `${` and `}` in a template is code, and stays.
 */
export function blank(text: string, { keepStrings }: Blanking = { keepStrings: false }): string {
  let out = '';
  let at = 0;
  // one entry for each template we are inside of: how many braces are open in its current `${`
  const templates: number[] = [];

  const hide = (end: number, hidden: boolean): void => {
    const piece = text.slice(at, end);
    out += hidden ? piece.replace(/[^\n]/g, ' ') : piece;
    at = end;
  };
  const templateText = (from: number): void => {
    let end = from;
    while (end < text.length && text[end] !== '`' && !text.startsWith('${', end)) end += text[end] === '\\' ? 2 : 1;
    hide(end, !keepStrings);
    if (text.startsWith('${', at)) {
      templates.push(0);
      hide(at + 2, false);
    } else {
      hide(at + 1, false);
    }
  };

  while (at < text.length) {
    const char = text[at];
    const depth = templates.at(-1);
    if (text.startsWith('//', at)) hide(endOf(text, '\n', at), true);
    else if (text.startsWith('/*', at)) hide(endOf(text, '*/', at) + 2, true);
    else if (char === "'" || char === '"') hide(endOfQuoted(text, at), !keepStrings);
    else if (char === '`') {
      hide(at + 1, false);
      templateText(at);
    } else if (char === '/' && regexMayStart(out)) hide(endOfRegex(text, at), true);
    else if (char === '}' && depth === 0) {
      templates.pop();
      hide(at + 1, false);
      templateText(at);
    } else {
      if (depth !== undefined && char === '{') templates[templates.length - 1] = depth + 1;
      if (depth !== undefined && char === '}') templates[templates.length - 1] = depth - 1;
      hide(at + 1, false);
    }
  }
  return out;
}

export function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from + 1);
  return end < 0 ? text.length : end;
}

function endOfQuoted(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== text[from] && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function endOfRegex(text: string, from: number): number {
  let inClass = false;
  let at = from + 1;
  for (; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') inClass = true;
    else if (text[at] === ']') inClass = false;
    else if (text[at] === '/' && !inClass) return at + 1;
  }
  return at;
}

/** A slash after a value divides; after anything else it opens a regular expression. */
function regexMayStart(before: string): boolean {
  const code = before.trimEnd();
  return /(^|[=(,:;!&|?{}[+\-*%<>~^]|\b(return|typeof|case|in|of|do|else|void|delete))$/.test(code);
}
