import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Hasher, hashOf, hashText, sameHash } from '../../../src/core/math/hash.ts';

const word = fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff });
const text = (value: unknown): string => hashText(hashOf(value));

describe('a hash', () => {
  it('is sixteen hex digits', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(text(value)).toMatch(/^[0-9a-f]{16}$/);
      }),
    );
  });

  it('is of the value, however it was built', () => {
    expect(text({ a: 1, b: [2, { c: 3, d: 4 }] })).toBe(text({ b: [2, { d: 4, c: 3 }], a: 1 }));
    expect(text({ a: 1, b: undefined })).toBe(text({ a: 1 }));
  });

  it('tells apart what people might not', () => {
    const values = [0, -0, 1, '1', [1], [[1]], { 1: 1 }, true, false, null, '', [], {}, 0.5, -1, [1, 2], [2, 1], '12'];
    const more = [Int32Array.of(1), Uint8Array.of(1), [null], { a: [] }, { a: {} }, ['a', 'b'], ['ab'], 2 ** 40];
    const all = [...values, ...more].map(text);
    expect(new Set(all).size).toBe(all.length);
  });

  it('changes with any one word', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), fc.nat(), word, (words, at, other) => {
        const changed = Int32Array.from(words);
        changed[at % words.length] = other;
        const same = words[at % words.length] === other;
        expect(sameHash(hashOf(Int32Array.from(words)), hashOf(changed))).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });

  it('changes with any one bit', () => {
    const words = Int32Array.from({ length: 40 }, (_, i) => Math.imul(i, 0x9e37_79b9));
    const was = text(words);
    for (let bit = 0; bit < words.length * 32; bit++) {
      words[bit >> 5] ^= 1 << (bit & 31);
      expect(text(words)).not.toBe(was);
      words[bit >> 5] ^= 1 << (bit & 31);
    }
    expect(text(words)).toBe(was);
  });

  it('spreads: near values are far apart', () => {
    let bits = 0;
    const [x] = hashOf(Int32Array.of(0, 0, 0));
    for (let i = 0; i < 32; i++) {
      let apart = x ^ hashOf(Int32Array.of(0, 1 << i, 0))[0];
      for (; apart !== 0; apart &= apart - 1) bits++;
    }
    expect(Math.abs(bits / 32 - 16)).toBeLessThan(3);
  });

  it('does not repeat in a hundred thousand', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 100_000; i++) seen.add(hashText(new Hasher().word(i).done()));
    expect(seen.size).toBe(100_000);
  });

  it('refuses what is not plain data', () => {
    expect(() => hashOf(() => 1)).toThrow(TypeError);
    expect(() => hashOf({ a: Symbol('x') })).toThrow(TypeError);
  });

  class Own {
    readonly x = 1;
  }
  it.each<[string, unknown]>([
    ['a Map', new Map([[1, 2]])],
    ['a Set', new Set([1])],
    ['a Date', new Date(1)],
    ['a Own', new Own()],
    ['a RegExp', /x/],
    ['a Float64Array', Float64Array.of(1)],
    ['a function', () => 1],
    ['a bigint', 1n],
    ['NaN', NaN],
    ['Infinity', Infinity],
    ['-Infinity', -Infinity],
  ])('refuses %s, which hashed to the same whatever was in it, and says where', (what, value) => {
    expect(() => hashOf(value)).toThrow(new TypeError(`only plain data has a hash, not ${what}`));
    const inside = { story: { before: [1, { y: 2 }], seen: [0, value] } };
    expect(() => hashOf(inside)).toThrow(new TypeError(`only plain data has a hash, not ${what} at story.seen.1`));
  });

  it('takes an object without a prototype for a plain one', () => {
    expect(text(Object.assign(Object.create(null) as object, { a: 1 }))).toBe(text({ a: 1 }));
  });
});
