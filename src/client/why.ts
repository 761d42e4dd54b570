// Why somebody does not stand with the others: the first reason that is true, in the order in which a hand can do something
// about it. Read off the network like everything in reading.ts. Pure.

import { cosine, sine } from '../core/math/sine.ts';
import { BOND, HOLDER } from '../core/network/layout.ts';
import { isSeenBond, touches, endOf, type Network } from '../core/network/network.ts';
import { scoreOf } from '../core/network/scores.ts';
import { nodeState, offBy, type Standing } from './reading.ts';

export type Why =
  | { readonly kind: 'inverted' | 'alone' | 'fast' | 'torn' | 'weak' }
  /** Nobody hears them: the number they wear. */
  | { readonly kind: 'quiet'; readonly score: number };

/** Beyond this share of what its bonds can pull, a rhythm does not lock (design/resonance.md). */
const LOCKS = 0.9;
/** Below this share of all that pulls, what is left points nowhere. */
const TORN = 0.45;
/** Who wears less is mostly not heard. */
const QUIET = 45;
/** So near, it is coming by itself. */
const NEAR = 45;

export function whyApart(net: Network, stands: Standing, i: number): Why | null {
  const { s, rules } = net;
  const { layout } = rules;
  if (s[layout.counted + i] === 0 || s[layout.holder + i] !== HOLDER.nobody) return null;
  if (nodeState(net, stands, i) === 'inTune') return null;
  let x = 0;
  let y = 0;
  let now = 0;
  let most = 0;
  let isInverted = false;
  let other = 0;
  let others = 0;
  for (let e = 0; e < layout.bonds; e++) {
    if (!isSeenBond(net, e) || !touches(net, e, i)) continue;
    if ((s[layout.state + e] & BOND.flipped) !== 0) isInverted = true;
    if (s[layout.pull + e] === 0) continue;
    const j = endOf(net, e, i);
    const loud = s[layout.emit + j] / 32;
    if (loud === 0) continue;
    const trust = s[layout.trust + e] / 0x4000_0000;
    // where this bond would have the hand stand: at the interval from the other end
    const interval = s[layout.from + e] === i ? -s[layout.interval + e] : s[layout.interval + e];
    const towards = (s[layout.phase + j] + interval + (s[layout.pull + e] < 0 ? -0x8000_0000 : 0)) | 0;
    x += (cosine(towards) / 0x4000_0000) * loud * trust;
    y += (sine(towards) / 0x4000_0000) * loud * trust;
    now += loud * trust;
    most += loud;
    other += s[layout.rhythm + j];
    others++;
  }
  if (isInverted) return { kind: 'inverted' };
  if (others === 0) return { kind: 'alone' };
  const gain = rules.pull * 2048 * (s[layout.feel + i] / 32);
  const ahead = Math.abs(s[layout.rhythm + i] - other / others);
  if (ahead > gain * most * LOCKS) return { kind: 'fast' };
  const score = scoreOf(net, i);
  if (score !== null && score < QUIET) return { kind: 'quiet', score };
  if (others > 1 && Math.hypot(x, y) < now * TORN) return { kind: 'torn' };
  return ahead > gain * now * LOCKS && Math.abs(offBy(net, stands, i)) > NEAR ? { kind: 'weak' } : null;
}
