// The recording sheet on paper: a character begins a page, a scene stays together where it can, and there is room to tick
// off takes and to write beside them.

import type { VoiceLine } from './voices.ts';

const STYLE = `
@page { size: A4; margin: 16mm 14mm 18mm; }
:root { --ink: #1b1d22; --soft: #667; --rule: #cdd2dc; --tint: #f3f5f9; --mark: #7a4b12; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem; color: var(--ink); background: #fff;
  font: 15px/1.5 "Iowan Old Style", Charter, Georgia, serif; }
header { border-bottom: 3px solid var(--ink); padding-bottom: 1rem; }
h1 { margin: 0; font-size: 1.7rem; letter-spacing: -.01em; }
header p, nav, .place, .count, th { font-family: system-ui, sans-serif; font-size: .8rem; color: var(--soft); }
header p { margin: .25rem 0 0; }
nav { columns: 3; margin: 1rem 0 0; }
nav a { display: block; color: inherit; text-decoration: none; }
section { margin-top: 3rem; }
h2 { margin: 0; font-size: 1.45rem; border-bottom: 1px solid var(--ink); display: flex; align-items: baseline;
  justify-content: space-between; gap: 1rem; }
h3 { margin: 1.6rem 0 .4rem; font-size: 1rem; }
h3 .place { font-weight: normal; margin-left: .6rem; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-weight: 600; padding: .2rem .5rem; }
td { vertical-align: top; padding: .55rem .5rem; border-top: 1px solid var(--rule); }
tr { break-inside: avoid; }
.number { width: 2.6rem; color: var(--soft); font-variant-numeric: tabular-nums; text-align: right; }
.said { font-size: 1.12rem; }
.before { color: var(--soft); font-size: .88rem; font-style: italic; }
.direction { color: var(--mark); font-size: .88rem; }
.direction::before { content: "▸ "; }
.place { overflow-wrap: anywhere; }
.where { width: 13rem; }
.takes { width: 6.5rem; white-space: nowrap; }
.takes i { display: inline-block; width: 1.1rem; height: 1.1rem; border: 1px solid var(--soft); margin-right: .25rem;
  border-radius: 2px; }
tbody tr:nth-child(even) { background: var(--tint); }
@media print {
  body { padding: 0; max-width: none; font-size: 11pt; }
  section { break-before: page; margin-top: 0; }
  h2, h3 { break-after: avoid; }
  thead { display: table-header-group; }
  tbody tr:nth-child(even) { background: none; }
  * { print-color-adjust: exact; }
}`;

export function sheetPage(title: string, locale: string, lines: readonly VoiceLine[]): string {
  const characters = grouped(lines, ({ character }) => character);
  const index = characters.map(
    ([name, own], at) => `<a href="#c${at + 1}">${escaped(name)} <span class="count">${amount(own)}</span></a>`,
  );
  const sections = characters.map(
    ([name, own], at) => `<section id="c${at + 1}">
<h2>${escaped(name)} <span class="count">${amount(own)}</span></h2>
${grouped(own, ({ scene, file }) => `${scene}\n${file}`)
  .map(([, scene]) => sceneOf(scene))
  .join('\n')}
</section>`,
  );
  return `<!doctype html>
<html lang="${escaped(locale)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}: recording sheet</title>
<style>${STYLE}
</style>
<body>
<header>
<h1>${escaped(title)}: recording sheet</h1>
<p>${escaped(locale)} · ${amount(lines)}</p>
<nav>
${index.join('\n')}
</nav>
</header>
${sections.join('\n')}
</body>
</html>
`;
}

function sceneOf(lines: readonly VoiceLine[]): string {
  const [{ scene, file }] = lines;
  const rows = lines.map((line, index) => rowOf(line, index + 1));
  return `<h3>${escaped(scene)}<span class="place">${escaped(file)}</span></h3>
<table>
<thead><tr><th class="number">no.</th><th>line</th><th class="takes">takes</th><th class="where">id, place</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function rowOf({ id, text, before, direction, kind, file, line }: VoiceLine, number: number): string {
  const parts = [
    before === '' ? '' : `<div class="before">${escaped(before)}</div>`,
    `<div class="said">${escaped(text)}</div>`,
    direction === '' ? '' : `<div class="direction">${escaped(direction)}</div>`,
  ];
  const what = kind === 'option' ? ' (choice)' : '';
  return `<tr><td class="number">${number}</td><td>${parts.join('')}</td><td class="takes"><i></i><i></i><i></i></td><td class="place where">${escaped(id)}${what}<br>${escaped(file)}:${line}</td></tr>`;
}

/** Lines, and words: a studio counts those. */
function amount(lines: readonly VoiceLine[]): string {
  const words = lines.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0), 0);
  return `${lines.length} ${lines.length === 1 ? 'line' : 'lines'}, ${words} ${words === 1 ? 'word' : 'words'}`;
}

function grouped<T>(all: readonly T[], key: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group === undefined) groups.set(key(one), [one]);
    else group.push(one);
  }
  return [...groups];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (one) => ENTITIES[one]);
}
