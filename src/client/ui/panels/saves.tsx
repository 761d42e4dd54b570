// The saves: where one is, eight places of one's own, the beginnings of acts, and what was set aside; out of the page, and in
// again. Nothing here asks the browser to ask: what cannot be taken back easily is asked for twice, and the rest is undone.

import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  NAMED_SLOTS,
  type NamedSlot,
  type SlotId,
  type SlotKind,
  type SlotRow,
  type Trouble,
  type Written,
} from '../../kept.ts';
import { SAVES_WORDS, type SavesWords } from '../../words/saves.ts';
import { Panel } from '../panel.tsx';
import { whereWords } from '../where.ts';
import './saves.css';

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

export interface SavesScreenProps {
  /** As the slots list them. */
  readonly rows: readonly SlotRow[];
  readonly trouble: Trouble | null;
  /** Is there a reading to be saved? */
  readonly canSave: boolean;
  readonly canUndo: boolean;
  /** For “today”. */
  readonly now: number;
  readonly locale: string;
  readonly persistence: 'kept' | 'mayBeCleared' | 'unknown';
  readonly room: { readonly used: number; readonly of: number } | null;
  readonly onSave: (id: NamedSlot) => Promise<Written>;
  readonly onLoad: (id: SlotId) => void;
  readonly onRemove: (id: SlotId) => Promise<Written>;
  readonly onRename: (id: SlotId, name: string) => Promise<Written>;
  readonly onUndo: () => Promise<Written>;
  /** Offered to be stored as a file; `all`, or one slot. */
  readonly onExportFile: (id: SlotId | 'all') => void;
  readonly onExportText: () => Promise<string>;
  readonly onPreview: (text: string) => Promise<Found>;
  readonly onImport: (taken: Taken) => Promise<Written>;
  readonly onTakeOver: () => void;
  readonly onBack: () => void;
  readonly words?: SavesWords;
}

type Asked = { readonly what: 'over' | 'load'; readonly id: SlotId } | null;

export function SavesScreen(props: SavesScreenProps): VNode {
  const words = props.words ?? SAVES_WORDS;
  const [said, setSaid] = useState('');
  const [asked, setAsked] = useState<Asked>(null);
  const [naming, setNaming] = useState<SlotId | null>(null);
  const isReadOnly = props.trouble === 'readOnly';
  const tell = (how: Written, otherwise: string): void => setSaid(how === 'saved' ? otherwise : words.written[how]);

  const acts: CardActs = {
    asked,
    naming,
    isReadOnly,
    ask: setAsked,
    name: setNaming,
    load(row) {
      setAsked(null);
      props.onLoad(row.id);
    },
    save(id) {
      setAsked(null);
      void props.onSave(id).then((how) => tell(how, words.saved(titleOf(id, '', words))));
    },
    remove(row) {
      void props.onRemove(row.id).then((how) => tell(how, words.removed(titleOf(row.id, row.name, words))));
    },
    rename(row, name) {
      setNaming(null);
      if (name.trim() !== row.name) void props.onRename(row.id, name).then((how) => tell(how, words.renamed));
    },
    export: (row) => props.onExportFile(row.id),
  };
  const of = (...kinds: readonly SlotKind[]): readonly SlotRow[] =>
    props.rows.filter((row) => kinds.includes(row.kind));
  const named = NAMED_SLOTS.map((id) => props.rows.find((row) => row.id === id) ?? id);
  const card = (row: SlotRow): VNode => <Card key={row.id} row={row} props={props} acts={acts} words={words} />;

  return (
    <Panel name="saves" title={words.title} wide onBack={props.onBack}>
      {props.trouble === null ? (
        <p>{words.about}</p>
      ) : (
        <div class="notice saves-trouble" role="alert">
          <p>{words.troubles[props.trouble]}</p>
          <div class="choices">
            {isReadOnly ? (
              <button type="button" class="first" onClick={props.onTakeOver}>
                {words.takeOver}
              </button>
            ) : (
              <button type="button" class="first" onClick={() => props.onExportFile('all')}>
                {words.exportAll}
              </button>
            )}
          </div>
        </div>
      )}
      <div class="saves-said">
        <p role="status">{said}</p>
        {props.canUndo ? (
          <button type="button" data-undo onClick={() => void props.onUndo().then((how) => tell(how, words.undone))}>
            {words.undo}
          </button>
        ) : null}
      </div>
      <ul class="saves-now">{of('auto', 'before', 'other').map(card)}</ul>
      <h3>{words.kinds.named}</h3>
      <ul class="saves-cards">
        {named.map((one) =>
          typeof one === 'string' ? <Empty key={one} id={one} props={props} acts={acts} words={words} /> : card(one),
        )}
      </ul>
      <Others title={words.kinds.chapter} rows={of('chapter')} card={card} />
      <Others title={words.kinds.aside} rows={of('aside')} card={card} />
      <OutAndIn props={props} words={words} tell={tell} />
      <p class="saves-disk">
        {words.persistence[props.persistence]}
        {props.room === null ? '' : ` ${words.room(bytes(props.room.used), bytes(props.room.of))}.`}
      </p>
    </Panel>
  );
}

