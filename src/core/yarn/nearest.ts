// What somebody may have meant: the known word that takes the fewest edits to reach from what they wrote.

/** The least number of letters changed, left out, added, or swapped with their neighbour; `most + 1` when more than `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last: number[] = [];
  for (let j = 0; j <= b.length; j++) last.push(j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length];
}

/** How far away a word may be and still be what was meant: one edit in three letters, and never more than three. */
function reach(word: string): number {
  return Math.min(3, Math.max(1, Math.floor(word.length / 3)));
}

/** Of equally near ones, the first. Case counts for nothing unless it is all that differs. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const small = word.toLowerCase();
  let best: string | undefined;
  let bestCost = reach(word) + 1;
  for (const one of known) {
    if (one === word) continue;
    const cost = editDistance(small, one.toLowerCase(), bestCost - 1);
    if (cost < bestCost) {
      best = one;
      bestCost = cost;
      if (cost === 0) break;
    }
  }
  return best;
}

/**
 * Suggestions for a whole project: each word is looked up once, and a project of thousands of unknown words stops being
 * helped after so many comparisons, or the check would be quadratic.
 */
export class Suggestions {
  private left = 200_000;
  private readonly known = new Map<string, string | undefined>();

  /** `list` names what the word is (`node`, `command`), for the same word may be looked up among several kinds. */
  of(list: string, word: string, candidates: ReadonlySet<string> | ReadonlyMap<string, unknown>): string | undefined {
    const key = `${list}:${word}`;
    if (this.known.has(key)) return this.known.get(key);
    if (this.left < candidates.size) return undefined;
    this.left -= candidates.size;
    const found = nearest(word, candidates.keys());
    this.known.set(key, found);
    return found;
  }
}
