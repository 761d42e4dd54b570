import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { npm, ROOT } from './install.js';

const DEBIAN_CHROMIUM = '/usr/bin/chromium';

/**
 * The Chromium for the browser tests, installed if need be; undefined when there is none and none can be had.
 * @returns {Promise<string | undefined>}
 */
export async function ensureBrowser() {
  const named = process.env['SYNTONY_CHROMIUM'];
  if (named) return existsSync(named) ? named : undefined;
  // imported late: this file is loaded before Playwright is installed
  const { chromium } = await import('@playwright/test');
  const found = [chromium.executablePath(), DEBIAN_CHROMIUM].find((path) => existsSync(path));
  if (found) return found;
  if (isRootOnDebian()) {
    console.log('Installing Chromium from Debian ...');
    if (installDebianChromium() && existsSync(DEBIAN_CHROMIUM)) return DEBIAN_CHROMIUM;
  }
  console.log("Installing Playwright's Chromium ...");
  npm(['exec', '--', 'playwright', 'install', 'chromium']);
  return [chromium.executablePath()].find((path) => existsSync(path));
}

export const NO_BROWSER =
  'No Chromium was found and none could be installed. Install chromium or Google Chrome, ' +
  'and set SYNTONY_CHROMIUM to the path of its program.';

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function installDebianChromium() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ].every(
    (args) => spawnSync('apt-get', args, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0,
  );
}
