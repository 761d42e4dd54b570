// The map of branches: which scenes there are, which answers each of them asks for, and which of those were ever given here.
// What was not seen is counted and not shown. Pure.

import type { City } from '../core/run/cast.ts';
import type { CitiesFile } from '../core/run/cities.ts';
import type { Block, BlockId, Expr, LineId, Next, Program } from '../core/yarn/program.ts';

interface Fork {
  /** Every answer there is, and whether it was ever given. */
  readonly answers: readonly { readonly line: LineId; readonly chosen: boolean }[];
}

export interface Part {
  readonly kind: 'opens' | 'visit' | 'network' | 'after';
  /** A scene's node, or a level. */
  readonly id: string;
  /** Of a visit: whom. */
  readonly who: string;
  readonly seen: boolean;
  readonly forks: readonly Fork[];
}

export interface ActMap {
  readonly city: City;
  readonly act: number;
  readonly title: string;
  readonly parts: readonly Part[];
}

/** What was met here so far. */
export interface Met {
  readonly chosen: (line: LineId) => boolean;
  readonly told: (scene: string) => boolean;
  readonly decided: (level: string) => boolean;
}

export function branchesOf(file: CitiesFile, program: Program, met: Met): readonly ActMap[] {
  const scenes = new Set(
    file.cities.flatMap(({ acts }) => acts.flatMap((act) => [act.opens, ...act.visits, act.after])),
  );
  const part = (kind: Part['kind'], id: string): Part => ({
    kind,
    id,
    who: program.nodes[id]?.headers['visit'] ?? '',
    seen: kind === 'network' ? met.decided(id) : met.told(id),
    forks: kind === 'network' ? [] : forksOf(program, id, scenes, met),
  });
  return file.cities.flatMap(({ id, acts }) =>
    acts.map((act, k) => ({
      city: id,
      act: k + 1,
      title: act.title,
      parts: [
        part('opens', act.opens),
        ...act.visits.map((one) => part('visit', one)),
        part('network', act.level),
        part('after', act.after),
      ].filter((one) => one.kind === 'network' || Object.hasOwn(program.nodes, one.id)),
    })),
  );
}

/** Every choice that this scene may come to, up to where another scene of the list begins. */
function forksOf(program: Program, scene: string, scenes: ReadonlySet<string>, met: Met): Fork[] {
  const forks: Fork[] = [];
  const been = new Set<BlockId>();
  const left: Next[] = [program.nodes[scene]?.start ?? null];
  const enter = (to: Expr): void => {
    if (typeof to !== 'string' || (scenes.has(to) && to !== scene)) return;
    const group = program.groups[to];
    if (group !== undefined) left.push(...group.map((one) => one.next));
    else left.push(program.nodes[to]?.start ?? null);
  };
  while (left.length > 0) {
    const id = left.pop() ?? null;
    if (id === null || been.has(id)) continue;
    been.add(id);
    const block: Block | undefined = program.blocks[id];
    if (block === undefined) continue;
    if (block.kind === 'options')
      forks.push({ answers: block.options.map(({ line }) => ({ line, chosen: met.chosen(line) })) });
    if (block.kind === 'jump' || block.kind === 'detour') enter(block.to);
    left.push(...successors(block));
  }
  return forks;
}

function successors(block: Block): Next[] {
  switch (block.kind) {
    case 'options':
      return [...block.options.map((one) => one.next), block.none];
    case 'if':
      return [...block.arms.map((one) => one.next), block.none];
    case 'pick':
      return [...block.from.map((one) => one.next), block.none];
    case 'jump':
    case 'return':
    case 'stop':
      return [];
    case 'act':
    case 'command':
    case 'detour':
    case 'line':
      return [block.next];
  }
}
