// The tools as people run them, on projects of their own in a temporary folder.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { answer } from '../../src/tools/cli.ts';
import type { DiagnosticRow } from '../../src/tools/dialogue/check.ts';
import type { Coverage } from '../../src/tools/dialogue/coverage.ts';
import { commandsFor, DOC } from '../../src/tools/dialogue/verbs.ts';
import { ROOT } from '../../src/tools/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'dialogue-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a verb as `npm run dialogue` does; `typed` are the lines that come by its standard input. */
function spawned(args: readonly string[], typed: readonly string[] = []): Promise<Ran> {
  const child = spawn('node', ['--import', 'tsx', 'src/tools/dialogue.ts', ...args], { cwd: ROOT });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.end(typed.map((line) => `${line}\n`).join(''));
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => done({ code, out, err }));
  });
}

/** The same without a process of its own. */
function dialogue(...args: readonly string[]): Promise<Ran> {
  return within(args);
}

async function within(args: readonly string[], typed: readonly string[] = []): Promise<Ran> {
  let [out, err] = ['', ''];
  const input = Readable.from(typed.map((line) => `${line}\n`)) as unknown as typeof process.stdin;
  const spies = [
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(input),
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true)),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true)),
  ];
  try {
    const code = await answer('dialogue', DOC, await commandsFor(args[0]), args);
    return { code, out, err };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** A file of the temporary folder, from lines. */
function script(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const MARKET = script(
  'market/market.yarn',
  'title: Start',
  '---',
  '<<declare $coins = 3>>',
  'Mo: You have {$coins} coins.',
  '-> A pear <<if $coins >= 2>>',
  '    <<set $coins -= 2>>',
  '    Mo: [b]Sweet[/b], that one.',
  '    <<jump Corner>>',
  '-> The whole stall <<if $coins > 90>>',
  '    Mo: Sold.',
  '-> Nothing',
  '    <<wave slowly>>',
  '    Mo: As you like.',
  '===',
  'title: Corner',
  '---',
  'Left with {$coins}.',
  '-> Bribe the guard <<if $coins > 50>>',
  '    He looks away.',
  '===',
);

describe('check', () => {
  it('has nothing to say of a good script', async () => {
    expect(await spawned(['check', MARKET])).toEqual({ code: 0, out: '0 errors, 0 warnings in 1 file\n', err: '' });
    expect((await dialogue('check', MARKET, '--json')).out).toBe('[]\n');
  });

  const broken = script(
    'broken/a.yarn',
    'title: Start',
    '---',
    '<<declare $gold = 1>>',
    'Line.',
    '\t<<set $gold = "much">>',
    '<<jump Nowher>>',
    '===',
    'title: Nowhere',
    '---',
    'Here.',
    '===',
  );

  it('shows where and what, with a frame, a suggestion and a sum, and exits with 1', async () => {
    const { code, out } = await spawned(['check', broken]);
    expect(code).toBe(1);
    const lines = out.split('\n');
    const error = lines.findIndex((line) => line.includes('a.yarn:5:') && line.includes(': error: YS'));
    expect(error).toBeGreaterThanOrEqual(0);
    expect(lines.slice(error + 1, error + 4)).toEqual([
      '3 | <<declare $gold = 1>>',
      '4 | Line.',
      expect.stringMatching(/^5 | {4}<<set/),
    ]);
    expect(lines[error + 4]).toMatch(/^ {2}\| +\^+$/);
    const warning = lines.findIndex((line) => line.includes('a.yarn:6:8: warning: YS0012: '));
    expect(lines.slice(warning)).toContain('help: did you mean Nowhere');
    expect(lines.at(-2)).toBe('1 error, 1 warning in 1 file');
    expect(out).not.toContain('\u001b');
  });

  it('--json is a list and nothing else, counted from 1', async () => {
    const { code, out, err } = await dialogue('check', dirname(broken), '--json');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const rows = JSON.parse(out) as DiagnosticRow[];
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      const keys = ['file', 'line', 'column', 'endLine', 'endColumn', 'severity', 'code', 'message'];
      expect(Object.keys(row).filter((key) => key !== 'suggestion')).toEqual(keys);
    }
    expect(rows[1]).toMatchObject({ line: 6, column: 8, endLine: 6, endColumn: 14, suggestion: 'Nowhere' });
    expect(basename(rows[1].file)).toBe('a.yarn');
  });

  it('--quiet keeps to errors, a line each', async () => {
    const { out } = await dialogue('check', broken, '--quiet');
    expect(out.split('\n')).toEqual([expect.stringContaining(': error: YS'), '1 error, 1 warning in 1 file', '']);
  });

  it('knows the nodes of the other files of a project, and shows only what was asked for', async () => {
    script('two/p.yarnproject', '{"projectFileVersion": 4}');
    const one = script('two/one.yarn', 'title: One', '---', '<<jump Two>>', '===');
    script('two/two.yarn', 'title: Two', '---', '<<jump Three>>', '===');
    expect((await dialogue('check', one)).out).toBe('0 errors, 0 warnings in 1 file\n');
    expect((await dialogue('check', dirname(one))).out).toContain('two.yarn:3:8: warning: YS0012');
  });

  it('weighs as the project wishes', async () => {
    const severity = '{"compilerOptions": {"diagnosticsSeverity": {"YS0012": "error"}}, "projectFileVersion": 4}';
    script('strict/p.yarnproject', severity);
    const one = script('strict/one.yarn', 'title: One', '---', '<<jump Two>>', '===');
    const { code, out } = await dialogue('check', one);
    expect(code).toBe(1);
    expect(out).toContain('one.yarn:3:8: error: YS0012');
  });

  it('finds the game’s own dialogue well', async () => {
    const { code, out } = await dialogue('check');
    expect(out).toMatch(/^0 errors, 0 warnings in \d+ files\n$/);
    expect(code).toBe(0);
  });
});

function play(typed: readonly string[], ...args: string[]): Promise<Ran> {
  return within(['play', '--project', MARKET, ...args], typed);
}

describe('play', () => {
  it('shows lines, options and commands, and goes by what is typed', async () => {
    const { code, out } = await spawned(['play', '--project', MARKET], ['', '2', '7', '3', '', '']);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'Mo: You have 3 coins.',
      '  1. A pear',
      '  2. The whole stall (closed)',
      '  3. Nothing',
      '2 is closed',
      'choose a number from 1 to 3, ? helps',
      '<<wave slowly>>',
      'Mo: As you like.',
      'the end',
      '',
    ]);
  });

  it('goes back as far as one likes, with all that was changed', async () => {
    const { out } = await play(['', '1', '', 'v coins', 'b 3', 'v coins', 'b', 'b', '', '3', 'q']);
    expect(out.split('\n').slice(4)).toEqual([
      'Mo: Sweet, that one.',
      'Left with 1.',
      '$coins = 1',
      'Mo: You have 3 coins.',
      '$coins = 3',
      'this is where it began',
      'this is where it began',
      '  1. A pear',
      '  2. The whole stall (closed)',
      '  3. Nothing',
      '<<wave slowly>>',
      'Mo: As you like.',
      '',
    ]);
  });

  it('saves, and goes on from there another time', async () => {
    const file = join(folder, 'save.json');
    expect((await play(['', '1', `s ${file}`])).out).toContain(`saved in ${file}`);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ version: 1, story: { variables: { $coins: 1 } } });
    const { out } = await play([`l ${file}`, '', '']);
    expect(out.split('\n').slice(1, 4)).toEqual([
      'Mo: Sweet, that one.',
      'Left with 1.',
      '  1. Bribe the guard (closed)',
    ]);
    writeFileSync(file, '{}');
    expect((await play([`l ${file}`])).out).toContain('is no save of this tool');
    expect((await play([`l ${join(folder, 'no.json')}`])).out).toContain('no such file');
  });

  it('writes over a save, and over nothing else', async () => {
    const other = script('mine.txt', 'Not a save.');
    const [save, folderOf] = [join(folder, 'twice.save'), join(folder, 'nowhere', 'one.save')];
    const { out } = await play([`s ${other}`, `l ${other}`, `s ${save}`, `s ${save}`, `s ${folderOf}`, `l ${folder}`]);
    expect(readFileSync(other, 'utf8')).toBe('Not a save.\n');
    expect(out.split('\n').slice(-7, -1)).toEqual([
      `${other} is there and is no save of this tool: it was left as it is; save under another name`,
      `${other} is no save of this tool; l takes a file that s has written`,
      `saved in ${save}`,
      `saved in ${save}`,
      `${folderOf}: there is no such file or folder`,
      `${folder}: it is a folder`,
    ]);
  });

  it('begins where and with what it is told', async () => {
    const { out } = await play(['', '1', ''], 'Corner', '--set', '$coins=60');
    expect(out.split('\n')).toEqual(['Left with 60.', '  1. Bribe the guard', 'He looks away.', 'the end', '']);
  });

  it('begins in the file that was named, wherever the project begins', async () => {
    writeFileSync(join(folder, 'far.yarnproject'), '{ "projectFileVersion": 4, "sourceFiles": ["far/*.yarn"] }');
    script('far/a.yarn', 'title: Start', '---', 'The beginning.', '===');
    const other = script('far/b.yarn', 'title: Elsewhere', '---', 'Far away.', '===');
    expect((await within(['play', other])).out).toBe('Far away.\n');
    expect((await within(['play', dirname(other)])).out).toBe('The beginning.\n');
    const { err } = await within(['play', 'Elswhere', '--project', other]);
    expect(err).toContain('there is no node “Elswhere”; did you mean Elsewhere');
    const { out } = await within(['coverage', other, '--walks', '1']);
    expect(out).toContain(`${basename(other)} is reached from Start; --from Elsewhere begins there`);
    rmSync(join(folder, 'far.yarnproject'));
  });

  it('sets variables on the way, and says where it is', async () => {
    const { out } = await play(['$coins = 99', 'w', '', '2']);
    expect(out).toContain('market.yarn:4, node Start');
    expect(out).toContain('  2. The whole stall\n  3. Nothing\nMo: Sold.');
  });

  it('--flow stops only at choices', async () => {
    const { out } = await play(['3'], '--flow');
    expect(out.split('\n').slice(-4)).toEqual(['<<wave slowly>>', 'Mo: As you like.', 'the end', '']);
  });

  it('--json shows one object a line', async () => {
    const rows = (await play(['', '3'], '--json')).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(rows.slice(0, 3)).toEqual([
      { kind: 'line', id: expect.any(String), character: 'Mo', text: 'You have 3 coins.' },
      {
        kind: 'options',
        options: [
          expect.objectContaining({ text: 'A pear', open: true }),
          expect.objectContaining({ text: 'The whole stall', open: false }),
          expect.objectContaining({ text: 'Nothing', open: true }),
        ],
      },
      { kind: 'command', text: 'wave slowly' },
    ]);
  });

  it('is the same for the same seed', async () => {
    const file = script('dice/a.yarn', 'title: Start', '---', '{dice(1000)} {random_range(1, 1000)}', '===');
    const roll = async (seed: string) => (await within(['play', file, '--seed', seed])).out;
    expect(await roll('4')).toBe(await roll('4'));
    expect(await roll('4')).not.toBe(await roll('5'));
  });

  it('speaks another language, a line at a time where only some are there', async () => {
    const file = script(
      'tongues/a.yarn',
      'title: Start',
      '---',
      'Mo: Hello. #line:t1',
      '[plural value={2} one="% plum" other="% plums"/] #line:t2',
      '===',
    );
    script('tongues/p.yarnproject', '{"projectFileVersion": 4, "localisation": {"de": {"strings": "de.csv"}}}');
    script('tongues/de.csv', 'id,text', 'line:t1,Mo: Hallo.');
    expect((await within(['play', file, '--locale', 'de'], ['', ''])).out).toBe('Mo: Hallo.\n2 plums\nthe end\n');
    const { code, err } = await within(['play', file, '--locale', 'fr']);
    expect(code).toBe(2);
    expect(err).toContain('there is no language “fr” in p; there is en, de');
    script('tongues/locale/fr.csv', 'id,text');
    const begun = await within(['play', file, '--locale', 'fr']);
    expect(begun.err).toContain('p.yarnproject does not name it: "localisation": {"fr":{"strings":"locale/fr.csv"}}');
  });

  it('asks how a network ended, or takes what it was told', async () => {
    script('game/p.yarnproject', '{"projectFileVersion": 4, "definitions": "syntony.ysls.json"}');
    const file = script(
      'game/a.yarn',
      'title: Start',
      '---',
      '<<network training/01>>',
      '<<if won("training/01")>>',
      'Won with {coherence("training/01")} and {authenticity("training/01")}.',
      '<<else>>',
      'Lost.',
      '<<endif>>',
      '===',
    );
    const asked = await within(['play', file], ['perhaps', 'lost', 'b', 'won 81 72']);
    expect(asked.out).toContain('“perhaps” is no way to end');
    expect(asked.out).toContain('Lost.\n');
    expect(asked.out).toContain('Won with 81 and 72.\n');
    const told = await within(['play', file, '--network', 'won,80,70']);
    expect(told.out).toContain('Won with 80 and 70.\n');
    const { code, err } = await within(['play', file, '--network', 'won,800']);
    expect(code).toBe(2);
    expect(err).toContain('--network should be won, flat');
  });

  it('does not play what does not compile', async () => {
    const file = script('bad/a.yarn', 'title: Start', '---', '<<if true>>', 'A', '===');
    const { code, out, err } = await within(['play', file]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(': error: YS');
    expect(err).toContain('nothing can be played');
  });

  it('says where a script fails while it is played, and stays where it was', async () => {
    const file = script(
      'fails/a.yarn',
      'title: Start',
      '---',
      '<<declare $to = "Nowhere">>',
      'One.',
      '-> Go',
      '    <<jump {$to}>>',
      '-> Stay',
      '    Two.',
      '===',
    );
    const { code, out } = await within(['play', file], ['', '1', '2', '']);
    expect(code).toBe(0);
    expect(out).toMatch(/a\.yarn:\d: .*Nowhere/);
    expect(out).toContain('Two.\nthe end\n');
  });

  it('plays the game’s own prologue to its end', async () => {
    const { code, out } = await within(['play', '--flow', '--network', 'won'], Array<string>(200).fill('1'));
    expect(code).toBe(0);
    expect(out).toContain('\nthe end\n');
    expect(out.split('\n').length).toBeGreaterThan(150);
  });
});

