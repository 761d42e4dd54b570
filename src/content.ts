// Everything that is content and not code, checked and compiled once: the same for client, server, tools and tests.
// Who reads the files differs (vite's glob, the file system); what becomes of them does not.

import { hashOf, hashText } from './core/math/hash.ts';
import { compileLevel } from './core/network/compile.ts';
import { checkLevel } from './core/network/level-check.ts';
import type { Level } from './core/network/level.ts';
import type { Rules } from './core/network/rules.ts';
import type { Problem } from './core/network/shape.ts';
import { cityPlans, NO_CITIES, type CitiesFile } from './core/run/cities.ts';
import type { Content, Plan } from './core/run/content.ts';
import { silence } from './core/run/story.ts';
import { makeStory } from './core/run/tale.ts';
import type { Program } from './core/yarn/program.ts';

export interface FileProblem extends Problem {
  readonly file: string;
}

export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly FileProblem[];

  constructor(problems: readonly FileProblem[]) {
    super(problems.map((one) => `${one.file}: ${one.path}: ${one.reason}`).join('\n'));
    this.problems = problems;
  }
}

/** Level files by their path under levels/ (`training/03.json`), parsed. */
export type LevelFiles = Readonly<Record<string, unknown>>;

export function checkLevels(files: LevelFiles): FileProblem[] {
  const problems: FileProblem[] = [];
  for (const [file, value] of Object.entries(files)) {
    const found = checkLevel(value);
    problems.push(...found.map((one) => ({ file, ...one })));
    const id = file.replace(/\.json$/, '');
    if (found.length === 0 && (value as Level).id !== id) {
      problems.push({ file, path: 'id', reason: `is “${(value as Level).id}”, should be “${id}” as the file is` });
    }
  }
  return problems;
}

/** Without a program there is nothing told: tests of levels need none. */
export function makeContent(
  files: LevelFiles,
  program: Program | null = null,
  cities: CitiesFile = NO_CITIES,
): Content {
  const problems = checkLevels(files);
  if (problems.length > 0) throw new ContentError(problems);
  const levels: Record<string, Rules> = {};
  const plans: Record<string, Plan> = {};
  for (const file of Object.keys(files).sort(byCodeUnit)) {
    const level = files[file] as Level;
    levels[level.id] = compileLevel(level);
    plans[level.id] = planOfOne(levels[level.id]);
  }
  const deciding = decidingIn(files);
  const hashes = Object.fromEntries(Object.keys(levels).map((id) => [id, hashed(deciding[`${id}.json`])]));
  if (program === null) return { hash: hashed(deciding), hashes, levels, plans, story: silence };
  return {
    hash: hashed([
      deciding,
      program.hash,
      // all of a city but what it is called
      cities.cities.map(({ id, acts, returns = '' }) => [
        id,
        returns,
        acts.map(({ title: _title, ...decides }) => decides),
      ]),
    ]),
    hashes,
    levels,
    plans: { ...cityPlans(cities, program, Object.keys(levels)), ...storyPlans(program), ...plans },
    story: makeStory(program),
  };
}

/** What is said to people and to editors, and decides nothing: a mended typo leaves every replay as good as it was. */
const WORDS: readonly string[] = ['$schema', 'title', 'hint', 'teaches', 'lesson'];

/** Of every level what decides, and only that. */
function decidingIn(files: LevelFiles): Record<string, unknown> {
  const decides = Object.entries(files).map(([file, level]) => [
    file,
    Object.fromEntries(Object.entries(level as Level).filter(([key]) => !WORDS.includes(key))),
  ]);
  return Object.fromEntries(decides) as Record<string, unknown>;
}

function hashed(value: unknown): string {
  return hashText(hashOf(value));
}

/** A reader may take their time, but no verifier sits longer than this over a scene: four hours. */
const STORY_MOST = 4 * 60 * 60 * 120;

/** A node whose header says `plan: id` begins one; `about:` is what people call it. */
function storyPlans(program: Program): Record<string, Plan> {
  const plans: Record<string, Plan> = {};
  for (const [scene, { headers }] of Object.entries(program.nodes)) {
    const id = headers.plan;
    if (id === undefined || id === '') continue;
    plans[id] = { id, title: headers.about ?? scene, steps: [{ kind: 'scene', scene }], most: STORY_MOST };
  }
  return plans;
}

/** Tries that a single network's run may take before no verifier plays on. */
const TRIES = 20;

/** Every level is a plan by itself: what a single network's board, the bots and a replay of it play. */
function planOfOne(rules: Rules): Plan {
  const { id, title } = rules.level;
  return { id, title, steps: [{ kind: 'network', level: id }], most: rules.limit * TRIES };
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
