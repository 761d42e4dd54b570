// The graph for programs that draw: Mermaid and DOT.

import type { Edge, Graph, Vertex } from './model.ts';

const RED = '#c62828';

export function mermaid({ vertices, edges }: Graph): string {
  const ids = new Map(vertices.map(({ id }, k) => [id, `n${k}`]));
  const lines = ['flowchart TD'];
  for (const [file, inside] of byFile(vertices)) {
    lines.push(`  subgraph ${quote(file, '#quot;')}`);
    for (const one of inside) {
      const label = quote(labelOf(one), '#quot;');
      const [open, close] = { node: ['[', ']'], group: ['{{', '}}'], missing: ['>', ']'], open: ['([', '])'] }[one.is];
      lines.push(`    ${ids.get(one.id)}${open}${label}${close}${one.isReached ? '' : ':::unreached'}`);
    }
    lines.push('  end');
  }
  for (const one of edges) {
    const label = captionOf(one);
    const arrow = one.way === 'jump' ? '-->' : '-.->';
    lines.push(`  ${ids.get(one.from)} ${arrow}${label === '' ? '' : `|${label}|`} ${ids.get(one.to)}`);
  }
  lines.push(`  classDef unreached stroke:${RED},color:${RED}`);
  return lines.join('\n');
}

export function dot({ name, vertices, edges }: Graph): string {
  const lines = [`digraph ${text(name)} {`, '  node [shape=box, fontname="sans-serif"];'];
  for (const [k, [file, inside]] of [...byFile(vertices)].entries()) {
    lines.push(`  subgraph cluster_${k} {`, `    label=${text(file)};`);
    for (const one of inside) {
      const shape = { node: 'box', group: 'hexagon', missing: 'note', open: 'oval' }[one.is];
      const red = one.isReached ? '' : `, color="${RED}", fontcolor="${RED}"`;
      lines.push(`    ${text(one.id)} [label=${text(labelOf(one))}, shape=${shape}${red}];`);
    }
    lines.push('  }');
  }
  for (const one of edges) {
    const style = { jump: 'solid', detour: 'dashed', word: 'dotted' }[one.way];
    const label = captionOf(one);
    lines.push(
      `  ${text(one.from)} -> ${text(one.to)} [style=${style}${label === '' ? '' : `, label=${text(label)}`}];`,
    );
  }
  return [...lines, '}'].join('\n');
}

export function labelOf({ id, is, members, isReached }: Vertex): string {
  const more = is === 'group' ? ` (one of ${members.length})` : is === 'missing' ? ' (there is no such node)' : '';
  return `${id}${more}${isReached || is === 'missing' ? '' : ' (unreachable)'}`;
}

export function captionOf({ way, isComputed }: Edge): string {
  const what = way === 'jump' ? '' : way === 'detour' ? 'detour' : 'command';
  return isComputed ? `${what} {…}`.trim() : what;
}

export function byFile(vertices: readonly Vertex[]): Map<string, Vertex[]> {
  const files = new Map<string, Vertex[]>();
  for (const one of vertices) files.set(one.file, [...(files.get(one.file) ?? []), one]);
  return files;
}

function text(one: string): string {
  return quote(one, '\\"');
}

function quote(text: string, mark: string): string {
  return `"${text.replaceAll(mark === '\\"' ? '\\' : '\u0000', '\\\\').replaceAll('"', mark)}"`;
}
