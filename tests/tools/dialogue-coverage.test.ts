// `coverage`: what is never reached, dead ends, loops.
import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../src/tools/dialogue/coverage.ts';
import { dialogue, script } from '../support/dialogue-tool.ts';

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

  it('knows that all of the game can be reached, whatever was chosen long before', async () => {
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
