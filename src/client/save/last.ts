// What was played last. A browser may refuse to store anything; then nothing is remembered, and nothing breaks.

const KEY = 'syntony.last';

export function rememberLast(level: string): void {
  try {
    localStorage.setItem(KEY, level);
  } catch {
    // private windows and full disks
  }
}

export function lastPlayed(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
