import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { below, nextRandom, seedRandom, within } from '../../../src/core/math/random.ts';

/** xoshiro128** as its authors publish it, in big integers, so that no trick of ours is in it. */
function* reference(seed: readonly [number, number, number, number]): Generator<number> {
  const mask = 0xffff_ffffn;
  const rotl = (x: bigint, k: bigint): bigint => ((x << k) | (x >> (32n - k))) & mask;
  const s = seed.map((word) => BigInt(word >>> 0));
  for (;;) {
    yield Number((rotl((s[1] * 5n) & mask, 7n) * 9n) & mask);
    const t = (s[1] << 9n) & mask;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotl(s[3], 11n);
  }
}

const seed = fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff });

describe('the dice', () => {
  it('give the known vector', () => {
    const words = Int32Array.of(1, 2, 3, 4);
    const drawn = Array.from({ length: 10 }, () => nextRandom(words, 0) >>> 0);
    expect(drawn).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('are xoshiro128** from any state', () => {
    fc.assert(
      fc.property(fc.tuple(seed, seed, seed, seed), (state) => {
        const words = Int32Array.from(state);
        const other = reference(state);
        for (let i = 0; i < 20; i++) expect(nextRandom(words, 0) >>> 0).toBe(other.next().value);
      }),
    );
  });

  it('leave the words around them alone', () => {
    const words = new Int32Array(6).fill(7);
    seedRandom(words, 1, 3);
    nextRandom(words, 1);
    expect([words[0], words[5]]).toEqual([7, 7]);
  });

  it('are never seeded to all zero, and differ by seed', () => {
    const seen = new Set<string>();
    for (let i = -500; i < 500; i++) {
      const words = new Int32Array(4);
      seedRandom(words, 0, i);
      expect(words.some((word) => word !== 0)).toBe(true);
      seen.add(words.join());
    }
    expect(seen.size).toBe(1000);
  });

  it('stay within what is asked', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 1_000_000 }), (from, n) => {
        const words = new Int32Array(4);
        seedRandom(words, 0, from);
        const a = below(words, 0, n);
        const b = within(words, 0, n);
        expect(a >= 0 && a < n && Number.isInteger(a)).toBe(true);
        expect(b >= -n && b <= n && Number.isInteger(b)).toBe(true);
      }),
    );
  });

  it('draw also when there is nothing to draw from, so that they never shift', () => {
    const [a, b] = [new Int32Array(4), new Int32Array(4)];
    seedRandom(a, 0, 9);
    seedRandom(b, 0, 9);
    expect(below(a, 0, 0)).toBe(0);
    nextRandom(b, 0);
    expect([...a]).toEqual([...b]);
  });

  it('are even enough', () => {
    const words = new Int32Array(4);
    seedRandom(words, 0, 1);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 100_000; i++) counts[below(words, 0, 10)]++;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });
});
