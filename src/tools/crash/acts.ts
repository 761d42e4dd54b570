// Who is killed: the service, the database under it, any one of four processes that share a database.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Replay } from '../../core/replay/replay.ts';
import { sql } from '../../server/store/sql.ts';
import { openStore, type Where } from '../../server/store/store.ts';
import { progress } from '../cli.ts';
import { ownPostgres, type OwnPostgres } from '../service/postgres.ts';
import { allJudged, checkAnswers } from './ask.ts';
import { checkStore, type Findings } from './check.ts';
import { Crew, type Ends } from './crew.ts';
import { Load, type Ledger } from './load.ts';
import { diceOf, type Dice } from './supply.ts';
import { placeWitness } from './witness.ts';

const PLAYERS = 16;
/** What a kill and a new start take at least, for dealing the runs out over all of them. */
const CYCLE_S = 2;
/** A process lives so long after it began to answer, and a database so long between its deaths. */
const LIFE_MS = [20, 3000] as const;
const DOWN_MS = 1500;

const lifeOf = (nth: number): string => `service ${nth}`;

export type StoreKind = 'sqlite' | 'postgres';

export interface ActOptions {
  readonly kind: StoreKind;
  readonly kills: number;
  /** No more kills after that. */
  readonly seconds: number;
  readonly seed: number;
  readonly supply: readonly Replay[];
  readonly ends: Ends;
}

export interface Report extends Findings {
  readonly act: string;
  readonly store: StoreKind;
  readonly kills: number;
  readonly seconds: number;
  readonly submissions: number;
  readonly acknowledged: number;
  readonly requests: number;
  readonly sentAgain: number;
  readonly noAnswer: number;
  readonly away: number;
  readonly tickets: number;
  /** Judgements that a dead process had begun: their claims were set free and not waited for. */
  readonly setFree: number;
  /** Runs acknowledged by each process that answers. */
  readonly accepted: Readonly<Record<string, number>>;
  /** Answers and ends that should not have been. */
  readonly troubles: readonly string[];
}

interface Stage {
  readonly options: ActOptions;
  readonly crew: Crew;
  readonly load: Load;
  readonly where: Where;
  readonly postgres: OwnPostgres | null;
  readonly dice: Dice;
  readonly until: number;
}

/** The service is killed again and again: in one file nobody else may be, of PostgreSQL the next one comes before the last goes. */
export function killService(options: ActOptions): Promise<Report> {
  return act('the service is killed', options, async ({ crew, load, where, dice, until }) => {
    const isShared = options.kind === 'postgres';
    await crew.start(lifeOf(0), 'all', 'all');
    load.start();
    let kills = 0;
    for (; kills < options.kills && Date.now() < until; kills++) {
      progress(kills, options.kills, `${options.kind} kills`);
      if (isShared) await crew.start(lifeOf(kills + 1), 'all', 'all');
      await pause(LIFE_MS[0] + dice(isShared ? LIFE_MS[1] / 4 : LIFE_MS[1]));
      await crew.kill(lifeOf(kills));
      const isLast = kills + 1 === options.kills || Date.now() >= until;
      if (!isShared && !isLast) await crew.start(lifeOf(kills + 1), 'all', 'all');
    }
    const setFree = await freeClaims(where);
    if (!isShared) await crew.start(lifeOf(kills), 'all', 'all');
    return { kills, setFree };
  });
}

/** The database is killed under a service that stays up, says 503 meanwhile, and goes on by itself. */
export function killDatabase(options: ActOptions): Promise<Report> {
  return act('the database is killed', options, async ({ crew, load, where, postgres, dice, until }) => {
    await crew.start('service', 'all', 'all');
    load.start();
    let kills = 0;
    let unnoticed = 0;
    for (; kills < options.kills && Date.now() < until; kills++) {
      progress(kills, options.kills, 'kills of the database');
      await pause(LIFE_MS[0] + dice(LIFE_MS[1]));
      const before = load.ledger.away;
      await postgres?.kill();
      await pause(dice(DOWN_MS));
      // every player is told at least once that it is away, or nothing was tried
      while (load.ledger.away < before + PLAYERS && crew.isAlive('service') && Date.now() < until + 60_000)
        await pause(10);
      if (load.ledger.away === before) unnoticed++;
      await postgres?.start();
    }
    if (unnoticed > 0) load.ledger.samples.push(`${unnoticed} deaths of the database were not answered with 503`);
    await load.finish();
    return { kills, setFree: await freeClaims(where) };
  });
}

