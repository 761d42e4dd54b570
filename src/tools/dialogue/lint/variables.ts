// A variable that scripts put something into and nobody asks.

import type { Place } from '../symbols.ts';
import type { Found, Material } from './table.ts';

export function unreadVariables({ opened: { project, symbols } }: Material): Found[] {
  const read = namesWith(symbols.places, 'read');
  const written = namesWith(symbols.places, 'write');
  const told = new Set<string>();
  return symbols.places.flatMap(({ kind, use, name, file, range }): Found[] => {
    if (kind !== 'variable' || use === 'read' || read.has(name) || told.has(name)) return [];
    told.add(name);
    return project.asked.has(file)
      ? [{ file, range, message: `${name} is ${written.has(name) ? 'written' : 'declared'} and never read` }]
      : [];
  });
}

function namesWith(places: readonly Place[], use: Place['use']): Set<string> {
  return new Set(places.filter((one) => one.kind === 'variable' && one.use === use).map(({ name }) => name));
}
