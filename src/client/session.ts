// One sitting at one plan, a network or a story: the World before and now, the replay being written, what is waiting to be done, and who
// hears of it. Every action goes through `turn`, and from there through the recorder to the core's one door.

import { TICK } from '../core/network/layout.ts';
import { outcome, type Network } from '../core/network/network.ts';
import type { EventKind } from '../core/network/vocabulary.ts';
import { run, type Action, type RunRefusal } from '../core/run/actions.ts';
import type { Content } from '../core/run/content.ts';
import type { Mark } from '../core/replay/marks.ts';
import { Recorder, type Sitting } from '../core/replay/record.ts';
import type { Restored, View } from '../core/story/story.ts';
import { actionsAt } from '../core/replay/playback.ts';
import type { Logged, Replay } from '../core/replay/replay.ts';
import { refusal } from '../core/run/refuse.ts';
import { step } from '../core/run/step.ts';
import type { Game } from '../core/run/game.ts';
import { copyWorld, networkAhead, networkOf, stepOf, type World } from '../core/run/world.ts';
import type { PlanStep } from '../core/run/content.ts';

/** What came a moment too early (a cooldown, the last point of energy) is kept this long and done as soon as it may be. */
const BUFFER_TICKS = 15;
const SOON: readonly (RunRefusal | null)[] = ['coolingDown', 'notEnoughEnergy'];

export type Heard =
  | { readonly kind: 'event'; readonly event: EventKind; readonly a: number; readonly b: number }
  | { readonly kind: 'refused'; readonly action: Action; readonly why: RunRefusal }
  | { readonly kind: 'taken'; readonly action: Action }
  /** A script that fails, or a network that cannot be built: nothing was done, and the World stands as it stood. */
  | { readonly kind: 'failed'; readonly error: Error }
  /** Another World stands here: another network, other people, or the same ones anew. `anew`: another run began with it. */
  | { readonly kind: 'opened'; readonly anew: boolean };
export type Listener = (heard: Heard) => void;

export class Session {
  content: Content;
  private plan: string;
  private recorder: Recorder;
  /** The network's array before the last tick, for drawing between the two. */
  private past: Int32Array | null = null;
  private waiting: Action[] = [];
  private buffered: { action: Action; ticks: number } | null = null;
  private readonly listeners = new Set<Listener>();
  private isBegun = false;
  /** Somebody's run that is shown here, and how much of it was done. */
  private watched: { readonly log: readonly Logged[]; next: number } | null = null;
  /** The network a round leads to, by what it was made of: tunings change it. */
  private ahead: { readonly at: number; readonly tunings: unknown; readonly net: Network | null } | null = null;

  constructor(content: Content, plan: string, seed: number) {
    this.content = content;
    this.plan = plan;
    this.recorder = new Recorder(content, plan, seed);
    this.isBegun = this.mode !== 'network';
  }

  /** The network is there to be looked at; time begins with `start`. */
  open(plan: string, seed: number): void {
    this.watched = null;
    this.plan = plan;
    this.recorder = new Recorder(this.content, plan, seed);
    this.isBegun = this.mode !== 'network';
    this.settle(true);
  }

  start(): void {
    this.isBegun = true;
  }

  /** What was done in that run is done again, and nothing else: whoever looks on may only pause, or leave. */
  watch({ plan, seed, log }: Replay): void {
    this.plan = plan;
    this.recorder = new Recorder(this.content, plan, seed);
    this.watched = { log, next: 0 };
    this.isBegun = true;
    this.settle(true);
  }

  get isWatching(): boolean {
    return this.watched !== null;
  }

  /** A sitting from a save, where it stood; a network in the midst of play stands paused. */
  resume(sitting: Sitting): void {
    this.watched = null;
    this.plan = sitting.world.plan;
    this.recorder = Recorder.resume(this.content, sitting);
    const { network } = this.world;
    this.isBegun = this.mode !== 'network' || (network !== null && network[TICK] > 0);
    this.settle(true);
  }

  sitting(): Sitting {
    return this.recorder.sitting();
  }

  get marks(): readonly Mark[] {
    return this.recorder.marks;
  }

  /** Back to a line or a choice: what came after it was never done. */
  returnTo(mark: Mark): void {
    this.recorder.returnTo(mark);
    this.isBegun = true;
    // the same sitting: what is kept of it is gone on with
    this.settle();
  }

