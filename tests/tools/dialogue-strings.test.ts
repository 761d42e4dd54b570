import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { compile } from '../../src/core/yarn/compile.ts';
import { parseMarkup } from '../../src/core/yarn/markup.ts';
import { answer } from '../../src/tools/cli.ts';
import { readCsv } from '../../src/tools/dialogue/csv.ts';
import { pseudo, pseudoTable } from '../../src/tools/dialogue/pseudo.ts';
import { strings } from '../../src/tools/dialogue/strings.ts';
import {
  lockOf,
  mergedRows,
  readTable,
  settleAll,
  sourceLines,
  translations,
  writeTable,
  type LocaleRow,
  type SourceLine,
} from '../../src/tools/dialogue/table.ts';
import { faultsOf } from '../../src/tools/dialogue/translation.ts';
import { CHOICES, NARRATOR, voiceLines, voices } from '../../src/tools/dialogue/voices.ts';

const SCRIPT = `title: Start
---
// Tired,
// after the way up.
Jin: You came back, [wave]then[/wave]. #line:back // low
You heard {$n + 1} bells. #line:bells
<<declare $n = 2>>
Jin: [plural value={$n} one="One string hums" other="% strings hum"/]. #line:hum
-> Ask #line:ask
    Jin: Why not. #line:why
-> Leave #line:leave
    Jin: Go. #line:go
===
title: Later
---
Jin: <b>"Again"</b> & \\: so #line:again
Ana: Now. #line:now
===
`;

function linesOf(text: string): SourceLine[] {
  const sources = [{ file: 'a.yarn', text }];
  return sourceLines(sources, compile(sources, {}));
}

function textsOf(lines: readonly SourceLine[]): Record<string, string> {
  return Object.fromEntries(lines.map(({ id, text }) => [id, text]));
}

/** As a translator would: the text of these lines overwritten, all else as exported. */
function translated(rows: readonly LocaleRow[], texts: Readonly<Record<string, string>>): LocaleRow[] {
  return rows.map((row) => (Object.hasOwn(texts, row.id) ? { ...row, text: texts[row.id] } : row));
}

function exported(lines: readonly SourceLine[], rows: readonly LocaleRow[] = []): LocaleRow[] {
  const csv = writeTable(settleAll(rows, lines).map(({ row }) => row));
  const table = readTable(csv);
  expect(table.faults).toEqual([]);
  return [...table.rows];
}

function statesOf(rows: readonly LocaleRow[], lines: readonly SourceLine[]): Record<string, string> {
  return Object.fromEntries(settleAll(rows, lines).map(({ row, state }) => [row.id, state]));
}

describe('the lines of a project', () => {
  it('come as written, with speaker, place, values and directions', () => {
    const lines = linesOf(SCRIPT);
    expect(lines.map(({ id }) => id.slice('line:'.length))).toEqual([
      'back',
      'bells',
      'hum',
      'ask',
      'why',
      'leave',
      'go',
      'again',
      'now',
    ]);
    expect(lines[0]).toMatchObject({
      text: 'Jin: You came back, [wave]then[/wave].',
      character: 'Jin',
      node: 'Start',
      line: 5,
      direction: 'Tired, after the way up.; low',
    });
    expect(lines[1]).toMatchObject({ character: null, values: ['$n + 1'], direction: '' });
    expect(lines[3]).toMatchObject({ kind: 'option', text: 'Ask' });
  });

  it('leave shadow lines out: they are said in another’s words', () => {
    const lines = linesOf('title: A\n---\nJin: So. #line:so\nJin: So. #shadow:so\n===\n');
    expect(lines.map(({ id }) => id)).toEqual(['line:so']);
  });
});

