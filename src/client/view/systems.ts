// The rules of the Coves on the table: numbers, the lens, workshops, whispers, who is still on the way, hands left.

import { touchesLeft } from '../../core/network/acts.ts';
import { namedToShield } from '../../core/network/goals/shielded.ts';
import { arriving } from '../../core/network/hazards/arrivals.ts';
import { forecast, lensOf, scoreOf } from '../../core/network/scores.ts';
import { workshops, wouldGather } from '../../core/network/tools/workshop.ts';
import { isLate } from '../../core/network/network.ts';
import { TICKS_PER_SECOND } from '../../core/math/turn.ts';
import { pointOn, tipOf, type Point } from '../picture.ts';
import { namedByHazards, seenNodes } from '../reading.ts';
import { sizeOf } from './nodes.ts';
import { ease, between, type Sheet } from './sheet.ts';

/** How far ahead the lens sees. */
const AHEAD = 2;
/** A wheel of feeling: twelve soft hues, none of them that of being in tune. */
const WHEEL = [
  0xe07a72, 0xe39a68, 0xd9b45e, 0xa9bd62, 0x74bd80, 0x55b9a2, 0x58aec4, 0x6c97d3, 0x8883d4, 0xa677c9, 0xc473b2,
  0xd77494,
] as const;

/** What somebody says, while they say it, is a colour: by the angle of a hand. */
function hueOf(angle: number): number {
  return WHEEL[Math.floor(((angle >>> 0) / 0x1_0000_0000) * WHEEL.length)];
}

/** Under the bonds. */
export function drawTables(sheet: Sheet): void {
  const { pen, net, picture, inks, hand } = sheet;
  for (const { host, members, left } of workshops(net)) {
    const slot = net.rules.slots['workshop'];
    const of = slot === undefined ? left : net.rules.tools[slot].ticks;
    const shown = ease(Math.min(1, (of - left) / 30)) * ease(Math.min(1, left / 24));
    table(sheet, host, members, shown, of > 0 ? left / of : 0);
  }
  if (hand.tool === 'workshop' && hand.cursor?.kind === 'node') {
    const at = picture.nodes[hand.cursor.id];
    for (const other of wouldGather(net, hand.cursor.id))
      if (other !== hand.cursor.id) pen.style(2, inks.accent, 0.8).dashed([at, picture.nodes[other]], [3, 6]);
  }
}

/** A round table, as wide as whom it gathers; a place laid for each. */
function table(
  { pen, picture, inks }: Sheet,
  host: number,
  members: readonly number[],
  shown: number,
  share: number,
): void {
  const all = [host, ...members.filter((one) => one !== host)].map((one) => picture.nodes[one]);
  const middle = {
    x: all.reduce((sum, one) => sum + one.x, 0) / all.length,
    y: all.reduce((sum, one) => sum + one.y, 0) / all.length,
  };
  const reach = Math.max(...all.map((one) => Math.hypot(one.x - middle.x, one.y - middle.y)));
  const radius = Math.max(picture.radius * 1.2, reach * 0.62) * (0.8 + 0.2 * shown);
  pen.disc(middle, radius, inks.accent, 0.1 * shown);
  pen.style(2.6, inks.accent, 0.85 * shown).ring(middle, radius);
  pen.style(1.2, inks.accent, 0.5 * shown).ring(middle, radius - 6);
  pen.style(5, inks.accent, 0.9 * shown).ring(middle, radius, null, share);
  for (const at of all) {
    const angle = Math.atan2(at.y - middle.y, at.x - middle.x);
    const seat = { x: middle.x + Math.cos(angle) * radius, y: middle.y + Math.sin(angle) * radius };
    pen.disc(seat, 6, inks.halo, shown);
    pen.disc(seat, 4.4, inks.accent, shown);
    pen
      .style(1.6, inks.accent, 0.6 * shown)
      .line([seat, { x: at.x - Math.cos(angle) * picture.radius, y: at.y - Math.sin(angle) * picture.radius }]);
  }
}

