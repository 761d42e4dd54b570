// Every network by itself, for practice and for the clock: the training ones, and those of the cities with their harder kin.

import type { VNode } from 'preact';
import type { Play } from '../../play.ts';
import { CITY_WORDS, NETWORKS_WORDS as W } from '../../words/shell.ts';
import { Panel } from '../panel.tsx';
import { isCity } from '../where.ts';
import { shortTime } from '../times.ts';

export function Networks({ play }: { play: Play }): VNode {
  const { session } = play;
  // the story that is left by going elsewhere; it is saved
  const open = session.isStory && session.mode !== 'over' && play.isUnderWay;
  return (
    <Panel name="networks" title={W.heading} wide onBack={() => play.command({ do: 'back' })}>
      {open ? (
        <p class="choices">
          <button type="button" class="first" onClick={() => play.command({ do: 'back' })}>
            {W.back}
          </button>{' '}
          {W.leaves}
        </p>
      ) : null}
      {play.levelGroups.map(([folder, ids]) => (
        <section key={folder}>
          <h3>{isCity(folder) ? CITY_WORDS[folder].name : W.training}</h3>
          <ol class="levels">
            {ids.map((id) => (
              <li key={id}>
                <button
                  type="button"
                  aria-current={id === session.level}
                  class={id === session.level && !open ? 'first' : ''}
                  onClick={() => play.openFresh(id)}
                >
                  <span class="where">{number(id)}</span> {session.content.levels[id].level.title}
                  {id.endsWith('-again') ? <span class="again-mark"> {W.again}</span> : null}
                  <Won ticks={play.bests.of(id)} />
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </Panel>
  );
}

function number(id: string): string {
  return (id.split('/').at(-1) ?? '').replace('-again', '');
}

function Won({ ticks }: { ticks: number | null }): VNode | null {
  return ticks === null ? null : (
    <span class="best">
      {' '}
      <span aria-hidden="true">✓</span>
      <span class="unseen">won, best </span> {shortTime(ticks)}
    </span>
  );
}
