// npm run dialogue -- graph: which nodes there are, which lead where, and which no player comes to.

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BadInput, EXIT, print, printJson, type Command, type Given } from '../cli.ts';
import { count } from './check.ts';
import { countsOf, graphOf, type Graph } from './graph/model.ts';
import { graphPage } from './graph/page.ts';
import { dot, mermaid } from './graph/text.ts';
import { openProject, type Opened } from './opened.ts';

const FORMATS = { mermaid, dot, html: graphPage } as const;

export const graphCommand: Command = {
  usage: 'dialogue -- graph [FOLDER|FILE…] [--format mermaid|dot|html] [--from NODE,…] [--out FILE] [--json]',
  doc: 'Nodes, jumps, detours (dashed), node groups and jumps to {expressions}; what cannot be reached is red. Of a file, its nodes and their neighbours.',
  options: { format: { type: 'string' }, from: { type: 'string' }, out: { type: 'string' } },
  help: {
    format: 'mermaid, dot, or html: a page that draws itself (mermaid, or by the name of --out)',
    from: 'nodes that the game opens by itself, by comma (Prologue, Start, and nodes with a plan: header)',
    out: 'a file to write instead of standard output',
  },
  run: graph,
};

function graph({ words, flags, json }: Given): number {
  const project = openProject(words);
  const made = around(graphOf(project, startsOf(project, flags['from'])), project.project.asked);
  const out = flags['out'];
  if (json) {
    printJson(made);
    return EXIT.ok;
  }
  const text = FORMATS[formatOf(flags['format'], out)](made);
  if (typeof out !== 'string') print(text);
  else {
    try {
      writeFileSync(resolve(out), `${text}\n`);
    } catch (error) {
      throw new BadInput(`cannot write “${out}”: ${(error as Error).message}`);
    }
    print(summary(made, out));
  }
  return EXIT.ok;
}

/** Of a part of the project: its nodes, and those of other files that a way leads to or from. */
function around({ name, vertices, edges }: Graph, asked: ReadonlySet<string>): Graph {
  const inside = new Set(vertices.filter(({ file }) => asked.has(file)).map(({ id }) => id));
  const ways = edges.filter(({ from, to }) => inside.has(from) || inside.has(to));
  const shown = new Set([...inside, ...ways.flatMap(({ from, to }) => [from, to])]);
  return { name, vertices: vertices.filter(({ id }) => shown.has(id)), edges: ways };
}

function formatOf(said: string | boolean | undefined, out: string | boolean | undefined): keyof typeof FORMATS {
  const ending = /\.(html?|dot|gv)$/.exec(String(out))?.[1];
  const guess = ending === undefined ? 'mermaid' : ending.startsWith('htm') ? 'html' : 'dot';
  const format = said ?? guess;
  if (format === 'mermaid' || format === 'dot' || format === 'html') return format;
  throw new BadInput(`--format should be mermaid, dot or html, not “${String(format)}”`);
}

/** Where a player may come in. Where nothing says so, it is the first node there is. */
function startsOf({ scripts }: Opened, from: string | boolean | undefined): Set<string> {
  const nodes = scripts.flatMap(({ tree }) =>
    tree.nodes.flatMap(({ title, headers }) => (title === null ? [] : [{ name: title.text, headers }])),
  );
  const known = new Set(nodes.map(({ name }) => name));
  if (typeof from === 'string') {
    const named = from.split(',').map((one) => one.trim());
    const missing = named.find((one) => !known.has(one));
    if (missing !== undefined) throw new BadInput(`--from: there is no node “${missing}”`);
    return new Set(named);
  }
  const planned = nodes.filter(({ headers }) => headers.some(({ key }) => key === 'plan')).map(({ name }) => name);
  const starts = ['Prologue', 'Start', ...planned].filter((one) => known.has(one));
  return new Set(starts.length > 0 ? starts : [...known].slice(0, 1));
}

function summary(made: Graph, out: string): string {
  const { nodes, ways, unreached, missing } = countsOf(made);
  const also = [
    ...(unreached > 0 ? [`${unreached} unreachable`] : []),
    ...(missing > 0 ? [`${missing} named but not there`] : []),
  ];
  return `${out}: ${[count(nodes, 'node'), count(ways, 'way'), ...also].join(', ')}`;
}
