// A network is not played here: the writer says how it ended, and the script goes on from that.

import type { VNode } from 'preact';
import { TICKS_PER_SECOND } from '../../core/math/turn.ts';
import type { Result } from '../../core/run/game.ts';
import type { Room } from '../room.ts';

const OUTCOMES = [
  ['won', 'won'],
  ['outOfTime', 'out of time'],
  ['selvesLost', 'selves lost'],
  ['skipped', 'skipped'],
] as const satisfies readonly (readonly [Result['outcome'], string])[];

interface Field {
  readonly name: 'coherence' | 'authenticity' | 'seconds' | 'attempts' | 'kept' | 'lost';
  readonly label: string;
  readonly most: number;
  readonly usual: number;
}

const FIELDS: readonly Field[] = [
  { name: 'coherence', label: 'Coherence %', most: 100, usual: 85 },
  { name: 'authenticity', label: 'Authenticity %', most: 100, usual: 90 },
  { name: 'seconds', label: 'Seconds', most: 3600, usual: 40 },
  { name: 'attempts', label: 'Tries', most: 99, usual: 1 },
  { name: 'kept', label: 'Bonds kept', most: 999, usual: 8 },
  { name: 'lost', label: 'Bonds lost', most: 999, usual: 0 },
];

export function NetworkForm({ room, level, text }: { room: Room; level: string; text: string }): VNode {
  const tunings = room.sitting.now?.game.tunings ?? [];
  return (
    <form
      class="network"
      aria-label="How the network ended"
      onSubmit={(event) => {
        event.preventDefault();
        room.sitting.answer(resultFrom(new FormData(event.currentTarget)));
      }}
    >
      <p data-dialogue-text>
        <code>{text}</code> How did <strong>{level}</strong> end?
      </p>
      {tunings.length === 0 ? null : (
        <p class="tunings">
          Tuned:{' '}
          {tunings.map((words) => (
            <code key={words.join(' ')}>{words.join(' ')}</code>
          ))}
        </p>
      )}
      <fieldset class="outcomes">
        <legend class="unseen">Outcome</legend>
        {OUTCOMES.map(([one, words]) => (
          <label key={one}>
            <input type="radio" name="outcome" value={one} defaultChecked={one === 'won'} /> {words}
          </label>
        ))}
      </fieldset>
      <div class="fields">
        {FIELDS.map(({ name, label, most, usual }) => (
          <label key={name}>
            {label}
            <input type="number" name={name} min="0" max={most} defaultValue={usual} required />
          </label>
        ))}
        <label class="wide">
          Pairs cut apart
          <input name="cut" placeholder="Ana–Ben, Ana–Caro" />
        </label>
        <label class="wide">
          Tools used
          <input name="used" placeholder="mend 3, tune 2" />
        </label>
      </div>
      <div class="ways">
        <button type="submit" class="first">
          Go on
        </button>
      </div>
    </form>
  );
}

function resultFrom(form: FormData): Result {
  const text = (name: string): string => textIn(form, name);
  const number = (name: Field['name']): number => Math.max(0, Math.floor(Number(text(name)) || 0));
  const [outcome] = OUTCOMES.find(([one]) => one === text('outcome')) ?? OUTCOMES[0];
  const cut = text('cut')
    .split(',')
    .map((pair) => pair.split(/[–—-]/).map((name) => name.trim()))
    .filter((pair): pair is [string, string] => pair.length === 2 && pair.every((name) => name !== ''));
  const used = text('used')
    .split(',')
    .map((one) => one.trim().split(/\s+/))
    .filter(([tool]) => tool !== '')
    .map(([tool, times = '1']) => [tool, Number(times) || 1] as const);
  return {
    outcome,
    coherence: number('coherence'),
    authenticity: number('authenticity'),
    ticks: number('seconds') * TICKS_PER_SECOND,
    attempts: number('attempts'),
    kept: number('kept'),
    lost: Math.max(number('lost'), cut.length),
    cut,
    used: Object.fromEntries(used),
  };
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
