// How a network ended, why, and what may be done about it.

import type { VNode } from 'preact';
import { TICK } from '../../../core/network/layout.ts';
import { outcome } from '../../../core/network/network.ts';
import { run } from '../../../core/run/actions.ts';
import type { Play } from '../../play.ts';
import { Panel } from '../panel.tsx';
import { bestWords, missingWords, outcomeTitle, outcomeWords } from '../words.ts';

export function Result({ play }: { play: Play }): VNode {
  const net = play.session.network;
  const how = outcome(net);
  const isWon = how === 'won';
  const next = play.nextLevel;
  return (
    <Panel name={isWon ? 'won' : 'lost'} title={outcomeTitle(how)} takes={() => play.isSettled}>
      <p>{outcomeWords(net)}</p>
      <p>{isWon ? bestWords(net.s[TICK], play.bestBefore) : missingWords(net, play.bestCoherence)}</p>
      <div class="choices">
        {play.session.isStory ? (
          <button type="button" class={isWon ? 'first' : ''} data-onward onClick={() => play.command({ do: 'onward' })}>
            {isWon ? 'On with the story' : 'Let it be lost, and on'}
          </button>
        ) : null}
        {!isWon && play.session.preview(run('skip')) === null ? (
          <button type="button" data-skip onClick={() => play.command({ do: 'skip' })}>
            Leave this network, and on
          </button>
        ) : null}
        {isWon && next !== null ? (
          <button type="button" class="first" onClick={() => play.command({ do: 'next' })}>
            Next network
          </button>
        ) : null}
        <button
          type="button"
          class={isWon ? '' : 'first'}
          disabled={isWon && play.session.isStory}
          onClick={() => play.command({ do: 'again' })}
        >
          Again, the same people <kbd>R</kbd>
        </button>
        {play.session.isStory ? null : (
          <button type="button" onClick={() => play.command({ do: 'fresh' })}>
            New people <kbd>N</kbd>
          </button>
        )}
        {!isWon && next !== null ? (
          <button type="button" onClick={() => play.command({ do: 'next' })}>
            Next network
          </button>
        ) : null}
        <button type="button" onClick={() => play.command({ do: 'networks' })}>
          Networks <kbd>L</kbd>
        </button>
      </div>
    </Panel>
  );
}
