// Too many, too much, too long, and things that are nothing at all: each is refused in words, and the service goes on.
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/server/api/limits.ts';
import { ROUTES } from '../../../src/server/api/table.ts';
import { encode } from '../../../src/core/replay/codec.ts';
import { CAPS } from '../../../src/core/replay/replay.ts';
import { addRun } from '../../../src/server/store/runs.ts';
import { Player } from '../../../src/tools/service/player.ts';
import { PLAIN, TAS, wins } from '../support/replays.ts';
import { newRun } from '../support/rows.ts';
import { stage, type Stage } from '../support/service.ts';
import { until } from '../support/until.ts';

const codeOf = async (answer: Response): Promise<string> =>
  `${answer.status} ${((await answer.json()) as { error: { code: string } }).error.code}`;

describe('flooding', () => {
  let on: Stage;
  let address = '192.0.2.1';
  beforeAll(async () => {
    on = await stage({ limits: true, addressOf: () => address });
  });
  afterAll(() => on.close());

  it('by one address is let through no faster than its bucket fills, and others are not kept waiting', async () => {
    const { burst, perSecond } = LIMITS.read;
    const ask = async () => (await on.fetch('/api/boards?plan=x')).status;
    for (let i = 0; i < burst; i++) expect(await ask()).toBe(200);
    const refused = await on.fetch('/api/boards?plan=x');
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThanOrEqual(1);
    expect(await codeOf(refused)).toBe('429 tooMany');
    address = '192.0.2.2';
    expect(await ask()).toBe(200);
    address = '192.0.2.1';
    on.clock.at += 1000 / perSecond;
    expect([await ask(), await ask()]).toEqual([200, 429]);
    // another kind of asking has its own
    const player = new Player(on.fetch, on.service.now);
    expect((await player.post('/api/players', { key: player.key })).status).toBe(200);
  });

  it('by one player from many addresses is let through no faster either', async () => {
    const player = await on.player();
    const said: number[] = [];
    for (let i = 0; i <= LIMITS.ticket.burst; i++) {
      address = `198.51.100.${i}`;
      said.push((await player.post('/api/tickets', { board: PLAIN })).status);
    }
    expect(said.filter((status) => status === 201)).toHaveLength(LIMITS.ticket.burst);
    expect(said.at(-1)).toBe(429);
  });

  it('by new players from one address is let through no faster', async () => {
    address = '203.0.113.7';
    const said: number[] = [];
    for (let i = 0; i <= LIMITS.player.burst; i++) {
      const player = new Player(on.fetch, on.service.now);
      said.push((await player.post('/api/players', { key: player.key })).status);
    }
    expect(said).toEqual([...Array.from({ length: LIMITS.player.burst }, () => 200), 429]);
  });

  it('with slower runs costs no judging, and runs are no closer than they are long', async () => {
    const free = await stage();
    const player = await free.player();
    const [fast, slow, fastest] = [...wins(TAS, 3)].sort((x, y) => x.ticks - y.ticks).map((replay) => replay);
    const best = newRun(player.id, { board: TAS, ticks: fast.ticks, state: 'verified', verdict: 'verified' });
    await free.store.db.write((tx) => addRun(tx, { ...best, state: 'pending' }, new Uint8Array([1])));
    const judged = {
      state: 'verified',
      verdict: 'verified',
      inputs: 'x',
      live: false,
      paused: false,
      assists: [],
      suspect: null,
    } as const;
    await free.store.runs.keep([{ ...judged, run: best, ticks: fast.ticks }], 5);
    for (const replay of [slow, fastest]) {
      const answer = await player.send(player.bound(replay, TAS));
      expect(await answer.json()).toMatchObject({ verdict: 'unranked:notBest' });
    }
    expect(await free.store.runs.waiting()).toBe(0);
    // whoever has saved up half a day of runs has spent it
    const other = await free.player();
    await free.store.db.run({ parts: ['update players set paid_until = ', ''], values: [free.clock.at] });
    const bytes = other.bound(slow, TAS);
    const early = await other.send(bytes);
    const wait = Number(early.headers.get('Retry-After'));
    expect([early.status, wait]).toEqual([429, Math.ceil(slow.ticks / 120)]);
    free.clock.at += wait * 1000;
    expect((await other.send(bytes)).status).toBe(202);
    await free.close();
  });
});

