// Afterwards, in the database itself: what was acknowledged is there and judged, once, and the boards count what they list.

import { miscounted } from '../../server/store/lists.ts';
import { sql } from '../../server/store/sql.ts';
import type { Store } from '../../server/store/store.ts';
import type { Ledger } from './load.ts';
import { BOARD } from './supply.ts';
import { testimony } from './witness.ts';

/** Every list is empty where nothing is wrong; the figures are for people. */
export interface Findings {
  /** Acknowledged and gone, or never judged. */
  readonly lost: readonly string[];
  /** Where counts and lists differ, or a best is not ranked, or not once. */
  readonly miscounted: readonly string[];
  /** The same run, inputs, verdict or news a second time. */
  readonly twice: readonly string[];
  /** Runs that were won and were not found to be, and runs that nobody sent. */
  readonly wrong: readonly string[];
  readonly jobsLeft: number;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly ranked: number;
  /** Verdicts kept by each process that judges. */
  readonly shares: Readonly<Record<string, number>>;
}

interface Row {
  readonly id: string;
  readonly player: string;
  readonly board: string;
  readonly state: string;
  readonly verdict: string;
  readonly ticks: number;
  readonly verified: number | null;
  readonly log_inputs: string;
  readonly inputs: string;
}

export async function checkStore(store: Store, ledger: Ledger): Promise<Findings> {
  const { db } = store;
  const rows = await db.all<Row>(
    sql`select id, player, board, state, verdict, ticks, verified, log_inputs, inputs from runs where hidden = 0`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const told = await testimony(store);
  const news = await db.all<{ data: string }>(sql`select data from events where kind = 'verdict'`);
  const newsOf = news.map(({ data }) => (JSON.parse(data) as { run: string }).run);
  const ranks = await ranking(store, rows);
  return {
    lost: [
      ...[...ledger.acknowledged].flatMap(([id, { player }]) => {
        const row = byId.get(id);
        if (row === undefined || row.player !== player) return [`run ${id} is not there`];
        return row.state === 'pending' ? [`run ${id} has no verdict`] : [];
      }),
      ...(await lostTickets(store, ledger)),
    ],
    miscounted: [...(await miscounted(db)).map(({ list, what }) => `${list}: ${what}`), ...ranks.wrong],
    twice: [
      ...repeated(rows.map(({ board, log_inputs }) => `${board} inputs ${log_inputs}`)),
      ...repeated(rows.flatMap(({ board, inputs }) => (inputs === '' ? [] : [`${board} played ${inputs}`]))),
      ...repeated(told.map(({ run }) => `verdict of ${run}`)),
      ...repeated(newsOf.map((run) => `news of ${run}`)),
    ],
    wrong: [
      ...rows.filter(({ id }) => !ledger.acknowledged.has(id)).map(({ id }) => `run ${id} was never acknowledged`),
      ...rows
        .filter(({ verdict }) => verdict !== 'verified' && verdict !== 'unranked:notBest')
        .map(({ id, verdict }) => `run ${id}: ${verdict}`),
      ...rows
        .filter(({ id, state }) => state === 'verified' && !newsOf.includes(id))
        .map(({ id }) => `nobody heard of the verdict of ${id}`),
    ],
    jobsLeft: await store.runs.waiting(),
    verdicts: counted(rows.map(({ verdict }) => verdict)),
    ranked: ranks.ranked,
    shares: counted(told.map(({ who }) => who)),
  };
}

/** Of each player the fastest verified run, once, and nobody else. */
async function ranking({ db }: Store, rows: readonly Row[]): Promise<{ ranked: number; wrong: readonly string[] }> {
  const best = await db.all<{ player: string; run: string; ticks: number }>(
    sql`select player, run, ticks from best where list = ${BOARD}`,
  );
  const fastest = new Map<string, number>();
  for (const { player, ticks, state } of rows)
    if (state === 'verified') fastest.set(player, Math.min(ticks, fastest.get(player) ?? Infinity));
  const wrong = [
    ...repeated(best.map(({ player }) => `the rank of ${player}`)),
    ...best.filter(({ player, ticks }) => fastest.get(player) !== ticks).map(({ run }) => `${run} is nobody’s best`),
    ...[...fastest.keys()]
      .filter((player) => !best.some((one) => one.player === player))
      .map((player) => `${player} has a verified run and no rank`),
  ];
  return { ranked: best.length, wrong };
}

async function lostTickets({ db }: Store, { tickets, acknowledged }: Ledger): Promise<readonly string[]> {
  const rows = await db.all<{ id: string; player: string; nth: number; run: string | null }>(
    sql`select id, player, nth, run from tickets`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [
    ...[...tickets].flatMap(([id, { player, attempt }]) => {
      const row = byId.get(id);
      return row?.player === player && row.nth === attempt ? [] : [`ticket ${id} is not there`];
    }),
    ...[...acknowledged].flatMap(([id, { ticket }]) =>
      ticket === '' || byId.get(ticket)?.run === id ? [] : [`ticket ${ticket} forgot that it became run ${id}`],
    ),
    ...repeated(rows.map(({ player, nth }) => `attempt ${nth} of ${player}`)),
  ];
}

function counted(all: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const one of all) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

function repeated(all: readonly string[]): readonly string[] {
  return Object.entries(counted(all)).flatMap(([one, n]) => (n > 1 ? [`${one}: ${n} times`] : []));
}
