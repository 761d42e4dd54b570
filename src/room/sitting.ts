// One sitting at one script: what was shown so far and how the world stood each time, so that any of it can be gone back
// to. Plain TypeScript without a page.

import { obey } from '../core/run/commands.ts';
import { NEW_GAME, type Game, type Result } from '../core/run/game.ts';
import { withVariables } from '../core/story/variables.ts';
import type { Dialogue } from '../core/story/dialogue.ts';
import type { Restored, Snapshot, View } from '../core/story/story.ts';
import type { LineId, Value } from '../core/yarn/program.ts';
import { wordsOf } from '../core/yarn/words.ts';
import { blank, hasNode, tellerOf } from './teller.ts';
import type { Teller } from '../core/story/tell.ts';

/** Everything that decides how it goes on. */
interface Moment {
  readonly snapshot: Snapshot;
  readonly game: Game;
}

export interface Entry extends Moment {
  readonly view: View;
  /** Commands that were obeyed on the way here. */
  readonly directions: readonly string[];
  /** The option that was chosen here. */
  readonly picked: number | null;
}

export interface Start {
  readonly node: string;
  readonly seed: number;
}

/** Variables that the writer has set: so they are whenever it begins. */
type Given = Readonly<Record<string, Value>>;

export interface Kept {
  readonly start: Start | null;
  readonly given: Given;
  readonly entries: readonly Entry[];
  readonly seen: readonly LineId[];
  readonly passed: readonly string[];
}

/** A script that gives more commands than this without a word between them never says one. */
const MOST_COMMANDS = 2000;

export class Sitting {
  dialogue: Dialogue;
  start: Start | null = null;
  given: Given = {};
  entries: readonly Entry[] = [];
  /** Ever shown, in this sitting: coverage. */
  readonly seen = new Set<LineId>();
  readonly passed = new Set<string>();
  /** What the writer should know, in words; empty if nothing. */
  notice = '';
  /** A fault that stopped the script as it ran. */
  trouble = '';
  private readonly listeners = new Set<() => void>();

  constructor(dialogue: Dialogue) {
    this.dialogue = dialogue;
  }

  get now(): Entry | null {
    return this.entries.at(-1) ?? null;
  }

  /** The level that the script waits for, if it does. */
  get network(): string | null {
    const view = this.now?.view;
    return view?.kind === 'command' ? (wordsOf(view.text)[1] ?? '') : null;
  }

  private get teller(): Teller {
    return tellerOf(this.dialogue.program);
  }

  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  begin(start: Start): void {
    this.start = start;
    this.entries = [];
    this.notice = '';
    this.attempt(() => {
      const from = blank(this.dialogue.program, this.given);
      this.show({ snapshot: this.teller.begin(from, start.node, start.seed, NEW_GAME), game: NEW_GAME }, []);
    });
  }

  again(): void {
    if (this.start !== null) this.begin(this.start);
  }

  /** Past a line, past options of which none is open, or by an open option. Anything else changes nothing. */
  goOn(option?: number): void {
    const { now } = this;
    if (now === null || !mayGoOn(now.view, option)) return;
    this.notice = '';
    this.attempt(() => {
      const snapshot = this.teller.advance(now.snapshot, option, now.game);
      if (option !== undefined) this.entries = [...this.entries.slice(0, -1), { ...now, picked: option }];
      this.show({ snapshot, game: now.game }, []);
    });
  }

  /** How the network ended that the script waits for. */
  answer(result: Result): void {
    const { now, network } = this;
    if (now === null || network === null) return;
    this.notice = '';
    this.attempt(() => {
      const game = { ...now.game, tunings: [], results: { ...now.game.results, [network]: result } };
      this.show({ snapshot: this.teller.advance(now.snapshot, undefined, game), game }, []);
    });
  }

  /** Back to something that was shown: all after it is undone. */
  rewind(index: number): void {
    const entry = this.entries[index];
    if (entry === undefined) return;
    this.notice = '';
    this.entries = this.entries.slice(0, index);
    this.take(entry);
  }

