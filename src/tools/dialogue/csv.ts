// Comma-separated values, as spreadsheets write and read them: quoted cells with quotes, commas and line ends in them,
// any line end, a byte order mark, and the semicolon or tab that some of them put for the comma.

interface CsvRecord {
  readonly cells: readonly string[];
  /** Where it begins, from 1. */
  readonly line: number;
}

interface Csv {
  readonly records: readonly CsvRecord[];
  readonly faults: readonly { readonly line: number; readonly message: string }[];
}

/** Empty lines are left out. */
export function readCsv(source: string): Csv {
  const text = source.replace(/^\uFEFF/, '');
  const separator = separatorOf(text);
  const records: CsvRecord[] = [];
  const faults: { line: number; message: string }[] = [];
  let line = 1;
  let began = 1;
  let cells: string[] = [];
  let at = 0;

  const end = (): void => {
    if (cells.length > 1 || cells[0] !== '') records.push({ cells, line: began });
    cells = [];
  };

  while (at < text.length) {
    if (cells.length === 0) began = line;
    let cell = '';
    if (text[at] === '"') {
      const opened = line;
      let closed = false;
      for (at++; at < text.length; at++) {
        if (text[at] === '"') {
          if (text[at + 1] !== '"') {
            closed = true;
            break;
          }
          at++;
        } else if (isLineEnd(text, at)) line++;
        cell += text[at];
      }
      if (!closed) faults.push({ line: opened, message: 'a quote opens here and is never closed' });
      at++;
      const rest = runTo(text, at, separator);
      if (rest > at) {
        faults.push({ line, message: `“${text.slice(at, rest)}” stands behind a closing quote` });
        cell += text.slice(at, rest);
        at = rest;
      }
    } else {
      const to = runTo(text, at, separator);
      cell = text.slice(at, to);
      at = to;
    }
    cells.push(cell);
    if (text[at] === separator) {
      at++;
      // A separator at the very end has an empty cell behind it.
      if (at === text.length) cells.push('');
    } else if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      line++;
      end();
    }
  }
  if (cells.length > 0) end();
  return { records, faults };
}

export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

function quoted(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Once for CR LF. */
function isLineEnd(text: string, at: number): boolean {
  return text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n');
}

function runTo(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** By the first line, which names the columns. */
function separatorOf(text: string): string {
  const head = /^[^\r\n]*/.exec(text)![0];
  if (head.includes(',')) return ',';
  return head.includes(';') ? ';' : head.includes('\t') ? '\t' : ',';
}
