// Who somebody is, what they are called, what is done about it, and what is left of them: nothing, when they say so.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Player } from '../../../src/tools/service/player.ts';
import { PLAIN, wins } from '../support/replays.ts';
import { stage, type Run, type Stage } from '../support/service.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage({ judges: true });
});
afterAll(() => on.close());

interface Me {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly why: string | null;
}
const codeOf = async (answer: Response): Promise<string> =>
  `${answer.status} ${((await answer.json()) as { error: { code: string } }).error.code}`;
const register = (name: string) => {
  const player = new Player(on.fetch, on.service.now);
  return player.post('/api/players', { key: player.key, name });
};
const WEEK_MS = 7 * 24 * 3600 * 1000;

describe('impersonation', () => {
  it('of a key is not had: the public id is its hash, and only the key signs', async () => {
    const [ada, eva] = [await on.player('Ada'), await on.player('Eva')];
    expect(ada.id).toBe(
      createHash('sha256').update(Buffer.from(ada.key, 'base64url')).digest('base64url').slice(0, 22),
    );
    const claim = eva.signed('GET', '/api/me').replace(eva.id, ada.id);
    expect(await codeOf(await on.fetch('/api/me', { headers: { Authorization: claim } }))).toBe('401 badSignature');
    const stranger = new Player(on.fetch, on.service.now);
    expect(await codeOf(await stranger.post('/api/players', { key: ada.key }))).toBe('401 badSignature');
    expect(await codeOf(await stranger.ask('GET', '/api/me'))).toBe('401 badSignature');
    expect((await on.fetch('/api/me')).status).toBe(401);
  });

  it('of an order is not had: another path, body, method or hour is another order', async () => {
    const ada = await on.player();
    const ask = (method: string, path: string, header: string, body = '{}') =>
      on.fetch(path, {
        method,
        headers: { Authorization: header, 'Content-Type': 'application/json' },
        ...(method === 'GET' ? {} : { body }),
      });
    const good = ada.signed('GET', '/api/me');
    expect((await ask('GET', '/api/me', good)).status).toBe(200);
    expect((await ask('GET', '/api/me/export', good)).status).toBe(401);
    expect((await ask('GET', '/api/me?x=1', good)).status).toBe(401);
    expect((await ask('DELETE', '/api/me', good)).status).toBe(401);
    expect((await ask('PATCH', '/api/me', ada.signed('PATCH', '/api/me', '{}'), '{ }')).status).toBe(401);
    on.clock.at += 300_001;
    expect(await codeOf(await ask('GET', '/api/me', good))).toBe('401 badClock');
  });

  it.each([
    [
      'Zoe Quick',
      ['zoe quick', 'Zoe  Quick', 'ZoeQuick', 'Zo\u00e9 Quick', 'Zoe-Quick', 'Zoe Qu1ck', 'Zoe Qulck', 'Z0e Quick'],
    ],
    ['corn', ['com', 'c0rn', '\u0441\u043e\u043c']],
    ['vivid', ['wid', 'vlvid'].slice(1)],
  ])('by a name like %j', async (name, alike) => {
    expect((await register(name)).status).toBe(200);
    for (const one of alike) expect([one, await codeOf(await register(one))]).toEqual([one, '409 nameTaken']);
  });

  it.each([
    'admin',
    'Adm1n',
    'M0derator',
    'Syntony',
    '\u0410dmin',
    'a\u200bda',
    'x',
    'x'.repeat(25),
    '\u202eadA',
    '...',
    '<b>',
    'Ada\nAda\u0000',
  ])('by what nobody may be called: %j', async (name) => {
    expect(await codeOf(await register(name))).toBe('400 badBody');
  });

  it('does not keep anybody from a name of their own', async () => {
    for (const name of [
      'Pompom',
      'Jos\u00e9',
      'Õie',
      '\u7530\u4e2d',
      '\u0418\u0432\u0430\u043d',
      'Anne-Marie O\u2019Neill',
      'Runner 8',
    ])
      expect([name, (await register(name)).status]).toEqual([name, 200]);
  });

  it('takes no name from who chose none, though their own is taken', async () => {
    const player = new Player(on.fetch, on.service.now);
    await register(`Runner ${player.id.replace(/[_-]/g, '').slice(0, 6)}`);
    const answer = await player.post('/api/players', { key: player.key });
    expect([answer.status, ((await answer.json()) as Me).name]).toEqual([200, expect.stringMatching(/^Runner \w{6}$/)]);
  });
});

