// Ticks as people read them: to the thousandth, to the tenth.

import { TICKS_PER_SECOND } from '../../core/math/turn.ts';

/** m:ss.mmm */
export function exactTime(ticks: number): string {
  const ms = Math.round((ticks * 1000) / TICKS_PER_SECOND);
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}.${String(ms % 1000).padStart(3, '0')}`;
}

/** How long it may take: mostly whole seconds. */
export function limitTime(ticks: number): string {
  return shortTime(ticks).replace(/\.0$/, '');
}

/** m:ss.t; every time in the game counts from the beginning. */
export function shortTime(ticks: number): string {
  const inTenths = Math.floor((ticks * 10) / TICKS_PER_SECOND);
  const seconds = Math.floor(inTenths / 10);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}.${inTenths % 10}`;
}

/** In seconds. */
export function tenths(ticks: number): string {
  return (ticks / TICKS_PER_SECOND).toFixed(1);
}
