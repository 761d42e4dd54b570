import { beadsOnTheRoad } from '../../core/network/tools/bead.ts';
import { bondBetween } from '../../core/network/network.ts';
import { TICK } from '../../core/network/layout.ts';
import { distance, GATE, pointOn, tipOf, type Curve, type Point } from '../picture.ts';
import { bondEnds, bondState, isBroken, isDoorShut, isSame, isWrong, seenBonds, trustOf } from '../reading.ts';
import { along, zigzag } from './pen.ts';
import type { Sheet } from './sheet.ts';

/** Thickness is trust. */
const THIN = 1.6;
const THICK = 6;
/** A hop of a bead, in ticks: only how it is drawn hangs on it. */
const HOP = 15;
/** The dash that travels a bond: how long, as a share of it, and how many times it crosses in a second at full trust. */
const DASH = 0.09;
const CROSSES = 0.32;

export function drawBonds(sheet: Sheet): void {
  const { pen, net, picture, inks, hand, alpha } = sheet;
  const seen = seenBonds(net);
  for (const e of seen) drawBond(sheet, e);
  if (net.rules.slots['interval'] !== undefined)
    for (const e of seen)
      if (hand.tool === 'interval' || isSame(hand.cursor, { kind: 'bond', id: e }))
        dial(sheet, picture.curve(net, e), e);
  net.rules.doors.forEach((_, id) => gate(sheet, picture.place(net, { kind: 'door', id }), isDoorShut(net, id)));
  for (const bead of beadsOnTheRoad(net)) {
    const e = bondBetween(net, bead.at, bead.next);
    if (e < 0) continue;
    const done = Math.max(0, Math.min(1, 1 - (bead.left - alpha) / HOP));
    const t = bondEnds(net, e)[0] === bead.at ? done : 1 - done;
    const at = pointOn(picture.curve(net, e), t);
    pen.disc(at, 9, inks.halo);
    pen.disc(at, 7, inks.accent);
    pen.style(2, inks.accent).ring(picture.nodes[bead.goal], picture.radius + 12, [4, 6]);
  }
}

function drawBond(sheet: Sheet, e: number): void {
  const { pen, net, picture, states, inks, effects } = sheet;
  const curve = picture.curve(net, e);
  const clear = picture.radius + 3;
  const [a, b] = bondEnds(net, e);
  const trust = trustOf(net, e);
  const width = THIN + (THICK - THIN) * trust;
  const state = bondState(net, e);
  pen.faint(effects.breakOf(e, isBroken(state)));
  switch (state) {
    case 'whole': {
      const together = states[a] === 'inTune' && states[b] === 'inTune' && trust > 0.5;
      const points = along(curve, clear);
      if (together) {
        pen.style(width + 1.4, inks.isLight ? inks.ink : inks.inTune, 0.9).line(points);
        if (inks.isLight) pen.style(width * 0.5, inks.inTune).line(points);
      } else pen.style(width, inks.second, 0.35 + 0.5 * trust).line(points);
      travel(sheet, curve, clear, e, trust, together);
      break;
    }
    case 'tied': {
      const promised = net.s[net.rules.layout.promisedUntil + e] > net.s[TICK];
      pen.style(width, inks.second, 0.5 + 0.4 * trust).line(along(curve, clear));
      travel(sheet, curve, clear, e, trust, false);
      knot(sheet, pointOn(curve, 0.5), promised);
      break;
    }
    case 'inverted':
      pen.style(2.6, inks.fracture).line(zigzag(along(curve, clear), 5));
      break;
    case 'cut':
      pen.style(2.6, inks.fracture, 0.9).dashed(along(curve, clear, 0, 0.38), [6, 5]);
      pen.dashed(along(curve, clear, 1, 0.62), [6, 5]);
      bar(sheet, curve, 0.41, 5);
      bar(sheet, curve, 0.59, 5);
      break;
    case 'shut':
      pen.style(2, inks.ink, 0.45).dashed(along(curve, clear), [2, 7]);
      break;
    case 'foreign':
      tug(sheet, curve, clear);
      break;
  }
  pen.faint(1);
}

