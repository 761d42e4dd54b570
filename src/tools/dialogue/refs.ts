// npm run dialogue -- refs: where a name is defined and where it is used, in every script of the project.

import { nearest } from '../../core/yarn/nearest.ts';
import { BadInput, EXIT, print, printJson, type Command, type Given } from '../cli.ts';
import { openProject, type Opened } from './opened.ts';
import { SYMBOL_KINDS, type Place, type SymbolKind } from './symbols.ts';
import { lineAt, pageOf } from './walk.ts';

export const KIND_OPTION = { kind: { type: 'string' } } as const;
export const KIND_HELP = `which is meant where two share a name: ${SYMBOL_KINDS.join(', ')}`;

export const refsCommand: Command = {
  usage: 'dialogue -- refs SYMBOL [FOLDER|FILE…] [--kind KIND] [--json]',
  doc: 'Every place of a node, $variable, function, command, character, enum, Type.Case or #line:id; * marks where it is defined.',
  words: [1, Infinity],
  options: KIND_OPTION,
  help: { kind: KIND_HELP },
  run: refs,
};

/** What a person typed, as the index calls it. */
export function symbolNamed(typed: string): { readonly name: string; readonly kind: SymbolKind | null } {
  const id = /^#?(?:line|shadow):(.+)$/.exec(typed);
  if (id !== null) return { name: id[1], kind: 'line' };
  if (typed.startsWith('$')) return { name: typed, kind: 'variable' };
  if (typed.endsWith(':')) return { name: typed.slice(0, -1), kind: 'character' };
  return { name: typed.replace(/\(\)$/, ''), kind: typed.endsWith('()') ? 'function' : null };
}

/** The kind that the flag says, checked. */
export function kindFlag({ flags }: Given): SymbolKind | null {
  const said = flags['kind'];
  if (said === undefined) return null;
  const kind = SYMBOL_KINDS.find((one) => one === said);
  if (kind === undefined)
    throw new BadInput(`--kind should be one of ${SYMBOL_KINDS.join(', ')}, not “${String(said)}”`);
  return kind;
}

export function placesOf({ symbols }: Pick<Opened, 'symbols'>, typed: string, kind: SymbolKind | null): Place[] {
  const meant = symbolNamed(typed);
  const wanted = kind ?? meant.kind;
  return symbols.places.filter((one) => one.name === meant.name && (wanted === null || one.kind === wanted));
}

/** Nothing found: told with what may have been meant. */
export function unknown({ symbols }: Pick<Opened, 'symbols'>, typed: string): string {
  const guess = nearest(symbolNamed(typed).name, [...new Set(symbols.places.map(({ name }) => name))]);
  return `nothing here is called “${typed}”${guess === undefined || guess === null ? '' : `; did you mean ${guess}`}`;
}

function refs(given: Given): number {
  const [typed, ...paths] = given.words;
  const project = openProject(paths);
  const found = placesOf(project, typed, kindFlag(given));
  const pages = new Map(project.scripts.map(({ file, text }) => [file, pageOf(text)]));
  const rows = found.map(({ kind, name, use, file, range, node }) => ({
    kind,
    name,
    use,
    file,
    line: range.start.line + 1,
    column: range.start.column + 1,
    node,
    text: lineAt(pages.get(file) ?? pageOf(''), range.start.line).trim(),
  }));
  if (given.json) printJson(rows);
  else if (rows.length === 0) print(unknown(project, typed));
  else {
    const several = new Set(rows.map(({ kind }) => kind)).size > 1;
    for (const { kind, use, file, line, column, text } of rows) {
      print(`${use === 'definition' ? '*' : ' '} ${file}:${line}:${column}: ${several ? `${kind}: ` : ''}${text}`);
    }
  }
  return rows.length === 0 ? EXIT.no : EXIT.ok;
}
