import { describe, expect, it } from 'vitest';
import { gradeOf, syllablesOf } from '../../src/tools/dialogue/lint/grade.ts';
import { voicesIn } from '../../src/tools/dialogue/lint/voices.ts';
import { lintCommand } from '../../src/tools/dialogue/lint.ts';
import { loadSpeller } from '../../src/tools/dialogue/spelling/dictionary.ts';
import { spellingOf } from '../../src/tools/dialogue/spelling/words.ts';
import { tagCommand } from '../../src/tools/dialogue/tag.ts';
import { folderOf, PROJECT_FILE, runTool } from '../support/dialogue-project.ts';

interface Row {
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly severity: string;
  readonly message: string;
  readonly suggestion?: string;
}

/** Findings in one node's body, whose first line is line 3. */
async function lint(body: string, more: Readonly<Record<string, string>> = {}, ...args: string[]): Promise<Row[]> {
  const { root } = folderOf({ 'a.yarnproject': PROJECT_FILE, 'a.yarn': `title: Start\n---\n${body}\n===\n`, ...more });
  const { out, err } = await runTool(lintCommand, root, '--json', ...args);
  expect(err).toBe('');
  return JSON.parse(out) as Row[];
}

async function short(body: string, more: Readonly<Record<string, string>> = {}): Promise<string[]> {
  return (await lint(body, more)).map(({ rule, line, column }) => `${rule} ${line}:${column}`);
}

