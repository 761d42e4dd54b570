// The best time of each network, in ticks, wherever it is kept: save/best.ts keeps it in the browser.

export interface Bests {
  of(level: string): number | null;
  keep(level: string, ticks: number): void;
}

/** For as long as the page is open, and for tests. */
export function fleetingBests(): Bests {
  const known = new Map<string, number>();
  return { of: (level) => known.get(level) ?? null, keep: (level, ticks) => void known.set(level, ticks) };
}
