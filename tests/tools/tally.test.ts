import { expect, it } from 'vitest';
import {
  fromFile,
  fromPlaywright,
  fromVitest,
  inWords,
  NOTHING,
  sum,
  withStage,
} from '../../src/tools/ground/tally.js';

it('adds vitest and Playwright', () => {
  const vitest = fromVitest({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 });
  const playwright = fromPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 } });
  expect(inWords(sum([vitest, playwright]))).toBe('8 passed, 3 failed, 4 skipped');
});

it('keeps silent about skipped tests when there are none', () => {
  expect(inWords({ passed: 2, failed: 0, skipped: 0 })).toBe('2 passed, 0 failed');
});

it('counts a stage that failed without a failed test, and does not count a failed test twice', () => {
  expect(withStage(NOTHING, true).failed).toBe(1);
  expect(withStage({ passed: 9, failed: 2, skipped: 0 }, true).failed).toBe(2);
  expect(withStage({ passed: 9, failed: 0, skipped: 0 }, false).failed).toBe(0);
});

it('takes a report that was never written for nothing', () => {
  expect(fromFile('no/such/report.json', fromVitest)).toEqual(NOTHING);
});
