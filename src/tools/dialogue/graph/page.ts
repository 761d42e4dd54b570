// The graph as one page that needs nothing else: drawn already, to be moved and searched, beside the same as a list.

import { count } from '../check.ts';
import { countsOf, type Graph, type Vertex } from './model.ts';
import { layOut, NODE, shortNames, type Route, type Sheet } from './layout.ts';
import { byFile, captionOf } from './text.ts';
import { SCRIPT, STYLE } from './dress.ts';

export function graphPage(graph: Graph): string {
  const sheet = layOut(graph);
  const { nodes, ways, unreached, missing } = countsOf(graph);
  const names = shortNames([...new Set(graph.vertices.map(({ file }) => file))]);
  const counts = [
    count(nodes, 'node'),
    count(ways, 'way'),
    ...(unreached > 0 ? [`<b class="bad">${unreached} unreachable</b>`] : []),
    ...(missing > 0 ? [`<b class="bad">${missing} named but not there</b>`] : []),
  ];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(graph.name)}: nodes and ways</title>
<style>${STYLE}</style>
<aside>
<header>
<h1>${escaped(graph.name)}</h1>
<p>${counts.join(' · ')}</p>
<label for="search">Search <input id="search" type="search" placeholder="node or file" autocomplete="off"></label>
<p id="found" role="status"></p>
</header>
<nav aria-label="Nodes by file">${[...byFile(graph.vertices)].map(([file, inside]) => listOf(names.get(file) ?? file, inside, graph)).join('')}</nav>
</aside>
<main>
<div id="tools" role="toolbar" aria-label="View">
<button id="in" title="Larger (+)">+</button><button id="out" title="Smaller (−)">−</button><button id="all" title="All of it (0)">All</button>
<ul class="legend" aria-label="Legend">
<li><i class="jump"></i>jump</li><li><i class="detour"></i>detour</li><li><i class="word"></i>named in a command</li>
<li><i class="computed"></i>to an {expression}</li><li><i class="red"></i>unreachable</li>
</ul>
</div>
${drawing(sheet)}
</main>
<script>${SCRIPT}</script>
</html>`;
}

function listOf(file: string, vertices: readonly Vertex[], { edges }: Graph): string {
  const items = vertices.map((one) => {
    const away = edges.filter(({ from }) => from === one.id);
    const here = edges.filter(({ to }) => to === one.id);
    const ways = [
      ...away.map((way) => wayItem('to', way.to, captionOf(way))),
      ...here.map((way) => wayItem('from', way.from, captionOf(way))),
    ];
    const notes = [
      ...(one.isStart ? ['<em>start</em>'] : []),
      ...(one.is === 'group' ? [`<em>one of ${one.members.length}</em>`] : []),
      ...(one.is === 'open' ? ['<em>cannot be told</em>'] : []),
      ...(one.is === 'missing' ? ['<em class="bad">no such node</em>'] : []),
      ...(one.isReached || one.is === 'missing' ? [] : ['<em class="bad">unreachable</em>']),
    ];
    return (
      `<li data-id="${escaped(one.id)}"><button>${escaped(one.id)} ${notes.join(' ')}</button>` +
      `<div class="more"><p>${escaped(`${one.file}:${one.line}`)}${one.texts > 0 ? ` · ${count(one.texts, 'text')}` : ''}</p>` +
      `${one.members.length > 0 ? `<p>${one.members.map(escaped).join(', ')}</p>` : ''}<ul>${ways.join('')}</ul></div></li>`
    );
  });
  return `<section><h2>${escaped(file)}</h2><ul>${items.join('')}</ul></section>`;
}

function wayItem(direction: 'to' | 'from', id: string, caption: string): string {
  const note = caption === '' ? '' : ` <em>${escaped(caption)}</em>`;
  return `<li>${direction} <a href="#${encodeURIComponent(id)}">${escaped(id)}</a>${note}</li>`;
}

function drawing({ width, height, boxes, spots, routes }: Sheet): string {
  const heads = ['plain', 'bad'].map(
    (kind) =>
      `<marker id="head-${kind}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="11" markerHeight="11" markerUnits="userSpaceOnUse" orient="auto-start-reverse">` +
      `<path d="M0 1 10 5 0 9z" class="head ${kind}"/></marker>`,
  );
  const red = new Set(spots.filter(({ vertex }) => !vertex.isReached).map(({ vertex }) => vertex.id));
  return [
    `<svg role="img" aria-label="The nodes and ways of the list, drawn" viewBox="0 0 ${width} ${height}" data-width="${width}" data-height="${height}">`,
    `<defs>${heads.join('')}</defs><g id="sheet">`,
    ...boxes.map(
      ({ name, x, y, width: wide, height: high }) =>
        `<g class="box"><rect x="${x}" y="${y}" width="${wide}" height="${high}" rx="10"/><text x="${x + 16}" y="${y + 25}">${escaped(name)}</text></g>`,
    ),
    ...routes.map((one) => wayOf(one, red.has(one.edge.from))),
    ...spots.map(({ vertex, x, y }) => nodeOf(vertex, x, y)),
    '</g></svg>',
  ].join('\n');
}

