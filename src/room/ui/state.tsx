// All that decides how the conversation goes on, and what of it the writer may set.

import type { VNode } from 'preact';
import type { VariableAbout } from '../../core/story/dialogue.ts';
import type { Value } from '../../core/yarn/program.ts';
import type { Room } from '../room.ts';

export function StateView({ room }: { room: Room }): VNode {
  const snapshot = room.sitting.now?.snapshot;
  const game = room.sitting.now?.game;
  return (
    <div class="state">
      <Variables room={room} />
      <List title="Visits" rows={Object.entries(snapshot?.visits ?? {}).map(([name, n]) => [name, String(n)])} />
      <List title="Seen once" rows={(snapshot?.once ?? []).map((id) => [id, ''])} />
      <List title="Views in groups" rows={Object.entries(snapshot?.views ?? {}).map(([id, n]) => [id, String(n)])} />
      <List
        title="Detours, innermost last"
        rows={(snapshot?.stack ?? []).map(([node, next]) => [node, next === null ? 'its end' : `on at ${next}`])}
      />
      {game === undefined ? null : (
        <>
          <List
            title="On stage"
            rows={[
              ...(game.stage === '' ? [] : [['place', game.stage] as const]),
              ...(game.music === '' ? [] : [['music', game.music] as const]),
              ...Object.entries(game.cast).map(([who, { at, face }]) => [who, `${at}, ${face}`] as const),
            ]}
          />
          <List
            title="The world"
            rows={[
              ...Object.entries(game.relations).map(([pair, n]) => [pair, String(n)] as const),
              ...Object.entries(game.flags).map(([flag, is]) => [flag, is ? 'raised' : 'down'] as const),
              ...game.codex.map((id) => [id, 'codex'] as const),
            ]}
          />
          <List
            title="Networks"
            rows={Object.entries(game.results).map(([level, one]) => [
              level,
              `${one.outcome}, coherence ${one.coherence} %, authenticity ${one.authenticity} %`,
            ])}
          />
        </>
      )}
    </div>
  );
}

function List({ title, rows }: { title: string; rows: readonly (readonly [string, string])[] }): VNode | null {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <dl>
        {rows.map(([name, value], k) => (
          <div key={`${name} ${k}`}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Variables({ room }: { room: Room }): VNode {
  const { sitting, dialogue } = room;
  const all = dialogue.about?.variables ?? [];
  // what no writer declared is the compiler's own: a once, a visit
  const own = all.filter(({ name }) => !name.startsWith('$Yarn.Internal'));
  return (
    <section>
      <h2>Variables</h2>
      {own.length === 0 ? <p class="none">The script has none.</p> : null}
      <ul class="variables">
        {own.map((about) => (
          <li key={about.name} class={sitting.given[about.name] === undefined ? '' : 'given'}>
            <label for={`var-${about.name}`} title={about.doc}>
              {about.name}
            </label>
            <Input room={room} about={about} />
            <button
              type="button"
              class="source"
              aria-label={`${about.name} in the editor`}
              title={`${about.place.file}:${about.place.line}`}
              onClick={() => room.open(about.place)}
            >
              ↗
            </button>
            {about.doc === '' ? null : <p class="doc">{about.doc}</p>}
          </li>
        ))}
      </ul>
      {Object.keys(sitting.given).length === 0 ? null : (
        <button type="button" class="forget" onClick={() => sitting.forgetGiven()}>
          Begin without what I set
        </button>
      )}
    </section>
  );
}

function Input({ room, about }: { room: Room; about: VariableAbout }): VNode {
  const { name, type, smart } = about;
  const id = `var-${name}`;
  const value = room.valueOf(about);
  const set = (next: Value): void => room.sitting.setVariable(name, next);
  if (smart) return <output id={id}>{value === null ? '' : shown(room, type, value)}</output>;
  const cases = room.dialogue.about?.enums.find((one) => one.name === type)?.cases;
  if (cases !== undefined) {
    return (
      <select
        id={id}
        value={String(value)}
        onChange={(event) => set(Object.values(cases).find((one) => String(one) === event.currentTarget.value)!)}
      >
        {Object.entries(cases).map(([key, one]) => (
          <option key={key} value={String(one)}>
            {key}
          </option>
        ))}
      </select>
    );
  }
  if (type === 'Bool') {
    return (
      <input id={id} type="checkbox" checked={value === true} onChange={(event) => set(event.currentTarget.checked)} />
    );
  }
  if (type === 'Number') {
    return (
      <input
        id={id}
        type="number"
        step="any"
        value={Number(value)}
        onChange={(event) => {
          const next = event.currentTarget.valueAsNumber;
          if (Number.isFinite(next)) set(Math.fround(next));
        }}
      />
    );
  }
  return <input id={id} type="text" value={String(value ?? '')} onChange={(event) => set(event.currentTarget.value)} />;
}

function shown(room: Room, type: string, value: Value): string {
  const cases = room.dialogue.about?.enums.find((one) => one.name === type)?.cases ?? {};
  return Object.entries(cases).find(([, one]) => one === value)?.[0] ?? String(value);
}
