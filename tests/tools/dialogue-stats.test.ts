import { describe, expect, it } from 'vitest';
import { statsCommand, type Stats } from '../../src/tools/dialogue/stats.ts';
import { lockOf } from '../../src/tools/dialogue/table.ts';
import { folderOf, runTool } from '../support/dialogue-project.ts';

const PROJECT = JSON.stringify({
  projectFileVersion: 4,
  sourceFiles: ['**/*.yarn'],
  baseLanguage: 'en',
  localisation: { de: { strings: 'locale/de.csv' }, fr: { strings: 'locale/fr.csv' } },
});

const FILES = {
  'a.yarnproject': PROJECT,
  'coves/1.yarn': `title: Start
---
Zara: One [b]two[/b] three. #line:a
{1 + 1} four #line:b
-> five six #line:c
    Zara: seven #line:d
-> eight <<if visited("Start")>> #line:e
    <<stop>>
Zara: One [b]two[/b] three. #shadow:a
===
`,
  'neo/1.yarn': `title: Other
---
Jin: It's re-knit. #line:f
<<if visited("Start")>>
    Jin: a b c #line:g
    <<jump Start>>
<<endif>>
Jin: d #line:h
===
`,
  'locale/de.csv': `id,text,lock\nline:a,Eins zwei drei.,${lockOf('Zara: One [b]two[/b] three.')}\nline:f,Neu,00000000\nline:g,,\nline:gone,Weg,\n`,
};

async function stats(): Promise<Stats> {
  const { root } = folderOf(FILES);
  return JSON.parse((await runTool(statsCommand, root, '--json')).out) as Stats;
}

describe('npm run dialogue -- stats', () => {
  it('counts words as people do: no names, markup, values or shadow lines', async () => {
    const { total, cities, acts, characters, files, nodes } = await stats();
    expect([files, nodes]).toEqual([2, 2]);
    expect(total).toEqual({ words: 14, lines: 6, options: 2, minutes: 0.1 });
    expect(cities).toMatchObject({
      coves: { words: 8, lines: 3, options: 2 },
      neo: { words: 6, lines: 3, options: 0 },
    });
    expect(Object.keys(acts)).toEqual(['coves/1', 'neo/1']);
    expect(characters).toMatchObject({
      Jin: { words: 6, lines: 3 },
      Zara: { words: 4, lines: 2 },
      '(options)': { words: 3, options: 2 },
      '(nobody)': { words: 1, lines: 1 },
    });
  });

  it('knows the shortest and the longest way through a node', async () => {
    const { byNode } = await stats();
    expect(byNode.map(({ node, shortest, longest }) => [node, shortest, longest])).toEqual([
      ['Start', 5, 7],
      ['Other', 3, 5],
    ]);
  });

  it('knows how much of each language is there and still good', async () => {
    const { locales } = await stats();
    expect(locales).toEqual({
      de: { translated: 2, outdated: 1, of: 8, percent: 12 },
      fr: { translated: 0, outdated: 0, of: 8, percent: 0 },
    });
  });

  it('prints tables', async () => {
    const { root } = folderOf(FILES);
    const { out, code } = await runTool(statsCommand, root, '--nodes');
    expect(code).toBe(0);
    expect(out).toMatch(/^2 files, 2 nodes\n/);
    expect(out).toMatch(/\ncity +words +lines +options +minutes\ncoves +8 +3 +2 +0\.0\n/);
    expect(out).toContain('de: 2 of 8 lines translated, 1 of them to be updated (12% good)');
    expect(out).toContain('Start: 8, 5 to 7');
  });
});
