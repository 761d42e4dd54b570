// The best time of each network, in ticks. What cannot be read or stored is as if it had never been.

import type { Bests } from '../bests.ts';

const KEY = 'syntony.best';

export function keptBests(): Bests {
  return {
    of: (level) => read()[level] ?? null,
    keep(level, ticks) {
      try {
        localStorage.setItem(KEY, JSON.stringify({ ...read(), [level]: ticks }));
      } catch {
        // private windows and full disks
      }
    },
  };
}

function read(): Record<string, number> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof found !== 'object' || found === null) return {};
    const entries = Object.entries(found).filter((one): one is [string, number] => Number.isInteger(one[1]));
    return Object.fromEntries(entries.filter(([, ticks]) => ticks > 0));
  } catch {
    return {};
  }
}
