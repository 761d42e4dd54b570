// The runs that every engine has to play alike: over every level there is, with every tool used and every hazard felt, and
// stories from their first line to their last.

import { makeContent, type LevelFiles } from '../../content.ts';
import { Hasher, hashText } from '../../core/math/hash.ts';
import { HAZARD_IDS } from '../../core/network/hazards/table.ts';
import type { Rules } from '../../core/network/rules.ts';
import type { Program } from '../../core/yarn/program.ts';
import { TOOL_IDS } from '../../core/network/tools/table.ts';
import type { EventKind } from '../../core/network/vocabulary.ts';
import { toCode } from '../../core/replay/code.ts';
import type { Replay } from '../../core/replay/replay.ts';
import { recordRandom, recordStory } from './actor.ts';
import { everythingLevels } from './levels.ts';

export interface Entry {
  readonly name: string;
  readonly ticks: number;
  readonly actions: number;
  /** base64url, as `replay.fromCode` reads it. */
  readonly code: string;
  /** What every engine has to answer. */
  readonly line: string;
}

export interface Corpus {
  readonly files: LevelFiles;
  readonly program: Program | null;
  readonly entries: readonly Entry[];
  readonly ticks: number;
  /** How often each tool was used and each hazard struck, over the whole corpus. */
  readonly tools: Readonly<Record<string, number>>;
  readonly hazards: Readonly<Record<string, number>>;
}

export interface Asked {
  readonly replays: number;
  /** In all: a run that ends early is made up for by the next. */
  readonly ticks: number;
  readonly onEach?: (made: number) => void;
  /** Stories besides, of this program. */
  readonly program?: Program;
  readonly stories?: number;
}

export function makeCorpus(levels: LevelFiles, asked: Asked): Corpus {
  const { replays, ticks, onEach, program = null, stories = 0 } = asked;
  const files: LevelFiles = { ...levels, ...everythingLevels() };
  const content = makeContent(files, program);
  const plans = Object.keys(content.levels);
  const tools = zeroes(TOOL_IDS);
  const hazards = zeroes(HAZARD_IDS);
  const entries: Entry[] = [];
  let played = 0;
  // Networks with everything in them are every third: what the game's own levels lack is felt often enough all the same.
  const own = plans.filter((plan) => !plan.startsWith('everything/'));
  const everything = plans.filter((plan) => plan.startsWith('everything/'));
  for (let i = 0; entries.length < replays || played < ticks; i++) {
    const plan = i % 3 === 0 || own.length === 0 ? everything[((i / 3) % everything.length) | 0] : own[i % own.length];
    const rules = content.levels[plan];
    const left = Math.max(1, replays - entries.length);
    const length = Math.max(600, Math.ceil((ticks - played) / left));
    const replay = recordRandom(content, plan, i + 1, length, { heard: counting(rules, tools, hazards) });
    entries.push(entryOf(replay, i + 1));
    played += replay.ticks;
    onEach?.(entries.length);
  }
  const told = Object.keys(content.plans).filter((plan) => !Object.hasOwn(content.levels, plan));
  for (let i = 0; i < stories && told.length > 0; i++) {
    const replay = recordStory(content, told[i % told.length], i + 1);
    entries.push(entryOf(replay, i + 1));
    played += replay.ticks;
  }
  return { files, program, entries, ticks: played, tools, hazards };
}

function entryOf(replay: Replay, nth: number): Entry {
  return {
    name: `${replay.plan}#${nth}`,
    ticks: replay.ticks,
    actions: replay.log.length,
    code: toCode(replay),
    line: answerOf(replay),
  };
}

/** Final hash, and a digest of all the hashes on the way. */
export function answerOf(replay: Replay): string {
  const digest = new Hasher();
  for (const [a, b] of replay.hashes) digest.word(a).word(b);
  return `${hashText(replay.final)} ${hashText(digest.done())}`;
}

function counting(rules: Rules, tools: Record<string, number>, hazards: Record<string, number>) {
  // What has no clock does its work from the first tick on; but of those who come late, it counts who came.
  for (const { id, row } of rules.hazards) if (!('every' in row.fields) && id !== 'arrivals') hazards[id]++;
  return (event: EventKind, a: number): void => {
    if (event === 'toolUsed') tools[rules.tools[a].id]++;
    else if (event === 'joined') hazards['arrivals']++;
    else if (event === 'hazardStruck') hazards[rules.hazards[a].id]++;
  };
}

/** What the corpus never showed often enough: a tool not used, a hazard that never struck. */
export function missing(corpus: Corpus, least: number): string[] {
  const seldom = (kind: string, counts: Readonly<Record<string, number>>): string[] =>
    Object.entries(counts)
      .filter(([, count]) => count < least)
      .map(([id, count]) => `${kind} ${id}: ${count} times, should be ${least}`);
  return [...seldom('tool', corpus.tools), ...seldom('hazard', corpus.hazards)];
}

function zeroes(ids: readonly string[]): Record<string, number> {
  return Object.fromEntries(ids.map((id) => [id, 0]));
}