describe('abuse', () => {
  it.each(['fuck', 'FUCK you', 'f.u.c.k', 'Hit1er', 'p0rn star'])('by a foul name is refused: %s', async (name) => {
    expect(await codeOf(await register(name))).toBe('400 badBody');
  });

  it('by another name every day is not had', async () => {
    const player = await on.player('First Name');
    const rename = (name: string) => player.post('/api/me', { name }, 'PATCH');
    expect((await rename('Second Name')).status).toBe(200);
    const early = await rename('Third Name');
    expect([early.status, early.headers.get('Retry-After')]).toEqual([429, String(WEEK_MS / 1000)]);
    on.clock.at += WEEK_MS;
    expect(((await (await rename('Third Name')).json()) as Me).name).toBe('Third Name');
  });

  it('is reported, hidden, appealed against and taken back, and all of it is written down', async () => {
    const [rude, neighbour] = [await on.player('Rude One'), await on.player('Neighbour')];
    const [replay] = wins(PLAIN, 1);
    const run = await on.verdictOn(rude, rude.bound(replay, PLAIN));
    const report = { target: run.id, reason: 'cheating', words: 'see the third bend' };
    expect((await neighbour.post('/api/reports', report)).status).toBe(201);
    expect(await codeOf(await neighbour.post('/api/appeals', { target: run.id, words: 'not mine' }))).toBe(
      '403 notAllowed',
    );
    expect(await codeOf(await neighbour.post('/api/reports', { ...report, target: 'x'.repeat(22) }))).toBe(
      '404 notFound',
    );
    type Queue = { reports: { kind: string; target: string; words: string }[] };
    const queue = async () =>
      ((await (await on.moderate('GET', '/api/moderation/queue')).json()) as Queue).reports.filter(({ target }) =>
        [run.id, rude.id].includes(target),
      );
    expect(await queue()).toMatchObject([{ kind: 'report', words: 'see the third bend' }]);

    const deed = { deed: 'hidePlayer', target: rude.id, reason: 'the name is rude' };
    expect(
      (
        await on.fetch('/api/moderation/deeds', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(deed),
        })
      ).status,
    ).toBe(401);
    const guess = { Authorization: 'Bearer a-token-of-a-moderatos', 'Content-Type': 'application/json' };
    expect(
      (await on.fetch('/api/moderation/deeds', { method: 'POST', headers: guess, body: JSON.stringify(deed) })).status,
    ).toBe(403);
    expect((await on.moderate('POST', '/api/moderation/deeds', { ...deed, reason: '' })).status).toBe(400);
    expect((await on.moderate('POST', '/api/moderation/deeds', deed)).status).toBe(201);
    const path = `/api/boards/${encodeURIComponent(PLAIN)}`;
    const shown = async () => (await on.json<{ entries: { run: string }[] }>(path)).entries.map((one) => one.run);
    expect(await shown()).not.toContain(run.id);
    expect((await on.fetch(`/api/players/${rude.id}`)).status).toBe(404);
    expect((await (await rude.ask('GET', '/api/me')).json()) as Me).toMatchObject({
      hidden: true,
      why: 'the name is rude',
    });
    expect(await codeOf(await rude.post('/api/tickets', { board: PLAIN }))).toBe('403 playerHidden');

    expect((await rude.post('/api/appeals', { target: rude.id, words: 'it is a family name' })).status).toBe(201);
    expect(await queue()).toContainEqual(expect.objectContaining({ kind: 'appeal', words: 'it is a family name' }));
    type Deeds = { deeds: { id: number; by: string; deed: string; reason: string; undoes: number | null }[] };
    const deeds = async () =>
      ((await (await on.moderate('GET', '/api/moderation/deeds?limit=2')).json()) as Deeds).deeds;
    const [done] = await deeds();
    expect(done).toMatchObject({ by: 'mo', deed: 'hidePlayer', reason: 'the name is rude' });
    expect((await on.moderate('DELETE', `/api/moderation/deeds/${done.id}`)).status).toBe(204);
    expect(await codeOf(await on.moderate('DELETE', `/api/moderation/deeds/${done.id}`))).toBe('409 undoneAlready');
    expect(await shown()).toContain(run.id);
    expect(await deeds()).toMatchObject([{ deed: 'showPlayer', undoes: done.id }, { id: done.id }]);

    await on.moderate('POST', '/api/moderation/deeds', {
      deed: 'renamePlayer',
      target: rude.id,
      reason: 'a kinder name',
      name: 'Kind One',
    });
    expect(((await (await rude.ask('GET', '/api/me')).json()) as Me).name).toBe('Kind One');
  });
});

