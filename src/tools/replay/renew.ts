// The replays that the tests keep: made from a recipe, so that a change of the rules needs one command and no hands.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isBot } from '../../core/bots/table.ts';
import { BUILD } from '../../core/replay/build.ts';
import type { Replay } from '../../core/replay/replay.ts';
import { simulate } from '../../core/replay/simulate.ts';
import type { Content } from '../../core/run/content.ts';
import { BadInput, EXIT, print, printJson, type Command } from '../cli.ts';
import { recordRandom } from '../engines/actor.ts';
import { ROOT } from '../files.ts';
import { contentIn, writeReplay } from './file.ts';
import { recordBot } from './make.ts';

interface Recipe {
  readonly level: string;
  /** `random`, or a bot. */
  readonly by: string;
  readonly seed: number;
  /** How long `random` plays. */
  readonly ticks?: number;
}

interface Expected {
  readonly build: string;
  readonly verdict: string;
  readonly outcome: string;
  readonly ticks: number;
  readonly hash: string;
}

const KEPT = join(ROOT, 'tests', 'replays');

export const renew: Command = {
  usage: 'replay -- renew',
  doc: `Makes the replays under tests/replays anew, after a change of the rules. Raise BUILD in src/core/replay/build.ts first,
unless the rules of that build were never released.`,
  words: [0, 0],
  options: {},
  help: {},
  run(given) {
    const names = readdirSync(KEPT).filter((name) => existsSync(join(KEPT, name, 'recipe.json')));
    const rows = names.map((name) => ({ name, ...renewOne(join(KEPT, name)) }));
    if (given.json) printJson(rows);
    else
      for (const { name, was, is } of rows)
        print(`${name}: ${is.outcome}, ${is.ticks} ticks, ${is.hash}${told(was, is)}`);
    return EXIT.ok;
  },
};

function renewOne(folder: string): { was: Expected | null; is: Expected } {
  const content = contentIn(join(folder, 'levels'));
  const replay = follow(content, readJson(join(folder, 'recipe.json')) as Recipe);
  writeReplay(join(folder, 'run.echo'), replay);
  const { verdict, outcome, ticks, hash } = simulate(content, replay);
  const path = join(folder, 'expected.json');
  const was = existsSync(path) ? (readJson(path) as Expected) : null;
  const is: Expected = { build: BUILD, verdict, outcome, ticks, hash };
  writeFileSync(path, `${JSON.stringify(is, null, 2)}\n`);
  return { was, is };
}

function follow(content: Content, { level, by, seed, ticks = 7200 }: Recipe): Replay {
  if (by === 'random') return recordRandom(content, level, seed, ticks);
  if (!isBot(by)) throw new BadInput(`a recipe names “${by}”, who is no bot`);
  return recordBot(content, level, seed, by);
}

function told(was: Expected | null, is: Expected): string {
  if (was === null) return ' (new)';
  if (was.hash === is.hash) return '';
  return was.build === is.build ? ` (was ${was.hash}, and the build is still ${is.build})` : ` (was ${was.hash})`;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
