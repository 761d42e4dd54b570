// Runs for the service: of real networks, played by a bot, with what somebody might do to them.

import { BOTS } from '../../../src/core/bots/table.ts';
import { parseBoard, setSeed } from '../../../src/core/board/category.ts';
import { inputHash } from '../../../src/core/board/submission.ts';
import { Recorder } from '../../../src/core/replay/record.ts';
import type { Logged, Replay } from '../../../src/core/replay/replay.ts';
import { run, useTool } from '../../../src/core/run/actions.ts';
import { networkOf, runOutcome } from '../../../src/core/run/world.ts';
import { variedRun, variedRuns } from '../../../src/tools/service/runs.ts';
import { content } from './service.ts';

export const PLAIN = 'training/03:set:skip:plain';
export const TAS = 'training/03:set:skip:tas';

/** Won runs of a board with a set seed, no two with the same presses. */
export function wins(board: string, n: number): readonly Replay[] {
  const found = new Map<string, Replay>();
  for (const replay of variedRuns(content, board)) {
    found.set(JSON.stringify(replay.log), replay);
    if (found.size === n) break;
  }
  return [...found.values()];
}

/** Won with this seed, as on a board that throws one. */
export function winOn(plan: string, seed: number): Replay {
  for (let nth = 0; nth < 50; nth++) {
    const replay = variedRun(content, plan, seed, nth);
    if (replay !== null) return replay;
  }
  throw new Error(`no bot wins ${plan} with seed ${seed}`);
}

/** By a bot, with a pause at a tick, or with what only practice has. */
export function played(board: string, does: { readonly pauseAt?: number; readonly taintAt?: number } = {}): Replay {
  const parsed = parseBoard(board);
  const seed = parsed === null ? null : setSeed(parsed);
  if (parsed === null || seed === null) throw new Error(`${board} has no set seed`);
  const recorder = new Recorder(content, parsed.plan, seed);
  const { world } = recorder;
  const net = networkOf(content, world);
  if (net === null) throw new Error(`${board} does not begin with a network`);
  const bot = BOTS.sensible(net.rules, 3);
  let isPaused = false;
  while (world.mode === 'network') {
    const use = bot.act(net);
    recorder.tick(use === null ? [] : [useTool(use.tool, use.a, use.b, use.c)]);
    if (world.tick === does.taintAt) recorder.taint();
    if (world.tick !== does.pauseAt || isPaused) continue;
    isPaused = true;
    recorder.tick([run('pause')]);
    recorder.tick([run('resume')]);
  }
  return recorder.finish();
}

/** The first that is another run by its inputs and is still won, of copies that differ from it by one press: `change` is asked for each press in turn. */
export function changedCopy(board: string, replay: Replay, change: (one: Logged) => Logged): Replay {
  for (const [i] of replay.log.entries()) {
    const log = replay.log.map((one, k) => (k === i ? change(one) : one));
    const recorder = new Recorder(content, replay.plan, replay.seed);
    const { world } = recorder;
    let next = 0;
    while (world.mode === 'network') {
      const from = next;
      while (next < log.length && log[next].tick <= world.tick) next++;
      recorder.tick(log.slice(from, next).map(({ action }) => action));
    }
    const copy = recorder.finish();
    if (runOutcome(world) === 'won' && inputHash(copy) !== inputHash(replay)) return copy;
  }
  throw new Error(`no copy of that run of ${board} is won`);
}
