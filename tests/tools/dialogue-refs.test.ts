import { describe, expect, it } from 'vitest';
import { STANDARD_LIBRARY, type Library } from '../../src/core/yarn/library.ts';
import { compile } from '../../src/core/yarn/compile.ts';
import { refsCommand } from '../../src/tools/dialogue/refs.ts';
import { renameCommand } from '../../src/tools/dialogue/rename.ts';
import { symbolsOf } from '../../src/tools/dialogue/symbols.ts';
import { lockOf } from '../../src/tools/dialogue/table.ts';
import { pageOf, written } from '../../src/tools/dialogue/walk.ts';
import { folderOf, PROJECT_FILE, runTool } from '../support/dialogue-project.ts';

const LIBRARY: Library = {
  ...STANDARD_LIBRARY,
  commands: [{ name: 'goto', doc: '', parameters: [{ name: 'node', kind: 'node', doc: '' }] }],
};

const GATE = `title: Gate
---
/// How full it is.
<<declare $pails = 0>>
<<enum Mood>>
    <<case Calm>>
    <<case Cross>>
<<endenum>>
<<declare $mood = Mood.Calm>>
Wick: One pail is {$pails}, "Gate". #line:g1 // Gate
[b]Wick[/b] shrugs.
<<if $mood == .Cross and visited("Gate")>>
    <<set $pails += $pails>>
    <<set $mood = .Calm>>
<<endif>>
-> Gate? <<if $pails > 1>> #line:g2
    <<jump Gate>>
-> Queue
    <<detour {"Queue"}>>
    <<goto "Gate">>
<<hum {$pails} Gate>>
Wick: One pail is {$pails}, "Gate". #shadow:g1
===
`;
const QUEUE = `title: Queue
subtitle: early
when: $pails == 0
---
Prosper: Wick, next. [character name="Wick"/]
===
title: Queue
subtitle: late
when: visited("Queue.early")
---
<<return>>
===
`;

function index() {
  const sources = [
    { file: 'gate', text: GATE },
    { file: 'queue', text: QUEUE },
  ];
  const { trees, variables } = compile(sources, { library: LIBRARY });
  const scripts = trees.map((tree) => ({
    file: tree.file,
    tree,
    text: sources.find((one) => one.file === tree.file)!.text,
  }));
  return { scripts, ...symbolsOf(scripts, LIBRARY, variables) };
}

describe('the index of names', () => {
  it('points at nothing but the name', () => {
    const { places, scripts } = index();
    const pages = new Map(scripts.map(({ file, text }) => [file, pageOf(text)]));
    for (const { kind, name, file, range } of places) {
      const there = written(pages.get(file)!, range);
      expect(there).toBe(kind === 'case' ? name.split('.')[1] : name);
    }
  });

  it.each([
    ['node', 'Gate', ['gate:1 definition', 'gate:12 text', 'gate:17 jump', 'gate:20 word']],
    ['node', 'Queue', ['gate:19 detour', 'queue:1 definition', 'queue:7 definition', 'queue:9 text']],
    ['variable', '$pails', [4, 10, 13, 13, 16, 21, 22].map((line) => `gate:${line}`)],
    ['case', 'Mood.Calm', ['gate:6 definition', 'gate:9 read', 'gate:14 read']],
    ['case', 'Mood.Cross', ['gate:7 definition', 'gate:12 read']],
    ['enum', 'Mood', ['gate:5 definition', 'gate:9 type']],
    ['character', 'Wick', ['gate:10 speaks', 'gate:22 speaks', 'queue:5 markup']],
    ['line', 'g1', ['gate:10 definition', 'gate:22 shadow']],
    ['command', 'hum', ['gate:21 call']],
    ['function', 'visited', ['gate:12 call', 'queue:9 call']],
  ])('%s %s', (kind, name, expected) => {
    const found = index()
      .places.filter((one) => one.kind === kind && one.name === name)
      .map(({ file, range, use }) => `${file}:${range.start.line + 1} ${use}`);
    for (const [k, one] of expected.entries()) expect(found[k]).toContain(one);
    const more = kind === 'variable' ? ['queue:3 read'] : [];
    expect(found.slice(expected.length)).toEqual(more);
  });
});

