// Strokes and discs on a mesh, in CSS pixels of the area they are drawn in. Edges fade over a pixel of the screen.

import { pointOn, type Curve, type Point } from '../picture.ts';
import type { Mesh } from './mesh.ts';

const TURN = 2 * Math.PI;
/** Half of what an edge fades over, in dots of the screen. */
const SOFT = 0.6;

const circles = new Map<number, readonly Point[]>();

/** A circle of so many sides, from the top and clockwise. */
function circle(sides: number): readonly Point[] {
  let points = circles.get(sides);
  if (points === undefined) {
    points = Array.from({ length: sides + 1 }, (_, k) => ({
      x: Math.sin((k / sides) * TURN),
      y: -Math.cos((k / sides) * TURN),
    }));
    circles.set(sides, points);
  }
  return points;
}

/** How a line is broken: lengths of stroke and gap in pixels; null is a solid line. */
export type Dash = readonly [stroke: number, gap: number] | null;

export class Pen {
  private readonly mesh: Mesh;
  private scale = 1;
  private atX = 0;
  private atY = 0;
  private aroundX = 0;
  private aroundY = 0;
  private wide = 1;
  private high = 1;
  private width = 1;
  private colour = 0;
  private clear4 = 0;
  private fade = 1;

  constructor(mesh: Mesh) {
    this.mesh = mesh;
  }

  /** Where the area begins, and how many dots of the screen a CSS pixel has. */
  area0(x: number, y: number, scale: number): this {
    this.scale = scale;
    this.atX = x;
    this.atY = y;
    this.wide = this.high = 1;
    return this;
  }

  /** What is drawn until the next call is squashed about a place. */
  squash(around: Point | null, wide = 1, high = 1): void {
    this.wide = around === null ? 1 : wide;
    this.high = around === null ? 1 : high;
    this.aroundX = around?.x ?? 0;
    this.aroundY = around?.y ?? 0;
  }

  /** Everything until the next call is so much fainter. */
  faint(fade: number): this {
    this.fade = fade;
    return this;
  }

  style(width: number, colour: number, alpha = 1): this {
    this.width = width;
    this.colour = packed(colour, alpha * this.fade);
    this.clear4 = packed(colour, 0);
    return this;
  }

  private x(x: number): number {
    return (this.aroundX + (x - this.aroundX) * this.wide + this.atX) * this.scale;
  }

  private y(y: number): number {
    return (this.aroundY + (y - this.aroundY) * this.high + this.atY) * this.scale;
  }

  line(points: readonly Point[]): void {
    const n = points.length;
    if (n < 2) return;
    const { mesh, colour, clear4 } = this;
    const half = Math.max(0.5, (this.width * this.scale) / 2);
    const first = mesh.room(n * 4, (n - 1) * 18);
    let wasX = 0;
    let wasY = 0;
    for (let k = 0; k < n; k++) {
      const x = this.x(points[k].x);
      const y = this.y(points[k].y);
      const next = points[Math.min(n - 1, k + 1)];
      let aheadX = this.x(next.x) - x;
      let aheadY = this.y(next.y) - y;
      const length = Math.hypot(aheadX, aheadY);
      if (length > 0) {
        aheadX /= length;
        aheadY /= length;
      }
      if (k === n - 1 || length === 0) {
        aheadX = wasX;
        aheadY = wasY;
      }
      let alongX = k === 0 ? aheadX : aheadX + wasX;
      let alongY = k === 0 ? aheadY : aheadY + wasY;
      const sum = Math.hypot(alongX, alongY) || 1;
      alongX /= sum;
      alongY /= sum;
      // A corner is as thick across as the line, but not a spike where it turns back.
      const mitre = 1 / Math.max(0.5, alongX * aheadX + alongY * aheadY);
      const outX = -alongY * mitre;
      const outY = alongX * mitre;
      mesh.corner(x + outX * (half + SOFT), y + outY * (half + SOFT), clear4);
      mesh.corner(x + outX * (half - SOFT), y + outY * (half - SOFT), colour);
      mesh.corner(x - outX * (half - SOFT), y - outY * (half - SOFT), colour);
      mesh.corner(x - outX * (half + SOFT), y - outY * (half + SOFT), clear4);
      wasX = aheadX;
      wasY = aheadY;
    }
    this.strips(first, n, 4);
  }

