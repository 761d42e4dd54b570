// What a run's inputs come to, for telling a copied run from another: only what was taken and decides something is
// counted, so that pauses, menus and refused presses sprinkled over a stolen run do not make it a new one.

import { Hasher, type Hash } from '../math/hash.ts';
import { TOOLS } from '../network/tools/table.ts';
import { ASSISTS, RUN_CODES, type Action } from '../run/actions.ts';
import type { Replay } from './replay.ts';

export class Inputs {
  private readonly hasher = new Hasher();

  constructor(plan: string, seed: number) {
    this.hasher.text(plan).word(seed);
  }

  add(tick: number, action: Action): void {
    if (!decides(action)) return;
    this.hasher.word(tick);
    if (action.act === 'tool')
      this.hasher
        .word(32 + TOOLS[action.tool].code)
        .word(action.a)
        .word(action.b);
    else this.hasher.word(RUN_CODES[action.act]).word(action.a).word(action.b);
  }

  done(): Hash {
    return this.hasher.done();
  }
}

/** As the log says it, without playing: what a server asks before it plays. `simulate` answers the stricter one. */
export function inputsOf(replay: Replay): Hash {
  const inputs = new Inputs(replay.plan, replay.seed);
  for (const { tick, action } of replay.log) inputs.add(tick, action);
  return inputs.done();
}

function decides(action: Action): boolean {
  if (action.act === 'assist') return ASSISTS[action.a] !== 'speed';
  return action.act !== 'pause' && action.act !== 'resume' && action.act !== 'menu';
}
