// What a run's inputs come to, for telling a copied run from another: only what was taken and decides something is
// counted, so that pauses, menus and refused presses sprinkled over a stolen run do not make it a new one.

import { Hasher, type Hash } from '../math/hash.ts';
import { TOOLS } from '../network/tools/table.ts';
import { ASSIST_RANGE, ASSISTS, READS, RUN_CODES, type Action, type Assist } from '../run/actions.ts';
import type { Replay } from './replay.ts';

const FIRST_TOOL = 32;

export class Inputs {
  private readonly hasher = new Hasher();
  /** What each assist is set to: to set it to the same again is nothing done. */
  private readonly assists = new Map<Assist, number>(ASSISTS.map((one) => [one, ASSIST_RANGE[one][2]]));

  constructor(plan: string, seed: number) {
    this.hasher.text(plan).word(seed);
  }

  add(tick: number, action: Action): void {
    if (!this.decides(action)) return;
    const code = action.act === 'tool' ? FIRST_TOOL + TOOLS[action.tool].code : RUN_CODES[action.act];
    const reads = action.act === 'tool' ? TOOLS[action.tool].takes.length : READS[action.act];
    this.hasher.word(tick).word(code);
    if (reads > 0) this.hasher.word(action.a);
    if (reads > 1) this.hasher.word(action.b);
    if (reads > 2 && action.act === 'tool') this.hasher.word(action.c);
  }

  done(): Hash {
    return this.hasher.done();
  }

  private decides({ act, a, b }: Action): boolean {
    if (act !== 'assist') return act !== 'pause' && act !== 'resume' && act !== 'menu';
    const assist: Assist | undefined = ASSISTS[a];
    if (assist === undefined || !removesRules(assist) || this.assists.get(assist) === b) return false;
    this.assists.set(assist, b);
    return true;
  }
}

/** Slow motion has the same ticks, and what is done in a pause the same World as what is done at its tick without one. */
export function removesRules(assist: Assist): boolean {
  return assist === 'hazards' || assist === 'unlimited';
}

/** As the log says it, without playing: what a server asks before it plays. `simulate` answers the stricter one. */
export function inputsOf(replay: Replay): Hash {
  const inputs = new Inputs(replay.plan, replay.seed);
  for (const { tick, action } of replay.log) inputs.add(tick, action);
  return inputs.done();
}
