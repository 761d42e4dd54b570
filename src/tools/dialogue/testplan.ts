// npm run dialogue -- testplan: scripts are compiled and run by the plans beside them, in the official way.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { obey } from '../../core/run/commands.ts';
import { STORY_FUNCTIONS } from '../../core/run/functions.ts';
import { NEW_GAME, type Game } from '../../core/run/game.ts';
import { isGameLibrary } from '../../core/run/library.ts';
import { createHost, type Functions } from '../../core/story/host.ts';
import { createSequencer } from '../../core/story/sequencer.ts';
import type { StoryFunction } from '../../core/story/story.ts';
import { render } from '../../core/story/text.ts';
import { compile, type Compiled, type CompileOptions, type Source } from '../../core/yarn/compile.ts';
import { hasErrors, type Diagnostic } from '../../core/yarn/diagnostics.ts';
import { STANDARD_LIBRARY, type FunctionSignature, type Library } from '../../core/yarn/library.ts';
import { BadInput, EXIT, print, printJson, type Command, type Given } from '../cli.ts';
import { findFiles } from './glob.ts';
import { parsePlan, PlanError } from './plan.ts';
import { playPlan, type PlanFailure, type Stage } from './play-plan.ts';
import { loadProject, nameOf } from './project.ts';
import { writtenText } from './wording.ts';

export interface Tested {
  /** The script, or the plan where scripts are compiled together. */
  readonly file: string;
  readonly passed: boolean;
  /** Where it went wrong, counted from 1: in the plan, or in the script that does not compile. */
  readonly failure?: PlanFailure & { readonly file: string };
}

/** Known to the compiler besides the standard library, as upstream's own tests have it. */
const TEST_SIGNATURES: readonly FunctionSignature[] = [
  { name: 'assert', parameters: ['Bool'], returns: 'Bool' },
  { name: 'add_three_operands', parameters: ['Number', 'Number', 'Number'], returns: 'Number' },
  { name: 'set_objective_complete', parameters: ['String'], returns: 'Bool' },
  { name: 'is_objective_active', parameters: ['String'], returns: 'Bool' },
  { name: 'get_quest_status', parameters: ['String'], returns: 'String' },
];

/** What they do. The `dummy` ones are there when a script runs, and unknown to the compiler. */
export const TEST_FUNCTIONS: Readonly<Record<string, StoryFunction>> = {
  assert: ([holds]) => {
    if (holds !== true) throw new Error('assert: what was to hold does not');
    return true;
  },
  add_three_operands: ([a, b, c]) => Number(a) + Number(b) + Number(c),
  set_objective_complete: () => true,
  is_objective_active: () => true,
  get_quest_status: () => 'InProgress',
  dummy_bool: () => true,
  dummy_number: () => 1,
  dummy_string: () => 'string',
};

const NEWEST_LANGUAGE = 4;

export function testOptions(library: Library = STANDARD_LIBRARY): CompileOptions {
  return {
    library: { ...library, functions: [...library.functions, ...TEST_SIGNATURES] },
    languageVersion: NEWEST_LANGUAGE,
  };
}

/** A compiled script, ready to be run by a plan. */
export function stageOf(compiled: Compiled, functions: Functions = {}, isGame = false): Stage {
  const { program, strings } = compiled;
  if (program === null) throw new Error('what does not compile cannot be run');
  const table: Record<string, string> = Object.create(null);
  for (const id of strings.keys()) table[id] = writtenText(strings, id);
  const host = createHost(program, { ...TEST_FUNCTIONS, ...(isGame ? STORY_FUNCTIONS : {}), ...functions });
  let game: Game = NEW_GAME;
  host.context = game;
  return {
    host,
    sequencer: createSequencer(host),
    textOf: (line) => render(table, line, { locale: 'en', plural: pluralIn, keepName: true }).text,
    ...(isGame ? { obey: (command: string) => void (host.context = game = obey(game, command).game) } : {}),
  };
}

function pluralIn(locale: string, value: number, type: 'cardinal' | 'ordinal'): Intl.LDMLPluralRule {
  return new Intl.PluralRules(locale, { type }).select(value);
}

