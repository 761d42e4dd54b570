// What a command comes to: which panel is open, what is said, what the hand does. Knows no key, no pixel and no word.
// Still one file of five hundred lines: every command may open a panel, move the hand and be answered by a notice, and parting
// these made three that asked each other everything. What could stand alone does: aim, round, reader, tale.

import { TICK } from '../core/network/layout.ts';
import { outcome, type Network } from '../core/network/network.ts';
import { isTool, type ToolId } from '../core/network/tools/table.ts';
import type { EventKind } from '../core/network/vocabulary.ts';
import { run, type RunRefusal } from '../core/run/actions.ts';
import { LOSSES_TO_SKIP } from '../core/run/refuse.ts';
import { Aim, PASSING, type Answer } from './aim.ts';
import { nearest, Picture, towards, type Direction, type Point } from './picture.ts';
import { bondState, meters, seenBonds, seenNodes, standing, type Target } from './reading.ts';
import { fleetingBests, type Bests } from './bests.ts';
import { Reader } from './reader.ts';
import { Round } from './round.ts';
import type { Session } from './session.ts';
import type { Mark } from '../core/replay/marks.ts';
import type { Sitting } from '../core/replay/record.ts';
import { NO_WORDS, Tale, type Utterance, type Words } from './tale.ts';

export type Command =
  | { readonly do: 'tool'; readonly slot: number }
  | { readonly do: 'move'; readonly way: Direction; readonly finely: boolean }
  | { readonly do: 'use' | 'back' | 'pause' | 'again' | 'fresh' | 'next' | 'onward' | 'skip' | 'leave' | 'nothing' }
  | { readonly do: 'toolNext' | 'toolBefore' }
  | { readonly do: Panel };

/** What stands over the game. */
export const PANELS = [
  'paused',
  'help',
  'networks',
  'settings',
  'saves',
  'codex',
  'branches',
  'transcript',
  'chapters',
  'endings',
  'about',
] as const;
export type Panel = (typeof PANELS)[number];

type Place = 'title' | 'scene' | 'hub' | 'round' | 'start' | 'playing' | 'result' | 'told';
export type Screen = Place | Panel;

export type Notice =
  | { readonly kind: 'refused'; readonly why: RunRefusal }
  | { readonly kind: 'wrongKind' }
  /** Authenticity has just come below what is asked, for the first time. */
  | { readonly kind: 'selves' }
  | { readonly kind: 'event'; readonly event: News; readonly a: number; readonly b: number };

/** News worth a line; the rest is seen. */
const NEWS = [
  'hazardNamed',
  'hazardStruck',
  'hazardTurned',
  'bondTied',
  'bondSnapped',
  'bondRevealed',
  'nothingHidden',
  'foreignCut',
  'pulseOnBeat',
  'pulseOffBeat',
  'beadArrived',
  'beadLost',
  'echoed',
  'roundHeld',
  'workshopHeld',
  'joined',
  'overtouched',
  'seen',
] as const satisfies readonly EventKind[];
type News = (typeof NEWS)[number];
/** How long a line stays, and after how long without an act, or how many refusals, the hint is given. */
const NOTICE_MS = 4000;
const IDLE_MS = 6000;
const REFUSALS_TO_HINT = 2;
/** A press meant for the network that ends just then must not press the result away. */
const SETTLES_MS = 500;
/** An arrow turns the ghost hand by a sixteenth of a turn, with Shift by a 256th. */
const TURN = 16;
/** A bond that the tool cannot work on must be meant more exactly. */
const EXACTLY = 8;

export class Play {
  readonly session: Session;
  readonly aim: Aim;
  readonly levels: readonly string[];
  /** Null while a scene is told. */
  private drawn: Picture | null = null;
  private shown: Network | null = null;
  private size = { width: 640, height: 480 };
  notice: Notice | null = null;
  bests: Bests;
  readonly tale: Tale;
  readonly reader: Reader;
  readonly round: Round;
  /** The best time here before this one, once a network is won. */
  bestBefore: number | null = null;
  /** How far they have agreed at most in this try. */
  bestCoherence = 0;
  private wasWarned = false;
  private readonly freshSeed: () => number;
  /** The last stands on top; Back goes to the one before. */
  private panels: Panel[] = [];
  private title = false;
  private now = 0;
  private noticeUntil = 0;
  /** The tool that a refusal was about: it is taken back when that tool could do it. */
  private refusedTool: ToolId | null = null;
  private lastAct = 0;
  private refused = 0;
  private resultAt: number | null = null;
  private openedAt = 0;
  private readonly watchers = new Set<(moved: Target | null) => void>();

