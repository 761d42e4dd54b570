// Drives a running service for a while, and says how it bore it.

import { randomInt } from 'node:crypto';
import { BadInput, clearProgress, progress } from '../cli.ts';
import { readLevelContent } from '../content.ts';
import { Player, type Fetch } from '../service/player.ts';
import { quantile, short } from './figures.ts';
import { paced, type Pace } from './pace.ts';
import { BOARD, distinctRuns, submission, submitsOf, Traffic } from './traffic.ts';
import { Wire } from './wire.ts';

export interface Drive extends Pace {
  readonly url: URL;
  readonly players: number;
}

interface RouteFigures {
  readonly route: string;
  readonly answers: number;
  readonly p50: number;
  readonly p99: number;
}

export interface LoadReport {
  readonly url: string;
  readonly seconds: number;
  readonly sent: number;
  readonly unsent: number;
  readonly accepted: number;
  readonly acceptedPerSecond: number;
  readonly routes: readonly RouteFigures[];
  /** By status, and by what went wrong where none came. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly errors: Readonly<Record<string, number>>;
  readonly verdicts: {
    readonly wanted: number;
    /** While requests came in, and in the time after it that was waited for the rest. */
    readonly byEnd: number;
    readonly after: number;
    readonly perSecond: number;
  };
}

const LIMITED =
  'the service refuses by its limits, which are there for such as this; on a machine for tests start it with LIMITS=off';
/** How long verdicts are waited for that had not come by the end: as long as some come. */
const STANDSTILL_MS = 5000;
const POLL_MS = 250;
/** Any start will do; another one each time, so that the same service can be driven again. */
const STARTS = 1_000_000_000;

export async function drive({ url, players, ...pace }: Drive): Promise<LoadReport> {
  const wire = new Wire(url, pace.connections);
  try {
    const waitingBefore = await waiting(wire);
    if (waitingBefore === null)
      throw new BadInput(`${url.origin} answers, but is no boards service: it has no /metrics`);
    const all = await registered(url, players);
    const count = submitsOf(pace.rps * pace.seconds) + 1;
    const made = distinctRuns(readLevelContent(), BOARD, {
      count,
      from: randomInt(STARTS),
      onRun: (n) => progress(n, count, 'runs made'),
    });
    clearProgress();
    const [first, ...runs] = made;
    await probe(wire, all[0], first);
    const traffic = new Traffic(all, runs);
    const took = new Map<string, number[]>();
    const statuses: Record<string, number> = {};
    const errors: Record<string, number> = {};
    const shown = setInterval(
      () => progress(Math.round(performance.now() - began), pace.seconds * 1000, 'ms driven'),
      100,
    );
    const began = performance.now();
    const { sent, unsent, ms } = await paced(pace, async (nth, due) => {
      const { kind, asked } = traffic.ask(nth);
      try {
        const answer = await wire.ask(asked);
        const times = took.get(kind) ?? [];
        took.set(kind, times);
        // from when it should have gone out: what waited for a connection waited for the service
        times.push(performance.now() - due);
        bump(statuses, String(answer.status));
        traffic.heard(kind, answer);
      } catch (error) {
        bump(errors, (error as NodeJS.ErrnoException).code ?? (error as Error).message);
      }
    }).finally(() => clearInterval(shown));
    const wanted = traffic.pending + 1;
    const left = (await waiting(wire)) ?? NaN;
    const byEnd = wanted - Math.max(0, left - waitingBefore);
    const after = wanted - Math.max(0, (await untilJudged(wire, waitingBefore)) - waitingBefore) - byEnd;
    clearProgress();
    return {
      url: url.origin,
      seconds: short(ms / 1000),
      sent,
      unsent,
      accepted: traffic.taken.length,
      acceptedPerSecond: short((traffic.taken.length * 1000) / ms),
      routes: [...took].map(([route, times]) => ({
        route,
        answers: times.length,
        p50: short(quantile(times, 0.5) ?? 0),
        p99: short(quantile(times, 0.99) ?? 0),
      })),
      statuses,
      errors,
      verdicts: { wanted, byEnd, after, perSecond: short((byEnd * 1000) / ms) },
    };
  } finally {
    wire.close();
  }
}

function bump(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

async function registered(url: URL, players: number): Promise<readonly Player[]> {
  const fetched: Fetch = (path, init) => fetch(new URL(path, url), init);
  const all: Player[] = [];
  for (let i = 0; i < players; i++) {
    const player = new Player(fetched);
    const answer = await player.post('/api/players', { key: player.key });
    if (answer.status === 429) throw new BadInput(LIMITED);
    if (!answer.ok) throw new BadInput(`no player can be registered there: ${(await answer.text()).slice(0, 300)}`);
    all.push(player);
    progress(i + 1, players, 'players registered');
  }
  return all;
}

/** One run before the clock starts: where that is not taken, no other would be. */
async function probe(wire: Wire, player: Player, replay: Parameters<typeof submission>[1]): Promise<void> {
  const { status, text } = await wire.ask(submission(player, replay, BOARD));
  if (status === 429) throw new BadInput(LIMITED);
  if (status !== 202)
    throw new BadInput(
      `the service does not take a run of this version (${status}: ${text.slice(0, 300)}); npm run build, and start it anew`,
    );
}

/** How many runs wait for a verdict, by the service's own count; null where it has none. */
async function waiting(wire: Wire): Promise<number | null> {
  const { text } = await wire.ask({ method: 'GET', path: '/metrics' }).catch((error: Error) => {
    throw new BadInput(`no service answers there (${error.message}); start one first: LIMITS=off npm start`);
  });
  const said = /^syntony_runs_waiting (\d+)$/m.exec(text)?.[1];
  return said === undefined ? null : Number(said);
}

/** As long as there are fewer and fewer of them. */
async function untilJudged(wire: Wire, least: number): Promise<number> {
  let left = Infinity;
  let since = performance.now();
  for (;;) {
    const now = (await waiting(wire)) ?? left;
    if (now < left) [left, since] = [now, performance.now()];
    progress(left - least, 0, 'verdicts to come');
    if (left <= least || performance.now() - since > STANDSTILL_MS) return left;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Whether it bore it: everything went out in time, was answered by something better than a failure, and judged. */
export function borne({ unsent, statuses, errors, verdicts }: LoadReport): boolean {
  const failed = Object.keys(statuses).some((status) => status === '429' || Number(status) >= 500);
  return (
    unsent === 0 && !failed && Object.keys(errors).length === 0 && verdicts.byEnd + verdicts.after >= verdicts.wanted
  );
}

export { LIMITED };
