// Tens of thousands of requests made from the service's own description, and garbage over the wire. Whatever comes, it is
// answered in the words of the description, nothing breaks, nothing piles up, and whoever plays can go on playing.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { below, seedRandom } from '../../src/core/math/random.ts';
import { ownPostgres, postgresBin, type OwnPostgres } from '../../src/tools/service/postgres.ts';
import { startService } from '../../src/tools/service/process.ts';
import { checks } from './support/fuzz-checks.ts';
import { GARBAGE, send } from './support/fuzz-garbage.ts';
import { askFor, rowsOf, type OpenApi, type World } from './support/fuzz-requests.ts';
import { oneOf, type Dice } from './support/fuzz-values.ts';
import { TAS, wins } from './support/replays.ts';
import { MODERATOR, stage, type Stage } from './support/service.ts';

const SEED = Number(process.env['SEED'] ?? 1);
const REQUESTS = 20_000;
const REQUESTS_POSTGRES = 5000;
const GARBAGE_SENT = 600;
/**
 * What each request of the second half may leave in the heap, on the average. What is kept by right is little and bounded: counts
 * by route and status, statements, the keys of players. A header alone is longer than this, and a body has a thousand bytes.
 */
const KEPT_BYTES = 100;
const PLAYERS = 6;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function diceOf(seed: number): Dice {
  const state = new Int32Array(4);
  seedRandom(state, 0, seed);
  return (n) => below(state, 0, n);
}

/** Players with runs, a webhook, a report and a deed: so that there is something behind the names. */
async function settled(on: Stage): Promise<World> {
  const players = [];
  for (let k = 0; k < PLAYERS; k++) players.push(await on.player(`Fuzz ${k + 1}`));
  const [first, second] = players;
  if (first === undefined || second === undefined) throw new Error('nobody plays');
  const all = wins(TAS, 24);
  const runs: string[] = [];
  for (const [k, replay] of all.slice(0, 8).entries()) {
    const player = oneOf(() => k % PLAYERS, players);
    runs.push((await on.verdictOn(player, player.bound(replay, TAS))).id);
  }
  const tickets: string[] = [];
  for (const player of players) for (let k = 0; k < 3; k++) tickets.push((await player.ticket(TAS)).ticket);
  const { id: webhook } = (await (
    await on.moderate('POST', '/api/webhooks', { url: 'https://example.org/' })
  ).json()) as { id: string };
  await second.post('/api/reports', { target: runs[0], reason: 'other', words: 'look' });
  await on.moderate('POST', '/api/moderation/deeds', { deed: 'hideRun', target: runs[0], reason: 'to be looked at' });
  const ids = players.map(({ id }) => id);
  const { boards } = await on.json<{ boards: { id: string }[] }>('/api/boards');
  const real: World['real'] = {
    board: boards.flatMap(({ id }) => [TAS, id]),
    player: ids,
    run: runs,
    ticket: tickets,
    target: [...ids, ...runs],
    webhook: [webhook],
    '{report}': ['1', '2', '3', '9', '20'],
    '{deed}': ['1', '2', '3', '5', '8', '13', '21'],
    month: ['2026-11', '2026-12'],
    filter: ['all', 'live', 'FI'],
    chain: [createHash('sha256').update('').digest('base64url')],
    ticks: ['0', '2000', '3000'],
    after: [`2000.1.1.${first.id}`],
    since: ['0', '1'],
    name: ['Ada', 'Bea Two', 'Ḿerlín'],
  };
  const replay: World['replay'] = (player, dice) =>
    player.bound(oneOf(dice, all), TAS, dice(3) === 0 ? oneOf(dice, tickets) : '');
  return { players, real, replay, token: MODERATOR };
}

interface Tally {
  sent: number;
  bytes: number;
  readonly statuses: Map<string, number>;
  readonly wrong: string[];
}

async function fuzz(on: Stage, world: World, document: OpenApi, seed: number, count: number): Promise<Tally> {
  const dice = diceOf(seed);
  const rows = rowsOf(document);
  const check = checks(document);
  const tally: Tally = { sent: 0, bytes: 0, statuses: new Map(), wrong: [] };
  const kinds = new Set<string>();
  for (let nth = 0; nth < count && tally.wrong.length < 20; nth++) {
    on.clock.at += 20;
    const drawn = oneOf(dice, rows);
    // who forgets everybody at once has nobody left to ask about
    const row = drawn.operation.operationId === 'forgetMe' && dice(5) > 0 ? oneOf(dice, rows) : drawn;
    const asked = askFor(dice, row, world);
    const { method, path, headers, body } = asked;
    const answer = await on.app.request(path, {
      method,
      headers,
      ...(body === null ? {} : { body: new Uint8Array(body) }),
    });
    tally.sent++;
    tally.bytes += path.length + (body?.length ?? 0);
    const key = `${row.operation.operationId} ${answer.status}`;
    tally.statuses.set(key, (tally.statuses.get(key) ?? 0) + 1);
    const wrong = await check(asked, answer);
    // of each kind one
    const kind = `${row.operation.operationId} ${wrong?.slice(0, 20)}`;
    if (wrong !== null && !kinds.has(kind))
      tally.wrong.push(
        `seed ${seed}, request ${nth}, ${method} ${path.slice(0, 120)} ${Buffer.from(body ?? '').toString('utf8', 0, 150)}: ${wrong}`,
      );
    kinds.add(kind);
    // whoever had themselves forgotten is followed by somebody else, who plays as they did
    if (answer.status === 204 && row.operation.operationId === 'forgetMe') {
      const player = await on.player();
      world.players.splice(world.players.indexOf(asked.player), 1, player);
      const replay = world.replay(player, dice);
      await player.send(replay);
      for (const name of ['player', 'target']) known(world, name, player.id);
      for (const name of ['run', 'target'])
        known(world, name, createHash('sha256').update(replay).digest('base64url').slice(0, 22));
      known(world, 'ticket', (await player.ticket(TAS)).ticket);
    }
  }
  return tally;
}