function wayOf({ edge, points, isAcross }: Route, isRed: boolean): string {
  const classes = ['way', edge.way, ...(edge.isComputed ? ['computed'] : []), ...(isRed ? ['bad'] : [])];
  const head = `marker-end="url(#head-${isRed ? 'bad' : 'plain'})"`;
  return `<path class="${classes.join(' ')}" data-from="${escaped(edge.from)}" data-to="${escaped(edge.to)}" d="${curve(points, isAcross, edge.from === edge.to)}" ${head}/>`;
}

function curve(points: Route['points'], isAcross: boolean, isLoop: boolean): string {
  const [[x, y]] = points;
  if (isLoop) {
    const right = x + NODE.width / 2;
    const middle = y - NODE.height / 2;
    return `M${right} ${middle - 8}c34 -14 34 30 0 16`;
  }
  let path = `M${x} ${y}`;
  for (let k = 1; k < points.length; k++) {
    const [ax, ay] = points[k - 1];
    const [bx, by] = points[k];
    if (isAcross) {
      const bow = (bx - ax) / 2;
      path += `C${ax + bow} ${ay} ${bx - bow} ${by} ${bx} ${by}`;
      continue;
    }
    if (by === ay) {
      // side by side: below both
      path += `C${ax} ${ay + 40} ${bx} ${by + 40} ${bx} ${by}`;
      continue;
    }
    const bow = (by - ay) / 2;
    path += `C${ax} ${ay + bow} ${bx} ${by - bow} ${bx} ${by}`;
  }
  return path;
}

/** About what fits into a node. */
const LETTERS = 22;

function nodeOf(one: Vertex, x: number, y: number): string {
  const left = x - NODE.width / 2;
  const top = y - NODE.height / 2;
  const classes = ['node', one.is, ...(one.isStart ? ['start'] : []), ...(one.isReached ? [] : ['bad'])];
  const note =
    one.is === 'missing'
      ? 'no such node'
      : one.is === 'open'
        ? 'cannot be told'
        : `${one.is === 'group' ? `one of ${one.members.length} · ` : ''}${count(one.texts, 'text')}${one.isStart ? ' · start' : ''}${one.isReached ? '' : ' · unreachable'}`;
  const behind =
    one.is === 'group'
      ? `<rect x="${left + 5}" y="${top + 5}" width="${NODE.width}" height="${NODE.height}" rx="8"/>`
      : '';
  const name = one.id.length > LETTERS ? `${one.id.slice(0, LETTERS - 1)}…` : one.id;
  return (
    `<g class="${classes.join(' ')}" data-id="${escaped(one.id)}"><title>${escaped(`${one.id}, ${one.file}:${one.line}`)}</title>${behind}` +
    `<rect x="${left}" y="${top}" width="${NODE.width}" height="${NODE.height}" rx="8"/>` +
    `<text x="${x}" y="${y - 3}">${escaped(name)}</text><text class="note" x="${x}" y="${y + 14}">${escaped(note)}</text></g>`
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
