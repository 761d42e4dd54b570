// How a network ended, why, and what may be done about it.

import type { VNode } from 'preact';
import { TICK } from '../../../core/network/layout.ts';
import { outcome } from '../../../core/network/network.ts';
import { run } from '../../../core/run/actions.ts';
import type { Play } from '../../play.ts';
import { Panel } from '../panel.tsx';
import { bestWords, figures, hintOfAfter, lessonWon, missingWords, outcomeTitle, outcomeWords } from '../words.ts';
import './result.css';

export function Result({ play }: { play: Play }): VNode {
  const net = play.session.network;
  const how = outcome(net);
  const isWon = how === 'won';
  const next = play.nextLevel;
  const isLesson = net.rules.level.lesson === true && isWon && play.session.isStory;
  const { isStory } = play.session;
  const again = (
    <button
      type="button"
      class={isWon ? '' : 'first'}
      disabled={isWon && isStory}
      onClick={() => play.command({ do: 'again' })}
    >
      Again, the same people <kbd>R</kbd>
    </button>
  );
  const skip =
    !isWon && play.session.preview(run('skip')) === null ? (
      <button type="button" data-skip onClick={() => play.command({ do: 'skip' })}>
        Leave this network, and on
      </button>
    ) : null;
  return (
    <Panel name={isWon ? 'won' : 'lost'} title={outcomeTitle(how)} takes={() => play.isSettled}>
      <p>{isLesson ? lessonWon(net) : outcomeWords(net)}</p>
      {isLesson ? null : <Figures play={play} />}
      {isLesson ? null : <p>{lastWords(play, isWon)}</p>}
      {isStory ? (
        <div class="choices">
          {isWon ? null : again}
          <button type="button" class={isWon ? 'first' : ''} data-onward onClick={() => play.command({ do: 'onward' })}>
            {isWon ? 'On with the story' : 'Let it be lost, and on'} {isWon ? <kbd>Enter</kbd> : null}
          </button>
          {skip}
        </div>
      ) : (
        <div class="choices">
          {isWon ? null : again}
          {next === null ? null : (
            <button type="button" class={isWon ? 'first' : ''} onClick={() => play.command({ do: 'next' })}>
              Next network
            </button>
          )}
          {isWon ? again : null}
          {skip}
          <button type="button" onClick={() => play.command({ do: 'fresh' })}>
            New people <kbd>N</kbd>
          </button>
          <button type="button" onClick={() => play.command({ do: 'networks' })}>
            Networks <kbd>L</kbd>
          </button>
        </div>
      )}
    </Panel>
  );
}

/** What a loss lacked; what a story will make of a win, or how it compares with the best. */
function lastWords(play: Play, isWon: boolean): string {
  const { network, isStory } = play.session;
  if (!isWon) return `${missingWords(network, play.bestCoherence)}${isStory ? ` ${hintOfAfter(network)}` : ''}`;
  return isStory ? hintOfAfter(network) : bestWords(network.s[TICK], play.bestBefore);
}

function Figures({ play }: { play: Play }): VNode {
  return (
    <dl class="figures">
      {figures(play.session.network, play.session.used).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
