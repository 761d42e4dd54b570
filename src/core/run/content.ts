// What a run is played with. content.ts above core makes one; a run never changes it.

import type { Rules } from '../network/rules.ts';
import type { City } from './cast.ts';
import type { Story } from './story.ts';

/** Of which city a step is, and of which of its acts: for chapters, and for who looks back. Decides nothing. */
interface Of {
  readonly of?: { readonly city: City; readonly act: number; readonly title: string };
}

/** Who is met by a visit, where, and why one would go: for the map. Decides nothing. */
export interface Caller {
  readonly who: string;
  readonly at: string;
  readonly about: string;
}

/** What a run goes through, in order. */
export type PlanStep = Of &
  (
    | { readonly kind: 'scene'; readonly scene: string }
    /** Visits on the map of the network: `needs` of them, in the player's order, each a scene. */
    | {
        readonly kind: 'round';
        readonly visits: readonly string[];
        readonly needs: number;
        readonly callers?: readonly Caller[];
      }
    | { readonly kind: 'network'; readonly level: string }
    /** The Sphere: from here to any city that has not ended. */
    | { readonly kind: 'hub'; readonly ways: readonly { readonly city: City; readonly at: number }[] }
    /** The end of a city: back to the hub at that step. */
    | { readonly kind: 'home'; readonly to: number }
  );

export interface Plan {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly PlanStep[];
  /** No run of this plan is longer than this, in ticks: what a verifier is willing to play. */
  readonly most: number;
}

export interface Content {
  /** Sixteen hex digits over everything that decides. */
  readonly hash: string;
  /** Of plans that depend on less than everything, over that: an edit elsewhere leaves their replays as good as they were. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly levels: Readonly<Record<string, Rules>>;
  readonly plans: Readonly<Record<string, Plan>>;
  readonly story: Story;
}

/** What a replay of this plan says it was played with. */
export function hashFor(content: Content, plan: string): string {
  return Object.hasOwn(content.hashes, plan) ? content.hashes[plan] : content.hash;
}
