// All that a conversation knows and decides without showing anything: variables, visits, once, views, saliency, detours
// and dice, and the worth of expressions. It does silent blocks; a sequencer decides in what order blocks come.

import { seedRandom } from '../math/random.ts';
import type { Block, BlockId, Candidate, Expr, Next, Program, Said, Value } from '../yarn/program.ts';
import { evaluate } from './evaluate.ts';
import { bool, standardFunctions, text } from './functions.ts';
import { bounded, DEEPEST_DETOUR } from './limits.ts';
import { get } from './get.ts';
import { StoryError, type ShownLine, type Snapshot, type StoryFunction, type Strategy } from './story.ts';
import { createVariables, type Kept } from './variables.ts';

export type Functions = Readonly<Record<string, StoryFunction>>;

/** What is not a block: a node is over, and none is left to return to. */
export const OVER = undefined;
export type Way = BlockId | typeof OVER;

export interface Host {
  readonly program: Program;
  /** For the functions of the story's owner. */
  context: unknown;
  /** Begins a node or group; what detours would have returned to is forgotten, and the node left behind is not counted. */
  readonly start: (node: string) => Way;
  /** Comes to a block, and says what it is. */
  readonly reach: (id: BlockId) => Block;
  /** Does a silent block. */
  readonly does: (block: Block) => Way;
  /** Where a block's `next` leads: out of the node if it names none. */
  readonly onward: (next: Next) => Way;
  readonly holds: (condition: Expr) => boolean;
  readonly said: (said: Said) => ShownLine;
  readonly commandText: (command: string, values: readonly Expr[]) => string;
  readonly mark: (once: string) => void;
  readonly evaluate: (expr: Expr) => Value;
  readonly set: (variable: string, value: Value) => void;
  readonly strategy: (strategy: Strategy) => void;
  readonly seed: (dice: number) => void;
  /** As it was when the present block was reached. */
  readonly snapshot: (at: BlockId | null) => Snapshot;
  readonly recall: (snapshot: Snapshot) => void;
  /** Back to the dice as they were when the present block was reached. */
  readonly again: () => void;
  readonly exists: (node: string) => boolean;
  /** Those of a group that may come, or of a plain node, which always may. */
  readonly candidates: (
    node: string,
  ) => readonly { readonly id: string; readonly open: boolean; readonly complexity: number }[];
  readonly fail: (message: string) => never;
}

type Tables = 'visits' | 'views';

