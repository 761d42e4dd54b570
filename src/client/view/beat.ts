import { BEAT_PART, beatAngle, isOnBeat } from '../../core/network/beat.ts';
import type { Network } from '../../core/network/network.ts';
import { BEAT_AT as AT, tipOf } from '../picture.ts';
import { COVES } from './palette.ts';
import type { Pen } from './pen.ts';

const SIZE = 24;
const WINDOW = 0x1_0000_0000 / BEAT_PART;

/** The bar as a clock: its hand is on the beat while it is inside the wedge at the top. Only where a tool listens to it. */
export function drawBeat(pen: Pen, net: Network): void {
  if (net.rules.slots['pulse'] === undefined) return;
  const on = isOnBeat(net);
  pen.disc(AT, SIZE + 6, COVES.halo, 0.85);
  const rim = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((k) => tipOf(AT, ((WINDOW / 4) * k) | 0, SIZE));
  pen.area([AT, ...rim], COVES.accent, on ? 0.9 : 0.35);
  pen.style(2.5, COVES.ink).ring(AT, SIZE);
  pen.style(3.5, COVES.ink).line([AT, tipOf(AT, beatAngle(net), SIZE)]);
}
