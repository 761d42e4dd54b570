// The slots: what is in each, and how it comes there and away without anything ever being lost. What cannot be read is set
// aside with its bytes; what is written over, removed, renamed or brought in can be taken back; what cannot be stored stays in
// memory, so that it can still be taken out of the page by hand.

import {
  NAMED_SLOTS,
  type Broken,
  type NamedSlot,
  type SlotId,
  type SlotKind,
  type SlotRow,
  type Trouble,
  type Written,
} from '../kept.ts';
import { readBundle, writeBundle, type Bundle, type Preview, type Travels } from './bundle.ts';
import { readSaved, writeSaved, type Read, type Saved } from './saved.ts';
import { isTime } from './shape.ts';
import { StoreError, type Kept, type Store } from './store.ts';
import { readTail, writeTail, type Tail } from './tail.ts';

const MIRROR_KEY = 'syntony.tail';
/** A sitting of less than this is none that anybody would look for, beside one that was longer. */
const SHORT_S = 60;
/** The autosave before the last is that much older at least: between two lines there is nothing to go back for. */
const BEFORE_MS = 60_000;

export type Loaded =
  | {
      readonly state: 'whole';
      readonly from: SlotId;
      readonly saved: Saved;
      readonly check: string;
      readonly tail: Tail | null;
    }
  | { readonly state: 'empty'; readonly tail: Tail | null }
  | { readonly state: 'broken'; readonly why: Broken; readonly aside: SlotId | null }
  | { readonly state: 'newer' };

export interface SlotsOptions {
  readonly store: Store;
  /** localStorage, or null where it is refused. */
  readonly mirror: Storage | null;
  readonly now: () => number;
}

export interface Import {
  /** Which save of the bundle goes into which slot. */
  readonly saves: readonly { readonly nth: number; readonly into: SlotId }[];
}

/** Of which sitting it is, and how long that was. */
interface Of {
  readonly began: number;
  readonly played: number;
}

interface Undo {
  readonly puts: readonly Kept[];
  readonly gone: readonly string[];
}

export class Slots {
  private readonly store: Store;
  private readonly storage: Storage | null;
  private readonly now: () => number;
  private readonly watchers = new Set<() => void>();
  /** What could not be stored, by id: as good as stored for as long as the page is open. */
  private readonly unsaved = new Map<string, Kept>();
  private wrong: Trouble | null;
  private isReadOnly = false;
  private undoing: Undo | null = null;
  /** The check of the autosave that this page read or wrote last. Another one there is somebody else's, and is kept. */
  private known: string | null = null;
  /** What this page wrote last, so that it need not be read again at every line. */
  private last: (Of & { readonly text: string; readonly rewound: number }) | null = null;
  /** What each text was read as, for the list: most of them are the same as last time. */
  private readonly rows = new Map<string, { readonly kept: Kept; readonly row: SlotRow }>();
  /** Of the autosave before, while it is known. */
  private before: { readonly began: number; readonly when: number } | null = null;
  private queue: Promise<unknown> = Promise.resolve();

  constructor({ store, mirror, now }: SlotsOptions) {
    this.store = store;
    this.storage = mirror;
    this.now = now;
    this.wrong = store.kind === 'memory' ? 'refused' : null;
  }

  get kind(): Store['kind'] {
    return this.store.kind;
  }

  get trouble(): Trouble | null {
    return this.isReadOnly ? 'readOnly' : this.wrong;
  }

  get canUndo(): boolean {
    return this.undoing !== null && !this.isReadOnly;
  }

  /** Of trouble that comes or goes, and of slots that changed. */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Another tab writes: everything can be read, and nothing is changed. */
  readOnly(on: boolean): void {
    if (this.isReadOnly === on) return;
    this.isReadOnly = on;
    this.tell();
  }

  async list(): Promise<readonly SlotRow[]> {
    const kept = await this.allKept();
    const rows = kept.flatMap((one): SlotRow[] => (isSlot(one.id) ? [this.rowOf(one, one.id)] : []));
    return rows.sort((x, y) => orderOf(x) - orderOf(y) || y.when - x.when || (x.id < y.id ? -1 : 1));
  }

