// `check`, as a person and as another program read it.
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DiagnosticRow } from '../../src/tools/dialogue/check.ts';
import { dialogue, MARKET, script, spawned } from '../support/dialogue-tool.ts';

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
