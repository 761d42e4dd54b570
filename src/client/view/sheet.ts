// What everything that draws a network is handed: made once a frame.

import type { Network } from '../../core/network/network.ts';
import type { Picture } from '../picture.ts';
import type { NodeState, Standing } from '../reading.ts';
import type { Effects } from './effects.ts';
import type { Hand } from './hand.ts';
import type { Inks } from './palette.ts';
import type { Pen } from './pen.ts';

export interface Sheet {
  readonly pen: Pen;
  readonly net: Network;
  readonly before: Int32Array;
  readonly alpha: number;
  readonly picture: Picture;
  readonly inks: Inks;
  readonly states: readonly NodeState[];
  readonly stands: Standing;
  readonly hand: Hand;
  readonly effects: Effects;
  /** Seconds of the picture's own clock, which stands while the game does. */
  readonly time: number;
  /** Whether what need not move may. */
  readonly moves: boolean;
  /** Whether there is time for soft light. */
  readonly blooms: boolean;
}

/** A word of the state between two ticks, the short way round. */
export function between({ net, before, alpha }: Sheet, word: number): number {
  const turned = (net.s[word] - before[word]) | 0;
  return (before[word] + Math.round(turned * alpha)) | 0;
}

/** 0 to 1, slow at both ends. */
export function ease(t: number): number {
  const x = t <= 0 ? 0 : t >= 1 ? 1 : t;
  return x * x * (3 - 2 * x);
}
