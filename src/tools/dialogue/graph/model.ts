// The nodes of a project and the ways between them, and which of them a player can come to.

import type { Opened } from '../opened.ts';
import { spokenIn } from '../walk.ts';

type Way = 'jump' | 'detour' | 'word';

export interface Vertex {
  /** A node's or group's title, or `{an expression}` whose nodes cannot be told. */
  readonly id: string;
  readonly is: 'node' | 'group' | 'missing' | 'open';
  readonly file: string;
  /** From 1; of the first, for a group. */
  readonly line: number;
  /** Lines, options and items. */
  readonly texts: number;
  /** Of a group, its nodes. */
  readonly members: readonly string[];
  readonly isStart: boolean;
  readonly isReached: boolean;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly way: Way;
  /** The node's name is the value of an expression. */
  readonly isComputed: boolean;
}

export interface Graph {
  readonly name: string;
  readonly vertices: readonly Vertex[];
  readonly edges: readonly Edge[];
}

export function graphOf({ project, scripts, symbols }: Opened, starts: ReadonlySet<string>): Graph {
  type Draft = { -readonly [K in keyof Vertex]: Vertex[K] } & { members: string[] };
  const vertices = new Map<string, Draft>();
  const add = (id: string, is: Vertex['is'], file: string, line: number): Draft => {
    let one = vertices.get(id);
    if (one === undefined) {
      one = { id, is, file, line, texts: 0, members: [], isStart: starts.has(id), isReached: false };
      vertices.set(id, one);
    }
    return one;
  };
  for (const { file, tree } of scripts) {
    for (const node of tree.nodes) {
      if (node.title === null) continue;
      const one = add(node.title.text, node.when.length > 0 ? 'group' : 'node', file, node.title.range.start.line + 1);
      if (node.when.length > 0) one.members.push(node.subtitle?.text ?? `line ${node.title.range.start.line + 1}`);
    }
    for (const { node } of spokenIn(tree)) {
      const one = node.title === null ? undefined : vertices.get(node.title.text);
      if (one !== undefined) one.texts++;
    }
  }

  const edges = new Map<string, Edge>();
  const join = (from: string | null, to: string, way: Way, isComputed: boolean, file: string, line: number): void => {
    if (from === null) return;
    add(to, isComputed && to.startsWith('{') ? 'open' : 'missing', file, line);
    edges.set(`${from}\n${to}\n${way}\n${isComputed}`, { from, to, way, isComputed });
  };
  for (const { kind, use, node, name, file, range } of symbols.places) {
    if (kind !== 'node' || (use !== 'jump' && use !== 'detour' && use !== 'word')) continue;
    join(node, name, use, false, file, range.start.line + 1);
  }
  for (const { use, node, mayBe, written, file, range } of symbols.openJumps) {
    for (const to of mayBe.length > 0 ? mayBe : [`{${written}}`]) join(node, to, use, true, file, range.start.line + 1);
  }

  const next = new Map<string, string[]>();
  for (const { from, to } of edges.values()) next.set(from, [...(next.get(from) ?? []), to]);
  const queue = [...vertices.values()].filter(({ isStart }) => isStart).map(({ id }) => id);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const one = vertices.get(id);
    if (one === undefined || one.isReached) continue;
    one.isReached = true;
    queue.push(...(next.get(id) ?? []));
  }
  return { name: project.name, vertices: [...vertices.values()], edges: [...edges.values()] };
}

/** What is said of a graph in one line. */
export function countsOf({ vertices, edges }: Graph) {
  const nodes = vertices.filter(({ is }) => is === 'node' || is === 'group');
  return {
    nodes: nodes.length,
    ways: edges.length,
    unreached: nodes.filter(({ isReached }) => !isReached).length,
    missing: vertices.filter(({ is }) => is === 'missing').length,
  };
}
