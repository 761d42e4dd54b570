// What scripts become. That blocks do as they should is shown by the stories; here is what else is asked of them.
import { describe, expect, it } from 'vitest';
import { programOf } from '../../support/yarn.ts';

function hashOf(body: string): string {
  return programOf(body).hash;
}

describe('blocks', () => {
  it('have no silent runs of more than one', () => {
    const silent = '<<set $a = 1>>\n<<set $b = $a>>\n<<call string(1)>>\n<<set $a += 1>>\n';
    const { blocks } = programOf(`${silent}Hello #line:hello\n${silent}`);
    expect(Object.keys(blocks)).toEqual(['Start+1', 'line:hello', 'line:hello+1']);
    expect(blocks['Start+1']).toEqual({
      kind: 'act',
      acts: [
        ['set', '$a', 1],
        ['set', '$b', ['$', '$a']],
        ['call', ['call', 'string', 1]],
        ['set', '$a', ['+', ['$', '$a'], 1]],
      ],
      next: 'line:hello',
    });
  });

  it('lead on without a jump, however branches join', () => {
    const { blocks } = programOf(
      '<<if $a>>\n<<if $b>>\nOne #line:one\n<<endif>>\n<<else>>\nTwo #line:two\n<<endif>>\nThree #line:three',
    );
    expect(blocks['Start+1']).toMatchObject({ arms: [{ next: 'Start+2' }], none: 'line:two' });
    expect(blocks['Start+2']).toMatchObject({ arms: [{ next: 'line:one' }], none: 'line:three' });
    expect(blocks['line:one']).toMatchObject({ next: 'line:three' });
    expect(blocks['line:two']).toMatchObject({ next: 'line:three' });
    expect(blocks['line:three']).toMatchObject({ next: null });
  });

  it('are named by line ids, so that what is written above changes nothing below', () => {
    const tail =
      'Two #line:two\n<<go>>\n-> A #line:a\n    Deep #line:deep\n-> B #line:b\n<<set $x = 1>>\nThree #line:three';
    const before = programOf(`One #line:one\n${tail}`).blocks;
    const after = programOf(
      `<<set $y = 2>>\nZero #line:zero\n<<if $y > 1>>\nOne #line:one\n<<endif>>\n<<jump {"x"}>> <<if 1>>\n`.replace(
        /<<jump.*\n/,
        '',
      ) + tail,
    ).blocks;
    for (const id of ['line:two', 'line:two+1', 'line:a', 'line:deep', 'line:b+1', 'line:three']) {
      expect(after[id]).toEqual(before[id]);
    }
  });

  it('keep what a once has seen by the line, and never share a key', () => {
    const { blocks } = programOf(
      'Hi <<once>> #line:hi\n<<once>>\n<<once if $x>>\nIn <<once>> #line:in\n<<endonce>>\n<<endonce>>\n<<once>>\n<<set $x = true>>\n<<endonce>>',
    );
    const keys = Object.values(blocks).flatMap((block) =>
      block.kind === 'act' ? block.acts.flatMap((act) => (act[0] === 'seen' ? [act[1]] : [])) : [],
    );
    expect(keys).toEqual([
      'line:hi',
      'once:line:in',
      'once:line:in+2',
      'line:in',
      expect.stringMatching(/^once:line:in\+\d$/),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('end where nothing comes after', () => {
    const { blocks } = programOf('One #line:one\n<<stop>>\nNever #line:never');
    expect(Object.keys(blocks)).toEqual(['line:one', 'line:one+1']);
  });

  it('hold nothing that JSON has no word for', () => {
    const program = programOf(
      '<<declare $big = 1e39>>\n<<set $a = 99999999999999999999999999999999999999999>>\n{-0} {$big}'.replace(
        '1e39',
        '99999999999999999999999999999999999999999',
      ),
    );
    expect(JSON.parse(JSON.stringify(program))).toEqual(program);
    expect(program.hash).toMatch(/^[0-9a-f]{16}$/);
  });

  it('may be of nodes with any name', () => {
    const program = programOf(
      'title: constructor\n---\nHi #line:hi\n<<jump __proto__>>\n===\ntitle: __proto__\n---\nHo #line:ho\n===\n',
    );
    expect(Object.keys(program.nodes)).toEqual(['constructor', '__proto__']);
    expect(program.homes['line:ho']).toBe('__proto__');
  });
});

describe('the hash', () => {
  it('is of what decides', () => {
    const one = hashOf('One #line:one\n<<set $a = 1>>');
    expect(hashOf('Another text #line:one\n\n\n<<set $a = 1>> // said')).toBe(one);
    expect(hashOf('One #line:one\n<<set $a = 2>>')).not.toBe(one);
    expect(hashOf('One #line:uno\n<<set $a = 1>>')).not.toBe(one);
    expect(hashOf('<<declare $a = 7>>\nOne #line:one\n<<set $a = 1>>')).not.toBe(one);
  });
});