export function createHost(program: Program, functions: Functions = {}): Host {
  let at: BlockId | null = null;
  const variables = createVariables(program.variables);
  let state: { -readonly [K in Exclude<keyof Snapshot, keyof Kept>]: Snapshot[K] } = {
    program: program.hash,
    at: null,
    node: '',
    start: '',
    stack: [],
    visits: {},
    views: {},
    once: [],
    strategy: 'best_least_recently_seen',
    random: [],
  };
  /** Those that no snapshot has: they may be written. */
  let owned: Partial<Record<Tables | 'stack', true>> = {};
  let seen = new Set<string>();
  /** The same as `seen`, as long as nothing was added. */
  let seenList: readonly string[] = [];
  const dice = new Int32Array(4);
  const before = new Int32Array(4);
  seedRandom(dice, 0, 0);

  const fail = (message: string): never => {
    throw new StoryError(message, at ?? state.node);
  };
  const standard = standardFunctions(dice, fail);
  const known = { variable, call, isSeen: (once: string) => seen.has(once), fail };
  const worth = (expr: Expr): Value => evaluate(expr, known);
  const within = bounded(fail);

  function own<T extends Tables>(name: T): Record<string, Snapshot[T][string]> {
    if (owned[name] === undefined) {
      state[name] = Object.assign(Object.create(null), state[name]) as Snapshot[T];
      owned[name] = true;
    }
    return state[name] as Record<string, Snapshot[T][string]>;
  }

  function stack(): (readonly [string, Next])[] {
    if (owned.stack === undefined) state.stack = [...state.stack];
    owned.stack = true;
    return state.stack as (readonly [string, Next])[];
  }

  function call(name: string, args: readonly Value[]): Value {
    const theirs = get(functions, name);
    if (theirs !== undefined) {
      const answer = ask(theirs, args);
      return typeof answer === 'number' ? Math.fround(answer) : answer;
    }
    const common = get(standard, name);
    if (common !== undefined) return common(args);
    const node = text(args[0]);
    if (name === 'visited') return count(state.visits, node) > 0;
    if (name === 'visited_count') return count(state.visits, node);
    if (name === 'has_any_content') return within(name, () => candidates(node).some(({ open }) => open));
    return fail(`there is no function “${name}”`);
  }

  /** What the owner's function refuses, the script's block is named for. */
  function ask(work: StoryFunction, args: readonly Value[]): Value {
    try {
      return work(args, host.context);
    } catch (error) {
      if (error instanceof StoryError) throw error;
      return fail(error instanceof Error ? error.message : String(error));
    }
  }

  function variable(name: string): Value {
    const smart = get(program.smart, name);
    if (smart !== undefined) return within(name, () => worth(smart));
    const initial = get(program.variables, name);
    const value = variables.get(name) ?? initial ?? fail(`there is no variable ${name}`);
    return typeof initial === 'number' && typeof value === 'string' ? Number(value) : value;
  }

  /** JSON has no word for some numbers: those are kept as text, which the variable's beginning tells from a text. */
  function set(name: string, value: Value): void {
    const odd = typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0));
    variables.set(name, odd ? (value === 0 ? '-0' : String(value)) : value);
  }

  function mark(once: string): void {
    seen.add(once);
  }

  /** A node is left: that is what counts as a visit. */
  function left(node: string): void {
    if (get(program.nodes, node)?.tracked ?? program.trackedGroups.includes(node))
      own('visits')[node] = count(state.visits, node) + 1;
  }

  function leaveAll(): void {
    left(state.node);
    for (let i = state.stack.length - 1; i >= 0; i--) left(state.stack[i][0]);
    state.stack = [];
    owned.stack = true;
  }

  function onward(next: Next): Way {
    if (next !== null) return next;
    for (;;) {
      left(state.node);
      if (state.stack.length === 0) return OVER;
      const [node, back] = stack().pop() as readonly [string, Next];
      state.node = node;
      if (back !== null) return back;
    }
  }

  function enter(name: string): Way {
    const group = get(program.groups, name);
    const node = get(program.nodes, name);
    state.node = name;
    if (group === undefined) return node === undefined ? fail(`there is no node “${name}”`) : onward(node.start);
    const picked = pick(group);
    if (picked === undefined) return onward(null);
    // the group is left when its node is
    stack().push([name, null]);
    state.node = picked.id;
    return picked.next;
  }

  function opens({ when }: Candidate): boolean {
    // each is asked, whatever the others say
    return when.map((one) => bool(worth(one), fail)).every(Boolean);
  }

  /** Every candidate is asked before one is taken. */
  function pick(from: readonly Candidate[]): Candidate | undefined {
    const byViews = state.strategy === 'best_least_recently_seen';
    let best: Candidate | undefined;
    let bestViews = 0;
    for (const one of from) {
      if (!opens(one)) continue;
      const views = byViews ? count(state.views, one.id) : 0;
      const better =
        best === undefined ||
        (state.strategy !== 'first' &&
          (views < bestViews || (views === bestViews && one.complexity > best.complexity)));
      if (!better) continue;
      best = one;
      bestViews = views;
    }
    if (best === undefined) return undefined;
    if (byViews) own('views')[best.id] = bestViews + 1;
    if (best.once !== undefined) mark(best.once);
    return best;
  }

  function candidates(node: string) {
    if (!exists(node)) return fail(`there is no node “${node}”`);
    const group = get(program.groups, node) ?? [{ id: node, when: [], complexity: 0, next: '' }];
    return group.map((one) => ({ id: one.id, open: opens(one), complexity: one.complexity }));
  }

  function exists(node: string): boolean {
    return get(program.groups, node) !== undefined || get(program.nodes, node) !== undefined;
  }

  function does(block: Block): Way {
    if (block.kind === 'act') {
      for (const act of block.acts) {
        if (act[0] === 'set') set(act[1], worth(act[2]));
        else if (act[0] === 'call') worth(act[1]);
        else mark(act[1]);
      }
      return onward(block.next);
    }
    if (block.kind === 'pick') return onward(pick(block.from)?.next ?? block.none);
    if (block.kind === 'return') return onward(null);
    if (block.kind === 'stop') {
      leaveAll();
      return OVER;
    }
    if (block.kind !== 'jump' && block.kind !== 'detour') return fail(`a block of kind ${block.kind} is not silent`);
    const to = text(worth(block.to));
    if (block.kind === 'jump') leaveAll();
    else if (state.stack.length >= DEEPEST_DETOUR)
      return fail(`more than ${DEEPEST_DETOUR} detours lead here, and none has returned`);
    else stack().push([state.node, block.next]);
    return enter(to);
  }

  function snapshot(id: BlockId | null): Snapshot {
    if (seenList.length !== seen.size) seenList = [...seen];
    // nothing is shown: there is nothing to evaluate again
    if (id === null) before.set(dice);
    owned = {};
    const { node, start, stack: back, visits, views, strategy } = state;
    const random = [before[0], before[1], before[2], before[3]];
    // Written out, for this is made at every step, and one shape is made fastest.
    const kept: Snapshot = {
      program: program.hash,
      at: id,
      node,
      start,
      stack: back,
      variables: variables.settled(),
      visits,
      views,
      once: seenList,
      strategy,
      random,
    };
    const recent = variables.recent();
    return recent.length === 0 ? kept : { ...kept, recent };
  }

  function recall(given: Snapshot): void {
    const { variables: settled, recent, ...rest } = given;
    variables.recall(recent === undefined ? { variables: settled } : { variables: settled, recent });
    state = { ...rest, program: program.hash };
    owned = {};
    at = given.at;
    if (seenList !== given.once || seenList.length !== seen.size) {
      seenList = given.once;
      seen = new Set(seenList);
    }
    dice.set(given.random);
    before.set(dice);
  }

  const host: Host = {
    program,
    context: undefined,
    start: (node) => {
      at = null;
      state.start = node;
      state.stack = [];
      owned.stack = true;
      return enter(node);
    },
    reach: (id) => {
      at = id;
      before.set(dice);
      return get(program.blocks, id) ?? fail('there is no such block');
    },
    does,
    onward,
    holds: (condition) => bool(worth(condition), fail),
    said: ({ line, values = [] }) => ({ line, values: values.map((value) => text(worth(value))) }),
    commandText: (command, values) => {
      const said = values.map((value) => text(worth(value)));
      return command.replace(/\{(\d+)\}/g, (whole, index: string) => said[Number(index)] ?? whole);
    },
    mark,
    evaluate: worth,
    set,
    strategy: (strategy) => {
      state.strategy = strategy;
    },
    seed: (seed) => {
      seedRandom(dice, 0, seed);
      before.set(dice);
    },
    snapshot,
    recall,
    again: () => {
      dice.set(before);
    },
    exists,
    candidates,
    fail,
  };
  return host;
}

function count(table: Readonly<Record<string, number>>, key: string): number {
  return get(table, key) ?? 0;
}
