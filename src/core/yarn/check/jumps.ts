// Where jumps and detours lead, and loops of jumps that nobody would ever see the end of.

import type { Destination, NodeTree, Statement } from '../tree.ts';
import type { NodeNames } from './nodes.ts';
import type { Place, Project } from './project.ts';
import { loopsIn } from './smart.ts';

export function checkJumps(project: Project, nodes: NodeNames): void {
  for (const place of project.places) {
    for (const { to } of [...place.statements.jump, ...place.statements.detour]) {
      if (to.kind !== 'name' || nodes.all.has(to.name)) continue;
      const suggestion = project.suggestions.of('node', to.name, nodes.written);
      place.report('YS0012', to.range, `Jump to undefined node: '${to.name}'`, suggestion);
    }
  }
  checkLoops(project, nodes);
}

/** What certainly happens from a node's start until something is shown, waited for, chosen, or over. */
interface Silence {
  readonly place: Place;
  readonly node: NodeTree;
  /** By any way through the node: where it jumps to. */
  readonly jumps: Jump[];
  /** What is visited on every way, before anything is shown. */
  readonly detours: Jump[];
  /** There is a way on which the loop ends: something is shown, or the node is over. */
  leaves: boolean;
}

interface Jump {
  readonly to: string;
  readonly statement: Statement;
}

function checkLoops(project: Project, nodes: NodeNames): void {
  const silences = new Map<string, Silence>();
  for (const place of project.places) {
    for (const node of place.tree.nodes) {
      const name = nodes.names.get(node);
      if (name === undefined) continue;
      const silence: Silence = { place, node, jumps: [], detours: [], leaves: false };
      if (follow(node.body, silence, true)) silence.leaves = true;
      silences.set(name, silence);
    }
  }
  const groups = new Map([...nodes.groups].map(([name, members]) => [name, certainMembers(members, nodes)]));
  const endless = stayInside(silences, groups);
  reportLoops(silences, groups, endless);
}

/**
 * Follows one body. True: one may come out at its end without a sound. `isCertain`: on every way through the node one comes
 * here.
 */
function follow(body: readonly Statement[], silence: Silence, isCertain: boolean): boolean {
  for (const statement of body) {
    switch (statement.kind) {
      case 'set':
      case 'call':
      case 'declare':
      case 'enum':
        break;
      case 'jump':
        noteJump(statement.to, statement, silence);
        return false;
      case 'detour':
        // What it shows, if anything, is not followed: only a detour that itself never ends is of interest here.
        if (isCertain && statement.to.kind === 'name') silence.detours.push({ to: statement.to.name, statement });
        silence.leaves = true;
        return false;
      case 'if': {
        const isComplete = statement.arms.some((arm) => arm.condition === null);
        let comesOut = !isComplete;
        for (const arm of statement.arms) if (follow(arm.body, silence, false)) comesOut = true;
        if (!comesOut) return false;
        isCertain = false;
        break;
      }
      case 'once': {
        const first = follow(statement.body, silence, false);
        const later = follow(statement.otherwise, silence, false);
        if (!first && !later) return false;
        isCertain = false;
        break;
      }
      case 'line':
      case 'options':
      case 'group':
      case 'command':
      case 'return':
      case 'stop':
        silence.leaves = true;
        return false;
    }
  }
  return true;
}

function noteJump(to: Destination, statement: Statement, silence: Silence): void {
  if (to.kind === 'name') silence.jumps.push({ to: to.name, statement });
  else silence.leaves = true;
}

/** A group leads on for certain only when one of its nodes can always be had. */
function certainMembers(members: readonly NodeTree[], nodes: NodeNames): readonly string[] | null {
  const isCertain = members.some((node) => node.when.every((when) => !when.once && when.condition === null));
  return isCertain ? members.map((node) => nodes.names.get(node) ?? '') : null;
}

type Groups = ReadonlyMap<string, readonly string[] | null>;

function targetsOf(to: string, groups: Groups): readonly string[] {
  return groups.has(to) ? (groups.get(to) ?? ['']) : [to];
}

/** The nodes from which no way leads out of their own number: all are supposed so until one is found to lead out. */
function stayInside(silences: ReadonlyMap<string, Silence>, groups: Groups): ReadonlySet<string> {
  const inside = new Set(silences.keys());
  const users = new Map<string, string[]>();
  for (const [name, { jumps, detours }] of silences) {
    for (const { to } of [...jumps, ...detours]) {
      for (const target of targetsOf(to, groups)) {
        const list = users.get(target);
        if (list) list.push(name);
        else users.set(target, [name]);
      }
    }
  }
  const isIn = ({ to }: Jump): boolean => targetsOf(to, groups).every((target) => inside.has(target));
  const stays = ({ jumps, detours, leaves }: Silence): boolean => {
    return detours.some(isIn) || (!leaves && jumps.length > 0 && jumps.every(isIn));
  };
  const left = [...silences.keys()];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    const silence = silences.get(name);
    if (!silence || !inside.has(name) || stays(silence)) continue;
    inside.delete(name);
    left.push(...(users.get(name) ?? []));
  }
  return inside;
}

function reportLoops(silences: ReadonlyMap<string, Silence>, groups: Groups, endless: ReadonlySet<string>): void {
  const ways = new Map<string, Jump[]>();
  for (const name of endless) {
    const silence = silences.get(name);
    if (!silence) continue;
    const ofDetours = silence.detours.filter(({ to }) => targetsOf(to, groups).every((target) => endless.has(target)));
    ways.set(name, ofDetours.length > 0 ? ofDetours : silence.jumps);
  }
  const graph = new Map([...ways].map(([name, jumps]) => [name, jumps.flatMap(({ to }) => targetsOf(to, groups))]));
  const order = new Map([...silences.keys()].map((name, index) => [name, index]));
  for (const loop of loopsIn(graph)) {
    // The loop as it is walked, from its first node in source order.
    const start = loop.reduce((first, name) => ((order.get(name) ?? 0) < (order.get(first) ?? 0) ? name : first));
    const silence = silences.get(start);
    const way = ways.get(start)?.[0];
    if (!silence || !way) continue;
    const path = [start];
    for (let at = graph.get(start)?.[0]; at !== undefined && at !== start && path.length < 6; at = graph.get(at)?.[0]) {
      path.push(at);
    }
    const shown = path.length < loop.length ? [...path, '…', start] : [...path, start];
    const message = `This goes round for ever: nothing is shown, waited for or chosen on the way (${shown.join(' → ')})`;
    silence.place.report('SY1001', way.statement.range, message);
  }
}
