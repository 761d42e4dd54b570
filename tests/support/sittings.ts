// A small story with all that a run has in it (lines, choices, waits, networks opened by a scene, a round), and somebody who
// plays it by dice, with pauses, retries, refusals and assists: for tests of what is kept.
import { makeContent } from '../../src/content.ts';
import { TICK } from '../../src/core/network/layout.ts';
import { hashOf, hashText } from '../../src/core/math/hash.ts';
import { below, seedRandom } from '../../src/core/math/random.ts';
import { run, useTool, type Action } from '../../src/core/run/actions.ts';
import type { Content, PlanStep } from '../../src/core/run/content.ts';
import { stepOf } from '../../src/core/run/world.ts';
import { Recorder } from '../../src/core/replay/record.ts';
import { programOf } from './yarn.ts';
import { EASY } from './runs.ts';

export const SCRIPT = `title: Arrival
---
<<declare $trust = 0.5>>
<<stage laundry>>
<<enter zara left>>
Zara: You are late. #line:a1
You: {visited_count("Visit_A")} minutes. #line:a2
-> I ran. #line:a3
    <<set $trust = $trust + 0.1>>
    Zara: It shows. #line:a4
-> I did not. #line:a5
    <<set $trust = $trust - 0.25>>
    <<wait 0.3>>
    Zara: It shows. #line:a6
<<codex cove.room>>
Zara: {$trust} to you. #line:a7
<<network easy>>
Zara: Done. #line:a8
===
title: Visit_A
---
Nia: Mind the door. #line:b1
-> Which? #line:b2
-> That one? #line:b3
-> Any? <<if $trust > 0.4>> #line:b4
Nia: Yes. #line:b5
===
title: Visit_B
---
<<once>>
Ferro: Tickets. #line:c1
<<endonce>>
Ferro: And the other half. #line:c2
===
title: Visit_C
---
Odile: Glass. #line:d1
===
title: Farewell
---
Jesse: Pastry? #line:e1
-> Yes. #line:e2
-> No. #line:e3
Jesse: {$trust}. #line:e4
===
`;

const SLOW = {
  ...EASY,
  id: 'slow',
  title: 'Slow',
  limit: 8,
  groups: [{ name: 'table', people: 4, bonds: 5 }],
  goal: { kind: 'unison', hold: 4, authenticity: 0 },
  tools: ['tune', 'mend', 'anchor'],
  hazards: [{ kind: 'misread', every: 2 }],
};

export const STEPS: readonly PlanStep[] = [
  { kind: 'scene', scene: 'Arrival' },
  { kind: 'round', visits: ['Visit_A', 'Visit_B', 'Visit_C'], needs: 2 },
  { kind: 'network', level: 'slow' },
  { kind: 'scene', scene: 'Farewell' },
];

/** `levels` and `script` to have another edit of it. */
export function storyContent(
  script = SCRIPT,
  steps: readonly PlanStep[] = STEPS,
  levels: Readonly<Record<string, unknown>> = { 'easy.json': EASY, 'slow.json': SLOW },
): Content {
  const made = makeContent(levels, programOf(script));
  // as content.ts does it for the plans of cities
  const hash = hashText(hashOf([made.hash, steps]));
  return { ...made, hash, plans: { ...made.plans, tale: { id: 'tale', title: 'A tale', steps, most: 200_000 } } };
}

export const LEVELS = { 'easy.json': EASY, 'slow.json': SLOW } as const;

export interface Player {
  /** What is done in the next tick. */
  next(recorder: Recorder): readonly Action[];
}

/** The same seed does the same, as long as the run stands the same. */
export function playerOf(content: Content, seed: number): Player {
  const dice = new Int32Array(4);
  seedRandom(dice, 0, seed);
  const roll = (sides: number): number => below(dice, 0, sides);
  return {
    next({ world }) {
      if (world.paused) return roll(3) === 0 ? [run('resume')] : roll(6) === 0 ? [run('menu', roll(2))] : [];
      const odd = roll(400);
      if (odd === 0) return [run('pause')];
      if (odd === 1) return [run('assist', roll(4), roll(101))];
      if (odd === 2) return [run('advance'), run('pause')];
      if (odd === 3) return [run('choose', 7)];
      switch (world.mode) {
        case 'scene': {
          if (roll(12) !== 0) return [];
          const view = content.story.view(world.story, world.game);
          return view.kind === 'options' ? [run('choose', roll(view.options.length))] : [run('advance')];
        }
        case 'round': {
          const here = stepOf(content, world);
          return here?.kind === 'round' && roll(10) === 0 ? [run('visit', roll(here.visits.length))] : [];
        }
        case 'network':
          if (odd === 4 && world.network![TICK] > 0) return [run('retry')];
          return roll(25) === 0 ? [useTool(roll(2) === 0 ? 'tune' : 'mend', roll(5), roll(400) - 200)] : [];
        case 'result':
          return roll(20) === 0 ? [run(roll(3) === 0 ? 'retry' : 'proceed')] : [];
        case 'hub':
        case 'over':
          return [];
      }
    },
  };
}

/** Plays on for so many steps, or until it is over. A step in a pause takes no tick. */
export function playOn(recorder: Recorder, player: Player, steps: number): Recorder {
  for (let k = 0; k < steps && recorder.world.mode !== 'over'; k++) recorder.tick(player.next(recorder));
  return recorder;
}

export function sitting(content: Content, seed: number, steps: number): Recorder {
  return playOn(new Recorder(content, 'tale', seed), playerOf(content, seed), steps);
}