const FILES = {
  'a.yarnproject': PROJECT_FILE,
  'gate.yarn': GATE.replace('    <<goto "Gate">>\n', ''),
  'queue.yarn': QUEUE,
};

describe('npm run dialogue -- refs', () => {
  it('tells every place with its line, the definition marked', async () => {
    const { root } = folderOf(FILES);
    const { code, out } = await runTool(refsCommand, '$mood', root);
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^\* .*gate\.yarn:9:11: <<declare \$mood = Mood\.Calm>>$/);
    expect(lines[1]).toMatch(/^ {2}.*gate\.yarn:12:6: <<if/);
  });

  it('takes #line:id and Name:, tells what may have been meant, and has --json', async () => {
    const { root } = folderOf(FILES);
    expect(JSON.parse((await runTool(refsCommand, '#line:g1', root, '--json')).out)).toMatchObject([
      { use: 'definition', line: 10 },
      { use: 'shadow', node: 'Gate' },
    ]);
    expect(JSON.parse((await runTool(refsCommand, 'Wick:', root, '--json')).out)).toHaveLength(3);
    const { code, out } = await runTool(refsCommand, 'Gaet', root);
    expect([code, out]).toEqual([1, 'nothing here is called “Gaet”; did you mean Gate\n']);
    expect((await runTool(refsCommand, 'Gate', root, '--kind', 'thing')).code).toBe(2);
  });
});

async function renamed(...args: string[]) {
  const folder = folderOf(FILES);
  const { code, err } = await runTool(renameCommand, ...args, folder.root);
  expect(err).toBe('');
  expect(code).toBe(0);
  return { gate: folder.read('gate.yarn'), queue: folder.read('queue.yarn') };
}

function germanOf(name: string, lock: string): string {
  return `id,text,character,file,line,comment,lock\r\nline:g1,"${name}: Ein Eimer sind {0}, ""Tor"".",${name},gate.yarn,10,"source: ${name}: One pail is {0}, ""Gate"".\nwith Wick's hand",${lock}\r\nline:x,Wick,Prosper,,,,\r\n`;
}

