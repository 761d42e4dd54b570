// Chapters: the starts of acts that were reached, to be played from there again.

import type { VNode } from 'preact';
import type { SlotRow } from '../../kept.ts';
import type { ActMap } from '../../branches.ts';
import type { Play } from '../../play.ts';
import { CITY_WORDS } from '../../words/shell.ts';
import { Panel } from '../panel.tsx';
import { roman } from '../where.ts';

interface ChaptersProps {
  readonly play: Play;
  readonly acts: readonly ActMap[];
  readonly rows: readonly SlotRow[];
  readonly onOpen: (row: SlotRow) => void;
}

export function Chapters({ play, acts, rows, onOpen }: ChaptersProps): VNode {
  const cities = [...new Set(acts.map((one) => one.city))];
  return (
    <Panel name="chapters" title="Chapters" onBack={() => play.command({ do: 'back' })}>
      <p>An act can be read again from its first line once it was reached. Your present reading is kept beside it.</p>
      {cities.map((city) => (
        <section key={city}>
          <h3>{CITY_WORDS[city].name}</h3>
          <ol class="levels">
            {acts
              .filter((one) => one.city === city)
              .map((act) => {
                const row = rows.find((one) => one.id === `chapter:${city}:${act.act}` && one.state === 'whole');
                return (
                  <li key={act.act}>
                    <button
                      type="button"
                      aria-disabled={row === undefined}
                      data-chapter={`${city}:${act.act}`}
                      onClick={() => row !== undefined && onOpen(row)}
                    >
                      <span class="where">{roman(act.act)}</span> {row === undefined ? '· · ·' : act.title}
                      {row === undefined ? <span class="unseen">not reached yet</span> : null}
                    </button>
                  </li>
                );
              })}
          </ol>
        </section>
      ))}
    </Panel>
  );
}
