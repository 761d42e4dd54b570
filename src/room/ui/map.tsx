// The map: nodes and what leads from one to another, the way that was taken, and how much of each was seen.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { BOX, labelOf, layoutOf, type Link, type Spot } from '../graph.ts';
import type { Room } from '../room.ts';

const ZOOMS = [0.5, 0.7, 0.85, 1, 1.25, 1.5] as const;
const PLAIN = 3;

export function MapView({ room }: { room: Room }): VNode {
  const { graph, sitting } = room;
  const layout = useMemo(() => layoutOf(graph), [graph]);
  const [zoom, setZoom] = useState<number>(PLAIN);
  const frame = useRef<HTMLDivElement>(null);
  const here = sitting.now?.snapshot.node ?? null;
  useEffect(() => {
    const at = here === null ? null : frame.current?.querySelector(`[data-map="${CSS.escape(here)}"]`);
    at?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [here, zoom, layout]);
  if (graph.names.length === 0) return <p class="none">There is nothing to draw yet.</p>;
  const taken = takenOf(pathOf(room), graph.links);
  const scale = ZOOMS[zoom];
  return (
    <div class="map">
      <div class="mapbar">
        <p class="legend">
          <span class="key here">here</span>
          <span class="key passed">been there</span>
          <span class="key">not yet</span>
        </p>
        <button type="button" aria-label="Smaller" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          −
        </button>
        <button
          type="button"
          aria-label="Larger"
          disabled={zoom === ZOOMS.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          +
        </button>
      </div>
      <div class="mapframe" ref={frame}>
        <svg
          width={layout.width * scale}
          height={layout.height * scale}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          role="group"
          aria-label="Nodes and what leads where"
        >
          <defs>
            {['plain', 'taken'].map((id) => (
              <marker
                key={id}
                id={`arrow-${id}`}
                viewBox="0 0 8 8"
                refX="7"
                refY="4"
                markerWidth="9"
                markerHeight="9"
                markerUnits="userSpaceOnUse"
                orient="auto"
              >
                <path d="M0 0L8 4L0 8z" class={`head ${id}`} />
              </marker>
            ))}
          </defs>
          {graph.links.map((link) => (
            <Edge
              key={`${link.from} ${link.to} ${link.kind}`}
              link={link}
              from={layout.spots.get(link.from)!}
              to={layout.spots.get(link.to)!}
              isTaken={taken.has(`${link.from}\n${link.to}`)}
            />
          ))}
          {graph.names.map((name) => (
            <NodeBox key={name} room={room} spot={layout.spots.get(name)!} isHere={name === here} />
          ))}
        </svg>
      </div>
    </div>
  );
}

/** Nodes in the order in which they were entered, silent ones left out. A group stands before the one that was taken of it. */
function pathOf({ sitting, dialogue: { program } }: Room): string[] {
  const path: string[] = [];
  for (const { snapshot } of sitting.entries) {
    if (path.at(-1) === snapshot.node) continue;
    const group = program.nodes[snapshot.node]?.group;
    if (group !== undefined) path.push(group);
    path.push(snapshot.node);
  }
  return path;
}

/** A jump behind a detour comes from a node that was left before: each step is led back to the latest that leads there. */
function takenOf(path: readonly string[], links: readonly Link[]): Set<string> {
  const known = new Set(links.map(({ from, to }) => `${from}\n${to}`));
  const taken = new Set<string>();
  for (const [k, to] of path.entries()) {
    const from = path
      .slice(0, k)
      .filter((one) => known.has(`${one}\n${to}`))
      .at(-1);
    if (from !== undefined) taken.add(`${from}\n${to}`);
  }
  return taken;
}

function NodeBox({ room, spot, isHere }: { room: Room; spot: Spot; isHere: boolean }): VNode {
  const { sitting, graph } = room;
  const { name, x, y, width } = spot;
  const lines = graph.lines.get(name) ?? [];
  const seen = lines.filter((line) => sitting.seen.has(line)).length;
  const isGroup = graph.groups.has(name);
  const isPassed = sitting.passed.has(name);
  const share = lines.length === 0 ? Number(isPassed) : seen / lines.length;
  const left = x - width / 2;
  const top = y - BOX.height / 2;
  const under = isGroup ? 'group' : `${seen}/${lines.length} lines${graph.open.has(name) ? ' · jumps {…}' : ''}`;
  const begin = (): void => room.beginAt(name);
  return (
    <g
      class={`spot${isHere ? ' here' : ''}${isPassed ? ' passed' : ''}${isGroup ? ' group' : ''}`}
      role="button"
      tabIndex={0}
      data-map={name}
      aria-label={`Begin at ${name}, ${under}`}
      onClick={begin}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        begin();
      }}
    >
      <title>{labelOf(room.dialogue.program, name)}</title>
      <rect class="body" x={left} y={top} width={width} height={BOX.height} rx="8" />
      <rect
        class="fill"
        x={left + 6}
        y={top + BOX.height - 9}
        width={Math.max(0, (width - 12) * share)}
        height="4"
        rx="2"
      />
      <text x={x} y={y - 6} text-anchor="middle" class="title">
        {fitting(labelOf(room.dialogue.program, name), width)}
      </text>
      <text x={x} y={y + 9} text-anchor="middle" class="under">
        {under}
      </text>
    </g>
  );
}

function fitting(name: string, width: number): string {
  const most = Math.floor((width - BOX.padding) / BOX.letter) + 1;
  return name.length <= most ? name : `${name.slice(0, most - 1)}…`;
}

function Edge({ link, from, to, isTaken }: { link: Link; from: Spot; to: Spot; isTaken: boolean }): VNode {
  return (
    <path
      class={`edge ${link.kind}${isTaken ? ' taken' : ''}`}
      d={curve(from, to)}
      marker-end={`url(#arrow-${isTaken ? 'taken' : 'plain'})`}
    />
  );
}

/** Downwards from edge to edge; sideways and upwards in a bow round the boxes, so that a way back is seen as one. */
function curve(from: Spot, to: Spot): string {
  const half = BOX.height / 2;
  if (from === to) {
    const right = from.x + from.width / 2;
    return `M${right} ${from.y - 8}C${right + 30} ${from.y - 14} ${right + 30} ${from.y + 14} ${right} ${from.y + 8}`;
  }
  if (to.y > from.y) {
    const [y0, y1] = [from.y + half, to.y - half];
    const bend = Math.min(60, (y1 - y0) / 2 + 6);
    return `M${from.x} ${y0}C${from.x} ${y0 + bend} ${to.x} ${y1 - bend} ${to.x} ${y1}`;
  }
  const side = to.x >= from.x && to.y === from.y ? 1 : to.y === from.y ? -1 : from.x <= to.x ? -1 : 1;
  const x0 = from.x + (side * from.width) / 2;
  const x1 = to.y === from.y ? to.x - (side * to.width) / 2 : to.x + (side * to.width) / 2;
  const bow = to.y === from.y ? 0 : side * 34;
  return `M${x0} ${from.y}C${x0 + bow} ${from.y} ${x1 + bow} ${to.y} ${x1} ${to.y}`;
}
