// Small networks for tests, in a few lines a person can read:
//
//   const t = room({ people: 'ana ben eva:far', bonds: 'ana-ben ben-eva', tools: ['tune'] });
//   t.place({ ana: 0, ben: 1 / 4 });
//   expect(t.act('tune', 'ana', 64)).toBe(null);
//   t.run(120);
//
// A room is still unless a test stirs it: every hand at 0, every rhythm 0, no noise, no hazards, energy full, never won.

import { expect } from 'vitest';
import { act, refusal } from '../../src/core/network/acts.ts';
import { buildNetwork } from '../../src/core/network/build.ts';
import { compileLevel } from '../../src/core/network/compile.ts';
import { ENERGY, ENERGY_UNIT, LOAD, TICK, type BondColumn, type NodeColumn } from '../../src/core/network/layout.ts';
import { checkLevel } from '../../src/core/network/level-check.ts';
import type { Level } from '../../src/core/network/level.ts';
import { bondBetween, copyNetwork, type Network } from '../../src/core/network/network.ts';
import { stepNetwork } from '../../src/core/network/step.ts';
import { TOOLS, isTool } from '../../src/core/network/tools/table.ts';
import type { EventKind, Refusal } from '../../src/core/network/vocabulary.ts';

export interface RoomPlan extends Partial<Omit<Level, 'groups'>> {
  /** Names; `eva:far` for another kind. One text is one group, `table`; several groups are named by their keys. */
  readonly people: string | Readonly<Record<string, string>>;
  /** `ana-ben ben-eva`; both of one group. */
  readonly bonds?: string;
  /** By group, as in a level. */
  readonly parts?: Readonly<Record<string, number>>;
  /** What a level says of a person or a group, by name. */
  readonly about?: Readonly<Record<string, Readonly<Record<string, number | string>>>>;
  readonly seed?: number;
}

/** What a test may say for an argument: a name, a bond `ana-ben`, a door's name, or the number itself. */
export type Said = string | number;

export interface Room {
  readonly net: Network;
  /** All that was heard since the room was made, as [event, a, b]. */
  readonly heard: [EventKind, number, number][];
  readonly node: (name: string) => number;
  /** `ana-ben`, as it is now; -1 when there is none. */
  readonly bond: (pair: string) => number;
  readonly get: (column: NodeColumn | BondColumn, of: string) => number;
  readonly set: (column: NodeColumn | BondColumn, of: string, value: number) => void;
  /** Hands, in turns. */
  readonly place: (hands: Readonly<Record<string, number>>) => void;
  /** Rhythms that are people's own (now, base and birth), in turn a tick. */
  readonly rhythms: (rhythms: Readonly<Record<string, number>>) => void;
  readonly act: (tool: string, a?: Said, b?: Said, c?: number) => Refusal | null;
  readonly run: (ticks: number) => void;
  /** Ticks until `done`, or fails after `most`. */
  readonly until: (done: () => boolean, most: number) => number;
  readonly kinds: () => EventKind[];
  readonly energy: () => number;
  readonly tick: () => number;
}

export function room(plan: RoomPlan): Room {
  return roomOf(levelOf(plan), plan.seed ?? 1);
}

export function levelOf(plan: RoomPlan): Level {
  const { people, bonds = '', parts = {}, about = {}, seed: _, ...differs } = plan;
  const groups = Object.entries(typeof people === 'string' ? { table: people } : people).map(([name, members]) => {
    const who = words(members).map((word) => {
      const [one, kind] = word.split(':');
      return { name: one, ...(kind === undefined ? {} : { kind }), ...about[one] };
    });
    const mine = words(bonds)
      .map((pair) => pair.split('-'))
      .filter(([a]) => who.some((one) => one.name === a));
    return {
      name,
      people: who,
      bonds: mine,
      ...(parts[name] === undefined ? {} : { part: parts[name] }),
      ...about[name],
    };
  });
  const level = {
    id: 'test',
    title: 'Test',
    hint: 'none',
    limit: 1800,
    goal: { kind: 'unison', hold: 60 },
    tools: [],
    energy: { start: 1000, most: 1000 },
    ...differs,
    groups,
    world: { noise: 0, ...differs.world },
  };
  const problems = checkLevel(level);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return level as unknown as Level;
}

/** A room of any level; still, as every room is. */
function roomOf(level: Level, seed = 1): Room {
  return still(buildNetwork(compileLevel(level), seed));
}

