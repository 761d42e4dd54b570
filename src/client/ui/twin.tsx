// The network as two lists of buttons: as fast to play by, and all there is where there is no picture.

import type { VNode } from 'preact';
import { bondState, isSame, nodeState, seenBonds, seenNodes, standing, type Target } from '../reading.ts';
import type { Play } from '../play.ts';
import { bondWords, nodeWords, targetName } from './words.ts';

export function Twin({ play }: { play: Play }): VNode {
  const net = play.session.network;
  const stands = standing(net);
  const fitting = play.aim.fitting();
  const bonds = seenBonds(net).filter(
    (e) => !['whole', 'tied'].includes(bondState(net, e)) || fitting.some((one) => one.kind === 'bond' && one.id === e),
  );
  const all = seenBonds(net).length;
  return (
    <section class="twin" aria-label="The network in words">
      <h2>People</h2>
      <ul>
        {seenNodes(net).map((i) => (
          <Entry
            key={i}
            play={play}
            target={{ kind: 'node', id: i }}
            words={nodeWords(net, stands, i)}
            state={nodeState(net, stands, i)}
          />
        ))}
      </ul>
      <h2>Bonds</h2>
      <p class="count">{bonds.length === all ? `All ${all}` : `${bonds.length} of ${all} to look at`}</p>
      <ul>
        {bonds.map((e) => (
          <Entry
            key={e}
            play={play}
            target={{ kind: 'bond', id: e }}
            words={bondWords(net, e)}
            state={bondState(net, e)}
          />
        ))}
      </ul>
    </section>
  );
}

function Entry(props: { play: Play; target: Target; words: string; state: string }): VNode {
  const { play, target, words, state } = props;
  const { aim } = play;
  const name = targetName(play.session.network, target);
  return (
    <li>
      <button
        type="button"
        class={`entry ${state}${isSame(aim.cursor, target) ? ' under' : ''}`}
        data-target={`${target.kind}-${target.id}`}
        aria-pressed={isSame(aim.picked, target)}
        onClick={() => play.at(target)}
        onFocus={() => play.hover(target)}
        onMouseEnter={() => play.hover(target)}
      >
        <span class="who">{name}</span> <span class="how">{words}</span>
      </button>
    </li>
  );
}
