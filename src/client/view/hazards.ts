import { pointOn, tipOf, type Point } from '../picture.ts';
import { namedByHazards, phages } from '../reading.ts';
import { along } from './pen.ts';
import type { Sheet } from './sheet.ts';

/** How far out a tell begins to close in. */
const FAR = 34;

/** Whom something is coming for: a ring that closes in, and touches when it strikes. Nothing blinks. */
export function drawHazards(sheet: Sheet): void {
  const { pen, net, picture, inks } = sheet;
  for (const i of phages(net)) comma(sheet, picture.nodes[i], picture.radius);
  for (const named of namedByHazards(net)) {
    const away = FAR * (named.of > 0 ? named.left / named.of : 0);
    if (named.on === 'node') close(sheet, picture.nodes[named.id], picture.radius + 6 + away);
    else if (named.on === 'bond') {
      const curve = picture.curve(net, named.id);
      pen.style(8, inks.fracture, 0.22).line(along(curve, picture.radius + 4));
      close(sheet, pointOn(curve, 0.5), 9 + away);
    } else {
      const { group, nodes } = net.rules.layout;
      for (let i = 0; i < nodes; i++)
        if (net.s[group + i] === named.id) close(sheet, picture.nodes[i], picture.radius + 6 + away);
    }
  }
}

function close({ pen, inks }: Sheet, at: Point, radius: number): void {
  pen.style(3, inks.fracture).ring(at, radius, [7, 5]);
  for (const turn of [0, 1, 2, 3]) {
    const angle = ((turn << 30) + 0x2000_0000) | 0;
    pen.line([tipOf(at, angle, radius + 6), tipOf(at, angle, radius - 3)]);
  }
}

/** A barbed comma beside whom it sits on. */
function comma({ pen, inks }: Sheet, at: Point, size: number): void {
  const head = { x: at.x + size * 0.9, y: at.y - size * 0.9 };
  pen.disc(head, 9, inks.halo);
  pen.disc(head, 7, inks.fracture);
  pen.style(4, inks.fracture).line([
    { x: head.x + 5, y: head.y + 2 },
    { x: head.x + 6, y: head.y + 10 },
    { x: head.x - 1, y: head.y + 16 },
  ]);
  pen.style(2.5, inks.fracture).line([
    { x: head.x + 2, y: head.y - 14 },
    { x: head.x, y: head.y - 5 },
    { x: head.x + 12, y: head.y - 9 },
  ]);
}
