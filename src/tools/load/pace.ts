// An open loop: each request has its time by the clock, and a slow answer does not put off those after it. People do not wait
// for each other; a tool that did would measure a slow service least when it is slowest.

/** What no connection was free for in so long is not sent any more. */
const LATE_MS = 1000;

export interface Pace {
  readonly rps: number;
  readonly seconds: number;
  /** So many under way at most. */
  readonly connections: number;
}

export interface Paced {
  readonly sent: number;
  readonly unsent: number;
  readonly ms: number;
}

/** `send` says itself how it went; `due` is when it should have gone out, by `performance.now()`. */
export function paced(
  { rps, seconds, connections }: Pace,
  send: (nth: number, due: number) => Promise<void>,
): Promise<Paced> {
  const all = rps * seconds;
  const began = performance.now();
  let next = 0;
  let unsent = 0;
  let underWay = 0;
  return new Promise((resolve, reject) => {
    const turn = (): void => {
      const now = performance.now();
      for (; next < all; next++) {
        const due = began + (next * 1000) / rps;
        if (due > now) break;
        if (now - due > LATE_MS) {
          unsent++;
          continue;
        }
        if (underWay >= connections) break;
        underWay++;
        const one = async (nth: number): Promise<void> => {
          await send(nth, due);
          underWay--;
          turn();
        };
        one(next).catch((error: unknown) => {
          clearInterval(clock);
          reject(error instanceof Error ? error : new Error(String(error)));
        });
      }
      if (next >= all && underWay === 0) {
        clearInterval(clock);
        resolve({ sent: all - unsent, unsent, ms: performance.now() - began });
      }
    };
    const clock = setInterval(turn, 1);
  });
}
