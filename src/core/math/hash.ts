// State hashes. Two 32-bit lanes; for a fixed word each lane is a bijection of what came before, and for a fixed past
// an injection of the word, so changing any single word always changes the hash. Not for secrets: adversaries are
// answered by playing the run again, not by this.

const imul = Math.imul;

/** Two int32 lanes. Plain data: a hash in a replay or a World is just this. */
export type Hash = readonly [number, number];

export class Hasher {
  private a = 0x243f_6a88 | 0;
  private b = 0x13198a2e | 0;
  /** Where in a value this is, for who is told that something in it is not plain. */
  private readonly path: (string | number)[] = [];

  word(value: number): this {
    const a = imul(this.a ^ value, 0xcc9e_2d51);
    this.a = (((a << 13) | (a >>> 19)) + 0x1656_67b1) | 0;
    const b = imul(this.b ^ ((value << 16) | (value >>> 16)), 0x1b87_3593);
    this.b = (((b << 17) | (b >>> 15)) + 0x27d4_eb2f) | 0;
    return this;
  }

  words(values: Int32Array): this {
    this.word(values.length);
    for (let i = 0; i < values.length; i++) this.word(values[i]);
    return this;
  }

  bytes(values: Uint8Array): this {
    this.word(values.length);
    for (let i = 0; i < values.length; i++) this.word(values[i]);
    return this;
  }

  text(value: string): this {
    this.word(value.length);
    for (let i = 0; i < value.length; i++) this.word(value.charCodeAt(i));
    return this;
  }

  /**
   * Any JSON value, in one canonical order (keys sorted by code unit), so that equal values hash alike however they were
   * built. Typed arrays are allowed too: a World is plain data with an Int32Array in it. Anything else is refused: what hashed
   * to the same whatever it holds, as a Map would, would be a hole in every hash above it.
   */
  value(value: unknown): this {
    if (value === null || value === undefined) return this.word(1);
    if (value === true) return this.word(2);
    if (value === false) return this.word(3);
    if (typeof value === 'number') return this.number(value);
    if (typeof value === 'string') return this.word(6).text(value);
    if (value instanceof Int32Array) return this.word(7).words(value);
    if (value instanceof Uint8Array) return this.word(8).bytes(value);
    if (Array.isArray(value)) {
      this.word(9).word(value.length);
      for (let i = 0; i < value.length; i++) this.at(i, value[i]);
      return this;
    }
    if (typeof value === 'object' && isPlain(value)) {
      const entries = Object.entries(value).filter(([, item]) => item !== undefined);
      entries.sort(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0));
      this.word(10).word(entries.length);
      for (const [key, item] of entries) this.text(key).at(key, item);
      return this;
    }
    throw this.notPlain(typeof value === 'object' ? `a ${nameOf(value)}` : `a ${typeof value}`);
  }

  private at(key: string | number, value: unknown): void {
    this.path.push(key);
    this.value(value);
    this.path.pop();
  }

  private notPlain(what: string): TypeError {
    const where = this.path.length === 0 ? '' : ` at ${this.path.join('.')}`;
    return new TypeError(`only plain data has a hash, not ${what}${where}`);
  }

  private number(value: number): this {
    if ((value | 0) === value && !Object.is(value, -0)) return this.word(4).word(value);
    if (!Number.isFinite(value)) throw this.notPlain(String(value));
    FLOAT[0] = value;
    return this.word(5).word(FLOAT_WORDS[0]).word(FLOAT_WORDS[1]);
  }

  done(): Hash {
    return [finish(this.a ^ imul(this.b, 0x85eb_ca6b)), finish(this.b)];
  }
}

const FLOAT = new Float64Array(1);
const FLOAT_WORDS = new Int32Array(FLOAT.buffer);

function isPlain(value: object): boolean {
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === null || proto === Object.prototype;
}

function nameOf(value: object): string {
  const { constructor } = value;
  return typeof constructor === 'function' && constructor.name !== '' ? constructor.name : 'thing of a class';
}

function finish(word: number): number {
  let x = word;
  x = imul(x ^ (x >>> 16), 0x85eb_ca6b);
  x = imul(x ^ (x >>> 13), 0xc2b2_ae35);
  return (x ^ (x >>> 16)) | 0;
}

export function hashOf(value: unknown): Hash {
  return new Hasher().value(value).done();
}

/** Sixteen hex digits, as shown to people and stored in replays' headers. */
export function hashText(hash: Hash): string {
  return hash.map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}

export function sameHash(x: Hash, y: Hash): boolean {
  return x[0] === y[0] && x[1] === y[1];
}