describe('npm run dialogue -- lint', () => {
  it('has nothing to say about a good scene', async () => {
    expect(
      await lint('Wick: Second. Stand there.\n-> Here.\n-> No. <<if visited("Start")>>\nWick: Well, well.'),
    ).toEqual([]);
  });

  it.each([
    ['-> One <<if visited("Start")>>\n-> Two <<once>>', ['closed-options 3:4']],
    ['-> One <<if visited("Start")>>\n-> Two', []],
    ['-> One <<if visited("Start")>>\nAnd on.', []],
    ['-> One <<if visited("Start")>>\n-> Two <<if not (visited("Start"))>>', []],
    ['<<if visited("Start")>>\n-> One <<once>>\n<<endif>>', ['closed-options 4:4']],
    ['<<if visited("Start")>>\n-> One <<once>>\n<<endif>>\nAnd on.', []],
    ['-> In\n    -> One <<once>>\n-> Out', ['closed-options 4:8']],
  ])('options that can all be shut: %j', async (body, expected) => {
    expect(await short(body)).toEqual(expected);
  });

  it('counts what is shown of a text, and has the box from the project file', async () => {
    const settings = JSON.stringify({ ...(JSON.parse(PROJECT_FILE) as object), syntony: { line: 10, option: 5 } });
    const more = { 'a.yarnproject': settings };
    const found = await lint('Wick: [b]Ten of them[/b]\nWick: [b]Ten now.[/b]\n-> [i]Five.[/i]\n-> Six of', more);
    expect(found.map(({ rule, line, message }) => [rule, line, message])).toEqual([
      ['long-text', 3, 'this line has 11 letters; its box holds 10'],
      ['long-text', 6, 'this option has 6 letters; its box holds 5'],
    ]);
    expect(await short(`Wick: ${'hum on '.repeat(31)}`)).toEqual([]);
    expect((await lint(`Wick: ${'hum on '.repeat(32)}`)).map(({ rule }) => rule)).toEqual(['long-text']);
  });

  it('knows the cast where the project names one', async () => {
    const cast = JSON.stringify({ ...(JSON.parse(PROJECT_FILE) as object), characters: ['Wick', 'Ruta'] });
    const found = await lint('Wikc: One.\nRuta: Two.\nWikc: Three.\nTake this\\: it is yours.', {
      'a.yarnproject': cast,
    });
    expect(found).toMatchObject([{ rule: 'unknown-character', line: 3, endColumn: 5, suggestion: 'Wick' }]);
    expect(found[0].message).toContain('here and in 1 other place');
  });

  it('finds a variable that is written and never read, where it is first written', async () => {
    const body = '<<declare $a = 1>>\n<<declare $b = 1>>\n<<set $a += 1>>\n<<set $b = 2>>\nWick: {$b}';
    expect(await short(body)).toEqual(['unread-variable 3:11']);
  });

  it('repeats what the compiler says of game commands, and every error', async () => {
    const definitions = JSON.stringify({ version: 2, commands: [{ yarnName: 'hum', parameters: [] }], functions: [] });
    const project = JSON.stringify({ ...(JSON.parse(PROJECT_FILE) as object), definitions: 'x.ysls.json' });
    const more = { 'a.yarnproject': project, 'x.ysls.json': definitions };
    const found = await lint('<<hum>>\n<<hmu>>\n<<set $a = 1 + "x">>', more);
    expect(found[0]).toMatchObject({ rule: 'command', line: 4, severity: 'warning', suggestion: 'hum' });
    expect(found.some(({ rule, severity }) => rule === 'error' && severity === 'error')).toBe(true);
  });

  it('reads voices.md', async () => {
    const voices = `# Voices\n## The gate\n### Wick (12, at the gate)\n- **Never says**: please, thank you, a contraction. Never asks.\n- Please yourself.\n### Ruta\n- **Never says**: sign (but once), an exclamation.\n`;
    expect(voicesIn(voices)).toEqual([
      { name: 'Wick (12, at the gate)', never: ['please', 'thank you', 'a contraction'] },
      { name: 'Ruta', never: ['an exclamation'] },
    ]);
    const body =
      "Wick: Pleased. Please? I can’t. The king’s. It's.\nRuta: Please sign. Now!\nWick: Thank\u00a0you, thank you.";
    expect((await short(body, { 'voices.md': voices })).filter((one) => one.startsWith('voice'))).toEqual([
      'voice 3:16',
      'voice 3:26',
      'voice 3:45',
      'voice 4:23',
      'voice 5:7',
      'voice 5:18',
    ]);
  });

  it('finds words twice, two spaces, and the rarer of two ways to write a mark', async () => {
    const body =
      'Wick: The the tram.\nWick: No no, that that is.\nWick: Two  spaces, [b]one[/b]  more.\nWick: Wait... Well… So…\nWick: “Yes.” "No."\nWick: It\'s, that\'s, it’s.';
    expect(await short(body)).toEqual([
      'repeated-word 3:7',
      'spaces 5:10',
      'ellipsis 6:11',
      'quotes 7:14',
      'quotes 7:18',
      'quotes 8:23',
    ]);
  });

  it('mends these with --fix, and nothing else in the file', async () => {
    const text =
      '\uFEFFtitle: Start\r\n---\r\nWick: The the tram.  \r\nWick: Two  spaces... “Well…” … "No." “So.” // the the  ...\r\n===';
    const { root, read } = folderOf({ 'a.yarnproject': PROJECT_FILE, 'a.yarn': text });
    const { out } = await runTool(lintCommand, root, '--fix');
    expect(out).toBe('0 findings, 5 mended in 1 file\n');
    expect(read('a.yarn')).toBe(
      '\uFEFFtitle: Start\r\n---\r\nWick: The tram.  \r\nWick: Two spaces… “Well…” … “No.” “So.” // the the  ...\r\n===',
    );
  });

  it.each([
    ['Wick: Two  spaces. #lint:spaces', 0],
    ['// lint-ignore spaces\nWick: Two  spaces.', 0],
    ['// lint-ignore quotes, spaces\nWick: Two  spaces.', 0],
    ['// lint-ignore\nWick: Two  spaces.', 0],
    ['Wick: Two  spaces. // lint-ignore spaces', 0],
    ['// lint-ignore quotes\nWick: Two  spaces.', 1],
    ['Wick: Two  spaces. #lint:quotes', 1],
    ['Wick: One. // lint-ignore spaces\nWick: Two  spaces.', 1],
  ])('is silenced where a writer means it: %j', async (body, left) => {
    expect(await lint(body)).toHaveLength(left);
  });

  it('exits 1 only for errors, or for anything with --strict; --only keeps to some rules', async () => {
    const { root } = folderOf({ 'a.yarn': 'title: Start\n---\nTwo  spaces. The the.\n===\n' });
    expect((await runTool(lintCommand, root)).code).toBe(0);
    expect((await runTool(lintCommand, root, '--strict')).code).toBe(1);
    expect((await runTool(lintCommand, root, '--only', 'spaces')).out).toMatch(
      /a\.yarn:3:4: warning: spaces: 2 spaces between words\n1 finding in 1 file\n$/,
    );
    expect((await runTool(lintCommand, root, '--only', 'spaecs')).err).toMatch(/no rule “spaecs”; .*spelling/);
    expect(JSON.parse((await runTool(lintCommand, '--rules', '--json')).out)).toContainEqual({
      name: 'spaces',
      doc: 'two spaces between words',
    });
    const { root: broken } = folderOf({ 'a.yarn': 'title: Start\n---\n<<if\n===\n' });
    expect((await runTool(lintCommand, broken)).code).toBe(1);
  });

  it('says which scenes are hard to read', async () => {
    const hard = 'Institutional considerations necessitate unconditional interdepartmental communication. '.repeat(14);
    expect((await lint(`Prosper: ${hard}`)).filter(({ rule }) => rule === 'reading-grade')).toMatchObject([
      { line: 1 },
    ]);
    const easy = 'We put the cat on the mat and the dog out of the door. '.repeat(10);
    expect((await lint(`Prosper: ${easy}`)).filter(({ rule }) => rule === 'reading-grade')).toEqual([]);
    expect(gradeOf([{ words: 'Institutional considerations.' }])).toBe(null);
  });

  it.each([
    ['cat', 1],
    ['table', 2],
    ['time', 1],
    ['walked', 1],
    ['wanted', 2],
    ['places', 2],
    ['institution', 4],
    ['the', 1],
  ])('counts the syllables of %s', (word, count) => {
    expect(syllablesOf(word)).toBe(count);
  });
});

