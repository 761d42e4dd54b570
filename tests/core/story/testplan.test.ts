// How a plan is read and followed.
import { describe, expect, it } from 'vitest';
import { parsePlan, PlanError } from '../../../src/tools/dialogue/plan.ts';
import { testScript } from '../../../src/tools/dialogue/testplan.ts';

const yarn = (body: string): { file: string; text: string } => ({
  file: 'a.yarn',
  text: `title: Start\n---\n${body}\n===\n`,
});
const run = (body: string, plan: string) => testScript(yarn(body), { file: 'a.testplan', text: plan });

describe('a plan', () => {
  it('is read without regard to lines, comments and hashtags', () => {
    const steps = parsePlan('line: `a` #tag # more\n\tline:*option:`b`[disabled]select: 0 set: $x = 12 stop---stop');
    expect(steps).toEqual([
      [
        { kind: 'line', text: 'a', line: 1 },
        { kind: 'line', text: null, line: 2 },
        { kind: 'option', text: 'b', open: false, line: 2 },
        { kind: 'select', option: 0, line: 2 },
        { kind: 'set', variable: '$x', value: 12, line: 2 },
        { kind: 'stop', line: 2 },
      ],
      [{ kind: 'stop', line: 2 }],
    ]);
  });

  it('may have a text over several lines', () => {
    expect(parsePlan('line: `a\nb`\nstop')[0]).toEqual([
      { kind: 'line', text: 'a\nb', line: 1 },
      { kind: 'stop', line: 3 },
    ]);
  });

  it.each([
    '',
    '# nothing',
    '---',
    'stop\n---',
    'line `a`',
    'line: a',
    'line: `a',
    'select: one',
    'select: -1',
    'set: x = 1',
    'set: $x = -1',
    'set: $x = 1.5',
    'set: $x = "a"',
    'saliency: random',
    'dance: `a`',
    'option: `a` [hidden]',
  ])('%j is none', (text) => expect(() => parsePlan(text)).toThrow(PlanError));
});

describe('a run', () => {
  it('says what was expected and what came, at the line of the plan', () => {
    expect(run('Hello', '\nline: `Hullo`').failure).toEqual({
      file: 'a.testplan',
      line: 2,
      message: 'not the line that was expected',
      expected: 'line: `Hullo`',
      got: 'line: `Hello`',
    });
  });

  it.each([
    ['Hello', 'stop'],
    ['Hello', 'line: `Hello`\nline: `Hello`'],
    ['Hello', 'line: `hello`'],
    ['Hello', 'select: 1'],
    ['<<go>>', 'command: `go `'],
    ['-> A\n-> B', 'option: `A`\nselect: 1'],
    ['-> A\n-> B', 'option: `B`\noption: `A`\nselect: 1'],
    ['-> A <<if false>>\n-> B', 'option: `A`\noption: `B`\nselect: 2'],
    ['-> A', 'option: `A`\nselect: 2'],
    ['-> A', 'option: `A`\nselect: 0'],
    ['-> A <<if false>>', 'option: `A` [disabled]\nselect: 1'],
    ['Hello', 'set: $x = 1\nline: `Hello`'],
    ['Hello', 'node: Nowhere\nline: `Hello`'],
    ['<<call assert(1 == 2)>>', 'stop'],
    ['{number("x")}', 'line: *'],
  ])('%j does not do as %j says', (body, plan) => expect(run(body, plan).passed).toBe(false));

  it.each([
    ['Hello', 'line: *\nstop'],
    ['Hello\nagain', 'line: `Hello`'],
    ['Hello', 'line: `Hello`\nstop\nline: `never asked`'],
    ['<<declare $x = 0>>\n{$x}', 'set: $x = 7\nline: `7`\nstop\n---\nline: `7`\nstop'],
    ['Hello', 'saliency: first\nnode: Start\nnode: Start\nline: `Hello`'],
    ['-> A', 'option: `A`\n---\nselect: 1\nstop'],
  ])('%j does as %j says', (body, plan) => expect(run(body, plan)).toEqual({ file: 'a.yarn', passed: true }));

  it('without a plan asks for a refusal', () => {
    expect(testScript(yarn('Hello'), null).passed).toBe(false);
    expect(testScript(yarn('<<if true>>'), null).passed).toBe(true);
  });

  it('without a Start only compiles', () => {
    const source = { file: 'a.yarn', text: 'title: Other\n---\nHello\n===\n' };
    expect(testScript(source, { file: 'a.testplan', text: 'line: `something else`' }).passed).toBe(true);
  });
});