describe('a language’s file', () => {
  const lines = linesOf(SCRIPT);

  it('begins as a copy of the source, of which nothing counts as translated', () => {
    const rows = exported(lines);
    expect(new Set(Object.values(statesOf(rows, lines)))).toEqual(new Set(['missing']));
    expect(rows[1]).toMatchObject({ text: 'You heard {0} bells.', lock: '' });
    expect(rows[1].comment).toBe('source: You heard {0} bells.\n{0} is $n + 1');
    expect(translations(rows, textsOf(lines))).toEqual({});
  });

  it('knows what a translator has filled in, and locks it to its source', () => {
    const sent = translated(exported(lines), { 'line:go': 'Jin: Geh.', 'line:leave': 'Gehen' });
    const rows = exported(lines, mergedRows([], sent, lines));
    expect(statesOf(rows, lines)).toMatchObject({ 'line:go': 'translated', 'line:why': 'missing' });
    expect(rows.find(({ id }) => id === 'line:go')?.lock).toBe(lockOf('Jin: Go.'));
    expect(translations(rows, textsOf(lines))).toEqual({ 'line:go': 'Jin: Geh.', 'line:leave': 'Gehen' });
  });

  it('asks for an update where the source has changed, until the text is mended or said to be good', () => {
    const done = exported(lines, translated(exported(lines), { 'line:go': 'Jin: Geh.', 'line:why': 'Jin: Gern.' }));
    const changed = linesOf(SCRIPT.replace('Jin: Go.', 'Jin: Go now.').replace('Why not.', 'Why not?'));
    const stale = exported(changed, done);
    expect(statesOf(stale, changed)).toMatchObject({ 'line:go': 'needsUpdate', 'line:why': 'needsUpdate' });
    expect(stale.find(({ id }) => id === 'line:go')?.comment).toMatch(/^NEEDS UPDATE.*\nsource: Jin: Go now\.$/);
    // A line that is a little out of date is still better than another language.
    expect(translations(stale, textsOf(changed))).toHaveProperty(['line:go'], 'Jin: Geh.');

    const sent = translated(stale, { 'line:go': 'Jin: Geh jetzt.' }).map((row) =>
      row.id === 'line:why' ? { ...row, lock: '' } : row,
    );
    const mended = exported(changed, mergedRows(stale, sent, changed));
    expect(statesOf(mended, changed)).toMatchObject({ 'line:go': 'translated', 'line:why': 'translated' });
    expect(mended.find(({ id }) => id === 'line:go')?.comment).toBe('source: Jin: Go now.');
    expect(statesOf(exported(changed, mergedRows(stale, stale, changed)), changed)['line:go']).toBe('needsUpdate');
  });

  it('locks to the source that the translator saw, not to the one there is by now', () => {
    const sent = translated(exported(lines), { 'line:go': 'Jin: Geh.' });
    const changed = linesOf(SCRIPT.replace('Jin: Go.', 'Jin: Go now.'));
    const rows = exported(changed, mergedRows(exported(changed), sent, changed));
    expect(statesOf(rows, changed)['line:go']).toBe('needsUpdate');
  });

  it('takes “same” for a translation that reads as its source', () => {
    const sent = exported(lines).map((row) => (row.id === 'line:leave' ? { ...row, lock: 'same' } : row));
    const rows = exported(lines, mergedRows([], sent, lines));
    expect(statesOf(rows, lines)['line:leave']).toBe('translated');
    expect(rows.find(({ id }) => id === 'line:leave')?.lock).toBe(lockOf('Leave'));
  });

  it('never loses a row: what is gone stands at the end, and comes back with its line', () => {
    const done = exported(lines, translated(exported(lines), { 'line:go': 'Jin: Geh.' }));
    const without = linesOf(SCRIPT.replace('    Jin: Go. #line:go\n', '    Jin: Bye. #line:bye\n'));
    const kept = exported(without, done);
    expect(kept.at(-1)).toMatchObject({ id: 'line:go', text: 'Jin: Geh.' });
    expect(translations(kept, textsOf(without))).toEqual({});
    expect(kept.at(-1)?.comment).toMatch(/^OBSOLETE.*\nsource: Jin: Go\.$/);
    expect(statesOf(kept, without)['line:go']).toBe('obsolete');
    expect(exported(without, kept)).toEqual(kept);
    expect(exported(lines, kept)).toEqual(done.map((row, at) => ({ ...row, at: exported(lines, kept)[at].at })));
  });

  it('keeps what a translator noted in a comment', () => {
    const noted = exported(lines).map((row) =>
      row.id === 'line:go' ? { ...row, text: 'Jin: Geh.', comment: `${row.comment}\nOr: Los?` } : row,
    );
    const rows = exported(lines, mergedRows([], noted, lines));
    expect(rows.find(({ id }) => id === 'line:go')?.comment).toBe('source: Jin: Go.\nOr: Los?');
  });

  it('does not put an untouched copy over a translation', () => {
    const done = exported(lines, translated(exported(lines), { 'line:go': 'Jin: Geh.' }));
    const bare = readTable('id,text\nline:go,Jin: Go.\nline:why,Jin: Gern.\n').rows;
    expect(translations(mergedRows(done, bare, lines), textsOf(lines))).toEqual({
      'line:go': 'Jin: Geh.',
      'line:why': 'Jin: Gern.',
    });
  });
});

