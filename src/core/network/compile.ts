// From a checked level to the rules of its networks. Nothing here depends on a seed; build.ts is where dice begin.

import { HERTZ, q15, q30, ticks } from '../math/turn.ts';
import { compile, type Fields } from './fields.ts';
import { GOALS } from './goals/table.ts';
import { HAZARDS } from './hazards/table.ts';
import { KINDS } from './kinds/table.ts';
import { ENERGY_UNIT, layOut } from './layout.ts';
import {
  bondsIn,
  ENERGY_FIELDS,
  hasRules,
  kindOfPerson,
  namesIn,
  peopleIn,
  scoreOfPerson,
  SCORES,
  WORLD,
  type Level,
} from './level.ts';
import type { OfferedTool, PlacedHazard, PlacedKind, Rules, ScoreRules } from './rules.ts';
import { KNIT, SCORE_TICKS } from './scores.ts';
import { TOOLS, type ToolId } from './tools/table.ts';

export function compileLevel(level: Level): Rules {
  const groups = level.groups.map((one) => one.name);
  const names = level.groups.flatMap(namesIn);
  let block = 0;
  const take = (words = 0): number => {
    block += words;
    return block - words;
  };

  const tools: OfferedTool[] = level.tools.map((given) => {
    const differs = typeof given === 'string' ? { tool: given } : given;
    const id: ToolId = differs.tool;
    const tool = TOOLS[id];
    const say = (key: string, otherwise: number): number => {
      const said = (differs as Readonly<Record<string, number | string>>)[key];
      return typeof said === 'number' ? said : otherwise;
    };
    return {
      id,
      row: tool,
      cost: Math.floor(say('cost', tool.cost) * ENERGY_UNIT + 0.5),
      cooldown: ticks(say('cooldown', tool.cooldown)),
      ticks: ticks(say('seconds', tool.seconds ?? 0)),
      block: take(tool.words),
    };
  });
  let broughtNodes = 0;
  let broughtBonds = 0;
  const hazards: PlacedHazard[] = (level.hazards ?? []).map((given, index) => {
    const hazard = HAZARDS[given.kind];
    const values = compileFields(hazard.fields, given, groups, names);
    const brings = hazard.brings?.(values) ?? { nodes: 0, bonds: 0 };
    broughtNodes += brings.nodes;
    broughtBonds += brings.bonds;
    return { id: given.kind, row: hazard, values, block: take(hazard.words), index };
  });
  const kinds: PlacedKind[] = [];
  let node = 0;
  for (const group of level.groups) {
    for (let i = 0; i < peopleIn(group); i++, node++) {
      const id = kindOfPerson(group, i);
      if (hasRules(id)) kinds.push({ node, row: KINDS[id], block: take(KINDS[id].words) });
    }
  }
  const goalRow = GOALS[level.goal.kind];
  const goalValues = compileFields(goalRow.fields, level.goal, groups, names);
  const named = Array.isArray(level.goal['who']) ? (level.goal['who'] as readonly string[]) : [];
  const goal = {
    row: goalRow,
    values: goalValues,
    who: named.map((one) => names.indexOf(one)),
    block: take(goalRow.words),
  };

  const spare = tools.reduce((sum, one) => sum + (one.row.ties ?? 0), 0);
  const layout = layOut(
    names.length + broughtNodes,
    bondsIn(level) + broughtBonds + spare,
    tools.length,
    groups.length,
    block,
  );
  const base = layout.blocks;
  const world = { ...defaults(WORLD), ...level.world };
  const energy = { ...defaults(ENERGY_FIELDS), ...level.energy };
  const bar = ticks(level.bar ?? 2);
  const scores = compileScores(level);
  // Where scores are hidden, bonds come back from agreement alone, at a pace of their own.
  const growth = scores?.mode === 'hidden' ? (level.scores?.growth ?? SCORES.growth.otherwise) : world.growth;
  return {
    level,
    layout,
    names: [...names, ...Array.from({ length: broughtNodes }, () => 'off the map')],
    tools: tools.map((one) => ({ ...one, block: one.block + base })),
    slots: Object.fromEntries(tools.map((one, slot) => [one.id, slot])),
    hazards: hazards.map((one) => ({ ...one, block: one.block + base })),
    kinds: kinds.map((one) => ({ ...one, block: one.block + base })),
    goal: { ...goal, block: goal.block + base },
    doors: [...new Set((level.between ?? []).flatMap((one) => (one.door === undefined ? [] : [one.door])))],
    scores,
    touches: level.touches ?? -1,
    rooms: level.groups.map((one) => q15(one.room ?? 1)),
    pull: Math.floor(world.pull * HERTZ) >> 11,
    grow: Math.floor(q15(growth) / 120 + 0.5),
    fade: Math.floor(q15(world.fade) / 120 + 0.5),
    trust: q30(world.trust),
    noise: q15(world.noise),
    ease: world.ease,
    // ten breaths a second
    breath: Math.floor(q15(world.breath) / 10),
    calm: world.calm,
    energyMost: energy.most * ENERGY_UNIT,
    // A second has as many ticks as an energy point has units, so a gain a second is the same number a tick.
    energyGain: energy.gain,
    limit: ticks(level.limit),
    hold: goalValues.hold,
    target: goalValues.target >> 1,
    authenticity: goalValues.authenticity,
    bar,
    beatStep: Math.floor(0x1_0000_0000 / bar),
  };
}

/** Null where nobody wears a number and the level has no word of them: then nothing is asked in a tick. */
function compileScores(level: Level): ScoreRules | null {
  const worn = level.groups.some((one) =>
    Array.from({ length: peopleIn(one) }, (_, i) => i).some((i) => scoreOfPerson(one, i) !== undefined),
  );
  if (!worn && level.scores === undefined) return null;
  const said = { ...defaults(SCORES), ...level.scores };
  const beats = 120 / SCORE_TICKS;
  return {
    mode: said.mode ?? 'shown',
    fast: said.pace === 'fast',
    hum: Math.floor(compile('points', said.hum) / beats + 0.5),
    quiet: q15(said.quiet),
    knit: Math.floor(KNIT / (said.knit * beats) + 0.5),
  };
}

function compileFields(
  fields: Fields,
  given: Readonly<Record<string, unknown>>,
  groups: readonly string[],
  nodes: readonly string[],
): Record<string, number> {
  const values: Record<string, number> = {};
  for (const [key, field] of Object.entries(fields)) {
    const said = given[key];
    if (typeof said === 'string') values[key] = (field.unit === 'group' ? groups : nodes).indexOf(said);
    else values[key] = compile(field.unit, typeof said === 'number' ? said : (field.otherwise ?? 0));
  }
  return values;
}

function defaults<F extends Fields>(fields: F): { [K in keyof F]: number } {
  const out: Record<string, number> = {};
  for (const [key, field] of Object.entries(fields)) out[key] = field.otherwise ?? 0;
  return out as { [K in keyof F]: number };
}
