// What every room of the Coves has: a window to the city, and walls with holes in them.

import { type Brush, type Flat } from '../brush.ts';
import { sky, skyline, water } from '../forms.ts';

/** What a window shows. */
export function outside(horizon: number, size: number): Flat {
  return {
    near: 0,
    paint(b) {
      sky(b, horizon + 40);
      skyline(b, horizon, 0.75, size);
      skyline(b, horizon + 10, 0.5, size * 1.3);
      water(b, horizon + 10, 0.1);
      b.grain();
    },
  };
}

/** A wall with holes in it: `holes` traces them, one path. */
export function wall(b: Brush, holes: () => void, paint: () => void): void {
  const { c } = b;
  c.save();
  paint();
  c.globalCompositeOperation = 'destination-out';
  holes();
  c.fillStyle = '#000';
  c.fill();
  c.restore();
}
