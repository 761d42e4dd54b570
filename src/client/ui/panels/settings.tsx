// The settings, made from their table: a tab for each group, and in it a row for each setting. Every row says what it does, can
// be set as it was at first, and is shown at once: letters in a passage beside it, colours as the four rings.

import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Bindings } from '../../bound.ts';
import { cssOf, stateColours } from '../../colours.ts';
import {
  GROUPS,
  huesOf,
  isAssisted,
  SETTINGS,
  type Group,
  type Row,
  type SettingId,
  type Settings,
  type SettingValue,
} from '../../settings.ts';
import { SETTINGS_WORDS, type SettingsWords } from '../../words/settings.ts';
import { Panel } from '../panel.tsx';
import { BoundControl } from './binding.tsx';
import './settings.css';

export interface SettingsScreenProps {
  readonly settings: Settings;
  readonly isAtFirst: (id: SettingId) => boolean;
  readonly canUndo: boolean;
  /** The languages of the story. */
  readonly locales: readonly string[];
  /** Whether the city in sight is a light one: its states have other colours. */
  readonly isLight: boolean;
  readonly onChange: (id: SettingId, value: SettingValue, goesOn: boolean) => void;
  readonly onReset: (what: SettingId | Group) => void;
  readonly onUndo: () => void;
  /** `effects`, `music` and so on: the setting whose loudness is to be heard. */
  readonly onTestSound: (id: SettingId) => void;
  readonly onBack: () => void;
  /** While a key or a button is waited for, the game must hear none. */
  readonly onCapture?: (on: boolean) => void;
  readonly group?: Group;
  readonly words?: SettingsWords;
}

/** Loudness can be heard; the other settings of sound are switches. */
const HEARD: readonly SettingId[] = ['master', 'music', 'score', 'effects', 'interface'];
const STATES = ['free', 'partial', 'fractured', 'inTune'] as const;
const HUES = { free: 'hueFree', partial: 'huePartial', fractured: 'hueFractured', inTune: 'hueInTune' } as const;

export function SettingsScreen(props: SettingsScreenProps): VNode {
  const words = props.words ?? SETTINGS_WORDS;
  const [group, setGroup] = useState<Group>(props.group ?? 'reading');
  const rows = (SETTINGS as readonly Row[]).filter((row) => row.group === group && isShown(row, props.settings));
  return (
    <Panel name="settings" title={words.title} wide onBack={props.onBack}>
      <Tabs group={group} words={words} onChoose={setGroup} />
      <div class="setting-page" role="tabpanel" id="setting-page" aria-labelledby={`tab-${group}`}>
        <p class="about">{words.groups[group].about}</p>
        {group === 'reading' ? <Passage settings={props.settings} words={words} /> : null}
        {group === 'picture' ? <Rings {...props} words={words} /> : null}
        {group === 'help' && isAssisted(props.settings) ? <p class="notice">{words.assisted}</p> : null}
        <div class="setting-rows">
          {rows.map((row) => (
            <SettingRow key={row.id} row={row} props={props} words={words} />
          ))}
        </div>
      </div>
      <div class="choices setting-foot">
        <button type="button" aria-disabled={!props.canUndo} onClick={() => props.canUndo && props.onUndo()}>
          {words.undo}
        </button>
        <button type="button" onClick={() => props.onReset(group)}>
          {words.resetGroup}
        </button>
      </div>
    </Panel>
  );
}

/** Hues of one's own are asked for only where they are used. */
function isShown(row: Row, settings: Settings): boolean {
  return row.kind !== 'hue' || settings.palette === 'own';
}

function Tabs(props: { group: Group; words: SettingsWords; onChoose: (group: Group) => void }): VNode {
  const { group, words, onChoose } = props;
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = tabTo(event.key, GROUPS.indexOf(group));
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    const next = GROUPS[(to + GROUPS.length) % GROUPS.length];
    onChoose(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="setting-tabs" role="tablist" aria-label={words.title} onKeyDown={onKeyDown}>
      {GROUPS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`tab-${one}`}
          aria-selected={one === group}
          aria-controls="setting-page"
          tabIndex={one === group ? 0 : -1}
          onClick={() => onChoose(one)}
        >
          {words.groups[one].name}
        </button>
      ))}
    </div>
  );
}

