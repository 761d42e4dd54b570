// `npm run replay`, every verb, as typed: what it prints, and the exit code that tells.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
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

it('every verb has help', async () => {
  for (const verb of Object.keys(COMMANDS)) {
    const { code, out } = await type(verb, '--help');
    expect([code, out.includes('--json')]).toEqual([EXIT.ok, true]);
  }
});
