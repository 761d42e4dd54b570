// A scene: who is there, what is said now, and what may be answered. The people stand before the picture; the words have a
// column of their own, which on a narrow screen is a sheet at the bottom.

import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { CAST, type Face as Look } from '../../../core/run/cast.ts';
import type { Desk } from '../../desk.ts';
import type { Play } from '../../play.ts';
import type { Answer, Mark, Utterance } from '../../tale.ts';
import { CITY_WORDS, MARK_WORDS } from '../../words/shell.ts';
import { Portrait } from '../../portraits/portrait.tsx';
import { Icon } from '../../look/icons.tsx';
import { TopBar } from '../topbar.tsx';
import { placeName, roman } from '../where.ts';
import { idWords, languageName } from '../words.ts';

export function Scene({ play, desk }: { play: Play; desk: Desk }): VNode {
  const { tale, session } = play;
  const { current, options } = tale;
  const { stage } = session.game;
  const { of } = session.step ?? {};
  const isTold = play.place === 'told';
  const title = stage === '' ? session.content.plans[session.planned].title : placeName(stage);
  return (
    <div class="page telling">
      <TopBar
        play={play}
        title={title}
        {...(of === undefined || of.act === 0 ? {} : { where: `${CITY_WORDS[of.city].name} · ${roman(of.act)}` })}
      >
        <Language play={play} desk={desk} />
      </TopBar>
      <People play={play} speaker={current?.isAnswer === true ? null : (current?.character ?? null)} />
      <section class="scene" data-dialogue aria-label="The scene" onKeyDown={ignoreHeld}>
        <Past past={tale.past} />
        <div class="box" onClick={() => isSelecting() || play.command({ do: 'use' })}>
          {tale.notice === '' ? null : (
            <p class="notice" role="status">
              {tale.notice}
            </p>
          )}
          <Now said={current} letters={play.reader.lettersShown} />
          {options.length > 0 ? <Options play={play} options={options} /> : null}
          {isTold ? <Told play={play} /> : options.some((one) => one.open) ? null : <Onward play={play} />}
        </div>
      </section>
    </div>
  );
}

/** Three at most, as on a stage; who speaks stands out. */
function People({ play, speaker }: { play: Play; speaker: string | null }): VNode {
  const { cast } = play.session.game;
  return (
    <ul class="people" aria-label="Who is here">
      {Object.entries(cast).map(([id, { at, face }]) => {
        const name = CAST.find((one) => one.id === id)?.name ?? idWords(id);
        const speaks = speaker === name;
        return (
          <li key={id} class={`person ${at}${speaks ? ' speaks' : ''}`} data-person={id}>
            <Portrait id={id} face={face as Look} size={320} speaking={speaks} flipped={at === 'right'} />
            <span class="unseen">
              {name}
              {face === 'calm' ? '' : `, ${face}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Another language for the line that is shown, and for all that come. */
function Language({ play, desk }: { play: Play; desk: Desk }): VNode | null {
  const { tongues } = desk;
  if (tongues.locales.length < 2) return null;
  return (
    <label class="language">
      <span class="unseen">Language</span>
      <select value={play.tale.locale} data-language onChange={(event) => tongues.choose(event.currentTarget.value)}>
        {tongues.locales.map((one) => (
          <option key={one} value={one} selected={one === play.tale.locale}>
            {languageName(one)}
          </option>
        ))}
      </select>
    </label>
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

function Now({ said, letters }: { said: Utterance | null; letters: number }): VNode {
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
          <span data-dialogue-text>
            {letters >= said.text.length || said.isAnswer ? (
              said.text
            ) : (
              <>
                {said.text.slice(0, letters)}
                <span class="not-yet">{said.text.slice(letters)}</span>
              </>
            )}
          </span>
        </>
      )}
    </p>
  );
}

/** What was said, the newest below; it stays where the reader scrolled it until something new is said. */
function Past({ past }: { past: readonly Utterance[] }): VNode | null {
  const own = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (own.current !== null) own.current.scrollTop = own.current.scrollHeight;
  }, [past.length, past.at(-1)?.line]);
  // an empty list is no stop for anybody
  if (past.length === 0) return null;
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
            <kbd>{i + 1}</kbd> <span class="text">{one.text}</span>
            {one.open ? null : <span class="shut"> (not now)</span>}
            {play.reader.asked === i ? <span class="asked"> Once more, to say it.</span> : null}
            {one.marks.length === 0 ? null : (
              <span class="marks">
                {one.marks.map((mark, k) => (
                  <MarkShown key={k} mark={mark} />
                ))}
              </span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** What an answer comes to, as far as one may know: before it is given. */
function MarkShown({ mark }: { mark: Mark }): VNode {
  if (mark.kind === 'net' || mark.kind === 'final') {
    return (
      <span class={`mark ${mark.kind}`} title={MARK_WORDS[mark.kind]}>
        <Icon name={mark.kind === 'net' ? 'link' : 'lock'} />
        <span class={mark.kind === 'final' ? '' : 'unseen'}>{MARK_WORDS[mark.kind]}</span>
      </span>
    );
  }
  const name = CAST.find((one) => one.id === mark.who)?.name ?? idWords(mark.who);
  return (
    <span class={`mark ${mark.kind}`} title={MARK_WORDS[mark.kind](name)}>
      <span aria-hidden="true">{mark.kind === 'likes' ? '▲' : '▼'}</span> <span aria-hidden="true">{name}</span>
      <span class="unseen">{MARK_WORDS[mark.kind](name)}</span>
    </span>
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
      <button type="button" class="first" data-title onClick={() => play.command({ do: 'leave' })}>
        To the title
      </button>{' '}
      <button type="button" onClick={() => play.openFresh(play.session.planned)}>
        From the beginning
      </button>
    </div>
  );
}
