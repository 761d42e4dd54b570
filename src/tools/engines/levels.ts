// Levels that hold everything there is: every tool, hazard, kind and goal of the core's tables, every way of scores, rooms and
// people who are late, whatever the levels of the game use of them today. A new row in a table is in here without a word.

import type { LevelFiles } from '../../content.ts';
import { GOAL_IDS, GOALS, type GoalId } from '../../core/network/goals/table.ts';
import { HAZARD_IDS, HAZARDS, type HazardId } from '../../core/network/hazards/table.ts';
import { KIND_IDS, KINDS } from '../../core/network/kinds/table.ts';
import { TOOL_IDS } from '../../core/network/tools/table.ts';

/** As many as one level may offer and suffer. */
const TOOLS_MOST = 12;
const HAZARDS_MOST = 8;
/** Seconds between strikes, one after the other so that not all come at once. */
const EVERY = [3, 4, 5, 3.5, 4.5, 2.5, 6, 5.5] as const;
/** Every way of the numbers that people wear. */
const SCORES = [
  { mode: 'shown' },
  { mode: 'metric', pace: 'fast' },
  { mode: 'hidden', knit: 2 },
  { mode: 'metric', pace: 'slow', quiet: 0.1 },
] as const;

export function everythingLevels(): LevelFiles {
  const files: Record<string, unknown> = {};
  const count = Math.max(
    GOAL_IDS.length,
    SCORES.length,
    Math.ceil(TOOL_IDS.length / TOOLS_MOST),
    Math.ceil(HAZARD_IDS.length / HAZARDS_MOST),
  );
  for (let i = 0; i < count; i++) {
    const goal = GOAL_IDS[i % GOAL_IDS.length];
    const tools = stretch(TOOL_IDS, TOOLS_MOST, i, count);
    files[`everything/${i + 1}.json`] = level(i, goal, tools, stretch(HAZARD_IDS, HAZARDS_MOST, i, count));
  }
  return files;
}

function level(i: number, goal: GoalId, tools: readonly string[], hazards: readonly HazardId[]): unknown {
  // A ring of one of each kind, and a chord across here and there; but not of the loudest where the goal makes people louder
  // still, for then a network would be refused.
  const may = GOALS[goal].louder === undefined ? KIND_IDS : KIND_IDS.filter((kind) => KINDS[kind].emit <= 64);
  const odd = may.map((kind) => ({ name: `the ${kind}`, kind }));
  const bonds = odd.flatMap((one, k) => {
    const ring = [[one.name, odd[(k + 1) % odd.length].name]];
    return k % 4 === 0 && k + 3 < odd.length ? [...ring, [one.name, odd[k + 3].name]] : ring;
  });
  // Only who comes late can come in, and only where they are let in.
  const late = hazards.includes('arrivals');
  return {
    id: `everything/${i + 1}`,
    title: `Everything, ${goal}`,
    hint: 'For machines',
    limit: 45,
    bar: 1.5,
    groups: [
      { name: 'north', people: 7, bonds: 9, rhythm: { spread: 0.3, mean: -0.1 }, score: 15, room: 2 },
      { name: 'south', people: odd, bonds, part: 0.25, score: 80 },
      {
        name: 'star',
        people: 5,
        bonds: 6,
        shape: 'star',
        rhythm: { hub: 0.15 },
        part: 0.5,
        room: 1.5,
        ...(late ? { late: 4 } : {}),
      },
    ],
    scores: SCORES[i % SCORES.length],
    ...(i % 2 === 0 ? { touches: 4 } : {}),
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
      ...('every' in HAZARDS[kind].fields ? { every: EVERY[(k + i) % EVERY.length] } : {}),
    })),
    world: { pull: 0.1, noise: 0.03, calm: 9 },
  };
}

/** So many of a list, going round it from one of `count` levels to the next, so that all of it is in some and meets the rest. */
function stretch<T>(list: readonly T[], most: number, i: number, count: number): T[] {
  const step = Math.ceil(list.length / count);
  return Array.from({ length: Math.min(most, list.length) }, (_, k) => list[(i * step + k) % list.length]);
}
