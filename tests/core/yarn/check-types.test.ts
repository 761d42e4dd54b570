// What the checker finds out: types of variables and functions, values of enums, what smart variables are made of.

import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/core/yarn/compile.ts';
import type { CompileOptions, Compiled } from '../../../src/core/yarn/compile.ts';

function node(body: string, title = 'Gate'): string {
  return `title: ${title}\n---\n${body}\n===\n`;
}

function good(body: string, options?: CompileOptions): Compiled {
  const compiled = compile([{ file: 'gate.yarn', text: node(body) }], options);
  expect(compiled.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(compiled.program).not.toBeNull();
  return compiled;
}

function typesOf({ variables }: Compiled): Record<string, string> {
  return Object.fromEntries(variables.map(({ name, type }) => [name, type]));
}

const BELL = '<<enum Bell>>\n<<case Low = "low">>\n<<case High = "high">>\n<<endenum>>\n';

describe('types', () => {
  it('come from use, in any order and across files', () => {
    const compiled = compile([
      { file: 'a.yarn', text: node('<<set $copy = $oil>>\n<<set $sum = $copy + $more>>', 'A') },
      { file: 'b.yarn', text: node('<<declare $oil = 3>>', 'B') },
    ]);
    expect(typesOf(compiled)).toEqual({ $oil: 'Number', $copy: 'Number', $sum: 'Number', $more: 'Number' });
  });

  it('pass through calls of functions that nobody declared', () => {
    const { inferredFunctions } = good(
      '<<declare $oil = 3>>\n<<set $oil = depth("well", $oil)>>\n<<if dark(true)>>\nOh.\n<<endif>>',
    );
    expect([...inferredFunctions]).toEqual([
      ['depth', '(String, Number) -> Number'],
      ['dark', '(Bool) -> Bool'],
    ]);
  });

  it('of `+` on unknown values is Number when nothing says otherwise', () => {
    expect(typesOf(good('{$a + $b}'))).toEqual({ $a: 'Number', $b: 'Number' });
    expect(typesOf(good('<<set $a += $b>>\n<<set $a = "so">>'))).toEqual({ $a: 'String', $b: 'String' });
  });

  it('of an enum may stand for its raw type, and not the other way round', () => {
    good(`${BELL}{visited(Bell.Low)}\n<<jump {Bell.High}>>`);
    const { diagnostics } = compile([
      { file: 'a', text: node(`${BELL}<<declare $bell = Bell.Low>>\n<<set $bell = "low">>`) },
    ]);
    expect(diagnostics.map(({ message }) => message)).toContain('$bell (Bell) cannot be assigned a String');
  });

  it('of a case without its type is found from what it meets, or from the only enum that has it', () => {
    const tide = '<<enum Tide>>\n<<case Low>>\n<<case Slack>>\n<<endenum>>\n';
    const compiled = good(
      `${BELL}${tide}<<declare $bell = Bell.High>>\n<<set $bell = .Low>>\n<<set $tide = .Slack>>\n{$bell == .Low}`,
    );
    expect(typesOf(compiled)).toEqual({ $bell: 'Bell', $tide: 'Tide' });
    expect(compiled.variables.map(({ initial }) => initial)).toEqual(['high', 0]);
  });

  it('of what the game brings are known beforehand', () => {
    const compiled = good('<<set $light = 4>>\n<<set $city = .Alder>>', {
      externalVariables: [{ name: '$light', type: 'Number', initial: 2 }],
      externalEnums: [{ name: 'City', raw: 'Number', cases: { Alder: 7, Brink: 8 } }],
    });
    expect(compiled.variables.map(({ name, type, initial, declared }) => [name, type, initial, declared])).toEqual([
      ['$light', 'Number', 2, true],
      ['$city', 'City', 7, false],
    ]);
    expect(compiled.enums).toEqual([{ name: 'City', cases: { Alder: 7, Brink: 8 } }]);
  });

  it('are told once where one fault would lead to others', () => {
    const { diagnostics } = compile([
      { file: 'a', text: node('<<declare $x = true + 1>>\n{$x + 1}\n<<if $x>>\nOh.\n<<endif>>') },
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['YS0050']);
  });
});

describe('variables', () => {
  it('begin as they are declared, or as their type does', () => {
    const { variables } = good(
      '/// how much is left\n<<declare $oil = -3>>\n<<declare $name = "Iva">>\n<<set $flag = true>>\n<<set $word = $name>>\n{$oil}',
    );
    expect(variables.map(({ name, initial, declared, description }) => [name, initial, declared, description])).toEqual(
      [
        ['$oil', -3, true, 'how much is left'],
        ['$name', 'Iva', true, null],
        ['$flag', false, false, null],
        ['$word', '', false, null],
      ],
    );
  });

  it('are smart when declared to be anything but a constant, and know all they are made of', () => {
    const { variables } = good(
      '<<declare $a = $b and $c>>\n<<declare $b = $oil > 2>>\n<<declare $c = (true)>>\n<<declare $oil = 3>>\n{$a}',
    );
    const byName = Object.fromEntries(variables.map((one) => [one.name, one]));
    expect([byName.$a.smart, byName.$c.smart, byName.$oil.smart]).toEqual([true, true, false]);
    expect([...byName.$a.dependsOn].sort()).toEqual(['$b', '$c', '$oil']);
    expect([...byName.$oil.dependents].sort()).toEqual(['$a', '$b']);
  });
});

describe('visits', () => {
  it('are counted for nodes that somebody asks about, and for those that say so', () => {
    const text =
      node('{visited("Hill")} {visited_count("Never")} {visited("Group")} {visited("Gro" + "up")}') +
      node('Top.', 'Hill') +
      'title: Never\ntracking: never\n---\nNo.\n===\n' +
      'title: Always\ntracking: always\n---\nYes.\n===\n' +
      'title: Group\nsubtitle: one\nwhen: always\n---\nOne.\n===\n';
    const { program, diagnostics } = compile([{ file: 'a', text }]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const tracked = Object.entries(program?.nodes ?? {}).filter(([, one]) => one.tracked);
    expect(tracked.map(([name]) => name)).toEqual(expect.arrayContaining(['Hill', 'Always']));
    expect(tracked.map(([name]) => name)).not.toContain('Never');
  });
});
