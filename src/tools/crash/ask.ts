// Afterwards, as anybody may ask it: every acknowledged run has a verdict, and the board lists each player once, in order.

import { setTimeout as pause } from 'node:timers/promises';
import { BOARD } from './supply.ts';

/** A judge's claim lasts three minutes when nobody sets it free, and there may be much to judge. */
const VERDICTS_MS = 600_000;
const LOOK_MS = 200;

/** Until no run waits for a verdict. */
export async function allJudged(url: () => Promise<string>): Promise<void> {
  for (const until = Date.now() + VERDICTS_MS; ;) {
    const text = await fetch(`${await url()}/metrics`).then(
      (answer) => answer.text(),
      () => '',
    );
    const waiting = Number(/^syntony_runs_waiting (-?\d+)$/m.exec(text)?.[1] ?? -1);
    if (waiting === 0) return;
    if (Date.now() > until) throw new Error(`${waiting} runs still wait for a verdict after ten minutes`);
    await pause(LOOK_MS);
  }
}

interface Page {
  readonly total: number;
  readonly next: string | null;
  readonly entries: readonly {
    readonly place: number;
    readonly run: string;
    readonly player: { readonly id: string };
    readonly times: { readonly ticks: number };
  }[];
}

/** What is wrong with the answers; `acknowledged`: the ids of runs. */
export async function checkAnswers(url: string, acknowledged: Iterable<string>): Promise<readonly string[]> {
  const wrong: string[] = [];
  const read = async <T>(path: string): Promise<T | null> => {
    const answer = await fetch(url + path);
    if (answer.ok) return (await answer.json()) as T;
    wrong.push(`${path}: ${answer.status} ${await answer.text()}`);
    return null;
  };
  for (const id of acknowledged) {
    const run = await read<{ state: string }>(`/api/runs/${id}`);
    if (run !== null && run.state !== 'verified' && run.state !== 'unranked') wrong.push(`run ${id} is ${run.state}`);
  }
  const board = `/api/boards/${encodeURIComponent(BOARD)}`;
  const entries: Page['entries'][number][] = [];
  let total = 0;
  for (let after = ''; ;) {
    const page = await read<Page>(`${board}?limit=10${after === '' ? '' : `&after=${after}`}`);
    if (page === null) break;
    entries.push(...page.entries);
    total = page.total;
    if (page.next === null) break;
    after = page.next;
  }
  const players = new Set(entries.map(({ player }) => player.id));
  if (players.size !== entries.length || entries.length !== total)
    wrong.push(`the board lists ${entries.length} entries of ${players.size} players and counts ${total}`);
  for (const { place, times, run } of entries) {
    const faster = entries.filter((one) => one.times.ticks < times.ticks).length;
    if (place !== faster + 1) wrong.push(`${run} stands at ${place} and ${faster} are faster`);
    const rank = await read<{ place: number }>(`${board}/rank?ticks=${times.ticks}`);
    if (rank !== null && rank.place !== faster + 1)
      wrong.push(`${run} is ranked ${rank.place} and ${faster} are faster`);
  }
  const bars = await read<{ total: number }>(`${board}/histogram`);
  if (bars !== null && bars.total !== total) wrong.push(`the histogram has ${bars.total} and the board ${total}`);
  return wrong;
}
