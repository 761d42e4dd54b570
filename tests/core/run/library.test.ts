// A script is checked against the levels there are: what it plays, how it tunes, whom it asks about.
import { describe, expect, it } from 'vitest';
import { GAME_LIBRARY, gameLibrary, isGameLibrary } from '../../../src/core/run/library.ts';
import type { Level } from '../../../src/core/network/level.ts';
import { STANDARD_LIBRARY } from '../../../src/core/yarn/library.ts';
import { compile } from '../../../src/core/yarn/compile.ts';

const level = (id: string, more: Partial<Level> = {}): Level => ({
  id,
  title: id,
  hint: 'Wait',
  limit: 60,
  groups: [{ name: 'one', people: [{ name: 'Ada' }, { name: 'Bo' }, { name: 'Cy' }], bonds: 3 }],
  goal: { kind: 'unison', hold: 4 },
  tools: ['tune', 'mend'],
  ...more,
});
const library = gameLibrary([
  level('plain/01'),
  level('doors/01', {
    groups: [
      { name: 'garden', people: 3, bonds: 3 },
      { name: 'hall', people: 3, bonds: 3 },
    ],
    between: [{ groups: ['garden', 'hall'], bonds: 2, door: 'gate' }],
  }),
]);

function faults(...body: readonly string[]): string[] {
  const text = ['title: Start', '---', ...body, '==='].join('\n');
  return compile([{ file: 'a.yarn', text }], { library }).diagnostics.map(
    ({ code, range, message, suggestion }) =>
      `${range.start.line - 2}:${range.start.column} ${code} ${message}${suggestion === undefined ? '' : ` (${suggestion})`}`,
  );
}

describe('a script of the game', () => {
  it('may play, tune and ask for what there is', () => {
    expect(
      faults(
        '<<tune door gate shut>>',
        '<<tune person Bo kind elder>>',
        '<<network doors/01>>',
        '<<network {"plain" + "/01"}>>',
        '<<if won("plain/01") and not was_cut("plain/01", "Ada", "Bo") and used("plain/01", "mend") > 1>>',
        'Jin: Yes. {relation("jin", "you")}',
        '<<endif>>',
      ),
    ).toEqual([]);
  });

  it.each([
    ['<<network plain/02>>', '0:10 SY1002 `level` takes one of plain/01, doors/01, not plain/02 (plain/01)'],
    [
      '<<tune door cellar open>>',
      '0:2 SY1002 no network can be tuned so: tune door NAME open|shut: there is no door “cellar” here',
    ],
    ['<<tune limit soon>>', '0:2 SY1002 no network can be tuned so: tune limit SECONDS: wants a number'],
    ['<<tune weather fine>>', '0:7 SY1002 `subject` takes one of tool, hazard, door'],
    ['{won("plain/02")}', '0:5 SY1002 `level` of won takes one of plain/01, doors/01, not plain/02 (plain/01)'],
    ['{was_cut("plain/01", "Ada", "Bob")}', '0:28 SY1002 `person` of was_cut takes one of Ada, Bo, Cy'],
    ['{used("plain/01", "hammer")}', '0:18 SY1002 `tool` of used takes one of '],
    ['{flag("atlantis", "open")}', '0:6 SY1002 `city` of flag takes one of '],
    ['<<codex neo.recrd>>', '(neo.record)'],
    ['<<face jin smug>>', '0:11 SY1002 `expression` takes one of '],
    ['<<netwrk plain/01>>', '0:2 YS0060 Unknown command: netwrk (network)'],
    ['<<wait>>', '0:2 YS0061 Command wait was called with 0 parameters, but expected 1'],
  ])('%s', (line, said) => {
    const found = faults(line);
    expect(found.join('\n')).toContain(said);
  });
});

it('the game knows its own library', () => {
  expect([library, GAME_LIBRARY, STANDARD_LIBRARY].map(isGameLibrary)).toEqual([true, true, false]);
});
