// `npm run replay`, every verb, as typed: what it prints, and the exit code that tells.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { TOOLS } from '../../src/core/network/tools/table.ts';
import { decode, encode, seal } from '../../src/core/replay/codec.ts';
import { CAPS, type Replay } from '../../src/core/replay/replay.ts';
import { useTool } from '../../src/core/run/actions.ts';
import { answer, EXIT } from '../../src/tools/cli.ts';
import { ROOT } from '../../src/tools/files.ts';
import { differ, inspect, verify } from '../../src/tools/replay/look.ts';
import { bot, random } from '../../src/tools/replay/make.ts';

const LEVELS = ['--levels', join(ROOT, 'tests', 'replays', 'everything', 'levels')];
const COMMANDS = { random, bot, verify, inspect, diff: differ };
const folder = mkdtempSync(join(tmpdir(), 'syntony-replay-'));
const file = (name: string): string => join(folder, `${name}.echo`);

async function type(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  const code = await answer('replay', 'Replays.', COMMANDS, words);
  vi.restoreAllMocks();
  return { code, out, err };
}

beforeAll(async () => {
  await type('random', '--level', 'everything', '--seed', '4', '--ticks', '1500', '--out', file('a'), ...LEVELS);
  await type('random', '--level', 'everything', '--seed', '5', '--ticks', '1500', '--out', file('b'), ...LEVELS);
  await type('bot', '--level', 'everything', '--seed', '3', '--bot', 'sensible', '--out', file('bot'), ...LEVELS);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true }));

describe('random', () => {
  it('writes the same file for the same seed, and says what it wrote', async () => {
    const args = [
      'random',
      '--level',
      'everything',
      '--seed',
      '4',
      '--ticks',
      '1500',
      '--out',
      file('again'),
      ...LEVELS,
    ];
    const { code, out } = await type(...args, '--json');
    expect(code).toBe(EXIT.ok);
    expect(JSON.parse(out)).toMatchObject({ ticks: 1500, bytes: readFileSync(file('a')).length });
    expect(readFileSync(file('again'))).toEqual(readFileSync(file('a')));
    expect(readFileSync(file('b'))).not.toEqual(readFileSync(file('a')));
  });

  it.each([
    [['--seed', '1', '--out', 'x'], '--level is missing'],
    [['--level', 'everything'], '--out is missing'],
    [['--level', 'nowhere', '--out', 'x'], 'there is no level “nowhere”'],
    [['--level', 'everything', '--out', 'x', '--seed', 'y'], '--seed should be a whole number'],
    [['--level', 'everything', '--out', 'x', '--ticks', '0'], '--ticks should be a whole number'],
    [['--level', 'everything', '--out', '/nowhere/at/all.echo'], '/nowhere/at/all.echo cannot be written'],
  ])('asks for what it needs: %j', async (words, said) => {
    const { code, err } = await type('random', ...words, ...LEVELS);
    expect([code, err.split('\n').length]).toEqual([EXIT.badInput, 2]);
    expect(err).toContain(said);
  });
});

describe('bot', () => {
  it('records a bot to the end of its network', async () => {
    const { code, out } = await type('verify', file('bot'), '--json', ...LEVELS);
    expect(code).toBe(EXIT.ok);
    expect(JSON.parse(out)).toMatchObject({ verdict: 'verified', at: null });
  });

  it('knows who the bots are', async () => {
    const { code, err } = await type(
      'bot',
      '--level',
      'everything',
      '--bot',
      'toString',
      '--out',
      file('x'),
      ...LEVELS,
    );
    expect(code).toBe(EXIT.badInput);
    expect(err).toContain('there is no bot “toString”');
  });
});

