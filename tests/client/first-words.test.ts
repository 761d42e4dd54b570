// What stands on the page before any script has run is what the title says, in the colours that it will have.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LOOKS } from '../../src/client/look/cities.ts';
import { TITLE_WORDS } from '../../src/client/words/shell.ts';

const read = (path: string): string => readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8');

it('has the words of the title', () => {
  const [, words] = /<header class="masthead">([^]*?)<\/header>/.exec(read('index.html')) ?? [];
  expect(words?.replace(/\s*\n\s*/g, '')).toBe(`<h1>Syntony</h1><p>${TITLE_WORDS.tagline}</p>`);
});

it('has the colours of the Sphere', () => {
  const { ink, bg0, bg1 } = LOOKS.sphere.colours;
  const [, html] = /\nhtml \{([^]*?)\n\}/.exec(read('client/ui/base.css')) ?? [];
  expect(html).toContain(`color: var(--ink, ${ink});`);
  expect(html).toContain(`linear-gradient(var(--bg0, ${bg0}), var(--bg1, ${bg1}))`);
});
