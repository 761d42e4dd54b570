// The first screen: what this is, and where to go on.

import type { VNode } from 'preact';
import type { Play } from '../../play.ts';
import type { Desk } from '../../desk.ts';
import { TITLE_WORDS as W } from '../../words/shell.ts';
import { whereWords } from '../where.ts';

export function Title({ play, desk }: { play: Play; desk: Desk }): VNode {
  const { last } = desk;
  return (
    <div class="page title">
      <header class="masthead">
        <h1>Syntony</h1>
        <p>{W.tagline}</p>
      </header>
      <nav class="doors" aria-label="Where to">
        {last === null ? null : (
          <button type="button" class="first" data-continue onClick={() => desk.goOn()}>
            {W.goOn}
            <span class="sub">{whereWords(last.where)}</span>
          </button>
        )}
        <button type="button" class={last === null ? 'first' : ''} data-begin onClick={() => desk.beginAnew()}>
          {last === null ? W.begin : W.beginAgain}
        </button>
        <button type="button" onClick={() => play.command({ do: 'saves' })}>
          {W.saves}
        </button>
        <button type="button" onClick={() => play.command({ do: 'chapters' })}>
          {W.chapters}
        </button>
        <button type="button" onClick={() => play.command({ do: 'networks' })}>
          {W.networks}
        </button>
        <button type="button" onClick={() => play.command({ do: 'settings' })}>
          {W.settings}
        </button>
        <button type="button" onClick={() => play.command({ do: 'codex' })}>
          {W.codex}
        </button>
        <button type="button" onClick={() => play.command({ do: 'endings' })}>
          {W.endings}
        </button>
        <button type="button" onClick={() => play.command({ do: 'about' })}>
          {W.about}
        </button>
      </nav>
      {desk.notice === '' ? null : (
        <p class="notice" role="status">
          {desk.notice}
        </p>
      )}
    </div>
  );
}