describe('verify', () => {
  it('says verified, with time and hash', async () => {
    const { code, out } = await type('verify', file('a'), ...LEVELS);
    expect(code).toBe(EXIT.ok);
    expect(out).toMatch(/^verified, \w+, 1500 ticks \(0:12\.500\), [0-9a-f]{16}\n$/);
  });

  it('says unverifiable of other content, with 1', async () => {
    expect(await type('verify', file('a'))).toMatchObject({ code: EXIT.no, out: 'unverifiable:content\n' });
  });

  it('says in one line what is no replay, with 2', async () => {
    writeFileSync(file('cut'), readFileSync(file('a')).subarray(0, 60));
    writeFileSync(file('empty'), '');
    for (const [name, why] of [
      ['cut', 'damaged'],
      ['empty', 'notAReplay'],
      ['absent', 'ENOENT'],
    ]) {
      const { code, out, err } = await type('verify', file(name), ...LEVELS);
      expect([code, out, err.split('\n').length]).toEqual([EXIT.badInput, '', 2]);
      expect(err).toContain(why);
    }
    expect((await type('verify')).code).toBe(EXIT.badInput);
  });

  it('says unverifiable of a newer build, though it has a tool that is not known here', async () => {
    const replay = decode(readFileSync(file('a')));
    const log = [{ tick: 1, action: useTool('tune', 0, 1) }];
    const bytes = encode({ ...replay, build: 'core-2', log });
    const op = 32 + TOOLS.tune.code;
    const where = bytes.findIndex((_, i) => [1, op, 0, 2, 0].every((byte, k) => bytes[i + k] === byte));
    bytes[where + 1] = 32 + 99;
    writeFileSync(file('newer'), seal(bytes));
    expect(await type('verify', file('newer'), ...LEVELS)).toMatchObject({
      code: EXIT.no,
      out: 'unverifiable:build\n',
    });
  });

  it('answers at once to what is no file of a replay’s size', async () => {
    spawnSync('sh', ['-c', 'mkfifo "$0"', file('fifo')]);
    writeFileSync(file('huge'), '');
    truncateSync(file('huge'), 1_500_000_000);
    for (const [path, why] of [
      ['/dev/zero', 'is no file that could be a replay'],
      [file('fifo'), 'is no file that could be a replay'],
      [folder, 'is no file that could be a replay'],
      [file('huge'), 'has 1500000000 bytes'],
    ]) {
      const spent = process.cpuUsage();
      for (const words of [
        ['verify', path],
        ['inspect', path],
        ['diff', path, path],
      ]) {
        const { code, err } = await type(...words);
        expect([code, err.split('\n').length]).toEqual([EXIT.badInput, 2]);
        expect(err).toContain(why);
      }
      // of the processor's time: what is read in full or waited for takes more, or never ends
      expect(process.cpuUsage(spent).user).toBeLessThan(1_000_000);
    }
  });
});

describe('inspect', () => {
  it('tells what is in a file, without playing it', async () => {
    const { code, out } = await type('inspect', file('a'), '--json', '--actions');
    expect(code).toBe(EXIT.ok);
    const said = JSON.parse(out) as { actions: number; log: unknown[]; uses: Record<string, number>; plan: string };
    expect(said.plan).toBe('everything');
    expect(said.log.length).toBe(said.actions);
    expect(Object.values(said.uses).reduce((a, b) => a + b, 0)).toBe(said.actions);
  });

  it('and in words', async () => {
    const { out } = await type('inspect', file('a'), '--actions');
    expect(out).toContain('plan      everything');
    expect(out).toMatch(/\n +\d+ tune -?\d+ -?\d+ -?\d+\n/);
  });
});

describe('diff', () => {
  it('says the same of the same, with 0', async () => {
    expect(await type('diff', file('a'), file('a'), ...LEVELS)).toMatchObject({ code: EXIT.ok, out: 'the same\n' });
  });

  it('says where two runs part, with 1', async () => {
    const { code, out } = await type('diff', file('a'), file('b'), ...LEVELS);
    expect(code).toBe(EXIT.no);
    expect(out).toContain('seed: 4 and 5');
    expect(out).toContain('tick 0: the Worlds part');
  });
});

