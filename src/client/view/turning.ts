// What turns about the Sphere: a light that goes round inside the glass, meridian by meridian, and two beads on the rings
// of its floor. The regions themselves stand still, for there are buttons on them.

import type { Point } from '../picture.ts';
import { GLOBE, viewOf } from './globe.ts';
import type { Pen } from './pen.ts';

const TURN = 2 * Math.PI;
/** Seconds for a turn. */
const ROUND = 90;
const BRASS = 0xe8c48a;
const GLASS = 0x9cc8e0;
/** On the title it has come half out of the water. */
const RISEN = { x: 0, y: 590, r: 300, tide: 640 } as const;

export function drawTurning(
  pen: Pen,
  screen: 'hub' | 'title',
  width: number,
  height: number,
  time: number,
  blooms: boolean,
): void {
  const view = viewOf(width, height);
  const globe = screen === 'hub' ? { ...GLOBE, tide: Infinity } : RISEN;
  const at = { x: view.x + globe.x * view.scale, y: view.y + globe.y * view.scale };
  const r = globe.r * view.scale;
  const low = view.y + globe.tide * view.scale;
  for (let k = 0; k < 6; k++) {
    const angle = (time / ROUND + k / 6) * TURN;
    const across = Math.sin(angle);
    const front = Math.cos(angle);
    const points: Point[] = [];
    for (let step = 0; step <= 28; step++) {
      const a = (step / 28 - 0.5) * Math.PI;
      const point = { x: at.x + across * r * 0.96 * Math.cos(a), y: at.y + r * 0.96 * Math.sin(a) };
      if (point.y <= low) points.push(point);
    }
    // What is on the far side is seen through the glass.
    pen.style(front > 0 ? 2.2 : 1.2, GLASS, front > 0 ? 0.34 * front + 0.05 : 0.12).line(points);
  }
  if (screen === 'title') return;
  for (const [away, quick, size] of [
    [700, 1, 5],
    [520, -1.6, 4],
  ] as const) {
    const angle = (time / ROUND) * TURN * quick * 2;
    const bead = {
      x: at.x + Math.cos(angle) * away * view.scale,
      y: view.y + (850 + Math.sin(angle) * away * 0.14) * view.scale,
    };
    if (blooms) pen.glow(bead, size * 5, BRASS, 0.4);
    pen.disc(bead, size, BRASS, 0.95);
  }
}
