// Many runs of one network that differ and are all won: somebody who plays as a bot does, and now and then waits a little.

import { BOTS } from '../../core/bots/table.ts';
import { parseBoard, setSeed } from '../../core/board/category.ts';
import { below, seedRandom } from '../../core/math/random.ts';
import { Recorder } from '../../core/replay/record.ts';
import type { Replay } from '../../core/replay/replay.ts';
import { useTool } from '../../core/run/actions.ts';
import type { Content } from '../../core/run/content.ts';
import { networkOf, runOutcome } from '../../core/run/world.ts';
import { BadInput } from '../cli.ts';

/** The `nth` of them; the same each time. Null where it was not won. */
export function variedRun(content: Content, plan: string, seed: number, nth: number): Replay | null {
  const state = new Int32Array(4);
  seedRandom(state, 0, nth + 1);
  const dice = (n: number): number => below(state, 0, n);
  const recorder = new Recorder(content, plan, seed);
  const { world } = recorder;
  const net = networkOf(content, world);
  if (net === null) throw new BadInput(`${plan} does not begin with a network`);
  const player = BOTS.sensible(net.rules, nth + 1);
  let waits = dice(1200);
  while (world.mode === 'network') {
    const use = waits > 0 ? null : player.act(net);
    if (waits > 0) waits--;
    else if (use !== null && dice(4) === 0) waits = dice(60);
    recorder.tick(use === null ? [] : [useTool(use.tool, use.a, use.b, use.c)]);
  }
  return runOutcome(world) === 'won' ? recorder.finish() : null;
}

/** So many for a board with a set seed, that nobody else has. */
export function* variedRuns(content: Content, board: string, from = 0): Generator<Replay> {
  const parsed = parseBoard(board);
  const seed = parsed === null ? null : setSeed(parsed);
  if (parsed === null || seed === null) throw new BadInput(`“${board}” is no board with a set seed`);
  for (let nth = from; ; nth++) {
    const replay = variedRun(content, parsed.plan, seed, nth);
    if (replay !== null) yield replay;
  }
}
