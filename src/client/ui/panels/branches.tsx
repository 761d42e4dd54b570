// The map of branches: every act a row, every scene a stop, every choice a row of dots. What was not seen is masked.

import type { VNode } from 'preact';
import { CAST } from '../../../core/run/cast.ts';
import type { ActMap, Part } from '../../branches.ts';
import type { Play } from '../../play.ts';
import { CITY_WORDS } from '../../words/shell.ts';
import { Panel } from '../panel.tsx';
import { roman } from '../where.ts';

export function Branches({ play, acts }: { play: Play; acts: readonly ActMap[] }): VNode {
  const cities = [...new Set(acts.map((one) => one.city))];
  return (
    <Panel name="branches" title="Branches" wide onBack={() => play.command({ do: 'back' })}>
      <p>
        {acts.some((act) => act.parts.some((one) => one.seen))
          ? 'A full dot is an answer you have given, in this reading or another. A hollow one is there to be given.'
          : 'Nothing has been read yet. Every scene you read is drawn here, with the answers you gave and those you did not.'}
      </p>
      {cities.map((city) => (
        <section key={city}>
          <h3>{CITY_WORDS[city].name}</h3>
          <ol class="act-rows">
            {acts
              .filter((one) => one.city === city)
              .map((act) => (
                <Row key={act.act} act={act} />
              ))}
          </ol>
        </section>
      ))}
    </Panel>
  );
}

function Row({ act }: { act: ActMap }): VNode {
  const isMet = act.parts.some((one) => one.seen);
  return (
    <li class={isMet ? 'act-row' : 'act-row masked'}>
      <h4>
        {roman(act.act)} {isMet ? act.title : '· · ·'}
      </h4>
      <ol class="stops">
        {act.parts.map((part) => (
          <Stop key={part.id} part={part} isMet={isMet} />
        ))}
      </ol>
    </li>
  );
}

const KIND_WORDS = { opens: 'Opening', visit: 'Visit', network: 'Network', after: 'After' } as const;

function Stop({ part, isMet }: { part: Part; isMet: boolean }): VNode {
  const name = CAST.find(({ id }) => id === part.who)?.name;
  const words =
    part.kind === 'visit' ? (part.seen ? (name ?? KIND_WORDS.visit) : '?') : isMet ? KIND_WORDS[part.kind] : '?';
  const given = part.forks.reduce((sum, fork) => sum + fork.answers.filter((one) => one.chosen).length, 0);
  const all = part.forks.reduce((sum, fork) => sum + fork.answers.length, 0);
  return (
    <li class={part.seen ? 'stop seen' : 'stop'} data-kind={part.kind}>
      <span class="name">{words}</span>
      {part.seen && all > 0 ? (
        <>
          <span class="unseen">
            {given} of {all} answers given
          </span>
          <span class="forks" aria-hidden="true">
            {part.forks.map((fork, k) => (
              <span key={k} class="fork">
                {fork.answers.map((one) => (
                  <span key={one.line} class={one.chosen ? 'dot chosen' : 'dot'} />
                ))}
              </span>
            ))}
          </span>
        </>
      ) : null}
      {part.seen ? null : <span class="unseen">not seen yet</span>}
    </li>
  );
}