/** From the table that is spoken about to the one that gains by it. */
export function drawWhispers(sheet: Sheet): void {
  const { pen, net, picture, inks, time, moves } = sheet;
  const { group, nodes } = net.rules.layout;
  for (const hazard of net.rules.hazards) {
    if (hazard.id !== 'whispers') continue;
    const tell = namedByHazards(net).find((one) => one.hazard === 'whispers');
    const to: Point[] = [];
    const from: Point[] = [];
    for (let i = 0; i < nodes; i++) {
      if (net.s[group + i] === hazard.values['to']) to.push(picture.nodes[i]);
      if (net.s[group + i] === hazard.values['from']) from.push(picture.nodes[i]);
    }
    if (to.length === 0 || from.length === 0) continue;
    const a = tell === undefined ? mean(from) : picture.nodes[tell.id];
    const b = mean(to);
    const curve = { from: a, by: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 - 60 }, to: b };
    const near = tell === undefined ? 0 : 1 - (tell.of > 0 ? tell.left / tell.of : 0);
    const thread = Array.from({ length: 25 }, (_, k) => pointOn(curve, k / 24));
    pen.style(tell === undefined ? 1.4 : 2.4 + 2 * near, inks.ink, tell === undefined ? 0.22 : 0.4 + 0.35 * near);
    pen.dashed(thread, tell === undefined ? [2, 9] : [9, 6], moves ? -time * 26 : 0);
    if (tell === undefined) continue;
    // an ear, where it is heard
    for (const away of [9, 15]) pen.style(2, inks.ink, 0.6).ring(b, away, null, 0.5 * (0.4 + 0.6 * near), 0.02);
  }
}

function mean(points: readonly Point[]): Point {
  return {
    x: points.reduce((s, p) => s + p.x, 0) / points.length,
    y: points.reduce((s, p) => s + p.y, 0) / points.length,
  };
}

/** Whoever is late stands outside, dotted, and comes nearer. */
export function drawLate({ pen, net, picture, inks }: Sheet): void {
  for (let i = 0; i < net.rules.layout.nodes; i++)
    if (isLate(net, i)) pen.style(1.5, inks.ink, 0.3).ring(picture.nodes[i], picture.radius * 0.8, [2, 6]);
  for (const { node, left } of arriving(net)) {
    const home = picture.nodes[node];
    const out = { x: home.x - picture.width / 2, y: home.y - picture.height / 2 };
    const length = Math.hypot(out.x, out.y) || 1;
    const away = Math.min(46, (left / TICKS_PER_SECOND) * 10);
    const at = { x: home.x + (out.x / length) * away, y: home.y + (out.y / length) * away };
    const near = 1 - away / 46;
    pen.style(1.6, inks.ink, 0.25 + 0.35 * near).ring(home, picture.radius, [2, 6]);
    pen.disc(at, picture.radius * 0.8, inks.halo, 0.5);
    pen.style(2.2, inks.ink, 0.4 + 0.4 * near).ring(at, picture.radius * 0.8, [4, 5]);
    if (away > 6)
      pen
        .style(1.6, inks.ink, 0.5)
        .dashed(
          [{ x: at.x - (out.x / length) * picture.radius, y: at.y - (out.y / length) * picture.radius }, home],
          [3, 4],
        );
  }
}

/** Over the nodes: what everybody wears, sees and has left. */
export function drawWorn(sheet: Sheet): void {
  const { net } = sheet;
  const named = namedToShield(net);
  for (const i of seenNodes(net)) {
    const score = scoreOf(net, i);
    if (score !== null) pip(sheet, i, score);
    lens(sheet, i);
    touches(sheet, i, score !== null);
    if (named.includes(i)) asked(sheet, i);
  }
}

/** The bead of lit glass at the collar. */
function pip({ pen, picture, inks }: Sheet, i: number, score: number): void {
  const at = pipAt(picture.nodes[i], picture.radius);
  const size = pipSize(picture.radius);
  pen.disc(at, size + 2.5, inks.halo, 0.95);
  pen.disc(at, size, inks.isLight ? inks.ink : inks.bg1);
  pen.style(2.6, inks.mid, 0.45).ring(at, size + 0.5);
  pen.style(3.2, inks.accent).ring(at, size + 0.5, null, score / 99);
  const colour = inks.isLight ? inks.halo : inks.ink;
  const wide = size * 0.46;
  digit(pen, at.x - wide * 1.28, at.y - size * 0.5, wide, size, Math.floor(score / 10), colour);
  digit(pen, at.x + wide * 0.28, at.y - size * 0.5, wide, size, score % 10, colour);
}

/** Under the ring, where the notch and the tells leave room. */
function pipAt(node: Point, radius: number): Point {
  return { x: node.x, y: node.y + radius + pipSize(radius) + 3 };
}

