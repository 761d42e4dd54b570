// The focus, moved by a stick or by arrows: to what lies that way on the screen. What has no arrows of its own (a title, a
// map, a menu) is walked like this.

import type { Direction } from '../picture.ts';

const STOPS = 'button:not([disabled]), a[href], select, input, textarea, [tabindex="0"]';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the next one lies: what is ahead counts once, what is aside thrice. Null where there is none. Pure. */
export function nextBox(here: Box, others: readonly Box[], way: Direction): number | null {
  let best: number | null = null;
  let least = Infinity;
  const hx = (here.left + here.right) / 2;
  const hy = (here.top + here.bottom) / 2;
  others.forEach((box, i) => {
    const dx = (box.left + box.right) / 2 - hx;
    const dy = (box.top + box.bottom) / 2 - hy;
    const ahead = way === 'left' ? -dx : way === 'right' ? dx : way === 'up' ? -dy : dy;
    const isAcross = way === 'left' || way === 'right';
    // two that overlap across the way stand side by side, wherever their middles are
    const gap = isAcross
      ? Math.max(0, Math.max(box.top, here.top) - Math.min(box.bottom, here.bottom))
      : Math.max(0, Math.max(box.left, here.left) - Math.min(box.right, here.right));
    const aside = gap === 0 ? Math.abs(isAcross ? dy : dx) * 0.2 : Math.abs(isAcross ? dy : dx) * 3;
    if (ahead < 4 || ahead + aside >= least) return;
    least = ahead + aside;
    best = i;
  });
  return best;
}

/** What can have the focus, within the panel that is open if there is one. */
export function stopsHere(): HTMLElement[] {
  const within = [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1) ?? document.body;
  return [...within.querySelectorAll<HTMLElement>(STOPS)].filter((one) => one.getClientRects().length > 0);
}

/** Moves the focus there. Whether it moved. */
export function walk(way: Direction): boolean {
  const stops = stopsHere();
  const now = document.activeElement;
  if (!(now instanceof HTMLElement) || !stops.includes(now)) {
    stops[0]?.focus();
    return stops.length > 0;
  }
  const others = stops.filter((one) => one !== now);
  const next = nextBox(
    now.getBoundingClientRect(),
    others.map((one) => one.getBoundingClientRect()),
    way,
  );
  if (next === null) return false;
  others[next].focus();
  others[next].scrollIntoView({ block: 'nearest' });
  return true;
}

/** What a button of a pad presses: whatever has the focus. */
export function press(): boolean {
  const now = document.activeElement;
  if (!(now instanceof HTMLElement) || !now.matches('button, a[href], input[type="checkbox"]')) return false;
  now.click();
  return true;
}
