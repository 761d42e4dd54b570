// A level as a person writes it, and the check of it. compile.ts makes rules of it, build.ts a network for a seed.

import type { Field } from './fields.ts';
import { GOALS, type GoalId } from './goals/table.ts';
import { HAZARDS, type HazardId } from './hazards/table.ts';
import { KIND_IDS, KINDS, type KindId } from './kinds/table.ts';
import { checkShape, type Problem, type Shape, suggest } from './shape.ts';
import { TOOL_FIELDS } from './tools/tool.ts';
import { TOOL_IDS, type ToolId } from './tools/table.ts';

export interface Level {
  readonly $schema?: string;
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly teaches?: readonly ToolId[];
  /** The first lessons: no gradient is asked of them. */
  readonly lesson?: boolean;
  readonly limit: number;
  readonly bar?: number;
  readonly groups: readonly Group[];
  readonly between?: readonly Between[];
  readonly hurt?: number;
  readonly wrong?: number;
  readonly exchanged?: number;
  readonly goal: { readonly kind: GoalId } & Readonly<Record<string, number | string>>;
  readonly energy?: { readonly start?: number; readonly most?: number; readonly gain?: number };
  readonly tools: readonly (ToolId | ({ readonly tool: ToolId } & Readonly<Record<string, number | string>>))[];
  readonly hazards?: readonly ({ readonly kind: HazardId } & Readonly<Record<string, number | string>>)[];
  readonly world?: {
    readonly pull?: number;
    readonly growth?: number;
    readonly fade?: number;
    readonly trust?: number;
    readonly noise?: number;
    readonly calm?: number;
    readonly ease?: number;
  };
}

export interface Group {
  readonly name: string;
  readonly people: number | readonly Person[];
  readonly bonds: number | readonly (readonly [string, string])[];
  readonly shape?: 'web' | 'star';
  readonly kind?: KindId;
  readonly rhythm?: { readonly spread?: number; readonly mean?: number; readonly hub?: number };
  readonly part?: number;
}

interface Person {
  readonly name: string;
  readonly kind?: KindId;
  readonly rhythm?: number;
  readonly at?: readonly [number, number];
}

export interface Between {
  readonly groups: readonly [string, string];
  readonly bonds: number;
  readonly door?: string;
  readonly shut?: boolean;
  readonly trust?: number;
}

/** What a level says of the world when it says nothing: the figures of the resonance study. */
export const WORLD = {
  pull: {
    unit: 'hertz',
    least: 0.01,
    most: 1,
    otherwise: 0.22,
    doc: 'turns a second that a whole bond at full trust pulls',
  },
  growth: { unit: 'share', least: 0, most: 10, otherwise: 1.5, doc: 'trust gained a second at full agreement' },
  fade: { unit: 'share', least: 0, most: 10, otherwise: 1, doc: 'trust lost a second at full disagreement' },
  trust: { unit: 'trust', least: 0, most: 1, otherwise: 0.06, doc: 'trust a bond begins with, and never falls below' },
  noise: { unit: 'share', least: 0, most: 0.5, otherwise: 0.02, doc: 'restlessness of every hand' },
  calm: { unit: 'count', least: 5, most: 14, otherwise: 10, doc: 'agitation halves in about 2^calm / 170 seconds' },
  ease: {
    unit: 'count',
    least: 5,
    most: 14,
    otherwise: 9,
    doc: 'a rested rhythm is half its own again in about 2^ease / 170 seconds',
  },
} as const satisfies Record<string, Field>;

export const ENERGY_FIELDS = {
  start: { unit: 'energy', least: 0, most: 1000, otherwise: 30, doc: 'energy at the start' },
  most: { unit: 'energy', least: 1, most: 1000, otherwise: 100, doc: 'energy at most' },
  gain: { unit: 'count', least: 0, most: 100, otherwise: 10, doc: 'energy gained a second' },
} as const satisfies Record<string, Field>;

/** A level whose file is well formed and which still cannot be built, by name. */
export class LevelError extends Error {
  override readonly name = 'LevelError';
}

const LEVEL_LIMITS = { nodes: 4096, groups: 8, bonds: 16384 } as const;

