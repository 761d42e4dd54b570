// Somebody who presses everything: mostly what can be done, now and then what cannot, far out of range and in the wrong
// place. The same seed presses the same, so that a corpus is its seeds.

import { below, nextRandom, seedRandom } from '../../core/math/random.ts';
import { refusal as networkRefusal } from '../../core/network/acts.ts';
import type { Network } from '../../core/network/network.ts';
import { TOOL_IDS } from '../../core/network/tools/table.ts';
import type { Heard, Target } from '../../core/network/vocabulary.ts';
import { RUN_CODES, run, useTool, type Action, type RunAct } from '../../core/run/actions.ts';
import type { Content } from '../../core/run/content.ts';
import { refusal } from '../../core/run/refuse.ts';
import { networkOf, type World } from '../../core/run/world.ts';
import { isRead, reader } from '../../core/bots/reader.ts';
import { Recorder } from '../../core/replay/record.ts';
import type { Replay } from '../../core/replay/replay.ts';

/** One in so many ticks something is pressed; in a pause and at a result, sooner. */
const IDLE = 50;
const WAITING = 20;
/** Of a hundred presses, how many are tools that can be used, and how many any tool anyhow; the rest are the run's own acts. */
const SENSIBLE = 78;
const ANYHOW = 10;
const TRIES = 12;

const RUN_ACTS = Object.keys(RUN_CODES) as readonly RunAct[];

export interface Told {
  readonly heard?: Heard;
  readonly onTick?: (tick: number) => void;
}

/** Plays until the run is over or the ticks are through; a lost network is tried again, so that a run goes on. */
export function recordRandom(content: Content, plan: string, seed: number, ticks: number, told: Told = {}): Replay {
  const recorder = new Recorder(content, plan, seed);
  const { world } = recorder;
  const dice = new Int32Array(4);
  seedRandom(dice, 0, seed ^ 0x0ac7);
  // A pause takes no ticks, so they alone would not end this.
  for (let steps = 0; world.tick < ticks && world.mode !== 'over' && steps < ticks * 4; steps++) {
    told.onTick?.(world.tick);
    recorder.tick(press(content, world, dice), told.heard);
  }
  return recorder.finish();
}

/** One story in so many is lost throughout, its networks played by dice: those take several times as long. */
const LOST = 4;

/** A whole story as a bot reads it. */
export function recordStory(content: Content, plan: string, seed: number): Replay {
  const recorder = new Recorder(content, plan, seed);
  const player = reader(seed, seed % LOST === 0 ? 'random' : 'sensible');
  const { world } = recorder;
  // A campaign ends in the hub, which would wait for ever.
  while (!isRead(content, world) && world.tick < content.plans[plan].most) {
    const action = player.act(content, world);
    recorder.tick(action === null ? [] : [action]);
  }
  return recorder.finish();
}

function press(content: Content, world: World, dice: Int32Array): readonly Action[] {
  const waits = world.paused || world.mode !== 'network';
  if (below(dice, 0, waits ? WAITING : IDLE) !== 0) return [];
  if (world.paused && below(dice, 0, 2) === 0) return [run('resume')];
  if (world.mode === 'result' && below(dice, 0, 2) === 0) return [run('retry')];
  const kind = below(dice, 0, 100);
  const net = world.mode === 'network' ? networkOf(content, world) : null;
  const action =
    net !== null && kind < SENSIBLE
      ? sensible(net, dice)
      : kind < SENSIBLE + ANYHOW
        ? useTool(
            TOOL_IDS[below(dice, 0, TOOL_IDS.length)],
            any(dice),
            any(dice),
            below(dice, 0, 8) === 0 ? any(dice) : 0,
          )
        : runAct(world, dice);
  if (action === null || leaves(content, world, action)) return [];
  // Two at once, now and then: the order within a tick is part of a replay too.
  return below(dice, 0, 16) === 0 ? [action, action] : [action];
}

function sensible(net: Network, dice: Int32Array): Action | null {
  const { tools, layout, doors } = net.rules;
  if (tools.length === 0) return null;
  const { id, row } = tools[below(dice, 0, tools.length)];
  const many: Record<Target, number> = { node: layout.nodes, angle: 256, bond: layout.bonds, door: doors.length };
  for (let tries = 0; tries < TRIES; tries++) {
    const [a = 0, b = 0, c = 0] = row.takes.map((target) => below(dice, 0, many[target]));
    if (networkRefusal(net, id, { a, b, c }) === null) return useTool(id, a, b, c);
  }
  return null;
}

function runAct(world: World, dice: Int32Array): Action {
  if (world.mode === 'scene' || world.mode === 'round') {
    const act = (['advance', 'choose', 'visit'] as const)[below(dice, 0, 3)];
    return run(act, below(dice, 0, 5) - 1);
  }
  const act = RUN_ACTS[below(dice, 0, RUN_ACTS.length)];
  // Mostly within the assists there are, so that some are taken.
  if (act === 'assist' && below(dice, 0, 2) === 0) return run(act, below(dice, 0, 5), below(dice, 0, 102));
  // A retry in the middle would cut most runs short of their hazards.
  return act === 'retry' && below(dice, 0, 4) !== 0 ? run('menu', 1) : run(act, any(dice), any(dice));
}

/** What would end a single network's run before its time: past a loss instead of trying again. */
function leaves(content: Content, world: World, action: Action): boolean {
  return (action.act === 'skip' || action.act === 'proceed') && refusal(content, world, action) === null;
}

/** Near zero, about the size of an index, or anything that 32 bits hold. */
function any(dice: Int32Array): number {
  switch (below(dice, 0, 4)) {
    case 0:
      return nextRandom(dice, 0);
    case 1:
      return below(dice, 0, 600) - 300;
    default:
      return below(dice, 0, 12) - 3;
  }
}
