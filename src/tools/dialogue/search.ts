// What of a script can be reached at all: every choice is tried, the untried ones first, and then dice walk through it.

import { variablesOf } from '../../core/story/variables.ts';
import { StoryError, type View } from '../../core/story/story.ts';
import type { BlockId, LineId } from '../../core/yarn/program.ts';
import type { Beginning, Moment, Telling } from './telling.ts';
import { take, walk, waysFrom, type Way } from './ways.ts';

/** Who comes again to the same place remembering more is thought to be elsewhere, up to this often. */
const VISITS_THAT_MATTER = 2;

/**
 * A loop that shows nothing takes long to be stopped, so a way is not taken any more that has failed so often and never
 * gone well, or has failed so often at all.
 */
const TRIES = 2;
const TRIES_AT_MOST = 20;

/** More of them, with nothing to read in between, are a loop. */
const COMMANDS_IN_A_ROW = 1000;

export interface Found {
  /** Lines, options and items that were shown. */
  readonly shown: Set<LineId>;
  /** Options that could be chosen. */
  readonly open: Set<LineId>;
  readonly chosen: Set<LineId>;
  /** Option groups where nothing was open and after which nothing came. */
  readonly deadEnds: Set<BlockId>;
  /** Where a script failed, and why. */
  readonly faults: Map<BlockId, string>;
  /** How each way went that failed at least once. */
  readonly failures: Map<string, { failed: number; went: number }>;
  /** Things shown while looking. */
  steps: number;
  /** False: there was more to try than was asked for. */
  complete: boolean;
}

export interface Start extends Beginning {
  readonly node: string;
}

export function nothingFound(): Found {
  return {
    shown: new Set(),
    open: new Set(),
    chosen: new Set(),
    deadEnds: new Set(),
    faults: new Map(),
    failures: new Map(),
    steps: 0,
    complete: true,
  };
}

/** Tries every way from every moment, each way of each place once before any a second time, within `most` steps. */
export function tryEverything(telling: Telling, starts: readonly Start[], most: number, found: Found): void {
  const tried = new Set<string>();
  const seen = new Set<string>();
  const untried: Branch[] = [];
  const again: Branch[] = [];
  const last = found.steps + most;

  const note = (moment: Moment): void => {
    for (;;) {
      const view = telling.view(moment);
      found.steps++;
      look(found, view);
      const ways = waysFrom(telling, moment, view).filter((way) => !isHopeless(found, edge(moment, way)));
      const fresh = ways.map((way) => !tried.has(edge(moment, way)));
      // where everything was tried before, only somebody who remembers something else goes on
      if (!fresh.includes(true)) {
        const key = keyOf(moment);
        if (seen.has(key)) return;
        seen.add(key);
      }
      if (ways.length !== 1) {
        ways.forEach((way, k) => (fresh[k] ? untried : again).push({ moment, way }));
        for (const way of ways) tried.add(edge(moment, way));
        return;
      }
      tried.add(edge(moment, ways[0]));
      if (found.steps >= last) {
        again.push({ moment, way: ways[0] });
        return;
      }
      moment = goOn(telling, moment, view, ways[0], found);
    }
  };

  for (const { node, ...beginning } of starts) attempt(found, () => note(telling.begin(node, beginning)));
  let taken = 0;
  let takenAgain = 0;
  while (found.steps < last) {
    const branch = taken < untried.length ? untried[taken++] : again[takenAgain++];
    if (branch === undefined) return;
    if (isHopeless(found, edge(branch.moment, branch.way))) continue;
    attempt(found, () => note(goOn(telling, branch.moment, telling.view(branch.moment), branch.way, found)));
  }
  found.complete = taken === untried.length && takenAgain === again.length;
}

/** Goes by dice, with everything on the way noted; answers with where it ended, or null if it failed. */
export function walkAndNote(telling: Telling, { node, ...beginning }: Start, found: Found): Moment | null {
  const isWorthIt = (moment: Moment, way: Way): boolean => !isHopeless(found, edge(moment, way));
  const go = (moment: Moment, view: View, way: Way): Moment => goOn(telling, moment, view, way, found);
  if (isHopeless(found, node)) return null;
  let last: Moment | null = null;
  const before = found.steps;
  attempt(found, () => {
    let end: Moment | null = null;
    let commands = 0;
    for (const { view, moment } of walk(telling, node, { ...beginning, isWorthIt, go })) {
      found.steps++;
      look(found, view);
      end = moment;
      commands = view.kind === 'command' ? commands + 1 : 0;
      if (commands === COMMANDS_IN_A_ROW) {
        throw new StoryError('commands go round in circles here, with nothing to read', moment.story.at ?? node);
      }
    }
    last = end;
  });
  if (found.steps === before) failed(found, node);
  return last;
}

interface Branch {
  readonly moment: Moment;
  readonly way: Way;
}

function goOn(telling: Telling, moment: Moment, view: View, way: Way, found: Found): Moment {
  if (way.kind === 'option' && view.kind === 'options') found.chosen.add(view.options[way.option].line);
  const key = edge(moment, way);
  let next;
  try {
    next = take(telling, moment, way);
  } catch (error) {
    failed(found, key);
    throw error;
  }
  const past = found.failures.get(key);
  if (past !== undefined) past.went++;
  const isShut = view.kind === 'options' && !view.options.some(({ open }) => open);
  if (isShut && telling.view(next).kind === 'end' && moment.story.at !== null) found.deadEnds.add(moment.story.at);
  return next;
}

function failed({ failures }: Found, key: string): void {
  const past = failures.get(key);
  if (past === undefined) failures.set(key, { failed: 1, went: 0 });
  else past.failed++;
}

function isHopeless({ failures }: Found, key: string): boolean {
  const past = failures.get(key);
  if (past === undefined) return false;
  return past.failed >= TRIES_AT_MOST || (past.failed >= TRIES && past.went === 0);
}

function look(found: Found, view: View): void {
  if (view.kind === 'line') found.shown.add(view.line);
  if (view.kind !== 'options') return;
  for (const { line, open } of view.options) {
    found.shown.add(line);
    if (open) found.open.add(line);
  }
}

/** A script that fails is something found, and the search goes on elsewhere. */
function attempt(found: Found, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof StoryError)) throw error;
    if (!found.faults.has(error.block)) found.faults.set(error.block, error.message);
  }
}

function edge({ story }: Moment, way: Way): string {
  const which = way.kind === 'option' ? way.option : way.kind === 'network' ? way.name : '';
  return `${story.at} ${which}`;
}

/** Moments of one key have the same ways before them, as far as dice and the number of visits do not matter. */
function keyOf({ story, game }: Moment): string {
  const { at, node, stack, once } = story;
  const visits = Object.entries(story.visits).map(([name, n]) => [name, Math.min(n, VISITS_THAT_MATTER)]);
  const { results, relations, flags, codex } = game;
  const kept = [
    sorted(variablesOf(story)),
    visits.sort(byName),
    [...once].sort(),
    sorted(results),
    sorted(relations),
    sorted(flags),
  ];
  return JSON.stringify([at, node, stack, kept, codex]);
}

function sorted(table: Readonly<Record<string, unknown>>): unknown[] {
  return Object.entries(table).sort(byName);
}

function byName([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}