const name: Shape = { is: 'text', doc: 'a name', most: 40 };
const number = (field: Field): Shape => ({ is: 'number', field });
const optional = (doc: string, fields: Readonly<Record<string, Field>>): Shape & { is: 'object' } => ({
  is: 'object',
  doc,
  keys: Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, number(field)])),
  needs: Object.entries(fields)
    .filter(([, field]) => field.otherwise === undefined)
    .map(([key]) => key),
});
const row = (
  key: string,
  id: string,
  doc: string,
  fields: Readonly<Record<string, Field>>,
): Shape & { is: 'object' } => {
  const shape = optional(doc, fields);
  return { ...shape, keys: { [key]: { is: 'oneOf', doc, names: [id] }, ...shape.keys }, needs: [key, ...shape.needs] };
};
const count = (most: number, doc: string): Shape => number({ unit: 'count', least: 0, most, doc });

const person: Shape = {
  is: 'object',
  doc: 'one person',
  keys: {
    name,
    kind: { is: 'oneOf', doc: 'what kind of node', names: KIND_IDS },
    rhythm: number({ unit: 'hertz', least: -2, most: 2, doc: 'own rhythm, instead of a drawn one' }),
    at: { is: 'list', doc: 'place, x and y from 0 to 4095', of: count(4095, 'a place'), least: 2, most: 2 },
  },
  needs: ['name'],
};

const group: Shape = {
  is: 'object',
  doc: 'people who share a place and a part in the chord',
  keys: {
    name,
    people: {
      is: 'either',
      doc: 'how many, or a list of people',
      shapes: [
        number({ unit: 'count', least: 1, most: LEVEL_LIMITS.nodes, doc: 'how many, named by number' }),
        { is: 'list', doc: 'who', of: person, least: 1, most: 64 },
      ],
    },
    bonds: {
      is: 'either',
      doc: 'how many, or a list of pairs of names',
      shapes: [
        count(LEVEL_LIMITS.bonds, 'how many, drawn: a ring first, then chords'),
        {
          is: 'list',
          doc: 'which',
          of: { is: 'list', doc: 'two names', of: name, least: 2, most: 2 },
          least: 0,
          most: 512,
        },
      ],
    },
    shape: {
      is: 'oneOf',
      doc: 'web: a ring and chords; star: the first in the middle, the rest around',
      names: ['web', 'star'],
    },
    kind: { is: 'oneOf', doc: 'what kind of node, unless a person says', names: KIND_IDS },
    rhythm: {
      is: 'object',
      doc: 'own rhythms, in hertz',
      keys: {
        spread: number({ unit: 'hertz', least: 0, most: 2, otherwise: 0.3, doc: 'drawn from -spread to +spread' }),
        mean: number({ unit: 'hertz', least: -2, most: 2, otherwise: 0, doc: 'what they are shifted to on the mean' }),
        hub: number({ unit: 'hertz', least: 0, most: 2, doc: 'the first one’s own; which way is drawn' }),
      },
      needs: [],
    },
    part: number({ unit: 'turns', least: 0, most: 1, otherwise: 0, doc: 'the interval this group holds in the chord' }),
  },
  needs: ['name', 'people', 'bonds'],
};

const tool: Shape = {
  is: 'either',
  doc: 'a tool’s name, or an object with tool and what differs',
  shapes: [
    { is: 'oneOf', doc: 'a tool as it is', names: TOOL_IDS },
    {
      is: 'object',
      doc: 'a tool, and what differs here',
      keys: {
        tool: { is: 'oneOf', doc: 'which', names: TOOL_IDS },
        ...Object.fromEntries(Object.entries(TOOL_FIELDS).map(([key, field]) => [key, number(field)])),
      },
      needs: ['tool'],
    },
  ],
};

