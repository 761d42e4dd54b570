// `npm run test:crash`: ends the service, its database, any of its processes, in the midst of work, and counts what is lost.

import { randomInt } from 'node:crypto';
import { killDatabase, killFleet, killService, type ActOptions, type Report, type StoreKind } from './crash/acts.ts';
import { Ends } from './crash/crew.ts';
import { makeSupply } from './crash/supply.ts';
import { BadInput, clearProgress, EXIT, main, print, printJson, whole, type Given } from './cli.ts';
import { NO_POSTGRES, postgresBin } from './service/postgres.ts';

const DOC =
  'Kills the service and its database at random moments while players send runs, and checks that nothing is lost.';
const KINDS = ['sqlite', 'postgres'] as const;
/** Runs made for each kill, so that there is always something on its way. */
const RUNS_A_KILL = 30;
const RUNS_MOST = 4000;
const INTERRUPTED = 130;

await main('test:crash', DOC, {
  '': {
    usage: 'test:crash',
    doc: `${DOC}\nOn PostgreSQL also its own death, and two webs and two workers that share it. Everything on this machine, and gone afterwards.`,
    words: [0, 0],
    options: {
      store: { type: 'string' },
      kills: { type: 'string' },
      'database-kills': { type: 'string' },
      'fleet-kills': { type: 'string' },
      seconds: { type: 'string' },
      seed: { type: 'string' },
    },
    help: {
      store: 'only this one: sqlite, postgres',
      kills: 'how often the service is killed on each store: 100',
      'database-kills': 'how often PostgreSQL is killed: 20',
      'fleet-kills': 'how often one of two webs and two workers is killed: 40',
      seconds: 'no more kills of each sort after that: 1800',
      seed: 'of the dice that say when and whom; thrown unless said',
    },
    run,
  },
});

async function run(given: Given): Promise<number> {
  const kinds = kindsOf(given.flags['store']);
  const kills = whole(given, 'kills', 100, 0, 10_000);
  const databaseKills = whole(given, 'database-kills', 20, 0, 10_000);
  const fleetKills = whole(given, 'fleet-kills', 40, 0, 10_000);
  const seconds = whole(given, 'seconds', 1800, 1, 86_400);
  const seed = whole(given, 'seed', randomInt(1_000_000_000), 0, 2_000_000_000);
  if (kinds.includes('postgres') && postgresBin() === null) throw new BadInput(NO_POSTGRES);
  const ends = new Ends();
  endWhenTold(ends);
  if (!given.json) print(`seed ${seed}`);
  const most = Math.max(kills, databaseKills, fleetKills, 1);
  const supply = await makeSupply(Math.min(RUNS_MOST, most * RUNS_A_KILL));
  const reports: Report[] = [];
  const play = async (act: (options: ActOptions) => Promise<Report>, kind: StoreKind, times: number): Promise<void> => {
    if (times === 0) return;
    const share = evenly(supply, times * RUNS_A_KILL);
    const report = await act({ kind, kills: times, seconds, seed, supply: share, ends });
    reports.push(report);
    clearProgress();
    if (!given.json) print(told(report));
  };
  for (const kind of kinds) {
    await play(killService, kind, kills);
    if (kind === 'sqlite') continue;
    await play(killDatabase, kind, databaseKills);
    await play(killFleet, kind, fleetKills);
  }
  const isWell = reports.every((one) => problemsOf(one).length === 0);
  if (given.json) printJson({ seed, isWell, reports });
  else print(isWell ? 'nothing was lost' : `not well; again with --seed ${seed}`);
  return isWell ? EXIT.ok : EXIT.no;
}

/** So many of them, from the first to the last. */
function evenly<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, all.length / most);
  return all.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

function kindsOf(asked: unknown): readonly StoreKind[] {
  if (typeof asked !== 'string') return KINDS;
  const found = KINDS.filter((one) => one === asked);
  if (found.length === 0) throw new BadInput(`there is no store “${asked}”; there are ${KINDS.join(', ')}`);
  return found;
}

function problemsOf({ lost, miscounted, twice, wrong, troubles, jobsLeft }: Report): readonly string[] {
  const left = jobsLeft === 0 ? [] : [`${jobsLeft} jobs are left`];
  return [...lost, ...miscounted, ...twice, ...wrong, ...troubles, ...left];
}

function told(report: Report): string {
  const { act, store, kills, seconds, lost, miscounted, twice, wrong, troubles, jobsLeft } = report;
  const rows: readonly (readonly [string, string | number])[] = [
    ['kills', kills],
    ['seconds', seconds.toFixed(0)],
    ['requests', report.requests],
    ['submissions', report.submissions],
    ['acknowledged', `${report.acknowledged} (${shares(report.accepted)})`],
    ['no answer', report.noAnswer],
    ['503, come back later', report.away],
    ['sent again', report.sentAgain],
    ['tickets', report.tickets],
    ['verdicts', shares(report.verdicts)],
    ['judged by', shares(report.shares)],
    ['claims of the dead', report.setFree],
    ['ranked', report.ranked],
    ['lost', lost.length],
    ['miscounted', miscounted.length],
    ['twice', twice.length],
    ['wrong', wrong.length],
    ['jobs left', jobsLeft],
    ['troubles', troubles.length],
  ];
  const lines = rows.map(([name, value]) => `  ${name.padEnd(20)}  ${value}`);
  const problems = problemsOf(report).slice(0, 20);
  return [`${store}: ${act}`, ...lines, ...problems.map((one) => `  ! ${one}`)].join('\n');
}

function shares(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([name, n]) => `${name} ${n}`)
    .join(', ');
}

/** Whoever stops this stops all that it started; who does so twice does not wait for it. */
function endWhenTold(ends: Ends): void {
  const end = (): void => {
    if (ends.isTold) process.exit(INTERRUPTED);
    ends.isTold = true;
    void ends.run().finally(() => process.exit(INTERRUPTED));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
