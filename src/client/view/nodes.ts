import { speaker } from '../../core/network/goals/rounds.ts';
import { kindOf } from '../../core/network/acts.ts';
import type { Network } from '../../core/network/network.ts';
import { tipOf, type Picture, type Point } from '../picture.ts';
import { holdOf, seenNodes, shieldOf, wantedAngle, type NodeState, type Standing } from '../reading.ts';
import { COVES } from './palette.ts';
import { zigzag, type Dash, type Pen } from './pen.ts';

/** Shape and dash first, hue second: the state reads in black and white. */
const RINGS: Readonly<Record<NodeState, { dash: Dash; width: number; colour: number }>> = {
  free: { dash: null, width: 2.4, colour: COVES.accent },
  partial: { dash: [11, 5], width: 2.8, colour: COVES.accent },
  fractured: { dash: [4, 4], width: 2.8, colour: COVES.fracture },
  inTune: { dash: null, width: 4.6, colour: COVES.ink },
};

export function drawNodes(
  pen: Pen,
  net: Network,
  before: Int32Array,
  alpha: number,
  picture: Picture,
  stands: Standing,
  states: readonly NodeState[],
): void {
  const speaks = speaker(net)?.node ?? -1;
  for (const i of seenNodes(net)) {
    const at = picture.nodes[i];
    const phase = between(net, before, net.rules.layout.phase + i, alpha);
    const kind = kindOf(net, i);
    const size = picture.radius * (kind.emit > 32 && kind.counted ? 1.2 : 1);
    drawNode(pen, at, size, phase, states[i], kind.offMap === true);
    if (!kind.touchable && kind.counted) pen.style(1.5, COVES.ink, 0.6).ring(at, size + 6, [2, 6]);
    if (kind.counted) notch(pen, at, size, wantedAngle(net, stands, i), stands.coherence[0]);
    if (i === speaks) voice(pen, at, size);
    agitation(pen, at, size, net.s[net.rules.layout.agitation + i] / 32768);
    held(pen, net, at, size, i);
  }
}

function drawNode(pen: Pen, at: Point, size: number, phase: number, state: NodeState, isOffMap: boolean): void {
  const { dash, width, colour } = RINGS[state];
  pen.disc(at, size + 5, COVES.halo, 0.75);
  if (state === 'inTune') pen.disc(at, size, COVES.inTune);
  if (isOffMap) {
    const corners = [0, 1, 2, 3, 4].map((k) => tipOf(at, (k << 30) | 0, size * 1.25));
    pen.style(3, COVES.ink).line(corners);
  } else pen.style(width, colour).ring(at, size, dash);
  const tip = tipOf(at, phase, size);
  const hand = [at, tipOf(at, phase, size * 0.33), tipOf(at, phase, size * 0.66), tip];
  pen.style(state === 'inTune' ? 4 : 3, colour).line(state === 'fractured' ? zigzag(hand, 3) : hand);
  pen.disc(tip, size * 0.22 + 1.5, COVES.halo);
  pen.disc(tip, size * 0.22, state === 'inTune' ? COVES.ink : colour);
  if (state === 'inTune') pen.disc(tip, size * 0.13, COVES.inTune);
}

/** Just outside the ring: where the others point. Faint while they do not agree. */
function notch(pen: Pen, at: Point, size: number, angle: number, coherence: number): void {
  const wide = 0x0400_0000;
  pen.area(
    [tipOf(at, angle, size + 5), tipOf(at, (angle - wide) | 0, size + 19), tipOf(at, (angle + wide) | 0, size + 19)],
    COVES.ink,
    0.25 + 0.65 * coherence,
  );
}

/** Who speaks this round. */
function voice(pen: Pen, at: Point, size: number): void {
  for (const away of [13, 19]) pen.style(2.5, COVES.second).ring(at, size + away, [10, 4]);
}

/** Restlessness stands out like bristles: how many and how long. */
function agitation(pen: Pen, at: Point, size: number, share: number): void {
  if (share < 0.06) return;
  pen.style(2, COVES.fracture);
  for (let k = 0; k < 12; k++) {
    const angle = (k * 0x1555_5555) | 0;
    pen.line([tipOf(at, angle, size + 5), tipOf(at, angle, size + 5 + 10 * share)]);
  }
}

function held(pen: Pen, net: Network, at: Point, size: number, i: number): void {
  const shield = shieldOf(net, i);
  if (shield !== null) {
    const corners = [0, 1, 2, 3, 4, 5, 6].map((k) => tipOf(at, Math.round((k / 6) * 0x1_0000_0000) | 0, size + 15));
    pen.style(2, COVES.accent, 0.45).line(corners);
    pen.style(4.5, COVES.accent).ring(at, size + 10, null, shield.left / shield.of);
  }
  const hold = holdOf(net, i);
  if (hold === null) return;
  const colour = hold.by === 'anchor' ? COVES.second : COVES.fracture;
  pen.style(4.5, colour).ring(at, size + 10, null, hold.left / Math.max(1, hold.of));
  const half = size + 12;
  const low = at.y + half;
  if (hold.by === 'anchor') {
    pen.line([
      { x: at.x - half * 0.6, y: low },
      { x: at.x + half * 0.6, y: low },
    ]);
    return;
  }
  for (const side of [-1, 1])
    pen.line([
      { x: at.x + side * half * 0.6, y: at.y - half },
      { x: at.x + side * half, y: at.y - half },
      { x: at.x + side * half, y: low },
      { x: at.x + side * half * 0.6, y: low },
    ]);
}

/** A word of the state between two ticks, the short way round. */
function between(net: Network, before: Int32Array, word: number, alpha: number): number {
  const turned = (net.s[word] - before[word]) | 0;
  return (before[word] + Math.round(turned * alpha)) | 0;
}
