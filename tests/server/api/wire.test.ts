// What every address has in common: the description, methods, types, sizes; and what is said when the database is away.
import { connect } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../../src/server/api/table.ts';
import { CAPS } from '../../../src/core/replay/replay.ts';
import { logTo } from '../../../src/server/log.ts';
import { run, type Running } from '../../../src/server/run.ts';
import { Player } from '../../../src/tools/service/player.ts';
import { ownPostgres, type OwnPostgres } from '../../../src/tools/service/postgres.ts';
import { TAS, wins } from '../support/replays.ts';
import { content, contentFile, stage, type Run, type Stage } from '../support/service.ts';
import { until } from '../support/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'syntony-wire-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As it is started, on a port of its own. */
function listening(databaseUrl = ''): Promise<Running> {
  return run({
    settings: {
      role: 'all',
      port: 0,
      dataDir: mkdtempSync(join(folder, 'data-')),
      distDir: folder,
      archiveDir: join(folder, 'archive'),
      databaseUrl,
      connections: 5,
      threads: 1,
      proxies: 0,
      limits: false,
      moderators: new Map(),
      logLevel: 'silent',
    },
    content,
    contentFile,
    log: logTo(() => undefined, 'silent'),
  });
}

let on: Stage;
beforeAll(async () => {
  on = await stage();
});
afterAll(() => on.close());

/** Every address once, with something in the place of its names. */
const PATHS = [...new Set(ROUTES.map(({ path }) => path))];
const filled = (path: string): string =>
  path
    .replace('{board}', 'training%2F03%3Aset%3Askip%3Aplain')
    .replace('{month}', '2026-11')
    .replace(/\{(report|deed)\}/, '1')
    .replace(/\{\w+\}/g, 'x'.repeat(22));

describe('the description', () => {
  type Tree = { readonly [name: string]: unknown };
  interface Operation {
    readonly operationId: string;
    readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
    readonly responses: Tree;
    readonly security?: readonly Tree[];
  }

  it('is OpenAPI 3.1 whose references and names all lead somewhere', async () => {
    const document = await on.json<{
      openapi: string;
      info: { title: string; version: string };
      paths: Record<string, Record<string, Operation>>;
      components: { securitySchemes: Tree };
    }>('/api/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual([...PATHS].sort());
    const ids: string[] = [];
    for (const [path, methods] of Object.entries(document.paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const operation of Object.values(methods)) {
        ids.push(operation.operationId);
        const declared = operation.parameters.filter((one) => one.in === 'path');
        expect([path, declared.map(({ name }) => name).sort()]).toEqual([path, [...names].sort()]);
        expect(declared.every(({ required }) => required)).toBe(true);
        expect(Object.keys(operation.responses).length).toBeGreaterThan(1);
        for (const scheme of (operation.security ?? []).flatMap((one) => Object.keys(one)))
          expect(Object.keys(document.components.securitySchemes)).toContain(scheme);
      }
    }
    expect(new Set(ids).size).toBe(ROUTES.length);
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const { $ref } = node as { $ref?: unknown };
      if (typeof $ref === 'string') {
        expect($ref).toMatch(/^#\//);
        const found = $ref
          .slice(2)
          .split('/')
          .reduce<unknown>((at, step) => (at as Tree | undefined)?.[step], document);
        expect([$ref, typeof found]).toEqual([$ref, 'object']);
      }
      Object.values(node).forEach(walk);
    };
    walk(document);
  });
});

describe('every address', () => {
  it.each(PATHS)('says which methods it has: %s', async (path) => {
    const methods: string[] = ROUTES.filter((one) => one.path === path).map(({ method }) => method);
    const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])];
    for (const method of ['GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'OPTIONS'].filter((one) => !allowed.includes(one))) {
      const answer = await on.fetch(filled(path), { method });
      expect([method, answer.status, answer.headers.get('Allow')]).toEqual([method, 405, allowed.join(', ')]);
    }
  });

  it.each(ROUTES.filter(({ method }) => method === 'GET').map(({ path }) => path))(
    'says the same of HEAD as of GET: %s',
    async (path) => {
      const [get, head] = [await on.fetch(filled(path)), await on.fetch(filled(path), { method: 'HEAD' })];
      const { 'content-length': length, ...headers } = Object.fromEntries(head.headers);
      const { 'content-length': _, ...wanted } = Object.fromEntries(get.headers);
      expect([head.status, headers]).toEqual([get.status, wanted]);
      expect(await head.text()).toBe('');
      if (path === '/api/events') await get.body?.cancel();
      else expect(Number(length)).toBe((await get.arrayBuffer()).byteLength);
    },
  );

  it('has a body of its own type, and no other', async () => {
    const player = await on.player();
    const sent = async (path: string, type: string) => {
      const answer = await player.ask('POST', path, Buffer.from('{}'), type);
      return [answer.status, ((await answer.json()) as { error: { code: string } }).error.code];
    };
    expect(await sent('/api/runs', 'application/json')).toEqual([415, 'wrongType']);
    expect(await sent('/api/tickets', 'text/plain')).toEqual([415, 'wrongType']);
    expect(await sent('/api/tickets', 'application/json; charset=utf-8')).toEqual([400, 'badBody']);
    const headers = {
      Authorization: player.signed('POST', '/api/runs'),
      'Content-Type': 'application/octet-stream',
      'Content-Encoding': 'br',
    };
    expect((await on.fetch('/api/runs', { method: 'POST', headers, body: 'x' })).status).toBe(415);
  });

  it('that is none is said to be none, in JSON', async () => {
    const answer = await on.fetch('/api/nothing/here');
    expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([
      404,
      'notFound',
    ]);
  });
});