/** All that its files hold: the database, its log, its index. */
const bytesOf = (): Map<string, Buffer> =>
  new Map(readdirSync(on.folder).map((name) => [name, readFileSync(join(on.folder, name))]));
const holding = (needle: Buffer): string[] =>
  [...bytesOf()].filter(([, bytes]) => bytes.includes(needle)).map(([name]) => name);

describe('accounts', () => {
  it('are all that is kept of anybody, and they may have it', async () => {
    const player = await on.player('Export Me');
    const [, replay] = wins(PLAIN, 2);
    const run = await on.verdictOn(player, player.bound(replay, PLAIN));
    const answer = await player.ask('GET', '/api/me/export');
    expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment/);
    const all = (await answer.json()) as { me: Me; key: string; runs: Run[] };
    expect(all).toMatchObject({ me: { name: 'Export Me', id: player.id }, key: player.key });
    expect(all.runs.map(({ id }) => id)).toEqual([run.id]);
  });

  it('are deleted to the last byte', async () => {
    const player = await on.player('Wilhelmina Forgettable');
    const board = 'training/04:set:skip:plain';
    const [replay] = wins(board, 1);
    const { ticket } = await player.ticket(board);
    await on.playLive(player, replay, ticket);
    const bytes = player.bound(replay, board, ticket);
    const run = await on.verdictOn(player, bytes);
    await on.moderate('POST', '/api/moderation/deeds', { deed: 'hideRun', target: run.id, reason: 'Wilhelmina asked' });
    expect((await player.post('/api/appeals', { target: run.id, words: 'Wilhelmina appeals' })).status).toBe(201);
    const traces = [
      player.id,
      player.key,
      'Wilhelmina',
      'wilhelmina',
      run.id,
      ticket,
      Player.checkpoints(replay)[1].chain,
    ].map((one) => Buffer.from(one));
    traces.push(Buffer.from(bytes.subarray(0, 64)), Buffer.from(bytes.subarray(-64)));
    for (const one of traces.filter((_, i) => i !== 3))
      expect([String(one), holding(one)]).not.toEqual([String(one), []]);
    expect((await player.ask('DELETE', '/api/me')).status).toBe(204);
    for (const one of traces) expect([String(one), holding(one)]).toEqual([String(one), []]);
    expect((await on.fetch(`/api/runs/${run.id}`)).status).toBe(404);
    expect((await on.fetch(`/api/players/${player.id}`)).status).toBe(404);
    expect(await codeOf(await player.ask('GET', '/api/me'))).toBe('401 badSignature');
    expect((await register('Wilhelmina Forgettable')).status).toBe(200);
  });

  it('have no password, and nobody’s address is written down', () => {
    const schema = readFileSync(new URL('../../../src/server/store/schema.ts', import.meta.url), 'utf8');
    expect(schema).not.toMatch(/password|secret_hash|email|address|\bip\b/i);
    expect(holding(Buffer.from('192.0.2.1'))).toEqual([]);
    expect(on.log.filter((line) => line.includes('192.0.2.1') || line.includes('Wilhelmina'))).toEqual([]);
  });
});

describe('a browser', () => {
  it.each(['/api/boards', '/api/nothing', '/healthz', '/readyz', '/api/openapi.json', '/nowhere'])(
    'runs no script that is not ours, and shows us in no frame: %s',
    async (path) => {
      const { headers } = await on.fetch(path);
      const csp = headers.get('Content-Security-Policy') ?? '';
      expect(csp).toContain("default-src 'self'");
      expect(csp).toContain("frame-ancestors 'none'");
      expect(csp).not.toMatch(/unsafe|\*|http:/);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('X-Frame-Options')).toBe('DENY');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    },
  );

  it('of another site may not read or order anything: CORS is closed', async () => {
    const headers = { Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'POST' };
    for (const [method, path] of [
      ['OPTIONS', '/api/runs'],
      ['GET', '/api/boards'],
      ['OPTIONS', '/api/me'],
    ] as const) {
      const answer = await on.fetch(path, { method, headers });
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('asks again only for what is new: ETag and Cache-Control', async () => {
    const first = await on.fetch('/api/boards');
    const tag = first.headers.get('ETag') ?? '';
    expect(first.headers.get('Cache-Control')).toBe('public, max-age=10');
    expect((await on.fetch('/api/boards', { headers: { 'If-None-Match': tag } })).status).toBe(304);
    const player = await on.player();
    expect((await player.ask('GET', '/api/me')).headers.get('Cache-Control')).toBe('no-store');
    expect((await on.fetch('/api/boards/nonsense')).headers.get('Cache-Control')).toBe('no-store');
  });
});
