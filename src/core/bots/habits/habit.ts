// What a habit is: what somebody does who has been taught the level's verb and plays it with sense. It answers with an act,
// with WAIT (it wants that act and has not the energy, the hand or the beat yet), or with null.

import { refusal } from '../../network/acts.ts';
import { TICK } from '../../network/layout.ts';
import type { Network } from '../../network/network.ts';
import type { Use } from '../bot.ts';

export const WAIT = 'wait';
export type Urge = Use | typeof WAIT | null;

export interface Memory {
  /** When each node was last tuned, and by whose eyes it was looked behind. */
  readonly tunedAt: Int32Array;
  readonly lookedAt: Int32Array;
}

export function newMemory(net: Network): Memory {
  const { nodes } = net.rules.layout;
  return { tunedAt: new Int32Array(nodes).fill(-9999), lookedAt: new Int32Array(nodes).fill(-9999) };
}

export function copyMemory(memory: Memory): Memory {
  return { tunedAt: memory.tunedAt.slice(), lookedAt: memory.lookedAt.slice() };
}

export interface Mood {
  readonly memory: Memory;
  /** A tremble added to every aimed angle, in 1/256 turn. */
  readonly tremble: () => number;
  readonly mends: boolean;
}

export type Habit = (net: Network, mood: Mood) => Urge;

/** Do it when it can be done; wait for the energy or the hand; let go when it cannot be done at all. */
export function want(net: Network, act: Use): Urge {
  const no = refusal(net, act.tool, act);
  if (no === null) return act;
  return no === 'notEnoughEnergy' || no === 'coolingDown' ? WAIT : null;
}

/** What was done is remembered: who was tuned, who was looked behind. */
export function remember(net: Network, memory: Memory, act: Use): void {
  if (act.tool === 'tune') memory.tunedAt[act.a] = net.s[TICK];
  if (act.tool === 'reveal') memory.lookedAt[act.a] = net.s[TICK];
}
