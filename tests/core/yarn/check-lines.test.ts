// The string table: ids, tags, and what stays the same when a script is edited.

import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/core/yarn/compile.ts';
import type { TableLine } from '../../../src/core/yarn/compile.ts';

function table(text: string, file = 'gate.yarn'): TableLine[] {
  return [...compile([{ file, text }]).strings.values()];
}

function node(body: string, title = 'Gate'): string {
  return `title: ${title}\n---\n${body}\n===\n`;
}

describe('nodes of a group', () => {
  const group = 'title: Bell\nwhen: always\n---\nRing.\n===\ntitle: Bell\nsubtitle: low\nwhen: once\n---\nRing.\n===\n';
  const namesIn = (files: readonly string[]): string[] =>
    Object.keys(
      compile(files.map((file) => ({ file, text: file.endsWith('a.yarn') ? group : group.replace('low', 'high') })))
        .program?.nodes ?? {},
    );

  it('have names that last: a subtitle, or what file, title and number come to', () => {
    const [first, low] = namesIn(['a.yarn']);
    expect([first.slice(0, 5), low]).toEqual(['Bell.', 'Bell.low']);
    expect(first).toMatch(/^Bell\.\w{8}$/);
    expect(namesIn(['/else/where/a.yarn'])).toEqual([first, low]);
    expect(namesIn(['b.yarn', 'c:\\dialogue\\a.yarn'])).toEqual(expect.arrayContaining([first, 'Bell.high']));
    expect(new Set(namesIn(['x/b.yarn', 'y/b.yarn', 'a.yarn'].slice(1))).size).toBe(4);
  });
});

describe('the string table', () => {
  it('has every line, option and item, with braces numbered and tags without #', () => {
    const body =
      'Iva: {1} and {2}. #line:a1 #soft\n-> Stay #line:a2\n    So. #line:a3\n-> Go <<if true>> #line:a4\n=> Wind. #line:a5';
    const lines = table(node(body));
    expect(lines.map(({ id, text, kind, tags }) => [id, text, kind, tags])).toEqual([
      ['line:a1', 'Iva: {0} and {1}.', 'line', ['line:a1', 'soft', 'lastline']],
      ['line:a2', 'Stay', 'option', ['line:a2']],
      ['line:a3', 'So.', 'line', ['line:a3']],
      ['line:a4', 'Go', 'option', ['line:a4']],
      ['line:a5', 'Wind.', 'item', ['line:a5']],
    ]);
    expect(lines.every(({ node: name, implicit }) => name === 'Gate' && !implicit)).toBe(true);
  });

  it('gives a shadow line an id of its own and no text', () => {
    const [source, shadow] = table(node('Ring. #line:a1\nRing. #shadow:a1 #far'));
    expect([source.shadowOf, shadow.shadowOf, shadow.text]).toEqual([null, 'line:a1', null]);
    expect(shadow.tags).toContain('far');
    expect(shadow.id).not.toBe('line:a1');
  });

  it('marks the line before options, in whatever body it stands', () => {
    const body =
      '<<if true>>\nOne. #line:a1\n-> a #line:a2\n    Two. #line:a3\n    -> b #line:a4\n<<endif>>\nThree. #line:a5\n<<wait>>\n-> c #line:a6';
    const last = table(node(body)).filter(({ tags }) => tags.includes('lastline'));
    expect(last.map(({ id }) => id)).toEqual(['line:a1', 'line:a3']);
  });

  it('makes ids that are unique and that edits elsewhere do not change', () => {
    const before = table(node('One.\nTwo.\nTwo.') + node('One.', 'Hill'));
    expect(new Set(before.map(({ id }) => id)).size).toBe(4);
    expect(before.every(({ id, implicit }) => implicit && /^line:\w+$/.test(id))).toBe(true);
    const after = table(
      `${node('Zero.\nOne!\nTwo.\nTwo.', 'Other')}${node('One!\nNew. #line:n1\nTwo.\nTwo.')}${node('One.', 'Hill')}`,
    );
    const ids = after.filter(({ node: name, implicit }) => name !== 'Other' && implicit).map(({ id }) => id);
    expect(ids).toEqual(before.map(({ id }) => id));
  });

  it('can be had alone', () => {
    const { strings, program, diagnostics } = compile([{ file: 'a', text: node('{true + 1} #line:a1') }], {
      only: 'strings',
    });
    expect([...strings.keys()]).toEqual(['line:a1']);
    expect([program, diagnostics]).toEqual([null, []]);
  });

  it('is told of broken markup', () => {
    const { diagnostics } = compile([
      { file: 'a', text: node('So [wave]it goes\nFine [wave]now[/wave]\n[plural value={1} one="a" other="b"/]') },
    ]);
    expect(diagnostics.map(({ code, range }) => [code, range.start.line])).toEqual([['YS0063', 2]]);
  });
});
