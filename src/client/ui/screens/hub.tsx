// The Sphere: five regions, and what became of each. The picture shows the same, and the buttons stand below it in its order.

import type { VNode } from 'preact';
import { CITIES } from '../../../core/run/cast.ts';
import type { Play } from '../../play.ts';
import type { Desk } from '../../desk.ts';
import { CITY_WORDS, ENDING_WORDS, HUB_WORDS as W } from '../../words/shell.ts';
import { TopBar } from '../topbar.tsx';

export function Hub({ play, desk }: { play: Play; desk: Desk }): VNode {
  const { step, game } = play.session;
  const ways = step?.kind === 'hub' ? step.ways : [];
  const places = desk.hubPlaces();
  const cities = CITIES.filter((city) => city !== 'sphere');
  // no picture, no order but the table's
  const inOrder = [...cities].sort((one, other) => (places[one]?.x ?? 0) - (places[other]?.x ?? 0));
  return (
    <div class="page hub">
      <TopBar play={play} title={W.heading} />
      <p class="ask">{W.ask}</p>
      <ul class="regions">
        {inOrder.map((city) => {
          const k = ways.findIndex((one) => one.city === city);
          const ending = game.endings[city];
          const isOpen = k >= 0 && ending === undefined;
          const { name, year, about } = CITY_WORDS[city];
          return (
            <li key={city}>
              <button
                type="button"
                class={`region ${ending ?? (isOpen ? 'open' : 'shut')}`}
                data-city={city}
                aria-disabled={!isOpen}
                onClick={() => isOpen && play.visit(k)}
              >
                <strong>{name}</strong> <span class="year">{year}</span>
                <span class="how">{ending === undefined ? (isOpen ? about : W.shut) : ENDING_WORDS[ending]}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
