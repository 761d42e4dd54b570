// The project's own cases: each folder of tests/stories has scripts, and beside each a plan of what it shows. A script
// without a plan must be refused.
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testScript } from '../../../src/tools/dialogue/testplan.ts';
import { filesUnder, hasOfficial, OFFICIAL, readSource, STORIES } from '../../support/dialogues.ts';

function passes(file: string): void {
  const plan = file.replace(/\.yarn$/, '.testplan');
  expect(testScript(readSource(file), existsSync(plan) ? readSource(plan) : null)).toEqual({ file, passed: true });
}

describe('tests/stories', () => {
  const files = filesUnder(STORIES, '.yarn').filter((file) => !file.includes('stories/syntax/'));
  it('is there', () => expect(files.length).toBeGreaterThan(25));
  it.each(files)('%s', passes);
});

describe('the official cases', () => {
  const files = filesUnder(`${OFFICIAL}/cases/TestCases`, '.yarn');
  it.skipIf(!hasOfficial).each(hasOfficial ? files : ['(not here)'])('%s', passes);
});