/** In place of an older one. */
function known({ real }: World, name: string, value: string): void {
  real[name] = [...(real[name] ?? []).slice(-20), value];
}

function heap(): number {
  collect();
  collect();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}

async function submits(on: Stage): Promise<void> {
  const player = await on.player('Normal Runner');
  const replay = wins(TAS, 30).at(-1);
  if (replay === undefined) throw new Error('no bot wins');
  const { ticket } = await player.ticket(TAS);
  expect((await on.verdictOn(player, player.bound(replay, TAS, ticket))).verdict).toBe('verified');
}

function brokenLines(on: Stage): readonly string[] {
  return on.log.filter((line) => line.includes('"level":"error"')).slice(0, 5);
}

describe('requests of every kind', () => {
  let postgres: OwnPostgres | null = null;
  beforeAll(async () => {
    if (postgresBin() !== null) postgres = await ownPostgres();
  });
  afterAll(() => postgres?.stop());

  it(
    `are answered as the description says, ${REQUESTS} of them, and leave nothing behind`,
    { timeout: 400_000 },
    async () => {
      const on = await stage({ judges: true });
      try {
        const world = await settled(on);
        const document = await on.json<OpenApi>('/api/openapi.json');
        const first = await fuzz(on, world, document, SEED, REQUESTS / 2);
        const before = heap();
        const second = await fuzz(on, world, document, SEED + 1, REQUESTS / 2);
        const grown = heap() - before;
        expect([...first.wrong, ...second.wrong]).toEqual([]);
        expect(brokenLines(on)).toEqual([]);
        expect(first.sent + second.sent).toBe(REQUESTS);
        // if some route were never reached, or always, this would be testing nothing
        for (const { operation } of rowsOf(document)) {
          const met = [...first.statuses.keys(), ...second.statuses.keys()].filter((key) =>
            key.startsWith(`${operation.operationId} `),
          );
          const statuses = met.map((key) => Number(key.split(' ')[1]));
          expect([
            operation.operationId,
            statuses.some((one) => one < 300),
            statuses.some((one) => one >= 400),
          ]).toEqual([operation.operationId, true, true]);
        }
        expect(second.bytes / second.sent).toBeGreaterThan(4 * KEPT_BYTES);
        expect(grown / second.sent).toBeLessThan(KEPT_BYTES);
        await submits(on);
      } finally {
        await on.close();
      }
    },
  );

  it.skipIf(postgresBin() === null)(
    `are answered by PostgreSQL as well, ${REQUESTS_POSTGRES} of them`,
    { timeout: 400_000 },
    async () => {
      const on = await stage({ judges: true, url: postgres?.url ?? '' });
      try {
        const { wrong } = await fuzz(
          on,
          await settled(on),
          await on.json<OpenApi>('/api/openapi.json'),
          SEED + 2,
          REQUESTS_POSTGRES,
        );
        expect(wrong).toEqual([]);
        expect(brokenLines(on)).toEqual([]);
        await submits(on);
      } finally {
        await on.close();
      }
    },
  );
});

describe('garbage over the wire', () => {
  it('is refused or let go, and whoever comes after it is answered', { timeout: 200_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'syntony-fuzz-'));
    const service = await startService({ DATA_DIR: folder, LIMITS: 'off' });
    try {
      let said = '';
      service.child.stdout?.on('data', (text: Buffer) => (said += String(text)));
      service.child.stderr?.on('data', (text: Buffer) => (said += String(text)));
      const dice = diceOf(SEED);
      const { port } = new URL(service.url);
      const wrong: string[] = [];
      for (let nth = 0; nth < GARBAGE_SENT;) {
        const batch = Array.from({ length: 20 }, () => oneOf(dice, GARBAGE)(dice));
        nth += batch.length;
        for (const [k, answer] of (await Promise.all(batch.map((bytes) => send(Number(port), bytes)))).entries()) {
          const statuses = [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
          if (statuses.some((one) => one >= 500))
            wrong.push(`seed ${SEED}: ${batch[k]?.toString('latin1', 0, 200)}: ${answer.slice(0, 300)}`);
        }
      }
      expect(wrong).toEqual([]);
      expect([service.child.exitCode, said]).toEqual([null, '']);
      expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
    } finally {
      await service.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
