// npm run dialogue -- rename: one name for another, everywhere it stands, in scripts and in tables of translations. All of
// it or nothing, and only where the project compiles as well after as it did before.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../core/yarn/compile.ts';
import { BadInput, EXIT, print, printJson, type Command, type Given } from '../cli.ts';
import { count } from './check.ts';
import { edited, openProject, placeOf, rewritten, syntaxErrors, writeAll, type Edit, type Opened } from './opened.ts';
import { nameOf } from './project.ts';
import { characterEdits, idEdits } from './rename-table.ts';
import { KIND_HELP, KIND_OPTION, kindFlag, placesOf, symbolNamed, unknown } from './refs.ts';
import { symbolsOf, type Place, type SymbolKind } from './symbols.ts';
import { offsetOf, pageOf } from './walk.ts';

export const renameCommand: Command = {
  usage: 'dialogue -- rename OLD NEW [FOLDER|FILE…] [--kind KIND] [--dry] [--json]',
  doc: 'Renames a node, $variable, enum, Type.Case, character or #line:id across the project and its translations.',
  words: [2, Infinity],
  options: { ...KIND_OPTION, dry: { type: 'boolean' } },
  help: { kind: KIND_HELP, dry: 'writes nothing, only says what would be' },
  run: rename,
};

const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** What a new name must look like; kinds that are not here are named in the game's code and not in scripts. */
const FORMS: Partial<Record<SymbolKind, { readonly form: RegExp; readonly says: string }>> = {
  node: { form: IDENTIFIER, says: 'letters, digits and _, and no digit first' },
  variable: { form: /^\$[\p{L}_][\p{L}\p{N}_]*$/u, says: '$ and then letters, digits and _' },
  enum: { form: IDENTIFIER, says: 'letters, digits and _, and no digit first' },
  case: { form: IDENTIFIER, says: 'letters, digits and _, and no digit first' },
  character: {
    form: /^[^\s:#<>{}[\]\\"/](?:[^:#<>{}[\]\\"/]*[^\s:#<>{}[\]\\"/])?$/,
    says: 'without : # < > { } [ ] " / \\',
  },
  line: { form: /^[^\s#<$",]+$/, says: 'one word without # < $ " or comma' },
};

interface Plan {
  readonly kind: SymbolKind;
  readonly from: string;
  readonly to: string;
  readonly places: readonly Place[];
  /** By file, as named. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
}

function rename(given: Given): number {
  const [typed, wanted, ...paths] = given.words;
  const project = openProject(paths);
  const [wrong] = syntaxErrors(project.compiled);
  if (wrong !== undefined)
    throw new BadInput(`${placeOf(wrong)}: ${wrong.message} (mend this first: nothing was written)`);
  const plan = planOf(project, typed, wanted, kindFlag(given));
  const files = filesAfter(project, plan);
  const isDry = given.flags['dry'] === true;
  if (!isDry) writeAll(files);
  const rows = [...plan.edits].map(([file, edits]) => ({ file, changes: edits.length }));
  if (given.json) printJson({ kind: plan.kind, from: plan.from, to: plan.to, written: !isDry, files: rows });
  else {
    for (const { file, changes } of rows) print(`${file}: ${count(changes, 'place')}`);
    print(`${plan.from} ${isDry ? 'would become' : 'is now'} ${plan.to} in ${count(rows.length, 'file')}`);
    const cast = project.project.characters;
    if (plan.kind === 'character' && cast !== null && cast.includes(plan.from) && !cast.includes(plan.to)) {
      print(`the cast has ${plan.from} and not ${plan.to}: commands keep the old id until the cast is changed too`);
    }
  }
  return EXIT.ok;
}

function planOf(project: Opened, typed: string, wanted: string, asked: SymbolKind | null): Plan {
  const places = placesOf(project, typed, asked);
  const kinds = [...new Set(places.map(({ kind }) => kind))];
  if (kinds.length === 0) throw new BadInput(unknown(project, typed));
  if (kinds.length > 1) throw new BadInput(`“${typed}” is a ${kinds.join(' and a ')}: say which with --kind`);
  const [kind] = kinds;
  const form = FORMS[kind];
  if (form === undefined)
    throw new BadInput(`“${typed}” is a ${kind}: those are named in the game's code, not in scripts`);
  const from = places[0].name;
  const type = kind === 'case' ? from.slice(0, from.lastIndexOf('.') + 1) : '';
  const { name } = symbolNamed(wanted);
  const bare = type !== '' && name.startsWith(type) ? name.slice(type.length) : name;
  if (!form.form.test(bare)) throw new BadInput(`“${wanted}” cannot name a ${kind}: it takes ${form.says}`);
  const to = type + bare;
  if (to === from) throw new BadInput(`it is called ${from} already`);
  refuseTaken(project, kind, from, to);

  const edits = new Map<string, Edit[]>();
  const pages = new Map(project.scripts.map(({ file, text }) => [file, pageOf(text)]));
  for (const { file, range } of places) {
    const page = pages.get(file);
    if (page === undefined) continue;
    const own = edits.get(file) ?? [];
    own.push({ from: offsetOf(page, range.start), to: offsetOf(page, range.end), text: bare });
    edits.set(file, own);
  }
  if (kind === 'character' || kind === 'line') {
    for (const table of tablesOf(project)) {
      const found =
        kind === 'character' ? characterEdits(table.text, from, to, project.compiled) : idEdits(table.text, from, to);
      if (found.length > 0) edits.set(table.file, found);
    }
  }
  return { kind, from, to, places, edits };
}

function refuseTaken({ symbols }: Opened, kind: SymbolKind, from: string, to: string): void {
  const all = symbols.places.filter((one) => one.kind === kind && one.name === to);
  const taken = all.find(({ use }) => use === 'definition') ?? all.at(0);
  if (taken !== undefined) throw new BadInput(`there is a ${kind} ${to} already, at ${placeOf(taken)}`);
  if (kind !== 'case') return;
  const unsure = symbols.places.find((one) => one.name === `?.${from.slice(from.lastIndexOf('.') + 1)}`);
  if (unsure !== undefined) {
    throw new BadInput(`${placeOf(unsure)}: cannot tell of which enum this is; write its type before the dot first`);
  }
}

/** Every file as it will be, once the scripts have been tried. */
function filesAfter(project: Opened, plan: Plan): Map<string, string> {
  const files = new Map<string, string>();
  const texts = new Map(project.scripts.map(({ file, text }) => [file, text]));
  for (const [file, edits] of plan.edits) {
    files.set(file, rewritten(file, texts.get(file) ?? readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), edits));
  }
  const sources = project.project.sources.map(({ file, text }) => ({
    file,
    text: edited(text, plan.edits.get(file) ?? []),
  }));
  const after = compile(sources, project.project.options);
  const errors = (one: typeof after): number => one.diagnostics.filter(({ severity }) => severity === 'error').length;
  const [then, now] = [errors(project.compiled), errors(after)];
  if (then !== now) {
    throw new BadInput(`after that the project would have ${count(now, 'error')}, not ${then}; nothing was written`);
  }
  const scripts = after.trees.map((tree) => ({
    file: tree.file,
    text: sources.find(({ file }) => file === tree.file)?.text ?? '',
    tree,
  }));
  const renamed = symbolsOf(scripts, project.project.library, after.variables).places.filter(
    ({ kind, name }) => kind === plan.kind && name === plan.to,
  );
  if (renamed.length !== plan.places.length) {
    throw new BadInput(`“${plan.to}” would not be read as one name everywhere; nothing was written`);
  }
  return files;
}

function tablesOf({ project: { root, localeFiles } }: Opened): { readonly file: string; readonly text: string }[] {
  const folder = join(root, 'locale');
  const beside = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  return [...new Set([...Object.values(localeFiles), ...beside])]
    .filter((path) => path.endsWith('.csv') && existsSync(path))
    .map((path) => ({ file: nameOf(path), text: readFileSync(path, 'utf8').replace(/^\uFEFF/, '') }));
}
