// npm run levels: check the level files, write their schema, and let the bots show how each plays.

import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { checkLevels, type FileProblem } from '../content.ts';
import { buildNetwork, LevelError } from '../core/network/build.ts';
import { compileLevel } from '../core/network/compile.ts';
import type { Level } from '../core/network/level.ts';
import { BOT_IDS, isBot, type BotId } from '../core/bots/table.ts';
import type { Content } from '../core/run/content.ts';
import { BadInput, EXIT, main, print, printJson, progress, whole, type Given } from './cli.ts';
import { readLevelContent } from './content.ts';
import { LEVELS, readLevels } from './files.ts';
import { runJobs, type Job } from './levels/jobs.ts';
import { levelSchema } from './levels/schema.ts';
import { isMissed, missedTargets, rowOf, tableText, type LevelTable, type Row } from './levels/table.ts';

/** A level is built for this many seeds before it is called good: what only some dice show is found here. */
const SEEDS_TO_BUILD = 50;

await main('levels', 'Level files: checked, described, and played by bots.', {
  check: {
    usage: 'levels -- check [FILE|FOLDER…] [--json]',
    doc: 'Every problem of every level file, with file, path and reason; each good one is also built for many seeds.',
    options: {},
    help: {},
    run: check,
  },
  bots: {
    usage: 'levels -- bots [LEVEL…|--all] [--seeds N] [--first-seed S] [--bots A,B] [--ban] [--json]',
    doc: 'Bots play each level over many seeds: wins, best time and percentiles in seconds; losses count as infinite.',
    options: {
      all: { type: 'boolean' },
      seeds: { type: 'string' },
      'first-seed': { type: 'string' },
      bots: { type: 'string' },
      ban: { type: 'boolean' },
    },
    help: {
      all: 'every level',
      seeds: 'how many seeds (20)',
      'first-seed': 'the first of them (1)',
      bots: `which, by comma (${BOT_IDS.join(',')})`,
      ban: 'also the planner without each offered tool, over the same seeds',
    },
    run: bots,
  },
  schema: {
    usage: 'levels -- schema [--write] [--json]',
    doc: 'The JSON Schema of a level file, made from the same description as the check.',
    words: [0, 0],
    options: { write: { type: 'boolean' } },
    help: { write: 'into levels/level.schema.json' },
    run: schema,
  },
});

function check({ words, json }: Given): number {
  const { files, problems } = words.length === 0 ? readLevels() : readNamed(words);
  const all: FileProblem[] = [...problems, ...checkLevels(files)];
  const bad = new Set(all.map((one) => one.file));
  const good = Object.keys(files).filter((file) => !bad.has(file));
  for (const file of good) {
    const reason = whyNotBuilt(files[file] as Level);
    if (reason !== null) all.push({ file, path: '(whole file)', reason });
  }
  const count = Object.keys(files).length + problems.length;
  if (count === 0) throw new BadInput(`there are no level files in ${words.join(', ')}`);
  if (json) printJson(all);
  else {
    for (const one of all) print(`${one.file}: ${one.path}: ${one.reason}`);
    const broken = new Set(all.map((one) => one.file)).size;
    print(`${count - broken} of ${count} level files are good`);
  }
  return all.length === 0 ? EXIT.ok : EXIT.no;
}

function whyNotBuilt(level: Level): string | null {
  const rules = compileLevel(level);
  try {
    for (let seed = 1; seed <= SEEDS_TO_BUILD; seed++) buildNetwork(rules, seed);
    return null;
  } catch (error) {
    if (error instanceof LevelError) return error.message;
    throw error;
  }
}

/** Files and folders as typed; a file's id is still its path under levels/ where it lies there, else its own name. */
function readNamed(words: readonly string[]): ReturnType<typeof readLevels> {
  const files: Record<string, unknown> = {};
  const problems: FileProblem[] = [];
  for (const word of words) {
    const path = resolve(word);
    if (!existsSync(path)) throw new BadInput(`there is no file or folder “${word}”`);
    if (statSync(path).isDirectory()) {
      const inside = readLevels(path);
      const under = path.startsWith(LEVELS) ? relative(LEVELS, path).split(sep).join('/') : '';
      for (const [file, value] of Object.entries(inside.files)) files[under === '' ? file : `${under}/${file}`] = value;
      problems.push(...inside.problems);
      continue;
    }
    const file = path.startsWith(LEVELS) ? relative(LEVELS, path).split(sep).join('/') : outside(path);
    try {
      files[file] = JSON.parse(readFileSync(path, 'utf8'));
    } catch (error) {
      problems.push({ file, path: '(whole file)', reason: `is not JSON: ${(error as Error).message}` });
    }
  }
  return { files, problems };
}

