// The round: who may be visited, where they stand on the map, and whom the hand is on. The list and the map are both of this.

import { CAST } from '../core/run/cast.ts';
import type { Caller } from '../core/run/content.ts';
import { nearest, type Picture, type Point } from './picture.ts';
import type { Session } from './session.ts';

interface Visitable extends Caller {
  /** By number, as a `visit` says it. */
  readonly visit: number;
  /** Where they stand on the map, or -1 for who is not on it. */
  readonly node: number;
}

export class Round {
  private readonly session: Session;
  hovered: number | null = null;

  constructor(session: Session) {
    this.session = session;
  }

  /** In the order of the list. */
  get callers(): readonly Visitable[] {
    const { step, networkAhead: net } = this.session;
    if (step?.kind !== 'round') return [];
    return step.visits.map((_, visit) => {
      const caller = step.callers?.[visit] ?? { who: '', at: '', about: '' };
      const name = CAST.find(({ id }) => id === caller.who)?.name ?? '';
      return { ...caller, visit, node: net?.rules.names.indexOf(name) ?? -1 };
    });
  }

  /** How the map shows them. */
  get marks(): readonly { readonly node: number; readonly state: 'open' | 'visited' | 'picked' }[] {
    const { visits } = this.session;
    return this.callers
      .filter((one) => one.node >= 0)
      .map(({ node, visit }) => ({
        node,
        state: visits.includes(visit) ? 'visited' : visit === this.hovered ? 'picked' : 'open',
      }));
  }

  /** Who is pressed there on the map, or null; the hand is on them then. */
  at(picture: Picture, point: Point): number | null {
    const net = this.session.networkAhead;
    if (net === null) return null;
    const there = this.callers.filter((one) => one.node >= 0);
    const targets = there.map((one) => ({ kind: 'node', id: one.node }) as const);
    const hit = nearest(picture, net, point, targets);
    this.hovered = there.find((one) => one.node === hit?.id)?.visit ?? null;
    return this.hovered;
  }
}
