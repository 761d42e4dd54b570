// What smart variables are made of: loops among them, and on which others each depends.

import type { Expression } from '../tree.ts';
import { eachExpression } from './project.ts';
import type { Scope, Variable } from './scope.ts';

/** Direct references, each with its first place. */
function referencesOf({ value }: Variable): Map<string, Expression> {
  const found = new Map<string, Expression>();
  if (value === null) return found;
  eachExpression(value, (one) => {
    if (one.kind === 'variable' && !found.has(one.name)) found.set(one.name, one);
  });
  return found;
}

function smartVariables(scope: Scope): Map<string, Map<string, Expression>> {
  const smart = new Map<string, Map<string, Expression>>();
  for (const variable of scope.variables.values()) {
    if (variable.smart) smart.set(variable.name, referencesOf(variable));
  }
  return smart;
}

/** Reports, for each variable of a loop, the reference that leads back to it. */
export function findLoops(scope: Scope): void {
  const smart = smartVariables(scope);
  const graph = new Map([...smart].map(([name, uses]) => [name, [...uses.keys()].filter((one) => smart.has(one))]));
  for (const loop of loopsIn(graph)) {
    const left = new Set(loop);
    for (const from of loop) {
      const place = scope.variables.get(from)?.place;
      for (const [name, reference] of smart.get(from) ?? []) {
        if (!place || !left.delete(name)) continue;
        const reason = `referencing ${name} here creates a loop for the smart variable ${name}`;
        place.report('YS0045', reference.range, `Smart variables cannot contain reference loops (${reason}).`);
      }
    }
  }
}

/**
 * The strongly connected parts of a graph in which one can go round (Tarjan's, with a stack of its own: a chain may be as
 * long as a project).
 */
export function loopsIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const isOpen = new Set<string>();
  const path: string[] = [];
  const loops: string[][] = [];
  for (const root of graph.keys()) {
    if (order.has(root)) continue;
    const work: { name: string; next: number }[] = [];
    const enter = (name: string): void => {
      order.set(name, order.size);
      low.set(name, order.size - 1);
      path.push(name);
      isOpen.add(name);
      work.push({ name, next: 0 });
    };
    enter(root);
    while (work.length > 0) {
      const top = work[work.length - 1];
      const targets = graph.get(top.name) ?? [];
      const target = targets[top.next++];
      if (target !== undefined) {
        if (!order.has(target)) enter(target);
        else if (isOpen.has(target)) low.set(top.name, Math.min(low.get(top.name) ?? 0, order.get(target) ?? 0));
        continue;
      }
      work.pop();
      const above = work[work.length - 1];
      if (above) low.set(above.name, Math.min(low.get(above.name) ?? 0, low.get(top.name) ?? 0));
      if (low.get(top.name) !== order.get(top.name)) continue;
      const part: string[] = [];
      for (let name = path.pop(); name !== undefined; name = path.pop()) {
        part.unshift(name);
        isOpen.delete(name);
        if (name === top.name) break;
      }
      if (part.length > 1 || targets.includes(top.name)) loops.push(part);
    }
  }
  return loops;
}

/** Which variables each depends on, through other smart variables too, and the other way round. */
export interface Dependencies {
  readonly of: (name: string) => string[];
  readonly on: (name: string) => string[];
}

/** Found when asked for: of a long chain, all of them together would be as many as the square of its length. */
export function dependenciesIn(scope: Scope): Dependencies {
  const direct = new Map<string, string[]>();
  const reverse = new Map<string, string[]>();
  for (const [name, references] of smartVariables(scope)) {
    direct.set(name, [...references.keys()]);
    for (const other of references.keys()) {
      const list = reverse.get(other);
      if (list) list.push(name);
      else reverse.set(other, [name]);
    }
  }
  return { of: (name) => reachable(name, direct), on: (name) => reachable(name, reverse) };
}

function reachable(root: string, graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>();
  const left = [root];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    for (const one of graph.get(name) ?? []) {
      if (one === root || found.has(one)) continue;
      found.add(one);
      left.push(one);
    }
  }
  return [...found];
}
