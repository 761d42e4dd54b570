// Filled paths put on a grid, without a browser: to measure how alike two outlines are.
// Reads what parts.ts writes: M L H V C Q A Z and their small letters; arcs only where both radii lie along the axes.

export interface Placed {
  readonly d: string;
  /** a b c d e f of SVG's matrix() */
  readonly matrix: readonly [number, number, number, number, number, number];
}

type Point = readonly [number, number];

/** One byte a cell: 1 where any of the paths is filled by the rule of nonzero. */
export function filled(paths: readonly Placed[], cells: number, side: number): Uint8Array {
  const grid = new Uint8Array(cells * cells);
  for (const { d, matrix } of paths)
    fill(
      grid,
      cells,
      rings(d).map((ring) => ring.map((point) => moved(point, matrix, cells / side))),
    );
  return grid;
}

/** Of all that either covers, the part that both do. */
export function overlap(one: Uint8Array, other: Uint8Array): number {
  let both = 0;
  let either = 0;
  for (let at = 0; at < one.length; at++) {
    both += one[at] & other[at];
    either += one[at] | other[at];
  }
  return both / either;
}

function moved([x, y]: Point, [a, b, c, d, e, f]: Placed['matrix'], scale: number): Point {
  return [(a * x + c * y + e) * scale, (b * x + d * y + f) * scale];
}

function fill(grid: Uint8Array, cells: number, shape: readonly (readonly Point[])[]): void {
  for (let row = 0; row < cells; row++) {
    const y = row + 0.5;
    const crossings: { x: number; turn: number }[] = [];
    for (const ring of shape) {
      ring.forEach(([x1, y1], at) => {
        const [x2, y2] = ring[(at + 1) % ring.length];
        if (y1 <= y === y2 <= y) return;
        crossings.push({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: y2 > y1 ? 1 : -1 });
      });
    }
    crossings.sort((one, other) => one.x - other.x);
    let winding = 0;
    crossings.forEach(({ x, turn }, at) => {
      winding += turn;
      const end = crossings[at + 1]?.x;
      if (winding === 0 || end === undefined) return;
      const from = Math.max(0, Math.ceil(x - 0.5));
      for (let cell = from; cell < Math.min(cells, end - 0.5); cell++) grid[row * cells + cell] = 1;
    });
  }
}

const STEPS = 12;

/** A path as closed rings of points. Throws at a letter it does not know, so that no shape is measured wrongly in silence. */
export function rings(d: string): Point[][] {
  const words = d.match(/[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)/g) ?? [];
  const all: Point[][] = [];
  let ring: Point[] = [];
  let [x, y] = [0, 0];
  let letter = '';
  let at = 0;
  const number = (): number => {
    const value = Number(words[at++]);
    if (Number.isNaN(value)) throw new Error(`not a number before word ${at} of ${d}`);
    return value;
  };
  const point = (isRelative: boolean): Point => {
    const [dx, dy] = [number(), number()];
    return isRelative ? [x + dx, y + dy] : [dx, dy];
  };
  const to = ([nx, ny]: Point): void => {
    ring.push([nx, ny]);
    [x, y] = [nx, ny];
  };
  while (at < words.length) {
    if (/[a-zA-Z]/.test(words[at])) letter = words[at++]!;
    const isRelative = letter === letter.toLowerCase();
    switch (letter.toUpperCase()) {
      case 'M': {
        ring = [];
        all.push(ring);
        to(point(isRelative));
        letter = isRelative ? 'l' : 'L';
        break;
      }
      case 'L':
        to(point(isRelative));
        break;
      case 'H':
        to([number() + (isRelative ? x : 0), y]);
        break;
      case 'V':
        to([x, number() + (isRelative ? y : 0)]);
        break;
      case 'C':
      case 'Q': {
        const points: Point[] = [[x, y], point(isRelative), point(isRelative)];
        if (letter.toUpperCase() === 'C') points.push(point(isRelative));
        for (let step = 1; step <= STEPS; step++) to(onCurve(points, step / STEPS));
        break;
      }
      case 'A': {
        const [rx, ry] = [number(), number()];
        at++;
        const [large, sweep] = [number(), number()];
        arc([x, y], point(isRelative), rx, ry, large !== 0, sweep !== 0).forEach(to);
        break;
      }
      case 'Z': {
        const [first] = ring;
        if (first !== undefined) [x, y] = first;
        break;
      }
      default:
        throw new Error(`'${letter}' in ${d}`);
    }
  }
  return all;
}

function onCurve(points: readonly Point[], t: number): Point {
  let rest = points;
  while (rest.length > 1) {
    rest = rest.slice(1).map(([x, y], at): Point => {
      const [px, py] = rest[at];
      return [px + (x - px) * t, py + (y - py) * t];
    });
  }
  return rest[0];
}

function arc([x1, y1]: Point, [x2, y2]: Point, rx: number, ry: number, isLarge: boolean, isSweep: boolean): Point[] {
  const [px, py] = [(x1 - x2) / 2 / rx, (y1 - y2) / 2 / ry];
  const half = Math.max(px * px + py * py, 1e-12);
  const grow = Math.max(1, Math.sqrt(half));
  const far = Math.sqrt(Math.max(0, (grow * grow) / half - 1)) * (isLarge === isSweep ? -1 : 1);
  const [cx, cy] = [far * py * rx + (x1 + x2) / 2, -far * px * ry + (y1 + y2) / 2];
  const angle = (x: number, y: number): number => Math.atan2((y - cy) / (ry * grow), (x - cx) / (rx * grow));
  const from = angle(x1, y1);
  let turn = angle(x2, y2) - from;
  if (isSweep && turn <= 0) turn += 2 * Math.PI;
  if (!isSweep && turn >= 0) turn -= 2 * Math.PI;
  return Array.from({ length: STEPS }, (_, step): Point => {
    const here = from + (turn * (step + 1)) / STEPS;
    return [cx + Math.cos(here) * rx * grow, cy + Math.sin(here) * ry * grow];
  });
}
