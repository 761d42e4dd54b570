// A PostgreSQL of one's own: in a temporary folder, on a socket in it, gone when it is stopped. For tests, load and crashes.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HOMES = ['/usr/lib/postgresql', '/usr/local/pgsql', '/opt/homebrew/opt/postgresql'];
const START_MS = 30_000;

/** Where its programs are, or null where there are none: SYNTONY_POSTGRES names the folder. */
export function postgresBin(): string | null {
  const own = process.env['SYNTONY_POSTGRES'];
  const found = HOMES.filter((home) => existsSync(home)).flatMap((home) => [
    join(home, 'bin'),
    ...readdirSync(home)
      .sort((x, y) => Number(y) - Number(x))
      .map((version) => join(home, version, 'bin')),
  ]);
  return [...(own === undefined ? [] : [own]), ...found].find((bin) => existsSync(join(bin, 'postgres'))) ?? null;
}

export interface OwnPostgres {
  readonly url: string;
  /** As when the power goes. */
  readonly kill: () => Promise<void>;
  /** After it was killed: the same data. */
  readonly start: () => Promise<void>;
  /** And its folder is deleted. */
  readonly stop: () => Promise<void>;
}

export const NO_POSTGRES =
  'PostgreSQL is not installed: apt-get install postgresql, or SYNTONY_POSTGRES=/path/to/its/bin.';

/** `options`: more words for the server, as `-c synchronous_commit=on`. */
export async function ownPostgres(options: readonly string[] = []): Promise<OwnPostgres> {
  const bin = postgresBin();
  if (bin === null) throw new Error(NO_POSTGRES);
  const folder = mkdtempSync(join(tmpdir(), 'syntony-pg-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  // it refuses root, so it is somebody else there, and the folder is theirs
  const user = process.getuid?.() === 0 ? someUser() : null;
  if (user !== null) {
    chmodSync(folder, 0o755);
    chownSync(folder, user.uid, user.gid);
    chownSync(data, user.uid, user.gid);
  }
  const as = user === null ? {} : user;
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'syntony', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
    { ...as, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || String(made.error)}`);
  let child: ChildProcess | null = null;
  const gone = (): void => void child?.kill('SIGKILL');
  process.once('exit', gone);

  const start = async (): Promise<void> => {
    rmSync(join(data, 'postmaster.pid'), { force: true });
    const words = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'max_connections=100', ...options];
    const started = spawn(join(bin, 'postgres'), words, { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    child = started;
    let said = '';
    started.stderr.on('data', (text: Buffer) => (said = (said + String(text)).slice(-4000)));
    const until = Date.now() + START_MS;
    for (;;) {
      const ready = spawnSync(join(bin, 'pg_isready'), ['-h', folder, '-q'], { ...as });
      if (ready.status === 0) return;
      if (started.exitCode !== null || Date.now() > until) throw new Error(`PostgreSQL did not start: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const end = async (signal: 'SIGKILL' | 'SIGINT'): Promise<void> => {
    const running = child;
    if (running === null || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    // the postmaster alone is killed: its children notice and end by themselves
    running.kill(signal);
    await ended;
    child = null;
  };
  await start();
  return {
    url: `postgres://syntony@localhost/postgres?host=${encodeURIComponent(folder)}`,
    kill: async () => {
      await end('SIGKILL');
      // children hold the memory for a moment more
      await new Promise((resolve) => setTimeout(resolve, 300));
    },
    start,
    stop: async () => {
      await end('SIGINT');
      process.off('exit', gone);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function someUser(): { readonly uid: number; readonly gid: number } {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((which) =>
      Number(spawnSync('id', [which, name], { encoding: 'utf8' }).stdout.trim() || NaN),
    );
    if (uid !== undefined && gid !== undefined && uid > 0) return { uid, gid };
  }
  throw new Error('PostgreSQL refuses root, and there is no other user here to run it as.');
}