function tabTo(key: string, from: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return from + 1;
    case 'ArrowLeft':
    case 'ArrowUp':
      return from - 1;
    case 'Home':
      return 0;
    case 'End':
      return GROUPS.length - 1;
    default:
      return null;
  }
}

interface RowProps {
  readonly row: Row;
  readonly props: SettingsScreenProps;
  readonly words: SettingsWords;
}

function SettingRow({ row, props, words }: RowProps): VNode {
  const id = row.id as SettingId;
  const { name, does } = words.rows[id];
  const isGroup = (row.kind === 'choice' && row.options.length > 1) || row.kind === 'bound' || row.kind === 'hue';
  const heading = (
    <>
      <span class="setting-name" id={`name-${id}`}>
        {name}
      </span>
      <span class="setting-does" id={`does-${id}`}>
        {does}
      </span>
    </>
  );
  return (
    <div
      class={`setting ${row.kind}`}
      data-setting={id}
      {...(isGroup ? { role: 'group', 'aria-labelledby': `name-${id}`, 'aria-describedby': `does-${id}` } : {})}
    >
      {isGroup ? (
        <div class="setting-head">{heading}</div>
      ) : (
        <label class="setting-head" for={`set-${id}`}>
          {heading}
        </label>
      )}
      <div class="setting-control">
        <Control row={row} props={props} words={words} />
      </div>
      <div class="setting-side">
        {HEARD.includes(id) ? (
          <button type="button" class="small" onClick={() => props.onTestSound(id)}>
            {words.testSound}
            <span class="unseen">: {name}</span>
          </button>
        ) : null}
        {props.isAtFirst(id) ? null : (
          <button type="button" class="small" aria-label={words.resetOf(name)} onClick={() => props.onReset(id)}>
            {words.reset}
          </button>
        )}
      </div>
    </div>
  );
}

function Control({ row, props, words }: RowProps): VNode {
  const id = row.id as SettingId;
  const value = props.settings[id];
  switch (row.kind) {
    case 'range':
      return <Slider id={id} row={row} value={value as number} onChange={props.onChange} />;
    case 'toggle':
      return (
        <span class="switch">
          <input
            type="checkbox"
            role="switch"
            id={`set-${id}`}
            aria-labelledby={`name-${id}`}
            aria-describedby={`does-${id}`}
            checked={value === true}
            onChange={(event) => props.onChange(id, event.currentTarget.checked, false)}
          />
          <span aria-hidden="true">{value === true ? words.on : words.off}</span>
        </span>
      );
    case 'choice':
      if (row.options.length === 1) return <output id={`set-${id}`}>{words.nothingShared}</output>;
      return (
        <div class="options">
          {row.options.map((one) => (
            <label key={one} class={one === value ? 'chosen' : ''}>
              <input
                type="radio"
                name={`set-${id}`}
                value={one}
                checked={one === value}
                onChange={() => props.onChange(id, one, false)}
              />
              {words.rows[id].options?.[one] ?? one}
            </label>
          ))}
        </div>
      );
    case 'language':
      return (
        <select
          id={`set-${id}`}
          aria-labelledby={`name-${id}`}
          aria-describedby={`does-${id}`}
          value={value as string}
          onChange={(event) => props.onChange(id, event.currentTarget.value, false)}
        >
          <option value="">{words.asTheBrowser}</option>
          {props.locales.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {ownName(locale)}
            </option>
          ))}
        </select>
      );
    case 'hue':
      return <HueControl id={id} hue={value as number | null} words={words} onChange={props.onChange} />;
    case 'bound':
      return (
        <BoundControl
          id={id}
          device={row.device}
          bindings={value as Bindings}
          words={words}
          onChange={props.onChange}
          {...(props.onCapture === undefined ? {} : { onCapture: props.onCapture })}
        />
      );
  }
}

/** Each language by the name that its readers know. */
function ownName(locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}

interface SliderProps {
  readonly id: SettingId;
  readonly row: Extract<Row, { kind: 'range' }>;
  readonly value: number;
  readonly onChange: SettingsScreenProps['onChange'];
}

/** A slider that changes its own size under the hand would run away from it: those act when it is let go. */
const WHEN_LET_GO: readonly SettingId[] = ['textSize', 'lineSpacing', 'letterSpacing'];

