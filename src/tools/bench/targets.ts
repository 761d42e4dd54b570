// What was wanted and what was measured, for every bench.

export interface Target {
  readonly name: string;
  readonly wanted: string;
  /** Null: could not be measured here, and is counted as skipped. */
  readonly measured: number | null;
  readonly met: boolean | null;
}

export function atLeast(name: string, least: number, measured: number | null): Target {
  return { name, wanted: `at least ${least}`, measured, met: measured === null ? null : measured >= least };
}

export function atMost(name: string, most: number, measured: number | null): Target {
  return { name, wanted: `at most ${most}`, measured, met: measured === null ? null : measured <= most };
}

/** A target that could not be measured is no failure; it is said. */
export function allMet({ targets }: { readonly targets: readonly Target[] }): boolean {
  return targets.every((one) => one.met !== false);
}

export function verdicts(targets: readonly Target[]): string[] {
  return targets.map((one) => {
    const mark = one.met === null ? 'skipped' : one.met ? 'met' : 'MISSED';
    return `${mark.padEnd(7)}  ${one.name}: ${one.measured ?? '-'}, wanted ${one.wanted}`;
  });
}

/** Columns as wide as their widest cell, to the right. */
export function tableOf(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, k) => Math.max(...rows.map((row) => row[k].length)));
  return rows.map((row) => row.map((cell, k) => cell.padStart(widths[k])).join('  '));
}
