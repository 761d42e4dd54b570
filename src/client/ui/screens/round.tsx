// The round: the coming network as a map of people and places, of whom some are visited. The list and the map say the same.

import type { VNode } from 'preact';
import { CAST } from '../../../core/run/cast.ts';
import type { Play } from '../../play.ts';
import { CITY_WORDS, ROUND_WORDS as W } from '../../words/shell.ts';
import { Labels } from '../labels.tsx';
import { Portrait } from '../../portraits/portrait.tsx';
import { TopBar } from '../topbar.tsx';
import { placeName, roman } from '../where.ts';

export function Round({ play, stage }: { play: Play; stage: (place: HTMLElement | null) => void }): VNode | null {
  const { step, visits } = play.session;
  if (step?.kind !== 'round') return null;
  const left = step.needs - visits.length;
  const of = step.of;
  return (
    <div class="page round">
      <TopBar
        play={play}
        title={play.actTitle}
        {...(of === undefined ? {} : { where: `${CITY_WORDS[of.city].name} · ${roman(of.act)}` })}
      />
      <section class="stage" aria-label="The map, drawn. The list says and does the same.">
        <div class="picture-place" ref={stage} />
        <Labels play={play} />
      </section>
      <section class="visits" aria-label={W.heading}>
        <p class="ask" role="status">
          {W.left(left, step.visits.length - visits.length)}
        </p>
        <ul>
          {play.round.callers.map((one) => {
            const isDone = visits.includes(one.visit);
            const name = CAST.find(({ id }) => id === one.who)?.name ?? one.who;
            return (
              <li key={one.visit}>
                <button
                  type="button"
                  class={`visit${isDone ? ' visited' : ''}${play.round.hovered === one.visit ? ' under' : ''}`}
                  data-visit={one.visit}
                  aria-disabled={isDone}
                  onMouseEnter={() => void (play.round.hovered = one.visit)}
                  onFocus={() => void (play.round.hovered = one.visit)}
                  onClick={() => isDone || play.visit(one.visit)}
                >
                  <Portrait id={one.who} face="calm" size={56} />
                  <span class="text">
                    <kbd>{one.visit + 1}</kbd> <strong>{name}</strong> <span class="at">{placeName(one.at)}</span>
                    <span class="about">{isDone ? W.visited : one.about}</span>
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}
