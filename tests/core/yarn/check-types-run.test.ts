// What the official table of types (../shared/yarn-cases/types.json) says of running: plans, values, saliency, headers,
// line ids. Rows of project files are read by tests/tools/dialogue-project.test.ts. Skipped without the table.

import { describe, expect, it } from 'vitest';
import { createHost } from '../../../src/core/story/host.ts';
import { createSequencer } from '../../../src/core/story/sequencer.ts';
import { STRATEGIES, StoryError } from '../../../src/core/story/story.ts';
import type { StoryFunction } from '../../../src/core/story/story.ts';
import { compile } from '../../../src/core/yarn/compile.ts';
import type { Compiled } from '../../../src/core/yarn/compile.ts';
import type { Value } from '../../../src/core/yarn/program.ts';
import { edited } from '../../../src/tools/dialogue/opened.ts';
import { parsePlan } from '../../../src/tools/dialogue/plan.ts';
import { playPlan } from '../../../src/tools/dialogue/play-plan.ts';
import { missingIds } from '../../../src/tools/dialogue/tag.ts';
import { stageOf } from '../../../src/tools/dialogue/testplan.ts';
import { compileRow, hasOfficial, officialRows, readOfficial, shown } from '../../support/yarn-rows.ts';
import type { Row } from '../../support/yarn-rows.ts';

interface Saliency {
  readonly group: string;
  readonly when?: string;
  readonly candidates?: number;
  readonly passing?: number;
  readonly failing?: number;
  readonly complexityInSourceOrder?: readonly number[];
  readonly throws?: string;
}

interface RunRow extends Row {
  readonly runtimeFunctions?: readonly string[];
  readonly testplan?: string;
  readonly testplanFile?: string;
  readonly setBeforeRun?: Readonly<Record<string, Value>>;
  readonly expectRuntimeError?: string;
  readonly expectedValues?: Readonly<Record<string, Value>>;
  readonly valuesRead?: string;
  readonly saliency?: Saliency | readonly Saliency[];
  readonly strategy?: string;
  readonly startNodeThrows?: string;
  readonly currentNode?: readonly { readonly after: string; readonly is: string | null }[];
  readonly firstContinueFromStart?: string;
  readonly headerFirstWord?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly nodeTags?: Readonly<Record<string, readonly string[]>>;
  readonly writtenButNeverRead?: readonly string[];
  readonly tagLines?: {
    readonly existing?: number;
    readonly added?: number;
    readonly stringTableCount?: number;
    readonly lines?: readonly { readonly line: string | null; readonly text: string }[];
  };
}

/** Left out, each with its reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'types.TestInitialValues':
    'the row gives the types of two variables the wrong way round; a variable here holds the type it was declared with',
};
/**
 * Of `project.TestDeclarationFilesAreGenerated` types.test.ts runs all but `regeneratedDeclarations`: no tool here writes
 * declarations for a writer, who keeps them where they stand.
 */

const rows = (officialRows('types.json') as readonly RunRow[]).filter((row) => !(row.id in LEFT_OUT));

const FUNCTIONS: Readonly<Record<string, StoryFunction>> = {
  func_void_bool: () => true,
  func_void_int: () => 1,
  func_void_str: () => 'llo',
  func_int_bool: ([one]) => one === 1,
  func_bool_bool: ([one]) => one,
  func_str_bool: () => true,
  demo_function: () => true,
  add_three_operands: sum,
  variadic_add: sum,
  variadic_string_add: ([text, ...rest]) => `${text}${sum(rest)}`,
  ConcatString: ([a, b]) => `${a}${b}`,
  AddInt: sum,
  AddFloat: sum,
  NegateBool: ([one]) => !one,
};

/** By name, but for those that a row wants to be always true. */
function functionsOf(row: RunRow): Readonly<Record<string, StoryFunction>> {
  const always = (row.runtimeFunctions ?? []).filter((one) => one.endsWith(' returns true'));
  return { ...FUNCTIONS, ...Object.fromEntries(always.map((one) => [one.split('(')[0], () => true])) };
}

function sum(args: readonly Value[]): number {
  return args.reduce<number>((all, one) => all + Number(one), 0);
}

function programOf(row: RunRow): NonNullable<Compiled['program']> {
  const { program, diagnostics } = compileRow(row);
  if (!program) throw new Error(diagnostics.map(shown).join('\n'));
  return program;
}

function hostOf(row: RunRow) {
  const host = createHost(programOf(row), functionsOf(row));
  const strategy = STRATEGIES.find((one) => one === row.strategy);
  if (strategy) host.strategy(strategy);
  for (const [name, value] of Object.entries(row.setBeforeRun ?? {})) host.set(name, value);
  return host;
}

function having(key: keyof RunRow): (readonly [string, RunRow])[] {
  return rows.filter((row) => row[key] !== undefined).map((row) => [row.id, row]);
}

