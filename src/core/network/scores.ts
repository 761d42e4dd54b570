// Trust Scores: a number on a person that says how loudly others hear them. Everybody's moves a little all the time; what
// hazards and tools do to one goes through giveScore. Where nobody wears a number none of this is asked.

import { cosine, SINE, SINE_SHIFT, sine } from '../math/sine.ts';
import { SCORE_MOST } from './fields.ts';
import { BOND, TICK } from './layout.ts';
import { chordAngle, isSeenAsTheyAre, isLate, isShielded, refreshBond, refreshVoice, type Network } from './network.ts';
import type { ScoreRules } from './rules.ts';
import type { Heard } from './vocabulary.ts';

const imul = Math.imul;
// Own constants, for the reason told in step.ts.
const TABLE = SINE;
const SHIFT = SINE_SHIFT;

/** Scores move ten times a second: nobody reads them faster, and a tick stays cheap. */
export const SCORE_TICKS = 12;
/** Trust at which a cut bond that was agreed back is a bond again, Q30. */
export const KNIT = 0x2000_0000;

/** A score at its highest, Q15. */
const FULL = 32768;

/** What somebody wears, 0 to 99; null for who wears none, and where scores are hidden. */
export function scoreOf(net: Network, i: number): number | null {
  const { scores, layout } = net.rules;
  const score = net.s[layout.score + i];
  if (scores === null || scores.mode === 'hidden' || score < 0) return null;
  return Math.floor((score * SCORE_MOST) / FULL + 0.5);
}

/** The lens on somebody: ticks left, and how many it lasts in all. */
export function lensOf(net: Network, i: number): { left: number; of: number } | null {
  const slot = net.rules.slots['lens'];
  if (slot === undefined || !isSeenAsTheyAre(net, i)) return null;
  return { left: net.s[net.rules.layout.lensUntil + i] - net.s[TICK], of: net.rules.tools[slot].ticks };
}

/** Where a hand will stand if it goes on as it goes now. */
export function forecast(net: Network, i: number, ticks: number): number {
  const { phase, speed } = net.rules.layout;
  return (net.s[phase + i] + imul(net.s[speed + i], ticks)) | 0;
}

/** Gives or takes points (Q15), as far as there is room for them; how many it came to. Nobody is given a number who wears none. */
export function giveScore(net: Network, i: number, points: number): number {
  const { s, rules } = net;
  const at = rules.layout.score + i;
  if (rules.scores === null || rules.scores.mode === 'hidden' || s[at] < 0) return 0;
  const before = s[at];
  const after = before + points;
  s[at] = after < 0 ? 0 : after > FULL ? FULL : after;
  refreshVoice(net, i);
  return s[at] - before;
}

/** What the metric knows of somebody before anything happened: a history as good as the score; an impulse of nothing. */
export function firstMemory(net: Network, i: number): number {
  const score = net.s[net.rules.layout.score + i];
  return net.rules.scores?.fast === true || score < 0 ? 0 : score;
}

export function moveScores(net: Network, heard: Heard): void {
  const { scores } = net.rules;
  if (scores === null || net.s[TICK] % SCORE_TICKS !== 0) return;
  switch (scores.mode) {
    case 'shown':
      return humAlong(net, scores);
    case 'metric':
      return followHistory(net, scores);
    case 'hidden':
      return agreeAgain(net, scores, heard);
  }
}

/** Whose score moves by itself: who wears one, is here, and does not sit in a workshop. */
function isMoved(net: Network, i: number): boolean {
  const { score, gatheredBy } = net.rules.layout;
  return net.s[score + i] >= 0 && net.s[gatheredBy + i] === 0 && !isLate(net, i);
}

/**
 * Up by agreeing with the table one sits at, down by standing apart from it: 2·(how far the table is together, as seen from
 * here) − 1, the same shape as trust. It follows the room, not the person; that is what is wrong with it.
 */
