// What a scene changes in the network that comes after it: `<<tune door b open>>`, `<<tune hazard surge every 6>>`. A tuning
// is words; here they become another Level, which is checked like any other and compiled. Nothing of it is in the network's
// own code: to the core a tuned level is a level.

import { compileLevel } from '../network/compile.ts';
import type { Fields } from '../network/fields.ts';
import { HAZARDS, type HazardId } from '../network/hazards/table.ts';
import { checkLevel } from '../network/level-check.ts';
import { namesIn, type Level, type Person } from '../network/level.ts';
import type { Rules } from '../network/rules.ts';
import type { Content } from './content.ts';

/** The words behind `tune`. */
export type Tuning = readonly string[];

interface Subject {
  /** How it is written, for the reference page and for who got it wrong. */
  readonly form: string;
  readonly doc: string;
  /** The level changed, or what is wrong with the words. */
  readonly apply: (level: Draft, words: readonly string[]) => string | null;
}

/** A level's own JSON, ours to change. */
type Draft = { -readonly [K in keyof Level]: Level[K] } & Record<string, unknown>;

export const SUBJECTS = {
  tool: {
    form: 'tool NAME on|off',
    doc: 'offer a tool, or take it away',
    apply(level, [name, state]) {
      if (state !== 'on' && state !== 'off') return 'wants “on” or “off”';
      const others = level.tools.filter((one) => toolOf(one) !== name);
      if (state === 'off') {
        if (others.length === level.tools.length) return `“${name}” is not offered here`;
        level.tools = others;
        level.teaches = (level.teaches ?? []).filter((one) => one !== name);
      } else if (others.length === level.tools.length) level.tools = [...others, name as never];
      return null;
    },
  },
  hazard: {
    form: 'hazard NAME on|off|every SECONDS',
    doc: 'let a hazard come, keep it away, or say how often it comes',
    apply(level, [name, state, value]) {
      const hazards = level.hazards ?? [];
      const others = hazards.filter((one) => one.kind !== name);
      const mine = hazards.find((one) => one.kind === name);
      if (state === 'off') {
        if (mine === undefined) return `there is no hazard “${name}” here`;
        level.hazards = others;
      } else if (state === 'on') {
        if (mine === undefined && needsPace(name)) return `say how often it comes: hazard ${name} every SECONDS`;
        if (mine === undefined) level.hazards = [...others, { kind: name as never }];
      } else if (state === 'every') {
        level.hazards = [...others, { ...mine, kind: name as never, every: Number(value) }];
      } else return 'wants “on”, “off” or “every SECONDS”';
      return null;
    },
  },
  door: {
    form: 'door NAME open|shut',
    doc: 'open or shut a door between two groups',
    apply(level, [name, state]) {
      if (state !== 'open' && state !== 'shut') return 'wants “open” or “shut”';
      const between = level.between ?? [];
      if (!between.some((one) => one.door === name)) return `there is no door “${name}” here`;
      level.between = between.map((one) => (one.door === name ? { ...one, shut: state === 'shut' } : one));
      return null;
    },
  },
  person: {
    form: 'person NAME kind KIND',
    doc: 'make somebody another kind of person',
    apply(level, [name, what, kind]) {
      if (what !== 'kind') return 'wants “kind KIND”';
      return inPerson(level, name, { kind: kind as never });
    },
  },
  rhythm: {
    form: 'rhythm NAME HERTZ',
    doc: 'give somebody a rhythm of their own',
    apply: (level, [name, value]) =>
      isNumber(value) ? inPerson(level, name, { rhythm: Number(value) }) : 'wants a number',
  },
  score: {
    form: 'score NAME NUMBER',
    doc: 'the score that somebody wears at the start, 0 to 99',
    apply: (level, [name, value]) =>
      isNumber(value) ? inPerson(level, name, { score: Number(value) }) : 'wants a number',
  },
  scores: {
    form: 'scores shown|hidden|metric [slow|fast]',
    doc: 'whether scores are shown, hidden, or the Compassion Metric’s, and at what pace it follows',
    apply(level, [mode, pace]) {
      if (mode === undefined) return 'wants “shown”, “hidden” or “metric”';
      level.scores = {
        ...level.scores,
        mode: mode as never,
        ...(pace === undefined ? {} : { pace: pace as never }),
      };
      return null;
    },
  },
  group: {
    form: 'group NAME score|room|late NUMBER',
    doc: 'what a group wears, how close a room it is, after how many seconds it joins',
    apply(level, [name, key, value]) {
      if (key !== 'score' && key !== 'room' && key !== 'late') return 'wants “score”, “room” or “late”';
      if (!isNumber(value)) return 'wants a number';
      if (!level.groups.some((one) => one.name === name)) return `there is no group “${name}” here`;
      level.groups = level.groups.map((one) => (one.name === name ? { ...one, [key]: Number(value) } : one));
      if (key === 'late') letIn(level);
      return null;
    },
  },
  late: {
    form: 'late NAME SECONDS|off',
    doc: 'after how many seconds somebody joins; off: they are here from the start',
    apply(level, [name, value]) {
      if (value !== 'off' && !isNumber(value)) return 'wants a number, or “off”';
      const why = inPerson(level, name, { late: value === 'off' ? undefined : Number(value) });
      if (why === null && value !== 'off') letIn(level);
      return why;
    },
  },
  touches: {
    form: 'touches NUMBER|off',
    doc: 'how many hands may be laid on each person before each further one costs them',
    apply(level, [value]) {
      if (value === 'off') delete level.touches;
      else if (isNumber(value)) level.touches = Number(value);
      else return 'wants a number, or “off”';
      return null;
    },
  },
  bond: {
    form: 'bond NAME NAME whole|cut',
    doc: 'whether two of one group are bonded at the start, whole or broken',
    apply(level, [a, b, state]) {
      if (state !== 'whole' && state !== 'cut') return 'wants “whole” or “cut”';
      const isPair = ([x, y]: readonly string[]): boolean => (x === a && y === b) || (x === b && y === a);
      const group = level.groups.find((one) => [a, b].every((who) => namesIn(one).includes(who)));
      if (group === undefined) return `there is no group with both “${a}” and “${b}” in it`;
      const { bonds } = group;
      if (typeof bonds === 'number') return `the bonds of “${group.name}” are drawn, and none can be named`;
      if (!bonds.some(isPair)) {
        level.groups = level.groups.map((one) => (one === group ? { ...one, bonds: [...bonds, [a, b]] } : one));
      }
      const others = (level.cut ?? []).filter((pair) => !isPair(pair));
      level.cut = state === 'cut' ? [...others, [a, b]] : others;
      return null;
    },
  },
  energy: { form: 'energy start|most|gain NUMBER', doc: 'the energy there is', apply: inside('energy') },
  world: {
    form: 'world noise|trust|growth|fade|pull|calm|ease|breath NUMBER',
    doc: 'how the people here are',
    apply: inside('world'),
  },
  goal: {
    form: 'goal hold|target|authenticity|behind NUMBER, goal who NAME…',
    doc: 'what is asked, as the level’s goal says it, and whom it names',
    apply(level, [key, ...rest]) {
      if (key !== 'who') {
        const why = inside('goal')(level, [key, ...rest]);
        // nobody is asked for behind a door, and so nobody by name
        if (why === null && key === 'behind' && Number(rest[0]) === 0) {
          const { who: _, ...goal } = level.goal;
          level.goal = goal;
        }
        return why;
      }
      if (rest.length === 0) return 'wants a name';
      level.goal = { ...level.goal, who: rest };
      return null;
    },
  },
  limit: { form: 'limit SECONDS', doc: 'the time there is', apply: whole('limit') },
  hurt: { form: 'hurt NUMBER', doc: 'how many bonds are broken at the start', apply: whole('hurt') },
  wrong: { form: 'wrong NUMBER', doc: 'how many bonds are turned the wrong way at the start', apply: whole('wrong') },
} as const satisfies Record<string, Subject>;

