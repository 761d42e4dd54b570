// The network as two lists of buttons: as fast to play by, and all there is where there is no picture.

import type { ComponentChildren, VNode } from 'preact';
import {
  bondState,
  isBroken,
  isSame,
  isWrong,
  nodeState,
  seenBonds,
  seenNodes,
  standing,
  type Target,
} from '../reading.ts';
import type { Play } from '../play.ts';
import { bondWords, comingWords, nodeWords, targetName, targetTag } from './people-words.ts';

export function Twin({ play }: { play: Play }): VNode {
  const net = play.session.network;
  const stands = standing(net);
  const fitting = play.aim.fitting();
  const all = seenBonds(net);
  const shown = all.filter(
    (e) =>
      !['whole', 'tied'].includes(bondState(net, e)) ||
      isWrong(net, e) ||
      fitting.some((one) => one.kind === 'bond' && one.id === e),
  );
  const urgency = (e: number): number => (isBroken(bondState(net, e)) ? 0 : isWrong(net, e) ? 1 : 2);
  const bonds = shown.sort((a, b) => urgency(a) - urgency(b) || a - b);
  const onTheWay = comingWords(net);
  const people = (
    <Fold key="people" title="In the network" count="">
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
        {onTheWay.map(({ node, words }) => (
          <li key={`late ${node}`} class="late">
            {words}
          </li>
        ))}
      </ul>
    </Fold>
  );
  const between = (
    <Fold
      key="bonds"
      title="Bonds"
      count={bonds.length === all.length ? `all ${all.length}` : `${bonds.length} of ${all.length} to look at`}
    >
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
    </Fold>
  );
  // what the tool in hand works on comes first
  return (
    <section class="twin" aria-label="The network in words">
      {play.aim.isForBonds ? [between, people] : [people, between]}
    </section>
  );
}

/** Where the lists lie under the picture they can be folded away; they begin open, for who plays by them. */
function Fold(props: { title: string; count: string; children: ComponentChildren }): VNode {
  const heading = (
    <>
      {props.title} {props.count === '' ? null : <span class="count">{props.count}</span>}
    </>
  );
  if (!matchMedia(NARROW).matches)
    return (
      <div>
        <h2>{heading}</h2>
        {props.children}
      </div>
    );
  return (
    <details open>
      <summary>
        <h2>{heading}</h2>
      </summary>
      {props.children}
    </details>
  );
}
/** As in screens/network.css. */
const NARROW = '(max-width: 60rem)';

function Entry(props: { play: Play; target: Target; words: string; state: string }): VNode {
  const { play, target, words, state } = props;
  const { aim } = play;
  const name = targetName(play.session.network, target);
  const tag = targetTag(play.session.network, target);
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
        <span class="tag">{tag}</span>{' '}
        {tag === name ? null : <span class={target.kind === 'node' ? 'who' : 'unseen'}>{name}</span>}{' '}
        <span class="how">{words}</span>
      </button>
    </li>
  );
}
