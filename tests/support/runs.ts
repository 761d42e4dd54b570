// Content for tests of runs and replays: small levels of their own, so that tuning levels/ moves nothing here.

import { makeContent } from '../../src/content.ts';
import type { Action } from '../../src/core/run/actions.ts';
import type { Content, Plan, PlanStep } from '../../src/core/run/content.ts';
import { begin, step } from '../../src/core/run/step.ts';
import type { World } from '../../src/core/run/world.ts';
import { hashText } from '../../src/core/math/hash.ts';
import { hashWorld } from '../../src/core/run/world.ts';
import { fakeStory } from './story.ts';

/** Of one person, who is always together with themselves: won at tick 60. */
export const EASY = {
  id: 'easy',
  title: 'Easy',
  hint: 'Wait',
  limit: 10,
  groups: [{ name: 'one', people: 1, bonds: 0 }],
  goal: { kind: 'unison', hold: 0.5 },
  tools: ['tune'],
};
/** Never held long enough: lost at tick 600. */
const HARD = {
  id: 'hard',
  title: 'Hard',
  hint: 'Lose',
  limit: 5,
  groups: [{ name: 'table', people: 4, bonds: 5 }],
  hurt: 1,
  goal: { kind: 'unison', hold: 60, authenticity: 0 },
  tools: ['tune', 'mend', 'anchor'],
  hazards: [{ kind: 'misread', every: 1 }],
};

export const EASY_TICKS = 60;
export const HARD_TICKS = 600;

const made = makeContent({ 'easy.json': EASY, 'hard.json': HARD });

const story = fakeStory({
  arrival: ['line', 'line', [true, false, true], 'line'],
  silent: [],
  cook: ['line'],
  guard: ['line', [true]],
  child: ['line'],
  farewell: ['line'],
});

/** Single networks `easy` and `hard`, and the plans that a test brings. */
export function contentOf(plans: Readonly<Record<string, readonly PlanStep[]>> = {}): Content {
  const more = Object.entries(plans).map(([id, steps]): [string, Plan] => [
    id,
    { id, title: id, steps, most: 100_000 },
  ]);
  return { ...made, story, plans: { ...made.plans, ...Object.fromEntries(more) } };
}

export const CAMPAIGN: readonly PlanStep[] = [
  { kind: 'scene', scene: 'arrival' },
  { kind: 'round', visits: ['cook', 'guard', 'silent', 'child'], needs: 2 },
  { kind: 'network', level: 'easy' },
  { kind: 'scene', scene: 'silent' },
  { kind: 'network', level: 'hard' },
  { kind: 'scene', scene: 'farewell' },
];

/** A run to poke at: `do` takes one action in a tick, `wait` lets ticks pass. */
export function play(content: Content, plan: string, seed = 1) {
  const world = begin(content, plan, seed);
  return {
    world,
    do: (action: Action) => step(content, world, [action])[0],
    wait: (ticks: number) => {
      for (let i = 0; i < ticks; i++) step(content, world, []);
    },
  };
}

export function hashed(world: World): string {
  return hashText(hashWorld(world));
}
