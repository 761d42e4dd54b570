// Levels that hold everything there is: every tool, hazard, kind and goal of the core's tables, whatever the levels of the
// game use of them today. A new row in a table is in here without a word.

import type { LevelFiles } from '../../content.ts';
import { GOAL_IDS, GOALS, type GoalId } from '../../core/network/goals/table.ts';
import { HAZARD_IDS, HAZARDS } from '../../core/network/hazards/table.ts';
import { KIND_IDS, KINDS } from '../../core/network/kinds/table.ts';
import { TOOL_IDS } from '../../core/network/tools/table.ts';

/** As many as one level may offer and suffer. */
const TOOLS_MOST = 12;
const HAZARDS_MOST = 8;
/** Seconds between strikes, one after the other so that not all come at once. */
const EVERY = [3, 4, 5, 3.5, 4.5, 2.5, 6, 5.5] as const;

export function everythingLevels(): LevelFiles {
  const tools = pages(TOOL_IDS, TOOLS_MOST);
  const hazards = pages(HAZARD_IDS, HAZARDS_MOST);
  const files: Record<string, unknown> = {};
  const count = Math.max(GOAL_IDS.length, tools.length, hazards.length);
  for (let i = 0; i < count; i++) {
    const goal = GOAL_IDS[i % GOAL_IDS.length];
    files[`everything/${i + 1}.json`] = level(i, goal, tools[i % tools.length], hazards[i % hazards.length]);
  }
  return files;
}

function level(i: number, goal: GoalId, tools: readonly string[], hazards: readonly string[]): unknown {
  // A ring of one of each kind, and a chord across here and there; but not of the loudest where the goal makes people louder
  // still, for then a network would be refused.
  const may = GOALS[goal].louder === undefined ? KIND_IDS : KIND_IDS.filter((kind) => KINDS[kind].emit <= 64);
  const odd = may.map((kind) => ({ name: `the ${kind}`, kind }));
  const bonds = odd.flatMap((one, k) => {
    const ring = [[one.name, odd[(k + 1) % odd.length].name]];
    return k % 4 === 0 && k + 3 < odd.length ? [...ring, [one.name, odd[k + 3].name]] : ring;
  });
  return {
    id: `everything/${i + 1}`,
    title: `Everything, ${goal}`,
    hint: 'For machines',
    limit: 45,
    bar: 1.5,
    groups: [
      { name: 'north', people: 7, bonds: 9, rhythm: { spread: 0.3, mean: -0.1 } },
      { name: 'south', people: odd, bonds, part: 0.25 },
      { name: 'star', people: 5, bonds: 6, shape: 'star', rhythm: { hub: 0.15 }, part: 0.5 },
    ],
    between: [
      { groups: ['north', 'south'], bonds: 3, door: 'the gate', shut: true },
      { groups: ['south', 'star'], bonds: 2 },
    ],
    hurt: 5,
    wrong: 3,
    exchanged: 2,
    goal: { kind: goal, target: 0.9, authenticity: 0 },
    energy: { start: 60, most: 100, gain: 14 },
    tools,
    hazards: hazards.map((kind, k) => ({
      kind,
      ...('every' in HAZARDS[kind as keyof typeof HAZARDS].fields ? { every: EVERY[(k + i) % EVERY.length] } : {}),
    })),
    world: { pull: 0.1, noise: 0.03, calm: 9 },
  };
}

function pages<T>(list: readonly T[], size: number): T[][] {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, i) => list.slice(i * size, (i + 1) * size));
}
