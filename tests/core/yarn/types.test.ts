// The official table of types (../shared/yarn-cases/types.json), row by row: what the compiler finds out. It is not part
// of this project: without it these tests are skipped, and check-types.test.ts has cases of our own.

import { describe, expect, it } from 'vitest';
import type { Compiled, VariableInfo } from '../../../src/core/yarn/compile.ts';
import { compileRow, faultsOf, hasOfficial, officialRows } from '../../support/yarn-rows.ts';
import type { Row } from '../../support/yarn-rows.ts';

interface WantedVariable {
  readonly name: string;
  readonly type?: string;
  readonly initial?: unknown;
  readonly description?: string | null;
  readonly range?: {
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
  };
  readonly smart?: boolean;
  readonly dependsOn?: readonly string[];
  readonly dependents?: readonly string[];
  readonly dependsOnExact?: readonly string[];
  readonly dependentsExact?: readonly string[];
}

interface WantedLine {
  readonly line: string | null;
  readonly text?: string | null;
  readonly shadowOf?: string | null;
  readonly has?: readonly string[];
  readonly hasNot?: readonly string[];
}

interface TypesRow extends Row {
  readonly expectedVariables?: readonly WantedVariable[];
  readonly variablesExact?: boolean;
  readonly noOwnDeclarations?: boolean;
  readonly smartCount?: number;
  readonly inferredFunctions?: Readonly<Record<string, string>>;
  readonly expectedEnums?: readonly string[];
  readonly lineMetadata?: readonly WantedLine[];
  readonly stringTable?: { readonly count: number; readonly lines: readonly WantedLine[] };
  readonly nodeExists?: Readonly<Record<string, boolean>>;
  readonly isNodeGroup?: Readonly<Record<string, boolean>>;
  readonly nodesWithPrefix?: Readonly<Record<string, number>>;
  readonly nodeCount?: number;
  readonly linesOfNode?: Readonly<Record<string, readonly string[]>>;
  readonly headers?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly fileTags?: readonly string[];
}

const rows = (officialRows('types.json') as readonly TypesRow[]).filter(
  (row) => row.source !== undefined || row.files !== undefined,
);

describe.skipIf(!hasOfficial)('the official table of types', () => {
  it.each(rows.map((row) => [row.id, row] as const))('%s', (_, row) => {
    const compiled = compileRow(row);
    expect(faultsOf(row, compiled.diagnostics)).toEqual([]);
    if (row.expectOk && row.compile !== 'stringsOnly') expect(compiled.program).not.toBeNull();
    checkVariables(row, compiled);
    for (const [name, type] of Object.entries(row.inferredFunctions ?? {})) {
      expect(compiled.inferredFunctions.get(name), name).toBe(type);
    }
    const enums = compiled.enums.map(({ name }) => name);
    expect(enums).toEqual(expect.arrayContaining([...(row.expectedEnums ?? [])]));
    checkLines(row, compiled);
    checkNodes(row, compiled);
  });
});

function checkVariables(row: TypesRow, { variables }: Compiled): void {
  const byName = new Map(variables.map((one) => [one.name, one]));
  for (const wanted of row.expectedVariables ?? []) checkVariable(wanted, byName.get(wanted.name));
  if (row.variablesExact) {
    const names = (row.expectedVariables ?? []).map(({ name }) => name).sort();
    expect([...byName.keys()].sort()).toEqual(names);
  }
  if (row.noOwnDeclarations) expect(variables.filter(({ file }) => file !== '')).toEqual([]);
  if (row.smartCount !== undefined) expect(variables.filter(({ smart }) => smart)).toHaveLength(row.smartCount);
}

function checkVariable(wanted: WantedVariable, found: VariableInfo | undefined): void {
  expect(found, wanted.name).toBeDefined();
  if (!found) return;
  const { name, type, initial, description, smart } = wanted;
  const { start, end } = found.range;
  expect(found).toMatchObject({
    name,
    ...(type === undefined ? {} : { type }),
    ...(initial === undefined ? {} : { initial }),
    ...(description === undefined ? {} : { description }),
    ...(smart === undefined ? {} : { smart }),
  });
  if (wanted.range) {
    const { line, column, endLine, endColumn } = wanted.range;
    expect([start.line, start.column, end.line, end.column]).toEqual([line, column, endLine, endColumn]);
  }
  expect(found.dependsOn).toEqual(expect.arrayContaining([...(wanted.dependsOn ?? [])]));
  expect(found.dependents).toEqual(expect.arrayContaining([...(wanted.dependents ?? [])]));
  if (wanted.dependsOnExact) expect(found.dependsOn).toEqual(wanted.dependsOnExact);
  if (wanted.dependentsExact) expect(found.dependents).toEqual(wanted.dependentsExact);
}

function checkLines(row: TypesRow, { strings }: Compiled): void {
  const left = [...strings.values()];
  for (const wanted of [...(row.lineMetadata ?? []), ...(row.stringTable?.lines ?? [])]) {
    const found = left.find(({ id, shadowOf }) =>
      wanted.line === '*' ? shadowOf === wanted.shadowOf : id === wanted.line,
    );
    expect(found, String(wanted.line)).toBeDefined();
    if (!found) continue;
    if (wanted.text !== undefined) expect(found.text).toBe(wanted.text);
    if (wanted.shadowOf !== undefined) expect(found.shadowOf).toBe(wanted.shadowOf);
    expect(found.tags).toEqual(expect.arrayContaining([...(wanted.has ?? [])]));
    for (const tag of wanted.hasNot ?? []) expect(found.tags).not.toContain(tag);
  }
  if (row.stringTable) expect(strings.size).toBe(row.stringTable.count);
}

function checkNodes(row: TypesRow, compiled: Compiled): void {
  const { program } = compiled;
  if (!program) return;
  const groups = Object.keys(program.groups);
  const nodes = [...Object.keys(program.nodes), ...groups];
  for (const [name, exists] of Object.entries(row.nodeExists ?? {})) expect(nodes.includes(name), name).toBe(exists);
  for (const [name, isGroup] of Object.entries(row.isNodeGroup ?? {}))
    expect(groups.includes(name), name).toBe(isGroup);
  for (const [prefix, count] of Object.entries(row.nodesWithPrefix ?? {})) {
    expect(nodes.filter((name) => name.startsWith(prefix))).toHaveLength(count);
  }
  if (row.nodeCount !== undefined) expect(nodes).toHaveLength(row.nodeCount);
  for (const [node, ids] of Object.entries(row.linesOfNode ?? {})) {
    const lines = [...compiled.strings.values()].filter((line) => line.node === node);
    expect(lines.map(({ id }) => id)).toEqual(ids);
  }
  for (const [node, wanted] of Object.entries(row.headers ?? {})) {
    // Upstream renames the title of a node in a group, and counts `when` not among headers. Here headers are as written, for
    // whoever points at them; the full name is the node's key.
    const { when: _, ...headers } = program.nodes[node].headers;
    expect({ ...headers, title: node }).toEqual(wanted);
  }
  if (row.fileTags) expect([...compiled.fileTags.values()].flat()).toEqual(row.fileTags);
}

it.skipIf(!hasOfficial)('the rows are read: the official table of types', () => {
  expect(rows.length).toBeGreaterThan(100);
});
