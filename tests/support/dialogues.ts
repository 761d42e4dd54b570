// Every dialogue that there is to try: the project's own, the cases under tests/stories, and, where they are, the official
// ones.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { STORY_FUNCTIONS } from '../../src/core/run/functions.ts';
import { NEW_GAME } from '../../src/core/run/game.ts';
import { isGameLibrary } from '../../src/core/run/library.ts';
import { createHost, type Host } from '../../src/core/story/host.ts';
import { compile, type Compiled, type Source } from '../../src/core/yarn/compile.ts';
import { loadProjects } from '../../src/tools/dialogue/project.ts';
import { TEST_FUNCTIONS, testOptions } from '../../src/tools/dialogue/testplan.ts';

/** Beside the project, and not part of it. */
export const OFFICIAL = '../shared/yarn-cases';
export const hasOfficial = existsSync(OFFICIAL);
export const STORIES = 'tests/stories';
const OWN = 'dialogue';

export interface Dialogue {
  readonly name: string;
  readonly compiled: Compiled;
  readonly program: NonNullable<Compiled['program']>;
  readonly host: () => Host;
}

export function filesUnder(folder: string, end: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort((a, b) => (a < b ? -1 : 1))
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return filesUnder(path, end);
      return name.endsWith(end) ? [path] : [];
    });
}

export function readSource(file: string): Source {
  return { file, text: readFileSync(file, 'utf8') };
}

/** Those that compile. */
export function allDialogues(): Dialogue[] {
  const single = [...filesUnder(STORIES, '.yarn'), ...filesUnder(`${OFFICIAL}/cases/TestCases`, '.yarn')];
  const alone = single.flatMap((file) =>
    dialogueOf(basename(file, '.yarn'), compile([readSource(file)], testOptions()), false),
  );
  const own = filesUnder(OWN, '.yarn').length === 0 ? [] : loadProjects([OWN]);
  return [
    ...own.flatMap(({ name, sources, options, library }) =>
      dialogueOf(name, compile(sources, options), isGameLibrary(library)),
    ),
    ...alone,
  ];
}

function dialogueOf(name: string, compiled: Compiled, isGame: boolean): Dialogue[] {
  const { program } = compiled;
  if (program === null) return [];
  const host = (): Host => {
    const one = createHost(program, isGame ? STORY_FUNCTIONS : TEST_FUNCTIONS);
    one.context = NEW_GAME;
    return one;
  };
  return [{ name, compiled, program, host }];
}
