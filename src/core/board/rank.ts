// The order of a board. Fewer ticks first; who was verified first stands first among equals, and equals share a rank:
// 1, 2, 2, 4.

export interface Entry {
  readonly ticks: number;
  /** When its verdict came, by the server's clock; any number that grows. */
  readonly verifiedAt: number;
}

export function byRank(a: Entry, b: Entry): number {
  return a.ticks - b.ticks || a.verifiedAt - b.verifiedAt;
}

/** Sorted, each with its rank. Does not change what it is given. */
export function ranked<E extends Entry>(entries: readonly E[]): { entry: E; rank: number }[] {
  let rank = 0;
  let before = -1;
  return [...entries].sort(byRank).map((entry, i) => {
    if (entry.ticks !== before) rank = i + 1;
    before = entry.ticks;
    return { entry, rank };
  });
}

/** The rank that a time has, or would have, by how many are faster. */
export function rankOf(faster: number): number {
  return faster + 1;
}

/** Of all entries, the share that a time is at least as fast as, in whole percent rounded down: 100 for the first of them. */
export function percentile(faster: number, total: number): number {
  if (total <= 0) return 100;
  const least = faster < 0 ? 0 : faster > total ? total : faster;
  return Math.floor(((total - least) * 100) / total);
}

/** How many of a sorted list of ticks are faster than this one. */
export function fasterThan(ticks: number, sorted: readonly number[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < ticks) low = middle + 1;
    else high = middle;
  }
  return low;
}
