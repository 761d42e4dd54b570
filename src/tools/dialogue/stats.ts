// npm run dialogue -- stats: how much there is to read, by city, act, character and language.

import { existsSync, readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { NodeTree, Statement } from '../../core/yarn/tree.ts';
import { EXIT, print, printJson, type Command, type Given } from '../cli.ts';
import { count } from './check.ts';
import { saidIn, wordsOf, type Said } from './lint/said.ts';
import { openProject, type Opened } from './opened.ts';
import { lockOf, readTable, sourceLines } from './table.ts';

export const statsCommand: Command = {
  usage: 'dialogue -- stats [FOLDER|FILE…] [--nodes] [--json]',
  doc: 'Words, lines, options and reading minutes by city (folder), act (file), character and language.',
  options: { nodes: { type: 'boolean' } },
  help: { nodes: 'also each node, with the words of its shortest and its longest way' },
  run: stats,
};

/** Silent reading of dialogue, in words a minute. */
const PACE = 230;

export interface Amount {
  words: number;
  lines: number;
  options: number;
  minutes: number;
}

interface NodeAmount extends Amount {
  readonly node: string;
  readonly file: string;
  /** Words on the way with the fewest, and with the most; a detour's and a jump's own words not counted. */
  readonly shortest: number;
  readonly longest: number;
}

export interface Stats {
  readonly files: number;
  readonly nodes: number;
  readonly total: Amount;
  readonly cities: Readonly<Record<string, Amount>>;
  readonly acts: Readonly<Record<string, Amount>>;
  readonly characters: Readonly<Record<string, Amount>>;
  readonly locales: Readonly<Record<string, LocaleAmount>>;
  readonly byNode: readonly NodeAmount[];
}

interface LocaleAmount {
  readonly translated: number;
  /** Lines whose source is no longer what was translated. */
  readonly outdated: number;
  readonly of: number;
  readonly percent: number;
}

/** What options are told under, and lines that nobody in particular says. */
const OPTIONS = '(options)';
const NOBODY = '(nobody)';

export function statsOf(opened: Opened): Stats {
  const { project, scripts } = opened;
  const total = nothing();
  const cities = new Map<string, Amount>();
  const acts = new Map<string, Amount>();
  const characters = new Map<string, Amount>();
  const all = saidIn(opened);
  for (const one of all) {
    const act = under(project.root, one.file);
    const [first, ...rest] = act.split('/');
    const who = one.as === 'option' ? OPTIONS : (one.speaker ?? NOBODY);
    for (const row of [
      total,
      rowOf(cities, rest.length === 0 ? '(no folder)' : first),
      rowOf(acts, act),
      rowOf(characters, who),
    ]) {
      add(row, one);
    }
  }
  const asked = scripts.filter(({ file }) => project.asked.has(file));
  const words = new Map(all.map((one) => [one.text, wordsOf(one).length]));
  const amounts = new Map<NodeTree, Amount>();
  for (const one of all) {
    const amount = amounts.get(one.node) ?? nothing();
    amounts.set(one.node, amount);
    add(amount, one);
  }
  const byNode = asked.flatMap(({ file, tree }) =>
    tree.nodes.map((node): NodeAmount => {
      const way = wayThrough(node.body, (text) => words.get(text) ?? 0);
      const amount = rounded(amounts.get(node) ?? nothing());
      return { node: node.title?.text ?? '', file, ...amount, shortest: way.least, longest: way.most };
    }),
  );
  return {
    files: asked.length,
    nodes: byNode.length,
    total: rounded(total),
    cities: table(cities),
    acts: table(acts),
    characters: table(characters),
    locales: Object.fromEntries(
      Object.entries(project.localeFiles).map(([locale, file]) => [locale, coverage(opened, file)]),
    ),
    byNode,
  };
}

function nothing(): Amount {
  return { words: 0, lines: 0, options: 0, minutes: 0 };
}

function rowOf(rows: Map<string, Amount>, name: string): Amount {
  const row = rows.get(name) ?? nothing();
  rows.set(name, row);
  return row;
}

function add(row: Amount, one: Said): void {
  row.words += wordsOf(one).length;
  if (one.as === 'option') row.options++;
  else row.lines++;
}

function rounded(row: Amount): Amount {
  return { ...row, minutes: Math.round((row.words / PACE) * 10) / 10 };
}

/** Most words first. */
function table(rows: ReadonlyMap<string, Amount>): Record<string, Amount> {
  return Object.fromEntries(
    [...rows].sort(([, a], [, b]) => b.words - a.words).map(([name, row]) => [name, rounded(row)]),
  );
}

/** As a writer calls a file: `coves/1`. */
function under(root: string, file: string): string {
  const path = resolve(file);
  return (path.startsWith(root + sep) ? path.slice(root.length + 1) : file)
    .split(sep)
    .join('/')
    .replace(/\.yarn$/, '');
}

function coverage({ project, compiled }: Opened, file: string): LocaleAmount {
  const lines = sourceLines(project.sources, compiled);
  const rows = existsSync(file) ? readTable(readFileSync(file, 'utf8')).rows : [];
  const done = new Map(rows.filter(({ text }) => text !== '').map((row) => [row.id, row.lock]));
  const translated = lines.filter(({ id }) => done.has(id));
  const outdated = translated.filter(({ id, text }) => {
    const lock = done.get(id) ?? '';
    return /^[0-9a-f]{8}$/.test(lock) && lock !== lockOf(text);
  });
  const percent = lines.length === 0 ? 100 : Math.floor((100 * (translated.length - outdated.length)) / lines.length);
  return { translated: translated.length, outdated: outdated.length, of: lines.length, percent };
}

/** Words on the way with the fewest and with the most, and whether it can go on behind. */
interface Way {
  readonly least: number;
  readonly most: number;
}

interface Ways {
  /** Of those that go on behind; null when none does. */
  readonly on: Way | null;
  /** Of those that leave the node. */
  readonly out: Way | null;
}

type Count = (text: Said['text']) => number;

function wayThrough(body: readonly Statement[], words: Count): Way {
  const { on, out } = through(body, words);
  return either(on, out) ?? { least: 0, most: 0 };
}

function through(body: readonly Statement[], words: Count): Ways {
  let on: Way | null = { least: 0, most: 0 };
  let out: Way | null = null;
  for (const one of body) {
    if (on === null) break;
    const next = pass(one, words);
    out = either(out, plus(on, next.out));
    on = plus(on, next.on);
  }
  return { on, out };
}

function pass(one: Statement, words: Count): Ways {
  const free: Way = { least: 0, most: 0 };
  switch (one.kind) {
    case 'line': {
      const own = words(one.text);
      return { on: { least: one.text.condition === null ? own : 0, most: own }, out: null };
    }
    case 'options':
    case 'group': {
      const choices = one.kind === 'options' ? one.options : one.items;
      const ways = choices.map(({ text, body }) => after(words(text), through(body, words)));
      const mayPass = choices.every(({ text }) => text.condition !== null);
      return anyOf(mayPass ? [...ways, { on: free, out: null }] : ways);
    }
    case 'if': {
      const ways = one.arms.map(({ body }) => through(body, words));
      const hasElse = one.arms.some(({ condition }) => condition === null);
      return anyOf(hasElse ? ways : [...ways, { on: free, out: null }]);
    }
    case 'once':
      return anyOf([through(one.body, words), through(one.otherwise, words)]);
    case 'jump':
    case 'return':
    case 'stop':
      return { on: null, out: free };
    case 'call':
    case 'command':
    case 'declare':
    case 'detour':
    case 'enum':
    case 'set':
      return { on: free, out: null };
  }
}

function after(own: number, { on, out }: Ways): Ways {
  const first = { least: own, most: own };
  return { on: plus(first, on), out: plus(first, out) };
}

function anyOf(ways: readonly Ways[]): Ways {
  return ways.reduce<Ways>((a, b) => ({ on: either(a.on, b.on), out: either(a.out, b.out) }), { on: null, out: null });
}

function either(a: Way | null, b: Way | null): Way | null {
  if (a === null || b === null) return a ?? b;
  return { least: Math.min(a.least, b.least), most: Math.max(a.most, b.most) };
}

function plus(a: Way, b: Way | null): Way | null {
  return b === null ? null : { least: a.least + b.least, most: a.most + b.most };
}

function stats({ words, flags, json }: Given): number {
  const made = statsOf(openProject(words));
  if (json) {
    printJson(made);
    return EXIT.ok;
  }
  const { files, nodes, total, cities, acts, characters, locales, byNode } = made;
  print(`${count(files, 'file')}, ${count(nodes, 'node')}`);
  const rows = { all: total };
  for (const [title, part] of Object.entries({ '': rows, city: cities, act: acts, character: characters })) {
    print(`\n${tableText(title, Object.entries(part))}`);
  }
  for (const [locale, { translated, outdated, of, percent }] of Object.entries(locales)) {
    print(
      `\n${locale}: ${translated} of ${count(of, 'line')} translated, ${outdated} of them to be updated (${percent}% good)`,
    );
  }
  if (flags['nodes'] === true) {
    print('\nnode: words, shortest to longest way');
    for (const one of byNode) print(`  ${one.node}: ${one.words}, ${one.shortest} to ${one.longest} (${one.file})`);
  }
  return EXIT.ok;
}

function tableText(title: string, rows: readonly (readonly [string, Amount])[]): string {
  const cells = [
    [title, 'words', 'lines', 'options', 'minutes'],
    ...rows.map(([name, { words, lines, options, minutes }]) => [
      name,
      `${words}`,
      `${lines}`,
      `${options}`,
      minutes.toFixed(1),
    ]),
  ];
  const widths = cells[0].map((_, k) => Math.max(...cells.map((row) => row[k].length)));
  return cells
    .map((row) => row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k]) : cell.padStart(widths[k]))).join('  '))
    .join('\n');
}