export const LEVEL_SHAPE: Shape = {
  is: 'object',
  doc: 'A network of Syntony',
  keys: {
    $schema: { is: 'text', doc: 'where editors find this schema', most: 200 },
    id: { is: 'text', doc: 'the file’s path under levels/, without .json', most: 60 },
    title: { is: 'text', doc: 'as shown to players', most: 60 },
    hint: { is: 'text', doc: 'shown after a while idle: eight words at most', most: 80, words: 8 },
    teaches: {
      is: 'list',
      doc: 'tools met here for the first time',
      of: { is: 'oneOf', doc: 'a tool', names: TOOL_IDS },
      least: 0,
      most: 4,
    },
    lesson: { is: 'flag', doc: 'a first lesson: no gradient is asked of it' },
    limit: number({ unit: 'seconds', least: 5, most: 1800, doc: 'seconds before it is lost' }),
    bar: number({ unit: 'seconds', least: 0.25, most: 8, otherwise: 2, doc: 'seconds to the bar' }),
    groups: { is: 'list', doc: 'the people', of: group, least: 1, most: LEVEL_LIMITS.groups },
    between: {
      is: 'list',
      doc: 'bonds from one group to another',
      of: {
        is: 'object',
        doc: 'some bonds between two groups',
        keys: {
          groups: { is: 'list', doc: 'two groups by name', of: name, least: 2, most: 2 },
          bonds: count(512, 'how many'),
          door: { is: 'text', doc: 'the door they all go through', most: 40 },
          shut: { is: 'flag', doc: 'whether the door is shut at the start' },
          trust: number({
            unit: 'trust',
            least: 0,
            most: 1,
            doc: 'trust they begin with; behind a door never below 0.25',
          }),
        },
        needs: ['groups', 'bonds'],
      },
      least: 0,
      most: 16,
    },
    hurt: count(512, 'bonds broken at the start, inverted and cut in turn'),
    wrong: count(512, 'bonds whose interval is set wrong at the start'),
    exchanged: count(32, 'pairs of people who sit in each other’s group'),
    goal: {
      is: 'kinds',
      doc: 'what winning asks',
      by: 'kind',
      kinds: Object.fromEntries(Object.entries(GOALS).map(([id, one]) => [id, row('kind', id, one.doc, one.fields)])),
    },
    energy: optional('the engineers’ energy', ENERGY_FIELDS),
    tools: { is: 'list', doc: 'tools on offer', of: tool, least: 0, most: 12 },
    hazards: {
      is: 'list',
      doc: 'what goes wrong',
      of: {
        is: 'kinds',
        doc: 'a hazard',
        by: 'kind',
        kinds: Object.fromEntries(
          Object.entries(HAZARDS).map(([id, one]) => [id, row('kind', id, one.doc, one.fields)]),
        ),
      },
      least: 0,
      most: 8,
    },
    world: optional('how this network differs from others', WORLD),
  },
  needs: ['id', 'title', 'hint', 'limit', 'groups', 'goal', 'tools'],
};

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
  if (offered.includes('door') && level.between?.every((one) => one.door === undefined) !== false)
    wrong('tools', 'offers door, but there is no door');
  if (offered.includes('echo') && offered.length === 1) wrong('tools', 'offers echo, but nothing to echo');
  checkNamed(level, groupNames, total, wrong);
  level.teaches?.forEach((id, i) => {
    if (!offered.includes(id)) wrong(`teaches[${i}]`, `“${id}” is taught here and not offered`);
  });
  const asked = level.groups.reduce((sum, one) => sum + askedFor(one), 0);
  if (asked === 0) wrong('groups', 'there is nobody here whom a goal asks for');
  if (level.goal.kind === 'shielded' && Number(level.goal.behind ?? 1) >= asked)
    wrong('goal.behind', `somebody has to stay outside, and only ${asked} are asked for`);
  const energy = level.energy ?? {};
  if ((energy.start ?? 30) > (energy.most ?? 100)) wrong('energy.start', 'is more than energy.most');
  return problems;
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
    const brought = HAZARDS[one.kind].fields.bonds;
    if (one.kind === 'steer' && brought !== undefined && Number(one.bonds ?? brought.otherwise) > people)
      wrong(`hazards[${i}].bonds`, 'is more than there are people');
  });
}

export function peopleIn(one: Group): number {
  return typeof one.people === 'number' ? one.people : one.people.length;
}

export function namesIn(one: Group): string[] {
  if (typeof one.people !== 'number') return one.people.map((who) => who.name);
  return Array.from({ length: one.people }, (_, i) => `${one.name} ${i + 1}`);
}

export function bondsIn(level: Level): number {
  const inside = level.groups.reduce(
    (sum, one) => sum + (typeof one.bonds === 'number' ? one.bonds : one.bonds.length),
    0,
  );
  return inside + (level.between ?? []).reduce((sum, one) => sum + one.bonds, 0);
}

export function kindOfPerson(one: Group, i: number): KindId {
  const who = typeof one.people === 'number' ? undefined : one.people[i];
  return who?.kind ?? one.kind ?? 'plain';
}

/** How many of a group the goal asks for. */
function askedFor(one: Group): number {
  return Array.from({ length: peopleIn(one) }, (_, i) => kindOfPerson(one, i)).filter((id) => KINDS[id].counted).length;
}

export function hasRules(id: KindId): boolean {
  const kind = KINDS[id];
  return kind.tick !== undefined || kind.onAct !== undefined || kind.begin !== undefined;
}
