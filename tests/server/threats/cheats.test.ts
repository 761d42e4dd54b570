// How a time might be had that was not played, and what comes of each. Nobody is called a cheat by a machine: what looks
// wrong waits for a person.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLike, pressesOf } from '../../../src/core/board/likeness.ts';
import { encode } from '../../../src/core/replay/codec.ts';
import { HASH_EVERY, type Replay } from '../../../src/core/replay/replay.ts';
import type { Player } from '../../../src/tools/service/player.ts';
import { changedCopy, PLAIN, played, TAS, wins } from '../support/replays.ts';
import { stage, type Run, type Stage } from '../support/service.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage({ judges: true });
});
afterAll(() => on.close());

const OF = (n: number, play = 'plain') => `training/${String(n).padStart(2, '0')}:set:skip:${play}`;
const codeOf = async (answer: Response): Promise<string> =>
  `${answer.status} ${((await answer.json()) as { error: { code: string } }).error.code}`;
const bestOn = async (board: string) =>
  (await on.json<{ entries: { run: string }[] }>(`/api/boards/${encodeURIComponent(board)}`)).entries.map(
    ({ run }) => run,
  );

describe('forged time', () => {
  const [replay] = wins(TAS, 1);

  it.each([-600, -1, 1, 600])('of %i ticks is no time: the server counts', async (by) => {
    const player = await on.player();
    const ticks = replay.ticks + by;
    const hashes = [...replay.hashes, replay.final].slice(0, Math.floor(ticks / HASH_EVERY));
    const bytes = player.bound({ ...replay, ticks, hashes, log: replay.log.filter(({ tick }) => tick <= ticks) }, TAS);
    expect((await on.verdictOn(player, bytes)).verdict).toMatch(/^rejected:/);
    expect(await bestOn(TAS)).toEqual([]);
  });

  it('is not had by a hash of one’s own', async () => {
    const player = await on.player();
    const forged: Replay = { ...replay, final: [1, 2], hashes: replay.hashes.map(() => [3, 4]) };
    expect((await on.verdictOn(player, player.bound(forged, TAS))).verdict).toBe('rejected:hashMismatch');
  });

  it('is not had by a clock of one’s own: a checkpoint counts when it arrives, and comes before what it sums', async () => {
    const player = await on.player();
    const board = OF(4, 'tas');
    const [one, two] = wins(board, 2);
    const { ticket } = await player.ticket(board);
    await on.playLive(player, one, ticket);
    const run = await on.verdictOn(player, player.bound(two, board, ticket));
    expect(run).toMatchObject({ verdict: 'verified', hidden: true, badges: ['simulated'] });
    expect(run.why).toBe('its checkpoints say something else');
  });
});

describe('TAS and practice savestates', () => {
  it('have a board of their own: who uses a savestate is tainted', async () => {
    const replay = played(OF(2), { taintAt: 300 });
    expect(replay.flags.practice).toBe(true);
    const player = await on.player();
    expect((await on.verdictOn(player, player.bound(replay, OF(2)))).verdict).toBe('rejected:practice');
    expect((await on.verdictOn(player, player.bound(replay, OF(2, 'tas')))).verdict).toBe('verified');
    expect([await bestOn(OF(2)), (await bestOn(OF(2, 'tas'))).length]).toEqual([[], 1]);
  });
});

describe('slow motion', () => {
  it.each([
    [0.5, PLAIN],
    [0.7, OF(3, 'assisted')],
    [3, OF(4, 'assisted')],
  ])('at %f times the speed plays back perfectly, and is not live-timed', async (speed, board) => {
    const [replay] = wins(board, 1);
    const player = await on.player();
    const { ticket } = await player.ticket(board);
    await on.playLive(player, replay, ticket, speed);
    const run = await on.verdictOn(player, player.bound(replay, board, ticket));
    expect(run).toMatchObject({ verdict: 'verified', badges: ['simulated'], hidden: false });
  });
});

describe('pause buffering', () => {
  it('is logged and shown, and never live-timed', async () => {
    const board = OF(6);
    const replay = played(board, { pauseAt: 300 });
    const player = await on.player();
    const { ticket } = await player.ticket(board);
    await on.playLive(player, replay, ticket);
    const run = await on.verdictOn(player, player.bound(replay, board, ticket));
    expect(run).toMatchObject({ verdict: 'verified', paused: true, badges: ['simulated'] });
    const { entries } = await on.json<{ entries: { paused: boolean }[] }>(`/api/boards/${encodeURIComponent(board)}`);
    expect(entries.map(({ paused }) => paused)).toEqual([true]);
  });

  it('cannot be left out of what is said: the log has it', async () => {
    const board = OF(4);
    const replay = played(board, { pauseAt: 400 });
    const player = await on.player();
    const bytes = player.bound({ ...replay, flags: { ...replay.flags, paused: false } }, board);
    const answer = await player.send(bytes);
    const said = answer.ok ? (await on.verdictOn(player, bytes)).verdict : await codeOf(answer);
    expect(said).toMatch(/^rejected:|^400 badReplay/);
  });
});

