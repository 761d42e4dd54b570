// Places of a run that one can return to: the World as it was at each line, each choice and each map, and how much of the
// log there was by then. What comes after is cut off, so that a run with returns in it is still a log that plays again.

import { hashFor, type Content } from '../run/content.ts';
import { copyWorld, type World } from '../run/world.ts';
import type { LineId } from '../yarn/program.ts';

const MARK_KINDS = ['line', 'options', 'map'] as const;
type MarkKind = (typeof MARK_KINDS)[number];

export interface Mark {
  readonly kind: MarkKind;
  /** The line shown, or that of the first option; '' on a map. */
  readonly line: LineId;
  /** How many entries of the log, and how many hashes, come before. */
  readonly logged: number;
  readonly hashed: number;
  /** Whether the run had been paused by then: a replay says so. */
  readonly paused: boolean;
  /** The content it was made with. */
  readonly content: string;
  /** Never handed to `step`: a copy is. */
  readonly world: World;
}

/** So many of each are kept: the last lines for a step back, and choices for much longer. They share most of what is in them. */
export const LINES_KEPT = 120;
export const CHOICES_KEPT = 200;

/** What of a recorder a mark has to know. */
export interface SoFar {
  readonly content: Content;
  readonly world: World;
  readonly logged: number;
  readonly hashed: number;
  readonly paused: boolean;
}

export class Marks {
  private list: Mark[];
  private lines: number;
  /** What was shown at the last look: while that is the same object, so is what is shown. */
  private seen: unknown = null;

  constructor(list: readonly Mark[] = []) {
    this.list = [...list];
    this.lines = list.filter((one) => one.kind === 'line').length;
  }

  get all(): readonly Mark[] {
    return this.list;
  }

  /** After every step, and once at the beginning. A scene that waits shows nothing to stand at. */
  look(so: SoFar): void {
    const { world } = so;
    const shown = shownOf(world);
    if (shown === this.seen) return;
    this.seen = shown;
    if (shown === null) return;
    const what = whatIsShown(so.content, world);
    if (what === null) return;
    const { logged, hashed, paused } = so;
    this.keep({ ...what, logged, hashed, paused, content: hashFor(so.content, world.plan), world: copyWorld(world) });
  }

  /** Whoever goes on from a sitting has seen what it stands at: it has its mark. */
  pass(world: World): void {
    this.seen = shownOf(world);
  }

  /** This one stays, what came after it is gone. False where it is not of these. */
  cutAfter(mark: Mark): boolean {
    const at = this.list.indexOf(mark);
    if (at < 0) return false;
    this.list.length = at + 1;
    this.lines = this.list.filter((one) => one.kind === 'line').length;
    return true;
  }

  private keep(mark: Mark): void {
    this.list.push(mark);
    if (mark.kind === 'line') this.lines++;
    const isLine = mark.kind === 'line';
    const count = isLine ? this.lines : this.list.length - this.lines;
    if (count <= (isLine ? LINES_KEPT : CHOICES_KEPT)) return;
    const oldest = this.list.findIndex((one) => (one.kind === 'line') === isLine);
    this.list.splice(oldest, 1);
    if (isLine) this.lines--;
  }
}

/** By identity: the story's state and the list of visits are replaced whenever they change. */
function shownOf(world: World): unknown {
  if (world.mode === 'scene') return world.waiting > 0 ? null : world.story;
  return isMap(world) ? world.visits : null;
}

function isMap(world: World): boolean {
  return world.mode === 'round' || world.mode === 'hub';
}

function whatIsShown(content: Content, world: World): Pick<Mark, 'kind' | 'line'> | null {
  if (isMap(world)) return { kind: 'map', line: '' };
  const view = content.story.view(world.story, world.game);
  if (view.kind === 'line') return { kind: 'line', line: view.line };
  if (view.kind === 'options') return { kind: 'options', line: view.options[0]?.line ?? '' };
  return null;
}
