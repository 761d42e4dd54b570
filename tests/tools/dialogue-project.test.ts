// Rows of the official table for project files run where that table lies beside the project.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isGameLibrary } from '../../src/core/run/library.ts';
import { STANDARD_LIBRARY } from '../../src/core/yarn/library.ts';
import { BadInput } from '../../src/tools/cli.ts';
import { ROOT } from '../../src/tools/files.ts';
import { libraryFrom } from '../../src/tools/dialogue/definitions.ts';
import { findFiles, matchesAny } from '../../src/tools/dialogue/glob.ts';
import { DIALOGUE, loadProject, loadProjects, type Project } from '../../src/tools/dialogue/project.ts';
import { knownSeverities, parseProjectFile } from '../../src/tools/dialogue/project-file.ts';

const CASES = join(ROOT, '..', 'shared', 'yarn-cases');
const folder = mkdtempSync(join(tmpdir(), 'dialogue-project-'));
afterAll(() => rmSync(folder, { recursive: true }));

function load(...paths: string[]): Project {
  return loadProject(paths.map((path) => join(folder, path)));
}

function put(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
const names = (paths: readonly string[], root = folder): string[] => paths.map((path) => relative(root, path));

interface Row {
  readonly id: string;
  readonly projectFile?: string;
  readonly projectSource?: string;
  readonly expectedProject?: Readonly<Record<string, unknown>>;
  readonly exclude?: readonly string[];
  readonly sourceFiles?: { readonly has: readonly string[]; readonly hasNot: readonly string[] };
}

const rows: Row[] = existsSync(CASES)
  ? (JSON.parse(readFileSync(join(CASES, 'types.json'), 'utf8')) as { rows: Row[] }).rows.filter(
      (row) => row.projectFile !== undefined || row.projectSource !== undefined,
    )
  : [];

describe('official project files', () => {
  it.skipIf(rows.length === 0)('are there', () => expect(rows.length).toBeGreaterThan(5));

  it.each(rows)('$id', ({ projectFile, projectSource, expectedProject, exclude = [], sourceFiles }) => {
    const path = projectFile === undefined ? null : join(CASES, 'cases', projectFile);
    const project = parseProjectFile(path === null ? projectSource! : readFileSync(path, 'utf8'));
    expect(project).toMatchObject(expectedProject ?? {});
    if (path === null || sourceFiles === undefined) return;
    const root = dirname(path);
    const found = names(findFiles(root, project.sourceFiles, [...project.excludeFiles, ...exclude]), root);
    for (const one of sourceFiles.has) expect(found).toContain(one);
    for (const one of sourceFiles.hasNot) expect(found).not.toContain(one);
  });
});

describe('a project file', () => {
  it('may have commas left over, comments, and both inside texts', () => {
    const text = '{ // one, two, }\n "projectFileVersion": 4, /* {, */ "sourceFiles": ["a//b,]/*.yarn",], }';
    expect(parseProjectFile(text).sourceFiles).toEqual(['a//b,]/*.yarn']);
  });

  it('has what is usual where it says nothing', () => {
    expect(parseProjectFile('{"projectFileVersion": 3}')).toEqual({
      projectFileVersion: 3,
      sourceFiles: ['**/*.yarn'],
      excludeFiles: ['**/*~/*'],
      baseLanguage: 'en',
      localisation: {},
      definitions: [],
      allowPreviewFeatures: false,
      diagnosticsSeverity: {},
      characters: null,
    });
  });

  it('may speak of codes that there are not', () => {
    const severities = '"diagnosticsSeverity": {"YS0001": "error", "YS0012": "none"}';
    const file = parseProjectFile(`{"projectFileVersion": 4, "compilerOptions": {${severities}}}`);
    expect(knownSeverities(file)).toEqual({ YS0012: 'none' });
  });

  it.each([
    ['{', 'p: is not JSON'],
    ['[]', 'p: should be an object'],
    ['{}', '“projectFileVersion” should be one of 2, 3, 4, not undefined'],
    ['{"projectFileVersion": 1}', 'not 1'],
    ['{"projectFileVersion": 4, "sourceFiles": [1]}', '“sourceFiles” should be a list of texts'],
    ['{"projectFileVersion": 4, "localisation": {"de": "x"}}', '“localisation.de” should be an object'],
    ['{"projectFileVersion": 4, "localisation": []}', '“localisation” should be an object'],
    [
      '{"projectFileVersion": 4, "compilerOptions": {"diagnosticsSeverity": {"YS0003": "loud"}}}',
      '“diagnosticsSeverity.YS0003” should be one of error, warning, info, none, not "loud"',
    ],
  ])('%s is refused in words', (text, said) => {
    expect(() => parseProjectFile(text, 'p')).toThrow(BadInput);
    expect(() => parseProjectFile(text, 'p')).toThrow(said);
  });
});

describe('patterns', () => {
  it.each([
    ['**/*.yarn', 'a.yarn', true],
    ['**/*.yarn', 'x/y/a.yarn', true],
    ['**/*.yarn', 'a.yarn.txt', false],
    ['*.yarn', 'x/a.yarn', false],
    ['x/**', 'x/y/a.yarn', true],
    ['x/*/a.yarn', 'x/y/a.yarn', true],
    ['x/*/a.yarn', 'x/y/z/a.yarn', false],
    ['x/**/a.yarn', 'x/a.yarn', true],
    ['./a?.yarn', 'ab.yarn', true],
    ['a.yarn', 'abyarn', false],
    ['a+(b).yarn', 'a+(b).yarn', true],
    ['**/*~/*', 'Samples~/a.yarn', true],
    ['../other/*.yarn', '../other/a.yarn', true],
    ['../other/*.yarn', 'a.yarn', false],
  ])('%s and %s: %s', (pattern, path, matches) => {
    expect(matchesAny('/a/project', [pattern], join('/a/project', path))).toBe(matches);
  });
});

const EMPTY = 'title: A\n---\nHello.\n===\n';

describe('what belongs together', () => {
  put({
    'loose/a.yarn': EMPTY,
    'loose/b/c.yarn': `\uFEFF${EMPTY}`,
    'loose/notes.txt': 'no script',
    'game/x.yarnproject': '{"projectFileVersion": 4, "excludeFiles": ["old/*"], "definitions": ["syntony.ysls.json"]}',
    'game/one.yarn': EMPTY,
    'game/deep/two.yarn': EMPTY,
    'game/old/three.yarn': EMPTY,
    'foreign/y.yarnproject': JSON.stringify({
      projectFileVersion: 3,
      sourceFiles: ['*.yarn', '../shared/*.yarn'],
      baseLanguage: 'de',
      localisation: { fr: { strings: 'fr.csv' }, de: { assets: 'sounds' } },
      definitions: 'words.ysls.json',
      compilerOptions: { diagnosticsSeverity: { YS0012: 'error' } },
      characters: ['Ada'],
    }),
    'foreign/words.ysls.json': '{"commands": [{"yarnName": "walk", "parameters": []}]}',
    'foreign/one.yarn': EMPTY,
    'shared/two.yarn': EMPTY,
    'nothing/readme.txt': '',
  });
  it('a folder without a project file is one project, by the standard library', () => {
    const project = load('loose');
    expect(project).toMatchObject({ root: join(folder, 'loose'), name: 'loose', file: null, characters: null });
    expect(project.sources.map(({ text }) => text)).toEqual([EMPTY, EMPTY]);
    expect(project.library).toBe(STANDARD_LIBRARY);
    expect(project.options).toEqual({ library: STANDARD_LIBRARY, unreachable: true });
  });

  it('a folder with one is what it says, with the game’s own library where it names that', () => {
    const project = load('game');
    expect(names([...project.asked])).toEqual(['deep/two.yarn', 'one.yarn'].map((name) => join('game', name)));
    expect(isGameLibrary(project.library)).toBe(true);
    expect(project.characters).toContain('Jin');
    expect(load('game/x.yarnproject').sources).toEqual(project.sources);
  });

  it('a file, or a folder in it, belongs to the project above, which comes with it', () => {
    const project = load('game/deep/two.yarn');
    expect(project.sources).toHaveLength(2);
    expect(names([...project.asked])).toEqual([join('game', 'deep', 'two.yarn')]);
    expect(load('game/deep').asked).toEqual(project.asked);
  });

  it('a file that the project above leaves out stands alone', () => {
    const project = load('game/old/three.yarn');
    expect(project.file).toBeNull();
    expect(project.sources).toHaveLength(1);
  });

  it('takes severities, language, tables and definitions from the project file', () => {
    const project = load('foreign');
    expect(names(project.sources.map(({ file }) => file))).toEqual(['foreign/one.yarn', 'shared/two.yarn']);
    expect(project.options).toMatchObject({ languageVersion: 3, severities: { YS0012: 'error' }, unreachable: true });
    expect(project.localeFiles).toEqual({ fr: join(folder, 'foreign', 'fr.csv') });
    expect(project.baseLanguage).toBe('de');
    expect(project.characters).toEqual(['Ada']);
    expect(project.library.commands?.map(({ name }) => name)).toEqual(['wait', 'walk']);
  });

  it('two projects are two, and files of none are one more', () => {
    const paths = ['game', 'foreign', 'loose/a.yarn', 'loose/b'].map((path) => join(folder, path));
    expect(loadProjects(paths).map(({ name }) => name)).toEqual(['x', 'y', 'loose']);
    expect(() => loadProject(paths)).toThrow('two projects, x and y');
  });

  it('reads again only what has changed', () => {
    put({ 'loose/a.yarn': 'title: B\n---\n===\n' });
    utimesSync(join(folder, 'loose/a.yarn'), new Date(), new Date(Date.now() + 5000));
    expect(load('loose').sources[0].text).toContain('title: B');
    put({ 'loose/a.yarn': EMPTY });
    utimesSync(join(folder, 'loose/a.yarn'), new Date(), new Date(Date.now() + 9000));
    expect(load('loose').sources[0].text).toBe(EMPTY);
  });

  it.each([
    ['nowhere', 'there is no file or folder'],
    ['nothing', 'there are no .yarn files in'],
  ])('%s is refused in words', (path, said) => {
    expect(() => load(path)).toThrow(BadInput);
    expect(() => load(path)).toThrow(said);
  });

  it('says which definitions are missing', () => {
    put({ 'gone/z.yarnproject': '{"projectFileVersion": 4, "definitions": ["no.json"]}', 'gone/a.yarn': EMPTY });
    expect(() => load('gone')).toThrow('no.json” are not there');
  });

  it('is the game’s own dialogue unless something is named', () => {
    expect(existsSync(join(DIALOGUE, 'syntony.yarnproject'))).toBe(true);
    const own = parseProjectFile(readFileSync(join(DIALOGUE, 'syntony.yarnproject'), 'utf8'));
    expect(own.projectFileVersion).toBe(4);
    expect(knownSeverities(own).YS0012).toBe('error');
    expect(own.definitions.every((one) => existsSync(join(DIALOGUE, one)))).toBe(true);
  });
});

describe('definitions of another game', () => {
  it('say what its commands and functions take', () => {
    const text = JSON.stringify({
      version: 1,
      commands: [
        {
          yarnName: 'fade',
          documentation: 'Fades.',
          parameters: [
            { name: 'how', type: 'string' },
            { name: 'long', type: 'number', defaultValue: '1' },
          ],
        },
        { yarnName: 'party', parameters: [{ name: 'who', type: 'string', isParamsArray: true }] },
      ],
      functions: [
        { yarnName: 'has', parameters: [{ name: 'item', type: 'string' }], return: { type: 'bool' } },
        {
          yarnName: 'sum',
          parameters: [{ name: 'n', type: 'float', isParamsArray: true }],
          return: { type: 'number' },
        },
        { yarnName: 'visited', parameters: [], return: { type: 'any' } },
      ],
    });
    const { functions, commands, unknownFunctions } = libraryFrom([{ name: 'x', text }]);
    expect(functions).toContainEqual({
      name: 'has',
      parameters: ['String'],
      parameterNames: ['item'],
      returns: 'Bool',
    });
    expect(functions).toContainEqual({
      name: 'sum',
      parameters: [],
      parameterNames: [],
      rest: 'Number',
      returns: 'Number',
    });
    expect(functions.filter(({ name }) => name === 'visited')).toHaveLength(1);
    expect(commands?.find(({ name }) => name === 'fade')).toEqual({
      name: 'fade',
      doc: 'Fades.',
      parameters: [
        { name: 'how', kind: 'string', doc: '' },
        { name: 'long', kind: 'number', doc: '', optional: true },
      ],
    });
    expect(commands?.find(({ name }) => name === 'party')?.parameters.length).toBeGreaterThan(20);
    expect(unknownFunctions).toBe('infer');
  });
});
