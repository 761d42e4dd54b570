// Waits for what comes by itself: no test guesses how long that takes.

const LOOK_MS = 10;
const MOST_MS = 60_000;

/** The first answer that is not undefined or false. */
export async function until<T>(what: string, look: () => Promise<T> | T): Promise<Exclude<T, undefined | false>> {
  for (const end = Date.now() + MOST_MS; ;) {
    const found = await look();
    if (found !== undefined && found !== false) return found as Exclude<T, undefined | false>;
    if (Date.now() > end) throw new Error(`${what}: it did not come`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
