// Every node, by file, to begin at; and how much of each was seen.

import { useMemo, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import { labelOf } from '../graph.ts';
import type { Room } from '../room.ts';

export function Nodes({ room }: { room: Room }): VNode {
  const [wanted, setWanted] = useState('');
  const { nodes } = room.dialogue.program;
  const files = useMemo(() => byFile(room, wanted), [room.dialogue, wanted]);
  const first = files[0]?.[1][0];
  return (
    <nav class="nodes" aria-label="Nodes">
      <label class="unseen" for="search">
        Search for a node
      </label>
      <input
        id="search"
        class="search"
        type="search"
        placeholder="Search for a node ( / )"
        value={wanted}
        onInput={(event) => setWanted(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && first !== undefined) room.beginAt(first);
          if (event.key === 'Escape') setWanted('');
        }}
      />
      {files.length === 0 ? (
        <p class="none">{wanted === '' ? 'There is no node yet.' : 'No node is called that.'}</p>
      ) : null}
      <div class="files">
        {files.map(([file, names]) => (
          <section key={file}>
            <h2 title={file}>{shortOf(file)}</h2>
            <ul>
              {names.map((name) => (
                <Row key={name} room={room} name={name} isGrouped={nodes[name]?.group !== undefined} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}

function Row({ room, name, isGrouped }: { room: Room; name: string; isGrouped: boolean }): VNode {
  const { sitting, graph } = room;
  const lines = graph.lines.get(name) ?? [];
  const seen = lines.filter((line) => sitting.seen.has(line)).length;
  const isHere = sitting.now?.snapshot.node === name;
  const isPassed = sitting.passed.has(name);
  const source = room.nodePlace(name);
  const share = lines.length === 0 ? Number(isPassed) : seen / lines.length;
  return (
    <li class={`node${isHere ? ' here' : ''}${isPassed ? ' passed' : ''}${isGrouped ? ' grouped' : ''}`}>
      <button
        type="button"
        class="begin"
        aria-current={isHere ? 'true' : undefined}
        title={`Begin at ${name}`}
        onClick={() => room.beginAt(name)}
      >
        <span class="name">{labelOf(room.dialogue.program, name)}</span>
        {graph.groups.has(name) ? (
          <span class="count">group</span>
        ) : (
          <span class="count" aria-label={`${seen} of ${lines.length} lines seen`}>
            {seen}/{lines.length}
          </span>
        )}
        <span class="bar" style={{ width: `${share * 100}%` }} />
      </button>
      {source === null ? null : (
        <button
          type="button"
          class="source"
          aria-label={`${name} in the editor`}
          title={`${source.file}:${source.line}`}
          onClick={() => room.open(source)}
        >
          ↗
        </button>
      )}
    </li>
  );
}

function byFile({ graph, dialogue: { program } }: Room, wanted: string): [string, string[]][] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const files = new Map<string, string[]>();
  for (const name of graph.names) {
    const member = Object.entries(program.nodes).find(([own, { group }]) => own === name || group === name);
    const file = member?.[1].file ?? '';
    const text = `${name} ${labelOf(program, name)} ${file}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const list = files.get(file);
    if (list === undefined) files.set(file, [name]);
    else list.push(name);
  }
  return [...files];
}

function shortOf(file: string): string {
  return file.split('/').slice(-2).join('/');
}
