import { speaker } from '../../core/network/goals/rounds.ts';
import { kindOf } from '../../core/network/acts.ts';
import { kindName, type KindId } from '../../core/network/kinds/table.ts';
import { tipOf, type Point } from '../picture.ts';
import { holdOf, seenNodes, shieldOf, wantedAngle, type NodeState } from '../reading.ts';
import type { Inks } from './palette.ts';
import { zigzag, type Dash } from './pen.ts';
import { between, type Sheet } from './sheet.ts';

const TURN = 2 * Math.PI;

/** Shape and dash first, hue second: the state reads in black and white. */
const RINGS: Readonly<
  Record<NodeState, { dash: Dash; width: number; ink: 'free' | 'partial' | 'fracture' | 'ink'; hand: number }>
> = {
  free: { dash: null, width: 2.4, ink: 'free', hand: 3 },
  partial: { dash: [11, 5], width: 2.8, ink: 'partial', hand: 3 },
  fractured: { dash: [4, 4], width: 2.8, ink: 'fracture', hand: 2.8 },
  inTune: { dash: null, width: 4.4, ink: 'ink', hand: 4 },
};

export function drawNodes(sheet: Sheet): void {
  const { pen, net, picture, inks, stands, effects } = sheet;
  const speaks = speaker(net)?.node ?? -1;
  const bloom = effects.bloomOf(net);
  const seen = seenNodes(net);
  for (const i of seen) under(sheet, i, bloom);
  for (const i of seen) {
    const at = picture.nodes[i];
    const kind = kindOf(net, i);
    const name = kindName(net.s[net.rules.layout.kind + i]);
    const size = sizeOf(sheet, i);
    const give = effects.squashOf(i);
    pen.squash(at, give, 2 - give);
    setting(sheet, at, size, name);
    drawNode(sheet, i, size, kind.offMap === true);
    if (!kind.touchable && kind.counted) pen.style(1.6, inks.ink, 0.6).ring(at, size + 6, [2, 6]);
    if (kind.counted) notch(sheet, at, size, wantedAngle(net, stands, i), stands.coherence[0]);
    if (i === speaks) voice(sheet, at, size);
    agitation(sheet, at, size, net.s[net.rules.layout.agitation + i] / 32768);
    held(sheet, at, size, i);
    pen.squash(null);
  }
}

/** The loud are drawn larger. */
export function sizeOf({ net, picture }: Sheet, i: number): number {
  const kind = kindOf(net, i);
  return picture.radius * (kind.emit > 32 && kind.counted ? 1.2 : 1);
}

/** By day a shadow on the table, by night a light of its own. A win is a warmth that comes up around everybody. */
function under(sheet: Sheet, i: number, bloom: number): void {
  const { pen, picture, inks, states, blooms } = sheet;
  if (!blooms) return;
  const at = picture.nodes[i];
  const size = sizeOf(sheet, i);
  if (inks.isLight) pen.glow({ x: at.x, y: at.y + 5 }, size * 1.55, inks.ink, 0.26);
  else pen.glow(at, size * 2.1, inks[RINGS[states[i]].ink === 'fracture' ? 'fracture' : 'accent'], 0.2);
  if (bloom > 0 && states[i] === 'inTune') pen.glow(at, size * (1.4 + 1.1 * bloom), inks.inTune, 0.55 * bloom);
}

function drawNode(sheet: Sheet, i: number, size: number, isOffMap: boolean): void {
  const { pen, net, picture, inks, states, effects } = sheet;
  const at = picture.nodes[i];
  const phase = effects.phaseOf(i, between(sheet, net.rules.layout.phase + i));
  pen.disc(at, size + 5, inks.halo, inks.isLight ? 0.82 : 0.72);
  const { from, to, t } = effects.moodOf(i, states[i]);
  if (t < 1) {
    pen.faint(1 - t);
    face(sheet, at, size, phase, from, isOffMap);
    pen.faint(t);
  }
  face(sheet, at, size, phase, to, isOffMap);
  pen.faint(1);
}

