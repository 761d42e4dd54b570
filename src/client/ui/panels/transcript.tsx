// What was said, and the way back to a choice: what came after it was then never done.

import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Mark } from '../../../core/replay/marks.ts';
import type { Play } from '../../play.ts';
import { Panel } from '../panel.tsx';

export function Transcript({ play, onReturn }: { play: Play; onReturn: (mark: Mark) => void }): VNode {
  const said = play.tale.log;
  const list = useRef<HTMLOListElement>(null);
  const [asked, setAsked] = useState<number | null>(null);
  useEffect(() => {
    if (list.current !== null) list.current.scrollTop = list.current.scrollHeight;
  }, []);
  return (
    <Panel name="transcript" title="What was said" wide onBack={() => play.command({ do: 'back' })}>
      {said.length === 0 ? <p>Nothing was said yet.</p> : null}
      <ol
        class="log"
        ref={list}
        tabIndex={said.length === 0 ? -1 : 0}
        hidden={said.length === 0}
        aria-label="What was said"
      >
        {said.map((one, i) => {
          const mark = one.isAnswer ? play.markOf(one) : null;
          return (
            <li key={i} class={one.isAnswer ? 'answer' : ''}>
              <p>
                {one.character === null ? null : <strong class="who">{one.character}</strong>} {one.text}
              </p>
              {mark === null ? null : asked === i ? (
                <span class="choices">
                  <button type="button" class="first" onClick={() => onReturn(mark)}>
                    Choose anew here: what came after is undone
                  </button>
                  <button type="button" onClick={() => setAsked(null)}>
                    Leave it
                  </button>
                </span>
              ) : (
                <button type="button" class="back-to" data-return onClick={() => setAsked(i)}>
                  Back to this choice
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
