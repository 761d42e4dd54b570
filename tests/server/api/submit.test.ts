// A run's way in: ticket, checkpoints, the replay, its verdict.
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encode } from '../../../src/core/replay/codec.ts';
import { played, PLAIN, TAS, winOn, wins } from '../support/replays.ts';
import { stage, type Run, type Stage } from '../support/service.ts';

let on: Stage;
beforeAll(async () => {
  on = await stage({ judges: true });
});
afterAll(() => on.close());

const codeOf = async (answer: Response): Promise<string> => {
  const { error } = (await answer.json()) as { error: { code: string; field?: string } };
  return `${answer.status} ${error.code}${error.field === undefined ? '' : ` ${error.field}`}`;
};
const runs = wins(TAS, 12);

describe('a ticket', () => {
  it('says the seed, which content, and the how-manieth attempt it is', async () => {
    const player = await on.player();
    const first = await player.ticket(PLAIN);
    expect(first).toMatchObject({ board: PLAIN, seed: runs[0].seed, content: runs[0].content, attempt: 1 });
    expect((await player.ticket(PLAIN)).attempt).toBe(2);
    const [one, two] = [
      await player.ticket('training/03:random:skip:plain'),
      await player.ticket('training/03:random:skip:plain'),
    ];
    expect(one.seed).not.toBe(two.seed);
  });

  it.each([
    [{ board: 'training/03' }, '400 badBody board'],
    [{ board: 'nowhere/01:set:skip:plain' }, '404 noSuchBoard board'],
    // a network has no text
    [{ board: 'training/03:set:all:plain' }, '404 noSuchBoard board'],
    [{ board: PLAIN, content: 'of another day' }, '409 wrongRun content'],
    [{}, '400 badBody board'],
  ])('is not given for %j', async (body, said) => {
    const player = await on.player();
    expect(await codeOf(await player.post('/api/tickets', body))).toBe(said);
  });

  it('takes checkpoints that go on and agree, of its own player', async () => {
    const [player, other] = [await on.player(), await on.player()];
    const { ticket } = await player.ticket(PLAIN);
    const say = (tick: number, sign: string, who = player) =>
      who.post(`/api/tickets/${ticket}/checkpoints`, { tick, chain: sign.repeat(43) });
    on.clock.at += 1234;
    expect(await (await say(600, 'a')).json()).toEqual({ at: on.clock.at });
    expect((await say(600, 'a')).status).toBe(200);
    expect(await codeOf(await say(600, 'b'))).toBe('409 contradicts chain');
    expect(await codeOf(await say(0, 'a'))).toBe('409 contradicts tick');
    expect(await codeOf(await say(1200, 'a', other))).toBe('404 noSuchTicket ticket');
    expect(await codeOf(await player.post(`/api/tickets/${ticket}/checkpoints`, { tick: -1, chain: 'x' }))).toMatch(
      /^400/,
    );
    on.clock.at += 31 * 24 * 3600 * 1000;
    expect(await codeOf(await say(1200, 'a'))).toBe('409 ticketExpired ticket');
  });
});

