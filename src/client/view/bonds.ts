import { beadsOnTheRoad } from '../../core/network/tools/bead.ts';
import { bondBetween, type Network } from '../../core/network/network.ts';
import { TICK } from '../../core/network/layout.ts';
import { distance, GATE, pointOn, tipOf, type Curve, type Picture, type Point } from '../picture.ts';
import { bondEnds, bondState, isDoorShut, isSame, isWrong, seenBonds, trustOf, type NodeState } from '../reading.ts';
import type { Hand } from './hand.ts';
import { COVES } from './palette.ts';
import { along, zigzag, type Pen } from './pen.ts';

/** Thickness is trust. */
const THIN = 1.6;
const THICK = 6;
/** A hop of a bead, in ticks: only how it is drawn hangs on it. */
const HOP = 15;

export function drawBonds(
  pen: Pen,
  net: Network,
  picture: Picture,
  states: readonly NodeState[],
  alpha: number,
  hand: Hand,
): void {
  for (const e of seenBonds(net)) drawBond(pen, net, picture, states, e);
  if (net.rules.slots['interval'] !== undefined)
    for (const e of seenBonds(net))
      if (hand.tool === 'interval' || isSame(hand.cursor, { kind: 'bond', id: e }))
        dial(pen, net, picture.curve(net, e), e);
  net.rules.doors.forEach((_, id) => gate(pen, picture.place(net, { kind: 'door', id }), isDoorShut(net, id)));
  for (const bead of beadsOnTheRoad(net)) {
    const e = bondBetween(net, bead.at, bead.next);
    if (e < 0) continue;
    const done = Math.max(0, Math.min(1, 1 - (bead.left - alpha) / HOP));
    const t = bondEnds(net, e)[0] === bead.at ? done : 1 - done;
    const at = pointOn(picture.curve(net, e), t);
    pen.disc(at, 9, COVES.halo);
    pen.disc(at, 7, COVES.accent);
    pen.style(2, COVES.accent).ring(picture.nodes[bead.goal], picture.radius + 12, [4, 6]);
  }
}

function drawBond(pen: Pen, net: Network, picture: Picture, states: readonly NodeState[], e: number): void {
  const curve = picture.curve(net, e);
  const clear = picture.radius + 3;
  const [a, b] = bondEnds(net, e);
  const trust = trustOf(net, e);
  const width = THIN + (THICK - THIN) * trust;
  const points = along(curve, clear);
  switch (bondState(net, e)) {
    case 'whole': {
      const together = states[a] === 'inTune' && states[b] === 'inTune' && trust > 0.5;
      pen.style(width, together ? COVES.ink : COVES.second, together ? 0.9 : 0.35 + 0.5 * trust).line(points);
      break;
    }
    case 'tied': {
      const promised = net.s[net.rules.layout.promisedUntil + e] > net.s[TICK];
      pen.style(width, COVES.second, 0.5 + 0.4 * trust).line(points);
      knot(pen, pointOn(curve, 0.5), promised);
      break;
    }
    case 'inverted':
      pen.style(2.6, COVES.fracture).line(zigzag(along(curve, clear), 5));
      break;
    case 'cut':
      pen.style(2.6, COVES.fracture, 0.9).dashed(along(curve, clear, 0, 0.38), [6, 5]);
      pen.dashed(along(curve, clear, 1, 0.62), [6, 5]);
      stubEnds(pen, curve);
      break;
    case 'shut':
      pen.style(2, COVES.ink, 0.45).dashed(points, [2, 7]);
      break;
    case 'foreign':
      pen.style(4, COVES.ink, 0.85).dashed(points, [14, 5]);
      bar(pen, curve, 0.45, 7, COVES.fracture);
      bar(pen, curve, 0.55, 7, COVES.fracture);
      break;
  }
}

/** The interval of a bond, as a small dial at its middle: up is none. One that is not as its ends' parts are stands out. */
function dial(pen: Pen, net: Network, curve: Curve, e: number): void {
  const middle = pointOn(curve, 0.5);
  const wrong = isWrong(net, e);
  const size = wrong ? 11 : 7;
  const colour = wrong ? COVES.fracture : COVES.second;
  pen.disc(middle, size, COVES.halo, 0.95);
  pen.style(wrong ? 2.4 : 1.2, colour, wrong ? 1 : 0.6).ring(middle, size, wrong ? [5, 3] : null);
  pen
    .style(wrong ? 2.8 : 1.8, colour, wrong ? 1 : 0.6)
    .line([middle, tipOf(middle, net.s[net.rules.layout.interval + e], size - 1)]);
}

/** A door: two posts, and a leaf that closes the way between them or stands open. */
function gate(pen: Pen, at: Point, isShut: boolean): void {
  const half = GATE - 4;
  pen.disc(at, GATE + 2, COVES.halo, 0.95);
  pen.style(2, COVES.ink).ring(at, GATE);
  pen.style(5, COVES.ink);
  for (const side of [-1, 1])
    pen.line([
      { x: at.x + side * half * 0.7, y: at.y - half * 0.7 },
      { x: at.x + side * half * 0.7, y: at.y + half * 0.7 },
    ]);
  const left = { x: at.x - half * 0.7, y: at.y };
  pen.style(4, isShut ? COVES.fracture : COVES.accent);
  pen.line([left, isShut ? { x: at.x + half * 0.7, y: at.y } : { x: at.x + half * 0.3, y: at.y - half * 0.75 }]);
}

function knot(pen: Pen, at: Point, promised: boolean): void {
  pen.style(2.4, COVES.second).ring(at, 6, promised ? null : [3, 3]);
}

/** Across the curve. */
function bar(pen: Pen, curve: Curve, t: number, half: number, colour: number): void {
  const a = pointOn(curve, t - 0.02);
  const b = pointOn(curve, t + 0.02);
  const length = distance(a, b) || 1;
  const middle = pointOn(curve, t);
  const x = (-(b.y - a.y) / length) * half;
  const y = ((b.x - a.x) / length) * half;
  pen.style(3, colour).line([
    { x: middle.x - x, y: middle.y - y },
    { x: middle.x + x, y: middle.y + y },
  ]);
}

function stubEnds(pen: Pen, curve: Curve): void {
  bar(pen, curve, 0.41, 5, COVES.fracture);
  bar(pen, curve, 0.59, 5, COVES.fracture);
}
