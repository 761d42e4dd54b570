// Blocks in the order in which yarn-bound runs them: it tests conditions, offers options and yields lines and commands.
// What its own lookahead, jumps and history would do to a conversation (functions run three times, stacks that overflow,
// memory that grows) does not happen: `lookahead` is a loop here that takes the successor which each block names.

import YarnBound, { type ParserNode } from 'yarn-bound';
import type { BlockId } from '../yarn/program.ts';
import { OVER, type Host, type Way } from './host.ts';
import { mend } from './mend.ts';
import { NOWHERE, isSequenced, nodesOf, type Calls, type Sequenced } from './nodes.ts';
import { whyRefused, type Sequencer, type ShownOption, type View } from './story.ts';

/** Blocks in one step, beyond which a script runs in circles. */
export const BUDGET = 100_000;
export const BUDGET_SAID = 'this runs in circles without showing anything';

/** Of a node's headers, which are the program's to know. */
const METADATA = {};

export interface Evaluating extends Sequencer {
  /** Evaluates what is shown anew, over the same dice: what the owner's functions answer may have changed. */
  readonly again: () => void;
}

export function createSequencer(host: Host): Evaluating {
  const bound = new YarnBound({ dialogue: [{ title: 'Start', body: 'A' }] });
  const { runner } = bound;
  // it would keep all that was ever said
  bound.history = { push: () => 0 };
  const made = new Map<BlockId, ParserNode[]>();
  let at: BlockId | null = null;
  let block: Sequenced | null = null;
  let way: Way = OVER;
  let view: View = { kind: 'end' };
  let offered: ShownOption[] = [];

  const calls: Calls = {
    holds: (arm) => block?.kind === 'if' && host.holds(block.arms[arm].when),
    opens: (index) => {
      if (block?.kind !== 'options' || index === block.options.length) return false;
      const row = block.options[index];
      const open = row.when === undefined || host.holds(row.when);
      offered.push({ ...host.said(row), open });
      return open;
    },
    choose: (index) => {
      if (block?.kind !== 'options') return host.fail('there is nothing to choose from');
      const { once, next } = block.options[index];
      if (once !== undefined) host.mark(once);
      return next;
    },
  };
  runner.functions = { ...calls };
  runner.variables = {
    get: () => undefined,
    set: (_, next) => {
      way = next === NOWHERE || next === null ? host.onward(null) : (next as Way);
    },
  };
  bound.lookahead = () => {
    for (let steps = 0; ;) {
      const { value } = bound.generator.next();
      if (value !== undefined) return { value };
      if (block?.kind === 'line' || block?.kind === 'command') way = host.onward(block.next);
      block = null;
      while (block === null) {
        if (way === OVER) return { value: { isDialogueEnd: true } };
        if (steps++ === BUDGET) host.fail(BUDGET_SAID);
        reach(way);
      }
    }
  };

  /** What is silent is the host's; for the rest the runner gets nodes. */
  function reach(id: BlockId): void {
    const found = host.reach(id);
    if (!isSequenced(found)) {
      way = host.does(found);
      return;
    }
    at = id;
    block = found;
    offered = [];
    let nodes = made.get(id);
    if (nodes === undefined) made.set(id, (nodes = nodesOf(found)));
    // what its `run` does with nodes that it has parsed
    // and of options only the last: it calls itself for each, and some ten thousand would be too deep
    bound.generator = runner.evalNodes(nodes.slice(-1), METADATA, nodes.slice(0, -1));
  }

  /** Lets yarn-bound go on, and takes down what it came to. */
  function run(option?: number): void {
    bound.advance(option);
    if (bound.currentResult?.isDialogueEnd === true) {
      at = null;
      view = { kind: 'end' };
    } else if (block?.kind === 'line') view = { kind: 'line', ...host.said(block) };
    else if (block?.kind === 'options') view = { kind: 'options', options: offered };
    else if (block?.kind === 'command') {
      view = { kind: 'command', text: host.commandText(block.text, block.values ?? []) };
    }
  }

  /** From there as if nothing had been shown. */
  function runFrom(next: Way): void {
    way = next;
    block = null;
    bound.generator = [][Symbol.iterator]();
    bound.currentResult = null;
    run();
  }

  return {
    start: (node) => runFrom(host.start(node)),
    advance: (option) => {
      const refused = whyRefused(view, option);
      if (refused !== null) host.fail(refused);
      // none is open: the hidden one
      run(view.kind === 'options' ? (option ?? view.options.length) : undefined);
    },
    view: () => view,
    snapshot: () => host.snapshot(at),
    restore: (given) => {
      const { snapshot, restored } = mend(host.program, given);
      host.recall(snapshot);
      runFrom(snapshot.at ?? OVER);
      return restored;
    },
    again: () => {
      if (at === null) return;
      host.again();
      runFrom(at);
    },
  };
}