function Others(props: { title: string; rows: readonly SlotRow[]; card: (row: SlotRow) => VNode }): VNode | null {
  if (props.rows.length === 0) return null;
  return (
    <>
      <h3>{props.title}</h3>
      <ul class="saves-cards">{props.rows.map(props.card)}</ul>
    </>
  );
}

// ------------------------------------------------------------------------------------------------------------- cards

interface CardActs {
  readonly asked: Asked;
  readonly naming: SlotId | null;
  readonly isReadOnly: boolean;
  readonly ask: (asked: Asked) => void;
  readonly name: (id: SlotId | null) => void;
  readonly load: (row: SlotRow) => void;
  readonly save: (id: NamedSlot) => void;
  readonly remove: (row: SlotRow) => void;
  readonly rename: (row: SlotRow, name: string) => void;
  readonly export: (row: SlotRow) => void;
}

interface CardProps {
  readonly props: SavesScreenProps;
  readonly acts: CardActs;
  readonly words: SavesWords;
}

function Card({ row, props, acts, words }: CardProps & { row: SlotRow }): VNode {
  const { id, kind } = row;
  const title = titleOf(id, row.name, words);
  const isAsked = acts.asked?.id === id;
  // those of one's own and the beginnings of acts stand below a heading of their kind; what is before them does not
  const Heading = kind === 'auto' || kind === 'before' || kind === 'other' ? 'h3' : 'h4';
  return (
    <li class={`save-card ${kind} ${row.state}`} data-slot={id}>
      {acts.naming === id ? (
        <NameField row={row} words={words} acts={acts} />
      ) : (
        <Heading>
          {title}
          {row.name !== '' && kind === 'named' ? <span class="nth"> {id}</span> : null}
        </Heading>
      )}
      {row.state === 'whole' ? (
        <div>
          <p class="save-where">{placeOf(row, words)}</p>
          <p class="save-when">
            {whenWords(row.when, props.now, props.locale, words)} · {words.played(Math.round(row.played / 60))}
          </p>
        </div>
      ) : (
        <p class="save-why">{row.why === null ? words.newer : `${words.broken[row.why]} ${words.brokenSays}`}</p>
      )}
      {isAsked ? (
        <Sure row={row} acts={acts} words={words} />
      ) : (
        <div class="choices">
          {row.state === 'whole' ? (
            <button
              type="button"
              class={kind === 'auto' ? 'first' : ''}
              data-load
              onClick={() => (props.canSave && kind !== 'auto' ? acts.ask({ what: 'load', id }) : acts.load(row))}
            >
              {words.load}
              <Of title={title} />
            </button>
          ) : null}
          {kind === 'named' && !acts.isReadOnly ? (
            <button
              type="button"
              data-save
              aria-disabled={!props.canSave}
              onClick={() => props.canSave && acts.ask({ what: 'over', id })}
            >
              {words.saveOver}
              <Of title={title} />
            </button>
          ) : null}
          {kind === 'named' && row.state === 'whole' && !acts.isReadOnly ? (
            <button type="button" data-rename onClick={() => acts.name(id)}>
              {words.rename}
              <Of title={title} />
            </button>
          ) : null}
          <button type="button" data-export onClick={() => acts.export(row)}>
            {words.export}
            <Of title={title} />
          </button>
          {kind !== 'auto' && !acts.isReadOnly ? (
            <button type="button" data-remove onClick={() => acts.remove(row)}>
              {words.remove}
              <Of title={title} />
            </button>
          ) : null}
        </div>
      )}
    </li>
  );
}

