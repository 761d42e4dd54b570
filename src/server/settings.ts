// What the operator says: the environment, and --role. Each that cannot be meant is one clear line.

import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isLevel, LEVEL_NAMES, type Level } from './log.ts';

const ROLES = ['all', 'web', 'worker'] as const;
type Role = (typeof ROLES)[number];

export interface Settings {
  readonly role: Role;
  readonly port: number;
  readonly dataDir: string;
  readonly distDir: string;
  readonly archiveDir: string;
  /** '' for the file in dataDir. */
  readonly databaseUrl: string;
  readonly connections: number;
  readonly threads: number;
  /** Proxies before this server, whose word about addresses is believed. */
  readonly proxies: number;
  readonly limits: boolean;
  readonly moderators: ReadonlyMap<string, string>;
  readonly logLevel: Level;
}

export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

type Env = Readonly<Record<string, string | undefined>>;

export function readSettings(env: Env, argv: readonly string[]): Settings {
  // `||`: an empty setting is one that was not made
  const role = readRole(argv, env['ROLE'] || 'all');
  const databaseUrl = readUrl(env['DATABASE_URL'] || '');
  const dataDir = resolve(env['DATA_DIR'] || 'data');
  makeDataDir(dataDir);
  if (role !== 'all' && databaseUrl === '')
    throw new SettingsError(
      `--role ${role} shares the work with other processes, so it needs a database that they share: DATABASE_URL=postgres://…`,
    );
  return {
    role,
    port: readWhole(env['PORT'] || '8080', 'PORT', 0, 65_535),
    dataDir,
    distDir: env['DIST_DIR'] || fileURLToPath(new URL('../../dist', import.meta.url)),
    archiveDir: resolve(
      env['ARCHIVE_DIR'] || join(fileURLToPath(new URL('../..', import.meta.url)), 'content-archive'),
    ),
    databaseUrl,
    connections: readWhole(env['DATABASE_CONNECTIONS'] || '10', 'DATABASE_CONNECTIONS', 1, 500),
    threads: readWhole(env['JUDGES'] || '1', 'JUDGES', 1, 64),
    proxies: readWhole(env['PROXIES'] || '0', 'PROXIES', 0, 10),
    limits: readSwitch(env['LIMITS'] || 'on', 'LIMITS'),
    moderators: readModerators(env['MODERATORS'] || ''),
    logLevel: readLevel(env['LOG'] || 'info'),
  };
}

function readRole(argv: readonly string[], otherwise: string): Role {
  const at = argv.findIndex((one) => one === '--role' || one.startsWith('--role='));
  const said =
    at < 0 ? otherwise : argv[at] === '--role' ? (argv[at + 1] ?? '') : (argv[at] ?? '').slice('--role='.length);
  const role = ROLES.find((one) => one === said);
  if (role === undefined) throw new SettingsError(`--role must be one of ${ROLES.join(', ')}, not "${said}".`);
  return role;
}

function readWhole(said: string, name: string, least: number, most: number): number {
  const number = /^\d{1,5}$/.test(said) ? Number(said) : NaN;
  if (number >= least && number <= most) return number;
  throw new SettingsError(`${name} must be a number from ${least} to ${most}, not "${said}".`);
}

function readSwitch(said: string, name: string): boolean {
  if (said === 'on' || said === 'off') return said === 'on';
  throw new SettingsError(`${name} must be on or off, not "${said}".`);
}

function readLevel(said: string): Level {
  if (isLevel(said)) return said;
  throw new SettingsError(`LOG must be one of ${LEVEL_NAMES}, not "${said}".`);
}

function readUrl(said: string): string {
  if (said === '' || /^postgres(ql)?:\/\//.test(said)) return said;
  throw new SettingsError(
    'DATABASE_URL must begin with postgres://; without it the boards are kept in a file under DATA_DIR.',
  );
}

/** `ada:token,ben:token` */
function readModerators(said: string): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const one of said.split(',').filter((each) => each !== '')) {
    const [name = '', ...rest] = one.split(':');
    const token = rest.join(':');
    if (name === '' || token.length < 16 || /\s/.test(token))
      throw new SettingsError(
        'MODERATORS must be name:token,name:token, each token of 16 signs or more and without gaps.',
      );
    all.set(name, token);
  }
  return all;
}

function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SettingsError(
      `DATA_DIR must be a folder that can be written to; "${dataDir}" is not (${code ?? String(error)}).`,
    );
  }
}
