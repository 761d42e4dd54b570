// What runs before anything is installed: what is asked of `npm test`, and whether there is anything to install.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/tools/files.ts';
import { isInstalled } from '../../src/tools/ground/install.js';

describe('npm test', () => {
  it.each([
    [['--bogus'], /^Unknown option '--bogus'\. See npm test -- --help\.\n$/],
    [['--only'], /^Option '--only <value>' argument missing\. See npm test -- --help\.\n$/],
    [['vitest'], /^Unexpected argument 'vitest'\. .*See npm test -- --help\.\n$/],
    [['--only', 'constructor'], /^There is no stage "constructor"\. The stages are: lint, .*\.\n$/],
    [['--only', 'types,toString'], /^There is no stage "toString"\..*\n$/],
    [['--only', ''], /^There is no stage ""\..*\n$/],
    [['--only', ','], /^There is no stage ""\..*\n$/],
  ])('answers %j in one line, with 2', (args, line) => {
    const script = join(ROOT, 'src', 'tools', 'ground', 'test.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(line);
  });
});

describe('packages', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0', integrity: 'x' },
      'node_modules/b-mac': { version: '2.0.0', optional: true },
    },
  };
  const only = (packages: object) => ({ packages }) as typeof lock;
  const { '': _root, ...all } = lock.packages;
  const { 'node_modules/b-mac': _mac, ...here } = all;

  it('are there when npm says so, put there by whom ever, without those for other machines', () => {
    expect(isInstalled(lock, only(all))).toBe(true);
    expect(isInstalled(lock, only(here))).toBe(true);
    // As npm left them on this very machine.
    const read = (...path: string[]) => JSON.parse(readFileSync(join(ROOT, ...path), 'utf8')) as typeof lock;
    expect(isInstalled(read('package-lock.json'), read('node_modules', '.package-lock.json'))).toBe(true);
  });

  it('are not when any is missing, of another version, or too many', () => {
    const a = all['node_modules/a'];
    for (const packages of [
      {},
      { 'node_modules/b-mac': all['node_modules/b-mac'] },
      { 'node_modules/a': { ...a, version: '1.0.1' } },
      { 'node_modules/a': { ...a, integrity: 'y' } },
      { ...all, 'node_modules/c': { version: '1.0.0' } },
    ]) {
      expect(isInstalled(lock, only(packages))).toBe(false);
    }
    expect([isInstalled(lock, undefined), isInstalled(undefined, lock), isInstalled(lock, {})]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
