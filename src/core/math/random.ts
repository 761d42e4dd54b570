// xoshiro128**, kept in four words of whatever array holds the state, so that dice are part of the World.

const imul = Math.imul;

/** Spreads one 32-bit seed over four words (splitmix32); never all zero. */
export function seedRandom(words: Int32Array, at: number, seed: number): void {
  let z = seed | 0;
  for (let i = 0; i < 4; i++) {
    z = (z + 0x9e37_79b9) | 0;
    let x = z;
    x = imul(x ^ (x >>> 16), 0x85eb_ca6b);
    x = imul(x ^ (x >>> 13), 0xc2b2_ae35);
    words[at + i] = x ^ (x >>> 16);
  }
  if ((words[at] | words[at + 1] | words[at + 2] | words[at + 3]) === 0) words[at] = 1;
}

/** The next 32 bits, signed. */
export function nextRandom(words: Int32Array, at: number): number {
  const s1 = words[at + 1];
  const x = imul(s1, 5);
  const result = imul((x << 7) | (x >>> 25), 9);
  const s2 = words[at + 2] ^ words[at];
  const s3 = words[at + 3] ^ s1;
  words[at + 1] = s1 ^ s2;
  words[at] ^= s3;
  words[at + 2] = s2 ^ (s1 << 9);
  words[at + 3] = (s3 << 11) | (s3 >>> 21);
  return result;
}

/** A whole number in [0, n), without bias that matters for n far below 2^32; n of 0 or less answers 0 but still draws. */
export function below(words: Int32Array, at: number, n: number): number {
  const draw = nextRandom(words, at) >>> 0;
  return n > 0 ? Math.floor((draw * n) / 0x1_0000_0000) : 0;
}

/** A whole number in [-reach, reach]. */
export function within(words: Int32Array, at: number, reach: number): number {
  return below(words, at, 2 * reach + 1) - reach;
}