  constructor(
    session: Session,
    levels: readonly string[],
    freshSeed: () => number,
    bests: Bests = fleetingBests(),
    words: Words = NO_WORDS,
  ) {
    this.bests = bests;
    this.session = session;
    this.levels = levels;
    this.freshSeed = freshSeed;
    this.aim = new Aim(session);
    this.tale = new Tale(session, words);
    this.reader = new Reader(this.tale);
    this.round = new Round(session);
    this.redraw();
    session.hear((heard) => {
      if (heard.kind === 'opened') this.renew();
      else if (heard.kind === 'refused') this.refuse(heard.why);
      else if (heard.kind === 'event' && isNews(heard.event)) this.say({ ...heard, event: heard.event });
    });
  }

  get screen(): Screen {
    return this.panels.at(-1) ?? this.place;
  }

  /** What stands below the panels. */
  get place(): Place {
    if (this.title) return 'title';
    const { mode } = this.session;
    if (mode === 'scene' || mode === 'round' || mode === 'hub') return mode;
    if (mode === 'over' && this.session.isStory) return 'told';
    if (!this.session.begun) return 'start';
    return this.session.isOver ? 'result' : 'playing';
  }

  /** Once a frame, with what the screen's clock says. */
  frame(now: number, ticks: number): void {
    this.now = now;
    if (this.lastAct === 0 || !this.session.isRunning) this.lastAct = now;
    // a run that is watched goes on from its results by itself
    if (this.isLive || (this.session.isWatching && this.panels.length === 0 && !this.title))
      this.session.advance(ticks);
    this.reader.frame(now, this.screen === 'scene');
    if (this.shown !== this.session.shownNetwork) this.redraw();
    if (this.session.net === null) return;
    if (now > this.noticeUntil) this.notice = null;
    else if (this.isPassed()) this.takeBack();
    this.look();
    if (!this.session.isOver || this.resultAt !== null) return;
    this.resultAt = now;
    this.settleBest();
  }

  private look(): void {
    const net = this.session.network;
    const now = meters(net, standing(net));
    this.bestCoherence = Math.max(this.bestCoherence, now.coherence);
    if (this.wasWarned || this.screen !== 'playing' || now.authenticity >= now.authenticityAsked) return;
    this.wasWarned = true;
    this.say({ kind: 'selves' });
  }

  private settleBest(): void {
    const { level, network } = this.session;
    if (outcome(network) !== 'won' || this.session.isStory || this.session.isWatching) return;
    this.bestBefore = this.bests.of(level);
    const ticks = network.s[TICK];
    if (this.bestBefore === null || ticks < this.bestBefore) this.bests.keep(level, ticks);
  }

  /** Whether the result has been there long enough to have been seen. */
  get isSettled(): boolean {
    return this.resultAt !== null && this.now - this.resultAt >= SETTLES_MS;
  }

  /** Whether a network that a scene opened has been there long enough: the press was meant for the scene. */
  get isLooked(): boolean {
    return !this.session.isStory || this.now - this.openedAt >= SETTLES_MS;
  }

  /** A lost network may be begun again before it has been mourned; a won one is not to be missed. */
  private get isJustWon(): boolean {
    return this.screen === 'result' && outcome(this.session.network) === 'won' && !this.isSettled;
  }

  get isHintDue(): boolean {
    return this.screen === 'playing' && (this.refused >= REFUSALS_TO_HINT || this.now - this.lastAct >= IDLE_MS);
  }

  resize(width: number, height: number): void {
    this.size = { width, height };
    this.redraw();
  }

  get picture(): Picture {
    if (this.drawn === null) throw new Error('there is no picture of a scene');
    return this.drawn;
  }
  get drawnPicture(): Picture | null {
    return this.drawn;
  }

  /** What the act is called that the run stands in. */
  get actTitle(): string {
    return this.session.step?.of?.title ?? '';
  }

