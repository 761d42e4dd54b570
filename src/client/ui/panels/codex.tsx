// The codex: an entry for every system that was met, and room for those that were not.

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { City } from '../../../core/run/cast.ts';
import { SYSTEMS } from '../../../core/run/systems.ts';
import type { Play } from '../../play.ts';
import { CODEX } from '../../words/codex.ts';
import { CITY_WORDS } from '../../words/shell.ts';
import { Panel } from '../panel.tsx';

type SystemId = keyof typeof SYSTEMS;

const CITY_OF: Readonly<Record<string, City>> = {
  sphere: 'sphere',
  cove: 'coves',
  neo: 'neoterra',
  hub: 'hub',
  sanc: 'sanctuaries',
  haven: 'haven',
};

export function Codex({ play, met }: { play: Play; met: readonly string[] }): VNode {
  const ids = (Object.keys(SYSTEMS) as SystemId[]).filter((id) => CODEX[id] !== undefined);
  const known = ids.filter((id) => met.includes(id));
  const [open, setOpen] = useState<SystemId | null>(known.at(-1) ?? null);
  const entry = open === null ? undefined : CODEX[open];
  const cities = [...new Set(ids.map(cityOf))];
  return (
    <Panel name="codex" title="Codex" wide onBack={() => play.command({ do: 'back' })}>
      {known.length === 0 ? (
        <p>
          Nothing is entered yet. Whatever a city runs on is entered as you meet it: what the Record says of it, and
          what it does in play.
        </p>
      ) : null}
      <div class="book">
        <nav class="contents" aria-label="Entries">
          {cities.map((city) => (
            <section key={city}>
              <h3>{CITY_WORDS[city].name}</h3>
              <ul>
                {ids
                  .filter((id) => cityOf(id) === city)
                  .map((id) => (
                    <li key={id}>
                      {known.includes(id) ? (
                        <button type="button" aria-current={id === open} data-entry={id} onClick={() => setOpen(id)}>
                          {nameOf(id)}
                        </button>
                      ) : (
                        <span class="masked" title="not met yet">
                          · · ·<span class="unseen">not met yet</span>
                        </span>
                      )}
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </nav>
        <article class="entry-text" aria-live="polite">
          {entry === undefined || open === null ? null : (
            <>
              <h3>{nameOf(open)}</h3>
              <p class="document">{entry.record}</p>
              <p class="signed">Jin Kwan, the Record</p>
              <h4>In play</h4>
              <p>{entry.inPlay}</p>
            </>
          )}
        </article>
      </div>
    </Panel>
  );
}

function cityOf(id: SystemId): City {
  return CITY_OF[id.split('.')[0]] ?? 'sphere';
}

function nameOf(id: SystemId): string {
  const name = SYSTEMS[id];
  return name.charAt(0).toUpperCase() + name.slice(1);
}
