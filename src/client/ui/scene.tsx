// A scene: who is there, what was said, what is said now, and what may be answered. One column of words; the portraits and
// the places have their own room to come.

import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { CAST } from '../../core/run/cast.ts';
import type { Play } from '../play.ts';
import type { Answer, Utterance } from '../tale.ts';
import { idWords } from './words.ts';
import './scene.css';

export function Scene({ play }: { play: Play }): VNode {
  const { tale, session } = play;
  const { current, options } = tale;
  const { stage, cast } = session.game;
  const isTold = play.screen === 'told';
  return (
    <section class="scene" data-dialogue aria-label="The scene" onKeyDown={ignoreHeld}>
      <header class="place">
        <h2>{stage === '' ? session.content.plans[session.planned].title : idWords(stage)}</h2>
        <ul aria-label="Who is here">
          {Object.entries(cast).map(([id, { at, face }]) => (
            <li key={id} class={at}>
              {CAST.find((one) => one.id === id)?.name ?? idWords(id)}
              {face === 'calm' ? null : <span class="face"> {face}</span>}
            </li>
          ))}
        </ul>
      </header>
      <Past past={tale.past} />
      <div class="box" onClick={() => isSelecting() || play.command({ do: 'use' })}>
        {tale.notice === '' ? null : (
          <p class="notice" role="status">
            {tale.notice}
          </p>
        )}
        <Now said={current} />
        {options.length > 0 ? <Options play={play} options={options} /> : null}
        {isTold ? <Told play={play} /> : options.some((one) => one.open) ? null : <Onward play={play} />}
      </div>
    </section>
  );
}

/** A key that is held presses a button again and again: it would give answers that nobody read. */
function ignoreHeld(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}

/** Words that were marked to be copied are not a press on the box. */
function isSelecting(): boolean {
  return getSelection()?.isCollapsed === false;
}

function Now({ said }: { said: Utterance | null }): VNode {
  return (
    <p
      class={said?.isAnswer === true ? 'now answer' : 'now'}
      role="status"
      aria-live="polite"
      data-line={said?.line ?? ''}
    >
      {said === null ? null : (
        <>
          {said.character === null ? null : <strong class="who">{said.character}</strong>}{' '}
          <span data-dialogue-text>{said.text}</span>
        </>
      )}
    </p>
  );
}

/** What was said, the newest below; it stays where the reader scrolled it until something new is said. */
function Past({ past }: { past: readonly Utterance[] }): VNode {
  const own = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (own.current !== null) own.current.scrollTop = own.current.scrollHeight;
  }, [past.length, past.at(-1)?.line]);
  return (
    <ol class="past" ref={own} tabIndex={0} aria-label="What was said">
      {past.map((one, i) => (
        <li key={i} class={one.isAnswer ? 'answer' : ''}>
          {one.character === null ? null : <strong class="who">{one.character}</strong>} {one.text}
        </li>
      ))}
    </ol>
  );
}

function Options({ play, options }: { play: Play; options: readonly Answer[] }): VNode {
  const own = useRef<HTMLOListElement>(null);
  const key = options.map((one) => one.line).join(' ');
  useEffect(() => {
    own.current?.querySelector<HTMLElement>('button:not([aria-disabled="true"])')?.focus({ preventScroll: true });
  }, [key]);
  return (
    <ol class="options" ref={own} onKeyDown={walk} aria-label="Answers">
      {options.map((one, i) => (
        <li key={one.line}>
          <button
            type="button"
            data-option
            data-line={one.line}
            aria-disabled={!one.open}
            onClick={(event) => {
              event.stopPropagation();
              play.answer(i);
            }}
          >
            <kbd>{i + 1}</kbd> {one.text}
            {one.open ? null : <span class="shut"> (not now)</span>}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Up and down go from one answer to the next, round and round. */
function walk(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (way === 0) return;
  event.preventDefault();
  const all = [...event.currentTarget.querySelectorAll('button')];
  const at = all.findIndex((one) => one === document.activeElement);
  all[(at + way + all.length) % all.length]?.focus();
}

function Onward({ play }: { play: Play }): VNode {
  const isWaiting = play.tale.isWaiting || play.tale.current === null;
  const own = useRef<HTMLButtonElement>(null);
  // the answer that was given took the focus away with it
  useEffect(() => {
    if (document.activeElement === document.body) own.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class="onward">
      <button
        ref={own}
        type="button"
        class="first"
        data-next
        aria-disabled={isWaiting}
        onClick={(event) => {
          event.stopPropagation();
          play.command({ do: 'use' });
        }}
      >
        {isWaiting ? '…' : 'Go on'} <kbd>Enter</kbd>
      </button>
    </div>
  );
}

function Told({ play }: { play: Play }): VNode {
  const end = useRef<HTMLParagraphElement>(null);
  // the sentence and not a button, which the last press of many would press
  useEffect(() => end.current?.focus({ preventScroll: true }), []);
  return (
    <div class="onward">
      <p class="end" ref={end} tabIndex={-1}>
        This part of the Record ends here.
      </p>
      <button type="button" class="first" onClick={() => play.command({ do: 'leave' })}>
        To the training networks
      </button>{' '}
      <button type="button" onClick={() => play.openFresh(play.session.planned)}>
        From the beginning
      </button>
    </div>
  );
}
