// What is wrong with a level file: first its shape, then what its parts say of each other.

import { GOALS } from './goals/table.ts';
import { HAZARDS } from './hazards/table.ts';
import { KINDS, type KindId } from './kinds/table.ts';
import { LEVEL_SHAPE } from './level-shape.ts';
import {
  bondsIn,
  kindOfPerson,
  latenessOf,
  LEVEL_LIMITS,
  namesIn,
  peopleIn,
  WORLD,
  type Group,
  type Level,
} from './level.ts';
import { checkShape, suggest, type Problem } from './shape.ts';
import { TOOLS } from './tools/table.ts';

/** Everything wrong with a level file, first its shape, then what its parts say of each other. */
export function checkLevel(value: unknown): Problem[] {
  const problems: Problem[] = [];
  checkShape(LEVEL_SHAPE, value, '', problems);
  return problems.length > 0 ? problems : checkSense(value as Level);
}

function checkSense(level: Level): Problem[] {
  const problems: Problem[] = [];
  const wrong = (path: string, reason: string): void => void problems.push({ path, reason });
  const groupNames = level.groups.map((one) => one.name);
  const people = new Set<string>();
  level.groups.forEach((one, g) => {
    if (groupNames.indexOf(one.name) !== g) wrong(`groups[${g}].name`, `“${one.name}” is taken by another group`);
    const size = peopleIn(one);
    if (typeof one.people !== 'number') {
      one.people.forEach((who, i) => {
        if (people.has(who.name)) wrong(`groups[${g}].people[${i}].name`, `“${who.name}” is there twice`);
        people.add(who.name);
      });
    }
    if (typeof one.bonds === 'number') {
      const least = one.shape === 'star' || size < 3 ? size - 1 : size;
      const most = (size * (size - 1)) / 2;
      if (one.bonds !== 0 && one.bonds < least)
        wrong(`groups[${g}].bonds`, `${size} people need ${least} or more to hang together, or 0`);
      if (one.bonds > most) wrong(`groups[${g}].bonds`, `${size} people have at most ${most} bonds among them`);
    } else {
      const names = namesIn(one);
      const pairs = new Set<string>();
      one.bonds.forEach((pair, i) => {
        for (const who of pair)
          if (!names.includes(who))
            wrong(`groups[${g}].bonds[${i}]`, `“${who}” is not in this group; ${suggest(who, names)}`);
        if (pair[0] === pair[1]) wrong(`groups[${g}].bonds[${i}]`, 'is a bond with oneself');
        const key = [...pair].sort((a, b) => (a < b ? -1 : 1)).join('\n');
        if (pairs.has(key)) wrong(`groups[${g}].bonds[${i}]`, 'is there twice');
        pairs.add(key);
      });
    }
    if (one.rhythm?.hub !== undefined && one.shape === 'star') {
      const lock = 0.45 * (level.world?.pull ?? WORLD.pull.otherwise) * (size - 1);
      if (one.rhythm.hub > lock)
        wrong(
          `groups[${g}].rhythm.hub`,
          `${one.rhythm.hub} Hz is more than ${size - 1} bonds can hold (${lock.toFixed(2)})`,
        );
    }
  });
  level.between?.forEach((one, i) => {
    const sizes = one.groups.map((who, k) => {
      const g = groupNames.indexOf(who);
      if (g < 0) wrong(`between[${i}].groups[${k}]`, `“${who}” is no group here; ${suggest(who, groupNames)}`);
      return g < 0 ? 0 : peopleIn(level.groups[g]);
    });
    if (one.groups[0] === one.groups[1]) wrong(`between[${i}].groups`, 'names the same group twice');
    else if (sizes[0] > 0 && sizes[1] > 0 && one.bonds > sizes[0] * sizes[1])
      wrong(`between[${i}].bonds`, `at most ${sizes[0] * sizes[1]} bonds fit between them`);
    if (one.shut === true && one.door === undefined)
      wrong(`between[${i}].shut`, 'only a door can be shut: give it a door');
  });
  const total = level.groups.reduce((sum, one) => sum + peopleIn(one), 0);
  if (total > LEVEL_LIMITS.nodes) wrong('groups', `${total} people are more than ${LEVEL_LIMITS.nodes}`);
  const bonds = bondsIn(level);
  if ((level.hurt ?? 0) + (level.wrong ?? 0) > bonds)
    wrong('hurt', `hurt and wrong together are more than the ${bonds} bonds there are`);
  if ((level.exchanged ?? 0) > 0 && level.groups.length < 2) wrong('exchanged', 'needs a second group to sit in');
  const offered = level.tools.map((one) => (typeof one === 'string' ? one : one.tool));
  offered.forEach((id, i) => {
    if (offered.indexOf(id) !== i) wrong(`tools[${i}]`, `“${id}” is offered twice`);
  });
  const doors = level.between?.some((one) => one.door !== undefined) === true;
  for (const id of offered) {
    if (TOOLS[id].takes.includes('door') && !doors) wrong('tools', `offers ${id}, but there is no door`);
    if (TOOLS[id].repeats === true && offered.length === 1) wrong('tools', `offers ${id}, but nothing to ${id}`);
  }
  checkCut(level, wrong);
  checkNamed(level, groupNames, total, wrong);
  level.teaches?.forEach((id, i) => {
    if (!offered.includes(id)) wrong(`teaches[${i}]`, `“${id}” is taught here and not offered`);
  });
  const asked = level.groups.reduce((sum, one) => sum + askedFor(one), 0);
  if (asked === 0) wrong('groups', 'there is nobody here whom a goal asks for');
  checkWho(level, wrong);
  const goal = GOALS[level.goal.kind].problem?.(level.goal, asked) ?? null;
  if (goal !== null) problems.push({ path: `goal.${goal.path}`, reason: goal.reason });
  const energy = level.energy ?? {};
  if ((energy.start ?? 30) > (energy.most ?? 100)) wrong('energy.start', 'is more than energy.most');
  return problems;
}

