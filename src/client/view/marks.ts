// The map of a round: the same people at the same places, calm. Nobody turns and nothing pulls; who may be visited stands
// out, who was is ticked off, and the one the hand is on is ringed.

import { tipOf, type Point } from '../picture.ts';
import { bondEnds, seenBonds, seenNodes } from '../reading.ts';
import type { Mark } from './look.ts';
import { along } from './pen.ts';
import { sizeOf } from './nodes.ts';
import type { Sheet } from './sheet.ts';

export function drawMap(sheet: Sheet, marks: readonly Mark[]): void {
  const { pen, net, picture, inks, time, moves } = sheet;
  const stateOf = new Map(marks.map((one) => [one.node, one.state]));
  for (const e of seenBonds(net)) {
    const [a, b] = bondEnds(net, e);
    const known = stateOf.has(a) && stateOf.has(b);
    pen.style(known ? 2 : 1.4, inks.second, known ? 0.38 : 0.2).line(along(picture.curve(net, e), picture.radius + 4));
  }
  for (const i of seenNodes(net)) {
    const at = picture.nodes[i];
    const size = sizeOf(sheet, i);
    const state = stateOf.get(i);
    const isOpen = state === 'open' || state === 'picked';
    if (inks.isLight) pen.glow({ x: at.x, y: at.y + 5 }, size * 1.5, inks.ink, state === undefined ? 0.1 : 0.24);
    else if (isOpen) pen.glow(at, size * 2, inks.accent, 0.22);
    pen.disc(at, size + 4, inks.halo, state === undefined ? 0.55 : 0.95);
    switch (state) {
      case undefined:
        pen.style(1.5, inks.ink, 0.4).ring(at, size * 0.8, [2, 6]);
        pen.disc(at, 3, inks.ink, 0.4);
        break;
      case 'visited':
        pen.disc(at, size, inks.accent, 0.16);
        pen.style(2.2, inks.accent, 0.85).ring(at, size);
        ticked(sheet, at, size);
        break;
      case 'open':
      case 'picked': {
        const isPicked = state === 'picked';
        pen.style(isPicked ? 4 : 3, inks.accent).ring(at, size);
        // a door that stands ajar: there is somebody to go to
        const breath = moves ? Math.sin(time * 1.4 + i) * 0.05 : 0;
        pen.style(1.6, inks.accent, isPicked ? 0.9 : 0.5).ring(at, size * (1.24 + breath), isPicked ? null : [6, 6]);
        pen.disc(at, size * 0.3, inks.accent);
        pen.disc(at, size * 0.13, inks.halo);
        if (isPicked)
          for (let k = 0; k < 4; k++) {
            const angle = (k * 0x4000_0000 + 0x2000_0000) | 0;
            pen.style(3, inks.ink).line([tipOf(at, angle, size * 1.38), tipOf(at, angle, size * 1.62)]);
          }
        break;
      }
    }
  }
}

function ticked({ pen, inks }: Sheet, at: Point, size: number): void {
  pen.style(Math.max(3, size * 0.14), inks.accent).line([
    { x: at.x - size * 0.38, y: at.y + size * 0.02 },
    { x: at.x - size * 0.1, y: at.y + size * 0.32 },
    { x: at.x + size * 0.42, y: at.y - size * 0.34 },
  ]);
}
