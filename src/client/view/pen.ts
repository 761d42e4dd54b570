// Strokes that Phaser's Graphics has not: dashes, zigzags, and circles of as many sides as they need.

import type Phaser from 'phaser';
import { pointOn, type Curve, type Point } from '../picture.ts';

const SIDES = 36;
const UNIT = Array.from({ length: SIDES + 1 }, (_, k) => ({
  x: Math.sin((k / SIDES) * 2 * Math.PI),
  y: -Math.cos((k / SIDES) * 2 * Math.PI),
}));

/** How a line is broken: lengths of stroke and gap in pixels; null is a solid line. */
export type Dash = readonly [stroke: number, gap: number] | null;

export class Pen {
  private readonly to: Phaser.GameObjects.Graphics;

  constructor(to: Phaser.GameObjects.Graphics) {
    this.to = to;
  }

  clear(): void {
    this.to.clear();
  }

  style(width: number, colour: number, alpha = 1): this {
    this.to.lineStyle(width, colour, alpha);
    return this;
  }

  line(points: readonly Point[]): void {
    const { to } = this;
    to.beginPath();
    points.forEach((point, k) => (k === 0 ? to.moveTo(point.x, point.y) : to.lineTo(point.x, point.y)));
    to.strokePath();
  }

  dashed(points: readonly Point[], dash: Dash): void {
    if (dash === null) return this.line(points);
    let isStroke = true;
    let left = dash[0];
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

  /** `share` of a circle, clockwise from the top. */
  ring(middle: Point, radius: number, dash: Dash = null, share = 1): void {
    const whole = around(middle, radius);
    const points = share >= 1 ? whole : whole.slice(0, Math.max(2, Math.ceil(SIDES * share) + 1));
    if (dash === null && share >= 1) {
      this.to.strokePoints(points as Phaser.Math.Vector2[], true, true);
      return;
    }
    this.dashed(points, dash);
  }

  disc(middle: Point, radius: number, colour: number, alpha = 1): void {
    this.area(around(middle, radius).slice(0, SIDES), colour, alpha);
  }

  area(points: readonly Point[], colour: number, alpha = 1): void {
    this.to.fillStyle(colour, alpha);
    this.to.fillPoints(points as Phaser.Math.Vector2[], true, true);
  }
}

function around(middle: Point, radius: number): Point[] {
  return UNIT.map((one) => ({ x: middle.x + one.x * radius, y: middle.y + one.y * radius }));
}

/** The part of a curve outside both rings, as a line of short pieces. */
export function along(curve: Curve, clear: number, from = 0, to = 1): Point[] {
  const length = Math.hypot(curve.to.x - curve.from.x, curve.to.y - curve.from.y);
  const cut = Math.min(0.4, clear / Math.max(1, length));
  const begin = cut + (1 - 2 * cut) * from;
  const end = cut + (1 - 2 * cut) * to;
  const pieces = Math.max(2, Math.min(36, Math.ceil((length * (end - begin)) / 13)));
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
