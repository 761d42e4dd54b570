// Bringing hands together: tunes, beads, holds, echoes, and a pulse where it is thick.

import { hertz, size, toByte, turnFrom } from '../../math/turn.ts';
import { kindOf, touchesLeft } from '../../network/acts.ts';
import { beatAngle, isOnBeat } from '../../network/beat.ts';
import { AUTHENTICITY, LAST_TOOL } from '../../network/layout.ts';
import { isCoherent } from '../../network/measure.ts';
import { chordAngle, gather, isHeld, isShielded, nextOnRoad, type Network } from '../../network/network.ts';
import { use, type Use } from '../bot.ts';
import {
  bearing,
  canAfford,
  isCounted,
  isFree,
  isReady,
  isStirred,
  runaway,
  SIXTH,
  stirAround,
  TWELFTH,
} from '../senses.ts';
import { isWhisperedAbout, sitters } from './cove.ts';
import { WAIT, want, type Habit, type Mood } from './habit.ts';

export const pulseTheThickest: Habit = (net) => {
  if (net.rules.slots['pulse'] === undefined) return null;
  const stir = stirAround(net);
  let best = -1;
  for (let i = 0; i < stir.length; i++) if (isFree(net, i) && (best < 0 || stir[i] > stir[best])) best = i;
  if (best < 0 || stir[best] < 1.6) return null;
  if (isOnBeat(net)) return want(net, use('pulse', best));
  // Near enough to wait for: the quarter bar before the window.
  return beatAngle(net) < -0x2000_0000 && beatAngle(net) > -0x6000_0000 ? WAIT : null;
};

export const echoTheHold: Habit = (net) => {
  const slot = net.rules.slots['echo'];
  if (slot === undefined || net.s[LAST_TOOL] === 0) return null;
  const last = net.rules.tools[net.s[LAST_TOOL] - 1].id;
  // A shield is worth holding longer where the goal asks for it, and not where it only keeps something out.
  const holds =
    last === 'anchor' || last === 'pulse' || (last === 'shield' && net.rules.level.goal.kind === 'shielded');
  return holds ? want(net, use('echo')) : null;
};

/** Gather the others first; then catch the one in the middle as they come by. */
export const holdTheRunaway: Habit = (net) => {
  if (net.rules.slots['anchor'] === undefined || !isReady(net, 'anchor')) return null;
  const i = runaway(net);
  if (i < 0) return null;
  const { nodes } = net.rules.layout;
  const { angle, x, y, n } = gather(net, (k) => k !== i && isCounted(net, k));
  if (nodes > 2 && !isCoherent(x, y, n, GATHERED)) return null;
  if (
    isCoherent(x, y, n, net.rules.target) &&
    size(turnFrom(angle, chordAngle(net, i))) < TWELFTH / 2 &&
    isSlow(net, i)
  ) {
    return null;
  }
  if (!canAfford(net, 'anchor')) return WAIT;
  return size(turnFrom(angle, chordAngle(net, i))) < SIXTH ? want(net, use('anchor', i)) : WAIT;
};

/** How far together the others should be before the middle is held, Q14. */
const GATHERED = 9000;

/** Hardly turning: it is held by those around already. */
function isSlow(net: Network, i: number): boolean {
  return size(net.s[net.rules.layout.speed + i]) < hertz(0.15);
}

export const bringBack: Habit = (net, mood) => {
  if (!net.rules.hazards.some((one) => one.id === 'drift')) return null;
  const { base, birth, nodes } = net.rules.layout;
  const { to } = bearing(net);
  let worst = -1;
  let most = hertz(0.12);
  for (let i = 0; i < nodes; i++) {
    const gone = size((net.s[base + i] - net.s[birth + i]) | 0);
    if (gone > most && isFree(net, i)) {
      most = gone;
      worst = i;
    }
  }
  return worst < 0 ? null : want(net, tuneTo(net, worst, to(worst), mood));
};

export const sendABead: Habit = (net) => {
  if (net.rules.slots['bead'] === undefined) return null;
  const roads = beadRoads(net, 1);
  return roads.length === 0 ? null : want(net, use('bead', roads[0][0], roads[0][1]));
};

/** For those out of reach who stand wrong: a neighbour who stands right, and a road between. */
export function beadRoads(net: Network, most: number): [number, number][] {
  const { nodes } = net.rules.layout;
  const { off } = bearing(net);
  const far: number[] = [];
  for (let i = 0; i < nodes; i++) if (isCounted(net, i) && !kindOf(net, i).touchable && off(i) > TWELFTH) far.push(i);
  far.sort((a, b) => off(b) - off(a) || a - b);
  const out: [number, number][] = [];
  for (const there of far) {
    if (out.length >= most) break;
    let best = -1;
    let least = TWELFTH;
    for (let i = 0; i < nodes; i++) {
      if (!isFree(net, i) || off(i) >= least || nextOnRoad(net, i, there) < 0) continue;
      least = off(i);
      best = i;
    }
    if (best >= 0) out.push([best, there]);
  }
  return out;
}

/** A portrait that shows the wrong thing is put right by whoever sits for it. */
export const sitForThePortrait: Habit = (net, mood) => {
  const i = sitters(net, 1)[0];
  return i === undefined || !mayTouch(net, i) ? null : want(net, tuneTo(net, i, bearing(net).to(i), mood));
};

export const tuneTheWorst: Habit = (net, mood) => {
  const { to } = bearing(net);
  const i = stragglers(net, 1)[0];
  return i === undefined ? null : want(net, tuneTo(net, i, to(i), mood));
};

/** A hand too many is laid on somebody only where there is enough of everybody left to pay for it. */
function mayTouch(net: Network, i: number): boolean {
  return touchesLeft(net, i) !== 0 || net.s[AUTHENTICITY] - net.rules.authenticity > TO_SPARE;
}

/** Authenticity over what the goal asks for, Q15. */
const TO_SPARE = 1600;

/** Free hands that stand clearly off, the calm ones before the stirred, the furthest first. */
export function stragglers(net: Network, most: number): number[] {
  const { off } = bearing(net);
  const { goal } = net.rules;
  const out: number[] = [];
  for (let i = 0; i < net.rules.layout.nodes; i++) {
    if (!isFree(net, i) || isShielded(net, i) || isHeld(net, i) || off(i) <= TWELFTH * 0.8) continue;
    // Who is to be behind a door need not stand anywhere.
    if (mayTouch(net, i) && !goal.who.includes(i)) out.push(i);
  }
  const rank = (i: number): number =>
    off(i) - (isStirred(net, i) ? 0x8000_0000 : 0) - (isWhisperedAbout(net, i) ? TWELFTH : 0);
  return out.sort((a, b) => rank(b) - rank(a) || a - b).slice(0, most);
}

function tuneTo(net: Network, i: number, chord: number, mood: Mood): Use {
  const angle = (chord + net.s[net.rules.layout.part + i]) | 0;
  return use('tune', i, (toByte(angle) + mood.tremble()) & 255);
}
