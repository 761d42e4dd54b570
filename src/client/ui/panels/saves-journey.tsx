// Saves out of the page, and in again: as a file or a text, looked into before anything is taken.

import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { NAMED_SLOTS, type SlotId, type SlotRow, type Trouble, type Written } from '../../kept.ts';
import type { SavesWords } from '../../words/saves.ts';
import { placeOf, titleOf, whenWords } from './saves-naming.ts';

/** What is in a file or a text, as whoever reads it says: see save/bundle.ts. */
type Found =
  | { readonly state: 'refused'; readonly why: 'notABundle' | 'damaged' | 'newer' | 'tooLong' }
  | {
      readonly state: 'readable';
      readonly rows: readonly SlotRow[];
      readonly intoByDefault: readonly SlotId[];
      readonly hasSettings: boolean;
      readonly hasProfile: boolean;
    };

interface Taken {
  readonly saves: readonly { readonly nth: number; readonly into: SlotId }[];
  readonly settings: boolean;
  readonly profile: boolean;
}

export interface JourneyProps {
  /** As the slots list them. */
  readonly rows: readonly SlotRow[];
  readonly trouble: Trouble | null;
  /** For “today”. */
  readonly now: number;
  readonly locale: string;
  /** Offered to be stored as a file; `all`, or one slot. */
  readonly onExportFile: (id: SlotId | 'all') => void;
  readonly onExportText: () => Promise<string>;
  readonly onPreview: (text: string) => Promise<Found>;
  readonly onImport: (taken: Taken) => Promise<Written>;
}

interface OutAndInProps {
  readonly props: JourneyProps;
  readonly words: SavesWords;
  readonly tell: (how: Written, otherwise: string) => void;
}

export function OutAndIn({ props, words, tell }: OutAndInProps): VNode {
  const [text, setText] = useState<string | null>(null);
  const [isPasting, setPasting] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  const [copied, setCopied] = useState(false);
  const pasted = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const isReadOnly = props.trouble === 'readOnly';
  const look = (given: string): void => void props.onPreview(given).then(setFound);
  return (
    <section class="saves-journey">
      <h3>{words.outAndIn}</h3>
      <div class="choices">
        <button type="button" data-export-all onClick={() => props.onExportFile('all')}>
          {words.exportAll}
        </button>
        <button
          type="button"
          data-export-text
          aria-expanded={text !== null}
          onClick={() => {
            setCopied(false);
            if (text === null) void props.onExportText().then(setText);
            else setText(null);
          }}
        >
          {words.asText}
        </button>
        {isReadOnly ? null : (
          <>
            <button type="button" onClick={() => file.current?.click()}>
              {words.fromFile}
            </button>
            <input
              ref={file}
              class="unseen"
              type="file"
              tabIndex={-1}
              accept=".syntony,.json,.txt,text/plain,application/json"
              aria-label={words.fromFile}
              onChange={(event) => {
                const chosen = event.currentTarget.files?.[0];
                event.currentTarget.value = '';
                if (chosen !== undefined) void chosen.text().then(look);
              }}
            />
            <button type="button" data-paste aria-expanded={isPasting} onClick={() => setPasting(!isPasting)}>
              {words.fromText}
            </button>
          </>
        )}
      </div>
      {text === null ? null : (
        <div class="saves-text">
          <label for="saves-text-out">{words.textLabel}</label>
          <textarea
            id="saves-text-out"
            readOnly
            rows={4}
            value={text}
            onFocus={(event) => event.currentTarget.select()}
          />
          <button
            type="button"
            onClick={() =>
              void navigator.clipboard
                ?.writeText(text)
                .then(() => setCopied(true))
                .catch(() => undefined)
            }
          >
            {words.copy}
          </button>
          <span role="status">{copied ? words.copied : ''}</span>
        </div>
      )}
      {isPasting ? (
        <div class="saves-text">
          <label for="saves-text-in">{words.pasteLabel}</label>
          <textarea ref={pasted} id="saves-text-in" rows={4} spellcheck={false} />
          <button type="button" data-look onClick={() => look(pasted.current?.value ?? '')}>
            {words.look}
          </button>
        </div>
      ) : null}
      {found?.state === 'refused' ? (
        <p class="notice" role="alert">
          {words.refused[found.why]}
        </p>
      ) : null}
      {found?.state === 'readable' ? (
        <Preview
          key={String(found.rows.map((row) => row.when))}
          found={found}
          props={props}
          words={words}
          onDone={(how, count) => {
            setFound(null);
            setPasting(false);
            tell(how, words.imported(count));
          }}
          onLeave={() => setFound(null)}
        />
      ) : null}
    </section>
  );
}

interface PreviewProps {
  readonly found: Extract<Found, { state: 'readable' }>;
  readonly props: JourneyProps;
  readonly words: SavesWords;
  readonly onDone: (how: Written, count: number) => void;
  readonly onLeave: () => void;
}

/** Which of them, and whereto. Those of this page that would be replaced are named before. */
function Preview({ found, props, words, onDone, onLeave }: PreviewProps): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const [into, setInto] = useState<readonly (SlotId | null)[]>(found.intoByDefault);
  const [settings, setSettings] = useState(false);
  const [profile, setProfile] = useState(found.hasProfile);
  useEffect(() => heading.current?.focus(), []);
  const saves = into.flatMap((id, nth) => (id === null ? [] : [{ nth, into: id }]));
  const choose = (nth: number, id: SlotId | null): void =>
    setInto(into.map((one, i) => (i === nth ? id : one === id && id !== null ? null : one)));
  return (
    <div class="saves-preview">
      <h4 ref={heading} tabIndex={-1}>
        {words.previewTitle}
      </h4>
      {found.rows.length === 0 ? <p>{words.nothingInIt}</p> : null}
      <ul>
        {found.rows.map((row, nth) => {
          const to = into[nth];
          const places = [...new Set([found.intoByDefault[nth], ...NAMED_SLOTS])];
          const isTaken = to !== null && props.rows.some((one) => one.id === to);
          return (
            <li key={`${row.id} ${row.when}`}>
              <span>
                <strong>{titleOf(row.id, row.name, words)}</strong>{' '}
                {row.state === 'whole'
                  ? `${placeOf(row, words)} · ${whenWords(row.when, props.now, props.locale, words)}`
                  : row.why === null
                    ? words.newer
                    : words.broken[row.why]}
              </span>
              <label>
                {words.goesTo}{' '}
                <select
                  value={to ?? ''}
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    choose(nth, value === '' ? null : (value as SlotId));
                  }}
                >
                  <option value="">{words.notTaken}</option>
                  {places.map((id) => (
                    <option key={id} value={id}>
                      {titleOf(id, '', words)}
                    </option>
                  ))}
                </select>
              </label>
              {isTaken ? <em>{words.replaces}</em> : null}
            </li>
          );
        })}
      </ul>
      {found.hasSettings ? (
        <label class="own-hue">
          <input type="checkbox" checked={settings} onChange={(event) => setSettings(event.currentTarget.checked)} />
          {words.withSettings}
        </label>
      ) : null}
      {found.hasProfile ? (
        <label class="own-hue">
          <input type="checkbox" checked={profile} onChange={(event) => setProfile(event.currentTarget.checked)} />
          {words.withProfile}
        </label>
      ) : null}
      <div class="choices">
        <button
          type="button"
          class="first"
          data-take
          onClick={() => void props.onImport({ saves, settings, profile }).then((how) => onDone(how, saves.length))}
        >
          {words.take}
        </button>
        <button type="button" onClick={onLeave}>
          {words.leaveIt}
        </button>
      </div>
    </div>
  );
}
