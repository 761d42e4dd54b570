// Code that no way leads to: whatever stands behind a jump, a return or a stop in the same body.

import type { Statement } from '../tree.ts';
import { bodiesOf } from './project.ts';
import type { Place, Project } from './project.ts';

export function checkReachable(project: Project): void {
  for (const place of project.places) {
    for (const node of place.tree.nodes) comesOut(node.body, place);
  }
}

/** Can one come out at the end? The first thing behind the point where one cannot is reported, once for each body. */
function comesOut(body: readonly Statement[], place: Place): boolean {
  let isOver = false;
  for (const statement of body) {
    if (isOver) {
      // Declarations hold wherever they stand.
      if (statement.kind === 'declare' || statement.kind === 'enum') continue;
      place.report('YS0008', statement.range, 'Unreachable code detected');
      return false;
    }
    isOver = !passes(statement, place);
  }
  return !isOver;
}

function passes(statement: Statement, place: Place): boolean {
  const ways = bodiesOf(statement).map((body) => comesOut(body, place));
  switch (statement.kind) {
    case 'jump':
    case 'return':
    case 'stop':
      return false;
    case 'if':
      return ways.includes(true) || statement.arms.every((arm) => arm.condition !== null);
    case 'once':
      return ways.includes(true);
    case 'line':
    case 'options':
    case 'group':
    case 'command':
    case 'set':
    case 'call':
    case 'declare':
    case 'detour':
    case 'enum':
      return true;
  }
}
