// What the official table of types (../shared/yarn-cases/types.json) says of headers, of reads and writes, and of line ids.
// What it says of running is asked by tests/core/story/types-runtime.test.ts, and of project files by
// tests/tools/dialogue-project.test.ts. Skipped without the table.

import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/core/yarn/compile.ts';
import type { Compiled } from '../../../src/core/yarn/compile.ts';
import { edited } from '../../../src/tools/dialogue/opened.ts';
import { missingIds } from '../../../src/tools/dialogue/tag.ts';
import { compileRow, hasOfficial, officialRows, shown } from '../../support/yarn-rows.ts';
import type { Row } from '../../support/yarn-rows.ts';

interface RunRow extends Row {
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

/**
 * Of `project.TestDeclarationFilesAreGenerated` types.test.ts runs all but `regeneratedDeclarations`: no tool here writes
 * declarations for a writer, who keeps them where they stand.
 */

const rows = officialRows('types.json') as readonly RunRow[];

function programOf(row: RunRow): NonNullable<Compiled['program']> {
  const { program, diagnostics } = compileRow(row);
  if (!program) throw new Error(diagnostics.map(shown).join('\n'));
  return program;
}

function having(key: keyof RunRow): (readonly [string, RunRow])[] {
  return rows.filter((row) => row[key] !== undefined).map((row) => [row.id, row]);
}

describe.skipIf(!hasOfficial)('the official table of types, beside types', () => {
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
