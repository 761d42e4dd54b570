// Backups: of the file while the service goes on, of PostgreSQL by its own tools. A restore never writes over anything: what was
// there stays beside it.

import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'libsql';
import { BadInput, EXIT, needed, print, printJson, type Command, type Given } from '../cli.ts';
import { postgresBin } from '../service/postgres.ts';
import { fileOf, FROM_ENV, settingsNow } from './where.ts';

export const backup: Command = {
  usage: 'server -- backup --out FILE',
  doc: `Writes the whole database into one new file; the service may run meanwhile. PostgreSQL is kept by pg_dump, in its own format.\n${FROM_ENV}`,
  words: [0, 0],
  options: { out: { type: 'string' } },
  help: { out: 'the file to make, as boards-2026-11-21.db; one that is there is not written over' },
  run(given) {
    const out = resolve(needed(given, 'out'));
    if (existsSync(out)) throw new BadInput(`${out} is there already; a backup is a new file`);
    const settings = settingsNow();
    if (settings.databaseUrl === '') ofFile(fileOf(settings), out);
    else tool('pg_dump', ['--format=custom', '--no-owner', `--file=${out}`, `--dbname=${settings.databaseUrl}`]);
    return told(given, { out, bytes: statSync(out).size });
  },
};

export const restore: Command = {
  usage: 'server -- restore --from FILE',
  doc: `Puts a backup in the place of the database. Stop the service first: with a file it is seen whether somebody still has it open.
What was there is renamed and stays; in PostgreSQL the tables are replaced in one transaction.\n${FROM_ENV}`,
  words: [0, 0],
  options: { from: { type: 'string' } },
  help: { from: 'a file that backup made' },
  run(given) {
    const from = resolve(needed(given, 'from'));
    if (!existsSync(from)) throw new BadInput(`there is no ${from}`);
    const settings = settingsNow();
    if (settings.databaseUrl !== '') {
      tool('pg_restore', [
        '--clean',
        '--if-exists',
        '--no-owner',
        '--single-transaction',
        `--dbname=${settings.databaseUrl}`,
        from,
      ]);
      return told(given, { from, aside: null });
    }
    return told(given, { from, aside: intoFile(from, fileOf(settings)) });
  },
};

function told(
  given: Given,
  what: { readonly out?: string; readonly bytes?: number; readonly from?: string; readonly aside?: string | null },
): number {
  if (given.json) printJson(what);
  else if (what.out !== undefined) print(`${what.out}: ${what.bytes} bytes`);
  else
    print(
      `restored from ${what.from}${what.aside === null || what.aside === undefined ? '' : `; what was there is ${what.aside}`}`,
    );
  return EXIT.ok;
}

function ofFile(file: string, out: string): void {
  if (!existsSync(file)) throw new BadInput(`there is no database at ${file}`);
  const db = new Database(file);
  try {
    db.exec('pragma busy_timeout = 10000');
    // one moment of it, whole, while others go on writing
    db.prepare('vacuum into ?').run([out]);
  } finally {
    db.close();
  }
  checkFile(out);
}

function intoFile(from: string, file: string): string | null {
  checkFile(from);
  const aside = existsSync(file) ? `${file}.before-${new Date().toISOString().replace(/[:.]/g, '-')}` : null;
  if (aside !== null) {
    closeLog(file);
    renameSync(file, aside);
    for (const tail of ['-wal', '-shm']) rmSync(`${file}${tail}`, { force: true });
  }
  copyFileSync(from, file);
  return aside;
}

/** What stands in the log beside the file comes into it; nobody else may have it open while it is moved away. */
function closeLog(file: string): void {
  const db = new Database(file);
  try {
    db.exec('pragma busy_timeout = 500');
    db.exec('pragma locking_mode = exclusive');
    db.exec('begin exclusive');
    db.exec('commit');
    db.exec('pragma wal_checkpoint(truncate)');
  } catch {
    throw new BadInput(`somebody has ${file} open; stop the service first`);
  } finally {
    db.close();
  }
}

function checkFile(file: string): void {
  let said: unknown;
  try {
    const db = new Database(file, { readonly: true });
    try {
      said = Object.values(db.prepare('pragma integrity_check').get([]) ?? {})[0];
      db.prepare('select count(*) from migrations').get([]);
    } finally {
      db.close();
    }
  } catch (error) {
    throw new BadInput(`${file} is no backup of these boards: ${(error as Error).message}`);
  }
  if (said !== 'ok') throw new BadInput(`${file} is damaged: ${String(said)}`);
}

function tool(name: string, words: readonly string[]): void {
  const bin = postgresBin();
  const { status, stderr, error } = spawnSync(bin === null ? name : join(bin, name), words, { encoding: 'utf8' });
  if (error !== undefined) throw new BadInput(`${name} is not installed: it comes with PostgreSQL`);
  if (status !== 0) throw new BadInput(`${name}: ${stderr.trim()}`);
}