  /** The autosave comes with what was played after it, where the page could still write that down. */
  async load(id: SlotId): Promise<Loaded> {
    const kept = await this.kept(id);
    const tail = id === 'auto' ? readTail(this.mirrored()) : null;
    if (kept === undefined) return { state: 'empty', tail: tail?.base === '' ? tail : null };
    const read = readSaved(kept.text);
    if (read.state === 'newer') return read;
    if (read.state === 'whole') {
      if (id === 'auto') this.known = read.check;
      return { state: 'whole', from: id, saved: read.saved, check: read.check, tail: fitting(tail, read) };
    }
    const aside = await this.setAside(kept, read.why);
    if (id !== 'auto') return { state: 'broken', why: read.why, aside };
    for (const next of ['before', 'other'] as const) {
      const instead = await this.kept(next);
      const other = instead === undefined ? null : readSaved(instead.text);
      if (other?.state === 'whole')
        return { state: 'whole', from: next, saved: other.saved, check: other.check, tail: fitting(tail, other) };
    }
    return { state: 'broken', why: read.why, aside };
  }

  /** Answers with the check of what was written, by which a tail goes on from it; null where it was not. */
  auto(saved: Saved): Promise<{ readonly how: Written; readonly check: string | null }> {
    return this.inTurn(async () => {
      const { text, check } = writeSaved(saved);
      const old = await this.kept('auto').catch(() => undefined);
      const puts: Kept[] = [{ id: 'auto', text, when: saved.when, name: '' }];
      const keepsOld = old === undefined ? null : await this.placeForOld(old, saved);
      if (keepsOld !== null) puts.push(keepsOld);
      // one line more is no news: only what comes to stand elsewhere is
      const isRoutine = old !== undefined && keepsOld === null;
      const how = await this.write(puts, [], false, isRoutine);
      if (how !== 'saved') return { how, check: null };
      this.known = check;
      this.last = { text, began: saved.began, played: saved.played, rewound: saved.sitting.rewound };
      if (keepsOld?.id === 'before') this.before = { began: saved.began, when: keepsOld.when };
      return { how, check };
    });
  }

  /** Where the autosave that is there is kept, or null where it may go. */
  private async placeForOld(old: Kept, saved: Saved): Promise<Kept | null> {
    if (this.last?.text !== old.text) {
      const read = readSaved(old.text);
      if (read.state === 'newer') return asideOf(old, 'newer', this.now());
      if (read.state === 'broken') return asideOf(old, read.why, this.now());
      if (read.saved.began !== saved.began || read.check !== this.known) return this.asOther(old, read.saved);
    } else if (this.last.began !== saved.began) return this.asOther(old, this.last);
    else if (this.last.rewound !== saved.sitting.rewound) return { ...old, id: 'before' };
    return (await this.isTimeFor(old, saved)) ? { ...old, id: 'before' } : null;
  }

  /** The sitting that is left stands in its own place, unless a longer one stands there already. */
  private async asOther(old: Kept, of: Of): Promise<Kept | null> {
    const other = of.played >= SHORT_S ? undefined : await this.kept('other').catch(() => undefined);
    const read = other === undefined ? null : readSaved(other.text);
    const isLonger = read?.state === 'whole' && read.saved.played >= SHORT_S && read.saved.began !== of.began;
    return isLonger ? null : { ...old, id: 'other' };
  }

  save(id: NamedSlot, saved: Saved, name?: string): Promise<Written> {
    return this.inTurn(async () => {
      const old = await this.kept(id);
      const puts: Kept[] = [{ id, text: writeSaved(saved).text, when: saved.when, name: name ?? old?.name ?? '' }];
      const read = old === undefined ? null : readSaved(old.text);
      if (old !== undefined && read !== null && read.state !== 'whole')
        puts.push(asideOf(old, read.state === 'broken' ? read.why : 'newer', this.now()));
      return this.write(puts, [], true);
    });
  }

  /** The start of an act, by where the save says it stands. */
  chapter(saved: Saved): Promise<Written> {
    const { city, act } = saved.where;
    if (city === '' || act < 1) return Promise.resolve('failed');
    const kept: Kept = { id: `chapter:${city}:${act}`, text: writeSaved(saved).text, when: saved.when, name: '' };
    return this.inTurn(() => this.write([kept], [], false));
  }

  rename(id: SlotId, name: string): Promise<Written> {
    return this.inTurn(async () => {
      const old = await this.kept(id);
      return old === undefined ? 'failed' : this.write([{ ...old, name: name.trim().slice(0, 60) }], [], true);
    });
  }

  remove(id: SlotId): Promise<Written> {
    return this.inTurn(() => this.write([], [id], true));
  }