describe('over the wire', { timeout: 120_000 }, () => {
  it('is said to be too large while it is still coming', async () => {
    const running = await listening();
    const { hostname, port } = new URL(running.url);
    const socket = connect({ host: hostname, port: Number(port) });
    const player = new Player((path, init) => fetch(running.url + path, init));
    let said = '';
    let sent = 0;
    socket.on('data', (text) => (said += String(text)));
    // it may be cut off in the midst of a chunk
    socket.on('error', () => undefined);
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.write(
      `POST /api/runs HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: ${player.signed('POST', '/api/runs')}\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    const chunk = Buffer.from(`10000\r\n${'x'.repeat(0x10000)}\r\n`);
    const write = (): void => {
      if (socket.destroyed || said !== '') return;
      sent += 0x10000;
      socket.write(chunk, () => setImmediate(write));
    };
    write();
    await until('an answer', () => said !== '');
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
    expect(said.toLowerCase()).toContain('connection: close');
    await closed;
    expect(sent).toBeLessThan(CAPS.bytes * 20);
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
    await running.stop();
  });

  it('waits out a database that goes away and comes back, and loses nothing that it acknowledged', async () => {
    let postgres: OwnPostgres | null = null;
    let running: Running | null = null;
    try {
      postgres = await ownPostgres();
      running = await listening(postgres.url);
      const { url } = running;
      const ask = (path: string, init?: RequestInit) => fetch(url + path, init);
      const player = await Player.registered(ask, 'Here Before');
      const files = [...wins(TAS, 6)].sort((x, y) => y.ticks - x.ticks).map((replay) => player.bound(replay, TAS));
      const acknowledged: string[] = [];
      const send = async (bytes: Uint8Array): Promise<number> => {
        const answer = await player.send(bytes);
        if (answer.status === 202) acknowledged.push(((await answer.json()) as Run).id);
        else await answer.body?.cancel();
        return answer.status;
      };
      for (const bytes of files.slice(0, 3)) expect(await send(bytes)).toBe(202);
      await postgres.kill();
      for (const path of ['/readyz', '/api/boards', `/api/runs/${acknowledged[0]}`]) {
        const answer = await ask(path);
        const { error } = (await answer.json()) as { error: { code: string; message: string } };
        expect([path, answer.status, error.code]).toEqual([path, 503, 'away']);
        expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
      }
      expect((await ask('/healthz')).status).toBe(200);
      expect(await send(files[3])).toBe(503);
      await postgres.start();
      await until('it is ready', async () => (await ask('/readyz')).status === 200);
      for (const bytes of files.slice(3)) expect(await send(bytes)).toBe(202);
      for (const id of acknowledged) {
        const verdict = await until('a verdict', async () => {
          const answer = await ask(`/api/runs/${id}`);
          const found = (await answer.json()) as Run;
          return answer.ok && found.state !== 'pending' ? found.verdict : undefined;
        });
        expect(verdict).toMatch(/^verified$|^unranked:notBest$/);
      }
    } finally {
      await running?.stop();
      await postgres?.stop();
    }
  });
});
