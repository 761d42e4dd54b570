// The shape of a level file: what may be said, in which units, and what each thing is. The check of a file and its JSON
// Schema are both made from this; rows of the tables describe themselves.

import { SCORE_MOST, type Field } from './fields.ts';
import type { GoalRow } from './goals/goal.ts';
import { GOALS } from './goals/table.ts';
import { HAZARDS } from './hazards/table.ts';
import { KIND_IDS } from './kinds/table.ts';
import { ENERGY_FIELDS, LEVEL_LIMITS, METRIC_PACES, SCORE_MODES, SCORES, WORLD } from './level.ts';
import type { Shape } from './shape.ts';
import { TOOL_FIELDS } from './tools/tool.ts';
import { TOOL_IDS } from './tools/table.ts';

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

const score = count(SCORE_MOST, 'the number they wear at the start; without one they are heard in full and show none');
const late = number({ unit: 'seconds', least: 2, most: 600, doc: 'joins after so long, by the hazard arrivals' });

const person: Shape = {
  is: 'object',
  doc: 'one person',
  keys: {
    name,
    kind: { is: 'oneOf', doc: 'what kind of node', names: KIND_IDS },
    rhythm: number({ unit: 'hertz', least: -2, most: 2, doc: 'own rhythm, instead of a drawn one' }),
    at: { is: 'list', doc: 'place, x and y from 0 to 4095', of: count(4095, 'a place'), least: 2, most: 2 },
    score,
    late,
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
    score,
    room: number({
      unit: 'share',
      least: 1,
      most: 4,
      otherwise: 1,
      doc: 'a room: how many times better bonds grow and hold inside than the common ones; those that lead out, worse',
    }),
    late,
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

function goalShape(id: string, goal: GoalRow): Shape & { is: 'object' } {
  const shape = row('kind', id, goal.doc, goal.fields);
  if (goal.who === undefined) return shape;
  return { ...shape, keys: { ...shape.keys, who: { is: 'list', doc: goal.who, of: name, least: 1, most: 16 } } };
}

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
    cut: {
      is: 'list',
      doc: 'bonds broken at the start by name, of those that are listed by name',
      of: { is: 'list', doc: 'two names', of: name, least: 2, most: 2 },
      least: 0,
      most: 64,
    },
    exchanged: count(32, 'pairs of people who sit in each other’s group'),
    goal: {
      is: 'kinds',
      doc: 'what winning asks',
      by: 'kind',
      kinds: Object.fromEntries(Object.entries(GOALS).map(([id, one]) => [id, goalShape(id, one)])),
    },
    energy: optional('the engineers’ energy', ENERGY_FIELDS),
    tools: { is: 'list', doc: 'tools on offer', of: tool, least: 0, most: TOOL_IDS.length },
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
    scores: {
      ...optional('the numbers that people wear', SCORES),
      keys: {
        mode: {
          is: 'oneOf',
          doc: 'shown; hidden: ignored, and bonds regrow by agreement; metric: by history',
          names: SCORE_MODES,
        },
        pace: { is: 'oneOf', doc: 'metric: fast overreacts, slow is right', names: METRIC_PACES },
        ...optional('', SCORES).keys,
      },
    },
    touches: count(99, 'hands laid on each person before each further one costs them authenticity'),
    world: optional('how this network differs from others', WORLD),
  },
  needs: ['id', 'title', 'hint', 'limit', 'groups', 'goal', 'tools'],
};
