// Markers that put a text in their place. `select`, `plural` and `ordinal` are the language's own; whoever parses may bring
// others.

import { printed, propertyNamed, type Attribute } from './result.ts';

/** Which plural form a number takes in a locale: zero, one, two, few, many or other. The platform knows; core may not ask it. */
export type PluralRule = (locale: string, n: number, type: 'cardinal' | 'ordinal') => string;

interface Setting {
  readonly locale: string;
  readonly plural: PluralRule;
}

interface Replacement {
  readonly text: string;
  /** How many of the added characters are not seen, and do not count in the positions of what comes later. */
  readonly invisible?: number;
  readonly error?: string;
}

/** Given its marker, the text inside, and what is marked in there: to be moved by whoever puts text before it. */
export type Replacer = (marker: Attribute, text: string, inside: Attribute[], setting: Setting) => Replacement;
export type Replacers = Readonly<Record<string, Replacer>>;

const choose: Replacer = (marker, text, inside, { locale, plural }) => {
  const { name } = marker;
  const value = propertyNamed(marker, 'value');
  const fail = (error: string): Replacement => ({ text, error: `[${name}] ${error}` });
  if (text !== '' || inside.length > 0) return fail('must close itself: it has no text inside');
  if (value === undefined) return fail('has no value');

  let key = printed(value);
  if (name !== 'select') {
    if (typeof value.value !== 'number') return fail(`needs a number and got “${key}”`);
    key = plural(locale, value.value, name === 'plural' ? 'cardinal' : 'ordinal');
  }
  const found = propertyNamed(marker, key);
  if (found === undefined) return fail(`has no text for “${key}”`);
  return { text: printed(found).replace(/\\?%/g, (sign) => (sign === '%' ? printed(value) : sign)) };
};

export const BUILT_IN: Replacers = { select: choose, plural: choose, ordinal: choose };