function face(
  { pen, inks, picture }: Sheet,
  at: Point,
  size: number,
  phase: number,
  state: NodeState,
  isOffMap: boolean,
): void {
  const { dash, width, ink, hand } = RINGS[state];
  const isLit = state === 'inTune';
  const colour = isLit && !inks.isLight ? inks.inTune : inks[ink];
  if (isLit) pen.disc(at, Math.min(size, picture.radius), inks.inTune, inks.isLight ? 1 : 0.22);
  // four quarters, so that a hand can be read without a neighbour
  else for (let k = 0; k < 4; k++) tick(pen, at, k / 4, size * 0.8, size * 0.9, inks.ink);
  if (isOffMap) {
    const corners = [0, 1, 2, 3, 4].map((k) => tipOf(at, (k << 30) | 0, size * 1.25));
    pen.style(3, inks.ink).line(corners);
  } else pen.style(width, colour).ring(at, size, dash);
  if (isLit && inks.isLight) pen.style(1, inks.ink, 0.35).ring(at, size * 0.82);
  if (state === 'fractured') crack(pen, at, size, colour);
  const tip = tipOf(at, phase, size);
  const line = [at, tipOf(at, phase, size * 0.33), tipOf(at, phase, size * 0.66), tip];
  pen.style(hand, colour).line(state === 'fractured' ? zigzag(line, 3) : [at, tip]);
  pen.disc(at, hand * 0.9, colour);
  const bead = size * 0.22;
  pen.disc(tip, bead + 2, inks.halo);
  pen.disc(tip, bead, colour);
  if (isLit && inks.isLight) pen.disc(tip, bead * 0.55, inks.inTune);
}

function tick(pen: Sheet['pen'], at: Point, turn: number, from: number, to: number, colour: number): void {
  const x = Math.sin(turn * TURN);
  const y = -Math.cos(turn * TURN);
  pen.style(1.4, colour, 0.35).line([
    { x: at.x + x * from, y: at.y + y * from },
    { x: at.x + x * to, y: at.y + y * to },
  ]);
}

/** A line across the glass. */
function crack(pen: Sheet['pen'], at: Point, size: number, colour: number): void {
  pen.style(1.6, colour, 0.75).line([
    { x: at.x - size * 0.92, y: at.y - size * 0.4 },
    { x: at.x - size * 0.52, y: at.y - size * 0.12 },
    { x: at.x - size * 0.6, y: at.y + size * 0.2 },
    { x: at.x - size * 0.3, y: at.y + size * 0.46 },
  ]);
}

/** What a place is, beside a person: drawn around the ring, so that the ring keeps its state. */
function setting(sheet: Sheet, at: Point, size: number, kind: KindId): void {
  const { pen, inks } = sheet;
  switch (kind) {
    case 'mirror':
    case 'glare':
    case 'balm':
    case 'portrait':
      return shell(sheet, at, size, kind);
    case 'stage': {
      const wide = size * 1.5;
      for (let k = 0; k < 2; k++)
        pen.area(
          [
            { x: at.x - wide - k * 6, y: at.y + size + 6 + k * 6 },
            { x: at.x + wide + k * 6, y: at.y + size + 6 + k * 6 },
            { x: at.x + wide + k * 6, y: at.y + size + 11 + k * 6 },
            { x: at.x - wide - k * 6, y: at.y + size + 11 + k * 6 },
          ],
          inks.ink,
          0.8 - 0.35 * k,
        );
      return;
    }
    case 'elder':
      pen.style(5, inks.mid, 0.75).ring(at, size + 7);
      return;
    case 'channel':
      pen.style(2, inks.second, 0.9);
      for (const away of [7, 11]) pen.ring(at, size + away);
      return;
    case 'watcher':
      // an eye: two lids
      for (const side of [-1, 1])
        pen.style(2.6, inks.ink, 0.85).line(
          Array.from({ length: 13 }, (_, k) => ({
            x: at.x + (k / 6 - 1) * size * 1.75,
            y: at.y + side * Math.cos(((k / 6 - 1) * Math.PI) / 2) * (size + 8),
          })),
        );
      return;
    case 'buyer':
    case 'foreign':
      pen.style(1.4, inks.ink, 0.6).ring(at, size + 8, [3, 3]);
      return;
    case 'plain':
    case 'far':
      return;
  }
}

