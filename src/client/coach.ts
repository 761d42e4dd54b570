// What a first player is shown in the midst of play: one step at a time, a few words and a place to look at. Which step it is
// follows from how the network stands and what was done in this try, so nothing is kept, and a step is over when it was done.

import { BEST_HELD, TICK } from '../core/network/layout.ts';
import { TICKS_PER_SECOND } from '../core/math/turn.ts';
import type { Network } from '../core/network/network.ts';
import { isTool, type ToolId } from '../core/network/tools/table.ts';
import {
  bondState,
  isBroken,
  meters,
  namedByHazards,
  offBy,
  seenBonds,
  seenNodes,
  shieldOf,
  standing,
  type Target,
} from './reading.ts';

/** How one plays just now: each way is told what to do in its own words. */
export const WAYS = ['mouse', 'touch', 'keys'] as const;
export type Way = (typeof WAYS)[number];

/** What a step points at: in the picture, in the bar of tools, among the meters. */
export type Pointed =
  | Target
  | { readonly kind: 'tool'; readonly id: ToolId }
  | { readonly kind: 'meter'; readonly id: 'coherence' | 'held' | 'authenticity' | 'energy' };

/** What the coach may know. */
export interface Seen {
  readonly net: Network;
  readonly tool: ToolId | null;
  /** Whose hand is being turned, or null. */
  readonly turning: number | null;
  /** How often each tool was used in this try. */
  readonly used: Readonly<Record<string, number>>;
}

/** At most eight words each; `mouse` where a way has none of its own. */
type CoachWords = { readonly mouse: string } & Partial<Readonly<Record<Way, string>>>;

interface Step {
  readonly id: string;
  readonly says: CoachWords;
  readonly at: (seen: Seen) => Pointed | null;
  /** Shown while this holds; the first such step is the one. */
  readonly isDue: (seen: Seen) => boolean;
}

export interface Coached {
  readonly id: string;
  readonly says: CoachWords;
  readonly at: Pointed | null;
}

/** The step that is due, or null: nothing to be taught here, or all of it was done. */
export function coachStep(level: string, seen: Seen): Coached | null {
  const step = stepsOf(level, seen.net).find((one) => one.isDue(seen));
  return step === undefined ? null : { id: step.id, says: step.says, at: step.at(seen) };
}

export function stepsOf(level: string, net: Network): readonly Step[] {
  return COACHED[level] ?? (net.rules.level.teaches ?? []).flatMap((id) => (isTool(id) ? firstUse(id) : []));
}

// ------------------------------------------------------------------------------------------------ what is asked of a network

const times = (seen: Seen, tool: ToolId): number => seen.used[tool] ?? 0;
const broken = ({ net }: Seen): number[] => seenBonds(net).filter((e) => isBroken(bondState(net, e)));
const inverted = ({ net }: Seen): number[] => seenBonds(net).filter((e) => bondState(net, e) === 'inverted');
const seconds = ({ net }: Seen): number => net.s[TICK] / TICKS_PER_SECOND;
const isApart = ({ net }: Seen): boolean => meters(net, standing(net)).coherence < 0.8;
const isLeft = ({ net }: Seen): boolean => seenNodes(net).some((i) => shieldOf(net, i) !== null);
const acts = ({ used }: Seen): number => Object.values(used).reduce((sum, one) => sum + one, 0);

const person =
  (name: string) =>
  (seen: Seen): Target | null => {
    const id = seen.net.rules.names.indexOf(name);
    return id < 0 ? null : { kind: 'node', id };
  };
const tool = (id: ToolId) => (): Pointed => ({ kind: 'tool', id });
const meter = (id: 'coherence' | 'held' | 'authenticity' | 'energy') => (): Pointed => ({ kind: 'meter', id });

function firstOf(bonds: readonly number[]): Target | null {
  return bonds.length === 0 ? null : { kind: 'bond', id: bonds[0] };
}

function furthest({ net }: Seen): Target | null {
  const stands = standing(net);
  const counted = seenNodes(net).filter((i) => net.s[net.rules.layout.counted + i] === 1);
  let id = -1;
  for (const i of counted) if (id < 0 || Math.abs(offBy(net, stands, i)) > Math.abs(offBy(net, stands, id))) id = i;
  return id < 0 ? null : { kind: 'node', id };
}

/** The bond that a hazard has named. */
function named({ net }: Seen): Target | null {
  const one = namedByHazards(net).find(({ on }) => on === 'bond');
  return one === undefined ? null : { kind: 'bond', id: one.id };
}

