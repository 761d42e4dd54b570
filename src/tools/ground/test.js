// `npm test`: every check there is, from a fresh clone. CI runs this and nothing else.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser, NO_BROWSER } from './browser.js';
import { ensureInstalled, refuseOldNode, ROOT } from './install.js';
import { fromFile, fromPlaywright, fromVitest, inWords, NOTHING, sum, withStage } from './tally.js';

/** @typedef {{ ok: boolean, tally: import('./tally.js').Tally }} Outcome */

/** @type {Record<string, (temp: string) => Outcome | Promise<Outcome>>} in the order in which they run */
const STAGES = {
  lint: () => check('oxlint/bin/oxlint', ['--type-aware']),
  format: () => check('oxfmt/bin/oxfmt', ['--check']),
  types: () => check('typescript/bin/tsc', ['-b', 'src']),
  knip: () => check('knip/bin/knip.js', []),
  vitest: runVitest,
  playwright: runPlaywright,
};

const HELP = `npm test                                everything, in this order: ${Object.keys(STAGES).join(', ')}
npm test -- --only vitest               one stage
npm test -- --only types,vitest         some stages
npm test -- --help                      this text

The last line is the sum: tests passed and failed; a failed stage that is not a test counts as one failed.
SYNTONY_CHROMIUM names the browser for playwright, if it is not where it is looked for.`;

const chosen = chooseStages();
refuseOldNode();
ensureInstalled();
process.exit(await runAll(chosen));

function chooseStages() {
  const values = options();
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  const names = (values.only ?? Object.keys(STAGES)).flatMap((list) => list.split(','));
  const unknown = names.find((name) => !Object.hasOwn(STAGES, name));
  if (unknown !== undefined)
    refuse(`There is no stage "${unknown}". The stages are: ${Object.keys(STAGES).join(', ')}.`);
  const chosenNames = Object.keys(STAGES).filter((name) => names.includes(name));
  if (chosenNames.length === 0) refuse('No stage is chosen, so nothing would be tested.');
  return chosenNames;
}

function options() {
  try {
    return parseArgs({ options: { only: { type: 'string', multiple: true }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    // the first sentence; Node goes on about how it could have been meant
    const [said = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    return refuse(`${said.replace(/\.$/, '')}. See npm test -- --help.`);
  }
}

/** @param {string} line @returns {never} */
function refuse(line) {
  console.error(line);
  process.exit(2);
}

/** @param {string[]} names @returns {Promise<number>} the exit code */
async function runAll(names) {
  const temp = mkdtempSync(join(tmpdir(), 'syntony-test-'));
  /** @type {string[]} */
  const failed = [];
  const tallies = [];
  for (const name of names) {
    console.log(`\n== ${name}`);
    const began = performance.now();
    const { ok, tally } = (await STAGES[name]?.(temp)) ?? { ok: false, tally: NOTHING };
    console.log(`== ${name} ${ok ? 'ok' : 'FAILED'} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    tallies.push(withStage(tally, !ok));
    if (!ok) failed.push(name);
  }
  rmSync(temp, { recursive: true, force: true });
  console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '');
  console.log(inWords(sum(tallies)));
  return failed.length > 0 ? 1 : 0;
}

/** @param {string} script @param {string[]} args @returns {Outcome} */
function check(script, args) {
  return { ok: run(script, args), tally: NOTHING };
}

/** @param {string} temp @returns {Outcome} */
function runVitest(temp) {
  const report = join(temp, 'vitest.json');
  const ok = run('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  return { ok, tally: fromFile(report, fromVitest) };
}

/** @param {string} temp @returns {Promise<Outcome>} */
async function runPlaywright(temp) {
  const browser = await ensureBrowser();
  if (browser === undefined) {
    console.error(NO_BROWSER);
    return { ok: false, tally: NOTHING };
  }
  const report = join(temp, 'playwright.json');
  const ok = run('@playwright/test/cli.js', ['test', '--config', 'tests/e2e', '--reporter=list,json'], {
    SYNTONY_CHROMIUM: browser,
    // so that two checkouts can be tested at the same time
    SYNTONY_E2E_PORT: String(await freePort()),
    SYNTONY_E2E_DATA: join(temp, 'data'),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return { ok, tally: fromFile(report, fromPlaywright) };
}

/**
 * @param {string} script inside node_modules @param {string[]} args @param {Record<string, string>} [env]
 * @returns {boolean} whether it succeeded
 */
function run(script, args, env = {}) {
  const all = [join('node_modules', script), ...args];
  return (
    spawnSync(process.execPath, all, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
  );
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 4173));
    });
  });
}
