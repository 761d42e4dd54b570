// The hash is over the whole World: whatever one changes in it, the hash says so.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Replay } from '../../../src/core/replay/replay.ts';
import { Playback } from '../../../src/core/replay/playback.ts';
import type { Content } from '../../../src/core/run/content.ts';
import { copyWorld, type World } from '../../../src/core/run/world.ts';
import { hashed } from '../../support/runs.ts';
import { campaign, everything, pausedInRound, rich, small } from './samples.ts';

const WORLDS: readonly (readonly [string, World])[] = [
  ['in the midst of everything', at(everything, rich(1, 900), 777)],
  ['in a scene', at(small, campaign(9, 60), 30)],
  ['at the end of a campaign', at(small, campaign(9, 3000), 3000)],
  ['in a pause of a round', at(small, pausedInRound(), 9999)],
];

function at(content: Content, replay: Replay, tick: number): World {
  return copyWorld(new Playback(content, replay).seek(tick));
}

/** Every way to another value of the same kind, at every depth, one at a time. */
function* changes(value: unknown): Generator {
  if (value instanceof Int32Array) return;
  if (typeof value === 'number') yield* [value + 1, value - 1, -value - 7, value + 0.5, String(value), null];
  else if (typeof value === 'boolean') yield* [!value, Number(value), null];
  else if (typeof value === 'string') yield* [`${value}x`, value.slice(0, -1) || 'y', null];
  else if (value === null) yield* [0, false, '', [], {}];
  else if (Array.isArray(value)) {
    yield [...value, null];
    if (value.length > 0) yield value.slice(1);
    for (const [i, item] of value.entries())
      for (const other of changes(item)) {
        yield [...value.slice(0, i), other, ...value.slice(i + 1)];
      }
  } else {
    const entries = Object.entries(value as object);
    yield { ...(value as object), more: null };
    for (const [key, item] of entries) {
      yield Object.fromEntries(entries.filter(([name]) => name !== key));
      for (const other of changes(item)) yield { ...(value as object), [key]: other };
    }
  }
}

describe.each(WORLDS)('a World %s', (_where, world) => {
  const was = hashed(world);

  it('has another hash after any change of any field, at any depth', () => {
    let count = 0;
    for (const other of changes(world)) {
      expect(hashed(other as World)).not.toBe(was);
      count++;
    }
    expect(count).toBeGreaterThan(80);
  });

  it('has the same hash as its copy', () => {
    expect(hashed(copyWorld(world))).toBe(was);
  });
});

describe('a network in a World', () => {
  const [, world] = WORLDS[0];
  const was = hashed(world);
  const words = world.network!;

  it('is covered to every word', () => {
    for (let i = 0; i < words.length; i++) {
      words[i] ^= 1;
      expect(hashed(world)).not.toBe(was);
      words[i] ^= 1;
    }
  });

  it('is covered to every bit and byte of any word', () => {
    const anywhere = fc.nat({ max: words.length - 1 });
    fc.assert(
      fc.property(anywhere, fc.nat({ max: 31 }), fc.integer({ min: 1, max: 255 }), (i, bit, byte) => {
        for (const flip of [1 << bit, byte << (bit & 24)]) {
          words[i] ^= flip;
          const flipped = hashed(world);
          words[i] ^= flip;
          expect(flipped).not.toBe(was);
        }
      }),
      { numRuns: 3000 },
    );
    expect(hashed(world)).toBe(was);
  });

  it('is covered in its length, and in being there', () => {
    expect(hashed({ ...world, network: words.slice(1) })).not.toBe(was);
    expect(hashed({ ...world, network: null })).not.toBe(was);
  });
});
