// The functions that every Yarn script may call, as upstream's standard library has them, and the conversions under them.

import { below, nextRandom } from '../math/random.ts';
import type { Value } from '../yarn/program.ts';
import { format } from './format.ts';
import { numberText, readNumber, rounded, truncated } from './numbers.ts';

export type Fail = (message: string) => never;

export function text(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  return value ? 'True' : 'False';
}

export function number(value: Value, fail: Fail): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return readNumber(value) ?? fail(`“${value}” is no number`);
}

export function bool(value: Value, fail: Fail): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  const word = value.trim().toLowerCase();
  return word === 'true' || (word !== 'false' && fail(`“${value}” is neither true nor false`));
}

/** By name: what it makes of its arguments. `words` is the state of the dice. */
export function standardFunctions(
  words: Int32Array,
  fail: Fail,
): Readonly<Record<string, (args: readonly Value[]) => Value>> {
  const numeric =
    (work: (a: number, b: number) => number) =>
    ([a, b = 0]: readonly Value[]): number =>
      Math.fround(work(number(a, fail), number(b, fail)));
  /** 24 bits: as many as a float holds, and never 1. */
  const share = (): number => (nextRandom(words, 0) >>> 8) / 0x100_0000;
  const among = (many: number): number =>
    many < 0 ? fail('the range of a random number is the wrong way round') : below(words, 0, many);
  return {
    string: ([a]) => text(a),
    number: ([a]) => number(a, fail),
    bool: ([a]) => bool(a, fail),
    format: ([template, a]) => format(text(template), a, text, fail),
    format_invariant: ([a]) => text(a),
    random: share,
    random_range: numeric((least, most) => among(rounded(most) - rounded(least) + 1) + rounded(least)),
    random_range_float: numeric((least, most) => least + share() * (most - least)),
    dice: numeric((sides) => among(rounded(sides)) + 1),
    min: numeric(Math.min),
    max: numeric(Math.max),
    round: numeric((a) => truncated(rounded(a))),
    round_places: numeric((a, places) => roundedTo(a, rounded(places), fail)),
    floor: numeric((a) => truncated(Math.floor(a))),
    ceil: numeric((a) => truncated(Math.ceil(a))),
    inc: numeric((a) => truncated(decimal(a) === 0 ? Math.fround(a + 1) : Math.ceil(a))),
    dec: numeric((a) => (decimal(a) === 0 ? truncated(a) - 1 : truncated(Math.floor(a)))),
    decimal: numeric(decimal),
    int: numeric(truncated),
  };
}

function decimal(value: number): number {
  return Math.fround(value - truncated(value));
}

/** .NET rounds doubles to at most 15 places. */
const MOST_PLACES = 15;

function roundedTo(value: number, places: number, fail: Fail): number {
  if (places < 0 || places > MOST_PLACES)
    return fail(`a number is rounded to 0 to ${MOST_PLACES} places, not ${places}`);
  let power = 1;
  for (let i = 0; i < places; i++) power *= 10;
  return Math.abs(value) < 1e16 ? rounded(value * power) / power : value;
}
