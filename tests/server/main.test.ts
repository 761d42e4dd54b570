// The server as it is started: settings that cannot be meant are one clear line and exit code 1.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { contentFile } from '../../src/tools/content-file.ts';
import { ROOT } from '../../src/tools/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'syntony-server-'));
const data = join(folder, 'data');
const dist = join(folder, 'dist');
mkdirSync(dist);
writeFileSync(join(dist, 'content.json'), contentFile());
writeFileSync(join(folder, 'file'), '');
mkdirSync(join(folder, 'shut'));
chmodSync(join(folder, 'shut'), 0o500);
afterAll(() => rmSync(folder, { recursive: true }));

/** Between two machines, and of the moment: not of what was asked for. */
const HOPS = ['date', 'connection', 'keep-alive'];
const START = ['--import', 'tsx', 'src/server/main.ts'];

function refused(env: Record<string, string>) {
  const all = { ...process.env, DATA_DIR: data, DIST_DIR: dist, PORT: '0', ...env };
  const { status, stderr, stdout } = spawnSync(process.execPath, START, {
    cwd: ROOT,
    env: all,
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { status, stderr, stdout };
}

describe('the server', { timeout: 60_000 }, () => {
  it.each([
    ['file', 'EEXIST'],
    ['file/below', 'ENOTDIR'],
    // Nothing is shut to root.
    ...(process.getuid?.() === 0 ? [] : [['shut', 'EACCES']]),
  ])('will not start without a folder for its data: %s', (name, code) => {
    const path = join(folder, name);
    expect(refused({ DATA_DIR: path })).toEqual({
      status: 1,
      stdout: '',
      stderr: `DATA_DIR must be a folder that can be written to; "${path}" is not (${code}).\n`,
    });
  });

  it.each(['0x1f90', '8e3', ' 80', '-1', '65536', '80.5', 'http', '123456'])('takes no port but digits: %j', (port) => {
    const stderr = `PORT must be a number from 0 to 65535, not "${port}".\n`;
    expect(refused({ PORT: port })).toEqual({ status: 1, stdout: '', stderr });
  });

  it.each([
    [{ ROLE: 'judge' }, '--role must be one of all, web, worker, not "judge".'],
    [
      { ROLE: 'worker' },
      '--role worker shares the work with other processes, so it needs a database that they share: DATABASE_URL=postgres://…',
    ],
    [
      { DATABASE_URL: 'mysql://here' },
      'DATABASE_URL must begin with postgres://; without it the boards are kept in a file under DATA_DIR.',
    ],
    [{ JUDGES: '0' }, 'JUDGES must be a number from 1 to 64, not "0".'],
    [{ LIMITS: 'no' }, 'LIMITS must be on or off, not "no".'],
    [{ LOG: 'loud' }, 'LOG must be one of debug, info, warn, error, silent, not "loud".'],
    [
      { MODERATORS: 'ada:short' },
      'MODERATORS must be name:token,name:token, each token of 16 signs or more and without gaps.',
    ],
    [
      { DIST_DIR: join(folder, 'nowhere') },
      `There is no ${join(folder, 'nowhere', 'content.json')}: npm run build makes it, and npm start builds first.`,
    ],
  ])('says in one line what cannot be meant: %j', (env, line) => {
    expect(refused(env)).toEqual({ status: 1, stdout: '', stderr: `${line}\n` });
  });

  it('says the same of HEAD as of GET, over the wire', async () => {
    const child = spawn(process.execPath, START, {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: data, DIST_DIR: dist, PORT: '0' },
    });
    try {
      const said = await new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(String(text))));
      const at = /http:\S+/.exec(said)?.[0] ?? '';
      for (const path of ['/healthz', '/nowhere']) {
        const [get, head] = [await fetch(at + path), await fetch(at + path, { method: 'HEAD' })];
        const headers = [get, head].map((one) =>
          Object.fromEntries([...one.headers].filter(([name]) => !HOPS.includes(name))),
        );
        expect([head.status, headers[1]]).toEqual([get.status, headers[0]]);
      }
    } finally {
      child.kill('SIGTERM');
    }
  });

  it('takes an empty PORT for none', async () => {
    // Somebody may sit on 8080; then it says so, which is as good an answer here.
    const busy = await new Promise<boolean>((resolve) => {
      const probe = createServer().on('error', () => resolve(true));
      probe.listen(8080, () => probe.close(() => resolve(false)));
    });
    const child = spawn(process.execPath, START, {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: data, DIST_DIR: dist, PORT: '' },
    });
    // the line that is waited for says the port
    const said = await new Promise<string>((resolve) => {
      let all = '';
      const hear = (text: unknown): void => {
        all += String(text);
        const line = /^(Port \d+ is in use|Syntony is at \S+)/m.exec(all);
        if (line !== null) resolve(line[0]);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
    });
    child.kill('SIGTERM');
    expect(said).toBe(busy ? 'Port 8080 is in use' : 'Syntony is at http://localhost:8080');
  });
});