describe('a translation', () => {
  const plural = 'Jin: [plural value={0} one="% string" other="% strings"/].';

  it('is good with its values, markers, speaker and forms', () => {
    expect(faultsOf('Jin: Geh [b]{0}[/b].', 'Jin: Go {0}.', 'de')).toEqual([]);
    expect(faultsOf('Jin: [plural value={0} one=a few=b many=c other=d/]', plural, 'pl')).toEqual([]);
    expect(faultsOf('Jin: [plural value={0} other="% 弦"/]', plural, 'ja')).toEqual([]);
    expect(faultsOf('Er sagt\\: nein', 'He says no', 'de')).toEqual([]);
  });

  it.each([
    ['Jin: Geh.', 'Jin: Go {0}.', 'de', /\{0\} is missing/],
    ['Jin: Geh {1}.', 'Jin: Go {0}.', 'de', /\{1\} is not in the source/],
    ['Jin: [b]Geh', 'Jin: Go', 'de', /^markup, character 6: /],
    ['Geh', 'Jin: Go', 'de', /begins with “Jin: ”/],
    ['Ana: Geh', 'Jin: Go', 'de', /begins with “Jin: ” in the source, and with “Ana: ” here/],
    ['Er sagt: nein', 'He says no', 'de', /reads as said by “Er sagt”/],
    ['Jin: [plural value={0} one=a other=b/]', plural, 'pl', /lacks few and many: pl counts one, few, many and other/],
    ['[select value={0} a=x/]', '[select value={0} a=y b=z/]', 'de', /\[select\] lacks b/],
    ['[select a=x/] {0}', '[select value={0} a=y/]', 'de', /\[select\] has no value/],
  ])('%s', (text, source, locale, reason) => {
    const faults = faultsOf(text, source, locale);
    expect(faults.some((one) => reason.test(one))).toBe(true);
  });
});

describe('the pseudo-languages', () => {
  it('are longer by two fifths, accented, and keep name, values, markers and escapes', () => {
    const line = 'Jin: You came [wave]back[/wave], {0}\\: so.';
    const long = pseudo(line, 'qps');
    expect(long).toMatch(/^Jin: ⟦.*\[wave\][^\][]+\[\/wave\].*\{0\}\\: .*⟧$/u);
    expect(parseMarkup(long).errors).toEqual([]);
    const [was, is] = [
      parseMarkup(line).text.length - 'Jin: '.length,
      parseMarkup(long).text.length - 'Jin: ⟦⟧'.length,
    ];
    expect(is / was).toBeGreaterThan(1.25);
    expect(is / was).toBeLessThan(1.5);
    expect(long.slice('Jin: '.length).replace(/\[[^\]]*\]/g, '')).not.toMatch(/[A-Za-z]/);
  });

  it('reach the texts that a marker chooses from, and not what they are chosen by', () => {
    const long = pseudo('[select value={0} sea="the tide" land="a road"/] [pause=500/]', 'qps');
    expect(long).toContain('[select value={0} sea="ţ');
    expect(long).toContain('land="à');
    expect(long).toContain('[pause=500/]');
  });

  it('can run from right to left', () => {
    expect(pseudo('Jin: Go.', 'qps-mirror')).toBe('Jin: \u202E⟦ĜĜöö.⟧\u202C');
  });

  it('say nothing where there is nothing, and leave broken markup alone', () => {
    expect(pseudoTable({ a: '', b: 'Go [b' }, 'qps')).toEqual({ a: '', b: 'Go [b' });
  });

  it('mark up as the source does, whatever it is', () => {
    const piece = fc.constantFrom(
      'Jin: ',
      'word',
      ' ',
      '[a]',
      '[/a]',
      '[b/]',
      '{0}',
      '\\[',
      '🎵',
      'é',
      '[plural value={0} one="a" other="%"/]',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const line = pieces.join('');
        const [was, is] = [parseMarkup(line), parseMarkup(pseudo(line, 'qps'))];
        expect(is.errors.length).toBe(was.errors.length);
        expect(is.attributes.map(({ name }) => name)).toEqual(was.attributes.map(({ name }) => name));
      }),
      { numRuns: 1000, seed: 5 },
    );
  });
});

