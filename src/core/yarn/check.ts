// From trees to what can be lowered: every name resolved, every type known, every line with its id; or to the faults that
// keep it from that. All parts look at all files, so that one run lists everything.

import { signatureText } from './check/calls.ts';
import { checkCommands } from './check/commands.ts';
import { findEnums } from './check/enums.ts';
import { checkJumps } from './check/jumps.ts';
import { makeTable } from './check/lines.ts';
import { nameNodes } from './check/nodes.ts';
import type { Project } from './check/project.ts';
import { checkReachable } from './check/reach.ts';
import { newScope } from './check/scope.ts';
import { inferPlace, memberValues, reportUndetermined, settleAll } from './check/statements.ts';
import { trackedNodes } from './check/tracking.ts';
import { declareAll, reportVariables, variableInfos } from './check/variables.ts';
import { checkVersion } from './check/version.ts';
import type { Checked } from './checked.ts';
import type { Compiled, TableLine } from './compile.ts';
import type { LineId } from './program.ts';

export interface CheckResult {
  readonly checked: Checked;
  readonly strings: ReadonlyMap<LineId, TableLine>;
  readonly enums: Compiled['enums'];
  readonly inferredFunctions: ReadonlyMap<string, string>;
}

/** Faults go to the reporters of the project's places. */
export function check(project: Project): CheckResult {
  const nodes = nameNodes(project);
  const { strings, lineIds } = makeTable(project, nodes.names);
  const names = { trees: project.places.map(({ tree }) => tree), lineIds, names: nodes.names, groups: nodes.groups };
  if (project.options.only === 'strings') {
    const checked = { ...names, members: new Map(), tracked: new Set<string>(), variables: [], smart: new Map() };
    return { checked, strings, enums: [], inferredFunctions: new Map() };
  }

  checkVersion(project);
  const enums = findEnums(project);
  const scope = newScope(project, enums);
  declareAll(scope);
  for (const place of project.places) inferPlace(place, scope);
  settleAll(scope);
  const members = memberValues(scope);
  reportUndetermined(scope);
  reportVariables(scope);
  checkJumps(project, nodes);
  checkCommands(scope, nodes);
  if (project.options.unreachable) checkReachable(project);

  const tracked = trackedNodes(project, nodes, scope.askedAbout);
  const variables = variableInfos(scope, members);
  const smart = new Map(
    [...scope.variables.values()].flatMap((one) => (one.smart && one.value ? [[one.name, one.value]] : [])),
  );
  const inferred = [...scope.functions.values()].filter((one) => one.isInferred);
  return {
    checked: { ...names, members, tracked, variables, smart },
    strings,
    enums: [...enums.values()].map(({ name, cases }) => ({ name, cases: Object.fromEntries(cases) })),
    inferredFunctions: new Map(inferred.map((one) => [one.name, signatureText(one)])),
  };
}