/** Which of many buttons with one name this is, for whoever hears them. */
function Of({ title }: { title: string }): VNode {
  return <span class="unseen">: {title}</span>;
}

function Sure({ row, acts, words }: { row: SlotRow; acts: CardActs; words: SavesWords }): VNode {
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  const isOver = acts.asked?.what === 'over';
  return (
    <div class="choices" role="group">
      <button
        ref={yes}
        type="button"
        class="first"
        data-sure
        onClick={() => (isOver ? acts.save(row.id as NamedSlot) : acts.load(row))}
      >
        {isOver ? words.sureOver : words.sureLoad}
      </button>
      <button type="button" onClick={() => acts.ask(null)}>
        {words.leaveIt}
      </button>
    </div>
  );
}

function NameField({ row, words, acts }: { row: SlotRow; words: SavesWords; acts: CardActs }): VNode {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <form
      class="save-name"
      onSubmit={(event) => {
        event.preventDefault();
        acts.rename(row, field.current?.value ?? row.name);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // leaves the name, and not the screen
        event.stopPropagation();
        acts.name(null);
      }}
    >
      <input ref={field} aria-label={words.nameOf} maxLength={60} defaultValue={row.name} />
      <button type="submit">{words.keepName}</button>
    </form>
  );
}

function Empty({ id, props, acts, words }: CardProps & { id: NamedSlot }): VNode {
  const title = titleOf(id, '', words);
  return (
    <li class="save-card empty" data-slot={id}>
      <h4>{title}</h4>
      <p>{words.empty}</p>
      {acts.isReadOnly ? null : (
        <div class="choices">
          <button type="button" data-save aria-disabled={!props.canSave} onClick={() => props.canSave && acts.save(id)}>
            {words.save}
            <Of title={title} />
          </button>
        </div>
      )}
    </li>
  );
}

// -------------------------------------------------------------------------------------------------------- out and in

interface OutAndInProps {
  readonly props: SavesScreenProps;
  readonly words: SavesWords;
  readonly tell: (how: Written, otherwise: string) => void;
}

function OutAndIn({ props, words, tell }: OutAndInProps): VNode {
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
  readonly props: SavesScreenProps;
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

// ------------------------------------------------------------------------------------------------------------- words

function titleOf(id: SlotId, name: string, words: SavesWords): string {
  if (name !== '' && !id.startsWith('aside:')) return name;
  if ((NAMED_SLOTS as readonly string[]).includes(id)) return words.slot(id);
  const [kind, city = '', act = ''] = id.split(':');
  if (kind === 'chapter') return whereWords({ city, act: Number(act), place: '', line: '' });
  return words.kinds[kind as SlotKind];
}

function placeOf(row: SlotRow, words: SavesWords): string {
  const where = whereWords(row.where);
  return where === '' ? words.unknownPlace : where;
}

function whenWords(when: number, now: number, locale: string, words: SavesWords): string {
  const day = new Date(when);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(day);
  if (day.toDateString() === new Date(now).toDateString()) return words.today(time);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(day);
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

function bytes(count: number): string {
  const power = count < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(count) / 3));
  const shown = count / 1000 ** power;
  return `${shown < 10 && power > 0 ? shown.toFixed(1) : Math.round(shown)} ${UNITS[power]}`;
}
