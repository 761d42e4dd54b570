// How much room the browser gives, and whether it may take it back.

export type Persistence = 'kept' | 'mayBeCleared' | 'unknown';

/** Asks to be kept. Browsers grant it by their own rules, some after asking the player. */
export async function persist(): Promise<Persistence> {
  try {
    // refused on plain http, and not there at all in older browsers
    if (typeof navigator.storage?.persist !== 'function') return 'unknown';
    return (await navigator.storage.persisted()) || (await navigator.storage.persist()) ? 'kept' : 'mayBeCleared';
  } catch {
    return 'unknown';
  }
}

export async function room(): Promise<{ readonly used: number; readonly of: number } | null> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? null : { used: usage, of: quota };
  } catch {
    return null;
  }
}

/** Null where the browser refuses even that. */
export function localStore(): Storage | null {
  try {
    const key = 'syntony.probe';
    localStorage.setItem(key, '1');
    localStorage.removeItem(key);
    return localStorage;
  } catch {
    return null;
  }
}
