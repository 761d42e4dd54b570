// A conversation at a prompt: what was typed becomes what is shown next. Every moment at which something was asked is
// kept, so that one can go back as far as one likes.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Game, Result } from '../../core/run/game.ts';
import { mend } from '../../core/story/mend.ts';
import { StoryError, type Restored, type Snapshot, type View } from '../../core/story/story.ts';
import type { LineId, Program } from '../../core/yarn/program.ts';
import { placeOfBlock, settings, type Playable } from './playable.ts';
import { isRecord } from './project-file.ts';
import type { Moment, Telling } from './telling.ts';
import { ENDINGS, endingsOf, ON, take, type Ending, type Way } from './ways.ts';
import type { Wording } from './wording.ts';

/** What is shown, one at a time, for whoever prints it. */
export type Shown =
  | { readonly kind: 'line'; readonly id: LineId; readonly character: string | null; readonly text: string }
  | { readonly kind: 'options'; readonly options: readonly Offer[] }
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'network'; readonly level: string }
  | { readonly kind: 'end' }
  /** Said by the tool and not by the script. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'problem'; readonly text: string };

interface Offer {
  readonly id: LineId;
  readonly character: string | null;
  readonly text: string;
  readonly open: boolean;
}

export interface SessionOptions {
  readonly played: Playable;
  readonly telling: Telling;
  readonly wording: Wording;
  /** How every network ends; null: it is asked each time. */
  readonly network: Result | null;
  /** Stop only where something has to be decided. */
  readonly flow: boolean;
  readonly show: (shown: Shown) => void;
}

const HELP = `Enter        on
a number     choose an option
b [N]        back, one step or N
s FILE       save          l FILE       load
v [$NAME]    variables     $NAME=VALUE  set one
w            where this is written
?            this          q            quit`;

/** Commands that come one after another without anything to read. More is a loop. */
const COMMANDS_IN_A_ROW = 10_000;
const SAVE_VERSION = 1;

export class Session {
  #options: SessionOptions;
  /** The last is the present. */
  #moments: Moment[] = [];

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  begin(open: () => Moment): void {
    this.#try(() => this.#arrive(open()));
  }

  /** Has it begun at all? A script may fail before it shows anything. */
  get isPlaying(): boolean {
    return this.#moments.length > 0;
  }

  /** What was typed. False: that was all. */
  hear(typed: string): boolean {
    const said = typed.trim();
    const [verb, ...rest] = said.split(/\s+/);
    const name = said.slice(verb.length).trim();
    if (verb === 'q' || verb === 'quit') return false;
    if (verb === '?') this.#note(HELP);
    else if (verb === 'b') this.#back(rest[0] ?? '1');
    else if (verb === 's') this.#save(name);
    else if (verb === 'l') this.#load(name);
    else if (verb === 'v') this.#variables(name);
    else if (verb === 'w') this.#where();
    else if (said.startsWith('$')) this.#set(said);
    else return this.#answer(said);
    return true;
  }