/** A level kept elsewhere is known by its last folder and name, as an id is written. */
function outside(path: string): string {
  return `${basename(dirname(path))}/${basename(path)}`;
}

async function bots(given: Given): Promise<number> {
  const content = readLevelContent();
  const levels = chosenLevels(content, given);
  const seeds = whole(given, 'seeds', 20, 1, 100_000);
  const first = whole(given, 'first-seed', 1, 0, 0x7fff_ffff - seeds);
  const chosen = chosenBots(given);
  const ban = given.flags['ban'] === true;

  const jobs: Job[] = [];
  const add = (level: string, bot: BotId, banned: string | null): void => {
    for (let k = 0; k < seeds; k++) jobs.push({ level, bot, banned, seed: first + k });
  };
  for (const level of levels) {
    for (const bot of chosen) add(level, bot, null);
    if (ban) for (const tool of content.levels[level].tools) add(level, 'planner', tool.id);
  }
  const files = Object.fromEntries(levels.map((id) => [id, content.levels[id].level]));
  const ticks = await runJobs(jobs, files, (done) => progress(done, jobs.length, 'networks played'));

  let at = 0;
  const take = (): Row => rowOf(ticks.slice(at, (at += seeds)));
  const tables: LevelTable[] = levels.map((level) => {
    const rows = Object.fromEntries(chosen.map((bot) => [bot, take()]));
    if (!ban) return { level, bots: rows };
    return { level, bots: rows, bans: Object.fromEntries(content.levels[level].tools.map(({ id }) => [id, take()])) };
  });
  if (given.json) printJson(tables);
  else {
    print(tableText(tables));
    print(verdict(content, tables));
  }
  return EXIT.ok;
}

function chosenLevels(content: Content, { words, flags }: Given): string[] {
  const known = Object.keys(content.levels);
  if (flags['all'] === true) return known;
  if (words.length === 0) throw new BadInput('name a level, or --all (see --help)');
  for (const word of words) {
    if (!Object.hasOwn(content.levels, word))
      throw new BadInput(`there is no level “${word}”; there is ${known.join(', ')}`);
  }
  return [...new Set(words)];
}

function chosenBots({ flags }: Given): BotId[] {
  const said = flags['bots'];
  if (said === undefined) return [...BOT_IDS];
  return [
    ...new Set(
      String(said)
        .split(',')
        .map((id) => {
          if (!isBot(id)) throw new BadInput(`“${id}” is no bot; there is ${BOT_IDS.join(', ')}`);
          return id;
        }),
    ),
  ];
}

/** What is asked of levels, level by level, and of tools, over all levels that offer them. */
function verdict(content: Content, tables: readonly LevelTable[]): string {
  const lines: string[] = [];
  const missed = new Map<string, boolean>();
  for (const table of tables) {
    if (content.levels[table.level].level.lesson === true) continue;
    const misses = missedTargets(table);
    if (misses.length > 0) lines.push(`${table.level}: ${misses.join('; ')}`);
    const free = table.bots.planner;
    for (const [tool, banned] of Object.entries(table.bans ?? {})) {
      if (free !== undefined) missed.set(tool, missed.get(tool) === true || isMissed(free, banned));
    }
  }
  for (const [tool, is] of missed) if (!is) lines.push(`${tool}: no level of these misses it`);
  return lines.length === 0 ? 'every level meets what is asked of it' : lines.join('\n');
}

function schema({ flags }: Given): number {
  const text = `${JSON.stringify(levelSchema(), null, 2)}\n`;
  if (flags['write'] === true) writeFileSync(join(LEVELS, 'level.schema.json'), text);
  else process.stdout.write(text);
  return EXIT.ok;
}
