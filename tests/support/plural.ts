// The plural forms of languages, as client and tools know them: core is given this.

import type { PluralRule } from '../../src/core/yarn/markup.ts';

export const pluralRule: PluralRule = (locale, n, type) => new Intl.PluralRules(locale, { type }).select(n);
