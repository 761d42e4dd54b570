// How a plan is read and followed.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { answer } from '../../../src/tools/cli.ts';
import { parsePlan, PlanError } from '../../../src/tools/dialogue/plan.ts';
import { testplanCommand, testScript } from '../../../src/tools/dialogue/testplan.ts';

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
    'option: `',
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

async function verb(...words: string[]): Promise<string> {
  const said: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  try {
    const code = await answer('dialogue', '', { testplan: testplanCommand }, ['testplan', ...words]);
    return `${said.join('').trimEnd()} (${code})`;
  } finally {
    spy.mockRestore();
  }
}

describe('the verb', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plans-'));
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  write('a.yarn', 'title: Start\n---\nHi\n<<jump Other>>\n===\n');
  write('b.yarn', 'title: Other\n---\nThere\n===\n');
  write('all.testplan', 'line: `Hi`\nline: `There`\nstop\n');
  write('other.testplan', 'node: Other\nline: `There`\nstop\n');
  it('runs all plans of a folder against all its scripts', async () => {
    expect(await verb('--project', folder)).toBe('2 passed, 0 failed (0)');
  });

  it('says where and what, and exits with 1', async () => {
    write('b.testplan', 'line: `Not this`\n');
    // no Start in it: it is only to compile; and the other has no plan, and compiles
    expect(await verb(folder)).toMatch(/a\.yarn:1: there is no plan[^]*1 passed, 1 failed \(1\)$/);
    write('a.testplan', 'line: `Hullo`\n');
    expect(await verb(folder)).toMatch(
      /a\.testplan:1: not the line[^]*line: `Hullo`[^]*line: `Hi`[^]*1 passed, 1 failed \(1\)$/,
    );
  });

  it('answers in JSON too', async () => {
    const text = await verb(join(folder, 'b.yarn'), '--json');
    expect(JSON.parse(text.replace(/ \(0\)$/, ''))).toMatchObject({ passed: 1, failed: 0, files: [{ passed: true }] });
  });
});
