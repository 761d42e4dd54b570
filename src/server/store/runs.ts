// Runs as they were sent, and what came of them. What is acknowledged is committed; the verdict may come later, and comes once.

import { relistAll, Tally } from './lists.ts';
import { among, inParts, listed, rowsOf, sql, type Db, type Query, type Sql, type Tx } from './sql.ts';

const STATES = ['pending', 'verified', 'rejected', 'unverifiable', 'unranked'] as const;
export type State = (typeof STATES)[number];

export interface Run {
  readonly id: string;
  readonly player: string;
  readonly board: string;
  readonly ticket: string;
  readonly nth: number;
  readonly seed: number;
  readonly content: string;
  readonly build: string;
  readonly ticks: number;
  readonly state: State;
  /** `verified`, `rejected:<reason>`, `unverifiable:<what>`, `unranked:notBest`, `pending`. */
  readonly verdict: string;
  readonly log_inputs: string;
  readonly inputs: string;
  /** Start and checkpoints agree with the ticks. */
  readonly live: number;
  readonly paused: number;
  /** Which assists were on at any time, as JSON. */
  readonly assists: string;
  /** Stamped by the server; null for a run that nobody saw begin. */
  readonly started: number | null;
  readonly submitted: number;
  readonly verified: number | null;
  readonly hidden: number;
  /** Why a person should look at it. */
  readonly suspect: string | null;
  readonly size: number;
}

/** What is said of a run before anybody has looked at it. */
const UNJUDGED = {
  ticket: '', nth: 0, state: 'pending', verdict: 'pending', inputs: '', live: 0, paused: 0, assists: '[]', started: null,
  verified: null, hidden: 0, suspect: null,
} as const; // prettier-ignore

export function pendingRun(of: Omit<Run, keyof typeof UNJUDGED> & Partial<Run>): Run {
  return { ...UNJUDGED, ...of };
}

const COLUMNS = sql`id, player, board, ticket, nth, seed, content, build, ticks, state, verdict, log_inputs, inputs, live,
  paused, assists, started, submitted, verified, hidden, suspect, size`;

export interface Job {
  readonly run: Run;
  readonly bytes: Uint8Array;
  readonly tries: number;
}

export interface Judged {
  readonly run: Run;
  readonly state: State;
  readonly verdict: string;
  readonly ticks: number;
  readonly inputs: string;
  readonly live: boolean;
  readonly paused: boolean;
  readonly assists: readonly string[];
  readonly suspect: string | null;
}

export function runs(db: Db) {
  return {
    get: (id: string): Promise<Run | undefined> => runIn(db, id),
    bytes: async (id: string): Promise<Uint8Array | undefined> =>
      (await db.one<{ bytes: Uint8Array }>(sql`select bytes from runs where id = ${id}`))?.bytes,
    ofPlayer: (player: string, limit: number, before: number): Promise<readonly Run[]> =>
      db.all(sql`select ${COLUMNS} from runs where player = ${player} and submitted < ${before}
        order by submitted desc limit ${limit}`),
    /** Verified and shown, of a stretch of time, for the public dump. */
    verifiedIn: (
      from: number,
      to: number,
      after: Readonly<{ verified: number; id: string }>,
    ): Promise<readonly (Run & { name: string })[]> =>
      db.all(sql`select ${COLUMNS_OF_R}, p.name from runs r join players p on p.id = r.player
        where r.verified >= ${from} and r.verified < ${to} and r.state = 'verified' and r.hidden = 0 and p.hidden = 0
          and (r.verified, r.id) > (${after.verified}, ${after.id})
        order by r.verified, r.id limit 500`),
    waiting: async (): Promise<number> => (await db.one<{ n: number }>(sql`select count(*) as n from jobs`))?.n ?? 0,
    /**
     * Jobs that nobody has, for a while. The claim is the store's own: PostgreSQL skips what another claims at this moment, and
     * in SQLite nobody else can.
     */
    claim: async (most: number, now: number, forMs: number): Promise<readonly Job[]> => {
      const skip = db.kind === 'postgres' ? sql`for update skip locked` : sql``;
      const taken = await db.write((tx) =>
        tx.all<{ run: string; tries: number }>(sql`update jobs set until = ${now + forMs}, tries = tries + 1
          where run in (select run from jobs where until <= ${now} order by at limit ${most} ${skip}) returning run, tries`),
      );
      if (taken.length === 0) return [];
      const tries = new Map(taken.map((one) => [one.run, one.tries]));
      const found = await db.all<Run & { bytes: Uint8Array }>(
        sql`select ${COLUMNS}, bytes from runs where id in ${listed([...tries.keys()])}`,
      );
      return found.map(({ bytes, ...run }) => ({ run, bytes, tries: tries.get(run.id) ?? 1 }));
    },
    /** Given back, to be judged by somebody else. */
    release: async (ids: readonly string[]): Promise<void> => {
      if (ids.length > 0) await db.run(sql`update jobs set until = 0 where run in ${listed(ids)}`);
    },
    /** Verdicts, ranks and news in one transaction: each run once, whoever else judged it meanwhile. */
    keep: (all: readonly Judged[], now: number): Promise<number> => db.write((tx) => keepVerdicts(tx, all, now)),
  };
}

