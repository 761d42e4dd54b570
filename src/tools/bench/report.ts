// The bench of the core as one report: what was measured, what was wanted, and a table of both for people.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { clearProgress, progress } from '../cli.ts';
import { measureSnapshot, type EverythingReport, type Measured, type SizeReport, type SnapshotReport } from './core.ts';
import { compileNative } from './native.ts';
import { atLeast, atMost, tableOf, verdicts, type Target } from './targets.ts';

export const SIZES = [16, 64, 256, 1024, 4096] as const;

export interface Report {
  readonly sizes: readonly SizeReport[];
  readonly perBond4096to64: number | null;
  readonly snapshot: SnapshotReport;
  readonly everything: EverythingReport;
  readonly c: { readonly compiler: string | null; readonly identical: boolean | null };
  readonly targets: readonly Target[];
  readonly skipped: number;
}

/** In about so many seconds, most of them for the sizes. */
export function benchCore(seconds: number, sizes: readonly number[] = SIZES): Report {
  const native = compileNative();
  try {
    const steps = sizes.length + 2;
    const measured: Measured[] = sizes.map((nodes, k) => {
      progress(k, steps, `${nodes} nodes`);
      return measureAlone(String(nodes), (0.8 * seconds) / sizes.length) as Measured;
    });
    progress(sizes.length, steps, 'snapshots');
    const snapshot = measureSnapshot(0.03 * seconds);
    progress(sizes.length + 1, steps, 'everything');
    const everything = measureAlone('everything', 0.17 * seconds) as EverythingReport;
    clearProgress();

    const all = measured.map((one) => one.size);
    const [small, large] = [all.find((one) => one.nodes === 64), all.find((one) => one.nodes === 4096)];
    const perBond = small && large ? Math.round((100 * large.core) / small.core) / 100 : null;
    const identical = native === undefined ? null : measured.every((one) => one.identical === true);
    const targets = targetsOf(all, perBond, everything, identical);
    return {
      sizes: all,
      perBond4096to64: perBond,
      snapshot,
      everything,
      c: { compiler: native?.compiler ?? null, identical },
      targets,
      skipped: targets.filter((one) => one.met === null).length,
    };
  } finally {
    native?.remove();
  }
}

/** In a fresh process: see alone.ts. */
function measureAlone(what: string, seconds: number): unknown {
  const file = fileURLToPath(new URL('alone.ts', import.meta.url));
  const out = execFileSync(process.execPath, ['--import', 'tsx', file, what, String(seconds)], { encoding: 'utf8' });
  return JSON.parse(out);
}

function targetsOf(
  sizes: readonly SizeReport[],
  perBond: number | null,
  everything: EverythingReport,
  identical: boolean | null,
): Target[] {
  const plain = sizes
    .filter((one) => one.nodes >= 64)
    .map((one) => atLeast(`plain / core at ${one.nodes} nodes`, one.nodes >= 256 ? 4 : 2.5, one.plainRatio));
  const toC = sizes.find((one) => one.nodes === 256);
  return [
    ...plain,
    ...(toC ? [atMost('core / C at 256 nodes', 2.5, toC.cRatio)] : []),
    {
      name: 'C ends in the same bits',
      wanted: 'yes',
      measured: identical === null ? null : +identical,
      met: identical,
    },
    atMost('a bond at 4096 nodes, to one at 64', 1.5, perBond),
    atLeast('game-seconds a CPU-second, everything on', 5000, everything.gameSecondsPerCpuSecond),
  ];
}

export function inWords(report: Report): string {
  const { sizes, snapshot, everything, c, targets } = report;
  const rows = [
    ['nodes', 'bonds', 'core', 'plain', 'by ties', 'C', 'plain/core', 'core/C', 'ticks/s'],
    ...sizes.map((one) => [
      String(one.nodes),
      String(one.bonds),
      one.core.toFixed(1),
      one.plain.toFixed(1),
      one.plainByTies.toFixed(1),
      one.c?.toFixed(1) ?? '-',
      one.plainRatio.toFixed(2),
      one.cRatio?.toFixed(2) ?? '-',
      one.ticksPerSecond.toLocaleString('en'),
    ]),
  ];
  const table = tableOf(rows);
  const inC =
    c.compiler === null
      ? 'C: skipped, there is no gcc here'
      : `C: ${c.compiler}; identical: ${String(c.identical)}, bit for bit`;
  return [
    'One tick of the core, in nanoseconds a bond:',
    '',
    ...table,
    '',
    inC,
    `Snapshot at ${everything.nodes} nodes, ${everything.bonds} bonds and every system: ${snapshot.bytes} bytes, copied in ${snapshot.ns} ns`,
    `Every system on: ${everything.gameSecondsPerCpuSecond.toLocaleString('en')} game-seconds a CPU-second`,
    '',
    ...verdicts(targets),
  ].join('\n');
}
