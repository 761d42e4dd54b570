// How the page of the graph looks and moves. It is opened from a file, so it is all in it.

export const STYLE = `
:root{color-scheme:light dark;--paper:#f7f6f3;--ink:#22252b;--soft:#6a6f79;--line:#c9c7c0;--card:#fff;--box:#efede7;--way:#59606c;--red:#b3261e;--mark:#0b63c5}
@media(prefers-color-scheme:dark){:root{--paper:#16181d;--ink:#e8e6e1;--soft:#9aa0aa;--line:#3a3f48;--card:#23272f;--box:#1c1f26;--way:#9aa3b2;--red:#ff8a80;--mark:#7ab8ff}}
*{box-sizing:border-box}
body{margin:0;display:grid;grid-template-columns:minmax(240px,320px) 1fr;height:100vh;font:15px/1.45 system-ui,sans-serif;background:var(--paper);color:var(--ink)}
aside{overflow:auto;border-right:1px solid var(--line);background:var(--card)}
aside header{position:sticky;top:0;background:var(--card);padding:14px 16px 8px;border-bottom:1px solid var(--line);z-index:1}
h1{font-size:19px;margin:0}h2{font-size:13px;color:var(--soft);margin:14px 16px 4px;font-weight:600;overflow-wrap:anywhere}
p{margin:4px 0;color:var(--soft);font-size:13px}
input{width:100%;margin-top:2px;padding:7px 9px;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px}
label{font-size:13px;color:var(--soft)}
nav ul{list-style:none;margin:0;padding:0}
nav button{display:block;width:100%;text-align:left;font:inherit;color:inherit;background:none;border:0;padding:4px 16px;cursor:pointer;overflow-wrap:anywhere}
nav button:hover{background:var(--box)}
nav em{font-style:normal;font-size:12px;color:var(--soft)}
.bad,nav em.bad{color:var(--red);font-weight:600}
.more{display:none;padding:0 16px 8px 28px;font-size:13px}
.chosen>.more{display:block}.chosen>button{background:var(--box);font-weight:600;box-shadow:inset 3px 0 var(--mark)}
a{color:var(--mark)}
:focus-visible{outline:2px solid var(--mark);outline-offset:-2px}
main{position:relative;overflow:hidden}
#tools{position:absolute;top:12px;left:12px;right:12px;display:flex;gap:6px;align-items:center;flex-wrap:wrap;pointer-events:none}
#tools button{pointer-events:auto;min-width:36px;height:36px;font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:6px;cursor:pointer}
.legend{display:flex;flex-wrap:wrap;gap:4px 14px;list-style:none;margin:0 0 0 auto;padding:6px 12px;font-size:13px;background:var(--card);border:1px solid var(--line);border-radius:6px}
.legend i{display:inline-block;width:26px;margin-right:6px;vertical-align:middle;border-top:2px solid var(--way)}
.legend .detour{border-top-style:dashed}.legend .word{border-top-style:dotted}.legend .computed{border-top:4px double var(--way)}.legend .red{border-color:var(--red)}
svg{width:100%;height:100%;cursor:grab;touch-action:none;display:block}svg.held{cursor:grabbing}
.box rect{fill:var(--box);stroke:var(--line)}.box text{font-size:15px;font-weight:600;fill:var(--soft)}
.node{cursor:pointer}.node rect{fill:var(--card);stroke:var(--way);stroke-width:1.4}
.node text{text-anchor:middle;font-size:14px;font-weight:600;fill:var(--ink);pointer-events:none}.node text.note{font-size:11px;font-weight:400;fill:var(--soft)}
.node.start rect{stroke-width:3}.node.open rect{stroke-dasharray:2 3}.node.missing rect{stroke-dasharray:6 4;fill:none;stroke:var(--red)}.node.missing text{fill:var(--red)}
.node.bad rect{stroke:var(--red)}.node.bad text{fill:var(--red)}
.way{fill:none;stroke:var(--way);stroke-width:1.6}.way.detour{stroke-dasharray:7 5}.way.word{stroke-dasharray:2 4}.way.computed{stroke-width:3.2;opacity:.75}.way.bad{stroke:var(--red)}
.head{fill:var(--way)}.head.bad{fill:var(--red)}
svg.some .node:not(.near),svg.some .way:not(.near){opacity:.18}
.node.chosen rect{stroke:var(--mark);stroke-width:3.4}.way.near{stroke-width:2.6}
@media(max-width:700px){body{grid-template-columns:1fr;grid-template-rows:45vh 1fr}aside{border-right:0;border-bottom:1px solid var(--line)}.legend{display:none}}
@media print{body{display:block}aside,#tools{display:none}}
`;

