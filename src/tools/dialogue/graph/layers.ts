// The classic drawing of a graph in layers: circles are opened, each thing is put below what leads to it, rows are ordered
// for few crossings, and everything is drawn near its neighbours.

import type { Edge, Vertex } from './model.ts';

const ACROSS = 26;
const SWEEPS = 12;

/** A vertex, or a place where a long way passes a layer. */
export interface Knot {
  readonly vertex: Vertex | null;
  readonly layer: number;
  readonly width: number;
  readonly up: Knot[];
  readonly down: Knot[];
  x: number;
}

export function newKnot(vertex: Vertex | null, layer: number, width: number): Knot {
  return { vertex, layer, width, up: [], down: [], x: 0 };
}

type Item = Pick<Vertex, 'id' | 'isStart'>;

interface Forward {
  readonly edge: Edge;
  readonly from: string;
  readonly to: string;
  readonly isTurned: boolean;
}

/** A way that closes a circle is turned round for the layers. Nodes are visited as written, starts first. */
export function withoutCycles(vertices: readonly Item[], edges: readonly Edge[]): Forward[] {
  const out = new Map<string, Edge[]>();
  for (const edge of edges) out.set(edge.from, [...(out.get(edge.from) ?? []), edge]);
  const state = new Map<string, 'open' | 'done'>();
  const turned = new Set<Edge>();
  const begin = [...vertices].sort((a, b) => Number(b.isStart) - Number(a.isStart));
  for (const { id } of begin) {
    if (state.has(id)) continue;
    // by hand and not by recursion: a chain of scenes may be long
    const stack = [{ id, next: 0 }];
    state.set(id, 'open');
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      const edge = (out.get(top.id) ?? [])[top.next++];
      if (edge === undefined) {
        state.set(top.id, 'done');
        stack.pop();
      } else if (state.get(edge.to) === 'open') turned.add(edge);
      else if (!state.has(edge.to)) {
        state.set(edge.to, 'open');
        stack.push({ id: edge.to, next: 0 });
      }
    }
  }
  return edges.map((edge) =>
    turned.has(edge)
      ? { edge, from: edge.to, to: edge.from, isTurned: true }
      : { edge, from: edge.from, to: edge.to, isTurned: false },
  );
}

/** Each below all that lead to it. */
export function layersOf(vertices: readonly Item[], forward: readonly Forward[]): Map<string, number> {
  const layer = new Map(vertices.map(({ id }) => [id, 0]));
  const waiting = new Map(vertices.map(({ id }) => [id, 0]));
  const out = new Map<string, string[]>();
  for (const { from, to } of forward) {
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
    out.set(from, [...(out.get(from) ?? []), to]);
  }
  const ready = vertices.map(({ id }) => id).filter((id) => waiting.get(id) === 0);
  for (const id of ready) {
    for (const to of out.get(id) ?? []) {
      layer.set(to, Math.max(layer.get(to) ?? 0, (layer.get(id) ?? 0) + 1));
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return layer;
}

export function rowsOf(knots: readonly Knot[]): Knot[][] {
  const rows: Knot[][] = Array.from({ length: 1 + Math.max(0, ...knots.map(({ layer }) => layer)) }, () => []);
  for (const one of knots) rows[one.layer].push(one);
  return rows;
}

/** Fewer crossings: each row by the middle of its neighbours, down and up in turn, and the best of all kept. */
export function ordered(rows: readonly Knot[][]): Knot[][] {
  let now = rows.map((row) => [...row]);
  let best = now;
  let least = crossings(now);
  for (let sweep = 0; sweep < SWEEPS && least > 0; sweep++) {
    const isDown = sweep % 2 === 0;
    const at = new Map(now.flatMap((row) => row.map((one, k) => [one, k] as const)));
    const next = now.map((row) => [...row]);
    for (const k of isDown ? next.keys() : inReverse([...next.keys()])) {
      const middle = (one: Knot): number => {
        const others = isDown ? one.up : one.down;
        if (others.length === 0) return at.get(one) ?? 0;
        return others.reduce((sum, other) => sum + (at.get(other) ?? 0), 0) / others.length;
      };
      const keys = new Map(next[k].map((one) => [one, middle(one)]));
      next[k].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
      for (const [place, one] of next[k].entries()) at.set(one, place);
    }
    now = next;
    const count = crossings(now);
    if (count < least) [best, least] = [now, count];
  }
  return best;
}

function crossings(rows: readonly (readonly Knot[])[]): number {
  let count = 0;
  for (let k = 1; k < rows.length; k++) {
    const at = new Map(rows[k].map((one, place) => [one, place]));
    const ends = rows[k - 1].flatMap((one) => one.down.map((other) => at.get(other) ?? 0).sort((a, b) => a - b));
    for (let i = 0; i < ends.length; i++) for (let j = i + 1; j < ends.length; j++) if (ends[i] > ends[j]) count++;
  }
  return count;
}

/** Gives every knot its x, near the middle of its neighbours, and answers how wide that became. */
export function spread(rows: readonly (readonly Knot[])[]): number {
  for (const row of rows)
    push(
      row,
      row.map(() => 0),
    );
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isDown = sweep % 2 === 0;
    for (const row of isDown ? rows : inReverse(rows)) {
      push(
        row,
        row.map((one) => {
          const others = isDown ? one.up : one.down;
          return others.length === 0 ? one.x : others.reduce((sum, { x }) => sum + x, 0) / others.length;
        }),
      );
    }
  }
  const all = rows.flat();
  const left = Math.min(...all.map(({ x, width }) => x - width / 2));
  for (const one of all) one.x -= left;
  return Math.max(...all.map(({ x, width }) => x + width / 2));
}

/** As near to where each would be as their order and width allow: pushed right, pushed left, and the middle taken. */
function push(row: readonly Knot[], wished: readonly number[]): void {
  const gap = (k: number): number => (row[k - 1].width + row[k].width) / 2 + ACROSS;
  const right = [...wished];
  const left = [...wished];
  for (let k = 1; k < row.length; k++) right[k] = Math.max(right[k], right[k - 1] + gap(k));
  for (let k = row.length - 2; k >= 0; k--) left[k] = Math.min(left[k], left[k + 1] - gap(k + 1));
  for (const [k, one] of row.entries()) one.x = (left[k] + right[k]) / 2;
}

export function inReverse<T>(list: readonly T[]): T[] {
  return list.map((_, k) => list[list.length - 1 - k]);
}
