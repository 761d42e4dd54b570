// What an older version of the language did not have.

import type { Range } from '../diagnostics.ts';
import type { Place, Project } from './project.ts';
import { eachStatement, textsOf } from './project.ts';
import { constantOf } from './enums.ts';

const NEEDED = 3;

export function checkVersion(project: Project): void {
  const version = project.options.languageVersion ?? 4;
  if (version >= NEEDED) return;
  for (const place of project.places) {
    const refuse = (feature: string, range: Range): void => {
      const reason = `is not available at language version ${version}; it requires version ${NEEDED} or later`;
      place.report('YS0036', range, `Language feature "${feature}" ${reason}`);
    };
    checkPlace(place, refuse);
  }
}

function checkPlace(place: Place, refuse: (feature: string, range: Range) => void): void {
  for (const node of place.tree.nodes) {
    eachStatement(node.body, (statement) => {
      if (statement.kind === 'enum') refuse('enums', statement.range);
      if (statement.kind === 'group') refuse('line groups', statement.range);
      if (statement.kind === 'once') refuse("'once' statements", statement.range);
      if (statement.kind === 'declare' && statement.value.kind !== 'member' && constantOf(statement.value) === null) {
        refuse('smart variables', statement.value.range);
      }
      for (const { text } of textsOf(statement)) {
        if (text.condition?.once) refuse("'once' conditions", text.condition.range);
      }
    });
  }
}