/** Bonds that are broken by name: a drawn one has none. */
function checkCut(level: Level, wrong: (path: string, reason: string) => void): void {
  const listed = level.groups.flatMap((one) => (typeof one.bonds === 'number' ? [] : one.bonds));
  level.cut?.forEach(([a, b], i) => {
    if (!listed.some(([x, y]) => (x === a && y === b) || (x === b && y === a)))
      wrong(`cut[${i}]`, `“${a}” and “${b}” have no bond that is listed`);
  });
}

/** Groups and nodes that hazards name. */
function checkNamed(
  level: Level,
  groups: readonly string[],
  people: number,
  wrong: (path: string, reason: string) => void,
): void {
  const names = level.groups.flatMap(namesIn);
  level.hazards?.forEach((one, i) => {
    for (const [key, field] of Object.entries(HAZARDS[one.kind].fields)) {
      const given = one[key];
      const path = `hazards[${i}].${key}`;
      if (typeof given === 'string') {
        const known = field.unit === 'group' ? groups : field.unit === 'node' ? names : [];
        if (!known.includes(given)) wrong(path, `“${given}” is not known; ${suggest(given, known)}`);
      } else if (field.unit === 'group' && given !== undefined && given >= groups.length) {
        wrong(path, `there is no group ${given}`);
      }
    }
    if (one.kind === 'whispers') {
      const index = (key: string, otherwise: number): number =>
        typeof one[key] === 'string' ? groups.indexOf(one[key]) : (one[key] ?? otherwise);
      if (groups.length < 2) wrong(`hazards[${i}]`, 'needs a second group to be whispered to');
      else if (index('from', 0) === index('to', 1)) wrong(`hazards[${i}].to`, 'is the group it is said about');
    }
    const brought = HAZARDS[one.kind].fields.bonds;
    if (one.kind === 'steer' && brought !== undefined && Number(one.bonds ?? brought.otherwise) > people)
      wrong(`hazards[${i}].bonds`, 'is more than there are people');
  });
}

/** People that the goal names, and people who join later. */
function checkWho(level: Level, wrong: (path: string, reason: string) => void): void {
  const kinds = new Map<string, KindId>();
  for (const group of level.groups) namesIn(group).forEach((who, i) => kinds.set(who, kindOfPerson(group, i)));
  const { who } = level.goal;
  if (Array.isArray(who)) {
    (who as readonly string[]).forEach((one, i) => {
      const kind = kinds.get(one);
      if (kind === undefined) wrong(`goal.who[${i}]`, `“${one}” is not known; ${suggest(one, [...kinds.keys()])}`);
      else if (!KINDS[kind].counted || !KINDS[kind].touchable) wrong(`goal.who[${i}]`, `no hand can shield “${one}”`);
      if (who.indexOf(one) !== i) wrong(`goal.who[${i}]`, `“${one}” is named twice`);
    });
  }
  const late = level.groups.some((one) =>
    Array.from({ length: peopleIn(one) }, (_, i) => i).some((i) => latenessOf(one, i) !== undefined),
  );
  if (late && level.hazards?.some((one) => one.kind === 'arrivals') !== true)
    wrong('hazards', 'somebody is late, and only arrivals lets them in');
  level.groups.forEach((group, g) => {
    for (let i = 0; i < peopleIn(group); i++) {
      if ((latenessOf(group, i) ?? 0) < level.limit) continue;
      wrong(`groups[${g}]`, `“${namesIn(group)[i]}” joins after the limit`);
    }
  });
}

/** How many of a group the goal asks for. */
function askedFor(one: Group): number {
  return Array.from({ length: peopleIn(one) }, (_, i) => kindOfPerson(one, i)).filter((id) => KINDS[id].counted).length;
}
