// Reads the JSON reports of vitest and Playwright into one sum.
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @type {Tally} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} report
 * @returns {Tally}
 */
export function fromVitest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report
 * @returns {Tally}
 */
export function fromPlaywright({ stats }) {
  // flaky is failed: a test that passes only when tried again says nothing
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/**
 * A stage that failed without a failed test of its own (a lint error, a file that does not load, a runner that
 * dies before it reports) still counts as one failure, so that the last line can never read "0 failed" in vain.
 * @param {Tally} tally @param {boolean} stageFailed @returns {Tally}
 */
export function withStage(tally, stageFailed) {
  return stageFailed && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return tallies.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    NOTHING,
  );
}

/** @param {Tally} tally @returns {string} */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * @param {string} path @param {(report: any) => Tally} read
 * @returns {Tally} nothing when the runner died before it wrote its report
 */
export function fromFile(path, read) {
  return existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : NOTHING;
}