function humAlong(net: Network, { hum }: ScoreRules): void {
  const { s, rules } = net;
  const { nodes, group, sums } = rules.layout;
  for (let i = 0; i < nodes; i++) {
    if (!isMoved(net, i)) continue;
    const at = sums + s[group + i] * 3;
    const n = s[at + 2];
    if (n === 0) continue;
    const angle = chordAngle(net, i);
    const along = Math.floor((s[at] * (cosine(angle) >> 15) + s[at + 1] * (sine(angle) >> 15)) / (n * 16384));
    const want = 2 * along - FULL;
    giveScore(net, i, (imul(hum, want < -FULL ? -FULL : want) + 16384) >> 15);
  }
}

/** Cosines over the bonds of each node, and how many. Scratch, not state: zeroed at the start of every use. */
const AGREED = new Int32Array(8192);
const MET = new Int32Array(8192);

/** How each agrees with those they hear right now, Q15, in AGREED; 0 for who hears nobody. */
function gatherAgreement(net: Network): void {
  const { s } = net;
  const { nodes, bonds, phase, from, to, pull, interval, state } = net.rules.layout;
  AGREED.fill(0, 0, nodes);
  MET.fill(0, 0, nodes);
  for (let e = 0; e < bonds; e++) {
    if (s[pull + e] === 0 || (s[state + e] & (BOND.hidden | BOND.foreign)) !== 0) continue;
    const a = s[from + e];
    const b = s[to + e];
    const apart = (s[phase + b] - s[phase + a] - s[interval + e]) | 0;
    const near = TABLE[((apart >>> SHIFT) + 1024) & 4095] >> 15;
    AGREED[a] += near;
    AGREED[b] += near;
    MET[a]++;
    MET[b]++;
  }
  for (let i = 0; i < nodes; i++) {
    AGREED[i] = AGREED[i] <= 0 ? 0 : Math.floor(AGREED[i] / MET[i]);
  }
}

/**
 * The Compassion Metric. Slow, it is right: a history of some six seconds, and a score that comes after it. Fast, it is the
 * prototype: it takes the instant for the person, wants twice what it saw, and is carried past it by its own impulse.
 */
function followHistory(net: Network, { fast }: ScoreRules): void {
  const { s, rules } = net;
  const { nodes, score, memory } = rules.layout;
  gatherAgreement(net);
  for (let i = 0; i < nodes; i++) {
    if (!isMoved(net, i)) continue;
    const now = AGREED[i];
    if (fast) {
      const twice = 2 * now - 16384;
      const wish = twice < 0 ? 0 : twice > FULL ? FULL : twice;
      s[memory + i] += (wish - s[score + i] + 4) >> 3;
      s[memory + i] -= (s[memory + i] + 8) >> 4;
      const asked = s[memory + i] >> 1;
      // At either end of the scale the impulse is spent.
      if (giveScore(net, i, asked) !== asked) s[memory + i] = 0;
    } else {
      s[memory + i] += (now - s[memory + i] + 32) >> 6;
      giveScore(net, i, (s[memory + i] - s[score + i] + 4) >> 3);
    }
  }
}

/** Without scores a cut bond comes back by itself, slowly, and only while its two ends agree. */
function agreeAgain(net: Network, { knit }: ScoreRules, heard: Heard): void {
  const { s } = net;
  const { bonds, phase, from, to, interval, state, trust, floor } = net.rules.layout;
  for (let e = 0; e < bonds; e++) {
    if ((s[state + e] & BOND.cut) === 0) continue;
    if ((s[state + e] & (BOND.free | BOND.shut | BOND.hidden | BOND.foreign)) !== 0) continue;
    const a = s[from + e];
    const b = s[to + e];
    if (isShielded(net, a) || isShielded(net, b) || isLate(net, a) || isLate(net, b)) continue;
    const apart = (s[phase + b] - s[phase + a] - s[interval + e]) | 0;
    const want = 2 * (cosine(apart) >> 15) - FULL;
    const next = s[trust + e] + Math.floor((knit * (want < -FULL ? -FULL : want)) / FULL);
    s[trust + e] = next < s[floor + e] ? s[floor + e] : next;
    if (s[trust + e] < KNIT) continue;
    s[state + e] &= ~BOND.cut;
    refreshBond(net, e);
    heard('bondMended', e, 0);
  }
}