  #answer(said: string): boolean {
    const moment = this.#now;
    const { telling } = this.#options;
    const view = telling.view(moment);
    if (view.kind === 'end') return said !== '' && this.#problem('this is the end: b goes back, Enter or q leaves');
    if (view.kind === 'command') {
      const result = readResult(telling.program, said === '' ? 'won' : said);
      if (result === null) return this.#problem(`“${said}” is no way to end: ${HOW_IT_ENDED}`);
      return this.#go({ kind: 'network', name: said, result });
    }
    if (view.kind === 'line') {
      return said === '' ? this.#go(ON) : this.#problem(`“${said}” means nothing here: Enter goes on, ? helps`);
    }
    const isShut = !view.options.some(({ open }) => open);
    if (said === '' && isShut) return this.#go(ON);
    const option = Number(said) - 1;
    if (said === '' || !(option in view.options)) {
      const how = isShut ? 'nothing is open: Enter goes on' : `choose a number from 1 to ${view.options.length}`;
      return this.#problem(`${how}, ? helps`);
    }
    if (!view.options[option].open) return this.#problem(`${said} is closed`);
    return this.#go({ kind: 'option', option });
  }

  get #now(): Moment {
    return this.#moments[this.#moments.length - 1];
  }

  #go(way: Way): true {
    const { telling } = this.#options;
    this.#try(() => this.#arrive(take(telling, this.#now, way)));
    return true;
  }

  /** Shows what comes, until something is asked. A moment is kept only when all of the way to it went well. */
  #arrive(arrived: Moment): void {
    const { telling, network, flow } = this.#options;
    let moment = arrived;
    for (let given = 0; ;) {
      const view = telling.view(moment);
      const asks = telling.asks(moment);
      this.#show(view, moment);
      if (asks?.kind === 'network' && network !== null) {
        const { outcome, coherence, authenticity } = network;
        this.#note(`${asks.level}: ${outcome}, coherence ${coherence} %, authenticity ${authenticity} %`);
        moment = telling.advanceWith(moment, network);
      } else if ((view.kind === 'command' && asks?.kind !== 'network') || (view.kind === 'line' && flow)) {
        moment = telling.advance(moment);
      } else break;
      given = view.kind === 'line' ? 0 : given + 1;
      if (given > COMMANDS_IN_A_ROW) {
        throw new StoryError('commands come without end, and nothing to read', moment.story.at ?? moment.story.node);
      }
    }
    this.#moments.push(moment);
  }

  #show(view: View, moment: Moment): void {
    const { show, wording, telling } = this.#options;
    if (view.kind === 'line') {
      const { character, text } = wording(view);
      show({ kind: 'line', id: view.line, character, text });
    } else if (view.kind === 'options') {
      const options = view.options.map((one): Offer => {
        const { character, text } = wording(one);
        return { id: one.line, character, text, open: one.open };
      });
      show({ kind: 'options', options });
    } else show(view);
    const asks = telling.asks(moment);
    if (asks?.kind === 'network') show({ kind: 'network', level: asks.level });
  }

  #back(steps: string): void {
    const many = Number(steps);
    if (!Number.isInteger(many) || many < 1) return void this.#problem(`“b ${steps}”: how many steps back?`);
    if (this.#moments.length === 1) return void this.#problem('this is where it began');
    this.#moments.length = Math.max(1, this.#moments.length - many);
    this.#again();
  }

  #again(): void {
    this.#try(() => this.#show(this.#options.telling.view(this.#now), this.#now));
  }

  #set(said: string): void {
    const { played, telling } = this.#options;
    this.#try(() => {
      const moment = telling.set(this.#now, settings(played, [said]));
      telling.view(moment);
      this.#moments.push(moment);
      this.#again();
    });
  }

  #variables(name: string): void {
    const { telling, played } = this.#options;
    const { variables, smart } = telling.program;
    const all = [...Object.keys(variables), ...Object.keys(smart)];
    const asked = name === '' ? all : all.filter((one) => one.toLowerCase().includes(name.toLowerCase()));
    if (asked.length === 0)
      return void this.#problem(name === '' ? 'there are no variables' : `there is no variable ${name}`);
    const rows = asked.map((one) => {
      let value: unknown;
      this.#try(() => (value = telling.valueOf(this.#now, one)));
      const member = memberName(played, one, value);
      return `${one} = ${member ?? JSON.stringify(value)}${Object.hasOwn(smart, one) ? ' (smart)' : ''}`;
    });
    this.#note(rows.join('\n'));
  }

  #where(): void {
    const { at, node } = this.#now.story;
    const place = at === null ? null : placeOfBlock(this.#options.played, at);
    const where = place === null ? '' : `${place.file}:${place.range.start.line + 1}, `;
    this.#note(`${where}node ${node}`);
  }

  #save(file: string): void {
    if (file === '') return void this.#problem('save where? s FILE');
    const { story, game } = this.#now;
    this.#try(() => {
      if (existsSync(file) && savedIn(file) === null) {
        throw new Error(`${file} is there and is no save of this tool: it was left as it is; save under another name`);
      }
      atFile(file, () => writeFileSync(file, `${JSON.stringify({ version: SAVE_VERSION, story, game }, null, 2)}\n`));
      this.#note(`saved in ${file}`);
    });
  }

  #load(file: string): void {
    if (file === '') return void this.#problem('load what? l FILE');
    this.#try(() => {
      const { moment, restored } = loaded(this.#options.telling, file);
      this.#options.telling.view(moment);
      if (restored.at !== 'same') this.#note(whereResumed(restored));
      this.#arrive(moment);
    });
  }

  /** What goes wrong is told, and the conversation stays where it was. */
  #try(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof StoryError)) return void this.#problem((error as Error).message);
      const place = placeOfBlock(this.#options.played, error.block);
      const where = place === null ? error.block : `${place.file}:${place.range.start.line + 1}`;
      this.#problem(`${where}: ${error.message}`);
    }
  }

  #note(text: string): void {
    this.#options.show({ kind: 'note', text });
  }

  #problem(text: string): true {
    this.#options.show({ kind: 'problem', text });
    return true;
  }
}