describe('a run', () => {
  it('is verified, and the same file again is the same run', async () => {
    const player = await on.player('Once');
    const { ticket } = await player.ticket(TAS);
    const bytes = player.bound(runs[0], TAS, ticket);
    const answer = await player.send(bytes);
    const said = (await answer.json()) as Run;
    expect([answer.status, said.state]).toEqual([202, 'pending']);
    expect(answer.headers.get('Location')).toBe(`/api/runs/${said.id}`);
    const run = await on.verdictOn(player, bytes);
    expect(run).toMatchObject({ id: said.id, verdict: 'verified', badges: ['simulated'], attempts: 1, hidden: false });
    expect(run.times).toMatchObject({ ticks: runs[0].ticks, primary: Math.floor((runs[0].ticks * 1000) / 120) / 1000 });
    const again = await player.send(bytes);
    expect([again.status, await again.json()]).toEqual([202, run]);
    expect(await codeOf(await player.send(player.bound(runs[1], TAS, ticket)))).toBe('409 ticketUsed ticket');
    expect(
      await codeOf(await player.post(`/api/tickets/${ticket}/checkpoints`, { tick: 0, chain: 'a'.repeat(43) })),
    ).toBe('409 ticketUsed ticket');
    const file = await on.fetch(`/api/runs/${run.id}/replay`);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
    expect(file.headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="training_03_set_skip_tas-[\w-]{22}\.echo"$/,
    );
  });

  it('may come packed, signed as it is unpacked', async () => {
    const player = await on.player();
    const bytes = player.bound(runs[2], TAS);
    const headers = {
      Authorization: player.signed('POST', '/api/runs', bytes),
      'Content-Type': 'application/octet-stream',
      'Content-Encoding': 'gzip',
    };
    const answer = await on.fetch('/api/runs', { method: 'POST', headers, body: gzipSync(bytes) });
    expect(answer.status).toBe(202);
    expect((await on.verdictOn(player, bytes)).verdict).toBe('verified');
  });

  it('is live-timed when its checkpoints came at the pace of the game', async () => {
    const player = await on.player();
    const { ticket } = await player.ticket(TAS);
    await on.playLive(player, runs[3], ticket);
    const run = await on.verdictOn(player, player.bound(runs[3], TAS, ticket));
    expect(run).toMatchObject({ verdict: 'verified', badges: ['simulated', 'live'] });
    expect(run.times.realtime).toBeCloseTo(runs[3].ticks / 120, 2);
    const { entries } = await on.json<{ entries: { run: string }[] }>(
      `/api/boards/${encodeURIComponent(TAS)}?filter=live`,
    );
    expect(entries.map((one) => one.run)).toEqual([run.id]);
  });

  it('is simulated without a ticket on a board with a set seed, and called no cheat', async () => {
    const player = await on.player();
    const run = await on.verdictOn(player, player.bound(runs[4], TAS));
    expect(run).toMatchObject({ verdict: 'verified', badges: ['simulated'], attempts: 0, times: { realtime: null } });
  });

  it('needs its ticket where the server throws the seed, and that seed', async () => {
    const player = await on.player();
    const board = 'training/03:random:skip:plain';
    const { ticket, seed } = await player.ticket(board);
    expect(await codeOf(await player.send(player.bound(runs[5], board)))).toBe('409 wrongRun ticket');
    expect(await codeOf(await player.send(player.bound(runs[5], board, ticket)))).toBe('409 wrongRun seed');
    const own = winOn('training/03', seed);
    expect((await on.verdictOn(player, player.bound(own, board, ticket))).verdict).toBe('verified');
  });

  it('is refused where it is another attempt’s, and its ticket lives on', async () => {
    const player = await on.player();
    const { ticket } = await player.ticket(TAS);
    const refused = async (replay: object) =>
      codeOf(await player.send(encode({ ...runs[6], player: player.id, board: TAS, ticket, ...replay })));
    expect(await refused({ board: PLAIN })).toBe('409 wrongRun board');
    expect(await refused({ plan: 'training/04' })).toBe('409 wrongRun plan');
    expect(await refused({ content: 'f'.repeat(16) })).toBe('409 wrongRun content');
    expect(await refused({ build: 'core-0' })).toBe('409 wrongRun build');
    expect(await refused({ board: 'nowhere:set:skip:plain' })).toBe('404 noSuchBoard board');
    expect(await refused({ ticket: 'x'.repeat(22) })).toBe('404 noSuchTicket ticket');
    expect((await on.verdictOn(player, player.bound(runs[6], TAS, ticket))).verdict).toBe('verified');
  });

  it('that is not won, or not its player’s best, is said to be so', async () => {
    const player = await on.player();
    const lost = { ...runs[7], log: runs[7].log.slice(0, 3) };
    const verdict = (await on.verdictOn(player, player.bound(lost, TAS))).verdict;
    expect(verdict).toMatch(/^rejected:/);
    const [fast, slow] = [...wins('training/04:set:skip:tas', 4)].sort((x, y) => x.ticks - y.ticks);
    await on.verdictOn(player, player.bound(fast, 'training/04:set:skip:tas'));
    const later = await on.verdictOn(
      player,
      player.bound({ ...slow, flags: { ...slow.flags } }, 'training/04:set:skip:tas'),
    );
    expect(later).toMatchObject(slow.ticks > fast.ticks ? { verdict: 'unranked:notBest' } : { state: 'unranked' });
  });

  it('shows that it was paused', async () => {
    const board = 'training/02:set:skip:plain';
    const player = await on.player();
    const run = await on.verdictOn(player, player.bound(played(board, { pauseAt: 300 }), board));
    expect(run).toMatchObject({ verdict: 'verified', paused: true });
  });
});

describe('a day’s board', () => {
  it('has one seed for everybody, and ranks a first attempt only', async () => {
    const day = new Date(on.clock.at).toISOString().slice(0, 10);
    const board = `training/03:daily-${day}:skip:plain`;
    const [one, two] = [await on.player('Day One'), await on.player('Day Two')];
    const tickets = [await one.ticket(board), await two.ticket(board), await two.ticket(board)];
    expect(new Set(tickets.map(({ seed }) => seed)).size).toBe(1);
    const replay = winOn('training/03', tickets[0].seed);
    expect((await on.verdictOn(one, one.bound(replay, board, tickets[0].ticket))).verdict).toBe('verified');
    const again = await one.ticket(board);
    const faster = { ...replay, ticks: replay.ticks, log: [...replay.log] };
    const waiting = await on.store.runs.waiting();
    const second = await on.verdictOn(
      two,
      two.bound({ ...faster, log: faster.log.slice(0, -1) }, board, tickets[2].ticket),
    );
    expect(second.verdict).toBe('unranked:notFirst');
    expect(await on.store.runs.waiting()).toBe(waiting);
    expect(again.attempt).toBe(2);
    const { entries } = await on.json<{ entries: { player: { name: string } }[] }>(
      `/api/boards/${encodeURIComponent(board)}`,
    );
    expect(entries.map(({ player }) => player.name)).toEqual(['Day One']);
  });

  it('is closed before its day and after it, but what was begun may still come', async () => {
    const player = await on.player();
    const ticketOn = async (days: number) => {
      const day = new Date(on.clock.at + days * 24 * 3600 * 1000).toISOString().slice(0, 10);
      return player.post('/api/tickets', { board: `training/05:daily-${day}:skip:plain` });
    };
    expect(await codeOf(await ticketOn(-1))).toBe('404 noSuchBoard board');
    expect(await codeOf(await ticketOn(1))).toBe('404 noSuchBoard board');
    on.clock.at = Date.parse('2026-12-24T23:59:00Z');
    const answer = await ticketOn(0);
    const { ticket, seed, board } = (await answer.json()) as { ticket: string; seed: number; board: string };
    on.clock.at = Date.parse('2026-12-25T11:59:00Z');
    const run = await on.verdictOn(player, player.bound(winOn('training/05', seed), board, ticket));
    expect(run.verdict).toBe('verified');
    on.clock.at = Date.parse('2026-12-25T12:01:00Z');
    expect(
      await codeOf(await player.post(`/api/tickets/${ticket}/checkpoints`, { tick: 0, chain: 'a'.repeat(43) })),
    ).toBe('409 ticketExpired ticket');
  });
});
