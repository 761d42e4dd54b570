// Plain data goes into JSON and comes back to the bit, whole or as differences.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDelta, deltaOf } from '../../../src/client/save/delta.ts';
import { pack, unpack, type Json } from '../../../src/client/save/pack.ts';

const key = fc.oneof(fc.string(), fc.constantFrom('%', '%%', '%x', '$trust', '__proto__', 'constructor', '0', '10'));
const leaf = fc.oneof(
  fc.string(),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(null, -0, NaN, Infinity, -Infinity),
  fc.int32Array({ maxLength: 9 }),
);
const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5 }),
  ),
})).value;

const throughText = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

/** As it is when it was read: objects made of entries, with nothing in their past. */
const same = (value: unknown): unknown => unpack(throughText(pack(value)));

describe('pack', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(unpack(throughText(pack(value)))).toEqual(same(value));
      }),
    );
    fc.assert(
      fc.property(fc.dictionary(key, leaf), (value) => {
        const back = unpack(throughText(pack(value))) as Record<string, unknown>;
        expect(Object.keys(back).sort()).toEqual(Object.keys(value).sort());
        for (const name of Object.keys(value)) expect(back[name]).toEqual(value[name]);
      }),
    );
  });

  it('keeps what JSON has no word for', () => {
    const value = {
      zero: -0,
      none: NaN,
      most: Infinity,
      words: Int32Array.of(-1, 2 ** 31 - 1),
      '%': 'x',
      gone: undefined,
    };
    expect(throughText(pack(value))).toEqual({
      zero: { '%': '-0' },
      none: { '%': 'NaN' },
      most: { '%': 'Infinity' },
      words: { '%': 'words:_________38' },
      '%%': 'x',
    });
    const { gone: _, ...kept } = value;
    expect(same(value)).toStrictEqual(kept);
  });

  it('refuses what is no plain data, and what stands for nothing', () => {
    expect(() => pack({ at: () => 1 })).toThrow(TypeError);
    expect(() => unpack({ '%': 'magic' })).toThrow(TypeError);
    expect(() => unpack({ '%': 'words:AA' })).toThrow(TypeError);
  });
});

describe('a difference', () => {
  it('added to the one is the other', () => {
    fc.assert(
      fc.property(plain, plain, (from, to) => {
        const delta = throughText(deltaOf(from, to));
        expect(applyDelta(from, delta)).toEqual(same(to));
      }),
      { numRuns: 400 },
    );
  });

  it('of what shares most is small, and what is shared stays shared', () => {
    const big = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`key${i}`, i]));
    const from = { big, list: [1, 2, 3], n: 1, gone: true };
    const to = { big, list: [1, 2, 3, 4], n: 2 };
    const delta = deltaOf(from, to);
    expect(delta).toEqual([1, { list: [2, [4]], n: 2 }, ['gone']]);
    expect(deltaOf({ n: 1 }, { n: 2 })).toEqual({ n: 2 });
    expect((applyDelta(from, delta) as typeof from).big).toBe(big);
    expect(deltaOf(from, from)).toBeNull();
  });

  it.each([[[0]], [[1, 2, []]], [[1, {}, null]], [[2, [1]]], [[3, 1]], [[]]])('%j is none', (delta) => {
    expect(() => applyDelta({ a: 1 }, delta as Json)).toThrow(TypeError);
  });
});
