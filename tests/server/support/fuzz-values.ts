// Values for a schema: as it wants them, a little beside it, and nothing like it.

import fc from 'fast-check';

export interface Schema {
  readonly type?: string;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** A whole number from 0 up to `n`. */
export type Dice = (n: number) => number;

export function oneOf<T>(dice: Dice, all: readonly T[]): T {
  const found = all[dice(all.length)];
  if (found === undefined) throw new Error('there is nothing to choose from');
  return found;
}

const WORDS = ['a', 'Ada', 'look at it', 'it was I', 'Zoë', 'ラン', 'Ру', 'runner up', 'x'.repeat(24)] as const;

/** What people paste, and what breaks those who did not expect it. */
export const ODD = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202egnirts',
  'é'.normalize('NFD'),
  '𝔘𝔫𝔦𝔠𝔬𝔡𝔢',
  '👩‍👩‍👧‍👦'.repeat(8),
  'ﷺ'.repeat(30),
  'İıſK',
  "'; drop table runs; --",
  '%00%ff%c0%af',
  '../../../../etc/passwd',
  '{{7*7}}${7*7}',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '-0',
  '1e309',
  '9007199254740993',
  '\r\nX: y',
  '\n'.repeat(50),
] as const;

const WRONG: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  -1e-300,
  [],
  [[]],
  {},
  { a: { a: {} } },
  'x',
  [null],
];

const matching = new Map<string, readonly string[]>();

function fitting(pattern: string): readonly string[] {
  let found = matching.get(pattern);
  if (found === undefined) {
    found = fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 40, seed: 1 });
    matching.set(pattern, found);
  }
  return found;
}

/** As the schema wants it, as far as a schema says that. */
export function fit(dice: Dice, schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return oneOf(dice, schema.enum);
  if (schema.anyOf !== undefined) return fit(dice, oneOf(dice, schema.anyOf));
  switch (schema.type) {
    case 'string':
      if (schema.pattern !== undefined) return oneOf(dice, fitting(schema.pattern));
      if (schema.format === 'uri')
        return oneOf(dice, ['https://example.org/hook', 'http://127.0.0.1:1/', 'https://[::1]/?q=é']);
      return oneOf(dice, dice(4) === 0 ? ODD : WORDS).slice(0, schema.maxLength ?? 200);
    case 'integer':
    case 'number':
      return within(dice, schema.minimum ?? 0, schema.maximum ?? 1_000_000);
    case 'boolean':
      return dice(2) === 0;
    case 'null':
      return null;
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => (schema.required ?? []).includes(name) || dice(2) === 0)
          .map(([name, one]) => [name, fit(dice, one)]),
      );
    case undefined:
    default:
      return 'x';
  }
}

function within(dice: Dice, least: number, most: number): number {
  return oneOf(dice, [least, most, least + dice(Math.min(most - least, 5000) + 1)]);
}

/** Just beside what it wants. */
export function beside(dice: Dice, schema: Schema): unknown {
  const odd = oneOf(dice, ODD);
  switch (schema.type) {
    case 'string': {
      const near = String(fit(dice, schema));
      const most = schema.maxLength ?? near.length;
      return oneOf(dice, [odd, near.slice(1), `${near}${odd}`, near.toUpperCase(), 'a'.repeat(most + 1), `${near} `]);
    }
    case 'integer':
    case 'number':
      return oneOf(dice, [
        (schema.minimum ?? 0) - 1,
        (schema.maximum ?? 1e15) + 1,
        0.5,
        String(fit(dice, schema)),
        2 ** 31,
        2 ** 53,
      ]);
    case undefined:
    default:
      return odd;
  }
}

export function unlike(dice: Dice): unknown {
  return dice(4) === 0 ? oneOf(dice, ODD) : oneOf(dice, WRONG);
}

/** A body of the schema's fields, of which some are beside it, unlike it, missing, too many or too much. */
export function bodyFor(dice: Dice, schema: Schema, real: (name: string) => unknown): unknown {
  const fields = schema.properties ?? {};
  const body: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(fields)) {
    const known = dice(2) === 0 ? real(name) : undefined;
    const isNeeded = (schema.required ?? []).includes(name);
    if (known !== undefined) body[name] = known;
    else if (isNeeded || dice(2) === 0) body[name] = fit(dice, one);
  }
  const [name, one] = oneOf(dice, Object.entries(fields));
  switch (dice(18)) {
    case 0:
      body[name] = beside(dice, one);
      break;
    case 1:
      body[name] = unlike(dice);
      break;
    case 2:
      delete body[name];
      break;
    case 3:
      body[oneOf(dice, ['more', '__proto__', 'toString', ''])] = unlike(dice);
      break;
    case 4:
      body[name] = oneOf(dice, ['a', 'é', ' ', '\u0000', '9']).repeat(oneOf(dice, [201, 2001, 15_000, 40_000]));
      break;
    case 5:
      return unlike(dice);
  }
  return body;
}
