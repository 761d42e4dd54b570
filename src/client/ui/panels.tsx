// What stands over the game: how a network begins, how it ended, the pause, the list of networks, the keys.

import { useEffect, useRef } from 'preact/hooks';
import type { ComponentChildren, VNode } from 'preact';
import { outcome } from '../../core/network/network.ts';
import type { HazardId } from '../../core/network/hazards/table.ts';
import { TICK } from '../../core/network/layout.ts';
import { isTool } from '../../core/network/tools/table.ts';
import type { Play } from '../play.ts';
import {
  bestWords,
  dangerWords,
  goalWords,
  missingWords,
  outcomeTitle,
  outcomeWords,
  shortTime,
  toolWords,
} from './words.ts';
import { isTouch } from './touch.ts';

export function Panels({ play }: { play: Play }): VNode | null {
  switch (play.screen) {
    case 'playing':
    case 'scene':
    case 'told':
      return null;
    case 'start':
      return <Start play={play} />;
    case 'result':
      return <Result play={play} />;
    case 'paused':
      return <Paused play={play} />;
    case 'networks':
      return <Networks play={play} />;
    case 'help':
      return <Help play={play} />;
  }
}

function isPress(event: KeyboardEvent): boolean {
  return event.key === 'Enter' || event.key === ' ';
}

/**
 * The browser's own dialog keeps the focus in; when it goes, the focus goes back to where it was. Esc is the keyboard's to answer. A key that was down
 * already when the panel came, or is held, presses nothing. `takes`: whether the panel takes a press by now; one that does
 * not do so from the first begins with its heading, to be read and not pressed.
 */
function Panel(props: {
  title: string;
  name: string;
  onBack?: () => void;
  takes?: () => boolean;
  children: ComponentChildren;
}): VNode {
  const { takes } = props;
  const own = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const pressed = useRef<string | null>(null);
  useEffect(() => {
    const had = document.activeElement;
    own.current?.showModal();
    if (takes !== undefined) heading.current?.focus();
    // one that is taken off the page, and not closed, gives no focus back by itself
    return () => {
      if (document.activeElement === document.body && had instanceof HTMLElement) had.focus({ preventScroll: true });
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isPress(event)) return;
    const isTaken = !event.repeat && takes?.() !== false;
    pressed.current = isTaken ? event.key : null;
    if (!isTaken) event.preventDefault();
  };
  const onKeyUp = (event: KeyboardEvent): void => {
    if (isPress(event) && pressed.current !== event.key) event.preventDefault();
  };
  const onClickCapture = (event: MouseEvent): void => {
    if (takes?.() === false) event.stopPropagation();
  };
  return (
    <dialog
      ref={own}
      class={`panel ${props.name}`}
      aria-labelledby={`panel-${props.name}`}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
      onKeyUp={onKeyUp}
      onClickCapture={onClickCapture}
    >
      <div class="heading">
        <h2 ref={heading} id={`panel-${props.name}`} tabIndex={-1}>
          {props.title}
        </h2>
        {props.onBack === undefined ? null : (
          <button type="button" onClick={props.onBack}>
            Back <kbd>Esc</kbd>
          </button>
        )}
      </div>
      {props.children}
    </dialog>
  );
}

function Start({ play }: { play: Play }): VNode {
  const net = play.session.network;
  const { level } = net.rules;
  return (
    <Panel
      key={`start ${level.id} ${play.session.seed}`}
      name="start"
      title={level.title}
      {...(play.session.isStory ? { takes: () => play.isLooked } : {})}
    >
      <p>{goalWords(net)}</p>
      <Tools play={play} isNew />
      <Dangers play={play} />
      <div class="choices">
        <button type="button" class="first" onClick={() => play.start()}>
          Begin <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={() => play.command({ do: 'networks' })}>
          Networks <kbd>L</kbd>
        </button>
        <button type="button" onClick={() => play.command({ do: 'help' })}>
          Help <kbd>?</kbd>
        </button>
      </div>
    </Panel>
  );
}

function Tools({ play, isNew }: { play: Play; isNew?: boolean }): VNode | null {
  const { net } = play.session;
  if (net === null) return null;
  const { tools, level } = net.rules;
  return (
    <ul class="learn">
      {tools.map(({ id }, slot) =>
        isTool(id) ? (
          <li key={id}>
            <kbd>{slot + 1}</kbd>{' '}
            <strong>
              {toolWords(id).name}
              {isNew === true && level.teaches?.includes(id) === true ? ' (new)' : ''}.
            </strong>{' '}
            {toolWords(id).does}
          </li>
        ) : null,
      )}
    </ul>
  );
}

function Dangers({ play }: { play: Play }): VNode | null {
  const { hazards } = play.session.network.rules;
  if (hazards.length === 0) return null;
  return (
    <ul class="learn">
      {hazards.map(({ id, index }) => (
        <li key={index}>
          <strong>Danger.</strong> {dangerWords(id as HazardId)}
        </li>
      ))}
    </ul>
  );
}

function Result({ play }: { play: Play }): VNode {
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
          <button type="button" class="first" data-onward onClick={() => play.command({ do: 'onward' })}>
            On with the story
          </button>
        ) : null}
        {isWon && next !== null ? (
          <button type="button" class="first" onClick={() => play.command({ do: 'next' })}>
            Next network
          </button>
        ) : null}
        <button
          type="button"
          class={(isWon && next !== null) || play.session.isStory ? '' : 'first'}
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