describe.skipIf(!hasOfficial)('the official table of types, run', () => {
  const planned = [...having('testplan'), ...having('testplanFile')];
  it.each(planned)('plan of %s', (_, row) => {
    const stage = stageOf(compileRow(row), functionsOf(row));
    const text = row.testplan ?? readOfficial(row.testplanFile ?? '');
    expect(playPlan(stage, parsePlan(text))).toBeNull();
  });

  it.each(having('expectedValues'))('values of %s', (_, row) => {
    const host = hostOf(row);
    if (row.valuesRead?.startsWith('after running')) {
      const sequencer = createSequencer(host);
      sequencer.start('Start');
      while (sequencer.view().kind !== 'end') sequencer.advance();
    }
    for (const [name, value] of Object.entries(row.expectedValues ?? {})) {
      expect(host.evaluate(['$', name]), name).toEqual(value);
    }
  });

  it.each(having('expectRuntimeError'))('fault of %s', (_, row) => {
    const sequencer = createSequencer(hostOf(row));
    expect(() => sequencer.start('Start')).toThrow(StoryError);
  });

  it.each(having('saliency'))('saliency of %s', (_, row) => {
    const host = hostOf(row);
    const sequencer = createSequencer(host);
    for (const wanted of [row.saliency ?? []].flat()) {
      if (wanted.throws !== undefined) {
        expect(() => host.candidates(wanted.group)).toThrow();
        continue;
      }
      if (wanted.when?.startsWith('running')) host.set('$condition', true);
      if (wanted.when?.startsWith('after one')) sequencer.start('Start');
      const found = host.candidates(wanted.group);
      const passing = found.filter(({ open }) => open).length;
      const { candidates, passing: pass, failing, complexityInSourceOrder } = wanted;
      if (candidates !== undefined) expect(found).toHaveLength(candidates);
      if (pass !== undefined) expect(passing).toBe(pass);
      if (failing !== undefined) expect(found.length - passing).toBe(failing);
      if (complexityInSourceOrder) expect(found.map(({ complexity }) => complexity)).toEqual(complexityInSourceOrder);
    }
  });

  it.each(having('startNodeThrows'))('no such node: %s', (_, row) => {
    const sequencer = createSequencer(hostOf(row));
    expect(() => sequencer.start(row.startNodeThrows ?? '')).toThrow(StoryError);
  });

  it.each(having('currentNode'))('node of %s', (_, row) => {
    const sequencer = createSequencer(hostOf(row));
    sequencer.start('Sally');
    expect(sequencer.snapshot().node).toBe('Sally');
  });

  it.each(having('firstContinueFromStart'))('first of %s', (_, row) => {
    const sequencer = createSequencer(hostOf(row));
    sequencer.start('Start');
    expect(sequencer.view().kind).not.toBe('options');
  });

  it.each([...having('headerFirstWord'), ...having('nodeTags')])('headers of %s', (_, row) => {
    const { nodes } = programOf(row);
    for (const [node, headers] of Object.entries(row.headerFirstWord ?? {})) {
      for (const [key, word] of Object.entries(headers)) expect(nodes[node].headers[key].split(' ')[0]).toBe(word);
    }
    for (const [node, tags] of Object.entries(row.nodeTags ?? {})) {
      expect(nodes[node].headers['tags'].split(/\s+/)).toEqual(tags);
    }
  });

  it.each(having('writtenButNeverRead'))('reads and writes of %s', (_, row) => {
    const { variables, trees } = compileRow(row);
    const read = new Set<unknown>();
    JSON.stringify(trees, (_key, value: unknown) => {
      const { kind, name } = (value ?? {}) as { kind?: unknown; name?: unknown };
      if (kind === 'variable') read.add(name);
      return value;
    });
    const unread = variables.map(({ name }) => name).filter((name) => !read.has(name));
    expect(unread).toEqual(row.writtenButNeverRead);
  });

  it.each(having('tagLines'))('ids added to %s', (_, row) => {
    const text = row.source ?? '';
    const before = compileRow(row);
    const taken = new Set<string>();
    const missing = missingIds([{ file: '<input>', text, tree: before.trees[0] }], new Set(['<input>']), taken);
    const tagged = edited(
      text,
      missing.map(({ edit }) => edit),
    );
    const after = compile([{ file: '<input>', text: tagged }]);
    expect(after.diagnostics.filter(({ severity }) => severity === 'error').map(shown)).toEqual([]);
    const { added, existing, stringTableCount, lines = [] } = row.tagLines ?? {};
    if (added !== undefined) expect(missing).toHaveLength(added);
    if (existing !== undefined) expect(text.match(/#line:\w+/g)).toHaveLength(existing);
    if (stringTableCount !== undefined) expect(after.strings.size).toBe(stringTableCount);
    const left = [...after.strings.values()];
    // Those that name their id first, or one without might take it from them.
    const byId = [...lines.filter(({ line }) => line !== null), ...lines.filter(({ line }) => line === null)];
    for (const { line, text: wanted } of byId) {
      const index = left.findIndex((one) => one.text === wanted && !one.implicit && (line === null || one.id === line));
      expect(index, wanted).toBeGreaterThanOrEqual(0);
      left.splice(index, 1);
    }
    expect(tagged.split('\n').filter((one) => /\/\/.*#line:/.test(one))).toEqual([]);
    expect(tagged.split('\n').filter((one) => /#line:.*#shadow:|#shadow:.*#line:/.test(one))).toEqual([]);
  });
});

it.skipIf(!hasOfficial)('the rows are read: the official table of types', () => {
  expect(rows.length).toBeGreaterThan(100);
});