describe('what is sent', () => {
  let on: Stage;
  let player: Player;
  beforeAll(async () => {
    on = await stage();
    player = await on.player();
  });
  afterAll(() => on.close());

  const send = (bytes: Uint8Array, encoding = '') => {
    const headers: Record<string, string> = {
      Authorization: player.signed('POST', '/api/runs', bytes),
      'Content-Type': 'application/octet-stream',
    };
    if (encoding !== '') headers['Content-Encoding'] = encoding;
    return on.fetch('/api/runs', { method: 'POST', headers, body: Buffer.from(bytes) });
  };

  it('may be no larger than a run can be: an oversized body is refused by what it says, and by what it is', async () => {
    expect(await codeOf(await send(new Uint8Array(CAPS.bytes + 1)))).toBe('413 tooLarge');
    expect(await codeOf(await send(new Uint8Array(CAPS.bytes)))).toBe('400 badReplay');
    const lying = new Request('http://localhost/api/runs', {
      method: 'POST',
      headers: {
        Authorization: player.signed('POST', '/api/runs'),
        'Content-Type': 'application/octet-stream',
        'Content-Length': '9999999999',
      },
      body: 'x',
    });
    expect((await on.app.fetch(lying)).status).toBe(413);
    const name = { board: PLAIN, content: 'x'.repeat(20_000) };
    expect(await codeOf(await player.post('/api/tickets', name))).toBe('413 tooLarge');
  });

  it('may be no longer than a run of its board, before anything is played', async () => {
    const [replay] = wins(TAS, 1);
    const ticks = 4_000_000;
    const hashes = Array.from({ length: Math.floor(ticks / 600) }, () => replay.final);
    expect(await codeOf(await send(encode({ ...replay, ticks, hashes, board: TAS, player: player.id })))).toBe(
      '400 badReplay',
    );
    expect(await on.store.runs.waiting()).toBe(0);
  });

  it('is unpacked no further than a run may be long: a zip bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(CAPS.bytes);
    expect(await codeOf(await send(bomb, 'gzip'))).toBe('413 tooLarge');
    // and not twice
    expect(await codeOf(await send(gzipSync(gzipSync(Buffer.alloc(1000))), 'gzip'))).toMatch(/^(400 badReplay|401)/);
    expect(await codeOf(await send(Buffer.from('no gzip'), 'gzip'))).toBe('400 badBody');
    expect(await codeOf(await send(bomb.subarray(0, 100), 'gzip'))).toBe('400 badBody');
  });

  it('and is malformed is refused with a reason: never 500, never a run', async () => {
    const [replay] = wins(TAS, 1);
    const good = player.bound(replay, TAS);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          fc.nat(good.length - 1).map((n) => good.slice(0, n)),
          fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, by]) => {
            const bent = Uint8Array.from(good);
            bent[at] ^= by;
            return bent;
          }),
        ),
        async (bytes) => {
          const answer = await send(bytes);
          expect(answer.status).toBe(400);
          const { error } = (await answer.json()) as { error: { message: string } };
          expect(error.message.length).toBeGreaterThan(10);
        },
      ),
      { numRuns: 150 },
    );
    expect(await on.store.runs.waiting()).toBe(0);
  });

  it('as JSON, as a name in the address or as a header, malformed too', async () => {
    const odd = fc.oneof(
      fc.json(),
      fc.string(),
      fc.constantFrom('null', '[]', '{"board":{}}', '"', '\u0000', '{"__proto__":{"x":1}}'),
    );
    const odds = fc.constantFrom(
      '%00',
      '%ff',
      '..',
      '%2e%2e',
      "';--",
      '%E0%A4%A',
      ' ',
      '{}',
      '-1',
      '1e9',
      '\u{1f3b5}',
      'x'.repeat(500),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ROUTES), odd, odds, async (route, body, name) => {
        const path =
          route.path.replace(/\{\w+\}/g, name) +
          (route.query === undefined ? '' : `?limit=${name}&board=${name}&before=${name}`);
        if (route.id === 'events') return;
        const headers: Record<string, string> = {
          'Content-Type': route.bytes === undefined ? 'application/json' : 'application/octet-stream',
        };
        headers['Authorization'] =
          route.who === 'moderator' ? `Bearer a-token-of-a-moderator` : player.signed(route.method, path, body);
        const takesBody = route.body !== undefined || route.bytes !== undefined;
        const answer = await on.fetch(encodeURI(path).replaceAll('%25', '%'), {
          method: route.method,
          headers,
          ...(takesBody ? { body } : {}),
        });
        expect([route.id, name, body, answer.status < 500]).toEqual([route.id, name, body, true]);
        await answer.body?.cancel();
        if (route.id === 'forgetMe' && answer.status === 204) player = await on.player();
      }),
      { numRuns: 400 },
    );
    expect(on.log.filter((line) => line.includes('"error"'))).toEqual([]);
  });
});

describe('an endless or superlinear run', () => {
  it('costs its judge and not the service: it is shown to a person, and the next is judged', async () => {
    // no time at all is what everything takes too long for
    let isPatient = false;
    const on = await stage({ judges: true, budgetMs: () => (isPatient ? 60_000 : 0) });
    const player = await on.player();
    const [one, two] = [...wins(TAS, 2)].sort((x, y) => y.ticks - x.ticks);
    const stuck = await on.verdictOn(player, player.bound(one, TAS));
    expect(stuck).toMatchObject({ verdict: 'unverifiable:stuck', state: 'unverifiable' });
    const { suspects } = await on.store.moderation.queue();
    expect(suspects.map(({ id }) => id)).toEqual([stuck.id]);
    isPatient = true;
    expect((await on.verdictOn(player, player.bound(two, TAS))).verdict).toBe('verified');
    await until('nothing waits', async () => (await on.store.runs.waiting()) === 0);
    await on.close();
  });
});