const FLEET = [
  ['web 1', 'web'],
  ['web 2', 'web'],
  ['worker 1', 'worker'],
  ['worker 2', 'worker'],
] as const;

/** Two that answer and two that judge, on one database; any of them is killed, and begins again while others go on. */
export function killFleet(options: ActOptions): Promise<Report> {
  return act('two webs and two workers are killed', options, async ({ crew, load, where, dice, until }) => {
    await Promise.all(FLEET.map(([name, role]) => crew.start(name, role, name.replace(' ', '-'))));
    load.start();
    const starting = new Set<Promise<void>>();
    let kills = 0;
    while (kills < options.kills && Date.now() < until) {
      progress(kills, options.kills, 'kills of the four');
      await pause(LIFE_MS[0] + dice(LIFE_MS[1]));
      const [name, role] = FLEET[dice(FLEET.length)] ?? FLEET[0];
      if (!crew.isAlive(name)) continue;
      await crew.kill(name);
      kills++;
      const started: Promise<void> = crew
        .start(name, role, name.replace(' ', '-'))
        .finally(() => starting.delete(started));
      starting.add(started);
    }
    await Promise.all(starting);
    return { kills, setFree: await freeClaims(where) };
  });
}

async function act(
  name: string,
  options: ActOptions,
  kill: (stage: Stage) => Promise<{ readonly kills: number; readonly setFree: number }>,
): Promise<Report> {
  const { kind, ends, seed, supply, seconds } = options;
  try {
    const dataDir = mkdtempSync(join(tmpdir(), 'syntony-crash-'));
    ends.add(() => rmSync(dataDir, { recursive: true, force: true }));
    const starting = kind === 'postgres' ? ownPostgres() : null;
    // whoever is told to end while it starts waits for it, so that its folder goes too
    if (starting !== null) ends.add(async () => (await starting).stop());
    const postgres = await starting;
    const databaseUrl = postgres?.url ?? '';
    const where: Where = { url: databaseUrl, file: join(dataDir, 'boards.db'), connections: 2 };
    await placeWitness(where);
    const crew = new Crew({ databaseUrl, dataDir });
    ends.add(() => crew.stop());
    const perSecond = supply.length / Math.min(seconds, Math.max(1, options.kills * CYCLE_S));
    const load = new Load({ where: crew, dice: diceOf(seed + 1), supply, players: PLAYERS, perSecond });
    const began = Date.now();
    const stage: Stage = { options, crew, load, where, postgres, dice: diceOf(seed), until: began + seconds * 1000 };
    const { kills, setFree } = await kill(stage);
    await load.finish();
    const url = (): Promise<string> => crew.url();
    await allJudged(url);
    const { ledger } = load;
    const answers = await checkAnswers(await url(), ledger.acknowledged.keys());
    await crew.stop();
    const store = await openStore(where);
    const findings = await checkStore(store, ledger);
    await store.close();
    return {
      act: name,
      store: kind,
      kills,
      seconds: (Date.now() - began) / 1000,
      setFree,
      ...figures(ledger),
      ...findings,
      troubles: [...ledger.samples, ...crew.troubles, ...answers],
    };
  } finally {
    await ends.run();
    // what broke because everything was ended is no news
    if (ends.isTold) await new Promise(() => undefined);
  }
}

function figures(ledger: Ledger) {
  const { submissions, requests, sentAgain, noAnswer, away, acknowledged, tickets, by } = ledger;
  return {
    submissions,
    requests,
    sentAgain,
    noAnswer,
    away,
    acknowledged: acknowledged.size,
    tickets: tickets.size,
    accepted: Object.fromEntries(by),
  };
}

/** Judges that are dead have runs for some minutes more. Their time is put forward, so that nobody waits for it. */
async function freeClaims(where: Where): Promise<number> {
  const store = await openStore(where);
  const freed = await store.db.run(sql`update jobs set until = 0 where until > 0`);
  await store.close();
  return freed;
}