describe('the game’s own scripts', () => {
  it.each([
    ['lint', lintCommand, '--strict'],
    ['tag', tagCommand, '--check'],
  ] as const)('leave nothing to say to %s', async (_, command, flag) => {
    const { out, code } = await runTool(command, flag);
    expect(code, out).toBe(0);
  });
});

const speller = await loadSpeller();

describe.skipIf(speller === null)('spelling', () => {
  it('is British, and knows the words and names of the project', async () => {
    const more = { 'words.txt': '# ours\nbelow-stairs\nNeoterra # a city\nartivist\n' };
    const body =
      'Zuzka: Colour, organise, aprentice.\nZuzka says so. The color!\nNeoterra’s artivists? Artivist! ARTIVIST, ZUZKA.\nRe-knit, x-ray, 3rd, wel-known.\n[b]xyzzy[/b] [xyzzy/] {"xyzzy"} \\#xyzzy';
    const found = (await lint(body, more)).filter(({ rule }) => rule === 'spelling');
    expect(found.map(({ line, column, endColumn, suggestion }) => [line, column, endColumn, suggestion])).toEqual([
      [3, 26, 35, 'apprentice'],
      [4, 20, 25, expect.any(String)],
      [5, 12, 21, 'artivist'],
      [6, 22, 31, undefined],
      [7, 4, 9, expect.any(String)],
      [7, 35, 40, expect.any(String)],
    ]);
  });

  it.each([
    ["don't", true],
    ['they’d’ve', true],
    ["Zuzka's", true],
    ['w-what', true],
    ['HELLO', true],
    ['zuzka', false],
    ['helo', false],
    ["helo's", false],
  ])('%s: %s', (word, right) => {
    expect(spellingOf(word, new Set(['Zuzka']), speller!)).toBe(right);
  });
});
