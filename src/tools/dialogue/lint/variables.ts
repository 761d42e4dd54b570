// A variable that scripts put something into and nobody asks.

import type { Found, Material } from './table.ts';

export function unreadVariables({ opened: { project, symbols } }: Material): Found[] {
  const read = new Set(
    symbols.places.filter(({ kind, use }) => kind === 'variable' && use === 'read').map(({ name }) => name),
  );
  const told = new Set<string>();
  return symbols.places.flatMap(({ kind, use, name, file, range }): Found[] => {
    if (kind !== 'variable' || use === 'read' || read.has(name) || told.has(name)) return [];
    told.add(name);
    return project.asked.has(file) ? [{ file, range, message: `${name} is written and never read` }] : [];
  });
}
