// Before a network begins: what is asked, with what, and against what.

import type { VNode } from 'preact';
import type { HazardId } from '../../../core/network/hazards/table.ts';
import { isTool } from '../../../core/network/tools/table.ts';
import type { Play } from '../../play.ts';
import { Panel } from '../panel.tsx';
import { dangerWords, goalWords, toolWords } from '../words.ts';

export function Start({ play }: { play: Play }): VNode {
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
        {play.session.isStory ? null : (
          <button type="button" onClick={() => play.command({ do: 'networks' })}>
            Networks <kbd>L</kbd>
          </button>
        )}
        <button type="button" onClick={() => play.command({ do: 'help' })}>
          Help <kbd>?</kbd>
        </button>
      </div>
    </Panel>
  );
}

export function Tools({ play, isNew }: { play: Play; isNew?: boolean }): VNode | null {
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
