// Where everything is on the screen, in CSS pixels, and what is nearest to a finger. The picture is drawn from this and
// pointed at through this, so that what one sees is what one hits. Pure.

import { isBond, type Network } from '../core/network/network.ts';
import { bondEnds, doorOf, isSame, seenBonds, type Target } from './reading.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A quadratic curve. */
export interface Curve {
  readonly from: Point;
  readonly by: Point;
  readonly to: Point;
}

/** How near a finger must be: this far outside a ring or beside a curve. */
export const MAGNET = 24;

/** The square of the level is stretched to the screen, but never by more than this one way against the other. */
const STRETCH_MOST = 1.6;
/** People who all sit on one line still get a picture with some height: in units of the level. */
const LEAST_EXTENT = 1400;
/** What stands around a ring: where the others point, the dot that is aimed with, holds, a name. */
export const MARKS = 24;
/** The loud are drawn larger by this. */
export const LOUD = 1.2;
const TURNS_AT = 1.25;
/** Fewer people are drawn larger: 40 px for a handful, 29 for eight, 24 for twelve. */
const RADIUS = { least: 13, most: 40, ofGap: 0.26, shared: 82 } as const;
/** How far a bond may bow, as a share of its length; the first that keeps clear of everybody else is taken. */
const BOWS = [0.07, -0.07, 0.16, -0.16, 0.27, -0.27] as const;

/** Half of the mark of a door. */
export const GATE = 20;
const GATE_ROOM = 40;
const WAYS_ROUND = 16;

/** Where the beat is shown. */
export const BEAT_AT: Point = { x: 40, y: 40 };

export class Picture {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Point[];
  readonly radius: number;
  private readonly curves = new Map<string, Curve>();

  constructor(net: Network, width: number, height: number) {
    this.width = width;
    this.height = height;
    const { s } = net;
    const { nodes, x, y } = net.rules.layout;
    const places = Array.from({ length: nodes }, (_, i) => ({ x: s[x + i], y: s[y + i] }));
    // Rings need room at the edge and room gives rings: the first fit says how large they can be, the second keeps that.
    const fair = Math.min(RADIUS.most, RADIUS.shared / Math.sqrt(nodes));
    const rough = radiusFor(fit(places, width, height, fair * LOUD + MARKS), fair);
    this.nodes = fit(places, width, height, rough * LOUD + MARKS);
    this.radius = radiusFor(this.nodes, rough);
  }

  curve(net: Network, e: number): Curve {
    const [a, b] = bondEnds(net, e);
    const key = `${a} ${b}`;
    const known = this.curves.get(key);
    if (known !== undefined) return known;
    const made = this.bow(a, b);
    this.curves.set(key, made);
    return made;
  }

  place(net: Network, target: Target): Point {
    if (target.kind === 'node') return this.nodes[target.id] ?? { x: 0, y: 0 };
    if (target.kind === 'bond')
      return isBond(net, target.id) ? pointOn(this.curve(net, target.id), 0.5) : { x: 0, y: 0 };
    const middles = seenBonds(net)
      .filter((e) => doorOf(net, e) === target.id)
      .map((e) => pointOn(this.curve(net, e), 0.5));
    return this.clearOf(middles.length > 0 ? meanOf(middles) : { x: this.width / 2, y: this.height / 2 }, GATE_ROOM);
  }

  private edge({ x, y }: Point): number {
    return Math.min(x, this.width - x, y, this.height - y);
  }

  /** The place nearest to this one with so much room around it, as far as there is one. */
  private clearOf(wanted: Point, room: number): Point {
    let best = wanted;
    let least = Infinity;
    for (const ring of [0, 1, 2, 3, 4])
      for (let k = 0; k < (ring === 0 ? 1 : WAYS_ROUND); k++) {
        const at = tipOf(wanted, Math.round((k / WAYS_ROUND) * 0x1_0000_0000) | 0, ring * 16);
        const clear = Math.min(...this.nodes.map((node) => distance(node, at) - this.radius * LOUD), this.edge(at));
        const cost = ring * 16 + 4 * Math.max(0, room - clear);
        if (cost >= least) continue;
        least = cost;
        best = at;
      }
    return best;
  }

  private bow(a: number, b: number): Curve {
    const from = this.nodes[a];
    const to = this.nodes[b];
    let best: Curve | null = null;
    let widest = -Infinity;
    for (const share of BOWS) {
      const by = { x: (from.x + to.x) / 2 - (to.y - from.y) * share, y: (from.y + to.y) / 2 + (to.x - from.x) * share };
      const curve = { from, by, to };
      const clear = this.clearance(curve, a, b);
      if (clear > widest) {
        widest = clear;
        best = curve;
      }
      if (clear >= this.radius * 1.5) break;
    }
    return best ?? { from, by: from, to };
  }

  private clearance(curve: Curve, a: number, b: number): number {
    let least = Infinity;
    this.nodes.forEach((node, i) => {
      if (i !== a && i !== b) least = Math.min(least, distanceTo(curve, node));
    });
    return least;
  }
}

function meanOf(points: readonly Point[]): Point {
  return {
    x: points.reduce((sum, one) => sum + one.x, 0) / Math.max(1, points.length),
    y: points.reduce((sum, one) => sum + one.y, 0) / Math.max(1, points.length),
  };
}