/** What goes from one to the other along a bond; quick where trust is. */
function travel(
  { pen, inks, time, moves }: Sheet,
  curve: Curve,
  clear: number,
  e: number,
  trust: number,
  together: boolean,
): void {
  if (!moves) return;
  const way = time * CROSSES * (0.35 + 0.65 * trust) + e * 0.381966;
  const at = way - Math.floor(way);
  const from = at * (1 - DASH);
  const dash = along(curve, clear, from, from + DASH);
  const light = together ? (inks.isLight ? inks.inTune : inks.halo) : inks.isLight ? inks.halo : inks.ink;
  pen.style(Math.max(2, (THIN + (THICK - THIN) * trust) * 0.62), light, 0.35 + 0.5 * Math.sin(at * Math.PI)).line(dash);
}

/** Somebody off the map pulls: the dash goes their way, and bars stand where it may be cut. */
function tug(sheet: Sheet, curve: Curve, clear: number): void {
  const { pen, inks, time, moves } = sheet;
  const line = along(curve, clear);
  pen.style(4, inks.ink, 0.85).dashed(line, [14, 5], moves ? -time * 22 : 0);
  bar(sheet, curve, 0.45, 7);
  bar(sheet, curve, 0.55, 7);
}

/** The interval of a bond, as a small dial at its middle: up is none. One that is not as its ends' parts are stands out. */
function dial({ pen, net, inks }: Sheet, curve: Curve, e: number): void {
  const middle = pointOn(curve, 0.5);
  const wrong = isWrong(net, e);
  const size = wrong ? 11 : 7;
  const colour = wrong ? inks.fracture : inks.second;
  pen.disc(middle, size, inks.halo, 0.95);
  pen.style(wrong ? 2.4 : 1.2, colour, wrong ? 1 : 0.6).ring(middle, size, wrong ? [5, 3] : null);
  pen
    .style(wrong ? 2.8 : 1.8, colour, wrong ? 1 : 0.6)
    .line([middle, tipOf(middle, net.s[net.rules.layout.interval + e], size - 1)]);
}

/** A door: two posts, and a leaf that closes the way between them or stands open. */
function gate({ pen, inks }: Sheet, at: Point, isShut: boolean): void {
  const half = GATE - 4;
  if (inks.isLight) pen.glow({ x: at.x, y: at.y + 4 }, GATE * 1.5, inks.ink, 0.22);
  pen.disc(at, GATE + 2, inks.halo, 0.95);
  pen.style(2, inks.ink).ring(at, GATE);
  pen.style(5, inks.ink);
  for (const side of [-1, 1])
    pen.line([
      { x: at.x + side * half * 0.7, y: at.y - half * 0.7 },
      { x: at.x + side * half * 0.7, y: at.y + half * 0.7 },
    ]);
  const left = { x: at.x - half * 0.7, y: at.y };
  pen.style(4, isShut ? inks.fracture : inks.accent);
  pen.line([left, isShut ? { x: at.x + half * 0.7, y: at.y } : { x: at.x + half * 0.3, y: at.y - half * 0.75 }]);
}

function knot({ pen, inks }: Sheet, at: Point, promised: boolean): void {
  pen.disc(at, 8, inks.halo, 0.9);
  pen.style(2.4, inks.second).ring(at, 6, promised ? null : [3, 3]);
}

/** Across the curve. */
function bar({ pen, inks }: Sheet, curve: Curve, t: number, half: number): void {
  const a = pointOn(curve, t - 0.02);
  const b = pointOn(curve, t + 0.02);
  const length = distance(a, b) || 1;
  const middle = pointOn(curve, t);
  const x = (-(b.y - a.y) / length) * half;
  const y = ((b.x - a.x) / length) * half;
  pen.style(3, inks.fracture).line([
    { x: middle.x - x, y: middle.y - y },
    { x: middle.x + x, y: middle.y + y },
  ]);
}
