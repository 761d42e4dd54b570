// What is in the player's hand: what the tool would work on, where the cursor is, and the ghost of a hand being turned.

import { distance, GATE, tipOf, type Point } from '../picture.ts';
import type { Target } from '../reading.ts';
import { along } from './pen.ts';
import type { Sheet } from './sheet.ts';

/** The ring of a bond's ghost hand: a bond has none of its own. */
const DIAL = 26;

export interface Hand {
  readonly tool: string | null;
  readonly cursor: Target | null;
  /** Why the tool would not work at the cursor. */
  readonly isRefused: boolean;
  readonly picked: Target | null;
  readonly ghost: number | null;
  readonly fitting: readonly Target[];
}

/** Under everything: a soft light along the bonds that the tool would work on. */
export function drawOffers({ pen, net, picture, inks, hand }: Sheet): void {
  for (const target of hand.fitting)
    if (target.kind === 'bond')
      pen.style(13, inks.halo, 0.85).line(along(picture.curve(net, target.id), picture.radius + 4));
}

/** Over everything. */
export function drawHand(sheet: Sheet): void {
  const { pen, net, picture, inks, hand } = sheet;
  if (hand.cursor !== null && hand.ghost === null) outline(sheet, hand.cursor, hand.isRefused);
  if (hand.picked === null) return;
  const at = picture.place(net, hand.picked);
  const size = hand.picked.kind === 'node' ? picture.radius : DIAL;
  if (hand.ghost === null) {
    pen.style(3, inks.ink).ring(at, size + 9);
    if (hand.cursor?.kind === 'node' && hand.cursor.id !== hand.picked.id)
      reach(sheet, at, picture.place(net, hand.cursor), size + 9);
    return;
  }
  if (hand.picked.kind === 'bond') pen.disc(at, DIAL, inks.halo, 0.92);
  pen.style(2, inks.ink, 0.8).ring(at, size + 14, [3, 5]);
  const tip = tipOf(at, hand.ghost, size + 14);
  pen.style(3.5, inks.ink).line([at, tip]);
  pen.disc(tip, 8, inks.halo);
  pen.disc(tip, 6.5, inks.ink);
}

function outline({ pen, net, picture, inks }: Sheet, target: Target, isRefused: boolean): void {
  const colour = isRefused ? inks.fracture : inks.ink;
  if (target.kind === 'node') {
    const at = picture.nodes[target.id];
    pen.style(3, colour).ring(at, picture.radius + 8, isRefused ? [6, 6] : null);
  } else if (target.kind === 'bond') {
    const line = along(picture.curve(net, target.id), picture.radius + 4);
    pen.style(12, colour, isRefused ? 0.14 : 0.22).line(line);
    pen.style(3, colour).ring(line[Math.floor(line.length / 2)], 15, isRefused ? [6, 6] : null);
  } else pen.style(3, colour).ring(picture.place(net, target), GATE + 5);
}

/** From the first of two towards the second. */
function reach({ pen, inks }: Sheet, from: Point, to: Point, clear: number): void {
  const length = distance(from, to) || 1;
  const share = clear / length;
  pen.style(2.5, inks.ink).dashed(
    [
      { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share },
      { x: to.x - (to.x - from.x) * share, y: to.y - (to.y - from.y) * share },
    ],
    [7, 6],
  );
}
