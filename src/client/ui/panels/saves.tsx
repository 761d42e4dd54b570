// The saves: where one is, eight places of one's own, the beginnings of acts, and what was set aside; out of the page, and in
// again. Nothing here asks the browser to ask: what cannot be taken back easily is asked for twice, and the rest is undone.

import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { NAMED_SLOTS, type NamedSlot, type SlotId, type SlotKind, type SlotRow, type Written } from '../../kept.ts';
import { SAVES_WORDS, type SavesWords } from '../../words/saves.ts';
import { Panel } from '../panel.tsx';
import { OutAndIn, type JourneyProps } from './saves-journey.tsx';
import { bytes, placeOf, titleOf, whenWords } from './saves-naming.ts';
import './saves.css';

export interface SavesScreenProps extends JourneyProps {
  /** Is there a reading to be saved? */
  readonly canSave: boolean;
  readonly canUndo: boolean;
  readonly persistence: 'kept' | 'mayBeCleared' | 'unknown';
  readonly room: { readonly used: number; readonly of: number } | null;
  readonly onSave: (id: NamedSlot) => Promise<Written>;
  readonly onLoad: (id: SlotId) => void;
  readonly onRemove: (id: SlotId) => Promise<Written>;
  readonly onRename: (id: SlotId, name: string) => Promise<Written>;
  readonly onUndo: () => Promise<Written>;
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
