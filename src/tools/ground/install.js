// Runs before anything is installed: only what Node itself brings, and no TypeScript.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const OLDEST_NODE = [20, 19];
// inside node_modules, so that deleting the folder, or an `npm ci` that fails half way, forgets it as well
const STAMP = join(ROOT, 'node_modules', '.syntony-lock');

/** Ends the program with one line when this Node is too old to run the rest. */
export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  console.error(`Syntony needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Runs `npm ci` when node_modules is missing or was made from another package-lock.json, by us or by hand. */
export function ensureInstalled() {
  const wanted = lockHash();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  if (
    !existsSync(STAMP) &&
    isInstalled(readLock('package-lock.json'), readLock('node_modules', '.package-lock.json'))
  ) {
    writeFileSync(STAMP, wanted);
    return;
  }
  console.log(`Installing packages (${existsSync(STAMP) ? 'package-lock.json changed' : 'first run'}) ...`);
  // --include=dev: vite builds the client, and NODE_ENV=production would leave it out
  const code = npm(['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error']);
  if (code !== 0) {
    console.error('The packages could not be installed; npm says why above.');
    process.exit(1);
  }
  writeFileSync(STAMP, wanted);
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} Locked
 * @typedef {{ packages?: Record<string, Locked> }} Lock
 */

/**
 * Whether what npm says it has put into node_modules is what package-lock.json asks for: everything, nothing else, and in
 * the same versions; but what is optional may be for another kind of machine.
 * @param {Lock | undefined} lock @param {Lock | undefined} installed
 */
export function isInstalled(lock, installed) {
  if (!lock?.packages || !installed?.packages) return false;
  const { '': _root, ...wanted } = lock.packages;
  const has = installed.packages;
  return (
    Object.keys(has).every((path) => Object.hasOwn(wanted, path)) &&
    Object.entries(wanted).every(([path, { version, integrity, optional }]) =>
      Object.hasOwn(has, path)
        ? has[path]?.version === version && has[path]?.integrity === integrity
        : optional === true,
    )
  );
}

/** @param {string[]} path @returns {Lock | undefined} */
function readLock(...path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, ...path), 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string[]} args @returns {number} npm's exit code */
export function npm(args) {
  // under `npm start` npm says where it is, which spares Windows a shell
  const npmScript = process.env['npm_execpath'];
  const [command, before, shell] = npmScript?.endsWith('.js')
    ? [process.execPath, [npmScript], false]
    : ['npm', [], process.platform === 'win32'];
  return spawnSync(command, [...before, ...args], { cwd: ROOT, stdio: 'inherit', shell }).status ?? 1;
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
}
