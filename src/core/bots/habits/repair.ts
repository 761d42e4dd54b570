// Putting right what is broken, set wrong, or pulled from off the map.

import { toByte } from '../../math/turn.ts';
import { BOND, TICK } from '../../network/layout.ts';
import type { Network } from '../../network/network.ts';
import { use } from '../bot.ts';
import { bearing, brokenBonds, isFree, isStirred, rightInterval, TWELFTH, wrongBonds } from '../senses.ts';
import { want, type Habit, type Memory } from './habit.ts';

export const cutTheForeign: Habit = (net, { mends }) => {
  if (!mends && net.rules.slots['reveal'] === undefined) return null;
  const { state } = net.rules.layout;
  for (const e of brokenBonds(net)) if ((net.s[state + e] & BOND.foreign) !== 0) return want(net, use('mend', e));
  return null;
};

export const mendTheFirst: Habit = (net, { mends }) => {
  if (!mends) return null;
  for (const e of brokenBonds(net)) {
    const urge = want(net, use('mend', e));
    if (urge !== null) return urge;
  }
  return null;
};

export const setTheWrong: Habit = (net) => {
  if (net.rules.slots['interval'] === undefined) return null;
  for (const e of wrongBonds(net)) {
    const urge = want(net, use('interval', e, toByte(rightInterval(net, e))));
    if (urge !== null) return urge;
  }
  return null;
};

export const lookBehindTheSlipping: Habit = (net, mood) => {
  if (net.rules.slots['reveal'] === undefined) return null;
  const i = slipping(net, mood.memory, 1)[0];
  return i === undefined ? null : want(net, use('reveal', i));
};

/** Who was tuned a moment ago and has gone again, and was not looked behind yet. */
function slipping(net: Network, memory: Memory, most: number): number[] {
  const { off } = bearing(net);
  const now = net.s[TICK];
  const out: number[] = [];
  for (let i = 0; i < net.rules.layout.nodes; i++) {
    const since = now - memory.tunedAt[i];
    if (since < 60 || since > 1200 || memory.lookedAt[i] > -9999 || isStirred(net, i)) continue;
    if (isFree(net, i) && off(i) > TWELFTH) out.push(i);
  }
  return out.sort((a, b) => off(b) - off(a) || a - b).slice(0, most);
}