export const SCRIPT = String.raw`
const svg = document.querySelector('svg');
const whole = { width: Number(svg.dataset.width), height: Number(svg.dataset.height) };
const view = { x: 0, y: 0, scale: 1 };
const items = [...document.querySelectorAll('nav li[data-id]')];
const nodes = [...document.querySelectorAll('.node')];
const ways = [...document.querySelectorAll('.way')];
const sheet = document.getElementById('sheet');
svg.removeAttribute('viewBox');

const show = () => sheet.setAttribute('transform', 'translate(' + view.x + ' ' + view.y + ') scale(' + view.scale + ')');
function fit() {
  const { width, height } = svg.getBoundingClientRect();
  const top = 56;
  view.scale = Math.min(1.25, width / whole.width, (height - top) / whole.height);
  view.x = (width - whole.width * view.scale) / 2;
  view.y = top + Math.max(0, (height - top - whole.height * view.scale) / 2);
  show();
}
function zoom(by, x, y) {
  const next = Math.min(4, Math.max(0.05, view.scale * by));
  view.x = x - ((x - view.x) * next) / view.scale;
  view.y = y - ((y - view.y) * next) / view.scale;
  view.scale = next;
  show();
}
function zoomMiddle(by) {
  const { width, height } = svg.getBoundingClientRect();
  zoom(by, width / 2, height / 2);
}
function choose(id, moves) {
  const near = new Set([id]);
  for (const way of ways) {
    const isNear = way.dataset.from === id || way.dataset.to === id;
    way.classList.toggle('near', isNear);
    if (isNear) near.add(way.dataset.from).add(way.dataset.to);
  }
  for (const node of nodes) {
    node.classList.toggle('near', near.has(node.dataset.id));
    node.classList.toggle('chosen', node.dataset.id === id);
    if (moves && node.dataset.id === id) {
      const box = node.getBBox();
      const { width, height } = svg.getBoundingClientRect();
      view.scale = Math.max(view.scale, 0.8);
      view.x = width / 2 - (box.x + box.width / 2) * view.scale;
      view.y = height / 2 - (box.y + box.height / 2) * view.scale;
      show();
    }
  }
  for (const item of items) {
    const isIt = item.dataset.id === id;
    item.classList.toggle('chosen', isIt);
    item.firstChild.setAttribute('aria-expanded', String(isIt));
    if (isIt) item.scrollIntoView({ block: 'nearest' });
  }
  svg.classList.toggle('some', id !== null);
}
document.querySelector('nav').addEventListener('click', (event) => {
  const link = event.target.closest('a');
  const item = event.target.closest('li[data-id]');
  if (link) {
    event.preventDefault();
    const id = decodeURIComponent(link.getAttribute('href').slice(1));
    choose(id, true);
    items.find((one) => one.dataset.id === id)?.firstChild.focus();
  } else if (event.target.closest('button')) choose(item.classList.contains('chosen') ? null : item.dataset.id, true);
});
document.getElementById('search').addEventListener('input', ({ target }) => {
  const wanted = target.value.trim().toLowerCase();
  let count = 0;
  for (const item of items) {
    const section = item.closest('section');
    const isFound = item.dataset.id.toLowerCase().includes(wanted) || section.firstChild.textContent.toLowerCase().includes(wanted);
    item.hidden = !isFound;
    if (isFound) count++;
    const node = nodes.find((one) => one.dataset.id === item.dataset.id);
    node?.classList.toggle('near', wanted !== '' && isFound);
  }
  for (const section of document.querySelectorAll('nav section')) section.hidden = !section.querySelector('li[data-id]:not([hidden])');
  svg.classList.toggle('some', wanted !== '');
  document.getElementById('found').textContent = wanted === '' ? '' : count + ' found';
});
const held = new Map();
let moved = 0;
svg.addEventListener('pointerdown', (event) => {
  moved = 0;
  held.set(event.pointerId, event);
});
svg.addEventListener('pointermove', (event) => {
  const before = held.get(event.pointerId);
  if (!before) return;
  const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
  moved += Math.abs(dx) + Math.abs(dy);
  if (moved < 4) return;
  svg.setPointerCapture(event.pointerId);
  svg.classList.add('held');
  const other = [...held.values()].find((one) => one.pointerId !== event.pointerId);
  held.set(event.pointerId, event);
  if (!other) {
    view.x += dx;
    view.y += dy;
    show();
    return;
  }
  const { left, top } = svg.getBoundingClientRect();
  const span = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  zoom(span(event) / Math.max(1, span(before)), (event.clientX + other.clientX) / 2 - left, (event.clientY + other.clientY) / 2 - top);
});
for (const kind of ['pointerup', 'pointercancel']) {
  svg.addEventListener(kind, (event) => {
    held.delete(event.pointerId);
    svg.classList.remove('held');
  });
}
svg.addEventListener('click', (event) => {
  if (moved >= 4) return;
  const node = event.target.closest('.node');
  choose(node ? node.dataset.id : null, false);
});
svg.addEventListener('wheel', (event) => {
  event.preventDefault();
  const { left, top } = svg.getBoundingClientRect();
  zoom(Math.exp(-event.deltaY / 400), event.clientX - left, event.clientY - top);
}, { passive: false });
document.getElementById('in').onclick = () => zoomMiddle(1.25);
document.getElementById('out').onclick = () => zoomMiddle(0.8);
document.getElementById('all').onclick = fit;
const STEPS = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
document.addEventListener('keydown', (event) => {
  if (event.target.tagName === 'INPUT' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === '+' || event.key === '=') zoomMiddle(1.25);
  else if (event.key === '-') zoomMiddle(0.8);
  else if (event.key === '0') fit();
  else if (event.key === 'Escape') choose(null, false);
  else if (event.key === '/') document.getElementById('search').focus();
  else if (STEPS[event.key] && !event.target.closest('aside')) {
    view.x += STEPS[event.key][0];
    view.y += STEPS[event.key][1];
    show();
  } else if (STEPS[event.key] && event.target.tagName === 'BUTTON' && event.target.closest('nav')) {
    const open = items.filter((one) => !one.hidden);
    const at = open.findIndex((one) => one.firstChild === event.target);
    open[at + (event.key === 'ArrowDown' ? 1 : -1)]?.firstChild.focus();
  } else return;
  event.preventDefault();
});
addEventListener('resize', fit);
fit();
`;
