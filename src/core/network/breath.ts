// Everybody in one breath: whoever is asked to breathe with all gives up a little of their own rhythm all the time. It brings
// a room together fast, and it is not given back: authenticity measures everybody against who they were born as.

import { TICK } from './layout.ts';
import type { Network } from './network.ts';

/** Ticks from one breath to the next. */
const EVERY = 12;
/** An eighth of what is given up is lost of oneself. */
const SELF = 3;

export function breathe({ s, rules }: Network): void {
  const { breath, layout } = rules;
  if (breath === 0 || s[TICK] % EVERY !== 0) return;
  const { nodes, counted, base, loss } = layout;
  let sum = 0;
  let n = 0;
  for (let i = 0; i < nodes; i++) {
    if (s[counted + i] === 0) continue;
    sum += s[base + i];
    n++;
  }
  if (n === 0) return;
  const mean = Math.floor(sum / n);
  for (let i = 0; i < nodes; i++) {
    if (s[counted + i] === 0) continue;
    s[base + i] += Math.floor(((mean - s[base + i]) * breath) / 32768);
    s[loss + i] += breath >> SELF;
  }
}