// ------------------------------------------------------------------------------------------------ the steps

/** Two who hear nobody but themselves; a hand; a bond. */
const KETTLE: readonly Step[] = [
  {
    id: 'setHand',
    says: {
      mouse: 'Press it again: it copies the other one.',
      touch: 'Tap it again: it copies the other one.',
      keys: 'Enter again: it copies the other one.',
    },
    at: ({ turning }) => (turning === null ? null : { kind: 'node', id: turning }),
    isDue: (seen) => seen.turning !== null && times(seen, 'tune') === 0,
  },
  {
    id: 'takeTune',
    says: { mouse: 'First a hand: press Tune.', touch: 'First a hand: tap Tune.', keys: 'First a hand: 1 takes Tune.' },
    at: tool('tune'),
    isDue: (seen) => times(seen, 'tune') === 0 && seen.tool !== 'tune',
  },
  {
    id: 'takeHand',
    says: {
      mouse: 'The Kettle hears only itself. Press it.',
      touch: 'The Kettle hears only itself. Tap it.',
      keys: 'Arrow or Tab to the Kettle, then Enter.',
    },
    at: person('Kettle'),
    isDue: (seen) => times(seen, 'tune') === 0,
  },
  {
    id: 'takeMend',
    says: {
      mouse: 'They drift: nothing joins them. Press Mend.',
      touch: 'They drift: nothing joins them. Tap Mend.',
      keys: 'They drift: nothing joins them. Press 2.',
    },
    at: tool('mend'),
    isDue: (seen) => broken(seen).length > 0 && seen.tool !== 'mend',
  },
  {
    id: 'mendBond',
    says: {
      mouse: 'Press the broken bond.',
      touch: 'Tap the broken bond.',
      keys: 'Arrow or Tab to the bond, then Enter.',
    },
    at: (seen) => firstOf(broken(seen)),
    isDue: (seen) => broken(seen).length > 0,
  },
  {
    id: 'turnAgain',
    says: {
      mouse: 'Now they pull. Tune helps once more.',
      keys: 'Now they pull. 1, and turn one again.',
    },
    at: furthest,
    isDue: isApart,
  },
  {
    id: 'letHold',
    says: { mouse: 'They hear each other. Let them hold.' },
    at: meter('held'),
    isDue: () => true,
  },
];

/** A third who runs ahead; a fracture; one is left be. */
const FUSE: readonly Step[] = [
  {
    id: 'turnThird',
    says: {
      mouse: 'The Soup runs ahead. Turn its hand.',
      keys: 'The Soup runs ahead. Turn it: Enter twice.',
    },
    at: person('Soup'),
    isDue: (seen) => times(seen, 'tune') === 0 && !isLeft(seen) && isApart(seen),
  },
  {
    id: 'takeMend',
    says: {
      mouse: 'A fracture: it pushes apart. Press Mend.',
      touch: 'A fracture: it pushes apart. Tap Mend.',
      keys: 'A fracture: it pushes apart. Press 2.',
    },
    at: (seen) => (seen.tool === 'mend' ? firstOf(inverted(seen)) : { kind: 'tool', id: 'mend' }),
    isDue: (seen) => inverted(seen).length > 0 && seen.tool !== 'mend',
  },
  {
    id: 'mendBond',
    says: {
      mouse: 'Press the bond that zigzags.',
      touch: 'Tap the bond that zigzags.',
      keys: 'Arrow or Tab to it, then Enter.',
    },
    at: (seen) => firstOf(inverted(seen)),
    isDue: (seen) => inverted(seen).length > 0,
  },
  {
    id: 'watch',
    says: { mouse: 'Look: that bond is about to turn.' },
    at: named,
    isDue: (seen) => times(seen, 'mend') === 0 && !isLeft(seen) && named(seen) !== null,
  },
  {
    id: 'cannotLast',
    says: { mouse: 'Three on, and it cannot last. Watch.' },
    at: person('Soup'),
    isDue: (seen) => times(seen, 'mend') === 0 && !isLeft(seen) && seconds(seen) < FRACTURE_BY,
  },
  {
    id: 'takeShield',
    says: {
      mouse: 'Two can hold. Press Shield.',
      touch: 'Two can hold. Tap Shield.',
      keys: 'Two can hold. Press 3 for Shield.',
    },
    at: tool('shield'),
    isDue: (seen) => !isLeft(seen) && seen.tool !== 'shield',
  },
  {
    id: 'chooseOne',
    says: {
      mouse: 'Choose whom to leave. Press one.',
      touch: 'Choose whom to leave. Tap one.',
      keys: 'Choose whom to leave: arrows, then Enter.',
    },
    at: () => null,
    isDue: (seen) => !isLeft(seen),
  },
  {
    id: 'turnAgain',
    says: { mouse: 'Still apart: tune one of the two.' },
    at: (seen) => (seen.tool === 'tune' ? furthestOutside(seen) : { kind: 'tool', id: 'tune' }),
    isDue: isApart,
  },
  {
    id: 'letHold',
    says: { mouse: 'One is left. Let two hold.' },
    at: meter('held'),
    isDue: () => true,
  },
];

