// A window for tests and outside scripts, opened by ?e2e and by nothing else: what the state is, what may be done, and a
// clock of its own. From the first `step` on the game moves only by steps.

import { TICK } from '../core/network/layout.ts';
import { coherence } from '../core/network/measure.ts';
import { outcome } from '../core/network/network.ts';
import { hashText } from '../core/math/hash.ts';
import { toCode } from '../core/replay/code.ts';
import type { Action, RunRefusal } from '../core/run/actions.ts';
import { hashWorld, type World } from '../core/run/world.ts';
import type { Panel, Play, Screen } from './play.ts';
import { bondState, seenBonds, type Target } from './reading.ts';

/** Who moves the game. */
export interface TestClock {
  /** So many ticks, or, with none, so many frames in which nothing but the screen goes on. */
  step(ticks: number, frames: number, isPainted: boolean): void;
}

export interface TestWindow {
  state(): {
    readonly plan: string;
    /** The line that a scene shows. */
    readonly line: string | null;
    readonly level: string;
    readonly seed: number;
    readonly screen: Screen;
    readonly tick: number;
    /** Of the whole run; `tick` is the network's own. */
    readonly runTick: number;
    readonly hash: string;
    readonly outcome: string;
    readonly coherence: number;
    readonly phases: readonly number[];
    readonly brokenBonds: readonly number[];
    readonly tool: string | null;
    readonly ghost: number | null;
    readonly cursor: Target | null;
  };
  /** Does it, as any input would: null, or why not. It is taken in the next tick, or at once where there is none. */
  act(action: Action): RunRefusal | null;
  /** The clock is the caller's from now on: so many ticks pass, and the page is drawn once. `frames` of the screen may pass besides. */
  step(ticks: number, frames?: number): void;
  /** The same without the picture being painted, which is most of the work where there is no graphics card. */
  skip(ticks: number): void;
  /** The panel that is to stand over the game, or `nothing` for none. */
  open(panel: Panel | 'nothing'): void;
  /** The whole World, as plain data. */
  world(): World;
  /** Stands there instead: a World as `world` gives it, its network a plain list or an array. */
  stand(world: World): void;
  /** Where a target is, in the page's own pixels. */
  place(target: Target): { x: number; y: number };
  readonly radius: number;
  /** What was played, as a text that anybody can play again. */
  replay(): string;
}

export function openTestWindow(play: Play, stage: HTMLElement, clock: TestClock): void {
  const opened: TestWindow = {
    state() {
      const { session, aim } = play;
      const { net } = session;
      const { phase, nodes } = net?.rules.layout ?? { phase: 0, nodes: 0 };
      return {
        plan: session.planned,
        line: play.tale.line,
        level: session.level,
        seed: session.seed,
        screen: play.screen,
        tick: net?.s[TICK] ?? 0,
        runTick: session.snapshot().tick,
        hash: hashText(hashWorld(session.snapshot())),
        outcome: net === null ? 'playing' : outcome(net),
        coherence: net === null ? 0 : coherence(net),
        phases: net === null ? [] : Array.from(net.s.subarray(phase, phase + nodes)),
        brokenBonds: net === null ? [] : seenBonds(net).filter((e) => ['cut', 'inverted'].includes(bondState(net, e))),
        tool: aim.tool,
        ghost: aim.ghost,
        cursor: aim.cursor,
      };
    },
    act(action) {
      const why = play.session.act(action);
      play.command({ do: 'nothing' });
      return why;
    },
    step: (ticks, frames = 0) => clock.step(ticks, frames, true),
    skip: (ticks) => clock.step(ticks, 0, false),
    open: (panel) => play.openPanel(panel === 'nothing' ? null : panel),
    world: () => play.session.snapshot(),
    stand(given) {
      const network = given.network === null ? null : Int32Array.from(given.network);
      const world: World = { ...given, network };
      play.take({ world, log: [], hashes: [], practice: true, paused: world.paused, rewound: 0, marks: [] });
    },
    place(target) {
      const net = play.session.shownNetwork;
      if (net === null) return { x: 0, y: 0 };
      const at = play.picture.place(net, target);
      const box = stage.getBoundingClientRect();
      return { x: box.left + at.x, y: box.top + at.y };
    },
    replay: () => toCode(play.session.replay()),
    get radius() {
      return play.picture.radius;
    },
  };
  Object.defineProperty(window, 'syntony', { value: opened });
}
