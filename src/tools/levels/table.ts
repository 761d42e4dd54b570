// How a bot did over many seeds. A loss counts as infinite, so a percentile that falls on one is null.

import { TICKS_PER_SECOND } from '../../core/math/turn.ts';
import { BOT_IDS, type BotId } from '../../core/bots/table.ts';

export interface Row {
  readonly wins: number;
  readonly n: number;
  readonly best: number | null;
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
}

export interface LevelTable {
  readonly level: string;
  readonly bots: Partial<Record<BotId, Row>>;
  /** The planner without each tool. */
  readonly bans?: Readonly<Record<string, Row>>;
}

/** From ticks to the win, one entry a seed, null for a loss. */
export function rowOf(ticks: readonly (number | null)[]): Row {
  const won = ticks.filter((one) => one !== null).sort((a, b) => a - b);
  const n = ticks.length;
  const at = (share: number): number | null => {
    const index = Math.max(0, Math.ceil(n * share) - 1);
    return index < won.length ? seconds(won[index]) : null;
  };
  return {
    wins: won.length,
    n,
    best: won.length > 0 ? seconds(won[0]) : null,
    p10: at(0.1),
    p50: at(0.5),
    p90: at(0.9),
  };
}

function seconds(ticks: number): number {
  return Math.floor((ticks * 1000) / TICKS_PER_SECOND) / 1000;
}

/** What is asked of a level from the third on; the reasons it is not met, in words. */
export function missedTargets(table: LevelTable): string[] {
  const { idle, random, sensible, planner } = table.bots;
  const out: string[] = [];
  if (idle !== undefined && idle.wins > 0) out.push(`idle wins ${idle.wins} of ${idle.n}`);
  if (random !== undefined && random.wins > random.n * 0.05) out.push(`random wins ${random.wins} of ${random.n}`);
  if (sensible !== undefined && sensible.wins < sensible.n * 0.8) {
    out.push(`sensible wins only ${sensible.wins} of ${sensible.n}`);
  }
  if (planner !== undefined && planner.wins < planner.n * 0.9) {
    out.push(`planner wins only ${planner.wins} of ${planner.n}`);
  }
  const ratio = ratioOf(table);
  if (ratio !== null && ratio < 1.8) out.push(`sensible is only ${ratio.toFixed(2)} times the planner’s median`);
  return out;
}

/** Sensible's median over the planner's, or null where either is missing or lost. */
export function ratioOf(table: LevelTable): number | null {
  const { sensible, planner } = table.bots;
  const slow = sensible?.p50 ?? null;
  const quick = planner?.p50 ?? null;
  return slow === null || quick === null ? null : slow / quick;
}

/** A tool is missed where its ban costs wins, or a tenth of the median. Compared over the same seeds. */
export function isMissed(free: Row, banned: Row): boolean {
  if (banned.wins < free.wins) return true;
  return free.p50 !== null && (banned.p50 === null || banned.p50 >= free.p50 * 1.1);
}

const short = (value: number | null): string => (value === null ? '-' : value.toFixed(1));

const cell = (row: Row | undefined): string =>
  row === undefined ? '' : `${row.wins}/${row.n} ${short(row.p50)} ${short(row.p90)}`;

export function tableText(tables: readonly LevelTable[]): string {
  const lines = [['level', ...BOT_IDS.map((id) => `${id} (wins p50 p90)`), 'ratio', 'planner without'].join('\t')];
  for (const table of tables) {
    const ratio = ratioOf(table);
    const bans = Object.entries(table.bans ?? {}).map(([tool, row]) => `${tool} ${cell(row)}`);
    lines.push(
      [
        table.level,
        ...BOT_IDS.map((id) => cell(table.bots[id])),
        ratio === null ? '' : ratio.toFixed(2),
        bans.join('; '),
      ].join('\t'),
    );
  }
  return columns(lines);
}

function columns(lines: readonly string[]): string {
  const rows = lines.map((line) => line.split('\t'));
  const widths = rows[0].map((_, k) => Math.max(...rows.map((row) => row[k].length)));
  return rows
    .map((row) =>
      row
        .map((text, k) => text.padEnd(widths[k]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
