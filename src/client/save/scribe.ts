// Writes down what is said while a run is caught up with, as the page would have done (see tale.ts).

import type { Action, RunRefusal } from '../../core/run/actions.ts';
import type { Content } from '../../core/run/content.ts';
import type { World } from '../../core/run/world.ts';
import type { ShownOption } from '../../core/story/story.ts';
import { SAID_KEPT, type SaidLine, type Transcript } from '../kept.ts';

export class Scribe {
  private readonly content: Content;
  private said: readonly SaidLine[];
  private now: SaidLine | null;
  private state: unknown;

  constructor(content: Content, { said, now }: Transcript, world: World) {
    this.content = content;
    this.said = said;
    this.now = now;
    this.state = said.length === 0 && now === null ? null : world.story;
    this.look(world);
  }

  get transcript(): Transcript {
    return { said: this.said, now: this.now };
  }

  /** What may be answered before a step. */
  before(world: World): readonly ShownOption[] {
    const view = world.mode === 'scene' ? this.content.story.view(world.story, world.game) : null;
    return view?.kind === 'options' ? view.options : [];
  }

  after(
    world: World,
    options: readonly ShownOption[],
    actions: readonly Action[],
    answers: readonly (RunRefusal | null)[],
  ): void {
    actions.forEach((action, i) => {
      const option = action.act === 'choose' && answers[i] === null ? options[action.a] : undefined;
      if (option !== undefined) this.say(option, true, world.shownAt);
    });
    this.look(world);
  }

  private look(world: World): void {
    if (world.story === this.state) return;
    this.state = world.story;
    const view = world.mode === 'scene' ? this.content.story.view(world.story, world.game) : null;
    if (view === null) this.keep();
    else if (view.kind === 'line') this.say(view, false, world.shownAt);
  }

  private say(
    { line, values }: { readonly line: string; readonly values: readonly string[] },
    isAnswer: boolean,
    at: number,
  ): void {
    this.keep();
    this.now = { line, values, isAnswer, at };
  }

  private keep(): void {
    if (this.now !== null) this.said = [...this.said, this.now].slice(-SAID_KEPT);
    this.now = null;
  }
}
