// A second sequencer over the same host, without yarn-bound: what it comes to, the real one must come to.
import type { Block, BlockId } from '../../src/core/yarn/program.ts';
import { OVER, type Host, type Way } from '../../src/core/story/host.ts';
import { BUDGET, BUDGET_SAID } from '../../src/core/story/sequencer.ts';
import { mend } from '../../src/core/story/mend.ts';
import { whyRefused, type Sequencer, type ShownOption, type View } from '../../src/core/story/story.ts';

export function createOracle(host: Host): Sequencer {
  let at: BlockId | null = null;
  let view: View = { kind: 'end' };

  function show(block: Block): View | null {
    if (block.kind === 'line') return { kind: 'line', ...host.said(block) };
    if (block.kind === 'command') return { kind: 'command', text: host.commandText(block.text, block.values ?? []) };
    if (block.kind !== 'options') return null;
    const options: ShownOption[] = [];
    for (const row of block.options) {
      const open = row.when === undefined || host.holds(row.when);
      options.push({ ...host.said(row), open });
    }
    return { kind: 'options', options };
  }

  function run(from: Way): void {
    let way = from;
    for (let steps = 0; way !== OVER; steps++) {
      if (steps === BUDGET) host.fail(BUDGET_SAID);
      at = way;
      const block = host.reach(way);
      const shown = show(block);
      if (shown !== null) {
        view = shown;
        return;
      }
      if (block.kind === 'if')
        way = host.onward((block.arms.find(({ when }) => host.holds(when)) ?? { next: block.none }).next);
      else way = host.does(block);
    }
    at = null;
    view = { kind: 'end' };
  }

  function nextOf(block: Block, option: number | undefined): Way {
    if (block.kind === 'line' || block.kind === 'command') return host.onward(block.next);
    if (block.kind !== 'options') return host.fail('nothing is shown here');
    if (option === undefined) return host.onward(block.none);
    const { once, next } = block.options[option];
    if (once !== undefined) host.mark(once);
    return host.onward(next);
  }

  return {
    start: (node) => run(host.start(node)),
    advance: (option) => {
      const refused = whyRefused(view, option);
      if (refused !== null) host.fail(refused);
      run(nextOf(host.program.blocks[at ?? ''], option));
    },
    view: () => view,
    snapshot: () => host.snapshot(at),
    restore: (given) => {
      const { snapshot, restored } = mend(host.program, given);
      host.recall(snapshot);
      run(snapshot.at ?? OVER);
      return restored;
    },
  };
}
