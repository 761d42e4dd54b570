// Before a network begins: what is asked, with what, and against what.

import type { VNode } from 'preact';
import type { HazardId } from '../../../core/network/hazards/table.ts';
import { isTool, type ToolId } from '../../../core/network/tools/table.ts';
import type { Play } from '../../play.ts';
import { Panel } from '../panel.tsx';
import { dangerWords, goalWords, lessonLine, toolWords } from '../words.ts';

export function Start({ play }: { play: Play }): VNode {
  const net = play.session.network;
  const { level } = net.rules;
  const isLesson = level.lesson === true && play.session.isStory;
  return (
    <Panel
      key={`start ${level.id} ${play.session.seed}`}
      name="start"
      title={level.title}
      {...(play.session.isStory ? { takes: () => play.isLooked } : {})}
    >
      {isLesson ? (
        <p>{lessonLine(net)}</p>
      ) : (
        <>
          <p>{goalWords(net)}</p>
          <AtHand play={play} />
          <Dangers play={play} />
        </>
      )}
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

/** What is new is explained; what is known is named. */
function AtHand({ play }: { play: Play }): VNode {
  const { tools, level } = play.session.network.rules;
  const isNew = (id: string): boolean => level.teaches?.includes(id as ToolId) === true;
  const known = tools.filter(({ id }) => !isNew(id)).map(({ id }) => toolWords(id).name);
  return (
    <ul class="learn">
      {tools.map(({ id }, slot) =>
        isNew(id) ? (
          <li key={id}>
            <kbd>{slot + 1}</kbd> <strong>{toolWords(id).name} (new).</strong> {toolWords(id).does}
          </li>
        ) : null,
      )}
      {known.length === 0 ? null : (
        <li>
          <strong>At hand.</strong> {known.join(', ')}.
        </li>
      )}
    </ul>
  );
}

export function Tools({ play }: { play: Play }): VNode | null {
  const { net } = play.session;
  if (net === null) return null;
  const { tools } = net.rules;
  return (
    <ul class="learn">
      {tools.map(({ id }, slot) =>
        isTool(id) ? (
          <li key={id}>
            <kbd>{slot + 1}</kbd> <strong>{toolWords(id).name}.</strong> {toolWords(id).does}
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
