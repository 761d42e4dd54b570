// From ticks to what people read. A run is decided in ticks; this is the published rule: ticks / 120, rounded down.

import { TICKS_PER_SECOND } from '../math/turn.ts';

/** Whole milliseconds. */
function milliseconds(ticks: number): number {
  return Math.floor((ticks * 1000) / TICKS_PER_SECOND);
}

/** Seconds, to the millisecond. */
export function timeOf(ticks: number): number {
  return milliseconds(ticks) / 1000;
}

/** As on every clock of the game: 1:23.450. */
export function formatTime(ticks: number): string {
  const ms = milliseconds(ticks);
  const seconds = Math.floor(ms / 1000);
  const rest = String(seconds % 60).padStart(2, '0');
  return `${Math.floor(seconds / 60)}:${rest}.${String(ms % 1000).padStart(3, '0')}`;
}
