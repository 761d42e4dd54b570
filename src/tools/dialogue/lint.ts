// npm run dialogue -- lint: what a good editor would mark in a script that compiles.

import type { Code, Diagnostic } from '../../core/yarn/diagnostics.ts';
import { BadInput, EXIT, print, printJson, type Command, type Given } from '../cli.ts';
import { count } from './check.ts';
import { helpFor } from './help.ts';
import { isSilenced, type Finding } from './lint/finding.ts';
import { saidIn } from './lint/said.ts';
import { settingsOf, USUAL } from './lint/settings.ts';
import { RULES } from './lint/table.ts';
import { openProject, rewritten, syntaxErrors, writeAll, type Edit, type Opened } from './opened.ts';
import { pageOf } from './walk.ts';

export const lintCommand: Command = {
  usage: 'dialogue -- lint [FOLDER|FILE…] [--only RULE,…] [--fix] [--strict] [--rules] [--json]',
  doc:
    'What a good editor would mark in scripts that compile. #lint:RULE on a line, or // lint-ignore RULE above it, says that\n' +
    `it is meant. Words of the project stand in words.txt, voices in voices.md; its file may set "syntony": ${JSON.stringify(USUAL)}.`,
  options: {
    only: { type: 'string' },
    fix: { type: 'boolean' },
    strict: { type: 'boolean' },
    rules: { type: 'boolean' },
  },
  help: {
    only: 'these rules, by comma',
    fix: 'mends what has one answer: spaces, words twice, quotation marks, ellipses',
    strict: 'exit code 1 for any finding, not only for errors',
    rules: 'only says what each rule looks for',
  },
  run: lint,
};

/** Of the compiler's findings, those that lint repeats though they may be no errors. */
const OF_COMMANDS: ReadonlySet<Code> = new Set(['YS0060', 'YS0061', 'SY1002']);

export async function findingsOf(opened: Opened, only: ReadonlySet<string> | null = null): Promise<Finding[]> {
  const material = { opened, said: saidIn(opened), settings: settingsOf(opened.project) };
  const found: Finding[] = opened.compiled.diagnostics.flatMap((one) => fromCompiler(one));
  for (const { name, look } of RULES) {
    if (only !== null && !only.has(name)) continue;
    for (const one of await look(material)) found.push({ ...one, rule: name, severity: 'warning' });
  }
  const pages = new Map(opened.scripts.map(({ file, text }) => [file, pageOf(text)]));
  const order = new Map(opened.scripts.map(({ file }, k) => [file, k]));
  return found
    .filter((one) => opened.project.asked.has(one.file) && !isSilenced(one, pages.get(one.file) ?? pageOf('')))
    .filter(({ rule, severity }) => only === null || only.has(rule) || severity === 'error')
    .sort(
      (a, b) =>
        (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0) ||
        a.range.start.line - b.range.start.line ||
        a.range.start.column - b.range.start.column,
    );
}

function fromCompiler({ file, range, severity, code, message, suggestion }: Diagnostic): Finding[] {
  const isCommand = OF_COMMANDS.has(code);
  if (severity !== 'error' && (!isCommand || severity === 'none')) return [];
  const rule = isCommand ? 'command' : 'error';
  return [
    {
      rule,
      file,
      range,
      severity,
      message: `${code}: ${message}`,
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ];
}

async function lint({ words, flags, json }: Given): Promise<number> {
  if (flags['rules'] === true) return tellRules(json);
  const opened = openProject(words);
  const only = rulesNamed(flags['only']);
  const all = await findingsOf(opened, only);
  const fixed = flags['fix'] === true ? fix(opened, all) : new Set<Finding>();
  const found = all.filter((one) => !fixed.has(one));
  if (json) {
    printJson(
      found.map(({ rule, file, range, severity, message, suggestion }) => ({
        file,
        line: range.start.line + 1,
        column: range.start.column + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.column + 1,
        severity,
        rule,
        message,
        ...(suggestion === undefined ? {} : { suggestion }),
      })),
    );
  } else {
    for (const { file, range, severity, rule, message, suggestion } of found) {
      const help = suggestion === undefined ? '' : `; ${helpFor(suggestion)}`;
      print(`${file}:${range.start.line + 1}:${range.start.column + 1}: ${severity}: ${rule}: ${message}${help}`);
    }
    const mended = fixed.size > 0 ? `, ${fixed.size} mended` : '';
    print(`${count(found.length, 'finding')}${mended} in ${count(opened.project.asked.size, 'file')}`);
  }
  const errors = found.some(({ severity }) => severity === 'error');
  return errors || (flags['strict'] === true && found.length > 0) ? EXIT.no : EXIT.ok;
}

const ALL_RULES = [...RULES, { name: 'command', doc: 'a command of the game that is unknown or has wrong words' }];

function tellRules(json: boolean): number {
  const rules = ALL_RULES.map(({ name, doc }) => ({ name, doc }));
  if (json) printJson(rules);
  else for (const { name, doc } of rules) print(`${name.padEnd(18)} ${doc}`);
  return EXIT.ok;
}

function rulesNamed(said: string | boolean | undefined): ReadonlySet<string> | null {
  if (typeof said !== 'string') return null;
  const known = ALL_RULES.map(({ name }) => name);
  const names = said.split(',').map((one) => one.trim());
  const stranger = names.find((one) => !known.includes(one));
  if (stranger !== undefined)
    throw new BadInput(`--only: there is no rule “${stranger}”; there are ${known.join(', ')}`);
  return new Set(names);
}

/** Mends what it can; of two that touch, the first. Not while the scripts cannot be read for certain. */
function fix({ compiled, scripts }: Opened, found: readonly Finding[]): Set<Finding> {
  const fixed = new Set<Finding>();
  if (syntaxErrors(compiled).length > 0) return fixed;
  const files = new Map<string, string>();
  for (const { file, text } of scripts) {
    const edits: Edit[] = [];
    for (const one of found) {
      if (one.file !== file || one.fix === undefined) continue;
      const { from, to } = one.fix;
      if (edits.some((other) => from < other.to && other.from < to)) continue;
      edits.push(one.fix);
      fixed.add(one);
    }
    if (edits.length > 0) files.set(file, rewritten(file, text, edits));
  }
  writeAll(files);
  return fixed;
}
