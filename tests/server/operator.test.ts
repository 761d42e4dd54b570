// The operator's page: every command on it is run, as it stands there, against a service of its own.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentFile } from '../../src/tools/content-file.ts';
import { readContent } from '../../src/tools/content.ts';
import { ROOT } from '../../src/tools/files.ts';
import { Player } from '../../src/tools/service/player.ts';
import { ownPostgres, type OwnPostgres } from '../../src/tools/service/postgres.ts';
import { startService, type ServiceProcess } from '../../src/tools/service/process.ts';
import { variedRuns } from '../../src/tools/service/runs.ts';

const BOARD = 'training/03:set:skip:plain';
const page = readFileSync(join(ROOT, 'src/server/README.md'), 'utf8');
const lines = [...page.matchAll(/```sh\n([^`]+)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));

const folder = mkdtempSync(join(tmpdir(), 'syntony-operator-'));
const dist = join(folder, 'dist');
const data = join(folder, 'data');
let service: ServiceProcess | undefined;
let postgres: OwnPostgres;
let run = '';
const done = new Set<string>();

beforeAll(async () => {
  mkdirSync(dist);
  writeFileSync(join(dist, 'content.json'), contentFile());
  [postgres, service] = await Promise.all([ownPostgres(), serve()]);
  const { url } = service;
  const player = await Player.registered((path, init) => fetch(url + path, init), 'Ada');
  const [replay] = variedRuns(readContent(), BOARD);
  const answer = await player.send(player.bound(replay, BOARD));
  run = ((await answer.json()) as { id: string }).id;
});
afterAll(async () => {
  await service?.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

function serve(): Promise<ServiceProcess> {
  return startService({ DATA_DIR: data, DIST_DIR: dist, LIMITS: 'off' });
}

/** As it stands on the page, but for what is somebody's own: which port, which database, which run, which folder. */
function typed(line: string): string {
  return line
    .replaceAll('http://localhost:8080', service?.url ?? '')
    .replaceAll('postgres://syntony@localhost/postgres', `'${postgres.url}'`)
    .replaceAll('boards.backup', join(folder, 'boards.backup'))
    .replaceAll('--target RUN', `--target ${run}`);
}

function told(line: string, env: Readonly<Record<string, string>> = {}) {
  done.add(line);
  const { status, stdout, stderr } = spawnSync('sh', ['-c', typed(line)], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: data, DIST_DIR: dist, ...env },
  });
  return { status, said: `${stdout}${stderr}` };
}

async function verdict(): Promise<string> {
  return ((await (await fetch(`${service?.url}/api/runs/${run}`)).json()) as { verdict: string }).verdict;
}

function like(start: string): string {
  const line = lines.find((one) => one.startsWith(start));
  if (line === undefined) throw new Error(`the page has no line that begins with ${start}`);
  return line;
}

describe('the operator’s page', { timeout: 240_000 }, () => {
  // `npm start` builds first, the same whatever is said; what it then runs is run here
  it('has a run to look after', async () => {
    await expect.poll(verdict, { timeout: 30_000 }).toBe('verified');
  });

  it('starts it, alone and shared', async () => {
    const starts = lines.filter((line) => line.includes('npm start'));
    expect(starts.length).toBe(4);
    for (const line of starts) {
      done.add(line);
      const command = typed(line)
        .replace('npm start --', 'npm start')
        .replace('npm start', `exec ${process.execPath} --import tsx src/server/main.ts`);
      const child = spawn('sh', ['-c', command], {
        cwd: ROOT,
        env: { ...process.env, PORT: '0', DATA_DIR: join(folder, 'other'), DIST_DIR: dist },
      });
      try {
        const said = await new Promise<string>((resolve) => {
          child.stdout.on('data', (text) => /Syntony/.test(String(text)) && resolve(String(text)));
          child.once('exit', (code) => resolve(`ended with ${code}`));
        });
        expect(said, line).toMatch(line.includes('worker') ? /judges runs/ : /Syntony is at http/);
      } finally {
        child.kill('SIGTERM');
      }
    }
  });

  it('hands words after -- on to the service', () => {
    expect(readFileSync(join(ROOT, 'src/tools/ground/start.js'), 'utf8')).toContain('...process.argv.slice(2)');
  });

  it('looks after it', () => {
    for (const line of lines.filter((one) => one.startsWith('curl'))) {
      const { status, said } = told(line);
      expect([line, status]).toEqual([line, 0]);
      expect(said).toMatch(/"ok":true|syntony_runs_waiting 0/);
    }
  });

  it('loads and breaks one', () => {
    expect(told(like('npm run load'))).toMatchObject({ status: 0 });
    expect(told(like('npm run test:crash'))).toMatchObject({ status: 0 });
  });

  it('backs up while it runs, and will not restore under its feet', () => {
    expect(told(like('npm run server -- backup'))).toMatchObject({ status: 0 });
    const { status, said } = told(like('npm run server -- restore'));
    expect(said).toMatch(/has .+ open; stop the service first/);
    expect(status).toBe(2);
    expect(told(like('npm run server -- backup')).said).toMatch(/is there already/);
  });

  it('counts, moderates, and takes back', () => {
    expect(told(like('npm run server -- check'))).toMatchObject({ status: 0 });
    expect(told(like('npm run server -- rebuild-ranks')).said).toMatch(/[1-9]\d* places on boards/);
    expect(told(like('npm run server -- deed')).said).toContain('done: hideRun');
    expect(told(like('npm run server -- queue'))).toMatchObject({ status: 0 });
    expect(told(like('npm run server -- undo')).said).toContain('taken back: deed 1');
    expect(told(like('npm run server -- undo')).said).toContain('taken back before');
    expect(told(like('npm run server -- check'))).toMatchObject({ status: 0 });
  });

  it('restores what was backed up, and loses nothing of what was there', async () => {
    await service?.stop();
    const { status, said } = told(like('npm run server -- restore'));
    expect([status, said]).toEqual([0, expect.stringContaining('what was there is')]);
    const aside = /what was there is (\S+)/.exec(said)?.[1] ?? '';
    expect(existsSync(aside)).toBe(true);
    expect(told(like('npm run server -- migrate')).said).toContain('step');
    service = await serve();
    const answer = (await (await fetch(`${service.url}/api/runs/${run}`)).json()) as object;
    expect(answer).toMatchObject({ verdict: 'verified', hidden: false });
  });

  it('backs up and restores PostgreSQL by the same words', () => {
    const env = { DATABASE_URL: postgres.url };
    const [backup, restore] = ['backup', 'restore'].map((one) =>
      like(`npm run server -- ${one}`).replace('boards.backup', join(folder, 'postgres.backup')),
    );
    expect(told(like('npm run server -- migrate'), env)).toMatchObject({ status: 0 });
    expect(told(backup, env)).toMatchObject({ status: 0 });
    expect(told(restore, env)).toMatchObject({ status: 0 });
    expect(told(like('npm run server -- check'), env)).toMatchObject({ status: 0 });
  });

  it('refuses a backup that is none', () => {
    writeFileSync(join(folder, 'boards.backup'), 'not a database at all, though it is longer than a header would be');
    expect(told(like('npm run server -- restore')).said).toMatch(/is no backup of these boards/);
  });

  it('keeps the judge of a build', () => {
    const line = like('npm run server -- archive');
    const { status } = spawnSync('sh', ['-c', `${line} --out ${join(folder, 'kept')}`], { cwd: ROOT });
    done.add(line);
    expect(status).toBe(0);
  });

  it('has no command that was not run here', () => {
    expect(lines.filter((line) => !done.has(line))).toEqual([]);
  });
});
