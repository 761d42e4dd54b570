// npm run dialogue -- tag: gives every line, option and item an id of its own, so that translations, recordings and saves
// find it again. An id that is there is never changed, and nothing else in the file is.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../core/yarn/compile.ts';
import type { Text } from '../../core/yarn/tree.ts';
import { BadInput, EXIT, print, printJson, type Command, type Given } from '../cli.ts';
import { count } from './check.ts';
import { edited, openProject, placeOf, rewritten, syntaxErrors, writeAll, type Edit } from './opened.ts';
import type { Project } from './project.ts';
import { offsetOf, pageOf, positionAt, spokenIn, startOfRaw, taggedId, type Page, type Script } from './walk.ts';

export const tagCommand: Command = {
  usage: 'dialogue -- tag [FOLDER|FILE…] [--check] [--json]',
  doc: 'Adds a #line: id to every line, option and item that has none. Shadow lines are left alone.',
  options: { check: { type: 'boolean' } },
  help: { check: 'writes nothing; exit code 1 when an id is missing' },
  run: tag,
};

export interface Missing {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** What it gets, with its `line:`. */
  readonly id: string;
  readonly edit: Edit;
}

/** Seven digits, as upstream's own; with a thousand lines two share one once in 500 projects, and then one is dealt anew. */
const DIGITS = 7;

/** Every id that `asked` scripts lack. `taken` are those in use, and grow. The same scripts get the same ids, always. */
export function missingIds(scripts: readonly Script[], asked: ReadonlySet<string>, taken: Set<string>): Missing[] {
  for (const { tree } of scripts) {
    for (const { text } of spokenIn(tree)) {
      const id = taggedId(text, 'line');
      if (id !== null) taken.add(id);
    }
  }
  const missing: Missing[] = [];
  for (const script of scripts) {
    if (!asked.has(script.file)) continue;
    const page = pageOf(script.text);
    for (const { text, node } of spokenIn(script.tree)) {
      if (taggedId(text, 'line') !== null || taggedId(text, 'shadow') !== null) continue;
      const at = spotFor(page, text);
      if (at === null)
        throw new BadInput(`${placeOf({ file: script.file, range: text.range })}: cannot see where this line ends`);
      const id = newId(`${node.title?.text ?? ''}\n${text.template}`, taken);
      const { line, column } = positionAt(page, at);
      const behind = page.text[at];
      const gap = behind === undefined || /\s/.test(behind) ? '' : ' ';
      const edit = { from: at, to: at, text: ` #line:${id}${gap}` };
      missing.push({ file: script.file, line: line + 1, column: column + 1, id: `line:${id}`, edit });
    }
  }
  return missing;
}

/** Behind text, condition and hashtags, before a comment and trailing spaces. */
function spotFor(page: Page, { range, raw, condition, tags }: Text): number | null {
  const ends = [
    startOfRaw(page, range, raw) + raw.trimEnd().length,
    ...tags.map((one) => offsetOf(page, one.range.end)),
  ];
  if (condition !== null) ends.push(offsetOf(page, condition.range.end));
  const at = Math.max(...ends);
  return /^[^\S\r\n]*(?:\/\/[^\r\n]*)?(?:[\r\n]|$)/.test(page.text.slice(at)) ? at : null;
}

function newId(of: string, taken: Set<string>): string {
  for (let turn = 0; ; turn++) {
    const id = createHash('sha256').update(`${of}\n${turn}`).digest('hex').slice(0, DIGITS);
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

/** An id that a translation still knows is not given to another line. */
export function translatedIds({ root, localeFiles }: Project): Set<string> {
  const folder = join(root, 'locale');
  const beside = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const ids = new Set<string>();
  for (const file of new Set([...Object.values(localeFiles), ...beside])) {
    if (!file.endsWith('.csv') || !existsSync(file)) continue;
    for (const [, id] of readFileSync(file, 'utf8').matchAll(/(?:^|[",;\t])line:([^\s",;]+)/gm)) ids.add(id);
  }
  return ids;
}

function tag({ words, flags, json }: Given): number {
  const { project, compiled, scripts } = openProject(words);
  const [wrong] = syntaxErrors(compiled);
  if (wrong !== undefined)
    throw new BadInput(`${placeOf(wrong)}: ${wrong.message} (mend this first: nothing was written)`);
  const missing = missingIds(scripts, project.asked, translatedIds(project));
  const isCheck = flags['check'] === true;
  if (!isCheck) write(project, scripts, missing);
  if (json) printJson(missing.map(({ file, line, column, id }) => ({ file, line, column, id })));
  else if (isCheck) for (const { file, line, column } of missing) print(`${file}:${line}:${column}: has no #line: id`);
  if (!json)
    print(
      missing.length === 0
        ? 'every line has its id'
        : `${count(missing.length, 'id')} ${isCheck ? 'missing' : 'added'}`,
    );
  return isCheck && missing.length > 0 ? EXIT.no : EXIT.ok;
}

function write(project: Project, scripts: readonly Script[], missing: readonly Missing[]): void {
  const files = new Map<string, string>();
  const after = new Map<string, string>();
  for (const { file, text } of scripts) {
    const edits = missing.filter((one) => one.file === file).map(({ edit }) => edit);
    if (edits.length === 0) continue;
    files.set(file, rewritten(file, text, edits));
    after.set(file, edited(text, edits));
  }
  if (files.size === 0) return;
  mustSayTheSame(project, scripts, after);
  writeAll(files);
}

/** An id that ended up in the words of a line would be worse than none. */
function mustSayTheSame(project: Project, scripts: readonly Script[], after: ReadonlyMap<string, string>): void {
  const sources = project.sources.map(({ file, text }) => ({ file, text: after.get(file) ?? text }));
  const { trees } = compile(sources, project.options);
  const now = new Map(trees.map((tree) => [tree.file, [...spokenIn(tree)]]));
  for (const { file, tree } of scripts) {
    const then = [...spokenIn(tree)];
    const other = now.get(file) ?? [];
    const same = then.length === other.length && then.every(({ text }, k) => text.template === other[k].text.template);
    if (!same) throw new BadInput(`${file}: an id would change what its lines say; nothing was written`);
  }
}