function Paused({ play }: { play: Play }): VNode {
  return (
    <Panel name="paused" title="Paused">
      <div class="choices">
        <button type="button" class="first" onClick={() => play.command({ do: 'pause' })}>
          Go on <kbd>P</kbd>
        </button>
        {play.session.net === null ? null : (
          <button type="button" onClick={() => play.command({ do: 'again' })}>
            Again, the same people <kbd>R</kbd>
          </button>
        )}
        {play.session.isStory ? null : (
          <button type="button" onClick={() => play.command({ do: 'fresh' })}>
            New people <kbd>N</kbd>
          </button>
        )}
        <button type="button" onClick={() => play.command({ do: 'networks' })}>
          Networks <kbd>L</kbd>
        </button>
      </div>
      <Keys play={play} />
    </Panel>
  );
}

function Networks({ play }: { play: Play }): VNode {
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

function Help({ play }: { play: Play }): VNode {
  return (
    <Panel name="help" title="How it is played" onBack={() => play.command({ do: 'back' })}>
      <p>
        Every ring is a person, and the hand in it turns at a rhythm of its own. Bonds pull hands together and grow
        thicker where two agree; broken ones do harm or nothing. The small mark outside a ring shows where the others
        point. Bring all hands together before time runs out, without forcing people too often: that costs authenticity.
      </p>
      <Tools play={play} />
      <h3>Marks</h3>
      <ul class="learn">
        <li>
          Thin whole ring: turning freely. Long dashes: near the others. Short dashes: torn, for most bonds there are
          broken.
        </li>
        <li>Thick ring, cream inside: in tune. Bristles: restless, the hand trembles until it calms.</li>
        <li>Zigzag bond: inverted, it pushes apart. Two dashed stubs: cut. Dots with a bar: behind a shut door.</li>
        <li>A dashed ring with four teeth that closes in: something is about to happen there.</li>
      </ul>
      <Keys play={play} />
    </Panel>
  );
}

function Keys({ play }: { play: Play }): VNode {
  const press = isTouch() ? 'tap' : 'click';
  return (
    <>
      <h3>By hand</h3>
      <p>
        Choose a tool, then {press} a person or a bond. To tune, drag from the ring to where the hand should point, or{' '}
        {press}, aim and {press}. A double {press} turns it to where the others point.
      </p>
      <h3>By keys</h3>
      <ul class="learn keys">
        <li>
          <kbd>1</kbd> to <kbd>9</kbd> choose a tool
        </li>
        <li>
          <kbd>←</kbd> <kbd>↑</kbd> <kbd>→</kbd> <kbd>↓</kbd> or <kbd>Tab</kbd> go from one to the next
        </li>
        <li>
          <kbd>Enter</kbd> uses the tool there; in a scene it goes on, and <kbd>1</kbd> to <kbd>9</kbd> answer
        </li>
        <li>
          While turning a hand, <kbd>←</kbd> <kbd>→</kbd> turn it (with <kbd>Shift</kbd> finely), <kbd>Enter</kbd> sets
          it
        </li>
        <li>
          <kbd>Esc</kbd> lets go, or pauses · <kbd>P</kbd> pause · <kbd>R</kbd> again ·{' '}
          {play.session.isStory ? null : (
            <>
              <kbd>N</kbd> new people ·{' '}
            </>
          )}
          <kbd>L</kbd> networks
        </li>
      </ul>
    </>
  );
}
