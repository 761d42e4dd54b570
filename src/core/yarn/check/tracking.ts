// Which nodes' visits are counted: those somebody asks about by name, and those that say so themselves.

import type { NodeTree } from '../tree.ts';
import type { NodeNames } from './nodes.ts';
import type { Project } from './project.ts';

export function trackedNodes(project: Project, nodes: NodeNames, askedAbout: ReadonlySet<string>): Set<string> {
  const tracked = new Set([...askedAbout].filter((name) => nodes.all.has(name)));
  const never = new Set<string>();
  for (const { tree } of project.places) {
    for (const node of tree.nodes) {
      const full = nodes.names.get(node);
      const wish = trackingOf(node);
      if (full === undefined || node.title === null || wish === null) continue;
      const list = wish === 'always' ? tracked : never;
      list.add(full);
      list.add(node.title.text);
    }
  }
  for (const name of never) tracked.delete(name);
  return tracked;
}

function trackingOf(node: NodeTree): 'always' | 'never' | null {
  const value = node.headers.find((header) => header.key === 'tracking')?.value.trim();
  return value === 'always' || value === 'never' ? value : null;
}
