// The strip on top of every screen of the game: where one is, and the few things that are always at hand.

import type { ComponentChildren, VNode } from 'preact';
import type { Play } from '../play.ts';

interface TopBarProps {
  readonly play: Play;
  readonly title: string;
  readonly where?: string;
  readonly children?: ComponentChildren;
}

export function TopBar({ play, title, where, children }: TopBarProps): VNode {
  const hasTale = play.session.isStory;
  return (
    <header class="top">
      <h1>
        {where === undefined || where === '' ? null : <span class="where">{where}</span>} {title}
      </h1>
      {children}
      <nav aria-label="Game">
        {hasTale ? (
          <button type="button" onClick={() => play.command({ do: 'transcript' })}>
            Log <kbd>T</kbd>
          </button>
        ) : null}
        {hasTale ? (
          <button type="button" onClick={() => play.command({ do: 'codex' })}>
            Codex <kbd>C</kbd>
          </button>
        ) : null}
        <button type="button" data-menu onClick={() => play.command({ do: 'paused' })}>
          Menu <kbd>P</kbd>
        </button>
      </nav>
    </header>
  );
}
