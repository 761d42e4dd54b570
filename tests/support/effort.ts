// What something costs, on a machine that is busy with other things: time of the processor that this process took, never time
// that passed; and how that grows with the length of what is read.

/** Milliseconds of processor that the work took. */
export function effort(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** So many times as long is what `growth` compares: in proportion it costs 32 times as much, squared 1024 times. */
const LONGER = 32;
/** Far from both: what is long is dearer a piece, for the rubbish that is collected meanwhile. */
export const MORE_THAN_LINEAR = 320;
/** Below this the clock of the processor says little. */
const LEAST_MS = 1.5;
const LONGEST = 50_000;
const TRIES = 4;

/** How many times as dear `work` is on something 32 times as long; the best of a few tries, as only what is too much is chance. */
export function growth(work: (length: number) => () => void): number {
  let length = 250;
  let ready = work(length);
  const best = (): number => Math.min(...Array.from({ length: TRIES }, () => effort(ready)));
  let small = best();
  while (small < LEAST_MS && length < LONGEST) {
    ready = work((length *= 2));
    small = best();
  }
  const long = work(length * LONGER);
  let grown = Number.POSITIVE_INFINITY;
  for (let k = 0; k < TRIES && grown >= MORE_THAN_LINEAR; k++) {
    grown = Math.min(grown, effort(long) / Math.max(small, 0.1));
  }
  return grown;
}
