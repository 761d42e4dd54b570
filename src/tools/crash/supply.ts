// What is sent: real runs of one board, made before anything is started. Each player gets slower ones first, so that whatever
// they send next would be their best and has to be judged.

import { inputHash } from '../../core/board/submission.ts';
import { below, seedRandom } from '../../core/math/random.ts';
import type { Replay } from '../../core/replay/replay.ts';
import { progress } from '../cli.ts';
import { readContent } from '../content.ts';
import { variedRuns } from '../service/runs.ts';

/** One board for all of them, so that they stand in each other's way; on a tas board no run is too much like another. */
export const BOARD = 'training/03:set:skip:tas';

/** The slowest first. No two have the same inputs: a board takes those once. */
export async function makeSupply(most: number): Promise<readonly Replay[]> {
  const inputs = new Set<string>();
  const supply: Replay[] = [];
  for (const replay of variedRuns(readContent(), BOARD)) {
    if (supply.length >= most) break;
    const said = inputHash(replay);
    if (inputs.has(said)) continue;
    inputs.add(said);
    supply.push(replay);
    progress(supply.length, most, 'runs made');
    // whoever wants to stop this is heard
    await new Promise((next) => setImmediate(next));
  }
  return supply.sort((x, y) => y.ticks - x.ticks);
}

/** Dealt round the table, so many a second at most: there should be some left when the last process is killed. */
export class Deal {
  private readonly supply: readonly Replay[];
  private readonly players: number;
  private readonly perSecond: number;
  private readonly began = Date.now();
  private readonly had: number[];
  private dealt = 0;

  constructor(supply: readonly Replay[], players: number, perSecond: number) {
    this.supply = supply;
    this.players = players;
    this.perSecond = perSecond;
    this.had = Array.from({ length: players }, () => 0);
  }

  /** Null where there is none for this player now. */
  next(player: number): Replay | null {
    if (this.dealt > this.players + ((Date.now() - this.began) / 1000) * this.perSecond) return null;
    const nth = this.had[player] ?? 0;
    const replay = this.supply[player + nth * this.players];
    if (replay === undefined) return null;
    this.had[player] = nth + 1;
    this.dealt++;
    return replay;
  }
}

/** A whole number from 0 up to `n`. */
export type Dice = (n: number) => number;

export function diceOf(seed: number): Dice {
  const state = new Int32Array(4);
  seedRandom(state, 0, seed);
  return (n) => below(state, 0, n);
}