describe('seed shopping', () => {
  it('is of no use: each seed is for one run, and every ticket is counted', async () => {
    const board = 'training/03:random:skip:plain';
    const player = await on.player();
    const all = [await player.ticket(board), await player.ticket(board), await player.ticket(board)];
    expect(new Set(all.map(({ seed }) => seed)).size).toBe(3);
    expect(all.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    const [first, , last] = all;
    const swapped = encode({ ...wins(PLAIN, 1)[0], seed: first.seed, board, ticket: last.ticket, player: player.id });
    expect(await codeOf(await player.send(swapped))).toBe('409 wrongRun');
    const other = await on.player();
    expect(
      await codeOf(await other.send(other.bound({ ...wins(PLAIN, 1)[0], seed: first.seed }, board, first.ticket))),
    ).toBe('404 noSuchTicket');
  });
});

describe('replay theft', () => {
  const board = OF(5);
  const [replay] = wins(board, 1);
  let owner: Player;
  let stolen: Uint8Array;
  let own: Run;
  beforeAll(async () => {
    owner = await on.player();
    own = await on.verdictOn(owner, owner.bound(replay, board));
    expect(own.verdict).toBe('verified');
    stolen = new Uint8Array(await (await on.fetch(`/api/runs/${own.id}/replay`)).arrayBuffer());
  });

  it('is not had by sending the file as it is', async () => {
    const thief = await on.player();
    expect(await codeOf(await thief.send(stolen))).toBe('403 notAllowed');
  });

  it('is not had by sending the order as it was signed', async () => {
    const thief = await on.player();
    const headers = {
      Authorization: owner.signed('POST', '/api/runs', stolen),
      'Content-Type': 'application/octet-stream',
    };
    const again = await on.fetch('/api/runs', { method: 'POST', headers, body: Buffer.from(stolen) });
    expect(((await again.json()) as Run).id).toBe(own.id);
    const bent = await on.fetch('/api/runs', {
      method: 'POST',
      headers,
      body: Buffer.from(thief.bound(replay, board)),
    });
    expect(await codeOf(bent)).toBe('401 badSignature');
    const ticket = owner.signed('POST', '/api/tickets', JSON.stringify({ board }));
    const order = {
      method: 'POST',
      headers: { Authorization: ticket, 'Content-Type': 'application/json' },
      body: JSON.stringify({ board }),
    };
    expect((await on.fetch('/api/tickets', order)).status).toBe(201);
    expect(await codeOf(await on.fetch('/api/tickets', order))).toBe('401 usedOrder');
  });

  it('is not had by a copy that is bound anew, with or without a ticket or a pause', async () => {
    const thief = await on.player();
    expect(await codeOf(await thief.send(thief.bound(replay, board)))).toBe('409 duplicateRun');
    const { ticket } = await thief.ticket(board);
    expect(await codeOf(await thief.send(thief.bound(replay, board, ticket)))).toBe('409 duplicateRun');
    expect(await bestOn(board)).toEqual([own.id]);
  });

  it.each([
    ['one press moved by a tick', (one: Replay['log'][number]) => ({ ...one, tick: one.tick + 1 })],
    [
      'one angle a hair off',
      (one: Replay['log'][number]) => ({ ...one, action: { ...one.action, b: one.action.b + 1 } }),
    ],
  ])('with %s is hidden until a person has looked', async (_, change) => {
    const copy = changedCopy(board, replay, change);
    expect(isLike(pressesOf(copy.log), pressesOf(replay.log))).toBe(true);
    const thief = await on.player();
    const run = await on.verdictOn(thief, thief.bound(copy, board));
    expect(run).toMatchObject({ verdict: 'verified', hidden: true, why: `its presses are those of ${own.id}` });
    expect(await bestOn(board)).toEqual([own.id]);
    const { suspects } = (await (await on.moderate('GET', '/api/moderation/queue')).json()) as { suspects: Run[] };
    expect(suspects.map(({ id }) => id)).toContain(run.id);
    expect((await on.fetch(`/api/runs/${run.id}/replay`)).status).toBe(404);
  });

  it('of a run that nobody has judged yet cannot be: it is shown to nobody', async () => {
    const quiet = await stage();
    const player = await quiet.player();
    const { id } = (await (await player.send(player.bound(replay, board))).json()) as Run;
    expect((await quiet.fetch(`/api/runs/${id}/replay`)).status).toBe(404);
    await quiet.close();
  });
});