/** Seconds by which the level has broken its bond. */
const FRACTURE_BY = 5;

function furthestOutside(seen: Seen): Target | null {
  const { net } = seen;
  const stands = standing(net);
  const outside = seenNodes(net).filter((i) => shieldOf(net, i) === null);
  const id = outside.sort((a, b) => Math.abs(offBy(net, stands, b)) - Math.abs(offBy(net, stands, a)))[0];
  return id === undefined ? null : { kind: 'node', id };
}

/** The first real one: what the two numbers mean, where they stand. */
const TAP: readonly Step[] = [
  {
    id: 'mendFirst',
    says: {
      mouse: 'Who has fallen out first: press Mend.',
      touch: 'Who has fallen out first: tap Mend.',
      keys: 'Who has fallen out first: press 2.',
    },
    at: tool('mend'),
    isDue: (seen) => times(seen, 'mend') === 0 && broken(seen).length > 0 && seen.tool !== 'mend',
  },
  {
    id: 'mendOne',
    says: { mouse: 'Two are at odds here. Mend it.', keys: 'Arrow or Tab to a torn bond, Enter.' },
    at: (seen) => firstOf(broken(seen)),
    isDue: (seen) => times(seen, 'mend') === 0 && broken(seen).length > 0,
  },
  {
    id: 'turnOne',
    says: { mouse: 'Then the stragglers: Tune turns a hand.', keys: 'Then the stragglers: 1 takes Tune.' },
    at: (seen) => (seen.tool === 'tune' ? furthest(seen) : { kind: 'tool', id: 'tune' }),
    isDue: (seen) => times(seen, 'tune') === 0,
  },
  {
    id: 'own',
    says: { mouse: 'Turned by hand too often, they fade.' },
    at: meter('authenticity'),
    isDue: ({ net }) => meters(net, standing(net)).authenticity < 0.93,
  },
  {
    id: 'together',
    says: { mouse: 'How much together. Water comes at ninety.' },
    at: meter('coherence'),
    isDue: (seen) => seen.net.s[BEST_HELD] === 0 && acts(seen) < 6,
  },
];

/** A tool met for the first time, where it is offered: what it is good for here, until it was used. */
function firstUse(id: ToolId): Step[] {
  const says = FIRST_USE[id];
  if (says === undefined) return [];
  const isUnused = (seen: Seen): boolean => times(seen, id) === 0 && seen.net.rules.slots[id] !== undefined;
  return [
    {
      id: `first ${id}`,
      says: { mouse: says },
      at: tool(id),
      isDue: (seen) => isUnused(seen) && seen.tool !== id && seconds(seen) >= FIRST_LOOK,
    },
  ];
}
/** Seconds in which one may look around first. */
const FIRST_LOOK = 3;

const FIRST_USE: Partial<Readonly<Record<ToolId, string>>> = {
  tune: 'New: Tune turns one person’s hand.',
  mend: 'New: Mend puts a broken bond right.',
  anchor: 'New: Anchor makes one hand a landmark.',
  pulse: 'New: Pulse on the beat calms people.',
  bead: 'New: Bead carries an angle along bonds.',
  shield: 'New: Shield leaves one person be.',
  bond: 'New: Tie joins two who agree.',
  interval: 'New: Interval sets how far apart.',
  swap: 'New: Swap changes two people’s seats.',
  reveal: 'New: Reveal shows who pulls unseen.',
  echo: 'New: Echo does your last act again.',
  door: 'New: the Door joins or parts rooms.',
  workshop: 'New: Workshop, for one among friends.',
  lens: 'New: Lens hears one past their number.',
};

/** In the words of the story that opens them. Levels that are not here teach what their own `teaches` says. */
const COACHED: Readonly<Record<string, readonly Step[]>> = {
  'prologue/00': KETTLE,
  'prologue/00-fuse': FUSE,
  'prologue/01': TAP,
};
