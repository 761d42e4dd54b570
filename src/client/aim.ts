// What is in the hand: the chosen tool, what it already points at, and the ghost of a hand being turned. Pointer and
// keyboard both move this, the picture and the words both show it; it asks the session and never changes a World itself.

import { fromByte, toByte } from '../core/math/turn.ts';
import { ENERGY, TICK } from '../core/network/layout.ts';
import type { Network } from '../core/network/network.ts';
import type { Target as Takes } from '../core/network/vocabulary.ts';
import { isTool, type ToolId } from '../core/network/tools/table.ts';
import { useTool, type Action, type RunRefusal } from '../core/run/actions.ts';
import { anglesOfOthers, doorOf, intervalNow, isSame, seenBonds, seenNodes, type Target } from './reading.ts';

/** What aiming needs of a session. */
export interface Asks {
  readonly network: Network;
  /** Null in a scene, where there is nothing to point at. */
  readonly net: Network | null;
  preview(action: Action): RunRefusal | null;
  act(action: Action): RunRefusal | null;
}

/** Not the target's fault: it would work in a moment. */
export const PASSING: readonly RunRefusal[] = ['coolingDown', 'notEnoughEnergy', 'paused'];

/** `wrongKind`: the tool in hand works on something else. */
export type Answer = 'done' | 'goesOn' | 'wrongKind' | RunRefusal;

export class Aim {
  private readonly asks: Asks;
  private chosen: ToolId | null = null;
  private given: Target[] = [];
  private turned: number | null = null;
  private justDone: Target | null = null;
  /** What the pointer is over or the keyboard stands on. */
  cursor: Target | null = null;

  constructor(asks: Asks) {
    this.asks = asks;
    this.reset();
  }

  /** Another network: the first tool it offers, and nothing pointed at. */
  reset(): void {
    const { net } = this.asks;
    const first = net?.rules.tools[0]?.id ?? null;
    if (net === null || this.chosen === null || this.slotOf(this.chosen) === undefined)
      this.chosen = first !== null && isTool(first) ? first : null;
    this.given = [];
    this.turned = null;
    this.justDone = null;
    this.cursor = null;
  }

  get tool(): ToolId | null {
    return this.chosen;
  }
  /** The first of two, or the one whose hand is being turned. */
  get picked(): Target | null {
    return this.given[0] ?? null;
  }
  /** The angle of the ghost hand, while one is being turned. */
  get ghost(): number | null {
    return this.turned;
  }
  /** What the tool wants next. */
  get wants(): Takes | null {
    return this.takes[this.given.length] ?? null;
  }

  /** A tool that points at nothing, or at the only door there is, is used as it is chosen. */
  choose(tool: ToolId): Answer {
    this.cancel();
    this.justDone = null;
    this.chosen = tool;
    if (this.takes.length === 0) return this.use([]);
    if (this.takes[0] === 'door' && this.asks.network.rules.doors.length === 1) return this.use([0]);
    return 'goesOn';
  }

  /** A door answers to itself, whatever is in the hand. */
  useDoor(door: number): Answer {
    this.cancel();
    return this.asks.act(useTool('door', door)) ?? 'done';
  }

  /** Whether the tool in hand works on bonds, by themselves or as what goes through a door. */
  get isForBonds(): boolean {
    return this.takes[0] === 'bond' || this.takes[0] === 'door';
  }

  /** At this target: the next argument, or, where the hand of this one is being turned, the end of turning. */
  at(target: Target): Answer {
    if (this.turned !== null) {
      if (isSame(target, this.picked)) return this.confirm();
      this.cancel();
    }
    const meant = this.meant(target);
    if (meant === null) return 'wrongKind';
    this.cursor = target;
    const why = this.preview(meant);
    if (why !== null && !PASSING.includes(why)) return why;
    this.given.push(meant);
    if (this.wants === 'angle') {
      this.turned = this.offered(meant);
      return 'goesOn';
    }
    if (this.wants !== null) return 'goesOn';
    return this.use(this.given.map((one) => one.id));
  }

  /** The ghost hand as it stands. */
  confirm(): Answer {
    if (this.turned === null) return 'goesOn';
    return this.use([...this.given.map((one) => one.id), toByte(this.turned)]);
  }

  /** By so many 256ths of a turn. */
  turn(bytes: number): void {
    if (this.turned !== null) this.turned = (this.turned + fromByte(bytes)) | 0;
  }

  turnTo(angle: number): void {
    if (this.turned !== null) this.turned = angle;
  }