  /** What the picture's colours follow: how far they agree now, or agreed at last. */
  get shownCoherence(): number {
    const { net, game } = this.session;
    if (net !== null) return meters(net, standing(net)).coherence;
    const last = Object.values(game.results).at(-1);
    return last === undefined ? 0.6 : last.coherence / 100;
  }

  /** A press on the map of a round. */
  visitAt(at: Point): void {
    const which = this.drawn === null ? null : this.round.at(this.drawn, at);
    if (which !== null) this.visit(which);
  }

  private redraw(): void {
    const net = this.session.shownNetwork;
    this.shown = net;
    this.drawn = net === null ? null : new Picture(net, this.size.width, this.size.height);
  }

  /** Called whenever something was done; `moved` is where the keyboard went, for the focus to follow. */
  watch(watcher: (moved: Target | null) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** What may be played by itself, by where it belongs: training first. Lessons of a story are only told there. */
  get levelGroups(): readonly (readonly [folder: string, levels: readonly string[]])[] {
    const groups = new Map<string, string[]>();
    for (const id of this.levels) {
      const folder = id.split('/')[0];
      if (folder === 'prologue') continue;
      groups.set(folder, [...(groups.get(folder) ?? []), id]);
    }
    for (const ids of groups.values()) ids.sort();
    return [...groups].sort(([a], [b]) => Number(b === 'training') - Number(a === 'training') || a.localeCompare(b));
  }

  /** An answer in a scene, pressed. */
  answer(option: number): void {
    // A press that was meant for the line before is no answer; a number is meant, and goes by another way.
    if (this.screen === 'scene' && this.reader.isSettled) this.reader.choose(option);
    this.changed(null);
  }

  command(command: Command): void {
    const moved = this.obey(command);
    this.changed(moved);
  }

  /** A finger or a focused button says: this one. */
  at(target: Target): void {
    if (this.screen === 'playing')
      this.reply(target.kind === 'door' ? this.aim.useDoor(target.id) : this.aim.at(target));
    this.changed(null);
  }

  confirm(): void {
    if (this.screen === 'playing') this.reply(this.aim.confirm());
    this.changed(null);
  }

  hover(target: Target | null): void {
    this.aim.cursor = target;
  }

  /** What lies under a finger, for the tool in hand: what it works on first, then what it would refuse. */
  under(at: Point): Target | null {
    const net = this.session.network;
    return (
      nearest(this.picture, net, at, this.doors(), 0) ??
      nearest(this.picture, net, at, this.aim.fitting()) ??
      nearest(this.picture, net, at, this.aim.candidates(), EXACTLY)
    );
  }

  private doors(): Target[] {
    const { slots, doors } = this.session.network.rules;
    return slots['door'] === undefined ? [] : doors.map((_, id) => ({ kind: 'door', id }));
  }

  /** A touch that the tool has no use for still gets an answer, if there is something there. */
  miss(at: Point): void {
    if (this.aim.cancel()) return this.changed(null);
    const net = this.session.network;
    const wantsNode = this.aim.wants === 'node';
    const others: Target[] = wantsNode
      ? seenBonds(net).map((id) => ({ kind: 'bond', id }))
      : seenNodes(net).map((id) => ({ kind: 'node', id }));
    const hit = nearest(this.picture, net, at, others, wantsNode ? EXACTLY : 0);
    const isMeant = hit !== null && (hit.kind === 'node' || !['whole', 'tied'].includes(bondState(net, hit.id)));
    if (isMeant && this.screen === 'playing') this.reply('wrongKind');
    this.changed(null);
  }

  /** This network with these people: what an address asks for. */
  open(level: string, seed: number): void {
    this.panels = [];
    this.title = false;
    this.session.open(level, seed);
    this.changed(null);
  }

  /** A sitting from a save, or from wherever: it goes on where it stood. */
  take(sitting: Sitting): void {
    this.panels = [];
    this.title = false;
    this.session.resume(sitting);
    this.changed(null);
  }

  /** Something was played before the title came back: Go on goes on there. */
  get isUnderWay(): boolean {
    return this.session.isStory && this.session.tick > 0 && this.session.mode !== 'over';
  }

  /** Back to a choice: what came after was never done. */
  returnTo(mark: Mark): void {
    this.panels = [];
    this.session.returnTo(mark);
    this.session.pause(false);
    this.changed(null);
  }

  /** What was taken up in the midst of a network stands paused, to be looked at first; a scene simply goes on. */
  settleResumed(): void {
    if (this.place === 'playing') this.show('paused');
    else this.session.pause(false);
    this.changed(null);
  }

  /** Other people in it than last time. */
  openFresh(level: string): void {
    this.open(level, this.freshSeed());
  }

  start(): void {
    if (this.isLooked) this.session.start();
    this.changed(null);
  }

  private obey(command: Command): Target | null {
    const { session } = this;
    const { screen } = this;
    switch (command.do) {
      case 'tool': {
        if (screen === 'scene') this.reader.choose(command.slot);
        if (screen === 'round' && command.slot < this.round.callers.length) this.visit(command.slot);
        const tool = session.net?.rules.tools[command.slot]?.id;
        if (screen === 'playing' && tool !== undefined && isTool(tool)) this.reply(this.aim.choose(tool));
        return null;
      }
      case 'move':
        return screen === 'playing' ? this.move(command.way, command.finely) : null;
      case 'use':
        if (screen === 'start' && this.isLooked) session.start();
        else if (screen === 'scene') this.reader.next();
        else if (screen === 'playing' && this.aim.ghost !== null) this.reply(this.aim.confirm());
        else if (screen === 'playing' && this.aim.cursor !== null) this.reply(this.aim.at(this.aim.cursor));
        return null;
      case 'back':
        if (screen === 'playing' && this.aim.cancel()) return null;
        if (this.panels.length > 0) this.close();
        else if (this.isPausable) this.show('paused');
        return null;
      case 'pause':
        if (screen === 'paused') this.close();
        else if (this.isLive) this.show('paused');
        return null;
      case 'again':
        if (!session.begun || this.isJustWon || session.net === null || this.isCovered) return null;
        this.panels = [];
        session.again();
        return null;
      case 'fresh':
        if (this.isJustWon || session.isStory || this.isCovered) return null;
        this.panels = [];
        session.open(session.level, this.freshSeed());
        session.start();
        return null;
      case 'onward':
        if (screen === 'result' && this.isSettled && session.isStory) session.proceed();
        return null;
      case 'nothing':
        return null;
      case 'toolNext':
      case 'toolBefore':
        this.nextTool(command.do === 'toolNext' ? 1 : -1);
        return null;
      case 'skip':
        if (!this.isSkippable) return null;
        this.panels = [];
        session.skip();
        return null;
      case 'leave':
        this.showTitle();
        return null;
      case 'next':
        if (screen === 'result' && this.isSettled && this.nextLevel !== null)
          session.open(this.nextLevel, this.freshSeed());
        return null;
      case 'paused':
      case 'help':
      case 'networks':
      case 'settings':
      case 'saves':
      case 'codex':
      case 'branches':
      case 'transcript':
      case 'chapters':
      case 'endings':
      case 'about':
        if (this.panels.at(-1) === command.do) this.close();
        else this.show(command.do);
        return null;
    }
  }

  openPanel(panel: Panel | null): void {
    if (panel !== null) this.show(panel);
    else while (this.panels.length > 0) this.close();
    this.changed(null);
  }

  /** The title stands before everything; what was played waits behind it. */
  showTitle(): void {
    if (this.isPausable) this.session.pause(true);
    this.panels = [];
    this.title = true;
    this.changed(null);
  }

  /** Back from the title to what was played. */
  goOn(): void {
    this.title = false;
    this.panels = [];
    this.session.pause(false);
    this.changed(null);
  }

  /** The choice at which this was answered, if one can go back to it. */
  markOf(said: Utterance): Mark | null {
    const before = this.session.marks.filter((one) => one.kind === 'options' && one.world.tick <= said.at);
    return before.at(-1) ?? null;
  }

  /** A person of the round, or a city of the Sphere. */
  visit(which: number): RunRefusal | null {
    const why = this.place === 'round' || this.place === 'hub' ? this.session.act(run('visit', which)) : 'notInARound';
    this.changed(null);
    return why;
  }

  /** Lost often enough, or a lesson: it may be left. The pause asks, in which nothing may be done. */
  get isSkippable(): boolean {
    const { session } = this;
    const { net } = session;
    if (net === null || outcome(net) === 'won') return false;
    return session.losses >= LOSSES_TO_SKIP || (net.rules.level.lesson === true && session.isStory);
  }

  /** Time passes here, unless a panel stands over it. */
  private get isPausable(): boolean {
    return ['playing', 'scene', 'round', 'hub'].includes(this.place);
  }

  /** What is played is not in sight: only the menu over it offers to begin it again. */
  private get isCovered(): boolean {
    return this.title || (this.panels.length > 0 && this.screen !== 'paused');
  }

  get isLive(): boolean {
    return this.panels.length === 0 && this.isPausable;
  }

  /** The next tool along the bar, round and round. */
  private nextTool(by: 1 | -1): void {
    const { net } = this.session;
    if (net === null || this.screen !== 'playing') return;
    const { tools } = net.rules;
    const now = tools.findIndex((one) => one.id === this.aim.tool);
    const { id } = tools[(now + by + tools.length) % tools.length];
    if (isTool(id)) this.reply(this.aim.choose(id));
  }

  get nextLevel(): string | null {
    if (this.session.isStory) return null;
    const folder = this.session.level.split('/')[0];
    const beside = this.levels.filter((id) => id.startsWith(`${folder}/`));
    return beside[beside.indexOf(this.session.level) + 1] ?? null;
  }

  /** With a hand in hand, sideways turns it, up straightens it and down lets it go; otherwise to the next target that way. */
  private move(way: Direction, finely: boolean): Target | null {
    this.lastAct = this.now;
    if (this.aim.ghost !== null) {
      if (way === 'up') this.aim.straighten();
      else if (way === 'down') this.aim.cancel();
      else this.aim.turn((way === 'left' ? -1 : 1) * (finely ? 1 : TURN));
      return null;
    }
    const fitting = this.aim.fitting();
    const among = fitting.length > 0 ? fitting : this.aim.candidates();
    const next = towards(this.picture, this.session.network, this.aim.cursor, way, among);
    if (next !== null) this.aim.cursor = next;
    return next;
  }

  private show(panel: Panel): void {
    this.panels = [...this.panels.filter((one) => one !== panel), panel];
    if (this.session.begun && !this.title) this.session.pause(true);
  }

  private close(): void {
    this.panels = this.panels.slice(0, -1);
    if (this.panels.length === 0 && !this.title) this.session.pause(false);
  }

  private reply(answer: Answer): void {
    this.lastAct = this.now;
    if (answer === 'goesOn') return;
    if (answer === 'done') {
      this.refused = 0;
      this.takeBack();
    } else if (answer === 'wrongKind') {
      this.refused++;
      this.say({ kind: 'wrongKind' });
    } else this.refuse(answer);
  }

  private refuse(why: RunRefusal): void {
    this.refused++;
    this.say({ kind: 'refused', why });
  }

  /** A refusal answers the player, so news does not push it away. */
  private say(notice: Notice): void {
    if (notice.kind === 'event' && this.notice !== null && this.notice.kind !== 'event') return;
    this.notice = notice;
    this.noticeUntil = this.now + NOTICE_MS;
    this.refusedTool = this.aim.tool;
  }

  /** What was done after all, or could be now, is no longer refused. */
  private takeBack(): void {
    if (this.notice?.kind === 'refused' || this.notice?.kind === 'wrongKind') this.notice = null;
  }

  private isPassed(): boolean {
    const { notice, refusedTool } = this;
    if (this.session.net === null) return false;
    if (notice?.kind !== 'refused' || !PASSING.includes(notice.why) || refusedTool === null) return false;
    return !this.session.paused && this.aim.readiness(refusedTool) === null;
  }

  private renew(): void {
    this.aim.reset();
    this.notice = null;
    this.refused = 0;
    this.resultAt = null;
    this.openedAt = this.now;
    this.bestBefore = null;
    this.bestCoherence = 0;
    this.wasWarned = false;
    this.lastAct = this.now;
    this.redraw();
  }

  private changed(moved: Target | null): void {
    for (const watcher of this.watchers) watcher(moved);
  }
}

function isNews(event: EventKind): event is News {
  return (NEWS as readonly EventKind[]).includes(event);
}
