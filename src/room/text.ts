// A line as it is read: who says it, and the stretches of it that are marked.

import type { Strings } from '../core/story/dialogue.ts';
import type { ShownLine } from '../core/story/story.ts';
import { render, type LineText } from '../core/story/text.ts';
import type { Attribute } from '../core/yarn/markup.ts';

export interface Run {
  readonly text: string;
  /** The markers it is under, as written: `wave`, `pause=500`. */
  readonly marks: readonly string[];
}

export interface Spoken {
  readonly who: string | null;
  readonly runs: readonly Run[];
  readonly isTranslated: boolean;
  /** What is wrong with the markup. */
  readonly errors: readonly string[];
}

export interface Tongue {
  readonly locale: string;
  readonly strings: Strings;
  /** Where a translation is missing. */
  readonly base: { readonly table: Strings; readonly locale: string };
}

export function spoken({ locale, strings, base }: Tongue, shown: ShownLine): Spoken {
  const said = render(strings, shown, { locale, plural, base });
  if (said.from === null) {
    const text = `(${shown.line} is no longer in the script)`;
    return { who: null, runs: [{ text, marks: [] }], isTranslated: true, errors: [] };
  }
  return {
    who: said.character,
    runs: runsOf(said),
    isTranslated: said.from === 'table',
    errors: said.errors.map(({ message }) => message),
  };
}

function runsOf({ text, attributes }: LineText): Run[] {
  const edges = new Set([0, text.length]);
  for (const { position, length } of attributes) {
    edges.add(position);
    edges.add(position + length);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.flatMap((start, k) => {
    // what has no text, as a pause, stands between two stretches
    const points = attributes.filter(({ position, length }) => length === 0 && position === start);
    const runs: Run[] = points.map((point) => ({ text: '', marks: [markOf(point)] }));
    const end = sorted[k + 1];
    if (end === undefined) return runs;
    const over = attributes.filter(
      ({ position, length }) => length > 0 && position <= start && position + length >= end,
    );
    return [...runs, { text: text.slice(start, end), marks: over.map(markOf) }];
  });
}

function markOf({ name, properties }: Attribute): string {
  const words = properties
    .filter((one) => one.name !== 'trimwhitespace')
    .map((one) => (one.name === name ? `=${String(one.value)}` : ` ${one.name}=${String(one.value)}`));
  return `${name}${words.join('')}`;
}

function plural(locale: string, n: number, type: 'cardinal' | 'ordinal'): string {
  // a made-up language counts as English does
  return new Intl.PluralRules(locale.startsWith('qps') ? 'en' : locale, { type }).select(n);
}