describe('diff of what verify would not play', () => {
  it.each([
    ['twelve hours', { ticks: CAPS.ticks, hashes: Array.from({ length: CAPS.ticks / 600 }, () => [0, 0]) }, 'tooLong'],
    ['another build', { build: 'core-2' }, 'unverifiable:build'],
    ['other content', { content: 'f'.repeat(16) }, 'unverifiable:content'],
  ])('compares the files only, and says why: %s', async (_what, differs, why) => {
    const replay = { ...decode(readFileSync(file('a'))), ...differs } as Replay;
    writeFileSync(file('foreign'), encode(replay));
    const spent = process.cpuUsage();
    const { code, out } = await type('diff', file('foreign'), file('foreign'), ...LEVELS);
    expect([code, process.cpuUsage(spent).user < 2_000_000]).toEqual([EXIT.ok, true]);
    expect(out).toContain('the Worlds were not compared: of a, ');
    expect(out).toContain(why);
  });
});

describe('what is typed', () => {
  it.each([
    [['verify', 'a', 'b'], 'replay: “b” is a word too many (usage: npm run replay -- verify F)'],
    [['verify'], 'replay: a word is missing (usage: npm run replay -- verify F)'],
    [['diff', 'a'], 'replay: a word is missing (usage: npm run replay -- diff A B)'],
    [['verify', 'a', '--bogus'], 'replay: there is no option --bogus (usage: npm run replay -- verify F)'],
    [['verify', 'a', '-x'], 'replay: there is no option -x (usage: npm run replay -- verify F)'],
    [['verify', 'a', '-1'], 'replay: there is no option -1 (usage: npm run replay -- verify F)'],
    [['verify', 'a', '--levels'], 'replay: --levels needs a value (usage: npm run replay -- verify F)'],
    [['verify', 'a', '--json=1'], 'replay: --json takes no value (usage: npm run replay -- verify F)'],
    [['verify', '--levels', '--json'], 'replay: --levels needs a value (usage: npm run replay -- verify F)'],
  ])('and cannot be meant is answered in one line: %j', async (words, line) => {
    expect(await type(...words)).toEqual({ code: EXIT.badInput, out: '', err: `${line}\n` });
  });

  it('may be a negative number', async () => {
    const { code } = await type(
      'random',
      '--level',
      'everything',
      '--seed',
      '-1',
      '--ticks',
      '9',
      '--out',
      file('n'),
      ...LEVELS,
    );
    expect([code, decode(readFileSync(file('n'))).seed]).toEqual([EXIT.ok, -1]);
  });

  it.each(['-1', '0x10', '1e3', '2.5', ' 5', ''])(
    'is a number in plain digits, or is named: --ticks %j',
    async (ticks) => {
      const { code, err } = await type(
        'random',
        '--level',
        'everything',
        '--ticks',
        ticks,
        '--out',
        file('x'),
        ...LEVELS,
      );
      expect(code).toBe(EXIT.badInput);
      expect(err).toBe(`replay: --ticks should be a whole number from 1 to 5000000, not “${ticks}”\n`);
    },
  );
});

it('ends quietly when nobody reads on', { timeout: 60_000 }, () => {
  const tool = join(ROOT, 'src', 'tools', 'replay.ts');
  const lines = ['--actions', '--json'].map((flag) => {
    const command = `"${process.execPath}" --import tsx "${tool}" inspect "${file('a')}" ${flag}`;
    // Nobody at all reads: the pipe is closed before the first line comes.
    const script = `(${command}; echo "code $?" >&2) | true`;
    return spawnSync('sh', ['-c', script], { cwd: ROOT, encoding: 'utf8' }).stderr;
  });
  expect(lines).toEqual(['code 0\n', 'code 0\n']);
});

it('every verb has help', async () => {
  for (const verb of Object.keys(COMMANDS)) {
    const { code, out } = await type(verb, '--help');
    expect([code, out.includes('--json')]).toEqual([EXIT.ok, true]);
  }
});
