// The whole room: nodes on the left, what is played in the middle, the map and the state on the right.

import { useEffect, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { Room } from '../room.ts';
import { MapView } from './map.tsx';
import { Nodes } from './nodes.tsx';
import { Play } from './play.tsx';
import { StateView } from './state.tsx';

const SIDES = ['map', 'state'] as const;
type Side = (typeof SIDES)[number];
const SIDE_NAMES: Readonly<Record<Side, string>> = { map: 'Map', state: 'State' };

export function App({ room }: { room: Room }): VNode {
  const [, draw] = useState(0);
  const [side, setSide] = useState<Side>('map');
  useEffect(() => room.watch(() => draw((n) => n + 1)), [room]);
  useEffect(() => listenToKeys(room), [room]);
  return (
    <div class="room">
      <Top room={room} />
      <Nodes room={room} />
      <Play room={room} />
      <section class="side" aria-label="Map and state">
        <div class="tabs" role="tablist" aria-label="What is shown">
          {SIDES.map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              id={`tab-${one}`}
              aria-controls={`side-${one}`}
              aria-selected={one === side}
              tabIndex={one === side ? 0 : -1}
              onClick={() => setSide(one)}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
                const other = SIDES[(SIDES.indexOf(one) + 1) % SIDES.length];
                setSide(other);
                document.querySelector<HTMLElement>(`#tab-${other}`)?.focus();
              }}
            >
              {SIDE_NAMES[one]}
            </button>
          ))}
        </div>
        <div class="tabpanel" role="tabpanel" id={`side-${side}`} aria-labelledby={`tab-${side}`}>
          {side === 'map' ? <MapView room={room} /> : <StateView room={room} />}
        </div>
      </section>
    </div>
  );
}

function Top({ room }: { room: Room }): VNode {
  const { sitting } = room;
  const { start } = sitting;
  return (
    <header class="top">
      <h1>
        <span class="brand">Syntony</span> Writer’s room
      </h1>
      <label>
        Seed{' '}
        <input
          class="seed"
          type="number"
          min="0"
          max="2147483647"
          value={room.seed}
          onChange={(event) => room.setSeed(Number(event.currentTarget.value))}
        />
      </label>
      <label>
        Language{' '}
        <select value={room.locale} onChange={(event) => void room.setLocale(event.currentTarget.value)}>
          {room.locales.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <nav aria-label="Playing">
        <button type="button" onClick={() => sitting.back()} disabled={sitting.entries.length < 2}>
          Back <kbd>←</kbd>
        </button>
        <button type="button" onClick={() => sitting.again()} disabled={start === null}>
          Restart <kbd>R</kbd>
        </button>
      </nav>
      <p class="standing" role="status">
        {standing(room)}
      </p>
    </header>
  );
}

function standing({ sitting, graph, faults }: Room): string {
  const lines = [...graph.lines.values()].flat();
  const seen = lines.filter((line) => sitting.seen.has(line)).length;
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const warnings = faults.length - errors;
  const words = [`${seen} of ${lines.length} lines seen`];
  if (errors > 0) words.push(`${errors} ${errors === 1 ? 'error' : 'errors'}`);
  if (warnings > 0) words.push(`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`);
  return words.join(' · ');
}

/** Not while a field or a button has the focus: there the keys mean what they always do. */
function listenToKeys(room: Room): () => void {
  const heard = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const at = event.target instanceof Element ? event.target : null;
    if (at?.closest('input, select, textarea') !== null && at !== null) return;
    const isPress = event.key === 'Enter' || event.key === ' ';
    if (isPress && at !== null && at.closest('button, a, summary, [role=button]') !== null) return;
    if (!act(room, event.key, isPress)) return;
    event.preventDefault();
  };
  window.addEventListener('keydown', heard);
  return () => window.removeEventListener('keydown', heard);
}

function act({ sitting }: Room, key: string, isPress: boolean): boolean {
  if (isPress) sitting.goOn();
  else if (/^[1-9]$/.test(key)) sitting.goOn(Number(key) - 1);
  else if (key === 'ArrowLeft' || key === 'Backspace') sitting.back();
  else if (key === 'r' || key === 'R') sitting.again();
  else if (key === '/') document.querySelector<HTMLElement>('.search')?.focus();
  else return false;
  return true;
}