function radiusFor(nodes: readonly Point[], most: number): number {
  let gap = Infinity;
  nodes.forEach((a, i) => nodes.slice(i + 1).forEach((b) => (gap = Math.min(gap, distance(a, b)))));
  return Math.max(RADIUS.least, Math.min(most, gap * RADIUS.ofGap));
}

/**
 * Middle of the people's bounding box to the middle of the screen. On a screen that is high where the people are wide
 * (two rooms side by side, on a phone) the whole picture lies on its side, for that gives everybody more room.
 */
function fit(level: readonly Point[], width: number, height: number, pad: number): Point[] {
  const upright = boxOf(level);
  const isTurned = width < height && upright.wide > upright.high * TURNS_AT;
  const places = isTurned ? level.map(({ x, y }) => ({ x: y, y: x })) : level;
  const { middle, wide, high } = boxOf(places);
  const sx = Math.max(1, width - 2 * pad) / wide;
  const sy = Math.max(1, height - 2 * pad) / high;
  const scaleX = Math.min(sx, sy * STRETCH_MOST);
  const scaleY = Math.min(sy, sx * STRETCH_MOST);
  return places.map((one) => ({
    x: width / 2 + (one.x - middle.x) * scaleX,
    y: height / 2 + (one.y - middle.y) * scaleY,
  }));
}

function boxOf(places: readonly Point[]): { middle: Point; wide: number; high: number } {
  const xs = places.map((one) => one.x);
  const ys = places.map((one) => one.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return {
    middle: { x: (left + right) / 2, y: (top + bottom) / 2 },
    wide: Math.max(LEAST_EXTENT, right - left),
    high: Math.max(LEAST_EXTENT, bottom - top),
  };
}

export function pointOn({ from, by, to }: Curve, t: number): Point {
  const u = 1 - t;
  return {
    x: u * u * from.x + 2 * u * t * by.x + t * t * to.x,
    y: u * u * from.y + 2 * u * t * by.y + t * t * to.y,
  };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

const SAMPLES = 16;

export function distanceTo(curve: Curve, point: Point): number {
  let least = Infinity;
  let last = curve.from;
  for (let k = 1; k <= SAMPLES; k++) {
    const next = pointOn(curve, k / SAMPLES);
    least = Math.min(least, distanceToSegment(last, next, point));
    last = next;
  }
  return least;
}

function distanceToSegment(a: Point, b: Point, p: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length));
  return distance(p, { x: a.x + t * dx, y: a.y + t * dy });
}

/** The nearest of the candidates within `reach` of a ring's edge or of a curve, or null. Inside a ring there are no bonds. */
export function nearest(
  picture: Picture,
  net: Network,
  at: Point,
  candidates: readonly Target[],
  reach = MAGNET,
): Target | null {
  let best: Target | null = null;
  let least = reach;
  const isInside = picture.nodes.some((node) => distance(node, at) < picture.radius);
  for (const target of candidates) {
    const away =
      target.kind === 'node'
        ? distance(picture.nodes[target.id], at) - picture.radius
        : target.kind === 'door'
          ? distance(picture.place(net, target), at) - GATE
          : isInside
            ? Infinity
            : distanceTo(picture.curve(net, target.id), at);
    if (away > least) continue;
    least = away;
    best = target;
  }
  return best;
}

export type Direction = 'left' | 'right' | 'up' | 'down';
const WAYS: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/**
 * From here to the next candidate that way: what lies ahead counts once, what lies aside twice. At the edge it comes round
 * to the other side, so that no key is ever dead while there is anything to go to.
 */
export function towards(
  picture: Picture,
  net: Network,
  here: Target | null,
  way: Direction,
  candidates: readonly Target[],
): Target | null {
  if (here === null) return candidates[0] ?? null;
  const from = picture.place(net, here);
  const { x, y } = WAYS[way];
  let best: Target | null = null;
  let least = Infinity;
  let round: Target | null = null;
  let furthest = Infinity;
  for (const target of candidates) {
    if (isSame(target, here)) continue;
    const to = picture.place(net, target);
    const ahead = (to.x - from.x) * x + (to.y - from.y) * y;
    const aside = Math.abs((to.x - from.x) * y + (to.y - from.y) * x);
    if (ahead + 2 * aside < furthest) {
      furthest = ahead + 2 * aside;
      round = target;
    }
    if (ahead < 1 || ahead + 2 * aside >= least) continue;
    least = ahead + 2 * aside;
    best = target;
  }
  return best ?? round;
}

/** An angle of the core from the middle of a ring to a point: 0 is up, as hands are drawn, and it grows clockwise. */
export function angleTowards(middle: Point, at: Point): number {
  return Math.round((Math.atan2(at.x - middle.x, middle.y - at.y) / (2 * Math.PI)) * 0x1_0000_0000) | 0;
}

/** The tip of a hand of that length. */
export function tipOf(middle: Point, angle: number, length: number): Point {
  const turn = (angle / 0x1_0000_0000) * 2 * Math.PI;
  return { x: middle.x + Math.sin(turn) * length, y: middle.y - Math.cos(turn) * length };
}