/** One script and its plan; without a plan it must be rejected, at places that exist. */
export function testScript(source: Source, plan: Source | null, options = testOptions()): Tested {
  const { file } = source;
  const compiled = compile([source], options);
  if (plan === null) {
    const broken = compiled.diagnostics.find((one) => !isPlace(one));
    if (broken !== undefined) {
      return failed(file, file, 1, 'a diagnostic without a place', 'a valid range', `${broken.code} ${broken.message}`);
    }
    if (hasErrors(compiled.diagnostics)) return { file, passed: true };
    return failed(file, file, 1, 'there is no plan, so this must not compile', 'an error', 'no error');
  }
  return testPlan(file, plan, compiled);
}

/** The plan over what was compiled. */
function testPlan(file: string, plan: Source, compiled: Compiled, isGame = false): Tested {
  const error = compiled.diagnostics.find(({ severity }) => severity === 'error');
  if (error !== undefined) {
    const { start } = error.range;
    const got = `${error.code}: ${error.message} (${error.file}:${start.line + 1}:${start.column + 1})`;
    return failed(file, error.file, start.line + 1, 'it does not compile', 'no error', got);
  }
  try {
    const runs = parsePlan(plan.text);
    const stage = stageOf(compiled, {}, isGame);
    // a script without a Start is only to compile
    if (!stage.host.exists('Start')) return { file, passed: true };
    const failure = playPlan(stage, runs);
    return failure === null
      ? { file, passed: true }
      : { file, passed: false, failure: { ...failure, file: plan.file } };
  } catch (problem) {
    if (!(problem instanceof PlanError)) throw problem;
    return failed(file, plan.file, problem.line, 'this is no plan', 'a plan', problem.message);
  }
}

function failed(file: string, at: string, line: number, message: string, expected: string, got: string): Tested {
  return { file, passed: false, failure: { file: at, line, message, expected, got } };
}

function isPlace({ range: { start, end } }: Diagnostic): boolean {
  const isAfter = end.line > start.line || (end.line === start.line && end.column >= start.column);
  return isAfter && start.line >= 0 && start.column >= 0 && end.column >= 0;
}

export const testplanCommand: Command = {
  usage: 'dialogue -- testplan FOLDER|FILE… [--project FOLDER] [--json]',
  doc: 'Runs every script by the plan beside it; one without a plan must not compile.',
  options: { project: { type: 'string' } },
  help: { project: 'compile all its scripts as one, and run every plan in it against that' },
  run: testplan,
};

function testplan({ words, flags, json }: Given): number {
  const project = flags['project'];
  if (project === undefined && words.length === 0) throw new BadInput('name a folder or files (see --help)');
  const tested = [...words.flatMap(testPath), ...(project === undefined ? [] : testProject(String(project)))];
  const failures = tested.filter(({ passed }) => !passed);
  const counts = { passed: tested.length - failures.length, failed: failures.length };
  if (json) printJson({ ...counts, files: tested });
  else {
    for (const { failure } of failures) if (failure !== undefined) print(failureText(failure));
    print(`${counts.passed} passed, ${counts.failed} failed`);
  }
  return failures.length === 0 ? EXIT.ok : EXIT.no;
}

function testPath(word: string): Tested[] {
  const path = resolve(word);
  const is = statSync(path, { throwIfNoEntry: false });
  if (is === undefined) throw new BadInput(`there is no file or folder “${word}”`);
  const files = is.isDirectory() ? findFiles(path, ['**/*.yarn'], []) : [path.replace(/\.testplan$/, '.yarn')];
  if (files.length === 0) throw new BadInput(`there are no .yarn files in “${word}”`);
  if (!files.every((file) => existsSync(file))) throw new BadInput(`there is no script for “${word}”`);
  return files.map((file) => {
    const plan = file.replace(/\.yarn$/, '.testplan');
    return testScript(read(file), existsSync(plan) ? read(plan) : null);
  });
}

function testProject(folder: string): Tested[] {
  const { library } = loadProject([folder]);
  const root = resolve(folder);
  const plans = findFiles(root, ['**/*.testplan'], []);
  if (plans.length === 0) throw new BadInput(`there are no .testplan files in “${folder}”`);
  const compiled = compile(findFiles(root, ['**/*.yarn'], []).map(read), testOptions(library));
  return plans.map((plan) => testPlan(nameOf(plan), read(plan), compiled, isGameLibrary(library)));
}

function read(path: string): Source {
  return { file: nameOf(path), text: readFileSync(path, 'utf8') };
}

function failureText({ file, line, message, expected, got }: NonNullable<Tested['failure']>): string {
  return `${file}:${line}: ${message}\n  expected\n    ${indented(expected)}\n  got\n    ${indented(got)}\n`;
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n    ');
}
