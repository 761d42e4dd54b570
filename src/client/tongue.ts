// Which language is spoken: the one the reader's browser asks for where there is one, and any other at a moment's notice.

import type { Dialogue, Strings } from '../core/story/dialogue.ts';
import type { Restored } from '../core/story/story.ts';
import type { Words } from './tale.ts';

export class Tongue {
  private dialogue: Dialogue;
  private locale: string;
  private strings: Strings;
  /** Once the reader's own language is there. */
  readonly settled: Promise<void>;

  constructor(dialogue: Dialogue, wanted: readonly string[]) {
    this.dialogue = dialogue;
    this.locale = dialogue.language;
    this.strings = dialogue.strings;
    const best = wanted.map((one) => this.nearest(one)).find((one) => one !== null) ?? null;
    this.settled = best === null || best === this.locale ? Promise.resolve() : this.choose(best);
  }

  get locales(): readonly string[] {
    return [this.dialogue.language, ...Object.keys(this.dialogue.loaders)];
  }

  get words(): Words {
    const base = { table: this.dialogue.strings, locale: this.dialogue.language };
    return { strings: this.strings, language: { locale: this.locale, plural, base }, tags: this.dialogue.tags };
  }

  /** What cannot be loaded leaves the language as it is. */
  async choose(locale: string): Promise<void> {
    const load = this.dialogue.loaders[locale];
    if (locale !== this.dialogue.language && load === undefined) return;
    try {
      this.strings = load === undefined ? this.dialogue.strings : await load();
      this.locale = locale;
    } catch {
      // a lost connection: the words that are here stay
    }
  }

  /** The script was edited: other words, the same language. */
  retell(dialogue: Dialogue): void {
    this.dialogue = dialogue;
    this.strings = dialogue.strings;
    if (this.locale !== dialogue.language) void this.choose(this.locale);
  }

  /** `de-AT` is answered by `de`. */
  private nearest(wanted: string): string | null {
    const base = wanted.split('-')[0];
    return this.locales.find((one) => one === wanted) ?? this.locales.find((one) => one === base) ?? null;
  }
}

function plural(locale: string, n: number, type: 'cardinal' | 'ordinal'): string {
  return rules(locale, type).select(n);
}

const RULES = new Map<string, Intl.PluralRules>();

function rules(locale: string, type: 'cardinal' | 'ordinal'): Intl.PluralRules {
  const key = `${locale} ${type}`;
  let known = RULES.get(key);
  if (known === undefined) {
    // a pseudo-locale counts as English does
    known = new Intl.PluralRules(locale.startsWith('qps') ? 'en' : locale, { type });
    RULES.set(key, known);
  }
  return known;
}

/** What a reader is told when the script is not the one they stood in. */
export function resumedWords(restored: Restored | 'planGone'): string {
  if (restored === 'planGone') return 'No node begins this story any more. The old script plays on.';
  switch (restored.at) {
    case 'same':
      return '';
    case 'nodeStart':
      return `The line you stood at is gone. “${restored.node}” begins again.`;
    case 'earlierNode':
      return `“${restored.missing}” is gone. The story goes on from “${restored.node}”, the nearest place it still knows.`;
    case 'start':
      return `“${restored.missing}” is gone. The scene begins again, at “${restored.node}”.`;
    case 'end':
      return `“${restored.missing}” is gone, and nothing near it is left. The scene is over.`;
  }
}
