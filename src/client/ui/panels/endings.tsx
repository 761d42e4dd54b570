// The endings that were reached, ever. Those that were not are counted and not told.

import type { VNode } from 'preact';
import { CITIES } from '../../../core/run/cast.ts';
import { ENDINGS } from '../../../core/run/cues.ts';
import type { Desk } from '../../desk.ts';
import type { Play } from '../../play.ts';
import { CITY_WORDS, ENDING_WORDS } from '../../words/shell.ts';
import { ENDING_TEXTS, ENDINGS_WORDS as W } from '../../words/endings.ts';
import { Panel } from '../panel.tsx';

export function Endings({ play, desk }: { play: Play; desk: Desk }): VNode {
  const isNone = CITIES.every((city) => (desk.endings[city] ?? []).length === 0);
  return (
    <Panel name="endings" title="Endings" wide onBack={() => play.command({ do: 'back' })}>
      {isNone ? <p>{W.none}</p> : null}
      {CITIES.filter((city) => ENDING_TEXTS[city] !== undefined).map((city) => (
        <section key={city}>
          <h3>{CITY_WORDS[city].name}</h3>
          <ul class="endings-kept">
            {ENDINGS.map((ending) => {
              const isKept = desk.endings[city]?.includes(ending) === true;
              return (
                <li key={ending} class={isKept ? `kept ${ending}` : 'masked'}>
                  <h4>{isKept ? ENDING_WORDS[ending] : '· · ·'}</h4>
                  <p>{isKept ? ENDING_TEXTS[city]?.[ending] : W.masked}</p>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </Panel>
  );
}