export const HOW_IT_ENDED = `${ENDINGS.slice(0, -1).join(', ')} or ${ENDINGS.at(-1)}, or in numbers: won,80,70 (coherence, authenticity)`;

/** `won`, `lost 40`, `won,80,70`. Null where it says no such thing. */
export function readResult(program: Program, said: string): Result | null {
  const [word, coherence, authenticity, ...more] = said.split(/[\s,]+/);
  if (!ENDINGS.some((one) => one === word) || more.length > 0) return null;
  const usual = endingsOf(program)[word as Ending];
  const numbers = [Number(coherence ?? usual.coherence), Number(authenticity ?? usual.authenticity)];
  if (!numbers.every((n) => Number.isInteger(n) && n >= 0 && n <= 100)) return null;
  return { ...usual, coherence: numbers[0], authenticity: numbers[1] };
}

function loaded({ program }: Telling, file: string): { readonly moment: Moment; readonly restored: Restored } {
  const kept = savedIn(file);
  if (kept === null) throw new Error(`${file} is no save of this tool; l takes a file that s has written`);
  const { snapshot, restored } = mend(program, kept.story);
  return { moment: { story: snapshot, game: kept.game }, restored };
}

/** Null: the file holds something else. */
function savedIn(file: string): Moment | null {
  const text = atFile(file, () => readFileSync(file, 'utf8'));
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(kept) || kept['version'] !== SAVE_VERSION || !isRecord(kept['story']) || !isRecord(kept['game'])) {
    return null;
  }
  return { story: kept['story'] as unknown as Snapshot, game: kept['game'] as unknown as Game };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EACCES: 'it may not be opened',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
};

/** Does something with a file; what the system answers is said in words. */
function atFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Error(`${file}: ${REASONS[code] ?? message}`, { cause: error });
  }
}

function whereResumed(restored: Restored): string {
  if (restored.at === 'same') return '';
  const lost = `the script has changed, and “${restored.missing}” is gone`;
  if (restored.at === 'end') return `${lost}: this is the end`;
  return `${lost}: on from ${restored.at === 'nodeStart' ? 'the start of' : ''} ${restored.node}`.replace('  ', ' ');
}

function memberName({ compiled }: Playable, variable: string, value: unknown): string | null {
  const type = compiled.variables.find(({ name }) => name === variable)?.type;
  const of = compiled.enums.find(({ name }) => name === type);
  const found = Object.entries(of?.cases ?? {}).find(([, one]) => one === value);
  return found === undefined ? null : `${type}.${found[0]}`;
}
