// Every network by itself, for practice and for the clock.

import type { VNode } from 'preact';
import type { Play } from '../../play.ts';
import { Panel } from '../panel.tsx';
import { shortTime } from '../words.ts';

export function Networks({ play }: { play: Play }): VNode {
  const { levels, session } = play;
  // the story that would be lost by going elsewhere
  const open = session.isStory && session.mode !== 'over' ? session.planned : null;
  return (
    <Panel name="networks" title="Networks" onBack={() => play.command({ do: 'back' })}>
      {play.stories.length === 0 ? null : (
        <ul class="levels stories">
          {play.stories.map((id) => (
            <li key={id}>
              <button
                type="button"
                aria-current={id === session.planned}
                class={id === session.planned ? 'first' : ''}
                onClick={() => (id === open ? play.command({ do: 'back' }) : play.openFresh(id))}
              >
                {session.content.plans[id].title}
                {id === open ? ': go on' : ''}
              </button>
            </li>
          ))}
        </ul>
      )}
      {open === null ? null : (
        <p>A network chosen here leaves the story, which then begins again from its first line.</p>
      )}
      <ol class="levels">
        {levels.map((id) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === session.level}
              class={id === session.level ? 'first' : ''}
              onClick={() => play.openFresh(id)}
            >
              <span class="where">{id.split('/').at(-1)}</span> {session.content.levels[id].level.title}
              <Won ticks={play.bests.of(id)} />
            </button>
          </li>
        ))}
      </ol>
    </Panel>
  );
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
