// Plain data as JSON can hold it. A World has two things that JSON has not: an Int32Array, and the zero below zero; and a
// variable that was divided by nothing may be infinite. What is unpacked is what was packed, to the bit.

import { bytesToCode, codeToBytes } from '../../core/replay/code.ts';
import { REPLAY_ERRORS } from '../../core/replay/bytes.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** An object with this one key stands for something else. A key that begins with it has one more. */
const MARK = '%';

export function pack(value: unknown): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return isJson(value) ? value : { [MARK]: Object.is(value, -0) ? '-0' : String(value) };
  if (value instanceof Int32Array) return { [MARK]: `words:${wordsToCode(value)}` };
  if (Array.isArray(value)) return value.map(pack);
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} cannot be kept`);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.map(([key, one]) => [key.startsWith(MARK) ? MARK + key : key, pack(one)]));
}

export function unpack(value: Json): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one: Json) => unpack(one));
  const object = value as { readonly [key: string]: Json };
  const special = object[MARK];
  if (typeof special === 'string') return unpackSpecial(special);
  const entries = Object.entries(object).map(([key, one]) => [key.startsWith(MARK) ? key.slice(1) : key, unpack(one)]);
  return Object.fromEntries(entries) as unknown;
}

function isJson(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}

function unpackSpecial(special: string): unknown {
  if (special.startsWith('words:')) return codeToWords(special.slice('words:'.length));
  if (!['-0', 'NaN', 'Infinity', '-Infinity'].includes(special)) throw new TypeError(`“${special}” stands for nothing`);
  return Number(special);
}

/** Four bytes each, the low one first, whatever the machine does. */
function wordsToCode(words: Int32Array): string {
  const bytes = new Uint8Array(words.length * 4);
  const view = new DataView(bytes.buffer);
  words.forEach((word, i) => view.setInt32(i * 4, word, true));
  return bytesToCode(bytes);
}

function codeToWords(code: string): Int32Array {
  const bytes = codeToBytes(code);
  if (bytes.length % 4 !== 0) throw new TypeError('words of less than four bytes');
  const view = new DataView(bytes.buffer);
  return Int32Array.from({ length: bytes.length / 4 }, (_, i) => view.getInt32(i * 4, true));
}

/** Whatever an error of reading is, it is one of these and no mistake of ours. */
export function isBadData(error: unknown): boolean {
  return error instanceof TypeError || error instanceof SyntaxError || error instanceof RangeError || hasReason(error);
}

function hasReason(error: unknown): boolean {
  return (
    error instanceof Error && (REPLAY_ERRORS as readonly unknown[]).includes((error as { reason?: unknown }).reason)
  );
}