  /** The same network and the same people, at once. A lost one goes on in the same run; a won run is over and begins anew. */
  again(): void {
    const anew = this.world.mode === 'over' || this.watched !== null;
    this.watched = null;
    if (anew) this.recorder = new Recorder(this.content, this.plan, this.world.seed);
    else this.turn(this.world.paused ? [run('resume'), run('retry')] : [run('retry')]);
    this.isBegun = true;
    this.settle(anew);
  }

  /** Null: it will be done in the coming tick, or in the next few. Otherwise why not. What is refused later is told. */
  act(action: Action): RunRefusal | null {
    // it is not this hand's run: the page says so
    if (this.watched !== null) return null;
    const why = this.preview(action);
    if (why === null) this.waiting.push(action);
    else if (SOON.includes(why) && this.mayBeSoon(action)) this.buffered = { action, ticks: BUFFER_TICKS };
    else return why;
    return null;
  }

  /** On from a result: to what comes next, or back into the scene. */
  proceed(): void {
    if (this.watched !== null) return;
    this.turn([run('proceed')]);
    this.settle();
  }

  /** Past a network that was lost too often. */
  skip(): void {
    if (this.watched !== null) return;
    this.turn(this.world.paused ? [run('resume'), run('skip')] : [run('skip')]);
    this.settle();
  }

  /** What the scene shows now, or null while there is none. */
  get view(): View | null {
    return this.mode === 'scene' ? this.content.story.view(this.world.story, this.world.game) : null;
  }

  /**
   * The same sitting by another edit of the script, where it stood. What is recorded from here on is nobody's run: it began
   * by other words. Only a writer's page does this.
   */
  retell(content: Content): Restored | 'planGone' {
    // What does not know this plan cannot tell it: the old script plays on.
    if (!Object.hasOwn(content.plans, this.plan)) return 'planGone';
    this.content = content;
    return this.recorder.goOnBy(content);
  }

  preview(action: Action): RunRefusal | null {
    return refusal(this.content, this.world, action);
  }

  /** What does not wait for a tick, for there may be none: an assist is set in a pause. */
  turnNow(action: Action): void {
    if (this.watched === null) this.turn([action]);
  }

  /** Pausing does not wait for a tick, for there may be none. */
  pause(on: boolean): void {
    if (!['network', 'scene', 'round', 'hub'].includes(this.mode) || this.world.paused === on) return;
    if (on) this.turn([run('pause')]);
    else this.turn([run('resume')]);
  }

  advance(ticks: number): void {
    // asked at every tick: a network that a scene opens in the midst of them has not begun
    for (let k = 0; k < ticks && (this.isRunning || this.isGoneOn); k++) {
      if (this.watched !== null) {
        this.turn(this.takeWatched(this.watched));
        continue;
      }
      this.takeBuffered();
      const actions = this.waiting;
      this.waiting = [];
      this.turn(actions);
    }
  }