/** Every hand at 0, and no rhythm in anybody. */
export function still(net: Network): Room {
  const { layout } = net.rules;
  for (let i = 0; i < layout.nodes; i++) {
    for (const column of ['phase', 'rhythm', 'base', 'birth'] as const) net.s[layout[column] + i] = 0;
  }
  return handles(net);
}

/** The same handles on a network as it is. */
export function handles(net: Network): Room {
  const { s, rules } = net;
  const { layout } = rules;
  const heard: [EventKind, number, number][] = [];
  const hear = (event: EventKind, a: number, b: number): void => void heard.push([event, a, b]);

  const node = (name: string): number => {
    const i = rules.names.indexOf(name);
    if (i < 0) throw new Error(`nobody is called ${name}`);
    return i;
  };
  const bond = (pair: string): number => {
    const [a, b] = pair.split('-');
    return bondBetween(net, node(a), node(b));
  };
  const at = (column: NodeColumn | BondColumn, of: string): number =>
    layout[column] + (of.includes('-') ? bond(of) : node(of));
  const index = (said: Said | undefined): number => {
    if (typeof said !== 'string') return said ?? 0;
    if (rules.doors.includes(said)) return rules.doors.indexOf(said);
    return said.includes('-') ? bond(said) : node(said);
  };
  const run = (ticks: number): void => {
    for (let k = 0; k < ticks; k++) stepNetwork(net, hear);
  };
  return {
    net,
    heard,
    node,
    bond,
    get: (column, of) => s[at(column, of)],
    set: (column, of, value) => void (s[at(column, of)] = value),
    place(hands) {
      for (const [name, turns] of Object.entries(hands)) s[layout.phase + node(name)] = turn(turns);
    },
    rhythms(rhythms) {
      for (const [name, value] of Object.entries(rhythms)) {
        for (const column of ['rhythm', 'base', 'birth'] as const) s[layout[column] + node(name)] = value;
      }
    },
    act: (tool, a, b, c = 0) => act(net, tool, { a: index(a), b: index(b), c }, hear),
    run,
    until(done, most) {
      for (let k = 0; k <= most; k++) {
        if (done()) return k;
        run(1);
      }
      throw new Error(`not within ${most} ticks`);
    },
    kinds: () => heard.map(([event]) => event),
    energy: () => s[ENERGY] / ENERGY_UNIT,
    tick: () => s[TICK],
  };
}

/** Refused for this reason, by the question and by the act alike, and nothing changed. */
export function expectRefused(t: Room, reason: Refusal, tool: string, a?: Said, b?: Said, c = 0): void {
  const before = t.net.s.slice();
  const listened = t.heard.length;
  expect(t.act(tool, a, b, c)).toBe(reason);
  expect([...t.net.s]).toEqual([...before]);
  expect(t.heard.length).toBe(listened);
  const raw = (said: Said | undefined): number =>
    typeof said === 'number' ? said : said === undefined ? 0 : said.includes('-') ? t.bond(said) : indexOf(t, said);
  expect(refusal(t.net, tool, { a: raw(a), b: raw(b), c })).toBe(reason);
}

/** What every tool is asked besides its own rule: its price, its cooldown, and whether it is offered. */
export function expectPriced(t: Room, tool: string, a?: Said, b?: Said): void {
  if (!isTool(tool)) throw new Error(`${tool} is no tool`);
  const { rules, s } = t.net;
  const offered = rules.tools[rules.slots[tool]];
  expect(offered.row).toBe(TOOLS[tool]);
  const probe = handles(copyNetwork(t.net));
  if (offered.cost > 0) {
    probe.net.s[ENERGY] = offered.cost - 1;
    expectRefused(probe, 'notEnoughEnergy', tool, a, b);
  }
  probe.net.s[ENERGY] = offered.cost;
  probe.net.s[LOAD] = s[LOAD];
  expect(probe.act(tool, a, b)).toBe(null);
  const ready = probe.net.s[rules.layout.ready + rules.slots[tool]];
  expect(ready).toBe(probe.tick() + offered.cooldown);
}

function indexOf(t: Room, name: string): number {
  const door = t.net.rules.doors.indexOf(name);
  return door >= 0 ? door : t.node(name);
}

/** Turns as an angle. */
export function turn(share: number): number {
  return Math.floor(share * 0x1_0000_0000 + 0.5) | 0;
}

/** An angle as turns, from -1/2 to 1/2. */
export function inTurns(angle: number): number {
  return angle / 0x1_0000_0000;
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
