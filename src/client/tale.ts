// The telling of a scene: what is said now, what was said before, and what may be answered. It keeps ids and values, and
// makes words of them only when it is asked, so that the language can change on the shown line.

import { render, type Language, type LineText, type TextTable } from '../core/story/text.ts';
import { StoryError, type ShownLine, type ShownOption } from '../core/story/story.ts';
import { run, type RunRefusal } from '../core/run/actions.ts';
import { SAID_KEPT, type SaidLine, type Transcript } from './kept.ts';
import type { Session } from './session.ts';

/** The words of the language that is spoken now, over those the story was written in. */
export interface Words {
  readonly strings: TextTable;
  readonly language: Language;
  /** Hashtags of the lines that have any. */
  readonly tags?: Readonly<Record<string, readonly string[]>>;
}

export const NO_WORDS: Words = { strings: {}, language: { locale: 'en', plural: () => 'other' } };

export interface Utterance extends LineText {
  readonly line: string;
  readonly isAnswer: boolean;
  /** The tick at which it was shown, or chosen. */
  readonly at: number;
}

export interface Answer extends LineText {
  readonly line: string;
  readonly open: boolean;
  readonly marks: readonly Mark[];
}

/** What an answer comes to, as far as one may know before giving it: said by hashtags of its line. */
export type Mark =
  | { readonly kind: 'likes' | 'minds'; readonly who: string }
  /** The coming network will be another. */
  | { readonly kind: 'net' }
  /** It cannot be taken back. */
  | { readonly kind: 'final' };

function marksOf(tags: readonly string[]): Mark[] {
  return tags.flatMap((tag): Mark[] => {
    const [kind, who = ''] = tag.split(':');
    if ((kind === 'likes' || kind === 'minds') && who !== '') return [{ kind, who }];
    return kind === 'net' || kind === 'final' ? [{ kind }] : [];
  });
}

export class Tale {
  private readonly session: Session;
  private words: Words;
  private said: SaidLine[] = [];
  private now: SaidLine | null = null;
  private answers: readonly ShownOption[] = [];
  private state: unknown = null;
  /** What the player is told of the script having changed under them. */
  notice = '';

  constructor(session: Session, words: Words) {
    this.session = session;
    this.words = words;
    session.hear((heard) => {
      if (heard.kind === 'opened' && heard.anew) this.forget();
      else if (heard.kind === 'taken' && heard.action.act === 'choose') this.answered(heard.action.a);
      else if (heard.kind === 'failed') this.notice = failureWords(heard.error);
    });
    this.look();
  }

  /** Once a frame and after every act: has the story gone on? */
  look(): boolean {
    const { story } = this.session;
    if (story === this.state) return false;
    this.state = story;
    const view = this.session.view;
    if (view === null) {
      this.keep();
      this.now = null;
      this.answers = [];
    } else if (view.kind === 'line') {
      this.keep();
      this.now = { line: view.line, values: view.values, isAnswer: false, at: this.session.shownAt };
      this.answers = [];
    } else if (view.kind === 'options') this.answers = view.options;
    else this.answers = [];
    return true;
  }

  next(): RunRefusal | null {
    return this.do(run('advance'));
  }

  choose(option: number): RunRefusal | null {
    return this.do(run('choose', option));
  }

  speak(words: Words): void {
    this.words = words;
  }

  get locale(): string {
    return this.words.language.locale;
  }

  /** Its id alone, without words being made of it: this is asked at every frame. */
  get line(): string | null {
    return this.now?.line ?? null;
  }

  /** What is shown is what the player said. */
  get isAnswered(): boolean {
    return this.now?.isAnswer === true;
  }

  /** Answers are offered. */
  get isAsking(): boolean {
    return this.answers.length > 0;
  }

  /** The line that is shown; with options it is the line they answer. */
  get current(): Utterance | null {
    return this.now === null ? null : this.utter(this.now);
  }

  get options(): readonly Answer[] {
    return this.answers.map((one) => ({
      ...this.render(one),
      line: one.line,
      open: one.open,
      marks: marksOf(this.words.tags?.[one.line] ?? []),
    }));
  }

  /** All of it, to be read again. */
  get log(): readonly Utterance[] {
    return this.now === null ? this.past : [...this.past, this.utter(this.now)];
  }

  get past(): readonly Utterance[] {
    return this.said.map((one) => this.utter(one));
  }

  /** To be kept with a save, and taken up from one: without a line being said twice. */
  get transcript(): Transcript {
    return { said: this.said, now: this.now };
  }

  recall({ said, now }: Transcript): void {
    this.said = [...said];
    this.now = now;
    this.notice = '';
    this.state = this.session.story;
    const view = this.session.view;
    if (view?.kind === 'line')
      this.now = { line: view.line, values: view.values, isAnswer: false, at: this.session.shownAt };
    this.answers = view?.kind === 'options' ? view.options : [];
  }

  get isWaiting(): boolean {
    return this.session.isWaiting;
  }

  private do(action: ReturnType<typeof run>): RunRefusal | null {
    this.notice = '';
    return this.session.act(action);
  }

  /** Only what was taken was said: a press may come twice, and a script may fail at an answer. */
  private answered(option: number): void {
    const { line, values } = this.answers[option];
    this.keep();
    this.now = { line, values, isAnswer: true, at: this.session.tick };
  }

  private keep(): void {
    if (this.now !== null) this.said = [...this.said, this.now].slice(-SAID_KEPT);
    this.now = null;
  }

  private forget(): void {
    this.said = [];
    this.now = null;
    this.answers = [];
    this.state = null;
    this.notice = '';
    this.look();
  }

  private utter(one: SaidLine): Utterance {
    return { ...this.render(one), line: one.line, isAnswer: one.isAnswer, at: one.at };
  }

  private render(shown: ShownLine): LineText {
    return render(this.words.strings, shown, this.words.language);
  }
}

/** It is the script's fault and not the reader's: what happened, where, and that nothing was lost. */
function failureWords(error: Error): string {
  const where = error instanceof StoryError ? ` (near ${error.block})` : '';
  return `The script fails here: ${error.message}${where}. Nothing was done, and you stand where you stood.`;
}
