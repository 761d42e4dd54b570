// Through a dialogue by chance, but the same way for the same seed.
import { below, seedRandom } from '../../src/core/math/random.ts';
import type { Program } from '../../src/core/yarn/program.ts';
import { StoryError, type Sequencer, type View } from '../../src/core/story/story.ts';

export interface Walker {
  /** One step on; false when there is none. A fault is a step too, the last. */
  readonly step: () => boolean;
  readonly view: () => View | string;
}

function startsOf({ nodes, groups }: Program): string[] {
  return [...Object.keys(groups), ...Object.keys(nodes)];
}

/** Begins at Start, or by chance elsewhere; begins again elsewhere when a conversation is over, so that memory counts. */
export function walker(sequencer: Sequencer, program: Program, seed: number, isUnderway = false): Walker {
  const words = new Int32Array(4);
  seedRandom(words, 0, seed);
  const chance = (n: number): number => below(words, 0, n);
  const starts = startsOf(program);
  let fault: string | null = null;
  let conversations = 0;
  let underway = isUnderway;

  function move(): boolean {
    const view = sequencer.view();
    if (!underway || view.kind === 'end') {
      if (starts.length === 0 || conversations === 3) return false;
      conversations += 1;
      const wished = starts.includes('Start') && chance(2) === 0 ? 'Start' : starts[chance(starts.length)];
      underway = true;
      sequencer.start(wished);
      return true;
    }
    if (view.kind !== 'options') sequencer.advance();
    else {
      const open = view.options.flatMap((one, index) => (one.open ? [index] : []));
      if (open.length === 0) sequencer.advance();
      else sequencer.advance(open[chance(open.length)]);
    }
    return true;
  }

  return {
    step: () => {
      if (fault !== null) return false;
      try {
        return move();
      } catch (error) {
        if (!(error instanceof StoryError)) throw error;
        fault = `${error.block}: ${error.message}`;
        return true;
      }
    },
    view: () => fault ?? sequencer.view(),
  };
}
