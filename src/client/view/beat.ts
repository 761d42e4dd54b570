import { BEAT_PART, beatAngle, isOnBeat } from '../../core/network/beat.ts';
import { BEAT_AT as AT, tipOf } from '../picture.ts';
import type { Sheet } from './sheet.ts';

const SIZE = 24;
const WINDOW = 0x1_0000_0000 / BEAT_PART;

/** The bar as a clock: its hand is on the beat while it is inside the wedge at the top. Only where a tool listens to it. */
export function drawBeat({ pen, net, inks }: Sheet): void {
  if (net.rules.slots['pulse'] === undefined) return;
  const on = isOnBeat(net);
  pen.disc(AT, SIZE + 6, inks.halo, 0.85);
  const rim = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((k) => tipOf(AT, ((WINDOW / 4) * k) | 0, SIZE));
  pen.area([AT, ...rim], inks.accent, on ? 0.9 : 0.35);
  pen.style(2.5, inks.ink).ring(AT, SIZE);
  pen.style(3.5, inks.ink).line([AT, tipOf(AT, beatAngle(net), SIZE)]);
}