/** A scallop with a foot: glass that gives back. */
function shell({ pen, inks }: Sheet, at: Point, size: number, kind: 'mirror' | 'glare' | 'balm' | 'portrait'): void {
  const foot = { x: at.x, y: at.y + size * 1.62 };
  const rim: Point[] = [];
  for (let k = 0; k <= 32; k++) {
    const turn = (k / 32 - 0.5) * 1.62 * Math.PI;
    const wave = 1 + 0.055 * Math.abs(Math.cos(k * (Math.PI / 4)));
    rim.push({ x: at.x + Math.sin(turn) * size * 1.34 * wave, y: at.y - Math.cos(turn) * size * 1.34 * wave });
  }
  pen.area([foot, ...rim], inks.mid, inks.isLight ? 0.34 : 0.3);
  pen.style(1.2, inks.ink, 0.4);
  for (let k = 4; k <= 28; k += 4) {
    const end = rim[k];
    const away = Math.hypot(end.x - at.x, end.y - at.y);
    pen.line([{ x: at.x + ((end.x - at.x) * (size + 5)) / away, y: at.y + ((end.y - at.y) * (size + 5)) / away }, end]);
  }
  pen.style(2.4, inks.ink, 0.9).line([foot, ...rim, foot]);
  if (kind === 'glare')
    for (let k = -4; k <= 4; k++) {
      const turn = k * 0.34;
      const [sine, cosine] = [Math.sin(turn), -Math.cos(turn)];
      const from = size * (k % 2 === 0 ? 1.5 : 1.55);
      const to = size * (k % 2 === 0 ? 1.86 : 1.72);
      pen.style(2.4, inks.fracture).line([
        { x: at.x + sine * from, y: at.y + cosine * from },
        { x: at.x + sine * to, y: at.y + cosine * to },
      ]);
    }
  // a cloth over one shoulder of the glass
  if (kind === 'balm') {
    const fold = rim.slice(2, 17);
    pen.area([{ x: at.x, y: at.y - size * 0.7 }, ...fold], inks.second, 0.3);
    pen.style(2, inks.second, 0.9).line([...fold, { x: at.x, y: at.y - size * 0.7 }, fold[0]]);
  }
  if (kind === 'portrait') {
    const half = size * 1.5;
    const square = [
      { x: at.x - half, y: at.y - half },
      { x: at.x + half, y: at.y - half },
      { x: at.x + half, y: at.y + half },
      { x: at.x - half, y: at.y + half },
    ];
    pen.style(3, inks.second, 0.9).line([...square, square[0]]);
    pen
      .style(1.2, inks.second, 0.5)
      .line([...square, square[0]].map((p) => ({ x: at.x + (p.x - at.x) * 0.92, y: at.y + (p.y - at.y) * 0.92 })));
  }
  pen.style(4, inks.ink, 0.9).line([
    { x: foot.x - size * 0.5, y: foot.y + 3 },
    { x: foot.x + size * 0.5, y: foot.y + 3 },
  ]);
}

/** Just outside the ring: where the others point. Faint while they do not agree. */
function notch({ pen, inks }: Sheet, at: Point, size: number, angle: number, coherence: number): void {
  const wide = 0x0400_0000;
  pen.area(
    [tipOf(at, angle, size + 5), tipOf(at, (angle - wide) | 0, size + 18), tipOf(at, (angle + wide) | 0, size + 18)],
    inks.ink,
    0.25 + 0.65 * coherence,
  );
}

/** Who speaks this round. */
function voice({ pen, inks }: Sheet, at: Point, size: number): void {
  for (const away of [13, 19]) pen.style(2.5, inks.second).ring(at, size + away, [10, 4]);
}

/** Restlessness stands out like bristles: how many and how long. */
function agitation({ pen, inks }: Sheet, at: Point, size: number, share: number): void {
  if (share < 0.06) return;
  pen.style(2, inks.fracture);
  for (let k = 0; k < 12; k++) {
    const angle = (k * 0x1555_5555) | 0;
    pen.line([tipOf(at, angle, size + 5), tipOf(at, angle, size + 5 + 10 * share)]);
  }
}

function held({ pen, net, inks }: Sheet, at: Point, size: number, i: number): void {
  const shield = shieldOf(net, i);
  if (shield !== null) closedDoor(pen, at, size, inks, shield.left / shield.of);
  const hold = holdOf(net, i);
  if (hold === null) return;
  const colour = hold.by === 'anchor' ? inks.second : inks.fracture;
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

/** Two leaves closed over somebody, and how long they stay so. */
function closedDoor(pen: Sheet['pen'], at: Point, size: number, inks: Inks, share: number): void {
  const wide = size + 9;
  const high = size + 13;
  for (const side of [-1, 1]) {
    const leaf = [
      { x: at.x, y: at.y - high },
      { x: at.x + side * wide, y: at.y - high },
      { x: at.x + side * wide, y: at.y + high },
      { x: at.x, y: at.y + high },
    ];
    pen.area(leaf, inks.halo, 0.42);
    pen.style(2.2, inks.accent, 0.85).line([...leaf, leaf[0]]);
    pen.disc({ x: at.x + side * 5, y: at.y }, 2.4, inks.accent);
  }
  pen.style(4, inks.accent).ring(at, size + 20, null, share);
}
