// Watching: seek(k) is playing from 0 to k, and a copy of a World goes on as the World does.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionsAt, firstAt, Playback } from '../../../src/core/replay/playback.ts';
import type { Replay } from '../../../src/core/replay/replay.ts';
import type { Content } from '../../../src/core/run/content.ts';
import { begin, step } from '../../../src/core/run/step.ts';
import { copyWorld, type World } from '../../../src/core/run/world.ts';
import { hashed } from '../../support/runs.ts';
import { campaign, everything, pausedInRound, rich, sample, small } from './samples.ts';

/** The hash at every tick, by nothing but `step`; the last one with all that was done at the end. */
function hashesOf(content: Content, replay: Replay): string[] {
  const world = begin(content, replay.plan, replay.seed);
  const hashes: string[] = [];
  for (let tick = 0; tick < replay.ticks; tick++) {
    hashes.push(hashed(world));
    step(content, world, doneAt(replay, tick));
  }
  const rest = doneAt(replay, replay.ticks);
  if (rest.length > 0) step(content, world, rest);
  hashes.push(hashed(world));
  return hashes;
}

function doneAt(replay: Replay, tick: number) {
  return actionsAt(replay.log, firstAt(replay.log, tick), tick);
}

const RUNS: readonly (readonly [string, Content, Replay])[] = [
  ['a small level', small, sample(4, 2400)],
  ['everything', everything, rich(2, 2500)],
  ['a campaign', small, campaign(9, 2500)],
  ['a run left in a pause', small, pausedInRound()],
];

describe.each(RUNS)('%s', (_what, content, replay) => {
  const hashes = hashesOf(content, replay);

  it('seeks anywhere, in any order, to what playing shows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: replay.ticks + 5 }), { maxLength: 12 }), (places) => {
        const playback = new Playback(content, replay);
        for (const place of places) {
          const tick = Math.min(Math.max(place, 0), replay.ticks);
          expect([tick, hashed(playback.seek(place))]).toEqual([tick, hashes[tick]]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('seeks to and around every snapshot', () => {
    const playback = new Playback(content, replay);
    const near = Array.from({ length: replay.ticks + 1 }, (_, tick) => tick).filter((tick) => (tick + 1) % 600 < 3);
    const back = near.map((_, i) => near[near.length - 1 - i]);
    for (const tick of [...near, replay.ticks, ...back]) {
      expect([tick, hashed(playback.seek(tick))]).toEqual([tick, hashes[tick]]);
    }
  });

  it('plays tick by tick to the end and no further, also after a seek', () => {
    const playback = new Playback(content, replay);
    for (const from of [0, Math.floor(replay.ticks / 2), replay.ticks]) {
      playback.seek(from);
      while (playback.tick() !== null) expect(playback.world.tick).toBeLessThanOrEqual(replay.ticks);
      expect(playback.isAtEnd).toBe(true);
      expect(hashed(playback.world)).toBe(hashes.at(-1));
    }
  });

  it('goes on the same from a copy taken anywhere', () => {
    const world = begin(content, replay.plan, replay.seed);
    const copies = new Map<number, World>();
    const every = Math.max(1, Math.floor(replay.ticks / 7));
    for (let tick = 0; tick < replay.ticks; tick++) {
      if (tick % every === 3) copies.set(tick, copyWorld(world));
      step(content, world, doneAt(replay, tick));
    }
    for (const [from, copy] of copies) {
      for (let tick = from; tick < replay.ticks; tick++) step(content, copy, doneAt(replay, tick));
      expect(hashed(copy)).toBe(hashed(world));
    }
  });
});
