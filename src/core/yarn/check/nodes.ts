// Nodes by name: single ones, and groups, whose nodes share a title and each say `when`.

import { hashOf, hashText } from '../../math/hash.ts';
import type { NodeTree } from '../tree.ts';
import { titleRange } from './project.ts';
import type { Place, Project } from './project.ts';

export interface NodeNames {
  /** Of every node: `Title`, or in a group `Title.Subtitle`, or `Title.` and what its place comes to. */
  readonly names: ReadonlyMap<NodeTree, string>;
  readonly groups: ReadonlyMap<string, readonly NodeTree[]>;
  /** Everything that can be jumped to. */
  readonly all: ReadonlySet<string>;
  /** Those of them that a writer chose: what may be suggested. */
  readonly written: ReadonlySet<string>;
}

interface Titled {
  readonly node: NodeTree;
  readonly place: Place;
}

export function nameNodes(project: Project): NodeNames {
  const byTitle = new Map<string, Titled[]>();
  for (const place of project.places) {
    for (const node of place.tree.nodes) {
      if (node.body.length === 0) reportEmpty(node, place, project);
      if (node.title === null) continue;
      const list = byTitle.get(node.title.text);
      if (list) list.push({ node, place });
      else byTitle.set(node.title.text, [{ node, place }]);
    }
  }
  const names = new Map<NodeTree, string>();
  const groups = new Map<string, readonly NodeTree[]>();
  for (const [title, nodes] of byTitle) {
    if (nodes.some(({ node }) => node.when.length > 0)) {
      nameGroup(title, nodes, names);
      groups.set(
        title,
        nodes.map(({ node }) => node),
      );
    } else {
      for (const { node } of nodes) names.set(node, title);
      if (nodes.length > 1) {
        for (const { node, place } of nodes)
          place.report('YS0011', titleRange(node), `Duplicate node title: '${title}'`);
      }
    }
  }
  const all = new Set([...groups.keys(), ...names.values()]);
  const written = new Set(byTitle.keys());
  for (const [node, name] of names) if (node.subtitle !== null) written.add(name);
  return { names, groups, all, written };
}

function reportEmpty(node: NodeTree, place: Place, { lost }: Project): void {
  if (node.title === null || lost.isIn(place.file, node.range.start.line, node.range.end.line)) return;
  const what = `Node "${node.title.text}" is empty and will not be included in the compiled output.`;
  place.report('YS0033', node.range, what);
}

function nameGroup(title: string, nodes: readonly Titled[], names: Map<NodeTree, string>): void {
  const bySubtitle = new Map<string, Titled[]>();
  const counts = new Map<string, number>();
  for (const { node, place } of nodes) {
    if (node.when.length === 0) {
      const remedy = "(use 'when: always' if you want this node to not have any conditions)";
      place.report(
        'YS0031',
        titleRange(node),
        `All nodes in the group '${title}' must have a 'when' clause ${remedy}.`,
      );
    }
    if (node.subtitle === null) {
      // By the file's own name: its folder differs between machines, and a save must find the node on each.
      const file = place.file.slice(Math.max(place.file.lastIndexOf('/'), place.file.lastIndexOf('\\')) + 1);
      const count = counts.get(file) ?? 0;
      counts.set(file, count + 1);
      names.set(node, `${title}.${hashText(hashOf([file, title, count])).slice(0, 8)}`);
      continue;
    }
    const subtitle = node.subtitle.text;
    names.set(node, `${title}.${subtitle}`);
    const list = bySubtitle.get(subtitle);
    if (list) list.push({ node, place });
    else bySubtitle.set(subtitle, [{ node, place }]);
  }
  for (const [subtitle, same] of bySubtitle) {
    if (same.length === 1) continue;
    for (const { node, place } of same) {
      const range = node.headers.find((header) => header.key === 'subtitle')?.range ?? node.range;
      place.report('YS0032', range, `More than one node in group ${title} has subtitle ${subtitle}.`);
    }
  }
}
