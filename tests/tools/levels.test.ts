import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/tools/files.ts';
import { isMissed, missedTargets, ratioOf, rowOf, type LevelTable } from '../../src/tools/levels/table.ts';

const run = promisify(execFile);

async function levels(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  try {
    const { stdout, stderr } = await run('node', ['--import', 'tsx', 'src/tools/levels.ts', ...args], { cwd: ROOT });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

describe('a row of the table', () => {
  it('counts a loss as infinite', () => {
    expect(rowOf([1200, null, 600, null])).toEqual({ wins: 2, n: 4, best: 5, p10: 5, p50: 10, p90: null });
    expect(rowOf([null])).toEqual({ wins: 0, n: 1, best: null, p10: null, p50: null, p90: null });
  });

  it('rounds times down to the millisecond', () => {
    expect(rowOf([1]).best).toBe(0.008);
  });
});

const row = (wins: number, p50: number | null) => ({ wins, n: 50, best: 1, p10: 1, p50, p90: null });

describe('what is asked of a level', () => {
  const good: LevelTable = {
    level: 'x',
    bots: { idle: row(0, null), random: row(2, null), sensible: row(40, 18), planner: row(45, 10) },
  };

  it('is met by a good one', () => {
    expect(missedTargets(good)).toEqual([]);
    expect(ratioOf(good)).toBe(1.8);
  });

  it('is said in words where it is not', () => {
    const bots = { idle: row(1, null), random: row(3, null), sensible: row(39, 17), planner: row(44, 10) };
    expect(missedTargets({ level: 'x', bots })).toEqual([
      'idle wins 1 of 50',
      'random wins 3 of 50',
      'sensible wins only 39 of 50',
      'planner wins only 44 of 50',
      'sensible is only 1.70 times the planner’s median',
    ]);
  });

  it('knows a tool that is missed from one that is not', () => {
    expect(isMissed(row(50, 10), row(49, 9))).toBe(true);
    expect(isMissed(row(50, 10), row(50, 11))).toBe(true);
    expect(isMissed(row(50, 10), row(50, 10.9))).toBe(false);
  });
});

describe('npm run levels', () => {
  it('checks all levels', async () => {
    const { code, out } = await levels('check', '--json');
    expect(JSON.parse(out)).toEqual([]);
    expect(code).toBe(0);
  });

  it('names file, path and reason of a broken one, and exits with 1', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'levels-'));
    const file = join(folder, 'broken.json');
    writeFileSync(file, '{"id": "x", "tools": ["tuna"]}');
    const { code, out } = await levels('check', file, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toContainEqual({
      file: expect.stringMatching(/broken\.json$/),
      path: 'tools[0]',
      reason: expect.stringContaining('did you mean “tune”'),
    });
    writeFileSync(file, '{');
    expect((await levels('check', file)).out).toContain('is not JSON');
    rmSync(folder, { recursive: true });
  });

  it('lets bots play, the same in every run', async () => {
    const args = ['bots', 'training/03', '--bots', 'idle,sensible', '--seeds', '3', '--first-seed', '40', '--json'];
    const { code, out } = await levels(...args);
    expect(code).toBe(0);
    const [table] = JSON.parse(out) as LevelTable[];
    expect(table.level).toBe('training/03');
    expect(table.bots.idle).toEqual({ wins: 0, n: 3, best: null, p10: null, p50: null, p90: null });
    expect(table.bots.sensible?.n).toBe(3);
    expect((await levels(...args)).out).toBe(out);
  });

  it.each([
    [['bots'], 'name a level, or --all'],
    [['bots', 'training/99'], 'there is no level “training/99”'],
    [['bots', '--all', '--seeds', 'many'], '--seeds should be a whole number'],
    [['bots', '--all', '--bots', 'genius'], '“genius” is no bot'],
    [['bots', '--wat'], '--wat'],
    [['chekc'], '“chekc” is not a command of levels'],
    [['check', 'nowhere.json'], 'there is no file or folder “nowhere.json”'],
  ])('answers %j in one line and exits with 2', async (args, said) => {
    const { code, err } = await levels(...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('has --help everywhere', async () => {
    for (const args of [['--help'], ['check', '--help'], ['bots', '--help'], ['schema', '--help']]) {
      const { code, out } = await levels(...args);
      expect(code).toBe(0);
      expect(out).toContain('npm run levels');
    }
  });
});