describe('the recording sheet', () => {
  const sheet = voiceLines(linesOf(SCRIPT));

  it('goes by character, each line with what stands before it', () => {
    expect(sheet.map(({ character, id }) => `${character} ${id}`)).toEqual([
      'Jin line:back',
      'Jin line:hum',
      'Jin line:why',
      'Jin line:go',
      'Jin line:again',
      `${NARRATOR} line:bells`,
      'Ana line:now',
    ]);
    expect(sheet[0]).toMatchObject({
      text: 'You came back, then.',
      before: '',
      direction: 'Tired, after the way up.; low',
    });
    expect(sheet[1]).toMatchObject({
      text: '⟨One string hums / {$n} strings hum⟩.',
      before: 'You heard {$n + 1} bells.',
    });
    expect(sheet[3]).toMatchObject({ before: '(choice) Leave', line: 12 });
    expect(sheet[4]).toMatchObject({ scene: 'Later', before: '' });
  });

  it('names one of a group of nodes by its conditions', () => {
    const lines = linesOf(
      'title: G\nwhen: $c\nwhen: once\n---\nHere.\n===\ntitle: G\nwhen: always\n---\nThere.\n<<declare $c = true>>\n===\n',
    );
    expect(voiceLines(lines).map(({ scene }) => scene)).toEqual(['G, when $c, when once', 'G, when always']);
  });

  it('has before a line only what can be said before it', () => {
    const lines = linesOf(`title: A
---
One. #line:one
<<if $c>>
    Two. #line:two
<<else>>
    Three. #line:three
<<endif>>
Four. <<if $c>> #line:four
=> Five. #line:five
=> Six. #line:six
    <<jump A>>
Seven. #line:seven
<<once>>
    Eight. #line:eight
<<else>>
    Nine. #line:nine
    <<stop>>
<<endonce>>
Ten. #line:ten
<<return>>
Eleven. #line:eleven
===
title: B
---
Twelve. #line:twelve
One. #shadow:one
Thirteen. #line:thirteen
<<declare $c = true>>
===
`);
    expect(voiceLines(lines).map(({ text, before }) => [text, before])).toEqual([
      ['One.', ''],
      ['Two.', 'One.'],
      ['Three.', 'One.'],
      ['Four.', 'Three.'],
      ['Five.', 'Four.'],
      ['Six.', 'Four.'],
      ['Seven.', 'Five.'],
      ['Eight.', 'Seven.'],
      ['Nine.', 'Seven.'],
      ['Ten.', 'Eight.'],
      ['Eleven.', ''],
      ['Twelve.', ''],
      ['Thirteen.', 'One.'],
    ]);
  });

  it('has choices where they are asked for, each behind the line that it answers', () => {
    const choices = voiceLines(linesOf(SCRIPT), {}, true).filter(({ character }) => character === CHOICES);
    expect(choices.map(({ text }) => text)).toEqual(['Ask', 'Leave']);
    expect(new Set(choices.map(({ before }) => before)).size).toBe(1);
  });
});

