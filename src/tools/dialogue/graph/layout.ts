// Where things are drawn: every file is a box, in it the nodes in layers from the top, each below what leads to it; the
// boxes go from left to right in the same way. Ways inside a box go around what lies between, the others straight across.

import { byFile } from './text.ts';
import { inReverse, layersOf, newKnot, ordered, rowsOf, spread, withoutCycles, type Knot } from './layers.ts';
import type { Edge, Graph, Vertex } from './model.ts';

export const NODE = { width: 190, height: 46 } as const;
const GAP = { down: 58, bend: 16, box: 36, columns: 64, inside: 22, title: 30 } as const;
/** The sheet is about this much wider than high. */
const ASPECT = 3.2;
/** About the width of one in a box's name. */
const LETTER = 8;

interface Spot {
  readonly vertex: Vertex;
  /** Of the middle. */
  readonly x: number;
  readonly y: number;
  /** Which of the boxes it is in. */
  readonly box: number;
}

interface Box {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Route {
  readonly edge: Edge;
  /** From the first point to the last, through those between. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Leaves and comes in at the sides. */
  readonly isAcross: boolean;
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly spots: readonly Spot[];
  readonly boxes: readonly Box[];
  readonly routes: readonly Route[];
}

interface Cluster {
  readonly file: string;
  readonly name: string;
  /** Of the nodes, where the name is wider than they are. */
  readonly shift: number;
  readonly knots: readonly Knot[];
  readonly width: number;
  readonly height: number;
  /** Of ways that stay inside: the places they pass. */
  readonly bends: ReadonlyMap<Edge, readonly Knot[]>;
}

export function layOut({ vertices, edges }: Graph): Sheet {
  const files = byFile(vertices);
  const names = shortNames([...files.keys()]);
  const clusters = [...files].map(([file, own]) => clusterOf(file, names.get(file) ?? file, own, edges));
  const area = clusters.reduce((sum, { width, height }) => sum + (width + GAP.box) * (height + GAP.box), 0);
  const limit = Math.sqrt(area * ASPECT);
  const spots = new Map<string, Spot>();
  const boxes: Box[] = [];
  const passes = new Map<Edge, (readonly [number, number])[]>();
  const band = { top: GAP.box, height: 0, x: GAP.box };
  let right = 0;
  for (const column of columnsOf(clusters, vertices, edges)) {
    const width = Math.max(...column.map((one) => one.width));
    const height = column.reduce((sum, one) => sum + one.height + GAP.box, 0);
    if (band.x > GAP.box && band.x + width > limit) {
      band.top += band.height;
      band.x = GAP.box;
      band.height = 0;
    }
    let y = band.top;
    for (const one of column) {
      const { name, knots, bends } = one;
      const [left, top] = [band.x + GAP.inside + one.shift, y + GAP.title + GAP.inside];
      boxes.push({ name, x: band.x, y, width: one.width, height: one.height });
      for (const each of knots) {
        const { vertex, x } = each;
        if (vertex !== null) spots.set(vertex.id, { vertex, x: left + x, y: top + yOf(each), box: boxes.length - 1 });
      }
      for (const [edge, through] of bends) {
        passes.set(
          edge,
          through.map((each) => [left + each.x, top + yOf(each)]),
        );
      }
      y += one.height + GAP.box;
    }
    band.height = Math.max(band.height, height);
    band.x += width + GAP.columns;
    right = Math.max(right, band.x);
  }
  const routes = edges.flatMap((edge): Route[] => {
    const from = spots.get(edge.from);
    const to = spots.get(edge.to);
    if (from === undefined || to === undefined) return [];
    return [from.box === to.box ? inside(edge, from, to, passes.get(edge) ?? []) : across(edge, from, to)];
  });
  return {
    width: right - GAP.columns + GAP.box,
    height: band.top + band.height,
    spots: [...spots.values()],
    boxes,
    routes,
  };
}

/** Files by what leads to them, from left to right; what nothing tells apart stands one below the other. */
function columnsOf(clusters: readonly Cluster[], vertices: readonly Vertex[], edges: readonly Edge[]): Cluster[][] {
  const home = new Map(vertices.map(({ id, file }) => [id, file]));
  const starts = new Set(vertices.filter(({ isStart }) => isStart).map(({ file }) => file));
  const items = clusters.map(({ file }) => ({ id: file, isStart: starts.has(file) }));
  const ways = edges.flatMap((edge) => {
    const [from, to] = [home.get(edge.from), home.get(edge.to)];
    return from === undefined || to === undefined || from === to ? [] : [{ ...edge, from, to }];
  });
  const layer = layersOf(items, withoutCycles(items, ways));
  const columns: Cluster[][] = [];
  for (const one of clusters) (columns[layer.get(one.file) ?? 0] ??= []).push(one);
  return columns.filter((column) => column !== undefined);
}

/** Without the folder that they all lie in. */
export function shortNames(files: readonly string[]): Map<string, string> {
  const folders = files.map((file) => file.split('/').slice(0, -1));
  let same = 0;
  while (folders.length > 0 && folders.every((one) => one.length > same && one[same] === folders[0][same])) same++;
  return new Map(files.map((file) => [file, file.split('/').slice(same).join('/')]));
}

function yOf({ layer }: Knot): number {
  return layer * (NODE.height + GAP.down) + NODE.height / 2;
}

function inside(edge: Edge, from: Spot, to: Spot, through: readonly (readonly [number, number])[]): Route {
  const half = NODE.height / 2;
  const isDown = to.y > from.y;
  const points = [
    [from.x, from.y + (isDown || to.y === from.y ? half : -half)],
    ...through,
    [to.x, to.y + (isDown ? -half : half)],
  ] as const;
  return { edge, points, isAcross: false };
}

/** From side to side where the boxes stand beside each other, else from top to bottom. */
function across(edge: Edge, from: Spot, to: Spot): Route {
  const [wide, high] = [NODE.width / 2, NODE.height / 2];
  const apart = to.x - from.x;
  if (Math.abs(apart) > NODE.width) {
    const side = Math.sign(apart);
    return {
      edge,
      points: [
        [from.x + side * wide, from.y],
        [to.x - side * wide, to.y],
      ],
      isAcross: true,
    };
  }
  const side = Math.sign(to.y - from.y);
  return {
    edge,
    points: [
      [from.x, from.y + side * high],
      [to.x, to.y - side * high],
    ],
    isAcross: false,
  };
}

function clusterOf(file: string, name: string, vertices: readonly Vertex[], all: readonly Edge[]): Cluster {
  const ids = new Set(vertices.map(({ id }) => id));
  const edges = all.filter(({ from, to }) => ids.has(from) && ids.has(to) && from !== to);
  const forward = withoutCycles(vertices, edges);
  const layer = layersOf(vertices, forward);
  const knots = new Map<string, Knot>(
    vertices.map((one): [string, Knot] => [one.id, newKnot(one, layer.get(one.id) ?? 0, NODE.width)]),
  );
  const passing: Knot[] = [];
  const bends = new Map<Edge, readonly Knot[]>();
  for (const { edge, from, to, isTurned } of forward) {
    const [first, last] = [knots.get(from), knots.get(to)];
    if (first === undefined || last === undefined) continue;
    const chain = [first];
    for (let k = first.layer + 1; k < last.layer; k++) chain.push(newKnot(null, k, GAP.bend));
    chain.push(last);
    for (let k = 1; k < chain.length; k++) {
      chain[k - 1].down.push(chain[k]);
      chain[k].up.push(chain[k - 1]);
    }
    const between = chain.slice(1, -1);
    passing.push(...between);
    bends.set(edge, isTurned ? inReverse(between) : between);
  }
  const every = [...knots.values(), ...passing];
  const rows = rowsOf(every);
  const order = ordered(rows);
  const width = spread(order);
  const least = Math.max(width, NODE.width, name.length * LETTER);
  return {
    file,
    name,
    knots: every,
    bends,
    shift: (least - width) / 2,
    width: least + 2 * GAP.inside,
    height: GAP.title + 2 * GAP.inside + rows.length * (NODE.height + GAP.down) - GAP.down,
  };
}
