// Trees that were checked become the blocks that a story runs. Nothing is refused here: what could be wrong was reported
// before.

import { hashOf, hashText } from '../math/hash.ts';
import type { Checked } from './checked.ts';
import { complexity, lowerExpression } from './lower/expression.ts';
import { penFor, unnamed, write, type Pen } from './lower/pen.ts';
import { lowerBody } from './lower/statements.ts';
import { PROGRAM_VERSION, type Candidate, type Expr, type Program, type ProgramNode, type Value } from './program.ts';
import type { NodeTree } from './tree.ts';

export function lower(checked: Checked): Program {
  const blocks: Program['blocks'] & Pen['blocks'] = table();
  const homes: Program['homes'] & Pen['homes'] = table();
  const nodes: Record<string, ProgramNode> = table();
  const groups: Record<string, readonly Candidate[]> = table();
  const onces = new Set<string>();
  const groupOf = new Map<NodeTree, string>();
  for (const [group, members] of checked.groups) for (const node of members) groupOf.set(node, group);

  for (const { file, nodes: trees } of checked.trees) {
    for (const tree of trees) {
      const home = checked.names.get(tree);
      if (home === undefined) continue;
      const group = groupOf.get(tree);
      const node = { start: null as string | null };
      const pen = penFor({ blocks, homes, home, onces }, (next) => (node.start = next));
      lowerBody(checked, pen, tree.body);
      // whoever enters a group goes to a block
      if (group !== undefined && node.start === null) {
        write(pen, unnamed(pen), { kind: 'act', acts: [], next: null }, []);
      }
      for (const exit of pen.exits) exit(null);
      nodes[home] = {
        start: node.start,
        tracked: checked.tracked.has(home),
        headers: headersOf(tree),
        ...(group === undefined ? {} : { group }),
        file,
        line: tree.range.start.line + 1,
      };
    }
  }
  for (const [group, members] of checked.groups) {
    groups[group] = members.flatMap((tree) => {
      const name = checked.names.get(tree);
      return name === undefined ? [] : [candidate(checked, tree, name, nodes[name].start ?? '')];
    });
  }

  const decides = {
    version: PROGRAM_VERSION,
    groups,
    trackedGroups: [...checked.groups.keys()].filter((name) => checked.tracked.has(name)),
    blocks,
    homes,
    variables: beginnings(checked),
    smart: smartVariables(checked),
  } as const;
  const entrances = Object.entries(nodes).map(([name, { start, tracked }]) => [name, start, tracked]);
  return { ...decides, hash: hashText(hashOf([decides, entrances])), nodes };
}

/** A node may be called `constructor`, and one called `__proto__` is a node like any other. */
function table<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

function headersOf({ headers }: NodeTree): Record<string, string> {
  const all: Record<string, string> = table();
  for (const { key, value } of headers) all[key] ??= value;
  return all;
}

function candidate(checked: Checked, tree: NodeTree, id: string, next: string): Candidate {
  const when: Expr[] = [];
  let score = 0;
  let once = false;
  for (const header of tree.when) {
    once ||= header.once;
    if (header.once) {
      when.push(['once', id]);
      score += 1;
    }
    if (header.condition !== null) {
      when.push(lowerExpression(checked, header.condition));
      score += complexity(header.condition);
    }
  }
  return { id, when, ...(once ? { once: id } : {}), complexity: score, next };
}

function beginnings({ variables }: Checked): Record<string, Value> {
  const stored: Record<string, Value> = table();
  for (const { name, initial, smart } of variables) if (!smart && initial !== null) stored[name] = plain(initial);
  return stored;
}

/** The greatest a 32-bit float holds stands for what is beyond it. */
const GREATEST = 3.4028234663852886e38;

function plain(value: Value): Value {
  return typeof value === 'number' ? Math.max(-GREATEST, Math.min(GREATEST, Math.fround(value))) : value;
}

function smartVariables(checked: Checked): Record<string, Expr> {
  const smart: Record<string, Expr> = table();
  for (const [name, expression] of checked.smart) smart[name] = lowerExpression(checked, expression);
  return smart;
}