describe('coverage', () => {
  const planted = script(
    'planted/a.yarn',
    'title: Start',
    '---',
    '<<declare $n = 1>>',
    'Hello.',
    '<<if $n > 5>>',
    '    Never said.',
    '<<endif>>',
    '-> On',
    '    <<jump Shut>>',
    '-> Round',
    '    <<jump Wheel>>',
    '-> Closed <<if $n > 7>>',
    '    Never either.',
    '===',
    'title: Shut',
    '---',
    'A door.',
    '-> Open it <<if $n > 8>>',
    '    It opens.',
    '===',
    'title: Wheel',
    '---',
    '<<set $n += 0>>',
    '<<if $n == 1>>',
    '    <<jump {"Wheel"}>>',
    '<<endif>>',
    '===',
    'title: Island',
    '---',
    'Alone.',
    '===',
  );

  it('finds what is never reached, dead ends and loops that show nothing, each with its place', async () => {
    const { code, out } = await dialogue('coverage', planted, '--walks', '20', '--json');
    expect(code).toBe(0);
    const found = JSON.parse(out) as Coverage;
    const file = expect.stringMatching(/a\.yarn$/) as string;
    expect(found).toMatchObject({ from: ['Start'], walks: 20, complete: true });
    expect(found.neverReached.nodes).toEqual([{ file, line: 28, column: 8, name: 'Island' }]);
    expect(found.neverReached.lines.map(({ line, text }) => [line, text])).toEqual([
      [6, 'Never said.'],
      [13, 'Never either.'],
      [19, 'It opens.'],
      [30, 'Alone.'],
    ]);
    expect(found.neverReached.options).toMatchObject([
      { file, line: 12, column: 4, text: 'Closed', why: 'never open' },
      { file, line: 18, column: 4, text: 'Open it', why: 'never open' },
    ]);
    expect(found.deadEnds).toMatchObject([{ file, line: 18, node: 'Shut' }]);
    expect(found.silentLoops).toMatchObject([{ file, line: 25, node: 'Wheel' }]);
    expect(found.faults).toEqual([]);
    expect(found.files).toEqual([
      {
        file,
        nodes: { reached: 3, of: 4 },
        lines: { reached: 2, of: 6 },
        options: { reached: 2, of: 4 },
        percent: 50,
      },
    ]);
  });

  it('says so to a person, the same each time, and fails only under what is asked', async () => {
    const args = ['coverage', planted, '--walks', '20', '--fail-under'];
    const enough = await dialogue(...args, '50');
    const little = await dialogue(...args, '51');
    expect([enough.code, little.code]).toEqual([0, 1]);
    expect(enough.out).toBe(little.out);
    expect(enough.out).toMatch(/loops that show nothing\n.*a\.yarn:25:5: .*\n/);
    expect(enough.out).toContain('50 % reached');
  });

  it('tries what only a choice long before opens, and every way a network ends', async () => {
    script('deep/p.yarnproject', '{"projectFileVersion": 4, "definitions": ["syntony.ysls.json"]}');
    const steps = [1, 2, 3, 4, 5, 6, 7, 8];
    const file = script(
      'deep/a.yarn',
      'title: Start',
      '---',
      '<<declare $key = 0>>',
      ...steps.flatMap((n) => [`-> Left ${n}`, `-> Right ${n}`, ...(n === 2 ? ['    <<set $key = 1>>'] : [])]),
      '<<network training/01>>',
      '<<if not won("training/01")>>',
      'Not won.',
      '<<elseif authenticity("training/01") < 60>>',
      'Won, and flat.',
      '<<elseif $key == 1>>',
      'Won, with the key.',
      '<<endif>>',
      '===',
    );
    const { out } = await dialogue('coverage', file, '--walks', '0', '--json');
    expect((JSON.parse(out) as Coverage).percent).toBe(100);
  });

  it('finds commands that go round for ever too', async () => {
    const file = script('round/a.yarn', 'title: Start', '---', '<<spin>>', '<<jump Start>>', '===');
    const { out } = await dialogue('coverage', file, '--walks', '3', '--json');
    expect((JSON.parse(out) as Coverage).silentLoops).toMatchObject([{ line: 4, node: 'Start' }]);
  });

  it('--again goes on with what is remembered', async () => {
    const lines = ['title: Start', '---', '<<once>>', 'First.', '<<else>>', 'Again.', '<<endonce>>', '==='];
    const file = script('again/a.yarn', ...lines);
    const percent = async (...args: string[]): Promise<number> =>
      (JSON.parse((await dialogue('coverage', file, '--json', ...args)).out) as Coverage).percent;
    expect(await percent()).toBe(66);
    expect(await percent('--again', '1')).toBe(100);
  });

  it('begins where it is told', async () => {
    const { out } = await dialogue('coverage', planted, '--from', 'Island', '--walks', '1', '--json');
    const { neverReached } = JSON.parse(out) as Coverage;
    expect(neverReached.nodes.map(({ name }) => name)).toEqual(['Start', 'Shut', 'Wheel']);
  });

  it('knows that all of the prologue can be reached', async () => {
    const { neverReached, deadEnds, silentLoops, faults } = JSON.parse(
      (await dialogue('coverage', '--json')).out,
    ) as Coverage;
    expect({ ...neverReached, deadEnds, silentLoops, faults }).toEqual({
      nodes: [],
      lines: [],
      options: [],
      deadEnds: [],
      silentLoops: [],
      faults: [],
    });
  });
});

