// The menu: the game stands still.

import type { VNode } from 'preact';
import type { Play } from '../../play.ts';
import { Panel } from '../panel.tsx';
import { Keys } from './help.tsx';

export function Paused({ play }: { play: Play }): VNode {
  return (
    <Panel name="paused" title="Paused">
      <div class="choices">
        <button type="button" class="first" onClick={() => play.command({ do: 'pause' })}>
          Go on <kbd>P</kbd>
        </button>
        {play.session.net !== null && play.isSkippable ? (
          <button type="button" data-skip onClick={() => play.command({ do: 'skip' })}>
            Leave this network, and on
          </button>
        ) : null}
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
        {play.session.isStory ? (
          <button type="button" onClick={() => play.command({ do: 'saves' })}>
            Saves
          </button>
        ) : null}
        <button type="button" onClick={() => play.command({ do: 'settings' })}>
          Settings
        </button>
        {play.session.isStory ? (
          <>
            <button type="button" onClick={() => play.command({ do: 'transcript' })}>
              Log <kbd>T</kbd>
            </button>
            <button type="button" onClick={() => play.command({ do: 'codex' })}>
              Codex <kbd>C</kbd>
            </button>
            <button type="button" onClick={() => play.command({ do: 'branches' })}>
              Branches
            </button>
            <button type="button" onClick={() => play.command({ do: 'chapters' })}>
              Chapters
            </button>
          </>
        ) : (
          <button type="button" onClick={() => play.command({ do: 'networks' })}>
            Networks <kbd>L</kbd>
          </button>
        )}
        <button type="button" onClick={() => play.command({ do: 'help' })}>
          Help <kbd>?</kbd>
        </button>
        <button type="button" data-leave onClick={() => play.command({ do: 'leave' })}>
          To the title
        </button>
      </div>
      <Keys play={play} />
    </Panel>
  );
}
