// The rows of the official types.json that run something: plans, values read, saliency, nodes asked for.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Functions } from '../../../src/core/story/host.ts';
import { StoryError, type StoryFunction, type Strategy } from '../../../src/core/story/story.ts';
import { compile, type CompileOptions, type Source } from '../../../src/core/yarn/compile.ts';
import {
  STANDARD_FUNCTIONS,
  type BasicType,
  type FunctionSignature,
  type ParameterType,
} from '../../../src/core/yarn/library.ts';
import type { Value } from '../../../src/core/yarn/program.ts';
import { parsePlan } from '../../../src/tools/dialogue/plan.ts';
import { playPlan } from '../../../src/tools/dialogue/play-plan.ts';
import { stageOf } from '../../../src/tools/dialogue/testplan.ts';
import { OFFICIAL, readSource } from '../../support/dialogues.ts';

interface SaliencyRow {
  readonly group: string;
  readonly when?: string;
  readonly candidates?: number;
  readonly passing?: number;
  readonly failing?: number;
  readonly complexityInSourceOrder?: readonly number[];
  readonly throws?: string;
}

interface Row {
  readonly id: string;
  readonly source?: string;
  readonly files?: readonly { readonly path: string }[];
  readonly library?: { readonly functions?: readonly string[] };
  readonly runtimeFunctions?: readonly string[];
  readonly externalVariables?: readonly { name: string; type: BasicType; initial: Value }[];
  readonly setBeforeRun?: Readonly<Record<string, Value>>;
  readonly testplan?: string;
  readonly testplanFile?: string;
  readonly expectedValues?: Readonly<Record<string, Value>>;
  readonly valuesRead?: string;
  readonly saliency?: SaliencyRow | readonly SaliencyRow[];
  readonly strategy?: Strategy;
  readonly firstContinueFromStart?: string;
  readonly expectRuntimeError?: string;
  readonly nodeExists?: Readonly<Record<string, boolean>>;
  readonly nodesWithPrefix?: Readonly<Record<string, number>>;
  readonly nodeCount?: number;
  readonly isNodeGroup?: Readonly<Record<string, boolean>>;
  readonly startNodeThrows?: string;
  readonly currentNode?: readonly { readonly after: string; readonly is: string | null }[];
}

const RUNS = [
  'testplan',
  'testplanFile',
  'expectedValues',
  'saliency',
  'firstContinueFromStart',
  'expectRuntimeError',
  'nodeExists',
  'nodesWithPrefix',
  'isNodeGroup',
  'startNodeThrows',
  'currentNode',
  'nodeCount',
];

const TABLE = `${OFFICIAL}/types.json`;
const rows: readonly Row[] = existsSync(TABLE)
  ? (JSON.parse(readFileSync(TABLE, 'utf8')) as { rows: Row[] }).rows.filter((row) => RUNS.some((key) => key in row))
  : [];

/** Storage here is typed: a row that declares one type and stores another is none of ours. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'types.TestInitialValues':
    'declares $external_int a Bool that is true and $external_bool a Number that is 42, then stores the other type in each; the plan itself is run below with the types put right',
};

/** What functions do, by the words in which the table says it. */
const RETURNS: Readonly<Record<string, StoryFunction>> = {
  true: () => true,
  '1': () => 1,
  '"llo"': () => 'llo',
  argument: ([a]) => a,
  'argument == 1': ([a]) => a === 1,
  'not a': ([a]) => a !== true,
  'a + b': ([a, b]) => (typeof a === 'string' ? a + String(b) : Number(a) + Number(b)),
  'the sum': (all) => sum(all),
  'the sum (0 for none)': (all) => sum(all),
  'the string followed by the sum': ([first, ...rest]) => `${String(first)}${sum(rest)}`,
};

function functionsOf({ runtimeFunctions = [] }: Row): Functions {
  return Object.fromEntries(
    runtimeFunctions.map((text) => {
      const [, name, does] = /^(\w+).* returns (.*)$/.exec(text) ?? [];
      expect(RETURNS).toHaveProperty([does]);
      return [name, RETURNS[does]];
    }),
  );
}

function sum(all: readonly Value[]): number {
  return all.reduce<number>((total, one) => total + Number(one), 0);
}

function signatureOf(text: string): FunctionSignature {
  const [, name, inside, returns] = /^(\w+)\((.*)\) -> (\w+)$/.exec(text) ?? [];
  const words = inside === '' ? [] : inside.split(', ');
  const rest = words.find((word) => word.startsWith('...'))?.slice(3) as ParameterType | undefined;
  const parameters = words.filter((word) => !word.startsWith('...')) as ParameterType[];
  return { name, parameters, returns: returns as ParameterType, ...(rest === undefined ? {} : { rest }) };
}

function sourcesOf({ source, files = [] }: Row): Source[] {
  if (source !== undefined) return [{ file: 'input', text: source }];
  return files.map(({ path }) => readSource(`${OFFICIAL}/cases/${path}`));
}

