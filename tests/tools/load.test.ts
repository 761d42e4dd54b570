// The load tool, on a service in this process and on a few that are no service: what it counts, and what it refuses.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inputHash } from '../../src/core/board/submission.ts';
import { NO_CITIES } from '../../src/core/run/cities.ts';
import { run } from '../../src/server/run.ts';
import { readSettings } from '../../src/server/settings.ts';
import { answer, EXIT } from '../../src/tools/cli.ts';
import { readLevelContent } from '../../src/tools/content.ts';
import { readLevels } from '../../src/tools/files.ts';
import { load } from '../../src/tools/load/command.ts';
import { borne, drive } from '../../src/tools/load/drive.ts';
import { quantile } from '../../src/tools/load/figures.ts';
import { paced } from '../../src/tools/load/pace.ts';
import { BOARD, distinctRuns, submitsOf } from '../../src/tools/load/traffic.ts';
import { loopback } from '../../src/tools/load/wire.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) await end();
});

async function asked(...words: string[]): Promise<{ readonly code: number; readonly said: string }> {
  let said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
  const code = await answer('load', '', { '': load }, words);
  return { code, said };
}

describe('the load tool refuses', () => {
  it.each([
    'http://boards.example',
    'http://192.168.1.4:8080',
    'http://127.0.0.1.example:8080',
    'http://localhost@10.0.0.1',
  ])('a service elsewhere: %s', async (url) => {
    const { code, said } = await asked('--url', url);
    expect(code).toBe(EXIT.badInput);
    expect(said).toContain('is for a service on this machine');
  });

  it.each([
    [['--url', 'localhost'], '--url should be as http://localhost:8080'],
    [['--url', 'https://localhost:1'], 'should begin with http://'],
    [['--url', 'http://localhost:1', '--rps', '2001'], '--rps should be a whole number from 1 to 2000'],
    [['--url', 'http://localhost:1', '--seconds', '601'], '--seconds should be a whole number from 1 to 600'],
    [
      ['--url', 'http://localhost:1', '--rps', '2000', '--seconds', '51'],
      '100000 are the most; at that rate --seconds 50',
    ],
    [[], '--url is missing'],
  ])('%s', async (words, why) => {
    const { code, said } = await asked(...words);
    expect(code).toBe(EXIT.badInput);
    expect(said).toContain(why);
  });

  it('an address where nobody answers, and says what to start', async () => {
    const server = await listening(createServer());
    const url = urlOf(server);
    await new Promise((done) => server.close(done));
    const { code, said } = await asked('--url', url);
    expect(code).toBe(EXIT.badInput);
    expect(said).toContain('LIMITS=off npm start');
  });

  it('what is no service, and a service with limits', async () => {
    const other = await listening(createServer((_, response) => response.end('hello')));
    expect((await asked('--url', urlOf(other))).said).toContain('is no boards service');
    const limited = await listening(
      createServer(({ url }, response) => {
        if (url === '/metrics') response.end('syntony_runs_waiting 0\n');
        else response.writeHead(429).end('{}');
      }),
    );
    expect((await asked('--url', urlOf(limited))).said).toContain('start it with LIMITS=off');
  });

  it('takes every name that this machine has for itself', () => {
    for (const url of ['http://localhost:1', 'http://127.0.0.1:1', 'http://127.1.2.3', 'http://[::1]:8080'])
      expect(loopback(url).href).toContain(url);
  });
});

describe('its pace', () => {
  it('is the clock’s: while answers take long, requests go on', async () => {
    let most = 0;
    let underWay = 0;
    let began = 0;
    const seen: number[] = [];
    const { sent, unsent } = await paced({ rps: 100, seconds: 1, connections: 200 }, async (nth, due) => {
      if (seen.push(nth) === 1) began = due - nth * 10;
      most = Math.max(most, ++underWay);
      // nobody is answered before the last is due
      await vi.waitUntil(() => performance.now() - began > 1000, { timeout: 20_000 });
      underWay--;
    });
    expect(sent + unsent).toBe(100);
    expect([seen.length, most > 50]).toEqual([sent, true]);
    expect(seen).toEqual([...seen].sort((x, y) => x - y));
  });

  it('counts what no connection was free for in time', async () => {
    const all: number[] = [];
    let began = 0;
    const { sent, unsent } = await paced({ rps: 100, seconds: 2, connections: 1 }, async (nth, due) => {
      if (nth === 0) began = due;
      all.push(nth);
      // the first holds the only connection until the last is due
      if (nth === 0) await vi.waitUntil(() => performance.now() - began > 2000, { timeout: 20_000 });
    });
    expect(sent + unsent).toBe(200);
    expect(unsent).toBeGreaterThan(50);
    expect(all).toHaveLength(sent);
  });
});

describe('its figures', () => {
  it('are the ones in the middle and near the end', () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect([quantile(values, 0.5), quantile(values, 0.99), quantile(values, 1)]).toEqual([50, 99, 100]);
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([7], 0.99)).toBe(7);
  });

  it('are of runs that all differ, the slowest first', () => {
    const runs = distinctRuns(readLevelContent(), BOARD, { count: 30, from: 5, onRun: () => undefined });
    expect(new Set(runs.map(inputHash)).size).toBe(30);
    const ticks = runs.map((one) => one.ticks);
    expect(ticks).toEqual([...ticks].sort((x, y) => y - x));
    expect(submitsOf(2000)).toBe(500);
  });
});

it('drives a service: all is sent, answered and judged', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'syntony-load-'));
  ends.push(() => Promise.resolve(rmSync(folder, { recursive: true, force: true })));
  const env = {
    PORT: '0',
    LIMITS: 'off',
    LOG: 'silent',
    DATA_DIR: folder,
    DIST_DIR: folder,
    ARCHIVE_DIR: join(folder, 'archive'),
  };
  const contentFile = { levels: readLevels().files, program: null, cities: NO_CITIES };
  const service = await run({ settings: readSettings(env, []), content: readLevelContent(), contentFile });
  ends.push(service.stop);
  const report = await drive({ url: new URL(service.url), rps: 40, seconds: 2, players: 3, connections: 64 });
  expect(report.sent + report.unsent).toBe(80);
  expect(report.accepted).toBe(report.statuses['202']);
  expect(report.errors).toEqual({});
  expect(Object.keys(report.statuses).filter((status) => Number(status) >= 500 || status === '429')).toEqual([]);
  expect(report.routes.map(({ answers }) => answers).reduce((sum, n) => sum + n, 0)).toBe(report.sent);
  expect(report.verdicts.byEnd + report.verdicts.after).toBe(report.verdicts.wanted);
  expect(await service.store.runs.waiting()).toBe(0);
  expect(borne({ ...report, unsent: 0 })).toBe(true);
  expect(borne({ ...report, unsent: 1 })).toBe(false);
  expect(borne({ ...report, statuses: { '202': 1, '500': 1 } })).toBe(false);
}, 60_000);

async function listening(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => new Promise((done) => (server.close(() => done()), server.closeAllConnections())));
  return server;
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
