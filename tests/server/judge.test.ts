// Who judges: a pool whose threads can be killed, and the worker that hands it runs and keeps what it found.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { hashFor } from '../../src/core/run/content.ts';
import { BUILD } from '../../src/core/replay/build.ts';
import { encode } from '../../src/core/replay/codec.ts';
import { Pool, type Judgement } from '../../src/server/judge/pool.ts';
import { Worker } from '../../src/server/judge/worker.ts';
import { logTo } from '../../src/server/log.ts';
import { openStore, type Store } from '../../src/server/store/store.ts';
import { Player } from '../../src/tools/service/player.ts';
import { TAS, wins } from './support/replays.ts';
import { newId, newRun, sent } from './support/rows.ts';
import { content, contentFile } from './support/service.ts';
import { until } from './support/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'syntony-judge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Kept builds of the core whose runs do what no run of this one does. */
function kept(name: string, body: string): string {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, `export const judge = { content: null, verifyFile() { ${body} }, decode() { ${body} } };`);
  return pathToFileURL(file).href;
}
const CONTENT = hashFor(content, 'training/03');
const archive = {
  [`stuck ${CONTENT}`]: kept('stuck', 'for (;;) {}'),
  [`crash ${CONTENT}`]: kept('crash', 'throw new Error("no run does this")'),
  [`exit ${CONTENT}`]: kept('exit', 'process.exit(3)'),
  [`hungry ${CONTENT}`]: kept('hungry', 'const all = []; for (;;) all.push(new Array(1e5).fill(all.length));'),
};

const [replay, other] = wins(TAS, 2);
const binding = { player: 'p'.repeat(22), ticket: '', board: TAS, seed: replay.seed, content: CONTENT, build: BUILD };
const bytes = encode({ ...replay, player: binding.player, board: TAS });
const fine = { bytes, binding, checkpoints: [] };
const of = (build: string) => ({ ...fine, binding: { ...binding, build } });

async function pooled<T>(work: (pool: Watched) => Promise<T>, budgetMs = 60_000): Promise<T> {
  const pool = new Watched({ content: contentFile, archive, threads: 1, budgetMs: () => budgetMs });
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}
const verdictOf = (judgement: Judgement): string => (typeof judgement === 'string' ? judgement : judgement.verdict);

describe('the pool', () => {
  it('finds what a run came to', async () => {
    await pooled(async (pool) => {
      expect(await pool.judge(fine, replay.ticks)).toMatchObject({
        verdict: 'verified',
        ticks: replay.ticks,
        paused: false,
        assists: [],
        contradicted: false,
      });
      const wrong = [
        [{ ...fine, binding: { ...binding, player: 'q'.repeat(22) } }, 'rejected:wrongPlayer'],
        [{ ...fine, bytes: bytes.slice(0, -9) }, /^rejected:/],
        [of('unknown'), 'unverifiable:build'],
        [{ ...fine, binding: { ...binding, content: 'f'.repeat(16) } }, 'unverifiable:content'],
      ] as const;
      for (const [one, said] of wrong) expect(verdictOf(await pool.judge(one, replay.ticks))).toMatch(said);
    });
  });

  it('finds which checkpoints are borne out', async () => {
    const points = Player.checkpoints(replay);
    await pooled(async (pool) => {
      const found = await pool.judge({ ...fine, checkpoints: points }, replay.ticks);
      expect(found).toMatchObject({ borneOut: points.map(({ tick }) => tick), contradicted: false });
      const bent = points.map((one, i) => (i === 2 ? { ...one, chain: 'x'.repeat(43) } : one));
      expect(await pool.judge({ ...fine, checkpoints: bent }, replay.ticks)).toMatchObject({
        borneOut: points.filter((_, i) => i !== 2).map(({ tick }) => tick),
        contradicted: true,
      });
    });
  });

  it('kills a judge that is stuck, and goes on with the others', async () => {
    const found = await pooled(
      (pool) => Promise.all([fine, of('stuck'), fine, of('stuck'), fine].map((one) => pool.judge(one, replay.ticks))),
      3000,
    );
    expect(found.map(verdictOf)).toEqual(['verified', 'stuck', 'verified', 'stuck', 'verified']);
  });

  it.each(['crash', 'exit', 'hungry'])('puts another thread in the place of one that ends: %s', async (build) => {
    const found = await pooled((pool) => Promise.all([of(build), fine].map((one) => pool.judge(one, replay.ticks))));
    expect(found.map(verdictOf)).toEqual(['crashed', 'verified']);
  });

  it('says for how many it has room, once it can begin', async () => {
    await pooled(async (pool) => {
      const room = await until('a thread', () => pool.room > 0 && pool.room);
      const all = Array.from({ length: room }, () => pool.judge(fine, replay.ticks));
      expect(pool.room).toBe(0);
      await Promise.all(all);
      expect(pool.room).toBeGreaterThan(0);
    });
  });
});