function stageFor(row: Row) {
  const functions = [...STANDARD_FUNCTIONS, ...(row.library?.functions ?? []).map(signatureOf)];
  const options: CompileOptions = {
    library: { functions, commands: null, unknownFunctions: 'infer' },
    languageVersion: 4,
    externalVariables: row.externalVariables ?? [],
  };
  const compiled = compile(sourcesOf(row), options);
  expect(compiled.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const stage = stageOf(compiled, functionsOf(row));
  for (const [name, value] of Object.entries(row.setBeforeRun ?? {})) stage.host.set(name, value);
  if (row.strategy !== undefined) stage.host.strategy(row.strategy);
  return stage;
}

type Stage = ReturnType<typeof stageFor>;

function checkSaliency({ host, sequencer }: Stage, row: SaliencyRow): void {
  if (row.throws !== undefined) {
    expect(() => host.candidates(row.group)).toThrow(StoryError);
    return;
  }
  if (row.when?.startsWith('after one Continue') === true) sequencer.start('Start');
  const found = host.candidates(row.group);
  if (row.candidates !== undefined) expect(found).toHaveLength(row.candidates);
  if (row.passing !== undefined) expect(found.filter(({ open }) => open)).toHaveLength(row.passing);
  if (row.failing !== undefined) expect(found.filter(({ open }) => !open)).toHaveLength(row.failing);
  if (row.complexityInSourceOrder !== undefined) {
    expect(found.map(({ complexity }) => complexity)).toEqual(row.complexityInSourceOrder);
  }
}

function check(row: Row): void {
  const stage = stageFor(row);
  const { host, sequencer } = stage;
  const { program } = host;
  if (row.expectedValues !== undefined) {
    if (row.valuesRead?.startsWith('after running Start') === true) {
      sequencer.start('Start');
      while (sequencer.view().kind !== 'end') sequencer.advance();
    }
    const read = Object.keys(row.expectedValues).map((name) => [name, host.evaluate(['$', name])] as const);
    expect(Object.fromEntries(read)).toEqual(row.expectedValues);
  }
  const plan = row.testplanFile === undefined ? row.testplan : readSource(`${OFFICIAL}/cases/${row.testplanFile}`).text;
  if (plan !== undefined) expect(playPlan(stage, parsePlan(plan))).toBeNull();
  if (row.saliency !== undefined) {
    const asked = Array.isArray(row.saliency) ? (row.saliency as SaliencyRow[]) : [row.saliency as SaliencyRow];
    // when the group is entered, Start has done this and no more
    if (asked[0].when?.startsWith('running Start') === true) host.set('$condition', true);
    for (const one of asked) checkSaliency(stage, one);
  }
  if (row.firstContinueFromStart !== undefined) {
    sequencer.start('Start');
    expect(sequencer.view().kind).not.toBe('options');
  }
  if (row.expectRuntimeError !== undefined) expect(() => sequencer.start('Start')).toThrow(StoryError);
  for (const [name, is] of Object.entries(row.nodeExists ?? {})) expect(host.exists(name)).toBe(is);
  for (const [name, is] of Object.entries(row.isNodeGroup ?? {})) expect(Object.hasOwn(program.groups, name)).toBe(is);
  for (const [prefix, count] of Object.entries(row.nodesWithPrefix ?? {})) {
    expect(Object.keys(program.nodes).filter((name) => name.startsWith(prefix))).toHaveLength(count);
  }
  if (row.nodeCount !== undefined) expect(Object.keys(program.nodes)).toHaveLength(row.nodeCount);
  if (row.startNodeThrows !== undefined) {
    expect(() => sequencer.start(row.startNodeThrows ?? '')).toThrow(StoryError);
  }
  for (const { after, is } of row.currentNode ?? []) {
    if (after.startsWith('start ')) sequencer.start(after.slice('start '.length));
    if (after === 'stop') while (sequencer.view().kind !== 'end') advanceSomehow(stage);
    const { at, node } = sequencer.snapshot();
    expect(at === null ? null : node).toBe(is);
  }
}

function advanceSomehow({ sequencer }: Stage): void {
  const view = sequencer.view();
  const open = view.kind === 'options' ? view.options.findIndex((one) => one.open) : -1;
  sequencer.advance(open < 0 ? undefined : open);
}

describe('types.json, what runs', () => {
  const kept = rows.filter(({ id }) => !(id in LEFT_OUT)).map((row): [string, Row | null] => [row.id, row]);
  it.skipIf(kept.length === 0).each(kept.length === 0 ? [['(not here)', null] as [string, Row | null]] : kept)(
    '%s',
    (_, row) => {
      if (row !== null) check(row);
    },
  );

  it.skipIf(rows.length === 0)('types.TestInitialValues, with the types put right', () => {
    const row = rows.find(({ id }) => id === 'types.TestInitialValues');
    if (row === undefined) throw new Error('the row is gone');
    const externalVariables = [
      { name: '$external_str', type: 'String', initial: '' },
      { name: '$external_int', type: 'Number', initial: 0 },
      { name: '$external_bool', type: 'Bool', initial: false },
    ] as const;
    check({ ...row, externalVariables });
  });

  it.skipIf(rows.length === 0)('leaves out only rows that are there', () => {
    expect(Object.keys(LEFT_OUT).filter((id) => !rows.some((row) => row.id === id))).toEqual([]);
  });
});
