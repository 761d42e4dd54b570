// `npm run test:crash`, a small one of it: so that it does not rot, and so that it would say if something were lost.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/server/store/sql.ts';
import { openStore, type Store } from '../../src/server/store/store.ts';
import { checkStore } from '../../src/tools/crash/check.ts';
import type { Ledger } from '../../src/tools/crash/load.ts';
import type { Report } from '../../src/tools/crash/acts.ts';
import { placeWitness } from '../../src/tools/crash/witness.ts';
import { EXIT } from '../../src/tools/cli.ts';
import { ROOT } from '../../src/tools/files.ts';
import { postgresBin } from '../../src/tools/service/postgres.ts';
import { judged, newPlayer, newRun, newTicket, sent } from '../server/support/rows.ts';
import { BOARD } from '../../src/tools/crash/supply.ts';

function type(...words: string[]) {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/tools/crash.ts', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const STORES = ['sqlite', ...(postgresBin() === null ? [] : ['postgres'])];

describe('a small crash test', { timeout: 300_000 }, () => {
  it.each(STORES)('loses nothing on %s', (store: string) => {
    const { code, out, err } = type(
      '--store',
      store,
      '--kills',
      '2',
      '--database-kills',
      '2',
      '--fleet-kills',
      '2',
      '--seed',
      '3',
      '--json',
    );
    expect(err).toBe('');
    const { reports } = JSON.parse(out) as { reports: readonly Report[] };
    expect(reports.map(({ act }) => act)).toHaveLength(store === 'sqlite' ? 1 : 3);
    for (const { lost, miscounted, twice, wrong, troubles, jobsLeft, kills, acknowledged, submissions } of reports) {
      expect({ lost, miscounted, twice, wrong, troubles, jobsLeft, kills }).toEqual({
        lost: [],
        miscounted: [],
        twice: [],
        wrong: [],
        troubles: [],
        jobsLeft: 0,
        kills: 2,
      });
      expect(acknowledged).toBe(submissions);
      expect(acknowledged).toBeGreaterThan(5);
    }
    expect(code).toBe(EXIT.ok);
  });

  it.each([
    [['--store', 'paper'], 'there is no store “paper”'],
    [['--kills', 'many'], '--kills should be a whole number'],
  ])('says what it cannot do: %j', (words, said) => {
    const { code, err } = type(...words);
    expect(code).toBe(EXIT.badInput);
    expect(err).toContain(said);
  });
});

describe('what is checked afterwards', () => {
  const folder = mkdtempSync(join(tmpdir(), 'syntony-crash-test-'));
  let store: Store;
  let ledger: Ledger;
  let ids: string[] = [];
  const change = (text: string): Promise<number> => store.db.run({ parts: [text], values: [] });

  beforeAll(async () => {
    const where = { url: '', file: join(folder, 'boards.db'), connections: 1 };
    await placeWitness(where);
    store = await openStore(where);
    const acknowledged: Ledger['acknowledged'] = new Map();
    const tickets: Ledger['tickets'] = new Map();
    for (let k = 0; k < 3; k++) {
      const player = await newPlayer(store);
      const { id: ticket, nth } = await newTicket(store, player, BOARD);
      tickets.set(ticket, { player, attempt: nth });
      for (const [i, ticks] of [3000 + k, 2000 + k].entries()) {
        const run = newRun(player, { board: BOARD, ticks, ticket: i === 0 ? ticket : '' });
        expect((await store.submissions.take(sent(run))).how).toBe('accepted');
        await store.runs.keep([judged(run)], 200 + k);
        acknowledged.set(run.id, { player, ticket: run.ticket });
      }
    }
    ids = [...acknowledged.keys()];
    ledger = {
      acknowledged,
      tickets,
      submissions: 6,
      requests: 6,
      sentAgain: 0,
      noAnswer: 0,
      away: 0,
      wrong: 0,
      samples: [],
      by: new Map(),
    };
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const found = async () => {
    const { lost, miscounted, twice, wrong, jobsLeft } = await checkStore(store, ledger);
    return { lost: lost.length, miscounted: miscounted.length, twice: twice.length, wrong: wrong.length, jobsLeft };
  };
  const NOTHING = { lost: 0, miscounted: 0, twice: 0, wrong: 0, jobsLeft: 0 };

  it('finds nothing where nothing is wrong', async () => {
    expect(await found()).toEqual(NOTHING);
  });

  it.each<[string, (id: string) => string, string, Partial<typeof NOTHING>]>([
    ['a count that is off', () => 'update h0 set n = n + 1', 'update h0 set n = n - 1', { miscounted: 6 }],
    ['a job that is left', (id) => `insert into jobs values ('${id}', 0, 0, 0)`, 'delete from jobs', { jobsLeft: 1 }],
    [
      'a verdict that came twice',
      (id) => `insert into crash_witness values ('${id}', 'all')`,
      `delete from crash_witness where rowid = (select max(rowid) from crash_witness)`,
      { twice: 1 },
    ],
    [
      'a ticket that forgot its run',
      () => `update tickets set run = 'x' || run where nth = 1`,
      `update tickets set run = substr(run, 2) where nth = 1`,
      { lost: 3 },
    ],
    [
      'a rank that is not the best',
      () => `update best set ticks = ticks + 10000`,
      `update best set ticks = ticks - 10000`,
      // each is nobody’s best, not its run’s time, and missing at one tick and too much at another; so are two blocks of ticks
      { miscounted: 14 },
    ],
  ])('finds %s', async (_, spoil, mend, what) => {
    await change(spoil(ids[0] ?? ''));
    const spoilt = await found();
    await change(mend);
    expect(spoilt).toEqual({ ...NOTHING, ...what });
    expect(await found()).toEqual(NOTHING);
  });

  it('finds a run that is gone', async () => {
    await store.db.run(sql`delete from runs where id = ${ids[0] ?? ''}`);
    expect(await found()).toEqual({ ...NOTHING, lost: 1 });
  });
});
