// Which keys or buttons do what: one is asked for, heard before anybody else hears of it, and taken from whatever had it.

import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { BINDABLE, bind, conflictsOf, keyOf, type Bindable, type Bindings } from '../../bound.ts';
import type { SettingId, SettingValue } from '../../settings.ts';
import type { SettingsWords } from '../../words/settings.ts';

interface BoundProps {
  readonly id: SettingId;
  readonly device: 'keys' | 'pad';
  readonly bindings: Bindings;
  readonly words: SettingsWords;
  readonly onChange: (id: SettingId, value: SettingValue, goesOn: boolean) => void;
  /** While a key or a button is waited for, the game must hear none. */
  readonly onCapture?: (on: boolean) => void;
}

export function BoundControl({ id, device, bindings, words, onChange, onCapture }: BoundProps): VNode {
  const [asking, setAsking] = useState<Bindable | null>(null);
  const [said, setSaid] = useState('');
  const conflicts = conflictsOf(bindings);
  const nameOf = (key: string): string => words.keys[key] ?? (key.length === 1 ? key.toUpperCase() : key);

  const take = (act: Bindable, key: string): void => {
    setAsking(null);
    const done = bind(bindings, act, key);
    if (done.kind !== 'bound') {
      const of = done.kind === 'wouldLeaveNone' && done.of !== null ? ` ${words.acts[done.of]}.` : '';
      return setSaid(words.bindRefusals[done.kind] + of);
    }
    const taken = done.takenFrom === null ? '' : ` ${words.takenFrom(words.acts[done.takenFrom])}`;
    setSaid(words.bound(words.acts[act], nameOf(keyOf(key))) + taken);
    onChange(id, done.bindings, false);
  };
  useCapture(asking !== null, device, onCapture, (key) => {
    if (asking === null) return;
    if (key === null) setAsking(null);
    else take(asking, key);
  });

  return (
    <div class="bound-acts">
      <p class="said" role="status">
        {asking === null ? said : (device === 'keys' ? words.press : words.pressPad)(words.acts[asking])}
      </p>
      {conflicts.map(({ key, acts }) => (
        <p key={key} class="notice">
          {words.conflict(nameOf(key), acts.map((act) => words.acts[act]).join(', '))}
        </p>
      ))}
      <ul>
        {BINDABLE.map((act) => (
          <li key={act}>
            <span>{words.acts[act]}</span>
            <button
              type="button"
              data-bind={act}
              class={asking === act ? 'first' : ''}
              aria-pressed={asking === act}
              onClick={() => setAsking(asking === act ? null : act)}
            >
              <span class="unseen">{words.change(words.acts[act])}: </span>
              {asking === act ? (
                words.cancel
              ) : bindings[act].length === 0 ? (
                <em>{words.unbound}</em>
              ) : (
                bindings[act].map((key) => <kbd key={key}>{nameOf(key)}</kbd>)
              )}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The next key or button, before anybody else hears of it; null when it is left as it is. */
function useCapture(
  isOn: boolean,
  device: 'keys' | 'pad',
  onCapture: ((on: boolean) => void) | undefined,
  onKey: (key: string | null) => void,
): void {
  const hear = useRef(onKey);
  hear.current = onKey;
  // before anything is painted: who is quick presses at once
  useLayoutEffect(() => {
    if (!isOn) return;
    onCapture?.(true);
    const stopKeys = captureKeys(device, (key) => hear.current(key));
    const stopPad = device === 'pad' ? capturePad((button) => hear.current(button)) : null;
    return () => {
      stopKeys();
      stopPad?.();
      onCapture?.(false);
    };
  }, [isOn, device]);
}

function captureKeys(device: 'keys' | 'pad', heard: (key: string | null) => void): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    // Tab and the page's own keys stay what they are: nobody is held here
    if (event.key === 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.repeat || (event.key === 'Shift' && device === 'keys')) return;
    heard(device === 'pad' || event.key === 'Escape' ? null : event.key);
  };
  // a held Shift is part of the next key, or, let go alone, the key itself
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.key === 'Shift' && device === 'keys') heard('Shift');
  };
  window.addEventListener('keydown', onKeyDown, true);
  window.addEventListener('keyup', onKeyUp, true);
  return () => {
    window.removeEventListener('keydown', onKeyDown, true);
    window.removeEventListener('keyup', onKeyUp, true);
  };
}

const AXIS_OVER = 0.7;

/** What was down when it was asked is not meant. */
function capturePad(heard: (button: string) => void): () => void {
  let before: readonly string[] | null = null;
  let frame = 0;
  const look = (): void => {
    const now = padNow();
    const fresh = before === null ? undefined : now.find((one) => before?.includes(one) === false);
    before = now;
    if (fresh !== undefined) heard(fresh);
    else frame = requestAnimationFrame(look);
  };
  frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}

function padNow(): readonly string[] {
  const pads = typeof navigator.getGamepads === 'function' ? navigator.getGamepads() : [];
  const pad = pads.find((one) => one !== null);
  if (pad === null || pad === undefined) return [];
  const buttons = pad.buttons.flatMap((one, i) => (one.pressed ? [`b${i}`] : []));
  const axes = pad.axes.flatMap((at, i) => (Math.abs(at) < AXIS_OVER ? [] : [`a${i}${at < 0 ? '-' : '+'}`]));
  return [...buttons, ...axes];
}