export const SUBJECT_IDS = Object.keys(SUBJECTS) as readonly (keyof typeof SUBJECTS)[];

function inside(part: 'energy' | 'world' | 'goal') {
  return (level: Draft, [key, value]: readonly string[]): string | null => {
    if (key === undefined || !isNumber(value)) return `wants a number`;
    level[part] = { ...level[part], [key]: Number(value) } as never;
    return null;
  };
}

function whole(key: 'limit' | 'hurt' | 'wrong') {
  return (level: Draft, [value]: readonly string[]): string | null => {
    if (!isNumber(value)) return `wants a number`;
    level[key] = Number(value);
    return null;
  };
}

/** Changes one person who is named in the level's file. */
function inPerson(level: Draft, name: string, differs: Partial<Person>): string | null {
  let found = false;
  level.groups = level.groups.map((group) => {
    if (typeof group.people === 'number') return group;
    const people = group.people.map((who) => {
      if (who.name !== name) return who;
      found = true;
      const { late, ...rest } = { ...who, ...differs };
      return late === undefined ? rest : { ...rest, late };
    });
    return { ...group, people };
  });
  return found ? null : `there is nobody called “${name}” here`;
}

/** Who is late needs the hazard that lets them in. */
function letIn(level: Draft): void {
  const hazards = level.hazards ?? [];
  if (!hazards.some((one) => one.kind === 'arrivals')) level.hazards = [...hazards, { kind: 'arrivals' }];
}

/** A hazard that comes by the clock has no pace of its own. */
function needsPace(name: string): boolean {
  const fields: Fields = Object.hasOwn(HAZARDS, name) ? HAZARDS[name as HazardId].fields : {};
  return fields['every'] !== undefined && fields['every'].otherwise === undefined;
}

function isNumber(word: string | undefined): boolean {
  return word !== undefined && word !== '' && Number.isFinite(Number(word));
}

function toolOf(one: Level['tools'][number]): string {
  return typeof one === 'string' ? one : one.tool;
}

/** The level with one tuning more, or why that cannot be. */
export function tuned(level: Level, tuning: Tuning): Level | string {
  const [subject, ...words] = tuning;
  if (!Object.hasOwn(SUBJECTS, subject)) return `there is nothing called “${subject}” to tune`;
  const row: Subject = SUBJECTS[subject as keyof typeof SUBJECTS];
  const draft = { ...level } as Draft;
  const why = row.apply(draft, words);
  if (why !== null) return `tune ${row.form}: ${why}`;
  const problems = checkLevel(draft);
  return problems.length === 0 ? draft : `${problems[0].path}: ${problems[0].reason}`;
}

/** By the tunings' own array: a World keeps the same one from tick to tick. */
const COMPILED = new WeakMap<readonly Tuning[], Map<Rules, Rules>>();

/** The rules that a network is played by. A tuning that a level cannot take is left out; the check of content reports it. */
export function rulesOf(content: Content, level: string, tunings: readonly Tuning[]): Rules {
  const plain = content.levels[level];
  if (tunings.length === 0) return plain;
  let known = COMPILED.get(tunings);
  if (known === undefined) COMPILED.set(tunings, (known = new Map()));
  let rules = known.get(plain);
  if (rules === undefined) {
    let now = plain.level;
    for (const tuning of tunings) {
      const next = tuned(now, tuning);
      if (typeof next !== 'string') now = next;
    }
    known.set(plain, (rules = compileLevel(now)));
  }
  return rules;
}