describe('npm run dialogue -- rename', () => {
  it('a node: titles, jumps, visited, but no words of anybody', async () => {
    const { gate } = await renamed('Gate', 'Door');
    expect(gate).toBe(
      FILES['gate.yarn']
        .replace('title: Gate', 'title: Door')
        .replace('visited("Gate")', 'visited("Door")')
        .replace('<<jump Gate>>', '<<jump Door>>'),
    );
  });

  it('a group: every node of it, and one that is named with its subtitle', async () => {
    const { gate, queue } = await renamed('Queue', 'Line');
    expect(gate).toBe(FILES['gate.yarn'].replace('{"Queue"}', '{"Line"}'));
    expect(queue).toBe(QUEUE.replaceAll('title: Queue', 'title: Line').replace('Queue.early', 'Line.early'));
  });

  it('a variable, an enum, a case with or without its type, a line id', async () => {
    const cases = [
      ['$pails', '$buckets', /\$pails/g, '$buckets'],
      ['Mood', 'Temper', /\bMood\b/g, 'Temper'],
      ['Mood.Calm', 'Quiet', /\bCalm\b/g, 'Quiet'],
      ['Mood.Cross', 'Mood.Loud', /\bCross\b/g, 'Loud'],
      ['#line:g1', 'line:g7', /:g1\b/g, ':g7'],
    ] as const;
    for (const [from, to, form, text] of cases) {
      const { gate, queue } = await renamed(from, to);
      expect(gate).toBe(FILES['gate.yarn'].replace(form, text));
      expect(queue).toBe(QUEUE.replace(form, text));
    }
  });

  it('a character: before the colon and in markup, ids and talk of them kept, translations still good', async () => {
    const source = 'Wick: One pail is {0}, "Gate".';
    const folder = folderOf({ ...FILES, 'locale/de.csv': germanOf('Wick', lockOf(source)) });
    const { code } = await runTool(renameCommand, 'Wick', 'Ruta', folder.root);
    expect(code).toBe(0);
    expect(folder.read('gate.yarn')).toBe(FILES['gate.yarn'].replaceAll('Wick:', 'Ruta:'));
    expect(folder.read('queue.yarn')).toBe(QUEUE.replace('name="Wick"', 'name="Ruta"'));
    expect(folder.read('locale/de.csv')).toBe(germanOf('Ruta', lockOf(source.replace('Wick', 'Ruta'))));
  });

  it('says that the cast does not know a new name', async () => {
    const project = JSON.stringify({ ...(JSON.parse(PROJECT_FILE) as object), characters: ['Wick'] });
    const { root } = folderOf({ ...FILES, 'a.yarnproject': project });
    expect((await runTool(renameCommand, 'Wick', 'Wock', root, '--dry')).out).toContain(
      'the cast has Wick and not Wock',
    );
  });

  it('renames an id in translations too', async () => {
    const folder = folderOf({ ...FILES, 'locale/de.csv': 'id;text\nline:g1;"Eins; zwei"\nline:g2;Tor?' });
    await runTool(renameCommand, 'line:g1', 'line:g9', folder.root);
    expect(folder.read('locale/de.csv')).toBe('id;text\nline:g9;"Eins; zwei"\nline:g2;Tor?');
  });

  it.each([
    [['Gate', 'Queue'], /there is a node Queue already, at .*queue\.yarn:1:8/],
    [['Gate', '1st'], /cannot name a node/],
    [['$pails', 'pails'], /cannot name a variable/],
    [['Wick', 'W: x'], /cannot name a character/],
    [['Wick', 'Prosper'], /there is a character Prosper already/],
    [['hum', 'sing'], /is a command: those are named in the game's code/],
    [['Nobody', 'Somebody'], /nothing here is called “Nobody”/],
    [['line:g1', 'line:g2'], /there is a line g2 already/],
    [['Gate', 'Gate'], /called Gate already/],
  ])('refuses %s', async (args, why) => {
    const folder = folderOf(FILES);
    const { code, err } = await runTool(renameCommand, ...args, folder.root);
    expect(code).toBe(2);
    expect(err).toMatch(why);
    expect(folder.read('gate.yarn')).toBe(FILES['gate.yarn']);
  });

  it('asks which is meant, and writes nothing with --dry', async () => {
    const both = { 'a.yarn': 'title: Tap\n---\nTap: Calm.\n<<jump Tap>>\n===\n' };
    const folder = folderOf(both);
    expect((await runTool(renameCommand, 'Tap', 'Well', folder.root)).err).toMatch(/is a node and a character/);
    const { out } = await runTool(renameCommand, 'Tap', 'Well', folder.root, '--kind', 'node', '--dry');
    expect(out).toMatch(/a\.yarn: 2 places\nTap would become Well in 1 file/);
    expect(folder.read('a.yarn')).toBe(both['a.yarn']);
    await runTool(renameCommand, 'Tap', 'Well', folder.root, '--kind', 'node');
    expect(folder.read('a.yarn')).toBe('title: Well\n---\nTap: Calm.\n<<jump Well>>\n===\n');
  });

  it('refuses when the project would be worse after it', async () => {
    // String is a type of the language's own, which only the compiler knows
    const text =
      'title: Start\n---\n<<enum A>>\n<<case One>>\n<<endenum>>\n<<enum B>>\n<<case Two>>\n<<endenum>>\n<<declare $a = A.One>>\n<<declare $b = B.Two>>\n<<set $a = A.One>>\n===\n';
    const folder = folderOf({ 'a.yarn': text });
    const { code, err } = await runTool(renameCommand, 'A', 'String', folder.root);
    expect(code).toBe(2);
    expect(err).toMatch(/nothing was written/);
    expect(folder.read('a.yarn')).toBe(text);
  });
});