  /** Rows of corners, each joined to the next by strips. */
  private strips(first: number, rows: number, across: number): void {
    for (let k = 0; k < rows - 1; k++)
      for (let j = 0; j < across - 1; j++) {
        const a = first + k * across + j;
        this.mesh.triangle(a, a + 1, a + across);
        this.mesh.triangle(a + 1, a + across + 1, a + across);
      }
  }

  /** `from`: how far into the first dash it begins, which lets a line travel. */
  dashed(points: readonly Point[], dash: Dash, from = 0): void {
    if (dash === null) return this.line(points);
    const whole = dash[0] + dash[1];
    const into = ((from % whole) + whole) % whole;
    let isStroke = into < dash[0];
    let left = isStroke ? dash[0] - into : whole - into;
    let piece: Point[] = [points[0]];
    for (let k = 1; k < points.length; k++) {
      let a = points[k - 1];
      const b = points[k];
      let length = Math.hypot(b.x - a.x, b.y - a.y);
      while (length >= left && length > 0) {
        a = { x: a.x + ((b.x - a.x) * left) / length, y: a.y + ((b.y - a.y) * left) / length };
        length -= left;
        if (isStroke) this.line([...piece, a]);
        piece = [a];
        isStroke = !isStroke;
        left = isStroke ? dash[0] : dash[1];
      }
      left -= length;
      piece.push(b);
    }
    if (isStroke && piece.length > 1) this.line(piece);
  }

  /** `share` of a circle, clockwise from the top, or from `from` (a share of a turn). */
  ring(middle: Point, radius: number, dash: Dash = null, share = 1, from = 0): void {
    if (radius <= 0 || share <= 0) return;
    const most = Math.min(1, share);
    if (dash === null) return this.arc(middle, radius, from, most);
    const around = TURN * radius * most;
    const count = Math.max(1, Math.round(around / (dash[0] + dash[1])));
    const part = (most / count) * (dash[0] / (dash[0] + dash[1]));
    for (let k = 0; k < count; k++) this.arc(middle, radius, from + (k / count) * most, part);
  }

  /** From a share of a turn, so much of one. */
  arc(middle: Point, radius: number, from: number, share: number): void {
    const { mesh, colour, clear4 } = this;
    const sides = sidesFor(radius * this.scale);
    const whole = circle(sides);
    const isWhole = share >= 1;
    const pieces = isWhole ? sides : Math.max(1, Math.ceil(share * sides));
    const half = Math.max(0.5, this.width / 2);
    const soft = SOFT / this.scale;
    const first = mesh.room((pieces + 1) * 4, pieces * 18);
    for (let k = 0; k <= pieces; k++) {
      let sine: number;
      let cosine: number;
      if (isWhole) {
        sine = whole[k].x;
        cosine = whole[k].y;
      } else {
        const angle = (from + (share * k) / pieces) * TURN;
        sine = Math.sin(angle);
        cosine = -Math.cos(angle);
      }
      for (let j = 0; j < 4; j++) {
        const r = radius + (j === 0 ? -half - soft : j === 1 ? soft - half : j === 2 ? half - soft : half + soft);
        mesh.corner(this.x(middle.x + sine * r), this.y(middle.y + cosine * r), j === 1 || j === 2 ? colour : clear4);
      }
    }
    this.strips(first, pieces + 1, 4);
  }

  disc(middle: Point, radius: number, colour: number, alpha = 1): void {
    const soft = SOFT / this.scale;
    this.rings(middle, [
      [0, colour, alpha],
      [Math.max(0, radius - soft), colour, alpha],
      [radius + soft, colour, 0],
    ]);
  }

