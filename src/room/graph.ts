// Which node leads to which, which lines are in each, and where on the map it stands: rows from top to bottom, each node
// below the first that leads to it.

import type { LineId, Program } from '../core/yarn/program.ts';

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly kind: 'jump' | 'detour' | 'group';
}

export interface Graph {
  /** Nodes and node groups, in the order of the script. */
  readonly names: readonly string[];
  readonly groups: ReadonlySet<string>;
  readonly links: readonly Link[];
  readonly lines: ReadonlyMap<string, readonly LineId[]>;
  /** Nodes with a jump whose goal is only known as it runs. */
  readonly open: ReadonlySet<string>;
}

export function graphOf({ nodes, groups, blocks, homes }: Program): Graph {
  const byPlace = Object.keys(nodes).sort((a, b) =>
    nodes[a].file === nodes[b].file ? nodes[a].line - nodes[b].line : nodes[a].file < nodes[b].file ? -1 : 1,
  );
  const names: string[] = [];
  for (const name of byPlace) {
    const { group } = nodes[name];
    if (group !== undefined && !names.includes(group)) names.push(group);
    names.push(name);
  }
  const links = new Map<string, Link>();
  const link = (from: string, to: string, kind: Link['kind']): void => {
    links.set(`${from}\n${to}\n${kind}`, { from, to, kind });
  };
  for (const name of byPlace) if (nodes[name].group !== undefined) link(nodes[name].group, name, 'group');
  const lines = new Map<string, LineId[]>(byPlace.map((name) => [name, []]));
  const open = new Set<string>();
  for (const [id, block] of Object.entries(blocks)) {
    const home = homes[id];
    const own = lines.get(home);
    if (block.kind === 'line') own?.push(block.line);
    if (block.kind === 'options') own?.push(...block.options.map(({ line }) => line));
    if (block.kind !== 'jump' && block.kind !== 'detour') continue;
    if (typeof block.to === 'string') link(home, block.to, block.kind);
    else open.add(home);
  }
  const known = new Set(names);
  return {
    names,
    groups: new Set(Object.keys(groups)),
    links: [...links.values()].filter(({ to }) => known.has(to)),
    lines,
    open,
  };
}

export interface Spot {
  readonly name: string;
  /** The middle of its box. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** As a writer tells it from the others of its group: by its subtitle, or by when it may come. */
export function labelOf({ nodes }: Program, name: string): string {
  const node = nodes[name];
  if (node?.group === undefined || node.headers['subtitle'] !== undefined) return name;
  const { when } = node.headers;
  return when === undefined ? name : `when ${when}`;
}

export interface Layout {
  readonly spots: ReadonlyMap<string, Spot>;
  readonly width: number;
  readonly height: number;
}

export const BOX = {
  height: 50,
  gapX: 20,
  gapY: 44,
  letter: 8.2,
  padding: 26,
  least: 90,
  most: 210,
  margin: 12,
} as const;
/** Sweeps over the rows, each of which puts nodes below what leads to them. */
const SWEEPS = 4;

export function layoutOf({ names, links }: Graph): Layout {
  const rows = rowsOf(names, links);
  const order = new Map<string, number>();
  for (const row of rows) for (const [k, name] of row.entries()) order.set(name, k);
  const above = neighbours(links, (one) => [one.to, one.from]);
  const below = neighbours(links, (one) => [one.from, one.to]);
  for (let k = 0; k < SWEEPS; k++) {
    const side = k % 2 === 0 ? above : below;
    for (const row of rows) {
      const weight = new Map(row.map((name) => [name, middle(side.get(name) ?? [], order) ?? order.get(name)!]));
      row.sort((a, b) => weight.get(a)! - weight.get(b)!);
      for (const [at, name] of row.entries()) order.set(name, at);
    }
  }
  const widths = rows.map((row) => row.reduce((sum, name) => sum + widthOf(name) + BOX.gapX, -BOX.gapX));
  const width = Math.max(0, ...widths) + 2 * BOX.margin;
  const spots = new Map<string, Spot>();
  for (const [r, row] of rows.entries()) {
    let x = (width - widths[r]) / 2;
    const y = BOX.margin + BOX.height / 2 + r * (BOX.height + BOX.gapY);
    for (const name of row) {
      const own = widthOf(name);
      spots.set(name, { name, x: x + own / 2, y, width: own });
      x += own + BOX.gapX;
    }
  }
  return { spots, width, height: 2 * BOX.margin + rows.length * (BOX.height + BOX.gapY) - BOX.gapY };
}

function widthOf(name: string): number {
  return Math.min(BOX.most, Math.max(BOX.least, name.length * BOX.letter + BOX.padding));
}

/** A breadth-first walk from what nothing leads to, then from what is left: circles cannot push anything down for ever. */
function rowsOf(names: readonly string[], links: readonly Link[]): string[][] {
  const below = neighbours(links, (one) => [one.from, one.to]);
  const isLedTo = new Set(links.filter(({ from, to }) => from !== to).map(({ to }) => to));
  const depth = new Map<string, number>();
  const walk = (from: string): void => {
    depth.set(from, 0);
    const queue = [from];
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      for (const next of below.get(name) ?? []) {
        if (depth.has(next)) continue;
        depth.set(next, depth.get(name)! + 1);
        queue.push(next);
      }
    }
  };
  for (const name of names) if (!isLedTo.has(name)) walk(name);
  for (const name of names) if (!depth.has(name)) walk(name);
  const rows: string[][] = [];
  for (const name of names) (rows[depth.get(name)!] ??= []).push(name);
  return [...rows].map((row) => row ?? []);
}

function neighbours(links: readonly Link[], ends: (one: Link) => [string, string]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const one of links) {
    const [key, value] = ends(one);
    const list = found.get(key);
    if (list === undefined) found.set(key, [value]);
    else list.push(value);
  }
  return found;
}

function middle(names: readonly string[], order: ReadonlyMap<string, number>): number | null {
  if (names.length === 0) return null;
  return names.reduce((sum, name) => sum + (order.get(name) ?? 0), 0) / names.length;
}