  /** Of the last that the player did to a slot. */
  undo(): Promise<Written> {
    return this.inTurn(async () => {
      if (this.undoing === null) return 'failed';
      const { puts, gone } = this.undoing;
      const how = await this.write(puts, gone, false);
      if (how === 'saved') this.undoing = null;
      this.tell();
      return how;
    });
  }

  // ------------------------------------------------------------------------------------------ the page is going

  /** At once, for whoever cannot wait. False where it could not be written. */
  mirror(tail: Tail): boolean {
    if (this.isReadOnly) return false;
    try {
      this.storage?.setItem(MIRROR_KEY, writeTail(tail));
      return this.storage !== null;
    } catch {
      return false;
    }
  }

  private mirrored(): string | null {
    try {
      return this.storage?.getItem(MIRROR_KEY) ?? null;
    } catch {
      return null;
    }
  }

  // ---------------------------------------------------------------------------------------- out, and in again

  /** One slot or all of them; what is broken goes too, as it is. */
  async export(id: SlotId | 'all', travels: Travels = {}): Promise<string> {
    const kept = (await this.allKept()).filter((one) => isSlot(one.id) && (id === 'all' || one.id === id));
    return writeBundle({ when: this.now(), saves: kept, ...travels });
  }

  /** What is in there. Nothing is changed. */
  async preview(text: string): Promise<Preview> {
    const bundle = await readBundle(text);
    if (typeof bundle === 'string') return { state: 'refused', why: bundle };
    const rows = bundle.saves.map((one) => rowOf(one, isSlot(one.id) ? one.id : `aside:${one.id}`));
    return { state: 'readable', rows, bundle, intoByDefault: this.placesFor(bundle, await this.allKept()) };
  }

  import({ bundle }: { readonly bundle: Bundle }, { saves }: Import): Promise<Written> {
    return this.inTurn(() => {
      const puts = saves.flatMap(({ nth, into }): Kept[] => {
        const one = bundle.saves[nth];
        return one === undefined ? [] : [{ ...one, id: into }];
      });
      // what comes in as the autosave is somebody's sitting, and what is there stays as another
      return puts.length === 0 ? Promise.resolve('saved') : this.write(puts, [], true);
    });
  }

  /** Into its own slot where that is free, or into the first that is; where none is free, into its own all the same. */
  private placesFor({ saves }: Bundle, here: readonly Kept[]): readonly SlotId[] {
    const taken = new Set(here.map((one) => one.id));
    return saves.map((one) => {
      const own: SlotId = isSlot(one.id) ? one.id : `aside:${one.id}`;
      const isAuto = own === 'auto' || own === 'before' || own === 'other';
      const free = isAuto || taken.has(own) ? NAMED_SLOTS.find((slot) => !taken.has(slot)) : own;
      const into = !isAuto && own.includes(':') ? own : (free ?? own);
      taken.add(into);
      return into;
    });
  }

  /** Anything else that is kept here, by a name of its own: the profile. */
  async readText(id: string): Promise<string | null> {
    return (await this.kept(id).catch(() => undefined))?.text ?? null;
  }

  writeText(id: string, text: string): Promise<Written> {
    return this.inTurn(() => this.write([{ id, text, when: this.now(), name: '' }], [], false));
  }

  private rowOf(kept: Kept, id: SlotId): SlotRow {
    const known = this.rows.get(id);
    if (known?.kept.text === kept.text && known.kept.name === kept.name) return known.row;
    const row = rowOf(kept, id);
    this.rows.set(id, { kept, row });
    return row;
  }

  // ------------------------------------------------------------------------------------------------- the store

  private async kept(id: string): Promise<Kept | undefined> {
    return this.unsaved.get(id) ?? (await this.store.get(id));
  }

  private async allKept(): Promise<readonly Kept[]> {
    const stored = await this.store.all().catch(() => {
      // who is told lists anew, and that fails again
      if (this.wrong !== 'lost') this.setTrouble('lost');
      return [];
    });
    return [...stored.filter((one) => isKept(one) && !this.unsaved.has(one.id)), ...this.unsaved.values()];
  }

  private async isTimeFor(old: Kept, saved: Saved): Promise<boolean> {
    this.before ??= await this.readBefore();
    return this.before?.began !== saved.began || old.when - this.before.when >= BEFORE_MS;
  }

  private async readBefore(): Promise<{ readonly began: number; readonly when: number } | null> {
    const kept = await this.kept('before').catch(() => undefined);
    const read = kept === undefined ? null : readSaved(kept.text);
    return read?.state === 'whole' ? read.saved : null;
  }

