// The project's own cases of syntax: each script of tests/stories/syntax has beside it what it reads as.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { outline } from '../../stories/syntax/outline.ts';

const ROOT = new URL('../../stories/syntax/', import.meta.url).pathname;
const scripts = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yarn'));
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8').replaceAll('\r\n', '\n');

describe.each(scripts)('syntax/%s', (name) => {
  const text = read(name);
  const wanted = read(name.replace('.yarn', '.txt'));

  it('reads as it says', () => {
    expect(outline(text)).toBe(wanted);
  });

  it('reads the same with the line ends of other machines, and with a byte order mark', () => {
    expect(outline(text.replaceAll('\n', '\r\n'))).toBe(wanted);
    expect(outline(text.replaceAll('\n', '\r'))).toBe(wanted);
    expect(outline(`\uFEFF${text}`)).toBe(wanted);
  });
});
