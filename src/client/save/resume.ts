// On from a save: exactly, where it was made with what is here; by another build as near as can be.

import { hashText } from '../../core/math/hash.ts';
import { BUILD } from '../../core/replay/build.ts';
import { mendSitting } from '../../core/replay/mended.ts';
import { actionsAt } from '../../core/replay/playback.ts';
import { Recorder, type Sitting } from '../../core/replay/record.ts';
import { CAPS } from '../../core/replay/replay.ts';
import { hashFor, type Content } from '../../core/run/content.ts';
import { step } from '../../core/run/step.ts';
import { copyWorld, hashWorld, networkOf } from '../../core/run/world.ts';
import type { Restored } from '../../core/story/story.ts';
import { NOTHING_SAID, transcriptAt, type Where } from '../kept.ts';
import { rulesHash, type Sat, type Saved } from './saved.ts';
import { Scribe } from './scribe.ts';
import { a, list, ShapeError } from './shape.ts';
import type { Tail } from './tail.ts';

export type Resumed =
  | { readonly as: 'same'; readonly sat: Sat }
  /** The game was changed since. `reopened`: the network that was open is begun anew, or what led to it is told again. */
  | { readonly as: 'mended'; readonly sat: Sat; readonly restored: Restored; readonly reopened: boolean }
  /** Nothing was done: the save stays as it is. */
  | { readonly as: 'planGone' }
  | { readonly as: 'unplayable'; readonly error: Error };

export function resume(content: Content, saved: Saved, tail: Tail | null = null): Resumed {
  try {
    const resumed = goOn(content, saved, tail);
    if (resumed.as !== 'planGone') tryOut(content, resumed.sat.sitting);
    return resumed;
  } catch (error) {
    if (error instanceof Error) return { as: 'unplayable', error };
    throw error;
  }
}

function goOn(content: Content, saved: Saved, tail: Tail | null): Exclude<Resumed, { as: 'unplayable' }> {
  const { transcript, where, played, began } = saved;
  if (!Object.hasOwn(content.plans, saved.plan)) return { as: 'planGone' };
  if (saved.build === BUILD && saved.content === hashFor(content, saved.plan)) {
    const more = tail === null ? null : caughtUp(content, saved, tail);
    return { as: 'same', sat: more ?? { sitting: saved.sitting, transcript, where, played, began } };
  }
  const sameRules = saved.build === BUILD && saved.rules === rulesHash(content, saved.sitting.world);
  const mended = mendSitting(content, saved.sitting, { step: saved.step, sameRules });
  if (mended.as === 'planGone') return mended;
  const { recorder, restored, reopened, wentBackTo } = mended;
  const said = wentBackTo === null ? transcript : transcriptAt(transcript, wentBackTo);
  const sat = { sitting: recorder.sitting(), transcript: said, where, played, began };
  return { as: 'mended', sat, restored, reopened: reopened || wentBackTo !== null };
}

/** A World that cannot take a tick is told now, and not to whoever plays it. */
function tryOut(content: Content, sitting: Sitting): void {
  const world = copyWorld(sitting.world);
  const { level, network, mode, game } = world;
  if (level !== null && !Object.hasOwn(content.levels, level)) throw new ShapeError(`there is no network “${level}”`);
  const net = networkOf(content, world);
  if ((network === null) !== (net === null)) throw new ShapeError('a network without a name');
  if (net !== null && net.s.length !== net.rules.layout.size) throw new ShapeError('a network of another size');
  if (net === null && (mode === 'network' || mode === 'result')) throw new ShapeError(`no network, and a ${mode}`);
  if (net !== null && !['network', 'result', 'over'].includes(mode)) throw new ShapeError(`a network, and a ${mode}`);
  a.text(game.stage, 'world.game.stage');
  for (const id of list(game.codex, 'world.game.codex')) a.text(id, 'world.game.codex');
  for (let ticks = 0; ticks < 2; ticks++) {
    hashWorld(world);
    if (world.mode === 'scene') content.story.view(world.story, world.game);
    step(content, world, []);
  }
  hashWorld(world);
}

/** What was played after that save and before the page went. Null if it does not come to what it says: then it is no use. */
function caughtUp(content: Content, saved: Saved, tail: Tail): Sat | null {
  return play(content, Recorder.resume(content, saved.sitting), saved, tail);
}

/** A sitting of which nothing was saved yet but its tail. */
export function resumeTail(content: Content, tail: Tail): Sat | null {
  if (tail.base !== '' || !Object.hasOwn(content.plans, tail.plan)) return null;
  if (tail.build !== BUILD || tail.content !== hashFor(content, tail.plan)) return null;
  const where: Where = { city: '', act: 0, place: '', line: '' };
  const from = { transcript: NOTHING_SAID, where, played: 0, began: tail.began };
  try {
    return play(content, new Recorder(content, tail.plan, tail.seed), from, tail);
  } catch {
    return null;
  }
}

function play(content: Content, recorder: Recorder, from: Omit<Sat, 'sitting'>, tail: Tail): Sat | null {
  const { world } = recorder;
  if (tail.ticks - world.tick > CAPS.ticks) return null;
  const scribe = new Scribe(content, from.transcript, world);
  let next = 0;
  while (world.tick < tail.ticks || next < tail.log.length) {
    const { tick } = world;
    const actions = actionsAt(tail.log, next, tick);
    const before = scribe.before(world);
    const answers = recorder.tick(actions);
    scribe.after(world, before, actions, answers);
    next += actions.length;
    if (world.tick === tick && actions.length === 0) return null;
  }
  if (hashText(hashWorld(world)) !== tail.final) return null;
  const { practice, rewound, where, played } = tail;
  const sitting = { ...recorder.sitting(), practice, rewound };
  return { sitting, transcript: scribe.transcript, where, played, began: from.began };
}

/**
 * By a slot that is not the last autosave one goes back: that is counted, and no such run is ranked. It is a sitting of its own
 * from here on, so that the autosave of the one that is left stays, as the other.
 */
export function returned(sat: Sat, now: number): Sat {
  const { sitting } = sat;
  return { ...sat, began: now, sitting: { ...sitting, practice: true, rewound: sitting.rewound + 1 } };
}