/** Counts what it was asked. */
class Watched extends Pool {
  asked = 0;

  override judge(...given: Parameters<Pool['judge']>): Promise<Judgement> {
    this.asked++;
    return super.judge(...given);
  }
}

async function stored(): Promise<{ store: Store; player: string }> {
  const store = await openStore({ url: '', file: join(folder, `${newId('db')}.db`), connections: 1 });
  const player = binding.player;
  await store.players.add({ id: player, key: 'k', name: 'Ada', skeleton: 'ada', country: null, at: 1 });
  return { store, player };
}
const waiting = (player: string, build = BUILD, played = replay) =>
  newRun(player, { board: TAS, seed: played.seed, content: CONTENT, build, ticks: played.ticks });
const workerOn = (store: Store, pool: Pool, now: () => number = Date.now) => {
  const verdicts: string[] = [];
  const worker = new Worker({
    store,
    pool,
    log: logTo(() => undefined, 'silent'),
    now,
    onVerdict: (said) => verdicts.push(said),
  });
  return { worker, verdicts };
};

describe('the worker', () => {
  it('judges what waits, shows what cannot be judged to a person, and goes on', async () => {
    const { store, player } = await stored();
    const runs = ['stuck', 'exit', BUILD].map((build) => waiting(player, build));
    for (const run of runs) await store.submissions.take(sent(run, { bytes }));
    await pooled(async (pool) => {
      const { worker, verdicts } = workerOn(store, pool);
      worker.nudge();
      await until('three verdicts', () => verdicts.length === 3);
      await worker.stop();
    }, 3000);
    expect(await Promise.all(runs.map(async ({ id }) => (await store.runs.get(id))?.verdict))).toEqual([
      'unverifiable:stuck',
      'unverifiable:crashed',
      'verified',
    ]);
    const { suspects } = await store.moderation.queue();
    expect(suspects.map(({ id }) => id).sort()).toEqual([runs[0].id, runs[1].id].sort());
    expect(await store.runs.waiting()).toBe(0);
    await store.close();
  });

  it('gives back what it has in hand when it stops, for the next', async () => {
    const { store, player } = await stored();
    const run = waiting(player, 'stuck');
    await store.submissions.take(sent(run, { bytes }));
    await pooled(async (pool) => {
      const { worker } = workerOn(store, pool);
      await until('that it is taken', () => pool.asked === 1);
      await worker.stop();
    });
    const [job] = await store.runs.claim(1, Date.now(), 1000);
    expect(job?.run.id).toBe(run.id);
    expect((await store.runs.get(run.id))?.state).toBe('pending');
    await store.close();
  });

  it('judges what another took and died over, once its claim has run out', async () => {
    const { store, player } = await stored();
    const run = waiting(player);
    await store.submissions.take(sent(run, { bytes }));
    const clock = { at: 1_000_000 };
    const [job] = await store.runs.claim(1, clock.at, 180_000);
    expect(job.run.id).toBe(run.id);
    await pooled(async (pool) => {
      const { worker, verdicts } = workerOn(store, pool, () => clock.at);
      const next = waiting(player, BUILD, other);
      await store.submissions.take(
        sent({ ...next, ticks: other.ticks, log_inputs: 'other' }, { bytes: encode({ ...other, player, board: TAS }) }),
      );
      worker.nudge();
      await until('the verdict on the other', () => verdicts.length === 1);
      expect((await store.runs.get(run.id))?.state).toBe('pending');
      clock.at += 180_001;
      worker.nudge();
      await until('the verdict', () => verdicts.length === 2);
      await worker.stop();
    });
    expect((await store.runs.get(run.id))?.verdict).toBe('verified');
    await store.close();
  });
});
