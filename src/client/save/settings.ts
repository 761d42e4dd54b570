// Settings as they are kept: in localStorage, because they are wanted before anything else is there. Only what differs from
// the beginning is written, so that a better default reaches everybody who did not choose; and what a later build has set is
// left as it is, so that going back and forth between builds loses nothing.

import {
  isSame,
  isSetting,
  rowOf,
  SETTINGS,
  settingsAtFirst,
  valid,
  type Group,
  type Prefers,
  type Row,
  type SettingId,
  type Settings,
} from '../settings.ts';
import type { Json } from './pack.ts';
import { isRecord } from './shape.ts';

export const SETTINGS_KEY = 'syntony.settings';
/**
 * The format's version and its history.
 *  0  never released: volumes went from 0 to 1
 *  1  {version, set: {id: value}}
 */
const SETTINGS_VERSION = 1;
const UNDO_MOST = 30;

type Values = Readonly<Record<string, unknown>>;

const MIGRATIONS: Readonly<Record<number, (set: Values) => Values>> = {
  0: (set) =>
    Object.fromEntries(
      Object.entries(set).map(([id, value]) => [
        id,
        ['master', 'music', 'score', 'effects', 'interface'].includes(id) && typeof value === 'number'
          ? value * 100
          : value,
      ]),
    ),
};

export class KeptSettings {
  private readonly storage: Storage | null;
  private readonly atFirst: Settings;
  private set: Values;
  private now: Settings;
  private readonly before: Values[] = [];
  private lastId: SettingId | null = null;
  private readonly watchers = new Set<(settings: Settings, changed: readonly SettingId[]) => void>();

  constructor(storage: Storage | null, prefers: Prefers) {
    this.storage = storage;
    this.atFirst = settingsAtFirst(prefers);
    this.set = read(storage);
    this.now = this.made();
  }

  get all(): Settings {
    return this.now;
  }

  get canUndo(): boolean {
    return this.before.length > 0;
  }

  get<I extends SettingId>(id: I): Settings[I] {
    return this.now[id];
  }

  /**
   * False for what this setting cannot be; then nothing is changed. `goesOn`: a slider is still being drawn, and all of that
   * is undone in one.
   */
  change<I extends SettingId>(id: I, value: Settings[I], goesOn = false): boolean {
    const kept = valid(rowOf(id), value);
    if (kept === undefined) return false;
    if (isSame(kept, this.now[id])) return true;
    const set = { ...this.set, [id]: kept };
    if (goesOn && this.lastId === id) this.put(set);
    else this.take(set);
    this.lastId = id;
    return true;
  }

  /** To how it was at first: one of them, a group, or all. */
  reset(what: SettingId | Group | 'all'): void {
    const rows: readonly Row[] = SETTINGS;
    const gone = rows.filter((row) => what === 'all' || row.group === what || row.id === what).map((row) => row.id);
    this.take(Object.fromEntries(Object.entries(this.set).filter(([id]) => !gone.includes(id))));
  }

  isAtFirst(id: SettingId): boolean {
    return isSame(this.now[id], this.atFirst[id]);
  }

  undo(): boolean {
    const before = this.before.pop();
    if (before === undefined) return false;
    this.lastId = null;
    this.put(before);
    return true;
  }

  /** Of every change, with the ids that changed. Answers with the unbind. */
  watch(watcher: (settings: Settings, changed: readonly SettingId[]) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** To travel with saves. */
  export(): Json {
    return { version: SETTINGS_VERSION, set: this.set as { readonly [id: string]: Json } };
  }

  /** False for what is none. Can be undone. */
  import(found: unknown): boolean {
    const set = setOf(found);
    if (set === null) return false;
    this.take(set);
    return true;
  }

  /** Another tab changed them. */
  reread(): void {
    this.put(read(this.storage), false);
  }

  private take(set: Values): void {
    this.lastId = null;
    if (JSON.stringify(set) === JSON.stringify(this.set)) return;
    this.before.push(this.set);
    if (this.before.length > UNDO_MOST) this.before.shift();
    this.put(set);
  }

  private put(set: Values, keeps = true): void {
    const was = this.now;
    this.set = set;
    this.now = this.made();
    if (keeps) this.keep();
    const changed = SETTINGS.map((row) => row.id).filter((id) => !isSame(was[id], this.now[id]));
    if (changed.length > 0) for (const watcher of this.watchers) watcher(this.now, changed);
  }

  private made(): Settings {
    const entries = Object.entries(this.atFirst).map(([id, first]) => {
      const value = isSetting(id) && Object.hasOwn(this.set, id) ? valid(rowOf(id), this.set[id]) : undefined;
      return [id, value ?? first];
    });
    return Object.fromEntries(entries) as Settings;
  }

  private keep(): void {
    try {
      this.storage?.setItem(SETTINGS_KEY, JSON.stringify({ version: SETTINGS_VERSION, set: this.set }));
    } catch {
      // full: they hold for as long as the page is open
    }
  }
}

function read(storage: Storage | null): Values {
  try {
    return setOf(JSON.parse(storage?.getItem(SETTINGS_KEY) ?? 'null')) ?? {};
  } catch {
    return {};
  }
}

/** Of a later version what is known here is taken, and the rest is kept. */
function setOf(found: unknown): Values | null {
  const version = isRecord(found) ? Number(found.version) : NaN;
  if (!isRecord(found) || !Number.isInteger(version) || version < 0 || !isRecord(found.set)) return null;
  let set: Values = found.set;
  for (let from = version; from < SETTINGS_VERSION; from++) set = MIGRATIONS[from]?.(set) ?? set;
  return set;
}

export function openSettings(storage: Storage | null): KeptSettings {
  return new KeptSettings(storage, {
    reducedMotion: asks('(prefers-reduced-motion: reduce)'),
    contrast: asks('(prefers-contrast: more)'),
  });
}

function asks(query: string): boolean {
  return typeof matchMedia === 'function' && matchMedia(query).matches;
}