  back(): void {
    if (this.entries.length > 1) this.rewind(this.entries.length - 2);
  }

  /** Now, and from the start too when it is begun again. */
  setVariable(name: string, value: Value): void {
    this.given = { ...this.given, [name]: value };
    const { now } = this;
    if (now === null) return this.tell();
    const snapshot = withVariables(now.snapshot, { [name]: value });
    this.entries = this.entries.slice(0, -1);
    this.take({ ...now, snapshot });
  }

  /** What was set so far stays in this telling, and no longer in those to come. */
  forgetGiven(): void {
    this.given = {};
    this.tell();
  }

  /** The script was edited: on where one stands, or as near to it as there is a place. */
  mend(dialogue: Dialogue): void {
    this.dialogue = dialogue;
    this.notice = '';
    const { now, start } = this;
    if (now === null) {
      if (start !== null && hasNode(dialogue.program, start.node)) return this.again();
      return this.tell();
    }
    this.entries = this.entries.slice(0, -1);
    this.take(now, true);
  }

  keep(): Kept {
    const { start, given, entries, seen, passed } = this;
    return { start, given, entries, seen: [...seen], passed: [...passed] };
  }

  /** What was kept before the page was loaded again. The script may be another one since. */
  restore({ start, given, entries, seen, passed }: Kept): void {
    this.start = start;
    this.given = given;
    this.entries = entries;
    for (const one of seen) this.seen.add(one);
    for (const one of passed) this.passed.add(one);
    this.mend(this.dialogue);
    this.notice = '';
  }

  /** Shows a kept entry anew, by the script as it is now. */
  private take(entry: Entry, isMended = false): void {
    this.attempt(() => {
      const { snapshot, restored } = this.teller.mend(entry.snapshot, entry.game);
      this.show({ snapshot, game: entry.game }, entry.directions);
      if (isMended || restored.at !== 'same') this.notice = mendedWords(restored);
    });
  }

  /** Obeys commands until there is something to be seen or done. */
  private show(from: Moment, before: readonly string[]): void {
    const { teller } = this;
    const directions = [...before];
    let { snapshot, game } = from;
    for (let k = 0; k < MOST_COMMANDS; k++) {
      this.pass(snapshot);
      const view = teller.view(snapshot, game);
      const done = view.kind === 'command' ? obey(game, view.text) : null;
      if (done === null || view.kind !== 'command' || done.pause?.kind === 'network') {
        this.mark(view);
        this.entries = [...this.entries, { snapshot, game, view, directions, picked: null }];
        return;
      }
      directions.push(view.text);
      game = done.game;
      snapshot = teller.advance(snapshot, undefined, game);
    }
    throw new Error(`more than ${MOST_COMMANDS} commands without a word between them`);
  }

  private mark(view: View): void {
    if (view.kind === 'line') this.seen.add(view.line);
    if (view.kind === 'options') for (const { line } of view.options) this.seen.add(line);
  }

  private pass({ node, visits }: Snapshot): void {
    this.passed.add(node);
    for (const visited of Object.keys(visits)) this.passed.add(visited);
  }

  private attempt(work: () => void): void {
    this.trouble = '';
    try {
      work();
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    }
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

function mayGoOn(view: View, option: number | undefined): boolean {
  if (view.kind === 'line') return option === undefined;
  if (view.kind !== 'options') return false;
  if (option === undefined) return view.options.every(({ open }) => !open);
  return view.options[option]?.open ?? false;
}

function mendedWords(restored: Restored): string {
  switch (restored.at) {
    case 'same':
      return 'The new script, on the same line.';
    case 'nodeStart':
      return `The new script has no “${restored.missing}”: on from the start of ${restored.node}.`;
    case 'earlierNode':
      return `The new script has no “${restored.missing}”: back to ${restored.node}, where this part was called from.`;
    case 'start':
      return `The new script has no “${restored.missing}”: from the beginning, ${restored.node}.`;
    case 'end':
      return `The new script has no “${restored.missing}”, nor where it began: this conversation is over.`;
  }
}
