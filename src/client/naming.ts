// Where the names in the picture are written: beside what they name, inside the picture, and nowhere on each other. Who finds
// no room is not written, until the cursor comes: the lists say every name. Pure.

import { scoreOf } from '../core/network/scores.ts';
import type { Network } from '../core/network/network.ts';
import { BEAT_AT, distance, distanceTo, GATE, LOUD, type Curve, type Picture, type Point } from './picture.ts';
import { doorName, groupsShown, seenBonds, seenNodes, tagOf } from './reading.ts';

export interface Name {
  readonly of: 'node' | 'group' | 'door' | 'beat';
  readonly id: number;
  readonly words: string;
  /** The middle of it. */
  readonly at: Point;
  readonly wide: number;
  readonly high: number;
  /** Whether it lies on nothing: no ring, number, mark or other name. */
  readonly fits: boolean;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a letter and the plate around all of them take, in pixels; a name is set 14 px high whatever the text size. */
const LETTER = 8.2;
const PLATE = 8;
const HIGH = 19;
/** Between a ring and a name, and between a name and the edge. */
const GAP = 4;
const EDGE = 3;
const WAYS = 16;
/** A group's name may stand so many steps of so many pixels from the middle of its people. */
const STEPS = 5;
const STEP = 16;
const BEAT_REACH = 30;
/** What it costs to lie on something: more than all that may be put up with. */
const HIT = 1000;

interface Wishes {
  /** Whether the beat is shown. */
  readonly beat: boolean;
  readonly groups: (group: number) => string;
  /** The groups are what is measured: their names come before people's. */
  readonly groupsFirst: boolean;
}

export function namesIn(picture: Picture, net: Network, wishes: Wishes): Name[] {
  const seen = seenNodes(net);
  const reach = picture.radius * LOUD;
  const curves = seenBonds(net).map((e) => picture.curve(net, e));
  const doors = net.rules.doors.map((_, id) => picture.place(net, { kind: 'door', id }));
  const numbers = seen.filter((i) => scoreOf(net, i) !== null).map((i) => pipBox(picture, i));
  const rounds: Round[] = [
    ...seen.map((i) => ({ at: picture.nodes[i], reach })),
    ...doors.map((at) => ({ at, reach: GATE })),
    ...(wishes.beat ? [{ at: BEAT_AT, reach: BEAT_REACH }] : []),
  ];
  const taken: Box[] = [...numbers];
  const names: Name[] = [];

  const write = (of: Name['of'], id: number, words: string, places: (wide: number) => readonly Point[]): void => {
    const wide = words.length * LETTER + PLATE;
    let at: Point = { x: 0, y: 0 };
    let least = Infinity;
    places(wide).forEach((wanted, k) => {
      const place = within(picture, wanted, wide);
      const box = boxAt(place, wide);
      const hits = taken.filter((other) => isOver(box, other)).length + rounds.filter((one) => isOn(box, one)).length;
      // to stand nearer to somebody else is the lesser evil, a bond under it a lesser still; of like places the first
      let cost = hits * HIT + k * 0.01;
      if (of === 'node' && isNearerToOthers(place, picture, id, seen)) cost += 20;
      if (cost >= least) return;
      cost += lying(box, curves);
      if (cost >= least) return;
      least = cost;
      at = place;
    });
    const fits = least < HIT;
    if (fits) taken.push(boxAt(at, wide));
    names.push({ of, id, words, at, wide, high: HIGH, fits });
  };
  const groups = (): void =>
    groupsShown(net).forEach((members, g) => {
      const here = members.filter((i) => seen.includes(i)).map((i) => picture.nodes[i]);
      if (here.length > 0) write('group', g, wishes.groups(g), () => around(meanOf(here)));
    });

  if (wishes.beat) write('beat', 0, 'beat', () => [{ x: BEAT_AT.x, y: BEAT_AT.y + BEAT_REACH + HIGH / 2 + 1 }]);
  doors.forEach((at, id) => write('door', id, doorName(net, id), (wide) => beside(at, GATE, wide)));
  if (wishes.groupsFirst) groups();
  for (const i of seen) write('node', i, tagOf(net, i), (wide) => beside(picture.nodes[i], reach, wide));
  if (!wishes.groupsFirst) groups();
  return names;
}

interface Round {
  readonly at: Point;
  readonly reach: number;
}

/** All around a ring, touching it nowhere; below first, then above, then the sides. */
function beside(at: Point, reach: number, wide: number): Point[] {
  const places: Point[] = [];
  for (const away of [reach + GAP, reach + GAP + 10])
    for (let k = 0; k < WAYS; k++) {
      const turn = (Math.floor((k + 1) / 2) * (k % 2 === 0 ? 1 : -1) * 2 * Math.PI) / WAYS;
      const [x, y] = [Math.sin(turn), Math.cos(turn)];
      // far enough that the nearest corner of the plate is off the ring
      places.push({ x: at.x + x * (away + wide / 2), y: at.y + y * (away + HIGH / 2) });
    }
  return places;
}

function around(at: Point): Point[] {
  const places = [at];
  for (let step = 1; step < STEPS; step++)
    for (let k = 0; k < WAYS; k++) {
      const turn = (k * 2 * Math.PI) / WAYS;
      places.push({ x: at.x + Math.sin(turn) * step * STEP, y: at.y + Math.cos(turn) * step * STEP });
    }
  return places;
}

/** As view/systems.ts draws a number: under the ring. */
function pipBox(picture: Picture, i: number): Box {
  const { x, y } = picture.nodes[i];
  const size = Math.max(10.5, picture.radius * 0.5) + 2;
  const middle = y + picture.radius + size + 1;
  return { left: x - size, right: x + size, top: middle - size, bottom: middle + size };
}

function meanOf(points: readonly Point[]): Point {
  return {
    x: points.reduce((sum, one) => sum + one.x, 0) / points.length,
    y: points.reduce((sum, one) => sum + one.y, 0) / points.length,
  };
}

function within(picture: Picture, { x, y }: Point, wide: number): Point {
  const [sides, ends] = [wide / 2 + EDGE, HIGH / 2 + EDGE];
  return {
    x: Math.max(sides, Math.min(picture.width - sides, x)),
    y: Math.max(ends, Math.min(picture.height - ends, y)),
  };
}

function boxAt({ x, y }: Point, wide: number): Box {
  return { left: x - wide / 2, right: x + wide / 2, top: y - HIGH / 2, bottom: y + HIGH / 2 };
}

function isOver(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isOn(box: Box, { at, reach }: Round): boolean {
  const x = Math.max(box.left, Math.min(box.right, at.x));
  const y = Math.max(box.top, Math.min(box.bottom, at.y));
  return Math.hypot(at.x - x, at.y - y) < reach;
}

function isNearerToOthers(at: Point, picture: Picture, own: number, seen: readonly number[]): boolean {
  const away = distance(picture.nodes[own], at);
  return seen.some((i) => i !== own && distance(picture.nodes[i], at) < away);
}

/** How many bonds run under it. */
function lying(box: Box, curves: readonly Curve[]): number {
  const y = (box.top + box.bottom) / 2;
  const quarter = (box.right - box.left) / 4;
  const points = [1, 2, 3].map((k) => ({ x: box.left + k * quarter, y }));
  return curves.filter((curve) => points.some((one) => distanceTo(curve, one) < HIGH / 2)).length;
}