const COLUMNS_OF_R = sql`r.id, r.player, r.board, r.ticket, r.nth, r.seed, r.content, r.build, r.ticks, r.state, r.verdict,
  r.log_inputs, r.inputs, r.live, r.paused, r.assists, r.started, r.submitted, r.verified, r.hidden, r.suspect, r.size`;

export function runIn(tx: Sql, id: string): Promise<Run | undefined> {
  return tx.one(sql`select ${COLUMNS} from runs where id = ${id}`);
}

export async function addRun(tx: Sql, run: Run, bytes: Uint8Array): Promise<boolean> {
  return (await tx.run(runAdded(run, bytes))) === 1;
}

/** A run that is to be judged, and what its player pays for that. False where it is there already. */
export async function addJob(tx: Sql, run: Run, bytes: Uint8Array, paid: Query): Promise<boolean> {
  const job = sql`insert into jobs (run, at, until, tries)
    select id, cast(${run.submitted} as bigint), 0, 0 from`;
  // PostgreSQL is somewhere else, and each statement a way there and back
  if (tx.kind === 'postgres')
    return (
      (await tx.run(sql`with paid as (${paid}), kept as (${runAdded(run, bytes)} returning id)
        ${job} kept on conflict do nothing`)) === 1
    );
  await tx.run(paid);
  if (!(await addRun(tx, run, bytes))) return false;
  await tx.run(sql`${job} runs where id = ${run.id} on conflict do nothing`);
  return true;
}

function runAdded(one: Run, bytes: Uint8Array): Query {
  return sql`insert into runs (id, player, board, ticket, nth, seed, content, build, ticks, state, verdict,
      log_inputs, inputs, live, paused, assists, started, submitted, verified, hidden, suspect, size, bytes)
    values (${one.id}, ${one.player}, ${one.board}, ${one.ticket}, ${one.nth}, ${one.seed}, ${one.content}, ${one.build}, ${one.ticks},
      ${one.state}, ${one.verdict}, ${one.log_inputs}, ${one.inputs}, ${one.live}, ${one.paused}, ${one.assists}, ${one.started},
      ${one.submitted}, ${one.verified}, ${one.hidden}, ${one.suspect}, ${one.size}, ${bytes})
    on conflict do nothing`;
}

async function keepVerdicts(tx: Tx, all: readonly Judged[], now: number): Promise<number> {
  await tx.lock(all.map(({ run }) => run.board));
  const tally = new Tally();
  const news: News[] = [];
  for (const part of inParts(all)) news.push(...(await keepPart(tx, part, { now, tally })));
  await tally.keep(tx);
  await tell(tx, news, now);
  return news.length;
}

const KEPT = {
  id: 'text', state: 'text', verdict: 'text', ticks: 'integer', inputs: 'text', live: 'integer', paused: 'integer', assists: 'text',
  suspect: 'text', hidden: 'integer',
} as const; // prettier-ignore