describe('npm run dialogue', () => {
  it.each([
    [['chekc'], '“chekc” is not a command of dialogue; it has check, play'],
    [['check', 'nowhere.yarn'], 'there is no file or folder “nowhere.yarn”'],
    [['check', '--wat'], 'there is no option --wat'],
    [['play', 'Nowhere', '--project', MARKET], 'there is no node “Nowhere”; there is Start, Corner'],
    [['play', MARKET, '--set', '$gold=3'], 'there is no variable $gold to set; there is $coins'],
    [['play', MARKET, '--set', '$coins=many'], '$coins should be a number, not “many”'],
    [['play', MARKET, '--set', 'coins'], '“coins” should be $variable=value'],
    [['play', MARKET, '--seed', 'x'], '--seed should be a whole number'],
    [['coverage', MARKET, '--walks', '-1'], '--walks should be a whole number'],
    [['coverage', MARKET, '--from', 'X'], 'there is no node “X”'],
  ])('answers %j in one line and exits with 2', async (args, said) => {
    const { code, err } = await dialogue(...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('has --help everywhere', async () => {
    const { code, out } = await dialogue('--help');
    expect(code).toBe(0);
    const verbs = [...out.matchAll(/npm run dialogue -- (\w+)/g)].map(([, verb]) => verb);
    expect(verbs).toEqual(expect.arrayContaining(['check', 'play', 'testplan', 'coverage', 'graph', 'tag', 'strings']));
    for (const verb of verbs) {
      const help = await dialogue(verb, '--help');
      expect(help.code).toBe(0);
      expect(help.out).toContain(`npm run dialogue -- ${verb}`);
      expect(help.out).toContain('--json');
    }
  });
});