function pipSize(radius: number): number {
  return Math.max(10.5, radius * 0.5);
}

const SEGMENTS = [0x77, 0x24, 0x5d, 0x6d, 0x2e, 0x6b, 0x7b, 0x25, 0x7f, 0x6f] as const;
const STROKES = [
  [0, 0, 1, 0],
  [0, 0, 0, 1],
  [1, 0, 1, 1],
  [0, 1, 1, 1],
  [0, 1, 0, 2],
  [1, 1, 1, 2],
  [0, 2, 1, 2],
] as const;

function digit(
  pen: Sheet['pen'],
  x: number,
  y: number,
  wide: number,
  high: number,
  value: number,
  colour: number,
): void {
  pen.style(Math.max(1.3, wide * 0.26), colour);
  STROKES.forEach(([ax, ay, bx, by], k) => {
    if ((SEGMENTS[value] & (1 << k)) === 0) return;
    pen.line([
      { x: x + ax * wide, y: y + (ay * high) / 2 },
      { x: x + bx * wide, y: y + (by * high) / 2 },
    ]);
  });
}

/** A coloured glass over somebody, and where their hand will be in two seconds. */
function lens(sheet: Sheet, i: number): void {
  const { pen, net, picture, inks } = sheet;
  const seen = lensOf(net, i);
  if (seen === null) return;
  const at = picture.nodes[i];
  const size = sizeOf(sheet, i);
  const phase = between(sheet, net.rules.layout.phase + i);
  const shown = ease(Math.min(1, (seen.of - seen.left) / 18)) * ease(Math.min(1, seen.left / 18));
  pen.disc(at, size * 1.3, hueOf(phase), 0.34 * shown);
  pen.style(3.4, inks.ink, 0.85 * shown).ring(at, size * 1.3);
  pen.style(1.4, inks.halo, 0.9 * shown).ring(at, size * 1.3 - 3.2);
  // its handle
  pen.style(6, inks.ink, 0.85 * shown).line([tipOf(at, 0x6000_0000, size * 1.3), tipOf(at, 0x6000_0000, size * 1.85)]);
  pen.style(3.4, hueOf(phase), shown).ring(at, size * 1.3 + 5, null, seen.of > 0 ? seen.left / seen.of : 0);
  const ahead = forecast(net, i, AHEAD * TICKS_PER_SECOND);
  const tip = tipOf(at, ahead, size * 1.12);
  pen.style(2, inks.ink, 0.8 * shown).dashed([at, tip], [4, 4]);
  pen.disc(tip, size * 0.17 + 2, inks.halo, shown);
  pen.disc(tip, size * 0.17, hueOf(ahead), shown);
  pen.style(1.6, inks.ink, 0.9 * shown).ring(tip, size * 0.17);
}

/** Hands left before somebody has had enough: small strokes in a row; none left is a bar. */
function touches({ pen, net, picture, inks }: Sheet, i: number, hasPip: boolean): void {
  const left = touchesLeft(net, i);
  if (left === null) return;
  const at = picture.nodes[i];
  const y = at.y + picture.radius + (hasPip ? pipSize(picture.radius) * 2 + 9 : 12);
  if (left <= 0) {
    pen.style(2.6, inks.fracture).line([
      { x: at.x - 9, y: y + 3 },
      { x: at.x + 9, y: y + 3 },
    ]);
    return;
  }
  const shown = Math.min(6, left);
  for (let k = 0; k < shown; k++) {
    const x = at.x + (k - (shown - 1) / 2) * 6;
    pen.style(2.4, inks.ink, 0.85).line([
      { x, y },
      { x, y: y + 7 },
    ]);
  }
}

/** The goal names them: a small door over the ring. */
function asked({ pen, picture, inks }: Sheet, i: number): void {
  const at = picture.nodes[i];
  const y = at.y - picture.radius - 12;
  pen.disc({ x: at.x, y }, 10, inks.halo, 0.95);
  pen.style(2, inks.ink, 0.9).line([
    { x: at.x - 5, y: y + 7 },
    { x: at.x - 5, y: y - 7 },
    { x: at.x + 5, y: y - 7 },
    { x: at.x + 5, y: y + 7 },
  ]);
  pen.disc({ x: at.x + 2, y: y + 1 }, 1.6, inks.ink);
}