function Slider({ id, row, value, onChange }: SliderProps): VNode {
  const [held, setHeld] = useState<number | null>(null);
  const isDrawn = useRef(false);
  const waits = WHEN_LET_GO.includes(id);
  const shown = held ?? value;
  const onInput = (next: number): void => {
    if (waits) return setHeld(next);
    onChange(id, next, isDrawn.current);
    isDrawn.current = true;
  };
  const onLetGo = (next: number): void => {
    isDrawn.current = false;
    setHeld(null);
    if (waits) onChange(id, next, false);
  };
  return (
    <span class="slider">
      <input
        type="range"
        id={`set-${id}`}
        aria-labelledby={`name-${id}`}
        aria-describedby={`does-${id}`}
        min={row.least}
        max={row.most}
        step={row.by}
        value={shown}
        aria-valuetext={amount(row, shown)}
        style={{ '--at': `${(100 * (shown - row.least)) / (row.most - row.least)}%` }}
        onInput={(event) => onInput(event.currentTarget.valueAsNumber)}
        onChange={(event) => onLetGo(event.currentTarget.valueAsNumber)}
      />
      <output for={`set-${id}`}>{amount(row, shown)}</output>
    </span>
  );
}

function amount({ unit, by }: SliderProps['row'], value: number): string {
  switch (unit) {
    case 'percent':
      return `${value} %`;
    case 'em':
      return `${Math.round(value * 100)} %`;
    case 'lines':
    case 'plain':
      return value.toFixed(by < 1 ? 1 : 0);
  }
}

function HueControl(props: {
  id: SettingId;
  hue: number | null;
  words: SettingsWords;
  onChange: SettingsScreenProps['onChange'];
}): VNode {
  const { id, hue, words, onChange } = props;
  const isDrawn = useRef(false);
  return (
    <span class="slider">
      <label class="own-hue">
        <input
          type="checkbox"
          checked={hue === null}
          onChange={(event) => onChange(id, event.currentTarget.checked ? null : 200, false)}
        />
        {words.asInTheCity}
      </label>
      {hue === null ? null : (
        <input
          type="range"
          class="rainbow"
          aria-label={`${words.rows[id].name}: ${words.hue}`}
          min={0}
          max={359}
          step={1}
          value={hue}
          onInput={(event) => {
            onChange(id, event.currentTarget.valueAsNumber, isDrawn.current);
            isDrawn.current = true;
          }}
          onChange={() => (isDrawn.current = false)}
        />
      )}
    </span>
  );
}

// ---------------------------------------------------------------------------------------------------- how it looks

function Passage({ settings, words }: { settings: Settings; words: SettingsWords }): VNode {
  return (
    <figure class="setting-passage" style={{ lineHeight: settings.lineSpacing }}>
      <figcaption>{words.preview}</figcaption>
      {words.previewLines.map(([who, says]) => (
        <p key={says}>
          <strong>{who}</strong> {says}
        </p>
      ))}
    </figure>
  );
}

/** As the picture draws them: solid, long dash, short dash, thick. */
const DASHES = { free: '', partial: '16 7', fractured: '5 5', inTune: '' } as const;
const TOKENS = {
  free: 'var(--state-free)',
  partial: 'var(--state-partial)',
  fractured: 'var(--state-fractured)',
  inTune: 'var(--state-in-tune)',
} as const;

function Rings(props: SettingsScreenProps & { words: SettingsWords }): VNode {
  const { settings, isLight, words } = props;
  const colours = stateColours(settings.palette, huesOf(settings), isLight);
  const of = { ...colours, fractured: colours.fracture };
  return (
    <ul class="setting-rings">
      {STATES.map((state) => {
        const own = of[state];
        const colour = own === undefined ? TOKENS[state] : cssOf(own);
        const isLit = state === 'inTune';
        return (
          <li key={state}>
            <svg viewBox="0 0 64 64" width="56" height="56" aria-hidden="true">
              {isLit && isLight ? <circle cx="32" cy="32" r="22" class="rim" /> : null}
              <circle
                cx="32"
                cy="32"
                r="22"
                fill="none"
                stroke={colour}
                stroke-width={isLit ? 8 : 5}
                stroke-dasharray={DASHES[state]}
              />
              {state === 'fractured' ? (
                <path d="M32 32 l4 -8 l-5 -3 l5 -9" fill="none" stroke={colour} stroke-width="4" />
              ) : (
                <path d="M32 32 V14" stroke={colour} stroke-width={isLit ? 6 : 4} />
              )}
            </svg>
            {words.rows[HUES[state]].name}
          </li>
        );
      })}
    </ul>
  );
}
