// The graph for programs that draw: Mermaid and DOT.

import type { Edge, Graph, Vertex } from './model.ts';

const RED = '#c62828';

export function mermaid({ vertices, edges }: Graph): string {
  const ids = new Map(vertices.map(({ id }, k) => [id, `n${k}`]));
  const lines = ['flowchart TD'];
  for (const [file, inside] of byFile(vertices)) {
    lines.push(`  subgraph ${label(file)}`);
    for (const one of inside) {
      const said = label(labelOf(one));
      const [open, close] = { node: ['[', ']'], group: ['{{', '}}'], missing: ['>', ']'], open: ['([', '])'] }[one.is];
      lines.push(`    ${ids.get(one.id)}${open}${said}${close}${one.isReached ? '' : ':::unreached'}`);
    }
    lines.push('  end');
  }
  for (const one of edges) {
    const said = captionOf(one);
    const arrow = one.way === 'jump' ? '-->' : '-.->';
    lines.push(`  ${ids.get(one.from)} ${arrow}${said === '' ? '' : `|${label(said)}|`} ${ids.get(one.to)}`);
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
    const said = captionOf(one);
    lines.push(`  ${text(one.from)} -> ${text(one.to)} [style=${style}${said === '' ? '' : `, label=${text(said)}`}];`);
  }
  return [...lines, '}'].join('\n');
}

function labelOf({ id, is, members, isReached }: Vertex): string {
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
  return `"${one.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** In Mermaid a quotation mark has a name. */
function label(one: string): string {
  return `"${one.replaceAll('"', '#quot;')}"`;
}
