// Somebody speaks who is not in the cast: mostly a name mistyped, or a colon in a line that nobody's name begins.

import { CAST } from '../../../core/run/cast.ts';
import { GAME_LIBRARY } from '../../../core/run/library.ts';
import { nearest } from '../../../core/yarn/nearest.ts';
import type { Project } from '../project.ts';
import type { Found, Material } from './table.ts';

/** Null where nobody has said who is in it. The game's own cast is core's; a project file may add to it. */
export function castOf({ library, characters }: Project): readonly string[] | null {
  const own = library === GAME_LIBRARY ? CAST.map(({ name }) => name) : [];
  const all = [...own, ...(characters ?? [])];
  return all.length === 0 ? null : all;
}

export function unknownCharacters({ opened: { project, symbols } }: Material): Found[] {
  const cast = castOf(project);
  if (cast === null) return [];
  const known = new Set(cast);
  return symbols.places.flatMap(({ kind, name, file, range }): Found[] => {
    if (kind !== 'character' || known.has(name) || !project.asked.has(file)) return [];
    const guess = nearest(name, cast);
    const message = `YS0016: “${name}” is not in the cast; if nobody is speaking here, write \\: for the colon`;
    return [{ file, range, message, ...(guess === undefined ? {} : { suggestion: guess }) }];
  });
}