  /** The ghost back to where it was offered. */
  straighten(): void {
    if (this.turned !== null && this.picked !== null) this.turned = this.offered(this.picked);
  }

  /** Whether there was anything to let go of. */
  cancel(): boolean {
    const had = this.given.length > 0;
    this.given = [];
    this.turned = null;
    return had;
  }

  /** Everything the tool could be pointed at now, the refused ones included. */
  candidates(): Target[] {
    const net = this.asks.network;
    if (this.wants === 'node' || (this.wants === 'angle' && this.takes[0] === 'node'))
      return seenNodes(net).map((id) => ({ kind: 'node', id }));
    const bonds = seenBonds(net);
    if (this.wants === 'door') return bonds.filter((id) => doorOf(net, id) >= 0).map((id) => ({ kind: 'bond', id }));
    if (this.wants === 'bond' || this.wants === 'angle') return bonds.map((id) => ({ kind: 'bond', id }));
    return [];
  }

  /** Those among them on which it would work, now or in a moment. */
  fitting(): Target[] {
    return this.candidates().filter((target) => {
      const meant = this.meant(target);
      const why = meant === null ? 'noSuchNode' : this.preview(meant);
      return why === null || PASSING.includes(why);
    });
  }

  /** Why the tool would not work here; null when it would. */
  preview(target: Target): RunRefusal | null {
    if (this.chosen === null) return 'notOffered';
    const meant = this.meant(target);
    if (meant === null) return null;
    if (this.takes.length === 2 && this.takes[1] === 'node' && this.given.length === 0) return this.anySecond(meant);
    return this.asks.preview(this.guess(meant));
  }

  /** What to say of the cursor before anything is pressed. Not of what was put right this moment: that is no mistake. */
  complaint(): RunRefusal | null {
    if (this.cursor === null || this.turned !== null) return null;
    if (isSame(this.cursor, this.justDone)) return null;
    this.justDone = null;
    return this.preview(this.cursor);
  }

  /** The tool by itself: what greys its button. */
  readiness(tool: ToolId): RunRefusal | null {
    const { network } = this.asks;
    const offered = network.rules.tools.find((one) => one.id === tool);
    if (offered === undefined) return 'notOffered';
    if (offered.row.takes.length === 0) return this.asks.preview(useTool(tool));
    if (network.s[network.rules.layout.ready + this.slotOf(tool)!] > network.s[TICK]) return 'coolingDown';
    return network.s[ENERGY] < offered.cost ? 'notEnoughEnergy' : null;
  }

  private get takes(): readonly Takes[] {
    const { network } = this.asks;
    return this.chosen === null ? [] : (network.rules.tools[this.slotOf(this.chosen) ?? -1]?.row.takes ?? []);
  }

  private slotOf(tool: ToolId): number | undefined {
    return this.asks.network.rules.slots[tool];
  }

  /** What is pointed at, as the tool means it: a bond stands for its door. Null when it is of the wrong kind. */
  private meant(target: Target): Target | null {
    const wants = this.wants === 'angle' ? this.takes[0] : this.wants;
    if (wants === target.kind) return target;
    if (wants !== 'door' || target.kind !== 'bond') return null;
    const door = doorOf(this.asks.network, target.id);
    return door < 0 ? null : { kind: 'door', id: door };
  }

  /** The act as it would be if it were finished as offered. */
  private guess(target: Target): Action {
    const ids = [...(this.turned === null ? this.given : []), target].map((one) => one.id);
    if (this.takes[ids.length] === 'angle') ids.push(toByte(this.turned ?? this.offered(target)));
    return useTool(this.chosen!, ids[0], ids[1], ids[2]);
  }

  private anySecond(first: Target): RunRefusal | null {
    let answer: RunRefusal | null = null;
    for (const id of seenNodes(this.asks.network)) {
      if (id === first.id) continue;
      answer = this.asks.preview(useTool(this.chosen!, first.id, id));
      if (answer === null || PASSING.includes(answer)) return answer;
    }
    return answer;
  }

  private offered(target: Target): number {
    return target.kind === 'bond'
      ? intervalNow(this.asks.network, target.id)
      : anglesOfOthers(this.asks.network, target.id);
  }

  /** Where it is refused the hand stays where it is, so that a second try is one key. */
  private use(ids: readonly number[]): Answer {
    if (this.chosen === null) return 'notOffered';
    const why = this.asks.act(useTool(this.chosen, ids[0], ids[1], ids[2]));
    if (why !== null && this.turned === null) this.given.pop();
    if (why !== null) return why;
    this.justDone = this.cursor;
    this.cancel();
    return 'done';
  }
}