  hear(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  get planned(): string {
    return this.plan;
  }
  /** The network that is played, or the plan where there is none. */
  get level(): string {
    return this.world.level ?? this.plan;
  }
  /** Is there more in this plan than one network? */
  get isStory(): boolean {
    return this.content.plans[this.plan].steps.some((one) => one.kind !== 'network');
  }
  get mode(): World['mode'] {
    return this.world.mode;
  }
  /** The story's own state: another one as soon as it goes on. */
  get story(): World['story'] {
    return this.world.story;
  }
  /** A scene that waits goes on by itself. */
  get isWaiting(): boolean {
    return this.world.waiting > 0;
  }
  get game(): Game {
    return this.world.game;
  }
  get tick(): number {
    return this.world.tick;
  }
  /** The tick at which the shown line appeared. */
  get shownAt(): number {
    return this.world.shownAt;
  }
  get seed(): number {
    return this.world.seed;
  }
  get begun(): boolean {
    return this.isBegun;
  }
  get paused(): boolean {
    return this.world.paused;
  }
  get isOver(): boolean {
    return this.net !== null && outcome(this.net) !== 'playing';
  }
  get isRunning(): boolean {
    return this.isBegun && !this.world.paused && ['network', 'scene', 'round', 'hub'].includes(this.mode);
  }
  /** Where in the plan the run stands, or null at its end. */
  get step(): PlanStep | null {
    return stepOf(this.content, this.world);
  }
  get at(): number {
    return this.world.at;
  }
  get visits(): readonly number[] {
    return this.world.visits;
  }
  get splits(): World['splits'] {
    return this.world.splits;
  }
  /** How often each tool was used in this try. */
  get used(): World['used'] {
    return this.world.used;
  }
  get tries(): number {
    return this.world.attempt;
  }
  get losses(): number {
    return this.world.losses;
  }
  get assists(): World['assists'] {
    return this.world.assists;
  }
  /** The network that is played, or the one a round leads to. */
  get shownNetwork(): Network | null {
    return this.net ?? this.networkAhead;
  }
  /** In a round: the network as it would open now. */
  get networkAhead(): Network | null {
    const { at, game } = this.world;
    if (this.mode !== 'round') return null;
    if (this.ahead?.at !== at || this.ahead.tunings !== game.tunings)
      this.ahead = { at, tunings: game.tunings, net: networkAhead(this.content, this.world) };
    return this.ahead.net;
  }
  /** Null in a scene. */
  get net(): Network | null {
    return networkOf(this.content, this.world);
  }
  /** Look, do not touch. */
  get network(): Network {
    const { net } = this;
    if (net === null) throw new Error(`the plan “${this.plan}” stands at no network`);
    return net;
  }
  get before(): Int32Array {
    return this.past ?? this.network.s;
  }
  /** What has been played so far, to be kept, sent or played again. */
  replay(): Replay {
    return this.recorder.finish();
  }
  /** A copy, for tests and tools. */
  snapshot(): World {
    return copyWorld(this.world);
  }

  private get world(): World {
    return this.recorder.world;
  }

  /** What the watched run did at a result: tried again, or went on. */
  private get isGoneOn(): boolean {
    const { watched, world } = this;
    return watched !== null && !world.paused && watched.log[watched.next]?.tick === world.tick;
  }

  private takeWatched(watched: { readonly log: readonly Logged[]; next: number }): readonly Action[] {
    const actions = actionsAt(watched.log, watched.next, this.world.tick);
    watched.next += actions.length;
    return actions;
  }

  private turn(actions: readonly Action[]): void {
    const s = this.world.network;
    const wasNetwork = this.mode === 'network' || this.mode === 'result';
    if (s !== null) {
      if (this.past?.length === s.length) this.past.set(s);
      else this.past = s.slice();
    }
    const answers = this.attempt(actions);
    if (answers === null) return;
    answers.forEach((why, k) => {
      if (why === null) this.tell({ kind: 'taken', action: actions[k] });
      else this.tell({ kind: 'refused', action: actions[k], why });
    });
    // A scene has opened a network: it is looked at first, and its time begins with `start`.
    if (this.mode === 'network' && !wasNetwork) {
      this.isBegun = this.watched !== null;
      this.settle();
    }
  }

  private attempt(actions: readonly Action[]): readonly (RunRefusal | null)[] | null {
    try {
      return this.recorder.tick(actions, (event, a, b) => this.tell({ kind: 'event', event, a, b }));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.tell({ kind: 'failed', error });
      return null;
    }
  }

  /** Only worth keeping if the next few ticks can make the difference. */
  private mayBeSoon(action: Action): boolean {
    const ahead = copyWorld(this.world);
    for (let k = 0; k < BUFFER_TICKS; k++) {
      step(this.content, ahead, []);
      if (refusal(this.content, ahead, action) === null) return true;
    }
    return false;
  }

  private takeBuffered(): void {
    if (this.buffered === null) return;
    const { action, ticks } = this.buffered;
    if (this.preview(action) === null) {
      this.waiting.push(action);
      this.buffered = null;
    } else if (ticks > 0) this.buffered = { action, ticks: ticks - 1 };
    else {
      this.buffered = null;
      this.tell({ kind: 'refused', action, why: this.preview(action) ?? 'coolingDown' });
    }
  }

  private settle(anew = false): void {
    this.past = null;
    this.waiting = [];
    this.buffered = null;
    this.tell({ kind: 'opened', anew });
  }

  private tell(heard: Heard): void {
    for (const listener of this.listeners) listener(heard);
  }
}