  /** Fades from the middle outwards. */
  glow(middle: Point, radius: number, colour: number, alpha: number): void {
    this.rings(middle, [
      [0, colour, alpha],
      [radius * 0.3, colour, alpha * 0.72],
      [radius * 0.6, colour, alpha * 0.26],
      [radius * 0.82, colour, alpha * 0.06],
      [radius, colour, 0],
    ]);
  }

  /** Rings of a colour each, the inmost first. */
  rings(middle: Point, rings: readonly (readonly [radius: number, colour: number, alpha: number])[]): void {
    const { mesh } = this;
    const outer = rings.at(-1)![0];
    if (outer <= 0) return;
    const sides = sidesFor(outer * this.scale);
    const whole = circle(sides);
    const n = rings.length;
    const first = mesh.room(sides * n, sides * n * 6);
    for (const [radius, colour, alpha] of rings) {
      const ink = packed(colour, alpha * this.fade);
      for (let k = 0; k < sides; k++)
        mesh.corner(this.x(middle.x + whole[k].x * radius), this.y(middle.y + whole[k].y * radius), ink);
    }
    for (let j = 0; j < n - 1; j++)
      for (let k = 0; k < sides; k++) {
        const a = first + j * sides + k;
        const b = first + j * sides + ((k + 1) % sides);
        if (rings[j][0] > 0) mesh.triangle(a, b, a + sides);
        mesh.triangle(b, b + sides, a + sides);
      }
  }

  /** A shape that can be seen whole from its first corner. */
  area(points: readonly Point[], colour: number, alpha = 1): void {
    const { mesh } = this;
    const ink = packed(colour, alpha * this.fade);
    const first = mesh.room(points.length, points.length * 3);
    for (const point of points) mesh.corner(this.x(point.x), this.y(point.y), ink);
    for (let k = 1; k < points.length - 1; k++) mesh.triangle(first, first + k, first + k + 1);
  }

  /** Four corners, each of its own strength: a curtain, a shaft, a shadow. */
  sheet(points: readonly Point[], colour: number, alphas: readonly number[]): void {
    const { mesh } = this;
    const first = mesh.room(points.length, points.length * 3);
    points.forEach((point, k) =>
      mesh.corner(this.x(point.x), this.y(point.y), packed(colour, (alphas[k] ?? 0) * this.fade)),
    );
    for (let k = 1; k < points.length - 1; k++) mesh.triangle(first, first + k, first + k + 1);
  }
}

function sidesFor(radius: number): number {
  return radius < 4 ? 10 : radius < 10 ? 16 : radius < 26 ? 28 : radius < 70 ? 44 : 72;
}

/** As the flat batch wants it: blue in the lowest byte. */
function packed(colour: number, alpha: number): number {
  const a = alpha <= 0 ? 0 : alpha >= 1 ? 255 : Math.round(alpha * 255);
  return ((a << 24) | colour) >>> 0;
}

/** The part of a curve outside both rings, as a line of short pieces. */
export function along(curve: Curve, clear: number, from = 0, to = 1): Point[] {
  const length = Math.hypot(curve.to.x - curve.from.x, curve.to.y - curve.from.y);
  const cut = Math.min(0.4, clear / Math.max(1, length));
  const begin = cut + (1 - 2 * cut) * from;
  const end = cut + (1 - 2 * cut) * to;
  const pieces = Math.max(2, Math.min(24, Math.ceil((length * Math.abs(end - begin)) / 18)));
  return Array.from({ length: pieces + 1 }, (_, k) => pointOn(curve, begin + ((end - begin) * k) / pieces));
}

/** The same line trembling from side to side. */
export function zigzag(points: readonly Point[], height: number): Point[] {
  return points.map((point, k) => {
    if (k === 0 || k === points.length - 1) return point;
    const a = points[k - 1];
    const b = points[k + 1];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const side = k % 2 === 0 ? height : -height;
    return { x: point.x - ((b.y - a.y) / length) * side, y: point.y + ((b.x - a.x) / length) * side };
  });
}
