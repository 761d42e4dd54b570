// Somebody speaks who is not in the cast: mostly a name mistyped, or a colon in a line that nobody's name begins.

import { CAST } from '../../../core/run/cast.ts';
import { isGameLibrary } from '../../../core/run/library.ts';
import { nearest } from '../../../core/yarn/nearest.ts';
import { count } from '../check.ts';
import type { Project } from '../project.ts';
import type { Place } from '../symbols.ts';
import type { Found, Material } from './table.ts';

/** Null where nobody has said who is in it. The game's own cast is core's; a project file may add to it. */
export function castOf({ library, characters }: Project): readonly string[] | null {
  const own = isGameLibrary(library) ? CAST.map(({ name }) => name) : [];
  const all = [...own, ...(characters ?? [])];
  return all.length === 0 ? null : all;
}

export function unknownCharacters({ opened: { project, symbols } }: Material): Found[] {
  const cast = castOf(project);
  if (cast === null) return [];
  const known = new Set(cast);
  const strangers = new Map<string, Place[]>();
  for (const one of symbols.places) {
    if (one.kind !== 'character' || known.has(one.name) || !project.asked.has(one.file)) continue;
    strangers.set(one.name, [...(strangers.get(one.name) ?? []), one]);
  }
  // one finding a name: who is missing in the cast is missing in every line
  return [...strangers].map(([name, [{ file, range }, ...others]]): Found => {
    const guess = nearest(name, cast);
    const also = others.length === 0 ? '' : `, here and in ${count(others.length, 'other place')}`;
    const message = `YS0016: “${name}” is not in the cast${also}; if nobody is speaking here, write \\: for the colon`;
    return { file, range, message, ...(guess === undefined ? {} : { suggestion: guess }) };
  });
}
