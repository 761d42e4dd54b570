// Writing a replay while it is played. A session gives each tick's actions here instead of to `step`.

import type { Hash } from '../math/hash.ts';
import type { Heard } from '../network/vocabulary.ts';
import { isTool } from '../network/tools/table.ts';
import type { Action, RunRefusal } from '../run/actions.ts';
import { hashFor, type Content } from '../run/content.ts';
import type { Restored } from '../story/story.ts';
import { begin, retell, step } from '../run/step.ts';
import { copyWorld, hashWorld, type World } from '../run/world.ts';
import { BUILD } from './build.ts';
import { VERSION } from './codec.ts';
import { Marks, type Mark } from './marks.ts';
import { actionsMost, HASH_EVERY, type Logged, type Replay, type Sender } from './replay.ts';

/** Of the room in a log, what only the end of a pause may take: or a key held down in one could lock the run up. */
const KEPT_FREE = 2;

/** A run in the midst of it, as plain data: all that is needed to go on. Nobody changes one. */
export interface Sitting {
  readonly world: World;
  readonly log: readonly Logged[];
  readonly hashes: readonly Hash[];
  readonly practice: boolean;
  readonly paused: boolean;
  /** How often it went back to an earlier place: boards and achievements ask, the World does not. */
  readonly rewound: number;
  readonly marks: readonly Mark[];
}

export class Recorder {
  /** The World as it is played: look, do not touch. */
  readonly world: World;
  private content: Content;
  private readonly sender: Sender;
  private readonly log: Logged[] = [];
  private readonly hashes: Hash[] = [];
  private readonly kept: Marks;
  private practice = false;
  private paused = false;
  private rewound = 0;

  /** `from`: a sitting to go on with, and then plan and seed are its own (see `resume`). */
  constructor(content: Content, plan: string, seed: number, sender: Partial<Sender> = {}, from: Sitting | null = null) {
    this.content = content;
    this.sender = { board: '', ticket: '', player: '', ...sender };
    this.world = from === null ? begin(content, plan, seed) : copyWorld(from.world);
    this.kept = new Marks(from?.marks);
    if (from === null) this.look();
    else this.goOnFrom(from);
  }

  /** As if one had never left: what is played from here on comes to the same replay, to the byte. */
  static resume(content: Content, sitting: Sitting, sender: Partial<Sender> = {}): Recorder {
    return new Recorder(content, sitting.world.plan, sitting.world.seed, sender, sitting);
  }

  private goOnFrom(from: Sitting): void {
    this.kept.pass(this.world);
    for (const one of from.log) this.log.push(one);
    for (const one of from.hashes) this.hashes.push(one);
    ({ practice: this.practice, paused: this.paused, rewound: this.rewound } = from);
  }

  /** To be kept, or gone on with elsewhere; this run may go on after. */
  sitting(): Sitting {
    return {
      world: copyWorld(this.world),
      log: [...this.log],
      hashes: [...this.hashes],
      practice: this.practice,
      paused: this.paused,
      rewound: this.rewound,
      marks: [...this.kept.all],
    };
  }

  /** Where one can return to, the earliest first. */
  get marks(): readonly Mark[] {
    return this.kept.all;
  }

  /**
   * Back to there, with all that was done since cut off. What is left is a log that plays again; but whoever may choose
   * twice knows more than whoever may not, so it is never ranked.
   */
  returnTo(mark: Mark): 'returned' | 'unknownMark' {
    if (!this.kept.cutAfter(mark)) return 'unknownMark';
    this.log.length = mark.logged;
    this.hashes.length = mark.hashed;
    this.paused = mark.paused;
    this.practice = true;
    this.rewound++;
    Object.assign(this.world, copyWorld(mark.world));
    this.kept.pass(this.world);
    // of another edit of the script
    if (mark.content !== hashFor(this.content, mark.world.plan)) retell(this.content, this.world);
    return 'returned';
  }

  /**
   * One tick, or none while the run is paused or over; what is done then is logged at the tick where the clock stands.
   * What was refused is logged too: it is what the player did, and refusing it again changes nothing again.
   * The answers are of the actions in order, as many as the log had room for.
   */
  tick(actions: readonly Action[], heard?: Heard): readonly (RunRefusal | null)[] {
    const { world } = this;
    const tick = world.tick;
    const done: Action[] = [];
    for (const action of actions) if (this.hasRoom(action, done.length)) done.push(asLogged(action));
    const answers = step(this.content, world, done, heard);
    done.forEach((action, i) => {
      if (action.act === 'pause' && answers[i] === null) this.paused = true;
      // What has no number cannot be logged, and was refused.
      if (action.act !== 'tool' || isTool(action.tool)) this.log.push({ tick, action });
    });
    if (world.tick !== tick && world.tick % HASH_EVERY === 0) this.hashes.push(hashWorld(world));
    this.look();
    return answers;
  }

  private look(): void {
    const { content, world, paused } = this;
    this.kept.look({ content, world, paused, logged: this.log.length, hashed: this.hashes.length });
  }

  /** A log that could not be written would lose the run; so past its room, far beyond any hand's pace, nothing is done either. */
  private hasRoom(action: Action, before: number): boolean {
    const free = actionsMost(this.world.tick) - this.log.length - before;
    return free > (action.act === 'resume' ? 0 : KEPT_FREE);
  }

  /** A savestate, slow motion or a frame at a time was used: never ranked with the rest. */
  taint(): void {
    this.practice = true;
  }

  /**
   * The same sitting by other content, its story mended: for writers, who change what they play. It is tainted, and its
   * replay says the new content's hash, by which it will not verify.
   */
  goOnBy(content: Content): Restored {
    this.content = content;
    this.practice = true;
    const restored = retell(content, this.world);
    this.look();
    return restored;
  }

  /** The replay so far; the run may go on after. */
  finish(): Replay {
    const { world } = this;
    return {
      version: VERSION,
      build: BUILD,
      content: hashFor(this.content, world.plan),
      ...this.sender,
      plan: world.plan,
      seed: world.seed,
      flags: { assisted: world.assisted, practice: this.practice, paused: this.paused },
      ticks: world.tick,
      log: [...this.log],
      hashes: [...this.hashes],
      final: hashWorld(world),
    };
  }
}

/** The log holds whole 32-bit numbers, so that is what the World is given too. */
function asLogged(action: Action): Action {
  const a = action.a | 0;
  const b = action.b | 0;
  if (action.act !== 'tool') return { act: action.act, a, b };
  return { act: 'tool', tool: action.tool, a, b, c: action.c | 0 };
}
