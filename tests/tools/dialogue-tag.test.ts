import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/core/yarn/compile.ts';
import { ROOT } from '../../src/tools/files.ts';
import { tagCommand } from '../../src/tools/dialogue/tag.ts';
import { folderOf, runTool } from '../support/dialogue-project.ts';

const ID = / #line:[0-9a-f]{7}/g;

async function tagged(text: string): Promise<string> {
  const { root, read } = folderOf({ 'a.yarn': text });
  const { code, err } = await runTool(tagCommand, root);
  expect(err).toBe('');
  expect(code).toBe(0);
  return read('a.yarn');
}

function node(body: string): string {
  return `title: Start\n---\n${body}\n===\n`;
}

function idsIn(text: string): number {
  return [...text.matchAll(/#line:/g)].length;
}

describe('npm run dialogue -- tag', () => {
  it.each([
    ['a line', 'Hum.', 'Hum. #line:X'],
    ['trailing spaces', 'Hum.   ', 'Hum. #line:X   '],
    ['a comment', 'Hum. // softly', 'Hum. #line:X // softly'],
    ['a comment that touches the text', 'Hum.// softly', 'Hum. #line:X // softly'],
    ['a condition', 'Hum. <<if true>>', 'Hum. <<if true>> #line:X'],
    ['a condition with a comment', 'Hum. <<once>> // softly', 'Hum. <<once>> #line:X // softly'],
    ['hashtags', 'Hum. #soft #low', 'Hum. #soft #low #line:X'],
    ['an option and what is under it', '-> Hum\n    Hm?', '-> Hum #line:X\n    Hm? #line:X'],
    ['a line group', '=> Hum <<if true>>\n=> Hm', '=> Hum <<if true>> #line:X\n=> Hm #line:X'],
    ['a value at the end', 'Hum {1 + 1}', 'Hum {1 + 1} #line:X'],
    ['escapes', 'Hum \\#1 \\// low', 'Hum \\#1 \\// low #line:X'],
    ['a text with // in a value', 'Hum {string("//")}', 'Hum {string("//")} #line:X'],
    ['tabs', '\tHum.\t// softly', '\tHum. #line:X\t// softly'],
  ])('puts the id behind %s', async (_, before, after) => {
    expect((await tagged(node(before))).replace(ID, ' #line:X')).toBe(node(after));
  });

  it.each([
    ['a line that has one', 'Hum. #line:mine'],
    ['a shadow line', 'Hum. #line:mine\nHum. #shadow:mine'],
    ['comments, commands and nothing', '// a comment\n//\n\n<<hum>>\n<<declare $a = 1>>'],
  ])('leaves %s alone', async (_, body) => {
    expect(await tagged(node(body))).toBe(node(body));
  });

  it('keeps line ends, a byte order mark and a missing last line end', async () => {
    const text = '\uFEFFtitle: Start\r\n---\r\nHum.  \r\n\r\n-> a // b\r\n===';
    expect((await tagged(text)).replace(ID, '')).toBe(text);
    expect(await tagged(text)).toMatch(/Hum\. #line:\w+ {2}\r\n\r\n-> a #line:\w+ \/\/ b\r\n===$/);
  });

  it('gives every line another id, the same in every run, and none that is in use anywhere', async () => {
    const lines = Array.from({ length: 40 }, (_, k) => `Line ${k % 4}`).join('\n');
    const once = await tagged(node(lines));
    const ids = [...(once.match(ID) ?? [])];
    expect(new Set(ids).size).toBe(40);
    expect(await tagged(node(lines))).toBe(once);

    const [first, second] = ids.map((one) => one.trim());
    const { root, read } = folderOf({
      'a.yarn': node(lines),
      'b.yarn': `title: Other\n---\nElsewhere. ${first}\n===\n`,
      'locale/de.csv': `id,text\n${second.slice(1)},Anderswo\n`,
    });
    expect((await runTool(tagCommand, root)).code).toBe(0);
    const now = read('a.yarn');
    expect(now).not.toContain(first);
    expect(now).not.toContain(second);
    expect(read('b.yarn')).toBe(`title: Other\n---\nElsewhere. ${first}\n===\n`);
  });

  it('changes nothing the second time', async () => {
    const { root, read } = folderOf({ 'a.yarn': node('Hum.\n-> a\n-> b') });
    await runTool(tagCommand, root);
    const before = read('a.yarn');
    const { out } = await runTool(tagCommand, root);
    expect(out).toBe('every line has its id\n');
    expect(read('a.yarn')).toBe(before);
  });

  it('only says what is missing with --check', async () => {
    const { root, read } = folderOf({ 'a.yarn': node('Hum.\nHm. #line:b') });
    const { code, out } = await runTool(tagCommand, root, '--check', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([{ line: 3, column: 5 }]);
    expect(read('a.yarn')).toBe(node('Hum.\nHm. #line:b'));
    await runTool(tagCommand, root);
    expect((await runTool(tagCommand, root, '--check')).code).toBe(0);
  });

  it('touches only the files named, and no file while one cannot be read', async () => {
    const { root, read } = folderOf({
      'a.yarn': node('Hum.'),
      'b.yarn': 'title: B\n---\nHum.\n===\n',
      'c/c.yarn': 'x',
    });
    expect((await runTool(tagCommand, join(root, 'b.yarn'))).code).toBe(0);
    expect(read('a.yarn')).toBe(node('Hum.'));
    const { code, err } = await runTool(tagCommand, root);
    expect(code).toBe(2);
    expect(err).toMatch(/c\.yarn:1:1: .*nothing was written/);
    expect(read('a.yarn')).toBe(node('Hum.'));
  });
});

interface OfficialRow {
  readonly id: string;
  readonly source: string;
  readonly tagLines?: {
    readonly existing?: number;
    readonly added?: number;
    readonly diagnosticsAfter?: number;
    readonly stringTableCount?: number;
    readonly lines?: readonly { readonly line: string | null; readonly text: string }[];
  };
}

// The official cases stay where they are; without them their tests are skipped.
const TYPES = join(ROOT, '..', 'shared', 'yarn-cases', 'types.json');
const official = existsSync(TYPES)
  ? (JSON.parse(readFileSync(TYPES, 'utf8')) as { rows: OfficialRow[] }).rows.filter(({ tagLines }) => tagLines)
  : [];

describe('the official rows', () => {
  it.skipIf(official.length === 0)('are there', () => expect(official.length).toBeGreaterThan(1));

  it.each(official)('$id', async ({ source, tagLines }) => {
    const now = await tagged(source);
    const { diagnostics, strings } = compile([{ file: 'a.yarn', text: now }], { only: 'strings' });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    if (tagLines?.diagnosticsAfter === 0) expect(diagnostics).toEqual([]);
    if (tagLines?.existing !== undefined) expect(idsIn(source)).toBe(tagLines.existing);
    if (tagLines?.added !== undefined) expect(idsIn(now) - idsIn(source)).toBe(tagLines.added);
    if (tagLines?.stringTableCount !== undefined) expect(strings.size).toBe(tagLines.stringTableCount);
    for (const line of now.split('\n')) expect(line).not.toMatch(/^(?:.*\s)?\/\/.*#line:|#shadow:.*#line:/);
    const texts = [...strings].map(([id, { text }]) => ({ id, text }));
    for (const { line, text } of tagLines?.lines ?? []) {
      expect(texts.some((one) => one.text === text && (line === null || one.id === line))).toBe(true);
    }
  });
});