describe('the commands', () => {
  let folder = '';
  let said = '';
  const run = async (...words: readonly string[]): Promise<number> => {
    said = '';
    return answer('dialogue', '', { strings, voices }, words);
  };
  const file = (): string => join(folder, 'locale', 'de.csv');

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'syntony-strings-'));
    writeFileSync(join(folder, 'a.yarn'), SCRIPT);
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((chunk) => {
        said += String(chunk);
        return true;
      });
    }
  });
  afterAll(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  it('export, import and tell how far it is', async () => {
    expect(await run('strings', 'export', folder, '--locale', 'de')).toBe(0);
    expect(said).toContain('0 translated, 9 missing');
    const text = readFileSync(file(), 'utf8');
    expect(text.split('\n')[0]).toBe('id,text,character,file,line,comment,lock');

    const sent = join(folder, 'sent.csv');
    writeFileSync(sent, text.replace('Jin: Go.', 'Jin: Geh.').replace('You heard {0}', 'Du hörtest {2}'));
    expect(await run('strings', 'import', sent, folder, '--locale', 'de')).toBe(1);
    expect(said).toContain('sent.csv:4: line:bells: {0} is missing');
    expect(said).toContain('nothing was taken in');
    expect(readFileSync(file(), 'utf8')).toBe(text);

    writeFileSync(sent, text.replace('Jin: Go.', 'Jin: Geh.').replace('You heard', 'Du hörtest'));
    expect(await run('strings', 'import', sent, folder, '--locale', 'de')).toBe(0);
    expect(await run('strings', 'status', folder, '--json')).toBe(0);
    expect(JSON.parse(said)).toMatchObject([
      { locale: 'de', total: 9, translated: 2, missing: 7, needsUpdate: 0, obsolete: 0 },
    ]);
    expect(await run('strings', 'status', folder, '--check')).toBe(1);
    expect(await run('strings', 'status', folder, '--locale', 'de')).toBe(0);
    expect(said).toContain('missing: line:why: Jin: Why not.');
  });

  it('import what was filled in in place, too', async () => {
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('Jin: Why not.,Jin', 'Jin: Gern.,Jin'));
    expect(await run('strings', 'import', file(), folder, '--locale', 'de')).toBe(0);
    expect(said).toContain('3 translated, 6 missing');
  });

  it('prune only when told to', async () => {
    writeFileSync(join(folder, 'a.yarn'), SCRIPT.replace('    Jin: Go. #line:go\n', ''));
    await run('strings', 'export', folder, '--locale', 'de');
    expect(said).toContain('1 obsolete');
    await run('strings', 'export', folder, '--locale', 'de', '--prune');
    expect(said).toContain('0 obsolete');
    expect(readFileSync(file(), 'utf8')).not.toContain('line:go');
    writeFileSync(join(folder, 'a.yarn'), SCRIPT);
  });

  it('refuse what would go wrong, in one line', async () => {
    const wrong = [
      ['export', folder],
      ['export', folder, '--locale', 'not a language'],
      ['import', join(folder, 'none.csv'), folder, '--locale', 'de'],
      ['import', file(), folder, '--locale', 'en'],
      ['import', file(), folder, '--locale', 'qps'],
      ['sing', folder],
    ];
    for (const words of wrong) {
      expect(await run('strings', ...words)).toBe(2);
      expect(said.trim().split('\n')).toHaveLength(1);
    }
    mkdirSync(join(folder, 'broken'));
    writeFileSync(join(folder, 'broken', 'b.yarn'), 'title: A\n---\n<<if>>\n===\n');
    expect(await run('strings', 'export', join(folder, 'broken'), '--locale', 'de')).toBe(2);
    rmSync(join(folder, 'broken'), { recursive: true });
  });

  it('guess which id was meant', async () => {
    const sent = join(folder, 'sent.csv');
    writeFileSync(sent, 'id,text\nline:bels,x\n');
    expect(await run('strings', 'import', sent, folder, '--locale', 'de', '--json')).toBe(1);
    expect(JSON.parse(said)).toMatchObject({
      faults: [{ line: 2, id: 'line:bels', message: 'no line has the id line:bels; did you mean line:bells?' }],
    });
  });

  it('make the pseudo-languages anew and store neither', async () => {
    expect(await run('strings', 'export', folder, '--locale', 'qps')).toBe(0);
    const rows = readTable(said).rows;
    expect(rows.find(({ id }) => id === 'line:go')?.text).toBe('Jin: ⟦ĜĜöö.⟧');
    expect(new Set(Object.values(statesOf(rows, linesOf(SCRIPT))))).toEqual(new Set(['translated']));
  });

  it('print the recording sheet, escaped, on a page and as a table', async () => {
    const [html, csv] = [join(folder, 'sheet.html'), join(folder, 'sheet.csv')];
    expect(await run('voices', folder, '--html', html, '--csv', csv)).toBe(0);
    const page = readFileSync(html, 'utf8');
    expect(page).toContain('&lt;b&gt;&quot;Again&quot;&lt;/b&gt; &amp; : so');
    expect(page).not.toContain('<b>');
    expect(page.match(/<section /g)).toHaveLength(3);
    expect(readCsv(readFileSync(csv, 'utf8')).records).toHaveLength(8);
    expect(await run('voices', folder, '--character', 'Ana', '--json')).toBe(0);
    expect(JSON.parse(said)).toMatchObject([{ id: 'line:now', before: 'Jin: <b>"Again"</b> & : so' }]);
    expect(await run('voices', folder, '--character', 'Nobody')).toBe(2);
    expect(await run('voices', folder, '--locale', 'de')).toBe(0);
    expect(said).toContain('Gern.');
  });
});