/** And says what there is to tell of each that it kept. */
async function keepPart(
  tx: Tx,
  part: readonly Judged[],
  { now, tally }: { readonly now: number; readonly tally: Tally },
): Promise<readonly News[]> {
  const ids = listed(part.map(({ run }) => run.id));
  // whose boards are locked is judged by nobody else meanwhile
  const found = await tx.all<{ id: string; state: State }>(sql`select id, state from runs where id in ${ids}`);
  await tx.run(sql`delete from jobs where run in ${ids}`);
  const waiting = new Set(found.filter(({ state }) => state === 'pending').map(({ id }) => id));
  if (waiting.size === 0) return [];
  const kept = (
    await withoutTwins(
      tx,
      part.filter(({ run }) => waiting.has(run.id)),
    )
  ).map((judged) => ({
    ...judged,
    isSuspect: judged.suspect !== null && judged.state === 'verified',
  }));
  const rows = kept.map((one) => [
    one.run.id, one.state, one.verdict, one.ticks, one.state === 'verified' ? one.inputs : '', one.live ? 1 : 0,
    one.paused ? 1 : 0, JSON.stringify(one.assists), one.suspect, one.isSuspect ? 1 : 0,
  ]); // prettier-ignore
  await tx.run(sql`update runs set state = v.state, verdict = v.verdict, ticks = v.ticks, inputs = v.inputs, live = v.live,
      paused = v.paused, assists = v.assists, verified = ${now}, suspect = v.suspect, hidden = v.hidden
    from ${rowsOf(tx.kind, KEPT, rows)} v where runs.id = v.id ${among(tx.kind, sql`runs.id`, ids)}`);
  const standings = kept.filter(({ state, isSuspect }) => state === 'verified' && !isSuspect).map(({ run }) => run);
  await relistAll(tx, standings, tally);
  return kept.map(({ run, verdict, ticks, isSuspect }) => ({
    board: run.board,
    kind: 'verdict',
    data: JSON.stringify({ run: run.id, player: run.player, verdict, ticks, shown: !isSuspect }),
  }));
}

/** Somebody's inputs a second time are no second run, be the first kept or just before it among these. */
async function withoutTwins(tx: Sql, part: readonly Judged[]): Promise<readonly Judged[]> {
  const unique = part.filter(({ state, inputs }) => state === 'verified' && inputs !== '');
  if (unique.length === 0) return part;
  const rows = unique.map(({ run, inputs }) => [run.board, inputs]);
  // `inputs <> ''` is what the index says of itself: without it a board is read from end to end
  const twins = await tx.all<{ board: string; inputs: string }>(sql`select v.board, v.inputs
    from ${rowsOf(tx.kind, { board: 'text', inputs: 'text' }, rows)} v
    where (select r.id from runs r where r.board = v.board and r.inputs = v.inputs and r.state = 'verified' and r.inputs <> ''
      limit 1) is not null`);
  const taken = new Set(twins.map(({ board, inputs }) => `${board}\n${inputs}`));
  return part.map((judged): Judged => {
    if (judged.state !== 'verified' || judged.inputs === '') return judged;
    const key = `${judged.run.board}\n${judged.inputs}`;
    if (taken.has(key)) return { ...judged, state: 'rejected', verdict: 'rejected:duplicate' };
    taken.add(key);
    return judged;
  });
}

interface News {
  readonly board: string;
  readonly kind: string;
  readonly data: string;
}

/** Numbers of events are given and committed in one order, so that who reads on from the last they saw misses none. */
export async function tell(tx: Tx, news: readonly News[], now: number): Promise<void> {
  if (news.length === 0) return;
  await tx.lock(['events']);
  for (const part of inParts(news)) {
    const rows = part.map(({ board, kind, data }) => [board, kind, data]);
    await tx.run(sql`insert into events (at, board, kind, data)
      select cast(${now} as bigint), board, kind, data from ${rowsOf(tx.kind, { board: 'text', kind: 'text', data: 'text' }, rows)} v`);
  }
}
