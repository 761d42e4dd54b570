// Which nodes' visits are counted: those somebody asks about by name, and those that say so themselves.

import type { Expression, NodeTree } from '../tree.ts';
import type { NodeNames } from './nodes.ts';
import type { Project } from './project.ts';

export interface Tracking {
  readonly tracked: ReadonlySet<string>;
  /** For each expression of the project. */
  readonly see: (expression: Expression) => void;
}

export function trackVisits(project: Project, nodes: NodeNames): Tracking {
  const tracked = new Set<string>();
  const never = new Set<string>();
  for (const { tree } of project.places) {
    for (const node of tree.nodes) {
      const full = nodes.names.get(node);
      if (full === undefined || node.title === null) continue;
      const wish = trackingOf(node);
      if (wish === null) continue;
      const list = wish === 'always' ? tracked : never;
      list.add(full);
      list.add(node.title.text);
    }
  }
  for (const name of never) tracked.delete(name);
  const see = (expression: Expression): void => {
    if (expression.kind !== 'call' || (expression.name.text !== 'visited' && expression.name.text !== 'visited_count'))
      return;
    const [name] = expression.args;
    if (name?.kind === 'string' && nodes.all.has(name.value) && !never.has(name.value)) tracked.add(name.value);
  };
  return { tracked, see };
}

function trackingOf(node: NodeTree): 'always' | 'never' | null {
  const value = node.headers.find((header) => header.key === 'tracking')?.value.trim();
  return value === 'always' || value === 'never' ? value : null;
}
