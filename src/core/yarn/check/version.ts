// What an older version of the language did not have.

import type { Range } from '../diagnostics.ts';
import type { Place, Project } from './project.ts';
import { eachText } from './project.ts';
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

function checkPlace({ statements }: Place, refuse: (feature: string, range: Range) => void): void {
  for (const { range } of statements.enum) refuse('enums', range);
  for (const { range } of statements.group) refuse('line groups', range);
  for (const { range } of statements.once) refuse("'once' statements", range);
  for (const { value } of statements.declare) {
    if (value.kind !== 'member' && constantOf(value) === null) refuse('smart variables', value.range);
  }
  for (const statement of statements.all) {
    eachText(statement, ({ condition }) => {
      if (condition?.once) refuse("'once' conditions", condition.range);
    });
  }
}