  private async setAside(kept: Kept, why: Broken): Promise<SlotId | null> {
    if (kept.id.startsWith('aside:')) return kept.id as SlotId;
    const aside = asideOf(kept, why, this.now());
    const how = await this.inTurn(() => this.write([aside], [kept.id], false));
    return how === 'saved' || how === 'full' ? (aside.id as SlotId) : null;
  }

  /** One after the other, so that none reads what another is about to change. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }

  private async write(
    puts: readonly Kept[],
    gone: readonly string[],
    isUndoable: boolean,
    isRoutine = false,
  ): Promise<Written> {
    if (this.isReadOnly) return 'readOnly';
    const undo = isUndoable ? await this.undoOf(puts, gone) : null;
    try {
      await this.store.change(puts, gone);
    } catch (error) {
      // only what is new is held in memory; what was to go, stays
      for (const one of puts) this.unsaved.set(one.id, one);
      const how = error instanceof StoreError ? error.reason : 'lost';
      this.setTrouble(how);
      return how === 'full' ? 'full' : 'failed';
    }
    for (const id of [...gone, ...puts.map((one) => one.id)]) this.unsaved.delete(id);
    if (undo !== null) {
      this.undoing = undo;
      this.before = null;
    }
    const isWell = this.wrong !== 'full' && this.wrong !== 'lost';
    if (!isWell) await this.tryUnsaved();
    if (!isRoutine || !isWell) this.tell();
    return 'saved';
  }

  /** There is room again, or a database again. */
  private async tryUnsaved(): Promise<void> {
    try {
      await this.store.change([...this.unsaved.values()], []);
      this.unsaved.clear();
      this.wrong = null;
    } catch {
      // still held
    }
  }

  private async undoOf(puts: readonly Kept[], gone: readonly string[]): Promise<Undo> {
    const ids = [...gone, ...puts.map((one) => one.id)];
    const old = await Promise.all(ids.map((id) => this.kept(id)));
    const had = old.filter((one) => one !== undefined);
    return { puts: had, gone: ids.filter((id) => !had.some((one) => one.id === id)) };
  }

  private setTrouble(trouble: Trouble): void {
    this.wrong = trouble;
    this.tell();
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher();
  }
}

/** A tail goes on from one save and from no other; one from the very beginning stands by itself. */
function fitting(tail: Tail | null, { saved, check }: Extract<Read, { state: 'whole' }>): Tail | null {
  if (tail === null) return null;
  if (tail.base === check) return tail;
  return tail.base === '' && tail.began !== saved.began && tail.when > saved.when ? tail : null;
}

function asideOf(kept: Kept, why: string, now: number): Kept {
  return { ...kept, id: `aside:${kept.id}:${now}`, name: kept.name === '' ? why : kept.name };
}

const KINDS: Readonly<Record<string, SlotKind>> = { auto: 'auto', before: 'before', other: 'other' };
const ORDER: readonly SlotKind[] = ['auto', 'before', 'other', 'named', 'chapter', 'aside'];

function kindOf(id: string): SlotKind | null {
  if (Object.hasOwn(KINDS, id)) return KINDS[id];
  if ((NAMED_SLOTS as readonly string[]).includes(id)) return 'named';
  if (/^chapter:[a-z]+:\d+$/.test(id)) return 'chapter';
  return id.startsWith('aside:') ? 'aside' : null;
}

function isSlot(id: string): id is SlotId {
  return kindOf(id) !== null;
}

function orderOf({ kind, id }: SlotRow): number {
  return ORDER.indexOf(kind) * 10 + (kind === 'named' ? Number(id) : 0);
}

/** Somebody else may have written there. */
function isKept({ id, text, name, when }: Kept): boolean {
  return [id, text, name].every((one) => typeof one === 'string') && isTime(when);
}

function rowOf(kept: Kept, id: SlotId): SlotRow {
  const base = { id, kind: kindOf(id) ?? 'aside', name: kept.name, bytes: kept.text.length };
  const read = readSaved(kept.text);
  if (read.state !== 'whole') {
    const why = read.state === 'broken' ? read.why : null;
    return { ...base, when: kept.when, where: null, plan: '', played: 0, state: read.state, why };
  }
  const { when, where, plan, played } = read.saved;
  return { ...base, when, where, plan, played, state: 'whole', why: null };
}
