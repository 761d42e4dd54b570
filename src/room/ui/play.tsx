// What was said so far, each line a way back to it; and beneath it what is said now and what can be done.

import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ComponentChildren, VNode } from 'preact';
import type { ShownLine } from '../../core/story/story.ts';
import type { Room } from '../room.ts';
import type { Entry } from '../sitting.ts';
import type { Run, Spoken } from '../text.ts';
import { NetworkForm } from './network.tsx';

export function Play({ room }: { room: Room }): VNode {
  const { sitting } = room;
  const { entries, now } = sitting;
  const box = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const list = box.current;
    if (list !== null) list.scrollTop = list.scrollHeight;
  }, [entries.length, now]);
  // a press goes on now, wherever it was begun from
  useLayoutEffect(() => {
    if (sitting.start !== null) document.querySelector<HTMLElement>('.play .box')?.focus({ preventScroll: true });
  }, [sitting.start]);
  return (
    <section class="play" aria-label="The script, played">
      <ol class="transcript" ref={box} aria-label="What was said; choose a line to go back to it">
        {entries.slice(0, -1).map((entry, index) => (
          <Past key={index} room={room} entry={entry} back={() => sitting.rewind(index)} />
        ))}
      </ol>
      {now === null ? null : <Directions list={now.directions} />}
      {sitting.notice === '' ? null : (
        <p class="notice" role="status">
          {sitting.notice}
        </p>
      )}
      {sitting.trouble === '' ? null : (
        <p class="trouble" role="alert">
          The script stopped: {sitting.trouble}
        </p>
      )}
      {now === null ? <Empty room={room} /> : <Now room={room} entry={now} />}
    </section>
  );
}

function Empty({ room }: { room: Room }): VNode {
  const isEmpty = room.graph.names.length === 0;
  return (
    <div class="box" data-dialogue>
      <p>{isEmpty ? 'No script has compiled yet.' : 'Pick a node, and it is played here.'}</p>
    </div>
  );
}

function Past({ room, entry, back }: { room: Room; entry: Entry; back: () => void }): VNode | null {
  const { view, directions, picked } = entry;
  const chosen = view.kind === 'options' && picked !== null ? view.options[picked] : null;
  const shown: ShownLine | null = view.kind === 'line' ? view : chosen;
  return (
    <li>
      <Directions list={directions} />
      <div class={view.kind === 'options' ? 'past chosen' : 'past'}>
        <button type="button" class="back" title="Back to here" onClick={back} data-past={shown?.line}>
          {shown === null ? <em>{view.kind === 'command' ? view.text : '…'}</em> : null}
          {shown !== null && view.kind === 'options' ? <span class="arrow">→ </span> : null}
          {shown === null ? null : <Words spoken={room.spoken(shown)} />}
        </button>
        {shown === null ? null : <Source room={room} line={shown.line} />}
      </div>
    </li>
  );
}

function Directions({ list }: { list: readonly string[] }): VNode | null {
  if (list.length === 0) return null;
  return (
    <ul class="directions" aria-label="Commands obeyed">
      {list.map((text, k) => (
        <li key={k}>
          <code>{text}</code>
        </li>
      ))}
    </ul>
  );
}

function Now({ room, entry: { view, snapshot } }: { room: Room; entry: Entry }): VNode {
  const { sitting } = room;
  switch (view.kind) {
    case 'line': {
      const said = room.spoken(view);
      return (
        <Box node={snapshot.node} line={view.line}>
          <Line room={room} said={said} line={view.line} />
          <div class="ways">
            <button type="button" class="first" onClick={() => sitting.goOn()}>
              Go on <kbd>Enter</kbd>
            </button>
          </div>
        </Box>
      );
    }
    case 'options':
      return (
        <Box node={snapshot.node} line={view.options[0]?.line ?? ''}>
          <p class="unseen" data-dialogue-text>
            A choice
          </p>
          <ol class="options">
            {view.options.map((option, k) => (
              <li key={option.line}>
                <button
                  type="button"
                  data-option={k}
                  data-line={option.line}
                  disabled={!option.open}
                  onClick={() => sitting.goOn(k)}
                >
                  <kbd>{k + 1}</kbd>
                  <span>
                    <Words spoken={room.spoken(option)} />
                  </span>
                  {option.open ? null : <span class="closed">closed</span>}
                </button>
                <Source room={room} line={option.line} />
              </li>
            ))}
          </ol>
          {view.options.some(({ open }) => open) ? null : (
            <div class="ways">
              <button type="button" class="first" onClick={() => sitting.goOn()}>
                None is open: go on <kbd>Enter</kbd>
              </button>
            </div>
          )}
        </Box>
      );
    case 'command':
      return (
        <Box node={snapshot.node} line="">
          <NetworkForm room={room} level={sitting.network ?? ''} text={view.text} />
        </Box>
      );
    case 'end':
      return (
        <Box node={snapshot.node} line="">
          <p data-dialogue-text>The conversation is over.</p>
          <div class="ways">
            <button type="button" class="first" onClick={() => sitting.again()}>
              Restart <kbd>R</kbd>
            </button>
          </div>
        </Box>
      );
  }
}

function Box({ node, line, children }: { node: string; line: string; children: ComponentChildren }): VNode {
  return (
    <div class="box" tabIndex={-1} data-dialogue data-line={line} data-node={node}>
      <p class="whereabouts">{node}</p>
      {children}
    </div>
  );
}

function Line({ room, said, line }: { room: Room; said: Spoken; line: string }): VNode {
  const tags = room.dialogue.tags[line] ?? [];
  return (
    <div class="line" aria-live="polite">
      {said.who === null ? null : <p class="who">{said.who}</p>}
      <p class="words" data-dialogue-text data-line={line}>
        <Runs runs={said.runs} />
      </p>
      {said.errors.map((error) => (
        <p key={error} class="trouble">
          Markup: {error}
        </p>
      ))}
      <p class="under">
        <Source room={room} line={line} isLong />
        {tags.map((tag) => (
          <span key={tag} class="tag">
            #{tag}
          </span>
        ))}
        {!said.isTranslated ? <span class="tag missing">not translated</span> : null}
      </p>
    </div>
  );
}

function Words({ spoken: { who, runs } }: { spoken: Spoken }): VNode {
  return (
    <>
      {who === null ? null : <strong class="who">{who} </strong>}
      <Runs runs={runs} />
    </>
  );
}

function Runs({ runs }: { runs: readonly Run[] }): VNode {
  return (
    <>
      {runs.map(({ text, marks }, k) => {
        if (marks.length === 0) return <span key={k}>{text}</span>;
        const name = marks.join(', ');
        // what has no text of its own is shown as a chip, or it could not be seen
        return text === '' ? (
          <span key={k} class="chip">
            {name}
          </span>
        ) : (
          <span key={k} class={`marked ${marks.map((mark) => `m-${mark.split(/[ =]/)[0]}`).join(' ')}`} title={name}>
            {text}
          </span>
        );
      })}
    </>
  );
}

function Source({ room, line, isLong = false }: { room: Room; line: string; isLong?: boolean }): VNode | null {
  const place = room.linePlace(line);
  if (place === null) return null;
  const where = `${place.file.split('/').slice(-2).join('/')}:${place.line}`;
  return (
    <button
      type="button"
      class="source"
      aria-label={`${where} in the editor`}
      title={`${place.file}:${place.line}`}
      onClick={() => room.open(place)}
    >
      {isLong ? `${where} ↗` : '↗'}
    </button>
  );
}
